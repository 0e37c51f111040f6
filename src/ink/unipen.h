/* UNIPEN, a format of pen strokes: keywords that begin with a point, and coordinates. Source: I.
 * Guyon and others, "UNIPEN project of on-line data exchange and recognizer benchmarks" (1994). */
#ifndef INK_UNIPEN_H
#define INK_UNIPEN_H

#include "ink/digits.h"

/**
 * Add the digits of a text: those segments (.SEGMENT) whose label is "0" to "9". A segment is the
 * components that it names (0-2: pen down, up and down), or all until the next one. y grows
 * upwards.
 *
 * @param name  stands in the sentences
 *
 * Errors: a line of another form (the sentence names it), no digits, out of memory; some digits may
 * be there then.
 */
bool unipen_parse(Digits *digits, const char *text, size_t size, const char *name, Err *err);

#endif
