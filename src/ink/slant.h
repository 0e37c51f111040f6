/* The slant of ink: how far it leans to the side for each cell of height. */
#ifndef INK_SLANT_H
#define INK_SLANT_H

#include <stdint.h>

#include "base/preparation.h"
#include "ink/drawing.h"

/** Sums over ink: of its weight, and of weight times place; and over its edges, of how far they run
 * to the side and down. A zeroed one is of no ink. */
typedef struct InkSums {
    double weight, x, y, xy, yy;
    double edge_xy, edge_yy;
} InkSums;

/** Add a thin straight line, its length as weight, and its edges; a dot adds nothing. */
void slant_add_line(InkSums *sums, Point from, Point to);

/** Add level[x] as the weight at (x, y), for x from 0 to width-1. */
void slant_add_row(InkSums *sums, const uint8_t *level, int width, int y);

/** Add the edges between two rows, one of which is NULL above the first and below the last. */
void slant_add_edges(InkSums *sums, const uint8_t *above, const uint8_t *below, int width);

/**
 * How far right the ink lies for each cell that it lies lower, so far as a preparation removes it:
 * the x of the ink become x - slant * y. From -1 to 1, and 0 for a dot, so that ink of hardly any
 * height hardly moves.
 *
 * Straightened: by the moments, the covariance of x and y by the variance of y. By these an upright
 * 7 leans, for its bar is on the left. Upright: by the moments, too, but hardly further than the
 * edges lean to that side, the mean of their dx / dy by dy squared. None for other preparations.
 */
double slant_of(const InkSums *sums, Preparation preparation);

#endif
