/* Which parts of the ink are digits, and which of them belong to one digit. */
#ifndef INK_PIECES_H
#define INK_PIECES_H

#include "ink/parts.h"

/** The box of a digit in pixels. */
typedef struct PiecesBox {
    int x, y, end_x, end_y;
} PiecesBox;

/** Digits as parts. Release it with pieces_free(). */
typedef struct Pieces {
    int *digit;     /* for each part: the number of its digit, or -1 where it is none's */
    PiecesBox *box; /* of each digit */
    int digits;     /* left to right, and line by line from the top */
    bool left_out;  /* whether there is a part that is none's */
} Pieces;

/**
 * Choose. Frames, what reaches the border, specks, and what is far fainter or smaller than the rest
 * are no digits. Parts over each other, or next to each other where one is too small for a
 * digit, are of one.
 *
 * @param noisy  the paper has grain: small parts are of it
 * @param even   the paper has one grey: else what is as wide as long is a shadow
 *
 * Errors: out of memory; pieces is zeroed then.
 */
bool pieces_choose(const InkParts *parts, bool noisy, bool even, Pieces *pieces);

/** Release them; pieces is zeroed then. NULL is allowed. */
void pieces_free(Pieces *pieces);

#endif
