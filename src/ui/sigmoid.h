/* The curve of the sigmoid with one point marked: how z becomes an activation. */
#ifndef UI_SIGMOID_H
#define UI_SIGMOID_H

#include "ui/paint.h"

/** Draw it with the point at z marked, a = sigmoid(z). Axis numbers are inside the box. */
void sigmoid_draw(Paint *out, double z, double a, SDL_Rect box);

#endif
