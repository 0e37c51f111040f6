/* Wishes of a gradient as arrows, bars and pictures. The wish is the way against the gradient: up
 * and blue where the thing should rise, down and orange where it should fall. */
#ifndef UI_WISH_H
#define UI_WISH_H

#include "ui/paint.h"

/** Bytes of a number, its final 0 included; cells of a side of the picture. */
enum { WISH_TEXT = 16, WISH_CELLS = 28 };

/** A number in little room, two or three digits of it: "-0.123", "12.3", "3.1e-5". */
void wish_print(double value, char text[WISH_TEXT]);

/** The largest size of `count` values that are `stride` apart. */
float wish_largest(const float *gradient, int stride, int count);

/** An arrow up (share > 0) or down, as long as `share` of the height, none where that is nothing.
 */
void wish_arrow(Paint *out, SDL_Rect box, float share);

/** A bar right (share > 0) or left of the middle. */
void wish_bar(Paint *out, SDL_Rect box, float share);

/** A bar for each value up or down from the middle, the largest as high as the box; `marked` is set
 * apart, -1 for none. */
void wish_bars(Paint *out, SDL_Rect box, const float *gradient, int count, int marked);

/** The bar at x, 0..count-1. */
int wish_bar_at(SDL_Rect box, int count, int x);

/** 28x28 values that are `stride` apart as cells; those that should fall have a dash where there is
 * room for one. */
void wish_picture(Paint *out, SDL_Rect box, const float *gradient, int stride);

/** The cell at a point in the box, row by row. */
int wish_cell_at(SDL_Rect box, SDL_Point at);

#endif
