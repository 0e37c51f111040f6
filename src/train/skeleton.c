/* Reads the texts of forms. They are part of the program, so a wrong one is a bug. */
#include "train/skeleton.h"

#include <assert.h>

static const float SIDE = 100.0f;

static bool take(const char **at, char wanted)
{
    if (**at != wanted) {
        return false;
    }
    (*at)++;
    return true;
}

static float take_number(const char **at)
{
    bool negative = take(at, '-');
    assert(**at >= '0' && **at <= '9');
    int value = 0;
    while (**at >= '0' && **at <= '9') {
        value = value * 10 + (*(*at)++ - '0');
    }
    return (float)(negative ? -value : value);
}

static Knot take_place(const char **at)
{
    Knot knot = {.x = take_number(at)};
    bool ok = take(at, ',');
    assert(ok);
    knot.y = take_number(at);
    return knot;
}

/* `way` is how far on the way a knot lies that has two places. */
static Knot take_knot(const char **at, float way, Rng *rng)
{
    Knot knot;
    if (take(at, '?')) {
        knot = (Knot){.x = SIDE * rng_unit(rng)};
        knot.y = SIDE * rng_unit(rng);
    } else {
        knot = take_place(at);
        if (take(at, ':')) {
            Knot other = take_place(at);
            knot.x += way * (other.x - knot.x);
            knot.y += way * (other.y - knot.y);
        }
    }
    knot.corner = take(at, '!');
    return knot;
}

void skeleton_read(Skeleton *skeleton, const char *text, Rng *rng)
{
    float way = rng_unit(rng);
    int knots = 0;
    skeleton->strokes = 0;
    while (*text) {
        assert(knots < SKELETON_KNOTS && skeleton->strokes < SKELETON_STROKES);
        skeleton->knot[knots++] = take_knot(&text, way, rng);
        if (take(&text, ';') || !*text) {
            skeleton->end[skeleton->strokes++] = knots;
        }
        bool blank = take(&text, ' ');
        assert(blank || !*text);
    }
}

int skeleton_first(const Skeleton *skeleton, int stroke)
{
    return stroke > 0 ? skeleton->end[stroke - 1] : 0;
}
