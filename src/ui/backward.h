/* What the cost of one drawing is made of, right of the picture of the network: of each output how
 * far it is off, as a square, and the squares' sum; and what a step would make of them. */
#ifndef UI_BACKWARD_H
#define UI_BACKWARD_H

#include "nn/net.h"
#include "ui/paint.h"

/** Where its parts are, in output pixels; empty where there is no room. */
typedef struct BackwardPlaces {
    SDL_Rect bars, squares, values;                       /* columns, level with the outputs */
    SDL_Rect bars_label, squares_label;                   /* over them */
    SDL_Rect cost_label, cost, number;                    /* the sum, as a square and as a number */
    SDL_Rect step_label, step_number, rate, slider, undo; /* of a step, under it */
    float side;                                           /* of a square of area 1, at most */
} BackwardPlaces;

/** Place it where other pictures of the network have their bars and the answer; `labels` is the
 * line over the picture. */
void backward_place(BackwardPlaces *places, const Paint *paint, SDL_Rect bars, SDL_Rect answer,
                    SDL_Rect labels);

/** What it shows; borrowed for the frame. */
typedef struct Backward {
    bool awake;           /* there is a drawing; else all rests */
    const float *outputs; /* 10 */
    const float *ahead;   /* what they would be after a step */
    int label;            /* the digit that it should be */
    NetCost kind;
    float rate;  /* of the step */
    float grown; /* how far the squares have, 0..1; the bars give them their room */
} Backward;

/** The row of an output, through all columns. */
SDL_Rect backward_row(const BackwardPlaces *places, int digit);

/** Draw it. */
void backward_draw(Paint *out, const BackwardPlaces *places, const Backward *backward);

#endif
