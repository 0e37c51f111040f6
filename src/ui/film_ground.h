/* The ground of the cost in the film of a run: the way of the run across it so far, and the ball at
 * its end. */
#ifndef UI_FILM_GROUND_H
#define UI_FILM_GROUND_H

#include "ui/relief_ground.h"

/** What it shows; the pointers are borrowed for the frame. */
typedef struct FilmGround {
    const Relief *relief;
    const ReliefImage *image; /* of it, turned as film_ground_turn(); as large as the box */
    const double (*place)[2]; /* on the plane, in the order of the run */
    int places;               /* that it has come to, at least 1 */
} FilmGround;

/** How it is turned: all of it is in its box. */
ReliefTurn film_ground_turn(void);

/** Draw it. */
void film_ground_draw(Paint *out, const FilmGround *ground, SDL_Rect box);

#endif
