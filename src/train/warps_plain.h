/* Sampling and listing in C alone. */
#ifndef TRAIN_WARPS_PLAIN_H
#define TRAIN_WARPS_PLAIN_H

#include <string.h>

#include "nn/net.h"
#include "train/warps_cells.h"

/** The levels around a place, as they lie in memory where each row is mixed with the next. */
typedef struct WarpCorners {
    uint8_t upper_left, lower_left, upper_right, lower_right;
} WarpCorners;

/** The spans of a row, given its knots. */
static inline void warps_spread(const int16_t *knot, WarpSpans *spans)
{
    for (int k = 0; k < WARP_STRIDE / WARP_SPAN; k++) {
        for (int j = 0; j < WARP_SPAN; j++) {
            spans->before[k * WARP_SPAN + j] = knot[k];
            spans->own[k * WARP_SPAN + j] = knot[k + 1];
            spans->behind[k * WARP_SPAN + j] = knot[k + 2];
        }
    }
}

/** Bilinear interpolation: down in whole parts, then across. Around the changed cells all is blank.
 * @param[out] cells  as far as the row behind the image */
static inline void warps_sample(const WarpCells *source, const WarpPlaces *places, WarpCells *cells)
{
    enum { CELLS = WARP_SIDE * WARP_STRIDE, PAIRS = (WARP_ROWS - 1) * WARP_STRIDE };
    uint8_t pair[2 * PAIRS];
    uint16_t at[CELLS];
    WarpCorners corners[CELLS];
    for (int i = 0; i < PAIRS; i++) {
        pair[2 * i] = source->level[i];
        pair[2 * i + 1] = source->level[i + WARP_STRIDE];
    }
    for (int i = 0; i < CELLS; i++) {
        at[i] = (uint16_t)((places->y[i] >> WARP_PART_BITS) * WARP_STRIDE +
                           (places->x[i] >> WARP_PART_BITS));
    }
    for (int i = 0; i < CELLS; i++) {
        memcpy(&corners[i], pair + 2 * at[i], sizeof *corners);
    }
    uint8_t *level = cells->level + WARP_STRIDE;
    for (int i = 0; i < CELLS; i++) {
        WarpCorners c = corners[i];
        int16_t down = places->y[i] >> 2 & 63, across = (int16_t)((places->x[i] & 255) << 7);
        int16_t left = (int16_t)(c.upper_left * 64 + (c.lower_left - c.upper_left) * down);
        int16_t right = (int16_t)(c.upper_right * 64 + (c.lower_right - c.upper_right) * down);
        int16_t change = (int16_t)((int16_t)(2 * (right - left)) * across >> 16);
        level[i] = (uint8_t)((left + change + 32) >> 6);
    }
    memset(cells->level, 0, WARP_STRIDE);
    for (int row = 1; row <= WARP_SIDE; row++) {
        memset(cells->level + row * WARP_STRIDE + WARP_SIDE, 0, WARP_STRIDE - WARP_SIDE);
    }
    memset(cells->level + (WARP_SIDE + 1) * WARP_STRIDE, 0, WARP_STRIDE);
}

/** The cells with ink, in the order of net_input(). */
static inline NetInput warps_list(const WarpCells *cells, NetInputRoom *room)
{
    uint8_t level[NET_INPUTS];
    for (int row = 0; row < WARP_SIDE; row++) {
        memcpy(level + row * WARP_SIDE, cells->level + (row + 1) * WARP_STRIDE, WARP_SIDE);
    }
    for (int i = 0; i < NET_INPUTS; i++) {
        level[i] = level[i] < WARP_FAINT ? 0 : level[i];
    }
    return net_input(level, room);
}

#endif
