/* What the view Landscape says: under its pictures, in hints, as a table. */
#ifndef VIEWS_LANDSCAPE_LANDSCAPE_SAY_H
#define VIEWS_LANDSCAPE_LANDSCAPE_SAY_H

#include "views/landscape/view_landscape.h"

/** What is true of the ball and the plane, into view->say. */
void landscape_say_update(LandscapeView *view);

/** What a point of a picture is. @param ground  of the ground, else of the map */
void landscape_say_point(const LandscapeView *view, SDL_Point at, bool ground, Hint *hint);

/** The heights that are known, and the moments of the run, as CSV. */
bool landscape_say_table(const void *self, FILE *out);

#endif
