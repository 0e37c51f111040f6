/* A hand that writes. Each kind of variation is a function of its own, and nearly all of them grow
 * with how wild the hand is. Lengths are in a skeleton's units, angles in radians. */
#include "train/hand.h"

#include <math.h>

enum { WAVES = 3 };

static const float FULL_TURN = 6.2832f, SIDE = 100.0f;

/* How much is usual: standard deviations. */
static const float TURN = 0.08f, SLANT = 0.22f, PROPORTION = 0.24f; /* of the whole */
static const float SWELL_X = 0.2f, SWELL_Y = 0.22f, WAVE = 0.03f;   /* of its parts */
static const float STRAY = 3.8f;                                    /* of knots */
static const float STROKE_TURN = 0.06f, STROKE_SCALE = 0.07f, STROKE_SHIFT = 3.2f;
static const float END = 0.18f; /* of strokes, a share of the way to the next knot */
static const float HOOK = 5.0f;

/* The most there is. */
static const float EVEN_MOST = 0.85f, TREMOR_MOST = 0.5f, CUT_MOST = 0.25f;

/* How often there is something. */
static const float OFTEN_ANGULAR = 0.1f, OFTEN_HOOK = 0.06f, OFTEN_JOINED = 0.05f;

/* A smooth wave of displacements over the plane. */
typedef struct Wave {
    float per_x, per_y, phase; /* of the angle */
    float dx, dy;              /* displacement at the crest */
} Wave;

/* What stays the same while something is written. */
typedef struct Hand {
    float wild;                    /* 1 is usual */
    float even;                    /* how alike neighbouring knots stray, 0..1 */
    float angular;                 /* see curve_trace() */
    float step;                    /* from point to point */
    float swell_x, swell_y;        /* how much one side is larger than the other, -1..1 */
    float xx, xy, yx, yy;          /* turn, slant and proportions */
    float tremor;                  /* of the points */
    float corner_cut, corner_size; /* how often corners are cut, and how far off */
    Wave wave[WAVES];
} Hand;

static bool chance(Rng *rng, float share)
{
    return rng_unit(rng) < share;
}

static float clamp(float value, float limit)
{
    return value > limit ? limit : value < -limit ? -limit : value;
}

static void draw_matrix(Hand *hand, Rng *rng)
{
    float turn = TURN * hand->wild * rng_normal(rng), slant = SLANT * rng_normal(rng);
    float aspect = expf(clamp(PROPORTION * rng_normal(rng), 0.7f));
    /* Proportions first, then the slant, then the turn. */
    hand->xx = cosf(turn) * aspect;
    hand->xy = -cosf(turn) * slant - sinf(turn);
    hand->yx = sinf(turn) * aspect;
    hand->yy = -sinf(turn) * slant + cosf(turn);
}

static void draw_waves(Hand *hand, Rng *rng)
{
    for (int i = 0; i < WAVES; i++) {
        Wave *wave = &hand->wave[i];
        float direction = FULL_TURN * rng_unit(rng), length = 70.0f + 130.0f * rng_unit(rng);
        float height = WAVE * hand->wild * length;
        wave->per_x = FULL_TURN / length * cosf(direction);
        wave->per_y = FULL_TURN / length * sinf(direction);
        wave->phase = FULL_TURN * rng_unit(rng);
        wave->dx = height * rng_normal(rng);
        wave->dy = height * rng_normal(rng);
    }
}

static void draw_hand(Hand *hand, Rng *rng)
{
    hand->wild = 0.8f * expf(clamp(0.5f * rng_normal(rng), 1.2f));
    hand->even = EVEN_MOST * rng_unit(rng);
    hand->angular = chance(rng, OFTEN_ANGULAR) ? rng_unit(rng) : 0.2f * rng_unit(rng);
    hand->step = 4.0f + 6.0f * rng_unit(rng);
    hand->swell_x = clamp(SWELL_X * hand->wild * rng_normal(rng), 0.6f);
    hand->swell_y = clamp(SWELL_Y * hand->wild * rng_normal(rng), 0.7f);
    hand->tremor = TREMOR_MOST * hand->wild * rng_unit(rng);
    hand->corner_cut = rng_unit(rng);
    hand->corner_size = CUT_MOST * rng_unit(rng);
    draw_matrix(hand, rng);
    draw_waves(hand, rng);
}

/* One side grows at the cost of the other: 0 and 100 stay where they are, what lies between moves.
 */
static float swell(float at, float amount)
{
    float inside = at < 0 || at > SIDE ? 0 : at * (SIDE - at) / SIDE;
    return at + amount * inside;
}

/* Knots stray, each the more like the one before it the more even the hand is. */
static void move_knots(const Hand *hand, Skeleton *skeleton, Rng *rng)
{
    float fresh = STRAY * hand->wild * sqrtf(1 - hand->even * hand->even), dx = 0, dy = 0;
    for (int i = 0; i < skeleton->end[skeleton->strokes - 1]; i++) {
        Knot *knot = &skeleton->knot[i];
        dx = hand->even * dx + fresh * rng_normal(rng);
        dy = hand->even * dy + fresh * rng_normal(rng);
        knot->x = swell(knot->x, hand->swell_x) + dx;
        knot->y = swell(knot->y, hand->swell_y) + dy;
    }
}

/* Lengthen or shorten a stroke at one end. */
static void move_end(const Hand *hand, Knot *end, const Knot *next, Rng *rng)
{
    float share = clamp(END * hand->wild * rng_normal(rng), 0.6f);
    end->x += share * (end->x - next->x);
    end->y += share * (end->y - next->y);
}

/* Turn, scale and move a stroke against the others. */
static void move_stroke(const Hand *hand, Knot *knot, int knots, Rng *rng)
{
    float x = 0, y = 0;
    for (int i = 0; i < knots; i++) {
        x += knot[i].x / (float)knots;
        y += knot[i].y / (float)knots;
    }
    float turn = STROKE_TURN * hand->wild * rng_normal(rng);
    float scale = 1 + clamp(STROKE_SCALE * hand->wild * rng_normal(rng), 0.4f);
    float to_x = x + STROKE_SHIFT * hand->wild * rng_normal(rng);
    float to_y = y + STROKE_SHIFT * hand->wild * rng_normal(rng);
    for (int i = 0; i < knots; i++) {
        float dx = scale * (knot[i].x - x), dy = scale * (knot[i].y - y);
        knot[i].x = to_x + dx - turn * dy;
        knot[i].y = to_y + dy + turn * dx;
    }
}

static void bend_strokes(const Hand *hand, Skeleton *skeleton, Rng *rng)
{
    for (int s = 0; s < skeleton->strokes; s++) {
        Knot *first = &skeleton->knot[skeleton_first(skeleton, s)];
        int knots = skeleton->end[s] - skeleton_first(skeleton, s);
        if (knots > 1) {
            move_end(hand, first, first + 1, rng);
            move_end(hand, first + knots - 1, first + knots - 2, rng);
        }
        if (skeleton->strokes > 1) {
            move_stroke(hand, first, knots, rng);
        }
    }
}

static Knot between(const Knot *a, const Knot *b, float way)
{
    return (Knot){.x = a->x + way * (b->x - a->x), .y = a->y + way * (b->y - a->y)};
}

/* The knots of a stroke as this hand takes its corners: sharp, cut or round. */
static int round_corners(const Hand *hand, const Knot *knot, int knots, Knot *out, Rng *rng)
{
    int count = 0;
    for (int i = 0; i < knots; i++) {
        float how = hand->corner_cut * rng_unit(rng);
        if (!knot[i].corner || i == 0 || i == knots - 1 || how < 0.4f) {
            out[count++] = knot[i];
        } else if (how < 0.8f) {
            out[count++] = between(&knot[i], &knot[i - 1], hand->corner_size);
            out[count++] = between(&knot[i], &knot[i + 1], hand->corner_size);
        } else {
            out[count] = knot[i];
            out[count++].corner = false;
        }
    }
    return count;
}

/* Now and then a stroke begins or ends with a short line that goes astray. */
static void add_hook(const Hand *hand, const Knot *end, Trace *trace, Rng *rng)
{
    if (chance(rng, OFTEN_HOOK * hand->wild)) {
        float x = end->x + HOOK * rng_normal(rng), y = end->y + HOOK * rng_normal(rng);
        curve_add_point(trace, x, y);
    }
}

static void trace_stroke(const Hand *hand, const Knot *knot, int knots, Trace *trace, Rng *rng)
{
    Knot rounded[2 * SKELETON_KNOTS];
    int count = round_corners(hand, knot, knots, rounded, rng);
    bool dot = knots == 1;
    if (!dot) {
        add_hook(hand, &rounded[0], trace, rng);
    }
    curve_trace(rounded, count, hand->angular, hand->step, trace);
    if (!dot) {
        add_hook(hand, &rounded[count - 1], trace, rng);
    }
}

/* All that happens to points wherever they are in the strokes. */
static void bend_points(const Hand *hand, Trace *trace, Rng *rng)
{
    float tremor_x = 0, tremor_y = 0;
    for (int i = 0; i < trace->points; i++) {
        Point *point = &trace->point[i];
        float x = point->x_cell - SIDE / 2, y = point->y_cell - SIDE / 2, dx = 0, dy = 0;
        for (int w = 0; w < WAVES; w++) {
            const Wave *wave = &hand->wave[w];
            float height = sinf(x * wave->per_x + y * wave->per_y + wave->phase);
            dx += height * wave->dx;
            dy += height * wave->dy;
        }
        tremor_x = 0.7f * tremor_x + hand->tremor * (2 * rng_unit(rng) - 1);
        tremor_y = 0.7f * tremor_y + hand->tremor * (2 * rng_unit(rng) - 1);
        x += dx + tremor_x;
        y += dy + tremor_y;
        *point = (Point){hand->xx * x + hand->xy * y, hand->yx * x + hand->yy * y};
    }
}

void hand_write(Skeleton *skeleton, Rng *rng, Trace *trace)
{
    Hand hand;
    draw_hand(&hand, rng);
    move_knots(&hand, skeleton, rng);
    bend_strokes(&hand, skeleton, rng);
    trace->points = trace->strokes = 0;
    for (int s = 0; s < skeleton->strokes; s++) {
        int first = skeleton_first(skeleton, s);
        /* Now and then the pen is not lifted. */
        if (s > 0 && !chance(rng, OFTEN_JOINED)) {
            trace->end[trace->strokes++] = trace->points;
        }
        trace_stroke(&hand, &skeleton->knot[first], skeleton->end[s] - first, trace, rng);
    }
    trace->end[trace->strokes++] = trace->points;
    bend_points(&hand, trace, rng);
}
