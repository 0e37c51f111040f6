/* The curve of the sigmoid with one point marked: how z becomes an activation. */
#ifndef UI_SIGMOID_H
#define UI_SIGMOID_H

#include "ui/paint.h"

/** Draw it with the point at z marked, a = sigmoid(z). Axis numbers are inside the box. */
void sigmoid_draw(Paint *out, double z, double a, SDL_Rect box);

/** Draw the curve alone from z = low to high, over the whole width of the box. */
void sigmoid_draw_plain(Paint *out, double low, double high, SDL_Rect box);

/** How far under the upper edge of such a box, `h` high, an activation is. */
float sigmoid_height(const Paint *paint, int h, double a);

#endif
