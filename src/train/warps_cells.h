/* Cells and where they come from, as the loops that change an image pass them on: several to a
 * vector, in rows of 32. */
#ifndef TRAIN_WARPS_CELLS_H
#define TRAIN_WARPS_CELLS_H

#include <stdint.h>

/** Rows and columns. The image has a blank row and column before it, and blank ones behind. */
enum {
    WARP_SIDE = 28,
    WARP_STRIDE = 32,
    WARP_PADDED = 30, /* rows, with one on either side */
    WARP_SPAN = 8,    /* cells from one knot of a warp to the next */
    WARP_ROWS = 34,   /* and those that are read with the last of them */
    WARP_PART_BITS = 8,
    WARP_PARTS = 1 << WARP_PART_BITS, /* places between two cells */
    WARP_FAINT = 6, /* levels below are taken for paper: they would cost time and teach nothing */
};

/** The levels of an image with its blank cells. The image's own first cell is in row 1, column 1 of
 * one to be changed; in row 1, column 0 of one that is changed: what is right of a row is left of
 * the next. */
typedef struct WarpCells {
    _Alignas(64) uint8_t level[WARP_ROWS * WARP_STRIDE];
} WarpCells;

/** Where each cell of a changed image comes from, in parts of a cell from the first blank one; the
 * rows' last four belong to no cell. */
typedef struct WarpPlaces {
    _Alignas(64) int16_t x[WARP_SIDE * WARP_STRIDE];
    _Alignas(64) int16_t y[WARP_SIDE * WARP_STRIDE];
} WarpPlaces;

/** Of a row of cells: the place of the knot whose span each is in, and those of its neighbours. */
typedef struct WarpSpans {
    _Alignas(64) int16_t before[WARP_STRIDE];
    int16_t own[WARP_STRIDE], behind[WARP_STRIDE];
} WarpSpans;

/** What the place of a cell, number i of its span, takes from the knot before its own and from the
 * one behind it, in 65536ths: 128 (15 - 2i)^2 and 128 (1 + 2i)^2. Its own gives the rest of 1. That
 * is a quadratic B-spline, which has no kinks, and leaves straight what is straight. */
extern const int16_t WARP_BEFORE[WARP_STRIDE], WARP_BEHIND[WARP_STRIDE];

#endif
