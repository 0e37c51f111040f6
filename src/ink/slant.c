/* The slant of ink by its moments. */
#include "ink/slant.h"

#include <math.h>

static const double SLANT_MAX = 1.0;

void slant_add_line(Moments *moments, Point from, Point to)
{
    double ax = from.x_cell, ay = from.y_cell, bx = to.x_cell, by = to.y_cell;
    double length = sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay));
    moments->weight += length;
    moments->x += length * (ax + bx) / 2;
    moments->y += length * (ay + by) / 2;
    moments->xy += length * (2 * ax * ay + ax * by + bx * ay + 2 * bx * by) / 6;
    moments->yy += length * (ay * ay + ay * by + by * by) / 3;
}

void slant_add_row(Moments *moments, const uint8_t *level, int width, int y)
{
    int64_t sum = 0, sum_x = 0;
    for (int x = 0; x < width; x++) {
        sum += level[x];
        sum_x += level[x] * x;
    }
    moments->weight += (double)sum;
    moments->x += (double)sum_x;
    moments->y += (double)sum * y;
    moments->xy += (double)sum_x * y;
    moments->yy += (double)sum * y * y;
}

double slant_of(const Moments *moments)
{
    if (moments->weight <= 0.0) {
        return 0.0;
    }
    double covariance = moments->xy - moments->x * moments->y / moments->weight;
    double variance = moments->yy - moments->y * moments->y / moments->weight;
    if (fabs(covariance) < SLANT_MAX * variance) {
        return covariance / variance;
    }
    return covariance > 0.0 ? SLANT_MAX : covariance < 0.0 ? -SLANT_MAX : 0.0;
}
