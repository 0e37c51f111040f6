/* The training strip: what is being done, the time line with the cost, figures. */
#include "ui/strip.h"

#include <math.h>

#include "ui/row.h"

enum { TICK_W = 60, TICK_H = 14, TICK_GAP = 4 }; /* design pixels */

static void figures_draw(Paint *out, const Strip *strip, SDL_Rect box)
{
    const Theme *theme = out->theme;
    for (int i = 0; i < STRIP_FIGURES && box.h > 0; i++) {
        const StripFigure *figure = &strip->figure[i];
        SDL_Rect row = row_down(box, STRIP_FIGURES, i);
        paint_text(out, row, PAINT_LEFT, figure->name, PAINT_LABEL, TEXT_REGULAR, theme->secondary);
        paint_text(out, row, PAINT_RIGHT, figure->value, PAINT_BODY, TEXT_MEDIUM,
                   figure->old ? theme->secondary : theme->text);
    }
}

static SDL_FPoint spot_of(const Canvas *canvas, float at, float share)
{
    return (SDL_FPoint){at * (float)(canvas->w - 1) + 0.5f,
                        (1.0f - share) * (float)(canvas->h - 2) + 1.0f};
}

static void line_draw(Canvas *canvas, const Strip *strip, bool smooth, float width_px,
                      SDL_Color colour)
{
    for (int i = 1; i < strip->points; i++) {
        const StripPoint *a = &strip->point[i - 1], *b = &strip->point[i];
        SDL_FPoint from = spot_of(canvas, a->at, smooth ? a->smooth : a->cost);
        SDL_FPoint to = spot_of(canvas, b->at, smooth ? b->smooth : b->cost);
        canvas_line(canvas, from.x, from.y, to.x, to.y, width_px, colour);
    }
}

/* Dashes from top to bottom. */
static void end_draw(Paint *out, Canvas *canvas, float x, SDL_Color colour)
{
    float dash = 4.0f * out->scale;
    for (float y = 0.0f; y < (float)canvas->h; y += 2.0f * dash) {
        canvas_line(canvas, x, y, x, y + dash, out->scale, colour);
    }
}

static void curve_draw(Paint *out, const Strip *strip, SDL_Rect box)
{
    const Theme *theme = out->theme;
    Canvas *canvas = &out->canvas[PAINT_COST];
    if (!canvas_begin(canvas, box.w, box.h, theme->panel)) {
        return;
    }
    for (int i = 0; i < strip->ticks_up; i++) {
        float y = floorf(spot_of(canvas, 0.0f, strip->up[i].at).y) + 0.5f;
        canvas_line(canvas, 0.0f, y, (float)canvas->w, y, 1.0f, theme->hairline);
    }
    if (strip->end <= 1.0f) {
        end_draw(out, canvas, fminf(spot_of(canvas, strip->end, 0.0f).x, (float)canvas->w - 1.0f),
                 theme->secondary);
    }
    line_draw(canvas, strip, false, out->scale, theme_fade(theme->secondary, 0.55f));
    line_draw(canvas, strip, true, 2.0f * out->scale, theme->positive);
    if (strip->points == 1) {
        SDL_FPoint only = spot_of(canvas, strip->point[0].at, strip->point[0].smooth);
        canvas_disc(canvas, only.x, only.y, 2.5f * out->scale, theme->positive);
    }
    canvas_show(canvas, out->renderer, box.x, box.y);
}

static void axes_draw(Paint *out, const Strip *strip, SDL_Rect box)
{
    int w = paint_px(out, TICK_W), h = paint_px(out, TICK_H), gap = paint_px(out, TICK_GAP);
    SDL_Color colour = out->theme->secondary;
    SDL_Rect unit = {box.x - w - gap, box.y + box.h + gap, w, h};
    for (int i = 0; i < strip->ticks_up; i++) {
        int y = box.y + (int)((1.0f - strip->up[i].at) * (float)(box.h - 2)) - h / 2;
        paint_text(out, (SDL_Rect){box.x - w - 2 * gap, y, w, h}, PAINT_RIGHT, strip->up[i].text,
                   PAINT_AXIS, TEXT_REGULAR, colour);
    }
    paint_text(out, unit, PAINT_RIGHT, "minibatch", PAINT_AXIS, TEXT_REGULAR, colour);
    for (int i = 0; i < strip->ticks_across; i++) {
        int x = box.x + (int)(strip->across[i].at * (float)(box.w - 1)) - w / 2;
        paint_text(out, (SDL_Rect){x, unit.y, w, h}, PAINT_CENTRE, strip->across[i].text,
                   PAINT_AXIS, TEXT_REGULAR, colour);
    }
}

void strip_draw_cost(Paint *out, const Strip *strip, SDL_Rect box)
{
    curve_draw(out, strip, box);
    axes_draw(out, strip, box);
}

void strip_draw(Paint *out, const Strip *strip, const Layout *layout)
{
    const Theme *theme = out->theme;
    SDL_Rect ground = layout->strip;
    paint_fill(out, ground, theme->panel);
    paint_fill(out, row_top(&ground, 1, 0), theme->hairline);
    const struct {
        SDL_Rect box;
        const char *text;
    } LINE[] = {{layout->status, strip->status},
                {layout->speed_label, "Speed"},
                {layout->speed_value, strip->speed},
                {layout->time_title, strip->title}};
    for (size_t i = 0; i < sizeof LINE / sizeof LINE[0]; i++) {
        paint_text(out, LINE[i].box, PAINT_LEFT, LINE[i].text, PAINT_LABEL, TEXT_REGULAR,
                   theme->secondary);
    }
    if (layout->time.w > 0 && strip->ticks_across > 0) {
        strip_draw_cost(out, strip, layout->time);
    }
    figures_draw(out, strip, layout->figures);
}
