/* Where the view Slope has everything. */
#ifndef VIEWS_SLOPE_SLOPE_PAGE_H
#define VIEWS_SLOPE_SLOPE_PAGE_H

#include "ui/paint.h"

/** Sentences under the picture, of which that of the minibatch is left out where room is short. */
enum { SLOPE_SAY_STEP, SLOPE_SAY_MINIBATCH, SLOPE_SAY_RATE, SLOPE_SAYS };

/** In output pixels; what there is no room for is empty. */
typedef struct SlopePlaces {
    SDL_Rect less, more, uphill, renew; /* beside the ways to look */
    SDL_Rect title, plot;
    SDL_Rect axis_x, axis_y;     /* the numbers of the plot: under it, left of it */
    SDL_Rect paths_title, paths; /* under it, with the same axis across */
    SDL_Rect said[SLOPE_SAYS];
    SDL_Rect rates[3], rate, rate_text, step, play, back; /* below all */
} SlopePlaces;

/** Place it. @param row  beside the ways to look at Learning; empty for a picture alone */
void slope_page_place(SlopePlaces *places, Paint *paint, SDL_Rect box, SDL_Rect row);

#endif
