/* The change of an image: one warp, its lines made thicker or thinner, and the list of its cells.
 * meson compiles this file once for each instruction set, with WARPS_SET the name of the table it
 * defines and WARPS_NAME the instruction set's. Coordinates of cells are whole numbers in their
 * middles. All but the knots is in whole numbers of 16 bits, of which a vector holds many. */
#include "train/warps.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#if defined __AVX512VBMI2__
#include "train/warps_vbmi.h"
#elif defined __AVX2__
#include "train/warps_avx2.h"
#else
#include "train/warps_plain.h"
#endif

/* Before a loop of few instructions. */
#ifdef __clang__
#define UNROLL _Pragma("clang loop unroll_count(4)")
#else
#define UNROLL _Pragma("GCC unroll 4")
#endif

enum {
    KNOTS = 6,             /* each way; a cell depends on three */
    ROW_KNOTS = 8,         /* in memory, the last two of them of no use */
    FAR = 63 * WARP_PARTS, /* beyond, a knot's place does not matter */
    WIDTH_BITS = 7,
    WIDTH_STEPS = 1 << WIDTH_BITS,
};
static_assert(WARP_SPAN * (KNOTS - 2) == WARP_STRIDE, "the knots span the rows");

static const float MIDDLE = 14.0f;    /* the centre of mass of a fitted image */
static const float LINE_CELLS = 2.0f; /* how wide its lines are */
static const float FIELD_SD = 0.55f;  /* of a field whose knots have 1: splines smooth it */
static const float PI = 3.14159265f;

/* The random numbers of an image, each of mean 0 and standard deviation 1. */
enum {
    FIELD_X,
    FIELD_Y = FIELD_X + KNOTS * ROW_KNOTS,
    TURN = FIELD_Y + KNOTS * ROW_KNOTS,
    SCALE_X,
    SCALE_Y,
    SHEAR,
    SHIFT_X,
    SHIFT_Y,
    WIDTH,
    DRAWS = WIDTH + 2, /* an even number */
};

/* Places of cells at every column, but down the columns only at the knots. */
typedef struct Warp {
    _Alignas(64) int16_t x[KNOTS][WARP_STRIDE];
    int16_t y[KNOTS][WARP_STRIDE];
} Warp;

/* A sum of four bytes is near enough to a normal distribution, and never very far from its mean. */
static void draw_numbers(Rng *rng, float draw[DRAWS])
{
    uint64_t bits[DRAWS / 2];
    uint32_t bytes[DRAWS];
    for (int i = 0; i < DRAWS / 2; i++) {
        bits[i] = rng_ahead(rng, i);
    }
    rng_skip(rng, DRAWS / 2);
    memcpy(bytes, bits, sizeof bytes);
    for (int i = 0; i < DRAWS; i++) {
        uint32_t twos = (bytes[i] & 0xFF00FF) + (bytes[i] >> 8 & 0xFF00FF);
        int32_t sum = (int32_t)((twos & 0xFFFF) + (twos >> 16));
        draw[i] = (float)(sum - 510) * (1 / 147.8f);
    }
}

/* Places of knots, across or down: first + i * down + j * right, moved by the field. */
typedef struct KnotLine {
    float first, down, right;
} KnotLine;

static void lay_knots(KnotLine line, const float *field, float sd, float place[KNOTS * ROW_KNOTS])
{
    static const float RIGHT[ROW_KNOTS] = {0, 1, 2, 3, 4, 5};
    for (int i = 0; i < KNOTS; i++) {
        float row = line.first + (float)i * line.down;
        for (int j = 0; j < ROW_KNOTS; j++) {
            int at = i * ROW_KNOTS + j;
            place[at] = row + RIGHT[j] * line.right + sd * field[at];
        }
    }
}

/* From a knot's place towards its neighbours', given how far they are. */
static int16_t bend(int16_t own, int16_t from_before, int16_t to_behind, int16_t before,
                    int16_t behind)
{
    return (int16_t)(own - (before * from_before >> 16) + (behind * to_behind >> 16));
}

/* Fill rows of cells, given their knots. */
static void span_rows(const float place[KNOTS * ROW_KNOTS], int16_t cell[KNOTS][WARP_STRIDE])
{
    _Alignas(64) int16_t knot[KNOTS * ROW_KNOTS];
    for (int i = 0; i < KNOTS * ROW_KNOTS; i++) {
        int32_t part = (int32_t)(place[i] * WARP_PARTS);
        part = part < -FAR ? -FAR : part;
        knot[i] = (int16_t)(part > FAR ? FAR : part);
    }
    for (int i = 0; i < KNOTS; i++) {
        WarpSpans spans;
        warps_spread(knot + i * ROW_KNOTS, &spans);
        for (int j = 0; j < WARP_STRIDE; j++) {
            int16_t own = spans.own[j], from = (int16_t)(own - spans.before[j]);
            int16_t to = (int16_t)(spans.behind[j] - own);
            cell[i][j] = bend(own, from, to, WARP_BEFORE[j], WARP_BEHIND[j]);
        }
    }
}

/* The knots' own places: shifted, turned, sheared and scaled back, and moved by the field. */
static void make_warp(const Augment *augment, const float draw[DRAWS], Warp *warp)
{
    float angle = augment->turn_deg * draw[TURN] * (PI / 180);
    float c = cosf(angle), s = sinf(angle), shear = augment->shear * draw[SHEAR];
    float across = 1 / (1 + augment->scale * draw[SCALE_X]);
    float down = 1 / (1 + augment->scale * draw[SCALE_Y]);
    /* x = x_x * here_x + x_y * here_y, and y likewise */
    float y_x = -down * s, y_y = down * c;
    float x_x = across * (c + shear * s), x_y = across * (s - shear * c);
    const float first = -0.5f * WARP_SPAN - 0.5f - MIDDLE; /* knots lie between spans of cells */
    float first_x = first - augment->shift_cell * draw[SHIFT_X];
    float first_y = first - augment->shift_cell * draw[SHIFT_Y];
    KnotLine x = {x_x * first_x + x_y * first_y + MIDDLE + 1, WARP_SPAN * x_y, WARP_SPAN * x_x};
    KnotLine y = {y_x * first_x + y_y * first_y + MIDDLE + 1, WARP_SPAN * y_y, WARP_SPAN * y_x};
    float knot_sd = augment->elastic_cell * (1 / FIELD_SD);
    float place_x[KNOTS * ROW_KNOTS], place_y[KNOTS * ROW_KNOTS];
    lay_knots(x, draw + FIELD_X, knot_sd, place_x);
    lay_knots(y, draw + FIELD_Y, knot_sd, place_y);
    span_rows(place_x, warp->x);
    span_rows(place_y, warp->y);
}

/* Places beyond the padded image are taken to its rim, where all is blank. */
static int16_t inside(int16_t part)
{
    const int16_t last = (WARP_PADDED - 1) * WARP_PARTS;
    int16_t below = part < last ? part : last;
    return below > 0 ? below : 0;
}

/* The rows of one span, given those of three knots from `knot` on. */
static void span_places(const int16_t knot[3][WARP_STRIDE], int rows, int16_t *place)
{
    int16_t from[WARP_STRIDE], to[WARP_STRIDE];
    for (int j = 0; j < WARP_STRIDE; j++) {
        from[j] = (int16_t)(knot[1][j] - knot[0][j]);
        to[j] = (int16_t)(knot[2][j] - knot[1][j]);
    }
    for (int i = 0; i < rows; i++) {
        for (int j = 0; j < WARP_STRIDE; j++) {
            int16_t at = bend(knot[1][j], from[j], to[j], WARP_BEFORE[i], WARP_BEHIND[i]);
            place[i * WARP_STRIDE + j] = inside(at);
        }
    }
}

static void find_places(const Warp *warp, WarpPlaces *places)
{
    for (int first = 0; first < WARP_SIDE; first += WARP_SPAN) {
        int rows = WARP_SIDE - first < WARP_SPAN ? WARP_SIDE - first : WARP_SPAN,
            knot = first / WARP_SPAN;
        span_places(warp->x + knot, rows, places->x + first * WARP_STRIDE);
        span_places(warp->y + knot, rows, places->y + first * WARP_STRIDE);
    }
}

/* Rows are spread when the levels have left the processor's way to memory, from which only what was
 * written at once can be read at once. */
static void fill_source(const uint8_t level[NET_INPUTS], WarpCells *source)
{
    memset(source, 0, sizeof *source);
    for (int row = 0; row < WARP_SIDE; row++) {
        memcpy(source->level + (row + 1) * WARP_STRIDE + 1, level + row * WARP_SIDE, WARP_SIDE);
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

/* Each cell goes `part` of WIDTH_STEPS of the way to the strongest of its four neighbours. */
static void thicken(const uint8_t *here, int part, uint8_t *level)
{
    for (int i = 0; i < WARP_SIDE * WARP_STRIDE; i++) {
        uint8_t row = larger(here[i - 1], here[i + 1]);
        uint8_t column = larger(here[i - WARP_STRIDE], here[i + WARP_STRIDE]);
        uint8_t more = (uint8_t)(larger(larger(row, column), here[i]) - here[i]);
        level[i] = (uint8_t)(here[i] + ((uint16_t)(more * part) >> WIDTH_BITS));
    }
}

/* To the weakest. */
static void thin(const uint8_t *here, int part, uint8_t *level)
{
    for (int i = 0; i < WARP_SIDE * WARP_STRIDE; i++) {
        uint8_t row = smaller(here[i - 1], here[i + 1]);
        uint8_t column = smaller(here[i - WARP_STRIDE], here[i + WARP_STRIDE]);
        uint8_t less = (uint8_t)(here[i] - smaller(smaller(row, column), here[i]));
        level[i] = (uint8_t)(here[i] - ((uint16_t)(less * part) >> WIDTH_BITS));
    }
}

/* Move the edges of the lines outwards by `cells`, at most 1 to either side. */
static void widen(const WarpCells *in, float cells, WarpCells *out)
{
    float size = fabsf(cells) < 1 ? fabsf(cells) : 1;
    int part = (int)(size * WIDTH_STEPS);
    if (cells > 0) {
        thicken(in->level + WARP_STRIDE, part, out->level + WARP_STRIDE);
    } else {
        thin(in->level + WARP_STRIDE, part, out->level + WARP_STRIDE);
    }
}

static NetInput change(const Augment *augment, const NetInput *image, Rng *rng, NetInputRoom *room)
{
    uint8_t level[NET_INPUTS] = {0};
    float draw[DRAWS];
    Warp warp;
    WarpPlaces places;
    WarpCells source, warped, widened;
    UNROLL
    for (int i = 0; i < image->count; i++) {
        level[image->cell[i]] = image->level[i];
    }
    draw_numbers(rng, draw);
    make_warp(augment, draw, &warp);
    fill_source(level, &source);
    find_places(&warp, &places);
    warps_sample(&source, &places, &warped);
    widen(&warped, 0.5f * LINE_CELLS * augment->width * draw[WIDTH], &widened);
    return warps_list(&widened, room);
}

const Warps WARPS_SET = {.name = WARPS_NAME, .change = change};
