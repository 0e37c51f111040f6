/* The outline of ink: where a picture of 28x28 levels passes a level. */
#ifndef INK_CONTOUR_H
#define INK_CONTOUR_H

#include <stdint.h>

#include "ink/drawing.h"

/** A straight piece of it, in cells from the upper left corner of the picture. */
typedef struct ContourPiece {
    float x0, y0, x1, y1;
} ContourPiece;

/** The most pieces that there can be. */
enum { CONTOUR_PIECES = 2 * (SHEET_SIDE + 1) * (SHEET_SIDE + 1) };

/**
 * Find the outline. A level is that of the middle of its cell, and in between it changes evenly;
 * around the picture there is paper.
 *
 * @param at          0..255, not a level itself
 * @param[out] piece  in no order; together they are closed lines
 *
 * @return how many there are
 *
 * Source: marching squares, Lorensen and Cline (1987) in two dimensions.
 */
int contour_of(const uint8_t level[SHEET_CELLS], float at, ContourPiece piece[CONTOUR_PIECES]);

#endif
