/* Augmentation: one warp of an image, its lines made thicker or thinner, and the list of its cells.
 * Coordinates of cells are whole numbers in their middles. Most is in whole numbers of few bits, of
 * which a vector holds many; the random numbers are few and cheap. */
#include "train/augment.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

enum {
    SIDE = 28,
    STRIDE = 32,    /* of rows of cells, the last four of them blank */
    PADDED = 30,    /* rows, with one of blank cells on either side; columns likewise */
    SPAN = 8,       /* cells from one knot of the warp to the next */
    KNOTS = 6,      /* each way; a cell depends on three */
    STEPS_BITS = 7, /* places between two cells */
    STEPS = 1 << STEPS_BITS,
    FAINT = 6, /* levels below are taken for paper: they would cost time and teach nothing */
};
static_assert(SPAN * (KNOTS - 2) == STRIDE, "the knots span the rows");

static const float MIDDLE = 14.0f;    /* the centre of mass of a fitted image */
static const float LINE_CELLS = 2.0f; /* how wide its lines are */
static const float FIELD_SD = 0.55f;  /* of a field whose knots have 1: splines smooth it */
static const float FAR = 100.0f;      /* cells: beyond, a knot's place does not matter */
static const float PI = 3.14159265f;

/* The random numbers of an image, each of mean 0 and standard deviation 1. */
enum {
    TURN,
    SCALE_X,
    SCALE_Y,
    SHEAR,
    SHIFT_X,
    SHIFT_Y,
    WIDTH,
    FIELD = 8,
    DRAWS = FIELD + 2 * KNOTS * KNOTS,
};

/* Where in the source the cells come from, in steps: at every column, but down the columns only at
 * the knots. Between them lies a quadratic B-spline, which has no kinks, and which leaves straight
 * what is straight. */
typedef struct Warp {
    float part[3][SPAN]; /* of the three knots around a cell, by its place between them */
    float x[KNOTS][STRIDE], y[KNOTS][STRIDE];
} Warp;

/* The levels of the four cells around a place. */
typedef struct Corners {
    uint8_t upper_left, upper_right, lower_left, lower_right;
} Corners;

/* The image to warp, in the middle of PADDED rows and columns, for all places between its cells. */
typedef struct WarpSource {
    Corners at[PADDED * STRIDE];
} WarpSource;

/* Where each cell comes from: the corners, and how far it is from the upper left one of them. */
typedef struct Places {
    uint16_t at[SIDE * STRIDE];
    int16_t across[SIDE * STRIDE], down[SIDE * STRIDE]; /* 0..STEPS-1 */
} Places;

/* Cells with blank ones all around: those on the right of a row are on the left of the next. */
typedef struct PaddedCells {
    uint8_t level[PADDED * STRIDE];
} PaddedCells;

/* One of the strengths, its name and its largest value. */
typedef struct Strength {
    const char *name;
    float is, most;
} Strength;

enum { STRENGTHS = 6 };

static void list_strengths(const Augment *augment, Strength strength[STRENGTHS])
{
    const Strength all[STRENGTHS] = {
        {"turn", augment->turn_deg, 45},       {"scale", augment->scale, 0.25f},
        {"shear", augment->shear, 1},          {"shift", augment->shift_cell, 7},
        {"elastic", augment->elastic_cell, 7}, {"width", augment->width, 1},
    };
    memcpy(strength, all, sizeof all);
}

bool augment_is_none(const Augment *augment)
{
    return augment->turn_deg == 0 && augment->scale == 0 && augment->shear == 0 &&
           augment->shift_cell == 0 && augment->elastic_cell == 0 && augment->width == 0;
}

bool augment_check(const Augment *augment, Err *err)
{
    Strength strength[STRENGTHS];
    list_strengths(augment, strength);
    for (int i = 0; i < STRENGTHS; i++) {
        /* Written so that NaN fails too. */
        if (!(strength[i].is >= 0 && strength[i].is <= strength[i].most)) {
            return err_set_code(err, ERR_VALUE, "The augmentation's %s is %g; it can be 0 to %g.",
                                strength[i].name, (double)strength[i].is, (double)strength[i].most);
        }
    }
    return true;
}

Augment augment_times(const Augment *augment, float factor)
{
    return (Augment){
        .turn_deg = factor * augment->turn_deg,
        .scale = factor * augment->scale,
        .shear = factor * augment->shear,
        .shift_cell = factor * augment->shift_cell,
        .elastic_cell = factor * augment->elastic_cell,
        .width = factor * augment->width,
    };
}

void augment_print(const Augment *augment, char *text, size_t room)
{
    Strength strength[STRENGTHS];
    list_strengths(augment, strength);
    size_t length = 0;
    *text = 0;
    for (int i = 0; i < STRENGTHS; i++) {
        if (strength[i].is > 0 && length < room) {
            length += (size_t)snprintf(text + length, room - length, "%s%s %g", length ? ", " : "",
                                       strength[i].name, (double)strength[i].is);
        }
    }
}

/* A sum of four bytes is near enough to a normal distribution, and never very far from its mean. */
static float draw_of_bytes(uint32_t bytes)
{
    uint32_t sum = (bytes & 255) + (bytes >> 8 & 255) + (bytes >> 16 & 255) + (bytes >> 24);
    return ((float)sum - 510.0f) * (1 / 147.8f);
}

static void draw_numbers(Rng *rng, float draw[DRAWS])
{
    for (int i = 0; i < DRAWS; i += 2) {
        uint64_t bits = rng_next(rng);
        draw[i] = draw_of_bytes((uint32_t)bits);
        draw[i + 1] = draw_of_bytes((uint32_t)(bits >> 32));
    }
}

static float steps(float cells)
{
    return STEPS * (cells < -FAR ? -FAR : cells > FAR ? FAR : cells);
}

/* The knots' own places: shifted, turned, sheared and scaled back, and moved by the field. */
static void place_knots(const Augment *augment, const float draw[DRAWS], float x[KNOTS][KNOTS],
                        float y[KNOTS][KNOTS])
{
    float angle = augment->turn_deg * draw[TURN] * (PI / 180);
    float c = cosf(angle), s = sinf(angle), shear = augment->shear * draw[SHEAR];
    float across = 1 / (1 + augment->scale * draw[SCALE_X]);
    float down = 1 / (1 + augment->scale * draw[SCALE_Y]);
    float knot_sd = augment->elastic_cell / FIELD_SD;
    const float first = -0.5f * SPAN - 0.5f - MIDDLE; /* knots lie between spans of cells */
    const float *field = draw + FIELD;
    for (int i = 0; i < KNOTS; i++) {
        for (int j = 0; j < KNOTS; j++, field += 2) {
            float here_x = first + (float)(SPAN * j) - augment->shift_cell * draw[SHIFT_X];
            float here_y = first + (float)(SPAN * i) - augment->shift_cell * draw[SHIFT_Y];
            float level_x = c * here_x + s * here_y, level_y = c * here_y - s * here_x;
            float back_x = across * (level_x - shear * level_y), back_y = down * level_y;
            x[i][j] = steps(back_x + MIDDLE + 1 + knot_sd * field[0]);
            y[i][j] = steps(back_y + MIDDLE + 1 + knot_sd * field[1]);
        }
    }
}

/* Fill a row of cells, given its knots. */
static void span_row(const Warp *warp, const float knot[KNOTS], float cell[STRIDE])
{
    for (int i = 0; i < STRIDE / SPAN; i++) {
        for (int j = 0; j < SPAN; j++) {
            cell[i * SPAN + j] = warp->part[0][j] * knot[i] + warp->part[1][j] * knot[i + 1] +
                                 warp->part[2][j] * knot[i + 2];
        }
    }
}

static void make_warp(const Augment *augment, const float draw[DRAWS], Warp *warp)
{
    float x[KNOTS][KNOTS], y[KNOTS][KNOTS];
    place_knots(augment, draw, x, y);
    for (int i = 0; i < SPAN; i++) {
        float at = ((float)i + 0.5f) / SPAN;
        warp->part[0][i] = 0.5f * (1 - at) * (1 - at);
        warp->part[1][i] = 0.5f + at * (1 - at);
        warp->part[2][i] = 0.5f * at * at;
    }
    for (int i = 0; i < KNOTS; i++) {
        span_row(warp, x[i], warp->x[i]);
        span_row(warp, y[i], warp->y[i]);
    }
}

static void fill_source(const NetInput *image, WarpSource *source)
{
    memset(source, 0, sizeof *source);
    for (int i = 0; i < image->count; i++) {
        Corners *here = &source->at[image->cell[i] / SIDE * STRIDE + image->cell[i] % SIDE];
        here[STRIDE + 1].upper_left = image->level[i];
        here[STRIDE].upper_right = image->level[i];
        here[1].lower_left = image->level[i];
        here[0].lower_right = image->level[i];
    }
}

/* From one row of knots to the next two. */
static int16_t between(const float part[3], const float *knot)
{
    return (int16_t)(part[0] * knot[0] + part[1] * knot[STRIDE] + part[2] * knot[2 * STRIDE]);
}

/* Places beyond the padded image are taken to its rim, where all is blank. */
static int16_t inside(int16_t step)
{
    const int16_t last = (PADDED - 1) * STEPS;
    int16_t below = step < last ? step : last;
    return below > 0 ? below : 0;
}

static void find_places(const Warp *warp, Places *places)
{
    for (int row = 0; row < SIDE; row++) {
        int16_t x[STRIDE], y[STRIDE];
        int knot = row / SPAN, at = row % SPAN;
        const float part[3] = {warp->part[0][at], warp->part[1][at], warp->part[2][at]};
        for (int i = 0; i < STRIDE; i++) {
            x[i] = between(part, &warp->x[knot][i]);
            y[i] = between(part, &warp->y[knot][i]);
        }
        for (int i = 0; i < STRIDE; i++) {
            int16_t x_in = inside(x[i]), y_in = inside(y[i]);
            places->across[row * STRIDE + i] = x_in & (STEPS - 1);
            places->down[row * STRIDE + i] = y_in & (STEPS - 1);
            places->at[row * STRIDE + i] =
                (uint16_t)((y_in >> STEPS_BITS) * STRIDE + (x_in >> STEPS_BITS));
        }
    }
}

/* Bilinear interpolation. */
static void warp_cells(const WarpSource *source, const Places *places, PaddedCells *cells)
{
    Corners corners[SIDE * STRIDE] = {0};
    for (int row = 0; row < SIDE; row++) {
        for (int i = row * STRIDE; i < row * STRIDE + SIDE; i++) {
            corners[i] = source->at[places->at[i]];
        }
    }
    uint8_t *level = cells->level + STRIDE;
    for (int i = 0; i < SIDE * STRIDE; i++) {
        Corners c = corners[i];
        int16_t across = places->across[i], down = places->down[i];
        int16_t upper = (int16_t)((c.upper_right - c.upper_left) * across + STEPS / 2);
        int16_t lower = (int16_t)((c.lower_right - c.lower_left) * across + STEPS / 2);
        upper = (int16_t)(c.upper_left + (upper >> STEPS_BITS));
        lower = (int16_t)(c.lower_left + (lower >> STEPS_BITS));
        int16_t change = (int16_t)((lower - upper) * down + STEPS / 2);
        level[i] = (uint8_t)(upper + (change >> STEPS_BITS));
    }
}

static uint8_t larger(uint8_t a, uint8_t b)
{
    return a > b ? a : b;
}

static uint8_t smaller(uint8_t a, uint8_t b)
{
    return a < b ? a : b;
}

/* Move the edges of the lines outwards by `cells`, -1..1: each cell goes that part of the way to
 * the strongest of its four neighbours, or to the weakest. */
static void widen(const PaddedCells *in, float cells, PaddedCells *out)
{
    enum { COUNT = SIDE * STRIDE };
    const uint8_t *here = in->level + STRIDE;
    uint8_t pair[COUNT + 1], goal[COUNT]; /* pair[i]: cells i - 1 and i */
    if (cells > 0) {
        for (int i = 0; i <= COUNT; i++) {
            pair[i] = larger(here[i - 1], here[i]);
        }
        for (int i = 0; i < COUNT; i++) {
            uint8_t column = larger(here[i - STRIDE], here[i + STRIDE]);
            goal[i] = larger(larger(pair[i], pair[i + 1]), column);
        }
    } else {
        for (int i = 0; i <= COUNT; i++) {
            pair[i] = smaller(here[i - 1], here[i]);
        }
        for (int i = 0; i < COUNT; i++) {
            uint8_t column = smaller(here[i - STRIDE], here[i + STRIDE]);
            goal[i] = smaller(smaller(pair[i], pair[i + 1]), column);
        }
    }
    int16_t part = (int16_t)(fabsf(cells) * STEPS);
    uint8_t *level = out->level + STRIDE;
    for (int i = 0; i < COUNT; i++) {
        int16_t change = (int16_t)((goal[i] - here[i]) * part);
        level[i] = (uint8_t)(here[i] + (change >> STEPS_BITS));
    }
}

static NetInput list_cells(const PaddedCells *cells, NetInputRoom *room)
{
    uint8_t level[NET_INPUTS];
    for (int row = 0; row < SIDE; row++) {
        memcpy(level + row * SIDE, cells->level + (row + 1) * STRIDE, SIDE);
    }
    for (int i = 0; i < NET_INPUTS; i++) {
        level[i] = level[i] < FAINT ? 0 : level[i];
    }
    return net_input(level, room);
}

NetInput augment_image(const Augment *augment, const NetInput *image, Rng *rng, NetInputRoom *room)
{
    if (augment_is_none(augment)) {
        return *image;
    }
    float draw[DRAWS];
    Warp warp;
    WarpSource source;
    Places places;
    PaddedCells warped = {0}, widened;
    draw_numbers(rng, draw);
    make_warp(augment, draw, &warp);
    find_places(&warp, &places);
    fill_source(image, &source);
    warp_cells(&source, &places, &warped);
    float wider = 0.5f * LINE_CELLS * augment->width * draw[WIDTH];
    widen(&warped, wider < -1 ? -1 : wider > 1 ? 1 : wider, &widened);
    return list_cells(&widened, room);
}
