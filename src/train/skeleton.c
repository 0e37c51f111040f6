/* Reads the texts of forms. They are part of the program, so a wrong one is a bug. */
#include "train/skeleton.h"

#include <assert.h>
#include <math.h>

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

static int knots_of(const Skeleton *skeleton)
{
    return skeleton->end[skeleton->strokes - 1];
}

void skeleton_join(Skeleton *skeleton, const Skeleton *next, float gap)
{
    int before = knots_of(skeleton), added = knots_of(next);
    assert(before + added <= SKELETON_KNOTS);
    assert(skeleton->strokes + next->strokes <= SKELETON_STROKES);
    float end = skeleton->knot[0].x, start = next->knot[0].x;
    for (int i = 0; i < before; i++) {
        end = fmaxf(end, skeleton->knot[i].x);
    }
    for (int i = 0; i < added; i++) {
        start = fminf(start, next->knot[i].x);
    }
    for (int i = 0; i < added; i++) {
        skeleton->knot[before + i] = next->knot[i];
        skeleton->knot[before + i].x += end + gap - start;
    }
    for (int s = 0; s < next->strokes; s++) {
        skeleton->end[skeleton->strokes++] = before + next->end[s];
    }
}

int skeleton_first(const Skeleton *skeleton, int stroke)
{
    return stroke > 0 ? skeleton->end[stroke - 1] : 0;
}
