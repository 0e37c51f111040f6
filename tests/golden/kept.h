/* A text that is written during a test and held against a file of golden/says/. */
#ifndef GOLDEN_KEPT_H
#define GOLDEN_KEPT_H

#include <stdio.h>

/** Begin the text of golden/says/NAME.txt; what is written to the stream is the text. */
FILE *kept_begin(const char *name);

/**
 * End it and compare; INKLING_GOLDEN_RECORD=1 writes the file anew. The text is left in the build
 * folder where it differs.
 *
 * @param first  the file's first line: where it is another one there, the test is skipped
 */
void kept_end(const char *first);

#endif
