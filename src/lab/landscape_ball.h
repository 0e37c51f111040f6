/* The ball on the landscape: it lies at the weights on show, and can be dragged to others. */
#ifndef LAB_LANDSCAPE_BALL_H
#define LAB_LANDSCAPE_BALL_H

#include "lab/landscape.h"

/** Work out where the weights on show are, and what they cost, where that is not known. There is a
 * survey. @return whether it was not */
bool landscape_ball_place(Landscape *landscape, const Lab *lab);

/** Whether the person has dragged the ball to the weights on show. */
bool landscape_ball_is_walked(const Landscape *landscape, const Lab *lab);

/** Drag the ball: the network of that place of the plane comes on show. A run under way ends, its
 * time line stays; the first step of a walk keeps the weights for undo. Errors: out of memory;
 * nothing changes then. */
bool landscape_ball_drag(Landscape *landscape, Lab *lab, const double at[PLANE_AXES], Err *err);

/** End a walk at a frame of the time line: its own weights come on show. */
void landscape_ball_land(Landscape *landscape, Lab *lab, int frame);

#endif
