/* Augmentation: one warp of an image, its lines made thicker or thinner, and the list of its cells.
 * Coordinates of cells are whole numbers in their middles. Most is in whole numbers of few bits, of
 * which a vector holds many; the random numbers are few and cheap. */
#include "train/augment.h"

#include <math.h>
#include <string.h>

enum {
    SIDE = 28,
    STRIDE = 32,    /* of rows of cells, the last ones blank */
    PADDED = 30,    /* rows with one of blank cells on either side */
    SPAN = 7,       /* cells between two knots of the field of displacements */
    KNOTS = 6,      /* each way: a place depends on three */
    STEPS_BITS = 7, /* steps of a cell between two cells */
    STEPS = 1 << STEPS_BITS,
    FAINT = 6, /* levels below are paper: cells without use that cost time */
};

static const float MIDDLE = 14.0f;    /* where the centre of mass of a fitted image is */
static const float LINE_CELLS = 2.0f; /* how wide the lines of MNIST are */
static const float FIELD_SD = 0.55f;  /* of the field between knots that have 1 */
static const float PI = 3.14159265f;

/* Random numbers of an image, each from a normal distribution of standard deviation 1. */
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

/* Where the cells of the changed image come from: before the second of two passes, at all columns
 * but the rows of the knots. Counted from the upper left cell of the padded image. */
typedef struct Warp {
    float x[KNOTS][SIDE], y[KNOTS][SIDE];
} Warp;

/* The levels of the four cells around a place. */
typedef struct Corners {
    uint8_t upper_left, upper_right, lower_left, lower_right;
} Corners;

typedef struct Source {
    Corners at[PADDED][STRIDE];
} Source;

/* Rows of cells between two blank ones; blank to the right. */
typedef struct Cells {
    uint8_t level[PADDED][STRIDE];
} Cells;

bool augment_is_none(const Augment *augment)
{
    return augment->turn_deg == 0 && augment->scale == 0 && augment->shear == 0 &&
           augment->shift_cell == 0 && augment->elastic_cell == 0 && augment->width == 0;
}

bool augment_check(const Augment *augment, Err *err)
{
    const struct {
        const char *name;
        float strength, most;
    } range[] = {
        {"turn", augment->turn_deg, 45},       {"scale", augment->scale, 0.25f},
        {"shear", augment->shear, 1},          {"shift", augment->shift_cell, 7},
        {"elastic", augment->elastic_cell, 7}, {"width", augment->width, 1},
    };
    for (size_t i = 0; i < sizeof range / sizeof *range; i++) {
        /* Written so that NaN fails too. */
        if (!(range[i].strength >= 0 && range[i].strength <= range[i].most)) {
            return err_set(err, "The augmentation's %s is %g; it can be 0 to %g.", range[i].name,
                           (double)range[i].strength, (double)range[i].most);
        }
    }
    return true;
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

/* The weights of three knots in a row at a place between the middle one's borders, 0..1: a
 * quadratic B-spline. It bends without kinks, and passes on a linear function as it is. */
static void spline(float at, float weight[3])
{
    weight[0] = 0.5f * (1 - at) * (1 - at);
    weight[1] = 0.5f + at * (1 - at);
    weight[2] = 0.5f * at * at;
}

/* The knots: what is turned, scaled, sheared and shifted back, and the field. */
static void place_knots(const Augment *augment, const float draw[DRAWS], float x[KNOTS][KNOTS],
                        float y[KNOTS][KNOTS])
{
    float angle = augment->turn_deg * draw[TURN] * (PI / 180);
    float c = cosf(angle), s = sinf(angle), shear = augment->shear * draw[SHEAR];
    float across = 1 / (1 + augment->scale * draw[SCALE_X]);
    float down = 1 / (1 + augment->scale * draw[SCALE_Y]);
    float field = augment->elastic_cell / FIELD_SD;
    const float *bend = draw + FIELD;
    for (int i = 0; i < KNOTS; i++) {
        for (int j = 0; j < KNOTS; j++, bend += 2) {
            float from_x = (float)(SPAN * j - 18) - augment->shift_cell * draw[SHIFT_X];
            float from_y = (float)(SPAN * i - 18) - augment->shift_cell * draw[SHIFT_Y];
            float back_y = c * from_y - s * from_x, back_x = c * from_x + s * from_y;
            x[i][j] = across * (back_x - shear * back_y) + MIDDLE + 1 + field * bend[0];
            y[i][j] = down * back_y + MIDDLE + 1 + field * bend[1];
        }
    }
}

static void make_warp(const Augment *augment, const float draw[DRAWS], Warp *warp)
{
    float x[KNOTS][KNOTS], y[KNOTS][KNOTS];
    place_knots(augment, draw, x, y);
    for (int column = 0; column < SIDE; column++) {
        float w[3];
        int j = column / SPAN;
        spline(((float)(column % SPAN) + 0.5f) / SPAN, w);
        for (int i = 0; i < KNOTS; i++) {
            warp->x[i][column] = w[0] * x[i][j] + w[1] * x[i][j + 1] + w[2] * x[i][j + 2];
            warp->y[i][column] = w[0] * y[i][j] + w[1] * y[i][j + 1] + w[2] * y[i][j + 2];
        }
    }
}

static void fill_source(const NetInput *image, Source *source)
{
    memset(source, 0, sizeof *source);
    for (int i = 0; i < image->count; i++) {
        int row = image->cell[i] / SIDE, column = image->cell[i] % SIDE;
        source->at[row + 1][column + 1].upper_left = image->level[i];
        source->at[row + 1][column].upper_right = image->level[i];
        source->at[row][column + 1].lower_left = image->level[i];
        source->at[row][column].lower_right = image->level[i];
    }
}

/* Steps from the first cell of the padded image; what lies beyond it is taken to its rim. */
static int steps(float place)
{
    place = place > 0 ? place : 0;
    place = place < PADDED - 1 ? place : PADDED - 1;
    return (int)(place * STEPS);
}

static void warp_row(const Warp *warp, const Source *source, int row, uint8_t level[STRIDE])
{
    int x[SIDE], y[SIDE];
    Corners corners[STRIDE] = {0};
    float w[3];
    int16_t across[STRIDE] = {0}, down[STRIDE] = {0};
    int i = row / SPAN;
    spline(((float)(row % SPAN) + 0.5f) / SPAN, w);
    for (int j = 0; j < SIDE; j++) {
        x[j] = steps(w[0] * warp->x[i][j] + w[1] * warp->x[i + 1][j] + w[2] * warp->x[i + 2][j]);
        y[j] = steps(w[0] * warp->y[i][j] + w[1] * warp->y[i + 1][j] + w[2] * warp->y[i + 2][j]);
    }
    for (int j = 0; j < SIDE; j++) {
        across[j] = (int16_t)(x[j] % STEPS);
        down[j] = (int16_t)(y[j] % STEPS);
        corners[j] = source->at[y[j] / STEPS][x[j] / STEPS];
    }
    for (int j = 0; j < STRIDE; j++) {
        Corners c = corners[j];
        int16_t right = (int16_t)((c.upper_right - c.upper_left) * across[j] + STEPS / 2);
        int16_t lower_right = (int16_t)((c.lower_right - c.lower_left) * across[j] + STEPS / 2);
        int16_t upper = (int16_t)(c.upper_left + (right >> STEPS_BITS));
        int16_t lower = (int16_t)(c.lower_left + (lower_right >> STEPS_BITS));
        int16_t between = (int16_t)((lower - upper) * down[j] + STEPS / 2);
        level[j] = (uint8_t)(upper + (between >> STEPS_BITS));
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

/* Move the edges of the lines outwards by `cells`, -1..1: towards the strongest of a cell and its
 * four neighbours, or the weakest. */
static void widen(const Cells *in, float cells, Cells *out)
{
    const uint8_t *here = in->level[1];
    uint8_t far[SIDE * STRIDE];
    int16_t part = (int16_t)(fabsf(cells) * STEPS);
    if (cells > 0) {
        for (int i = 0; i < SIDE * STRIDE; i++) {
            uint8_t beside = larger(here[i - 1], here[i + 1]);
            uint8_t above = larger(here[i - STRIDE], here[i + STRIDE]);
            far[i] = larger(larger(beside, above), here[i]);
        }
    } else {
        for (int i = 0; i < SIDE * STRIDE; i++) {
            uint8_t beside = smaller(here[i - 1], here[i + 1]);
            uint8_t above = smaller(here[i - STRIDE], here[i + STRIDE]);
            far[i] = smaller(smaller(beside, above), here[i]);
        }
    }
    uint8_t *wide = out->level[1];
    for (int i = 0; i < SIDE * STRIDE; i++) {
        int16_t change = (int16_t)((far[i] - here[i]) * part);
        wide[i] = (uint8_t)(here[i] + (change >> STEPS_BITS));
    }
}

static NetInput list_cells(const Cells *cells, NetInputRoom *room)
{
    uint8_t level[NET_INPUTS];
    for (int row = 0; row < SIDE; row++) {
        memcpy(level + row * SIDE, cells->level[row + 1], SIDE);
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
    Source source;
    Cells warped, widened;
    draw_numbers(rng, draw);
    make_warp(augment, draw, &warp);
    fill_source(image, &source);
    memset(&warped, 0, sizeof warped);
    for (int row = 0; row < SIDE; row++) {
        warp_row(&warp, &source, row, warped.level[row + 1]);
    }
    float wider = 0.5f * LINE_CELLS * augment->width * draw[WIDTH];
    widen(&warped, fmaxf(-1, fminf(1, wider)), &widened);
    return list_cells(&widened, room);
}
