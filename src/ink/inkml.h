/* InkML, the W3C's format of pen strokes. Source: W3C Recommendation "Ink Markup Language (InkML)"
 * (2011). */
#ifndef INK_INKML_H
#define INK_INKML_H

#include "ink/digits.h"

/**
 * Add the digits of a text: each <traceGroup> whose <annotation> is "0" to "9", with the traces in
 * it or that its <traceView>s name; without groups, all traces as the one digit that the file is
 * annotated as.
 *
 * Of the values of a point X and Y are read, as <traceFormat> orders them; they may be differences.
 *
 * @param name  stands in the sentences
 *
 * Errors: it is cut short, a trace has something else than numbers, more traces or groups within
 * groups than make sense, no digits, out of memory; some digits may be there then.
 */
bool inkml_parse(Digits *digits, const char *text, size_t size, const char *name, Err *err);

#endif
