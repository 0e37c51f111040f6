/* A curve or two over the epochs of a run, with axes. */
#include "ui/plot.h"

#include <math.h>
#include <stdio.h>

float plot_round_up(float most)
{
    float power = powf(10.0f, floorf(log10f(fmaxf(most, 1e-6f))));
    float lead = most / power;
    return power * (lead <= 1.00001f   ? 1.0f
                    : lead <= 2.00001f ? 2.0f
                    : lead <= 5.00001f ? 5.0f
                                       : 10.0f);
}

typedef struct Spot {
    float x, y;
} Spot;

static Spot spot_of(const Plot *plot, const Canvas *canvas, int epoch, float y)
{
    float share = fminf(fmaxf((y - plot->low) / (plot->high - plot->low), 0.0f), 1.0f);
    return (Spot){(float)epoch / (float)plot->epochs * (float)(canvas->w - 1) + 0.5f,
                  (1.0f - share) * (float)(canvas->h - 2) + 1.0f};
}

/* Draws a straight piece, as dashes where dash_px is above 0; returns how far along the dashes it
 * ends. */
static float piece_draw(Canvas *canvas, Spot from, Spot to, float width_px, float dash_px,
                        float phase, SDL_Color colour)
{
    float dx = to.x - from.x, dy = to.y - from.y, length = hypotf(dx, dy);
    if (dash_px <= 0.0f || length <= 0.0f) {
        canvas_line(canvas, from.x, from.y, to.x, to.y, width_px, colour);
        return 0.0f;
    }
    for (float at = 0.0f; at < length;) {
        float within = fmodf(phase + at, 2.0f * dash_px);
        bool dash = within < dash_px;
        float end = fminf(at + (dash ? dash_px : 2.0f * dash_px) - within + 0.01f, length);
        if (dash) {
            canvas_line(canvas, from.x + dx * at / length, from.y + dy * at / length,
                        from.x + dx * end / length, from.y + dy * end / length, width_px, colour);
        }
        at = end;
    }
    return phase + length;
}

static void line_draw(Paint *out, Canvas *canvas, const Plot *plot, const PlotLine *line,
                      bool dashed, SDL_Color colour)
{
    float dash_px = dashed ? 5.0f * out->scale : 0.0f, phase = 0.0f;
    for (int i = line->first; i + 1 < line->count; i++) {
        Spot from = spot_of(plot, canvas, i, line->y[i]);
        Spot to = spot_of(plot, canvas, i + 1, line->y[i + 1]);
        phase = piece_draw(canvas, from, to, 2.0f * out->scale, dash_px, phase, colour);
    }
    if (line->count - line->first == 1) {
        Spot only = spot_of(plot, canvas, line->first, line->y[line->first]);
        canvas_disc(canvas, only.x, only.y, 2.5f * out->scale, colour);
    }
}

static void number_draw(Paint *out, const Plot *plot, float value, int right, int y)
{
    char text[24];
    if (plot->percent) {
        snprintf(text, sizeof text, "%.0f %%", (double)(100.0f * value));
    } else {
        snprintf(text, sizeof text, "%g", (double)value);
    }
    int w = paint_px(out, 46.0f), h = paint_px(out, 14.0f);
    paint_text(out, (SDL_Rect){right - w - paint_px(out, 6.0f), y - h / 2, w, h}, PAINT_RIGHT, text,
               PAINT_AXIS, TEXT_REGULAR, out->theme->secondary);
}

static void axes_draw(Paint *out, const Plot *plot, SDL_Rect box)
{
    char text[16];
    number_draw(out, plot, plot->high, box.x, box.y + 1);
    number_draw(out, plot, 0.5f * (plot->low + plot->high), box.x, box.y + box.h / 2);
    number_draw(out, plot, plot->low, box.x, box.y + box.h - 1);
    int y = box.y + box.h + paint_px(out, 4.0f), w = paint_px(out, 60.0f), h = paint_px(out, 14.0f);
    SDL_Color colour = out->theme->secondary;
    paint_text(out, (SDL_Rect){box.x - w / 2, y, w, h}, PAINT_CENTRE, "0", PAINT_AXIS, TEXT_REGULAR,
               colour);
    paint_text(out, (SDL_Rect){box.x + (box.w - w) / 2, y, w, h}, PAINT_CENTRE, "epochs",
               PAINT_AXIS, TEXT_REGULAR, colour);
    snprintf(text, sizeof text, "%d", plot->epochs);
    paint_text(out, (SDL_Rect){box.x + box.w - w / 2, y, w, h}, PAINT_CENTRE, text, PAINT_AXIS,
               TEXT_REGULAR, colour);
}

/* A sample of each line with its name, right-aligned on the title's line. */
static void legend_draw(Paint *out, const Plot *plot, SDL_Rect box)
{
    const PlotLine *line[2] = {&plot->test, &plot->train};
    SDL_Color colour[2] = {out->theme->negative, out->theme->positive};
    int x = box.x + box.w, h = paint_px(out, 16.0f), y = box.y - h - paint_px(out, 4.0f);
    for (int i = 0; i < 2; i++) {
        int w = paint_text_width(out, line[i]->name, PAINT_AXIS, TEXT_REGULAR);
        x -= w;
        paint_text(out, (SDL_Rect){x, y, w, h}, PAINT_LEFT, line[i]->name, PAINT_AXIS, TEXT_REGULAR,
                   colour[i]);
        int dash = paint_px(out, i == 0 ? 5.0f : 16.0f), thick = paint_px(out, 2.0f);
        x -= paint_px(out, 20.0f);
        for (int part = 0; part < (i == 0 ? 2 : 1); part++) {
            paint_fill(out, (SDL_Rect){x + part * 2 * dash, y + h / 2, dash, thick}, colour[i]);
        }
        x -= paint_px(out, 12.0f);
    }
}

void plot_draw(Paint *out, const Plot *plot, PaintCanvas which, SDL_Rect box)
{
    const Theme *theme = out->theme;
    Canvas *canvas = &out->canvas[which];
    int title_h = paint_px(out, 16.0f);
    paint_text(out, (SDL_Rect){box.x, box.y - title_h - paint_px(out, 4.0f), box.w, title_h},
               PAINT_LEFT, plot->title, PAINT_LABEL, TEXT_REGULAR, theme->secondary);
    paint_fill(out, (SDL_Rect){box.x - 1, box.y - 1, box.w + 2, box.h + 2}, theme->hairline);
    legend_draw(out, plot, box);
    axes_draw(out, plot, box);
    if (!canvas_begin(canvas, box.w, box.h, theme->window)) {
        return;
    }
    float middle = 0.5f * (float)canvas->h;
    canvas_line(canvas, 0.0f, middle, (float)canvas->w, middle, 1.0f, theme->hairline);
    line_draw(out, canvas, plot, &plot->train, false, theme->positive);
    line_draw(out, canvas, plot, &plot->test, true, theme->negative);
    canvas_show(canvas, out->renderer, box.x, box.y);
}
