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

static float margin_of(const Paint *paint)
{
    return 5.0f * paint->scale; /* the mark stays whole at both ends */
}

float sigmoid_height(const Paint *paint, int h, double a)
{
    float margin = margin_of(paint);
    return margin + (float)(1.0 - a) * ((float)h - 2.0f * margin);
}

/* From z = low, at the left edge, to high. */
static SDL_FPoint spot_of(const Paint *paint, const SDL_Rect *plot, double low, double high,
                          double z)
{
    float x = (float)((z - low) / (high - low));
    return (SDL_FPoint){x * (float)(plot->w - 1) + 0.5f,
                        sigmoid_height(paint, plot->h, sigmoid(z))};
}

/* The curve, and lines at 0, at 1 and at z = 0. */
static void curve_draw(Paint *out, Canvas *canvas, const SDL_Rect *plot, double low, double high)
{
    const Theme *theme = out->theme;
    float margin = margin_of(out), w = (float)plot->w, h = (float)plot->h;
    float zero = spot_of(out, plot, low, high, 0.0).x;
    canvas_line(canvas, 0.0f, margin, w, margin, 1.0f, theme->hairline);
    canvas_line(canvas, 0.0f, h - margin, w, h - margin, 1.0f, theme->hairline);
    canvas_line(canvas, zero, margin, zero, h - margin, 1.0f, theme->hairline);
    int pieces = SDL_min(plot->w, 96);
    SDL_FPoint from = spot_of(out, plot, low, high, low);
    for (int i = 1; i <= pieces; i++) {
        SDL_FPoint to = spot_of(out, plot, low, high, low + (high - low) * i / pieces);
        canvas_line(canvas, from.x, from.y, to.x, to.y, 1.5f * out->scale, theme->secondary);
        from = to;
    }
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
    float margin = margin_of(out), h = (float)plot.h;
    numbers_draw(out, box, plot, range);
    if (!canvas_begin(canvas, plot.w, plot.h, theme->window)) {
        return;
    }
    curve_draw(out, canvas, &plot, -range, range);
    SDL_FPoint mark = spot_of(out, &plot, -range, range, z);
    mark.y = sigmoid_height(out, plot.h, a);
    SDL_Color sign = z >= 0.0 ? theme->positive : theme->negative;
    canvas_line(canvas, mark.x, mark.y, mark.x, h - margin, out->scale, sign);
    canvas_line(canvas, 0.0f, mark.y, mark.x, mark.y, out->scale, sign);
    canvas_disc(canvas, mark.x, mark.y, 4.0f * out->scale, sign);
    canvas_show(canvas, out->renderer, plot.x, plot.y);
}

void sigmoid_draw_plain(Paint *out, double low, double high, SDL_Rect box)
{
    Canvas *canvas = &out->canvas[PAINT_SIGMOID];
    if (box.w > 0 && box.h > 0 && canvas_begin(canvas, box.w, box.h, out->theme->window)) {
        curve_draw(out, canvas, &box, low, high);
        canvas_show(canvas, out->renderer, box.x, box.y);
    }
}
