/* Boxes on the sheet. Comparisons instead of fminf() and fmaxf(), which are calls on many machines
 * because of numbers that are none; there are no such points in a drawing. */
#ifndef INK_BOX_H
#define INK_BOX_H

#include "ink/drawing.h"

/** From the top left corner to the bottom right one. */
typedef struct Box {
    Point low, high;
} Box;

/** Make the box reach as far as another one. */
static inline void box_include(Box *box, const Box *other)
{
    box->low.x_cell = other->low.x_cell < box->low.x_cell ? other->low.x_cell : box->low.x_cell;
    box->low.y_cell = other->low.y_cell < box->low.y_cell ? other->low.y_cell : box->low.y_cell;
    box->high.x_cell =
        other->high.x_cell > box->high.x_cell ? other->high.x_cell : box->high.x_cell;
    box->high.y_cell =
        other->high.y_cell > box->high.y_cell ? other->high.y_cell : box->high.y_cell;
}

/** The box of all that is within `margin_cell` of a straight line. */
static inline Box box_around(Point from, Point to, float margin_cell)
{
    Box box = {from, from}, end = {to, to};
    box_include(&box, &end);
    box.low.x_cell -= margin_cell;
    box.low.y_cell -= margin_cell;
    box.high.x_cell += margin_cell;
    box.high.y_cell += margin_cell;
    return box;
}

/** How wide a box is. */
static inline float box_width(const Box *box)
{
    return box->high.x_cell - box->low.x_cell;
}

/** How high it is. */
static inline float box_height(const Box *box)
{
    return box->high.y_cell - box->low.y_cell;
}

/** Whether two boxes have a point in common, edges included. */
static inline bool box_overlaps(const Box *a, const Box *b)
{
    return a->low.x_cell <= b->high.x_cell && b->low.x_cell <= a->high.x_cell &&
           a->low.y_cell <= b->high.y_cell && b->low.y_cell <= a->high.y_cell;
}

#endif
