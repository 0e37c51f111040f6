/* What is drawn around digits: frames, rulings, cells, lines below. */
#include "staged_marks.h"

#include <math.h>

#include "staged_ink.h"

/* The four sides of a box. */
static void box_sides(Staged *staged, float x, float y, float end_x, float end_y, float pen_px)
{
    Point corner[] = {{x, y}, {end_x, y}, {end_x, end_y}, {x, end_y}, {x, y}};
    for (int i = 0; i < 4; i++) {
        staged_line(staged, corner[i], corner[i + 1], pen_px, 1);
    }
}

static void frame(Staged *staged, float inset, float pen_px)
{
    box_sides(staged, inset, inset, (float)staged->width - inset, (float)staged->height - inset,
              pen_px);
}

/* Lines across the paper, turned a little. */
static void rule(Staged *staged, bool columns, float pitch, float tilt, float strength)
{
    float length = (float)(columns ? staged->height : staged->width);
    float end = (float)(columns ? staged->width : staged->height);
    for (float at = pitch / 2; at < end; at += pitch) {
        float low = at - tilt * length / 2, high = at + tilt * length / 2;
        Point from = columns ? (Point){low, 0} : (Point){0, low};
        Point to = columns ? (Point){high, length} : (Point){length, high};
        staged_line(staged, from, to, 1.2f, strength);
    }
}

static void add_specks(Staged *staged, Rng *rng)
{
    for (int i = rng_below(rng, 3); i >= 0; i--) {
        float x = rng_unit(rng) * (float)staged->width, y = rng_unit(rng) * (float)staged->height;
        Point at = {x, y};
        staged_line(staged, at, at, staged_within(rng, 1, 2), 1);
    }
}

/* The lowest row that has ink, and from where to where the ink reaches. */
static int lowest_row(const Staged *staged, int *from, int *to)
{
    int low = 0;
    *from = staged->width;
    *to = 0;
    for (int i = 0; i < staged->width * staged->height; i++) {
        if (staged->cover[i] > 0.5f) {
            int x = i % staged->width;
            low = i / staged->width;
            *from = x < *from ? x : *from;
            *to = x > *to ? x : *to;
        }
    }
    return low;
}

/* A level line or two below the digit, drawn by hand. */
static void underline(Staged *staged, Rng *rng)
{
    float side = (float)staged->width, pen_px = side * staged_within(rng, 0.015f, 0.03f);
    int from, to, low = lowest_row(staged, &from, &to);
    float half = fmaxf(0.5f * (float)(to - from), 0.1f * side) * staged_within(rng, 1, 0.8f);
    float middle = (float)(from + to) / 2, y = (float)low + pen_px;
    for (int i = rng_below(rng, 4) == 0 ? 2 : 1; i > 0; i--) {
        y += side * staged_within(rng, 0.025f, 0.06f);
        float rise = 0.06f * half * (rng_unit(rng) - 0.5f);
        Point a = {middle - half, y - rise}, b = {middle, y}, c = {middle + half, y + rise};
        staged_line(staged, a, b, pen_px, 1);
        staged_line(staged, b, c, pen_px, 1);
    }
}

/* A box for each digit, or one with walls between the digits, or without any. */
static void draw_cells(Staged *staged, StagedKind kind, Rng *rng)
{
    float side = (float)staged->height, half = side * staged_within(rng, 0.36f, 0.08f);
    float pen_px = fmaxf(1, side * staged_within(rng, 0.008f, 0.025f));
    float digits = (float)staged->width / side;
    bool joined = kind == STAGED_BOXED || rng_below(rng, 2) == 0;
    if (joined) {
        box_sides(staged, side / 2 - half, side / 2 - half, side * (digits - 0.5f) + half,
                  side / 2 + half, pen_px);
    }
    for (float i = 0; i < digits && kind == STAGED_CELLS; i++) {
        if (joined && i > 0) {
            Point from = {side * i, side / 2 - half}, to = {side * i, side / 2 + half};
            staged_line(staged, from, to, pen_px, 1);
        } else if (!joined) {
            float x = side * (i + 0.5f);
            box_sides(staged, x - half, side / 2 - half, x + half, side / 2 + half, pen_px);
        }
    }
}

void staged_marks(Staged *staged, StagedKind kind, Rng *rng)
{
    float side = (float)staged->width, tilt = 0.06f * (rng_unit(rng) - 0.5f);
    float pitch = side * staged_within(rng, 0.05f, 0.06f),
          strength = staged_within(rng, 0.25f, 0.3f);
    if (kind == STAGED_FRAME_EDGE) {
        float pen_px = floorf(staged_within(rng, 1, 3));
        frame(staged, pen_px / 2, pen_px);
    } else if (kind == STAGED_FRAME_INSIDE) {
        frame(staged, side * staged_within(rng, 0.04f, 0.06f), staged_within(rng, 1, 3));
    } else if (kind == STAGED_RULED || kind == STAGED_SQUARED) {
        rule(staged, false, pitch, tilt, strength);
        if (kind == STAGED_SQUARED) {
            rule(staged, true, pitch, -tilt, strength);
        }
    } else if (kind == STAGED_SPECK) {
        add_specks(staged, rng);
    } else if (kind == STAGED_UNDERLINED) {
        underline(staged, rng);
    } else if (kind == STAGED_BOXED || kind == STAGED_CELLS) {
        draw_cells(staged, kind, rng);
    }
}
