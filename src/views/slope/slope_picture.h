/* The picture of the view Slope: the curve with its balls, and under it their paths. */
#ifndef VIEWS_SLOPE_SLOPE_PICTURE_H
#define VIEWS_SLOPE_SLOPE_PICTURE_H

#include "views/slope/view_slope.h"

/** Draw it, without widgets. */
void slope_picture_draw(const SlopeView *view);

/** The place on the line under x. */
double slope_picture_place_at(const SlopeView *view, int x);

/** Where a ball is in the window. */
SDL_Point slope_picture_ball(const SlopeView *view, int ball);

#endif
