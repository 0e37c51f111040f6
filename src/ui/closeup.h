/* One neuron close up: its weights with the ink's outline on them or the pictures of the neurons
 * before, and its sum as steps that end on the sigmoid. */
#ifndef UI_CLOSEUP_H
#define UI_CLOSEUP_H

#include "ink/contour.h"
#include "nn/look.h"
#include "ui/closeup_places.h"
#include "ui/tiles.h"

/** Neurons before that show at most. */
enum { CLOSEUP_TILES = LOOK_TERMS };

/** A neuron before: what it looks for, and what it brings. */
typedef struct CloseupTile {
    LookTerm term;
    const float *picture; /* 784; borrowed */
    float full;           /* its largest number by size */
} CloseupTile;

/** What is drawn; all that it points at is borrowed for the frame. */
typedef struct Closeup {
    const LookSum *sum;
    CloseupAxis axis;
    bool of_pixels;    /* a neuron of the first layer */
    const char *needs; /* what the bias means */
    bool bias_held;    /* the bias has the keyboard or the pointer */
    /* Of one of the first layer. */
    const float *weight; /* 784 */
    float full;          /* the largest by size */
    int mark;            /* the pixel that is framed; below 0 for none */
    const ContourPiece *outline;
    int pieces;
    /* Of others. */
    const CloseupTile *tile;
    int tiles, of; /* that show, of so many neurons before */
    const TilesPlaces *tiles_places;
} Closeup;

/** The weights, a cell each, or the pictures of the neurons before: the brighter the more they
 * fire, with an edge as strong as the weight that leads from them. */
void closeup_draw_picture(Paint *out, const CloseupPlaces *places, const Closeup *closeup);

/** The steps, the sigmoid on the same axis and the neuron's point on it; a line leads from there to
 * the height at which it leaves the box of the sum, `right` its edge. */
void closeup_draw_sum(Paint *out, const CloseupPlaces *places, const Closeup *closeup, int right);

/** The height of the neuron's point on the sigmoid. */
float closeup_point_y(const Paint *paint, const CloseupPlaces *places, double activation);

#endif
