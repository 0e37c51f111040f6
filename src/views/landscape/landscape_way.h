/* The way of the run across the landscape, and the ball. */
#ifndef VIEWS_LANDSCAPE_LANDSCAPE_WAY_H
#define VIEWS_LANDSCAPE_LANDSCAPE_WAY_H

#include "views/landscape/view_landscape.h"

/** Where a place of the plane is in a picture, from the picture's own corner. */
typedef SDL_FPoint LandscapeToPixels(const LandscapeView *view, const double at[2]);

/** Draw the way and the ball into a picture that lies on the canvas. @param hidden  the ball is
 * behind ground, and see-through */
void landscape_way_draw(const LandscapeView *view, Canvas *canvas, LandscapeToPixels *to_pixels,
                        bool hidden);

/** The moment of the run, as a frame of the time line, within so many pixels of a point of the map;
 * -1 where there is none. */
int landscape_way_frame_at(const LandscapeView *view, SDL_Point at, float within_px);

/** "start" and, where the ball is elsewhere, "end", beside the way on the map. */
void landscape_way_label(const LandscapeView *view, LandscapeToPixels *to_pixels);

#endif
