/* Files of pen strokes, whichever format they have: Inkling's lines (ink/digits.h), InkML, UNIPEN.
 */
#ifndef INK_STROKES_H
#define INK_STROKES_H

#include "ink/digits.h"

/**
 * Add the digits of a text; its first letter tells the format: "<" is InkML, "." is UNIPEN.
 *
 * @param size  up to DIGITS_MAX_BYTES
 * @param name  stands in the sentences
 *
 * Errors: as digits_parse(), inkml_parse() and unipen_parse(); some digits may be there then.
 */
bool strokes_parse(Digits *digits, const char *text, size_t size, const char *name, Err *err);

#endif
