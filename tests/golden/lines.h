/* A state as lines of text, and how it differs from the state before. */
#ifndef GOLDEN_LINES_H
#define GOLDEN_LINES_H

#include <stdbool.h>
#include <stdio.h>

/** A zeroed one is empty; release it with lines_free(). */
typedef struct Lines {
    char **line;
    int count, room;
} Lines;

void lines_free(Lines *lines);

/** Add one, which may be of several lines. It is copied. Out of memory the test ends. */
void lines_add(Lines *lines, const char *line);

bool lines_equal(const Lines *a, const Lines *b);

/** Write the lines of `now` that `before` has not, and then those of `before` that `now` has not,
 * each after "- ". A line that is there twice counts twice. */
void lines_write_changes(const Lines *before, const Lines *now, FILE *out);

#endif
