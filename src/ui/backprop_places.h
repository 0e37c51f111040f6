/* Where the view Backprop has its parts, on its pages of numbers. */
#ifndef UI_BACKPROP_PLACES_H
#define UI_BACKPROP_PLACES_H

#include "nn/net.h"
#include "ui/paint.h"

/** Counts and sizes of its parts. */
enum {
    BACKPROP_ROWS = 16,    /* rows of weights or of a minibatch at most */
    BACKPROP_IMAGES = 8,   /* of a minibatch */
    BACKPROP_ASK = 2,      /* rows of the minibatch: biases, weights */
    BACKPROP_COSTS = 2,    /* squares, cross-entropy */
    BACKPROP_DIGIT_W = 26, /* design pixels of a button with a digit */
};

/** The pages of the view, one on show: one drawing as the picture of the network, with what the
 * cost is made of or with the list of its gradient, or as numbers; a minibatch. */
typedef enum BackpropPage {
    BACKPROP_PICTURE,
    BACKPROP_GRADIENT,
    BACKPROP_DRAWING,
    BACKPROP_MINIBATCH,
    BACKPROP_PAGES
} BackpropPage;

/** Where their parts are. Those of the page that is not on show, or without room, are empty. */
typedef struct BackpropPlaces {
    bool narrow; /* no room for words that can be left out */
    int line_h;  /* of a line of text */
    int row_h;   /* of a row of a table */
    int rows;    /* of weights, or of the minibatch */
    SDL_Rect page[BACKPROP_PAGES];
    SDL_Rect cost;
    SDL_Rect apply, undo, rate, rate_text;
    SDL_Rect kind[BACKPROP_COSTS]; /* of the cost; both at the same place where it is narrow */
    SDL_Rect layer[NET_MAX_LAYERS];
    /* What the drawing asks for. */
    SDL_Rect digit[NET_OUTPUTS];
    SDL_Rect outputs; /* ten rows; the line above them is outputs_head */
    SDL_Rect outputs_head;
    SDL_Rect deltas_label, deltas;
    SDL_Rect neuron[3]; /* lines about the one selected */
    SDL_Rect weights_head, weights;
    SDL_Rect picture; /* of the first layer's weights; else empty */
    SDL_Rect before_label, before;
    /* What the images of a minibatch ask for. */
    SDL_Rect next, mine, ask[BACKPROP_ASK];
    SDL_Rect image[BACKPROP_IMAGES], caption[BACKPROP_IMAGES + 1]; /* the last is the average's */
    SDL_Rect cells; /* rows x (a name, images, the average) */
    int name_w;
} BackpropPlaces;

/** Place a page of numbers. @param head  the line over it, for the pages' buttons at its right end
 * @param layer  the layer that is looked at, of `layers` */
void backprop_place(BackpropPlaces *places, const Paint *paint, SDL_Rect box, SDL_Rect head,
                    BackpropPage page, int layers, int layer);

/** Row i of `table`, `count` of them from top to bottom. */
SDL_Rect backprop_row(SDL_Rect table, int count, int i);

/** A cell of the minibatch's table: column -1 is the name, BACKPROP_IMAGES the average. */
SDL_Rect backprop_cell(const BackpropPlaces *places, int row, int column);

#endif
