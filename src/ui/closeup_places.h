/* Where the parts of one neuron seen close up are: its weights, its sum as steps on an axis, and
 * the sigmoid on the same axis. */
#ifndef UI_CLOSEUP_PLACES_H
#define UI_CLOSEUP_PLACES_H

#include "ui/layout.h"
#include "ui/paint.h"

/** The steps of the sum, in this order. */
typedef enum CloseupRow {
    CLOSEUP_POSITIVE,
    CLOSEUP_NEGATIVE,
    CLOSEUP_BIAS,
    CLOSEUP_ROWS
} CloseupRow;

/** In output pixels; empty where there is no room. */
typedef struct CloseupPlaces {
    SDL_Rect said;                            /* the sentence over all */
    SDL_Rect caption, picture, scale, legend; /* over the weights, and under them */
    SDL_Rect images_label, images;            /* under these */
    int image_columns;
    SDL_Rect sum_label;
    SDL_Rect label[CLOSEUP_ROWS], bar[CLOSEUP_ROWS], number[CLOSEUP_ROWS];
    SDL_Rect rule, z_label, z_number;
    SDL_Rect needs; /* what the bias means */
    SDL_Rect curve_label, curve, ticks;
    SDL_Rect foot; /* at the bottom right */
} CloseupPlaces;

/** The ends of the axis that the steps and the sigmoid share. */
typedef struct CloseupAxis {
    double low, high;
} CloseupAxis;

/** Place all parts as the layout has the picture and the sum. */
void closeup_place(CloseupPlaces *places, const Paint *paint, const Layout *layout);

/** An axis that all steps are on, and the sigmoid's slope. */
CloseupAxis closeup_axis(double positive, double negative, double z);

/** Where a sum is on the axis, in the window; beyond its ends, the end. */
float closeup_x(const CloseupPlaces *places, CloseupAxis axis, double z);

/** The sum at x. */
double closeup_z(const CloseupPlaces *places, CloseupAxis axis, int x);

/** The bias's step with room to take it by. */
SDL_Rect closeup_bias_box(const CloseupPlaces *places);

#endif
