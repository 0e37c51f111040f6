/* The pictures of the view Landscape: the cost from above and as ground. */
#ifndef VIEWS_LANDSCAPE_LANDSCAPE_PICTURES_H
#define VIEWS_LANDSCAPE_LANDSCAPE_PICTURES_H

#include "views/landscape/view_landscape.h"

/** Take in what the survey has found since, if anything. */
void landscape_pictures_follow(LandscapeView *view);

/** Whether there is something to draw. */
bool landscape_pictures_has(const LandscapeView *view);

/** Draw what is stale of both, at the size of their boxes: one that was there in that size already
 * a part a frame. */
void landscape_pictures_update(LandscapeView *view);

/** Whether some of it is left to draw. */
bool landscape_pictures_are_stale(const LandscapeView *view);

/** Draw map and ground, with axes, the way of the run, and the ball. */
void landscape_pictures_draw(const LandscapeView *view);

/** Turn the ground by so many pixels of the pointer. */
void landscape_pictures_turn(LandscapeView *view, int dx, int dy);

/** The place of the plane under a point of the map; beyond its edges that of the edge. */
void landscape_pictures_place(const LandscapeView *view, SDL_Point at, double place[2]);

/** The place of the ground that shows at a point; false where there is none. */
bool landscape_pictures_pick(const LandscapeView *view, SDL_Point at, double place[2]);

/** Where the ball is on the map, or on the ground. */
SDL_Point landscape_pictures_ball(const LandscapeView *view, bool ground);

#endif
