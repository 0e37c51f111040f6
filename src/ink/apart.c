/* Columns of a drawing, parted by paper from top to bottom. */
#include "ink/apart.h"

#include <stdlib.h>

#include "ink/box.h"
#include "ink/stray.h"
#include "ink/visible.h"

/* As shares of the height of all of it: so much paper parts columns, and a digit is so high. */
static const float GAP = 0.08f, TALL = 0.6f;

static Box box_of(const Piece *piece)
{
    return box_around(piece->from, piece->to, 0.0f);
}

static int by_left(const void *a, const void *b)
{
    float left = box_of(a).low.x_cell, other = box_of(b).low.x_cell;
    return (left > other) - (left < other);
}

/* How many columns are tall. The pieces come into the order from left to right. */
static int tall_columns(Visible *visible)
{
    int columns = 0;
    Box all = box_of(&visible->piece[0]);
    for (int i = 1; i < visible->pieces; i++) {
        Box box = box_of(&visible->piece[i]);
        box_include(&all, &box);
    }
    float gap_cell = GAP * box_height(&all), tall_cell = TALL * box_height(&all);
    qsort(visible->piece, (size_t)visible->pieces, sizeof *visible->piece, by_left);
    for (int i = 0; i < visible->pieces;) {
        Box column = box_of(&visible->piece[i]), box = column;
        while (i < visible->pieces && box.low.x_cell <= column.high.x_cell + gap_cell) {
            box_include(&column, &box);
            i++;
            box = i < visible->pieces ? box_of(&visible->piece[i]) : box;
        }
        columns += box_height(&column) >= tall_cell;
    }
    return columns;
}

bool apart_several(const Drawing *drawing)
{
    Err unused;
    Visible visible;
    if (!visible_make(&visible, drawing, &unused)) {
        return false;
    }
    stray_leave_out(&visible);
    bool several = visible.pieces > 1 && tall_columns(&visible) > 1;
    visible_free(&visible);
    return several;
}
