/* The slant of ink by its moments and its edges. */
#include "ink/slant.h"

#include <math.h>
#include <stddef.h>

static const double SLANT_MAX = 1.0;

/* So much further than the edges lean the moments may shear, as that makes inputs more alike: 8.5
 * degrees, which show little. */
static const double SLANT_FREE = 0.15;

void slant_add_line(InkSums *sums, Point from, Point to)
{
    double ax = from.x_cell, ay = from.y_cell, bx = to.x_cell, by = to.y_cell;
    double length = sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay));
    sums->weight += length;
    sums->x += length * (ax + bx) / 2;
    sums->y += length * (ay + by) / 2;
    sums->xy += length * (2 * ax * ay + ax * by + bx * ay + 2 * bx * by) / 6;
    sums->yy += length * (ay * ay + ay * by + by * by) / 3;
    if (length > 0.0) {
        sums->edge_xy += (bx - ax) * (by - ay) / length;
        sums->edge_yy += (by - ay) * (by - ay) / length;
    }
}

void slant_add_row(InkSums *sums, const uint8_t *level, int width, int y)
{
    int64_t sum = 0, sum_x = 0;
    for (int x = 0; x < width; x++) {
        sum += level[x];
        sum_x += level[x] * x;
    }
    sums->weight += (double)sum;
    sums->x += (double)sum_x;
    sums->y += (double)sum * y;
    sums->xy += (double)sum_x * y;
    sums->yy += (double)sum * y * y;
}

/* An edge runs at a right angle to the gradient, (right, down) here, at a corner of four pixels. */
void slant_add_edges(InkSums *sums, const uint8_t *above, const uint8_t *below, int width)
{
    int64_t sum_xy = 0, sum_yy = 0;
    int left_above = 0, left_below = 0;
    for (int x = 0; x <= width; x++) {
        int at_above = above && x < width ? above[x] : 0;
        int at_below = below && x < width ? below[x] : 0;
        int right = at_above + at_below - left_above - left_below;
        int down = left_below + at_below - left_above - at_above;
        sum_xy -= right * down;
        sum_yy += right * right;
        left_above = at_above;
        left_below = at_below;
    }
    sums->edge_xy += (double)sum_xy;
    sums->edge_yy += (double)sum_yy;
}

static double ratio(double together, double spread)
{
    if (fabs(together) < SLANT_MAX * spread) {
        return together / spread;
    }
    return together > 0.0 ? SLANT_MAX : together < 0.0 ? -SLANT_MAX : 0.0;
}

double slant_of(const InkSums *sums, Preparation preparation)
{
    if (sums->weight <= 0.0 || !preparation_straightens(preparation)) {
        return 0.0;
    }
    double slant = ratio(sums->xy - sums->x * sums->y / sums->weight,
                         sums->yy - sums->y * sums->y / sums->weight);
    if (preparation == PREPARATION_STRAIGHTENED) {
        return slant;
    }
    double edges = ratio(sums->edge_xy, sums->edge_yy);
    return fmin(fmax(slant, fmin(edges, 0.0) - SLANT_FREE), fmax(edges, 0.0) + SLANT_FREE);
}
