/* A frame of the film of a run: the drawing and its answer, what the neurons look for, the ground
 * of the cost, what the minibatches cost, and a line that says which run it is. */
#ifndef UI_FILM_PICTURE_H
#define UI_FILM_PICTURE_H

#include "ui/chart.h"
#include "ui/film_ground.h"
#include "ui/neuron_wall.h"
#include "ui/sheet.h"
#include "ui/strip.h"

/** The size of the picture, in design pixels. */
enum { FILM_PICTURE_W = 1280, FILM_PICTURE_H = 720 };

/** What it shows; the pointers are borrowed for the frame. */
typedef struct FilmPicture {
    const Sheet *sheet;
    Chart chart;
    NeuronWall wall;
    int neurons, of;   /* that the wall shows, of so many of the first layer */
    const Strip *cost; /* its points and ticks */
    char moment[96];   /* "epoch 0.02 of 60 · minibatch 21 · cost 2.31" */
    const char *caption;
    const FilmGround *ground; /* NULL for none */
} FilmPicture;

/** Where its parts are: a ground has the place of the wall, and that the place of the large answer.
 */
typedef struct FilmPlaces {
    SDL_Rect sheet, answer, digits, bars, wall, cost, caption;
    SDL_Rect ground; /* empty where there is none */
    SDL_Rect sheet_label, bars_label, wall_label, ground_label, cost_label;
} FilmPlaces;

/** Place them in a box of FILM_PICTURE_W x FILM_PICTURE_H design pixels. */
void film_picture_place(FilmPlaces *places, const Paint *paint, bool ground, SDL_Rect box);

/** Draw it. */
void film_picture_draw(Paint *out, const FilmPicture *picture, SDL_Rect box);

#endif
