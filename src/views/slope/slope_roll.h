/* The measurements of the view Slope, and its balls: what is computed a part a frame, on copies. */
#ifndef VIEWS_SLOPE_SLOPE_ROLL_H
#define VIEWS_SLOPE_SLOPE_ROLL_H

#include "views/slope/view_slope.h"

/** A part of a frame: the curve, the slope under the balls, and the next step where it is due. */
void slope_roll_work(SlopeView *view);

/** How long until it goes on, in ms; -1: nothing is to be done. */
int slope_roll_sleep_ms(const SlopeView *view);

/** Take a copy of the network as it is now, and begin anew. */
void slope_roll_renew(SlopeView *view);

/** Whether the network on show is another one than the copy. */
bool slope_roll_is_stale(const SlopeView *view);

/** Go along a weight of the list, or with -1 uphill. */
void slope_roll_choose(SlopeView *view, int chosen);

/** Put both balls at a place, and forget their paths. */
void slope_roll_put(SlopeView *view, double place);

/** Take that rate of the curve. */
void slope_roll_take_rate(SlopeView *view, SlopeRate which);

/** Put both balls where that rate begins. */
void slope_roll_begin(SlopeView *view);

/** Where a ball shows, on its way. */
double slope_roll_place(const SlopeView *view, int ball);

/** Whether the ball has gone so far beyond the picture that nothing is to be learned there. */
bool slope_roll_is_lost(const SlopeView *view);

/** Whether a step can be made. */
bool slope_roll_can_step(const SlopeView *view);

#endif
