/* Files of digits that people wrote with a pen, one a line: "LABEL SOURCE STROKES". Strokes are
 * separated by ";", points by a space; a point is "x,y", each 0..1000, y grows downwards. */
#ifndef CLI_STROKES_H
#define CLI_STROKES_H

#include "base/err.h"

#include <stdint.h>

enum {
    STROKES_SIDE = 1000,          /* the largest coordinate */
    STROKES_MAX_BYTES = 64 << 20, /* of a file, unpacked */
};

typedef struct PenPoint {
    int16_t x, y;
} PenPoint;

typedef struct PenStroke {
    int first, count; /* its points, at least one */
} PenStroke;

typedef struct PenDigit {
    int label;        /* 0..9 */
    int first, count; /* its strokes, at least one */
} PenDigit;

/** All digits of a file. The points of a digit lie together, and so do its strokes. */
typedef struct PenDigits {
    PenDigit *digit;
    PenStroke *stroke;
    PenPoint *point;
    int digits, strokes, points;
} PenDigits;

/**
 * Read a file, plain or gzip.
 *
 * Errors: missing, unreadable, cut or damaged gzip, too large, no digits, or a line of another form
 * (the sentence names it); pen is zeroed then.
 */
bool strokes_load(PenDigits *pen, const char *path, Err *err);
void strokes_free(PenDigits *pen);

#endif
