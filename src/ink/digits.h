/* Digits that people wrote with a pen, each a label and strokes, and their file: one a line,
 * "LABEL SOURCE STROKES". Strokes are separated by ";", points by a space; a point is "x,y", each
 * 0..1000, y grows downwards; decimals are rounded. A drawing that nobody has labelled is written
 * with the label "?". */
#ifndef INK_DIGITS_H
#define INK_DIGITS_H

#include "ink/normalise.h"

#include <stddef.h>
#include <stdint.h>

/** The bounds of digits and of their files. */
enum {
    DIGITS_UNKNOWN = -1,         /* label of a drawing that has none; written, never read */
    DIGITS_SIDE = 1000,          /* the largest coordinate */
    DIGITS_SOURCE = 24,          /* bytes of a source, its final 0 included */
    DIGITS_MAX_BYTES = 64 << 20, /* of a file, unpacked */
};

/** A place that the pen passed, 0..DIGITS_SIDE each. */
typedef struct PenPoint {
    int16_t x, y;
} PenPoint;

/** What was written from pen down to pen up. */
typedef struct PenStroke {
    int first, count; /* its points, at least one */
} PenStroke;

/** One digit: what it is, and which strokes are its own. */
typedef struct PenDigit {
    int label;                  /* 0..9, or DIGITS_UNKNOWN */
    int first, count;           /* its strokes, at least one */
    char source[DIGITS_SOURCE]; /* who or where, cut to that; "me" for the user's own */
} PenDigit;

/** From the least to the largest coordinates of a digit. */
typedef struct PenBox {
    PenPoint low, high;
} PenBox;

/** Digits in a row. The points of a digit lie together, and so do its strokes. A zeroed one is
 * empty. Release it with digits_free(). */
typedef struct Digits {
    PenDigit *digit;
    PenStroke *stroke;
    PenPoint *point;
    int digits, strokes, points;
    int digit_room, stroke_room, point_room;
} Digits;

/** Release the digits; they are empty then. NULL is allowed. */
void digits_free(Digits *digits);

/**
 * Add the digits of a text, lines as above; the last line feed may be missing. What other programs
 * leave in such files is passed over: empty lines, carriage returns and blanks at the end of a
 * line, a mark of UTF-8 at the beginning.
 *
 * @param size  up to DIGITS_MAX_BYTES; may be 0
 * @param name  stands in the sentences
 *
 * Errors: out of memory, or a line of another form (the sentence names it); nothing is added then.
 */
bool digits_parse(Digits *digits, const char *text, size_t size, const char *name, Err *err);

/**
 * Add the digit of one line.
 *
 * @param line        `length` bytes, without a line feed
 * @param[out] wrong  what is wrong with the line, where nothing was added; NULL where it was
 *
 * Errors: out of memory; nothing is added then.
 */
bool digits_add_line(Digits *digits, const char *line, size_t length, const char **wrong, Err *err);

/** Add what shows of a drawing (see ink/visible.h), scaled so that its longer side is DIGITS_SIDE.
 * The label may be DIGITS_UNKNOWN.
 * Errors: out of memory, nothing shows; nothing is added then. */
bool digits_add_drawing(Digits *digits, int label, const char *source, const Drawing *drawing,
                        Err *err);

/** Add a digit of strokes with count[0], count[1], ... points, which lie in a row, at least one in
 * all; a stroke without points is left out. Errors: out of memory; nothing is added then. */
bool digits_add_strokes(Digits *digits, int label, const char *source, const PenPoint *point,
                        const int *count, int strokes, Err *err);

/** Add a copy of digit i of other digits. Errors: out of memory; nothing is added then. */
bool digits_add_copy(Digits *digits, const Digits *from, int i, Err *err);

/** The box around all points of digit i. */
PenBox digits_box(const Digits *digits, int i);

/** How wide and high digit i is, drawn with its longer side `side_cell` long. */
Point digits_size(const Digits *digits, int i, float side_cell);

/** The line of digit i, line feed and final 0 included, on the heap; the caller frees it. Errors:
 * out of memory, NULL then. */
char *digits_line(const Digits *digits, int i, size_t *length, Err *err);

/**
 * Draw digit i with the pen: its longer side `side_cell` long, the top left corner of its box at
 * `corner`.
 *
 * @param[in,out] drawing  the strokes are added to it
 *
 * Errors: as drawing_pen_down(); some of the strokes may be there then.
 */
bool digits_draw(const Digits *digits, int i, Point corner, float side_cell, float brush_cell,
                 Drawing *drawing, Err *err);

/** The network's input for digit i, drawn in the middle of a sheet. Errors: out of memory; the
 * input is blank then. */
bool digits_input(const Digits *digits, int i, Preparation preparation, Sheet *input, Err *err);

#endif
