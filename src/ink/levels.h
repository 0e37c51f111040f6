/* Ink as levels row by row, resampled once, by area, onto the sheet: so an MNIST image that is
 * fitted again stays as it is. */
#ifndef INK_LEVELS_H
#define INK_LEVELS_H

#include "ink/normalise.h"

/** The most columns of Levels. */
enum { LEVELS_MAX_SIDE = 1024 };

/** Levels, 0 for paper, of no more than LEVELS_MAX_SIDE columns. */
typedef struct Levels {
    const uint8_t *level;
    int width, height;
} Levels;

/** The network's input for ink; the strongest cell gets full ink. Blank where there is none. */
void levels_prepare(const Levels *ink, Preparation preparation, Sheet *input);

#endif
