/* The curve of the sigmoid with one point marked. */
#include "ui/sigmoid.h"

#include <math.h>
#include <stdio.h>

#include "ui/row.h"

enum { AXIS_H = 16, AXIS_W = 14, LEAST_RANGE = 8 };

/* The part of the box that the curve has; axis numbers are left of it and under it. */
static SDL_Rect plot_of(const Paint *paint, SDL_Rect box)
{
    int left = paint_px(paint, AXIS_W), under = paint_px(paint, AXIS_H);
    return (SDL_Rect){box.x + left, box.y, SDL_max(box.w - left, 1), SDL_max(box.h - under, 1)};
}

/* The axis goes from -range to range, so that the mark is on it. */
static double range_of(double z)
{
    double need = fmin(1.1 * fabs(z), 1e6);
    return need > LEAST_RANGE ? ceil(need / 2.0) * 2.0 : LEAST_RANGE;
}

static double sigmoid(double z)
{
    return 1.0 / (1.0 + exp(-z));
}

static SDL_FPoint spot_of(const SDL_Rect *plot, double range, double z, float margin)
{
    float x = (float)((z + range) / (2.0 * range));
    return (SDL_FPoint){x * (float)(plot->w - 1) + 0.5f,
                        margin + (float)(1.0 - sigmoid(z)) * ((float)plot->h - 2.0f * margin)};
}

static float margin_of(const Paint *paint)
{
    return 5.0f * paint->scale; /* the mark stays whole at both ends */
}

static void numbers_draw(Paint *out, SDL_Rect box, SDL_Rect plot, double range)
{
    SDL_Color colour = out->theme->secondary;
    char low[16], high[16];
    int line = paint_px(out, AXIS_H), w = plot.w / 3, y = plot.y + plot.h, left = plot.x - box.x;
    SDL_Rect under = {plot.x, y, plot.w, line};
    snprintf(low, sizeof low, "z %.0f", -range);
    snprintf(high, sizeof high, "%.0f", range);
    SDL_Rect last = row_right(&under, w, 0);
    paint_text(out, row_left(&under, w, 0), PAINT_LEFT, low, PAINT_AXIS, TEXT_REGULAR, colour);
    paint_text(out, under, PAINT_CENTRE, "0", PAINT_AXIS, TEXT_REGULAR, colour);
    paint_text(out, last, PAINT_RIGHT, high, PAINT_AXIS, TEXT_REGULAR, colour);
    paint_text(out, (SDL_Rect){box.x, plot.y - line / 4, left, line}, PAINT_LEFT, "1", PAINT_AXIS,
               TEXT_REGULAR, colour);
    paint_text(out, (SDL_Rect){box.x, y - line + line / 4, left, line}, PAINT_LEFT, "0", PAINT_AXIS,
               TEXT_REGULAR, colour);
}

void sigmoid_draw(Paint *out, double z, double a, SDL_Rect box)
{
    const Theme *theme = out->theme;
    Canvas *canvas = &out->canvas[PAINT_SIGMOID];
    SDL_Rect plot = plot_of(out, box);
    double range = range_of(z);
    float margin = margin_of(out), w = (float)plot.w, h = (float)plot.h;
    numbers_draw(out, box, plot, range);
    if (!canvas_begin(canvas, plot.w, plot.h, theme->window)) {
        return;
    }
    canvas_line(canvas, 0.0f, margin, w, margin, 1.0f, theme->hairline);
    canvas_line(canvas, 0.0f, h - margin, w, h - margin, 1.0f, theme->hairline);
    canvas_line(canvas, 0.5f * w, margin, 0.5f * w, h - margin, 1.0f, theme->hairline);
    int pieces = SDL_min(plot.w, 96);
    SDL_FPoint from = spot_of(&plot, range, -range, margin);
    for (int i = 1; i <= pieces; i++) {
        SDL_FPoint to = spot_of(&plot, range, range * (2.0 * i / pieces - 1.0), margin);
        canvas_line(canvas, from.x, from.y, to.x, to.y, 1.5f * out->scale, theme->secondary);
        from = to;
    }
    SDL_FPoint mark = spot_of(&plot, range, z, margin);
    mark.y = margin + (float)(1.0 - a) * (h - 2.0f * margin);
    SDL_Color sign = z >= 0.0 ? theme->positive : theme->negative;
    canvas_line(canvas, mark.x, mark.y, mark.x, h - margin, out->scale, sign);
    canvas_line(canvas, 0.0f, mark.y, mark.x, mark.y, out->scale, sign);
    canvas_disc(canvas, mark.x, mark.y, 4.0f * out->scale, sign);
    canvas_show(canvas, out->renderer, plot.x, plot.y);
}
