/* Costs over a plane as a relief: heights on a log scale, bands between contour lines, and the map
 * of them, drawn into an image that is kept while nothing changes. */
#ifndef BASE_RELIEF_H
#define BASE_RELIEF_H

#include "base/palette.h"

#include <stdbool.h>
#include <stdint.h>

/** Points along a side at most, contour lines at most, shades from the lowest to the highest. */
enum { RELIEF_SIDE = 97, RELIEF_LINES = 16, RELIEF_SHADES = 256 };

/** Heights on a square grid. */
typedef struct Relief {
    int side;                                  /* points along a side, 2..RELIEF_SIDE; 0 for none */
    float log_cost[RELIEF_SIDE * RELIEF_SIDE]; /* [v][u], side x side: natural logarithms */
    float lowest, highest;                     /* of them */
    float ratio;                               /* ln of one contour line's cost to the next one's */
    double low[2], high[2];                    /* u and v at the edges */
} Relief;

/** Pixels of a picture of it. */
typedef struct ReliefImage {
    uint32_t *pixel; /* ARGB8888, w x h */
    float *depth;    /* of the ground: nearer is less; likewise */
    int w, h;
} ReliefImage;

/**
 * Take heights in.
 *
 * @param height  costs; point (x, y) of the grid is height[(y * pitch + x) * step]
 */
void relief_make(Relief *relief, const float *height, int side, int pitch, int step);

/** The costs that contour lines are at, rising; returns how many. */
int relief_lines(const Relief *relief, float cost[RELIEF_LINES]);

/** Where a place lies across the relief, 0..1 from its low edge to its high edge. */
float relief_share(const Relief *relief, int axis, double at);

/** The logarithm of the cost there, shares of the way across: exact at the points of the grid, and
 * between them on a smooth surface through them. */
float relief_log_at(const Relief *relief, float u, float v);

/** The cost at a place of the plane. */
double relief_cost_at(const Relief *relief, const double at[2]);

/** The contour line that those below a height are counted from: below all heights, as a smooth
 * surface swings out a little. Line k is at the cost whose logarithm is k * ratio. */
float relief_first_line(const Relief *relief);

/** Shades from the lowest to the highest cost, as 0xffrrggbb, between colours 0xrrggbb. */
void relief_shades(const uint32_t colour[PALETTE_GROUND], uint32_t shade[RELIEF_SHADES]);

/** A shade in that much light, 0..1. */
static inline uint32_t relief_dimmed(uint32_t colour, float light)
{
    uint32_t keep = (uint32_t)(256.0f * light + 0.5f);
    uint32_t rb = (colour & 0xff00ffu) * keep >> 8 & 0xff00ffu;
    uint32_t g = (colour & 0x00ff00u) * keep >> 8 & 0x00ff00u;
    return 0xff000000u | rb | g;
}

/** Room for w x h pixels; what they were is lost where it was another size. False, and it is empty,
 * without memory. */
bool relief_image_fit(ReliefImage *image, int w, int h, bool with_depth);

/** Release them; zeroed then. */
void relief_image_free(ReliefImage *image);

/** Draw rows from..to-1 of the map into the image. */
void relief_map_rows(ReliefImage *image, const Relief *relief, const uint32_t shade[RELIEF_SHADES],
                     int from, int to);

/** The level of a logarithm of the cost, 0..1. */
float relief_level(const Relief *relief, float log_cost);

#endif
