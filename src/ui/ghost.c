/* A hand that writes a 3 onto the sheet. */
#include "ui/ghost.h"

#include <math.h>

#include "ui/row.h"

/* The pen's way, in cells, an even time apart: a hand goes slowly where it turns. */
static const Point WAY[] = {
    {8.7f, 6.7f},   {9.6f, 5.3f},   {11.2f, 4.1f},  {13.4f, 3.7f},  {15.9f, 4.3f},  {17.7f, 6.0f},
    {17.9f, 8.2f},  {16.8f, 10.2f}, {15.1f, 11.5f}, {13.5f, 12.1f}, {13.1f, 12.3f}, {13.7f, 12.5f},
    {15.7f, 12.9f}, {17.8f, 14.1f}, {19.1f, 16.3f}, {19.1f, 18.9f}, {17.8f, 20.9f}, {15.7f, 22.0f},
    {13.2f, 22.2f}, {10.7f, 21.5f}, {8.6f, 20.1f},
};

enum {
    STEPS = sizeof WAY / sizeof WAY[0] - 1,
    DISCS = 160 /* so close that their edge is even */,
    DOTS = 80,
    SIDE = CANVAS_SIDE
};

static const float WIDTH_CELL = 1.5f;

/* How bright the ink is where the pen came down, and where it is now. */
static const float OLD = 0.07f, NEW = 0.42f;

/* Between b and c, on a line that goes smoothly through all four. */
static float between(float a, float b, float c, float d, float t)
{
    return b +
           0.5f * t *
               (c - a + t * (2.0f * a - 5.0f * b + 4.0f * c - d + t * (3.0f * (b - c) + d - a)));
}

Point ghost_pen(float share)
{
    float at = fminf(fmaxf(share, 0.0f), 1.0f) * STEPS;
    int i = SDL_min((int)at, STEPS - 1);
    Point a = WAY[SDL_max(i - 1, 0)], b = WAY[i], c = WAY[i + 1], d = WAY[SDL_min(i + 2, STEPS)];
    float t = at - (float)i;
    return (Point){between(a.x_cell, b.x_cell, c.x_cell, d.x_cell, t),
                   between(a.y_cell, b.y_cell, c.y_cell, d.y_cell, t)};
}

/* Likewise, in pixels of the sheet. */
static SDL_FPoint pen_px(float share, float cell_px)
{
    Point at = ghost_pen(share);
    return (SDL_FPoint){at.x_cell * cell_px, at.y_cell * cell_px};
}

static SDL_Color ink_at(const Theme *theme, float share, float written)
{
    float age = written > 0.0f ? share / written : 1.0f;
    return theme_mix(theme->paper, theme->ink, OLD + (NEW - OLD) * age);
}

static void written_draw(Paint *out, Canvas *canvas, float written, float cell_px)
{
    for (int i = 0; i <= (int)(written * DISCS); i++) {
        float share = (float)i / DISCS;
        SDL_FPoint at = pen_px(share, cell_px);
        canvas_disc(canvas, at.x, at.y, 0.5f * WIDTH_CELL * cell_px,
                    ink_at(out->theme, share, written));
    }
}

static void dots_draw(Paint *out, Canvas *canvas, float written, float cell_px)
{
    for (int i = (int)(written * DOTS) + 1; i <= DOTS; i++) {
        SDL_FPoint at = pen_px((float)i / DOTS, cell_px);
        canvas_disc(canvas, at.x, at.y, 0.05f * cell_px,
                    theme_mix(out->theme->paper, out->theme->ink, NEW));
    }
}

static void pen_draw(Paint *out, Canvas *canvas, float written, float cell_px)
{
    SDL_FPoint at = pen_px(written, cell_px);
    float radius = 0.8f * cell_px;
    canvas_disc(canvas, at.x, at.y, radius, out->theme->ink);
    canvas_disc(canvas, at.x, at.y, radius - fmaxf(out->scale, 1.0f),
                ink_at(out->theme, written, written));
}

void ghost_draw(Paint *out, float written, SDL_Rect sheet)
{
    Canvas *canvas = &out->canvas[PAINT_GHOST];
    float cell_px = (float)sheet.w / SIDE;
    SDL_Rect inside = {0, 0, sheet.w, sheet.h};
    paint_frame(out, sheet);
    if (!canvas_begin(canvas, sheet.w, sheet.h, out->theme->paper)) {
        return;
    }
    for (int i = 1; i < SIDE; i++) {
        SDL_Rect column = row_across(inside, SIDE, i), line = row_down(inside, SIDE, i);
        canvas_fill(canvas, row_left(&column, 1, 0), out->theme->grid);
        canvas_fill(canvas, row_top(&line, 1, 0), out->theme->grid);
    }
    written_draw(out, canvas, written, cell_px);
    if (written < 1.0f) {
        dots_draw(out, canvas, written, cell_px);
        pen_draw(out, canvas, written, cell_px);
    }
    canvas_show(canvas, out->renderer, sheet.x, sheet.y);
}
