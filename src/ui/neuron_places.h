/* Where the parts of the view of one neuron are, and what is at a place in it. */
#ifndef UI_NEURON_PLACES_H
#define UI_NEURON_PLACES_H

#include "nn/net.h"
#include "ui/tiles.h"

/** Counts of its parts. */
enum {
    NEURON_TERMS = 24,   /* rows of the sum at most, besides the fixed ones */
    NEURON_PICTURES = 2, /* the weights, and the weights times the drawing */
    NEURON_LEAST_IMAGES = 4,
};

/** The rows of the sum under its terms, in this order. */
typedef enum NeuronRow { NEURON_REST, NEURON_BIAS, NEURON_Z, NEURON_A, NEURON_ROWS } NeuronRow;

/** Boxes without width are not shown: there is no room for them. */
typedef struct NeuronPlaces {
    SDL_Rect picker[NET_MAX_LAYERS]; /* a row of neurons for each layer, right of its name */
    int name_w;                      /* of the names */
    SDL_Rect title, head;            /* over the sum: the neuron's name, the names of the columns */
    SDL_Rect sum;                    /* terms, then the fixed rows */
    int terms, row_h;                /* that fit */
    bool wide;                       /* the sum has columns for weight and activation */
    SDL_Rect picture[NEURON_PICTURES], caption[NEURON_PICTURES], scale[NEURON_PICTURES];
    SDL_Rect curve_label, curve;
    SDL_Rect images_label, images;
    int image_columns;
    SDL_Rect wall; /* in the place of all from title to images */
    SDL_Rect foot; /* the row of buttons */
} NeuronPlaces;

/** Place all parts in a box, the wall over those it takes the place of. The images go where there
 * is no room, and in a narrow box the columns of weight and activation. */
void neuron_place(NeuronPlaces *places, const Paint *paint, const NetShape *shape, SDL_Rect box);

/** The box of one neuron in the picker's row of its layer. */
SDL_Rect neuron_cell(const NeuronPlaces *places, const NetShape *shape, int layer, int neuron);

/** The neuron at (x, y) in the picker. False where there is none. */
bool neuron_at(const NeuronPlaces *places, const NetShape *shape, SDL_Point at, int *layer,
               int *neuron);

/** The box of row `row` of the sum, counted over terms and fixed rows; `terms` of them show. */
SDL_Rect neuron_row(const NeuronPlaces *places, int row);

/** The row of the sum at a place, of `rows` rows; -1 for none. */
int neuron_row_at(const NeuronPlaces *places, int rows, SDL_Point at);

/** The box of a pixel in a picture of 28x28. */
SDL_Rect neuron_pixel(SDL_Rect picture, int pixel);

/** The pixel of a picture at a place, the nearest where it is outside. */
int neuron_pixel_at(SDL_Rect picture, SDL_Point at);

#endif
