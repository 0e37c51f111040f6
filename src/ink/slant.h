/* The slant of ink: how far it leans to the side for each cell of height, by its moments. */
#ifndef INK_SLANT_H
#define INK_SLANT_H

#include <stdint.h>

#include "ink/drawing.h"

/** Sums over ink: of its weight, and of weight times place. A zeroed one is of no ink. */
typedef struct Moments {
    double weight, x, y, xy, yy;
} Moments;

/** Add a thin straight line, its length as weight; a dot adds nothing. */
void slant_add_line(Moments *moments, Point from, Point to);

/** Add level[x] as the weight at (x, y), for x from 0 to width-1. */
void slant_add_row(Moments *moments, const uint8_t *level, int width, int y);

/**
 * How far right the ink lies for each cell that it lies lower: the covariance of x and y by the
 * variance of y, so that ink whose x become x - slant * y leans to neither side. From -1 to 1, and
 * 0 for a dot, so that ink of hardly any height hardly moves.
 */
double slant_of(const Moments *moments);

#endif
