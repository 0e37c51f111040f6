/* Strokes as other programs have them, in coordinates of any size: scaled to digits when it is
 * known which strokes are one. */
#ifndef INK_TRACES_H
#define INK_TRACES_H

#include "ink/digits.h"

/** A place that the pen passed, in the units of its file. */
typedef struct TracePoint {
    double x, y;
} TracePoint;

/** Strokes in a row. A zeroed one is empty; release it with traces_free(). */
typedef struct Traces {
    TracePoint *point;
    int *first; /* the first point of each stroke, and behind the last one `points` */
    int points, strokes;
    int point_room, stroke_room;
} Traces;

/** Release them; it is empty then. */
void traces_free(Traces *traces);

/** Begin a stroke, without points. Errors: out of memory. */
bool traces_begin(Traces *traces, Err *err);

/** Add a point to the newest stroke. Errors: out of memory. */
bool traces_add(Traces *traces, double x, double y, Err *err);

/**
 * Add a digit that is made of some strokes, which lie in `digits` so that the longer side of their
 * box is DIGITS_SIDE. Strokes without points are left out; of none nothing is added.
 *
 * @param stroke  `strokes` numbers of strokes
 * @param up      y grows upwards
 *
 * Errors: out of memory; nothing is added then.
 */
bool traces_digit(const Traces *traces, const int *stroke, int strokes, bool up, int label,
                  const char *source, Digits *digits, Err *err);

/** Read a decimal number at *at, which moves behind it and stays before `end`. False where there is
 * none, or one beyond a thousand million. */
bool traces_number(const char **at, const char *end, double *number);

#endif
