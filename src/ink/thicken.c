/* Lines measured, and drawn wider by the distance of each pixel to them. */
#include "ink/thicken.h"

#include <math.h>
#include <stdlib.h>

enum {
    SMALL_PX = 28,   /* a digit no longer than this is as wide as its pixels let it be */
    FIT_SIDE = 20,   /* cells that the longer side of a digit becomes */
    WORK_SIDE = 200, /* pixels that it has while it is drawn again, about */
    STRAIGHT = 3,    /* of a distance: a pixel to the side, and ... */
    ASKEW = 4,       /* ... one across a corner; chamfer distance, Borgefors (1986) */
};

static const double THIN_CELL = 1.6; /* lines below are drawn again ... */
static const double LINE_CELL = 2.1; /* ... as wide as this */
static const double BOX_SHARE = 8.0; /* ink below this part of the strongest does not count */

/* A digit's box, and the width of its lines, in pixels. */
typedef struct Shape {
    int x, y, end_x, end_y;
    double line;
} Shape;

static int level_at(const Field *ink, int x, int y)
{
    bool inside = x >= 0 && y >= 0 && x < ink->width && y < ink->height;
    return inside ? ink->at[(size_t)y * (size_t)ink->width + (size_t)x] : 0;
}

/* A line's ink for each pixel of its length is its width times its level, and what it rises and
 * falls by is twice its level: so the width is twice all ink by all slopes. */
static Shape measure(const Field *ink)
{
    Shape shape = {ink->width, ink->height, 0, 0, 0.0};
    double sum = 0.0, slopes = 0.0;
    int least = (int)ceil(field_quantile(ink, 0, 1.0) / BOX_SHARE);
    for (int y = -1; y < ink->height; y++) {
        for (int x = -1; x < ink->width; x++) {
            int level = level_at(ink, x, y), right = level_at(ink, x + 1, y);
            int low = level_at(ink, x, y + 1), corner = level_at(ink, x + 1, y + 1);
            slopes +=
                hypot((right + corner - level - low) / 2.0, (low + corner - level - right) / 2.0);
            sum += level;
            if (level > 0 && level >= least) {
                shape.x = x < shape.x ? x : shape.x;
                shape.y = y < shape.y ? y : shape.y;
                shape.end_x = x >= shape.end_x ? x + 1 : shape.end_x;
                shape.end_y = y >= shape.end_y ? y + 1 : shape.end_y;
            }
        }
    }
    shape.line = slopes > 0.0 ? 2.0 * sum / slopes : 0.0;
    return shape;
}

/* The level at a place between the middles of pixels. */
static double level_between(const Field *ink, double x, double y)
{
    int left = (int)floor(x - 0.5), top = (int)floor(y - 0.5);
    double dx = x - 0.5 - left, dy = y - 0.5 - top;
    double above = level_at(ink, left, top) * (1 - dx) + level_at(ink, left + 1, top) * dx;
    double below = level_at(ink, left, top + 1) * (1 - dx) + level_at(ink, left + 1, top + 1) * dx;
    return above * (1 - dy) + below * dy;
}

/* How far a pixel is from ink by the one at (x + dx, y + dy), whose distance is known. */
static int by_way_of(const int *distance, const Field *made, int x, int y, int dx, int dy, int best)
{
    if (x + dx < 0 || y + dy < 0 || x + dx >= made->width || y + dy >= made->height) {
        return best;
    }
    int step = dx != 0 && dy != 0 ? ASKEW : STRAIGHT;
    int way = distance[(y + dy) * made->width + x + dx] + step;
    return way < best ? way : best;
}

/* Distances to the nearest pixel that has 0, STRAIGHT for each pixel. */
static void spread(int *distance, const Field *made)
{
    for (int pass = 0; pass < 2; pass++) {
        int turn = pass == 0 ? -1 : 1;
        for (int i = 0; i < field_pixels(made); i++) {
            int at = pass == 0 ? i : field_pixels(made) - 1 - i;
            int x = at % made->width, y = at / made->width, best = distance[at];
            best = by_way_of(distance, made, x, y, turn, 0, best);
            for (int dx = -1; dx <= 1; dx++) {
                best = by_way_of(distance, made, x, y, dx, turn, best);
            }
            distance[at] = best;
        }
    }
}

/* Draw what is at least half of the strongest ink, wider by `wider` pixels of the work on each
 * side, at `scale` pixels for each one of the ink. */
static bool draw_wider(const Field *ink, const Shape *shape, double scale, double wider,
                       Field *made)
{
    int margin = (int)ceil(wider) + 2,
        most = field_quantile(ink, field_quantile(ink, 0, 1.0) / 4, 0.6);
    int width = (int)ceil((shape->end_x - shape->x) * scale) + 2 * margin;
    int height = (int)ceil((shape->end_y - shape->y) * scale) + 2 * margin;
    int *distance = malloc((size_t)width * (size_t)height * sizeof *distance);
    if (distance == NULL || !field_make(made, width, height)) {
        free(distance);
        return false;
    }
    for (int i = 0; i < field_pixels(made); i++) {
        double x = shape->x + (i % width - margin + 0.5) / scale;
        double y = shape->y + (i / width - margin + 0.5) / scale;
        distance[i] = 2.0 * level_between(ink, x, y) >= most ? 0 : STRAIGHT * (width + height);
    }
    spread(distance, made);
    for (int i = 0; i < field_pixels(made); i++) {
        double share = wider + 0.5 - (double)distance[i] / STRAIGHT;
        made->at[i] = (uint8_t)(UINT8_MAX * fmin(fmax(share, 0.0), 1.0));
    }
    free(distance);
    return true;
}

bool thicken(Field *ink)
{
    Shape shape = measure(ink);
    int longer = shape.end_x - shape.x > shape.end_y - shape.y ? shape.end_x - shape.x
                                                               : shape.end_y - shape.y;
    if (longer <= SMALL_PX || shape.line * FIT_SIDE >= THIN_CELL * longer) {
        return true;
    }
    /* Lines and the digit grow alike: the width is to be right after both. */
    double share = LINE_CELL / FIT_SIDE;
    double wider = (share * longer - shape.line) / (2.0 * (1.0 - share));
    double scale = (double)WORK_SIDE / longer;
    Field made;
    if (!draw_wider(ink, &shape, scale, wider * scale, &made)) {
        return false;
    }
    field_free(ink);
    *ink = made;
    return true;
}
