/* The centre-lines of the pen strokes as far as they show: cut at the sheet's edge and where a
 * later eraser went over them. */
#ifndef INK_VISIBLE_H
#define INK_VISIBLE_H

#include "ink/drawing.h"

/** A straight piece of a centre-line; a dot where both ends are one point. */
typedef struct Piece {
    Point from, to;
} Piece;

/** Pieces in the order they were drawn; one begins where the last one ends unless cut or lifted. */
typedef struct Visible {
    Piece *piece;
    int pieces, capacity;
} Visible;

/**
 * What shows of a drawing. Release it with visible_free().
 *
 * Errors: out of memory; visible is zeroed then.
 */
bool visible_make(Visible *visible, const Drawing *drawing, Err *err);

/** Whether there is a piece i, and it begins where the one before it ends; i is at least 1. */
static inline bool visible_goes_on(const Visible *visible, int i)
{
    return i < visible->pieces &&
           visible->piece[i - 1].to.x_cell == visible->piece[i].from.x_cell &&
           visible->piece[i - 1].to.y_cell == visible->piece[i].from.y_cell;
}

/** Release the pieces; there are none then. NULL is allowed. */
void visible_free(Visible *visible);

#endif
