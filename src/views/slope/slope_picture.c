/* The curve with its balls, and their paths. */
#include "views/slope/slope_picture.h"

#include <math.h>
#include <stdio.h>

#include "base/axis.h"
#include "ui/hint.h"
#include "ui/row.h"
#include "views/slope/slope_roll.h"
#include "views/slope/slope_say.h"

enum { TICKS = 12, COLUMN = 3 /* output pixels */ };

/* Design pixels. */
static const float BALL = 8.0f, SMALL_BALL = 6.0f, TANGENT = 64.0f;

/* A share of the height that is free over and under the curve. */
static const double AIR = 0.1;

/* The costs between which the curve is, with some air. */
typedef struct Span {
    double low, high;
} Span;

static Span span_of(const SlopeView *view)
{
    Span span = {INFINITY, -INFINITY};
    for (int i = 0; i < SLOPE_POINTS; i++) {
        if (view->curve.known[i]) {
            span.low = fmin(span.low, view->curve.cost[i]);
            span.high = fmax(span.high, view->curve.cost[i]);
        }
    }
    double air = AIR * fmax(span.high - span.low, 1e-6);
    return view->curve.measured > 0 ? (Span){span.low - air, span.high + air} : (Span){0.0, 1.0};
}

static double share_of(const SlopeView *view, double place)
{
    return SDL_clamp((place - view->curve.low) / (view->curve.high - view->curve.low), 0.0, 1.0);
}

double slope_picture_place_at(const SlopeView *view, int x)
{
    SDL_Rect plot = view->places.plot;
    double share = (double)(x - plot.x) / SDL_max(plot.w, 1);
    return view->curve.low + SDL_clamp(share, 0.0, 1.0) * (view->curve.high - view->curve.low);
}

/* In a plot whose corner is at 0. */
static SDL_FPoint spot_of(const SlopeView *view, const Span *span, double place, double cost)
{
    SDL_Rect plot = view->places.plot;
    double up = SDL_clamp((cost - span->low) / (span->high - span->low), 0.0, 1.0);
    return (SDL_FPoint){(float)(share_of(view, place) * plot.w), (float)((1.0 - up) * plot.h)};
}

/* What is beyond the ends of the curve stands on its ends. */
static SDL_FPoint ball_in_plot(const SlopeView *view, const Span *span, int ball)
{
    double place = slope_roll_place(view, ball);
    return spot_of(view, span, place, slope_curve_height(&view->curve, place));
}

SDL_Point slope_picture_ball(const SlopeView *view, int ball)
{
    Span span = span_of(view);
    SDL_FPoint at = ball_in_plot(view, &span, ball);
    SDL_Rect plot = view->places.plot;
    return (SDL_Point){plot.x + (int)lroundf(at.x), plot.y + (int)lroundf(at.y)};
}

/* Lines across at the ticks, with their numbers at the left. */
static void draw_costs(const SlopeView *view, Canvas *canvas, const Span *span)
{
    Paint *out = view->shell->paint;
    double tick[TICKS], step = axis_round_up((span->high - span->low) / 5.0);
    int count = axis_ticks(span->low, span->high, step, TICKS, tick), h = paint_px(out, 16.0f);
    SDL_Rect axis = view->places.axis_y;
    for (int i = 0; i < count; i++) {
        char text[24];
        float y = spot_of(view, span, view->curve.low, tick[i]).y;
        canvas_line(canvas, 0.0f, y, (float)canvas->w, y, 1.0f, out->theme->hairline);
        axis_print(tick[i], false, text, sizeof text);
        SDL_Rect box = {axis.x, axis.y + (int)y - h / 2, axis.w - paint_px(out, 8.0f), h};
        paint_text(out, box, PAINT_RIGHT, text, PAINT_AXIS, TEXT_REGULAR, out->theme->secondary);
    }
}

/* The numbers across are the weight's own, or how far it is from the network as it is. */
static void draw_places(const SlopeView *view)
{
    Paint *out = view->shell->paint;
    SDL_Rect axis = view->places.axis_x;
    double from = slope_say_value(view, view->curve.low),
           to = slope_say_value(view, view->curve.high);
    double tick[TICKS];
    int count = axis_ticks(from, to, axis_round_up((to - from) / 8.0), TICKS, tick);
    int w = paint_px(out, 48.0f);
    for (int i = 0; i < count; i++) {
        char text[24];
        int x = axis.x + (int)((tick[i] - from) / (to - from) * axis.w);
        axis_print(tick[i], false, text, sizeof text);
        SDL_Rect box = {SDL_clamp(x - w / 2, axis.x - w / 2, axis.x + axis.w - w * 2 / 3), axis.y,
                        w, axis.h};
        paint_text(out, box, PAINT_CENTRE, text, PAINT_AXIS, TEXT_REGULAR, out->theme->secondary);
    }
}

static bool is_in_picture(const SlopeView *view, double place)
{
    return place >= view->curve.low && place <= view->curve.high;
}

/* Down a canvas: dashes at the network that the line goes through. */
static void mark_now(const SlopeView *view, Canvas *canvas)
{
    float x = (float)share_of(view, 0.0) * (float)canvas->w, s = view->shell->paint->scale;
    for (float y = 0.0f; y < (float)canvas->h && is_in_picture(view, 0.0); y += 8.0f * s) {
        canvas_line(canvas, x, y, x, y + 4.0f * s, s, view->shell->paint->theme->secondary);
    }
}

/* Likewise: dots where the curve is lowest. */
static void mark_lowest(const SlopeView *view, Canvas *canvas)
{
    float s = view->shell->paint->scale;
    float x = (float)share_of(view, view->curve.lowest) * (float)canvas->w;
    for (float y = 2.0f * s; y < (float)canvas->h && view->curve.whole; y += 5.0f * s) {
        canvas_disc(canvas, x, y, s, view->shell->paint->theme->text);
    }
}

/* What a mark is, beside it: on its left or right, where there is room; y in the plot. */
static void name_mark(const SlopeView *view, double place, int y, bool left, const char *name)
{
    Paint *out = view->shell->paint;
    SDL_Rect plot = view->places.plot;
    int x = plot.x + (int)(share_of(view, place) * plot.w), gap = paint_px(out, 6.0f);
    int w = paint_text_width(out, name, PAINT_AXIS, TEXT_REGULAR) + paint_px(out, 2.0f);
    left = x + gap + w > plot.x + plot.w || (left && x - gap - w >= plot.x);
    SDL_Rect box = {left ? x - gap - w : x + gap, plot.y + y, w, paint_px(out, 16.0f)};
    paint_text(out, box, left ? PAINT_RIGHT : PAINT_LEFT, name, PAINT_AXIS, TEXT_REGULAR,
               out->theme->secondary);
}

/* Where the network itself is beyond the ends, an arrow leads to it. */
static void name_marks(const SlopeView *view)
{
    char now[24], lowest[48];
    const SlopeCurve *curve = &view->curve;
    snprintf(now, sizeof now, "%s%s%s", curve->low > 0.0 ? "‹ " : "", slope_say_when(view),
             curve->high < 0.0 ? " ›" : "");
    name_mark(view, 0.0, 0, curve->whole && curve->lowest > 0.0, now);
    if (curve->whole) {
        snprintf(lowest, sizeof lowest, "%s %s",
                 slope_curve_falls_on(curve) ? "lowest here" : "lowest",
                 hint_number(curve->least, 4).text);
        name_mark(view, curve->lowest, view->places.plot.h - paint_px(view->shell->paint, 16.0f),
                  curve->lowest < 0.0, lowest);
    }
}

/* Column by column, as thick across everywhere, so that nothing of it lies over itself. */
static void draw_curve(const SlopeView *view, Canvas *canvas, const Span *span)
{
    const Paint *out = view->shell->paint;
    SDL_FPoint before =
        spot_of(view, span, view->curve.low, slope_curve_height(&view->curve, view->curve.low));
    float top[2], bottom[2];
    for (int x = COLUMN; x < canvas->w + COLUMN; x += COLUMN) {
        double place = view->curve.low + (view->curve.high - view->curve.low) * x / canvas->w;
        SDL_FPoint at = spot_of(view, span, place, slope_curve_height(&view->curve, place));
        float half = out->scale * hypotf(1.0f, (at.y - before.y) / COLUMN);
        top[0] = before.y - half;
        top[1] = at.y - half;
        bottom[0] = before.y + half;
        bottom[1] = at.y + half;
        canvas_ribbon(canvas, (float)(x - COLUMN), (float)x, top, bottom, out->theme->text);
        before = at;
    }
}

/* The line that touches the curve under the ball, as steep as was measured there. */
static void draw_tangent(const SlopeView *view, Canvas *canvas, const Span *span)
{
    const Paint *out = view->shell->paint;
    SDL_Rect plot = view->places.plot;
    SDL_FPoint at = ball_in_plot(view, span, BALL_ALL);
    double slope = view->ball[BALL_ALL].slope;
    float dx = (float)(plot.w / (view->curve.high - view->curve.low));
    float dy = (float)(-slope * plot.h / (span->high - span->low));
    float half = TANGENT * out->scale / fmaxf(hypotf(dx, dy), 1e-6f);
    if (share_of(view, view->ball[BALL_ALL].at) <= 0.0 ||
        share_of(view, view->ball[BALL_ALL].at) >= 1.0) {
        return; /* the ball is elsewhere */
    }
    if (fabs(slope_roll_place(view, BALL_ALL) - view->ball[BALL_ALL].at) > 0.0) {
        return; /* it is on its way to where that was measured */
    }
    canvas_line(canvas, at.x - half * dx, at.y - half * dy, at.x + half * dx, at.y + half * dy,
                2.0f * out->scale, out->theme->positive);
}

static void draw_plot(const SlopeView *view)
{
    Paint *out = view->shell->paint;
    const Theme *theme = out->theme;
    SDL_Rect plot = view->places.plot;
    Canvas *canvas = &out->canvas[PAINT_LEARNING_COST];
    Span span = span_of(view);
    if (plot.w <= 0 || plot.h <= 0 || !canvas_begin(canvas, plot.w, plot.h, theme->window)) {
        return;
    }
    draw_costs(view, canvas, &span);
    draw_places(view);
    mark_now(view, canvas);
    mark_lowest(view, canvas);
    if (view->curve.measured > 1) {
        draw_curve(view, canvas, &span);
    }
    if (view->phase > SLOPE_CURVE) {
        if (view->phase != SLOPE_UNDER_BALL) {
            draw_tangent(view, canvas, &span);
        }
    }
    canvas_show(canvas, out->renderer, plot.x, plot.y);
    name_marks(view);
    if (view->phase > SLOPE_CURVE) { /* also half outside */
        SDL_Point other = slope_picture_ball(view, BALL_MINIBATCH);
        SDL_Point at = slope_picture_ball(view, BALL_ALL);
        paint_disc(out, other.x, other.y, paint_px(out, SMALL_BALL), theme->negative);
        paint_disc(out, at.x, at.y, paint_px(out, BALL), theme->positive);
    }
}

/* Each step is a row further down. */
static void draw_path(const SlopeView *view, Canvas *canvas, int ball, SDL_Color colour)
{
    const SlopeBall *it = &view->ball[ball];
    float s = view->shell->paint->scale, edge = 5.0f * s, w = ball == BALL_ALL ? 2.0f : 1.5f;
    float pitch = ((float)canvas->h - 2.0f * edge) / SLOPE_STEPS;
    SDL_FPoint before = {0};
    for (int i = 0; i <= view->steps; i++) {
        double place = i == view->steps ? slope_roll_place(view, ball) : it->path[i];
        SDL_FPoint at = {(float)share_of(view, place) * (float)canvas->w, edge + pitch * (float)i};
        if (i > 0) {
            canvas_line(canvas, before.x, before.y, at.x, at.y, w * s, colour);
        }
        canvas_disc(canvas, at.x, at.y, (i == view->steps ? 4.0f : 2.0f) * s, colour);
        before = at;
    }
}

static void draw_paths(const SlopeView *view)
{
    Paint *out = view->shell->paint;
    const Theme *theme = out->theme;
    SDL_Rect box = view->places.paths, title = view->places.paths_title;
    Canvas *canvas = &out->canvas[PAINT_LEARNING_ACCURACY];
    char text[96];
    if (box.h <= 0 || box.w <= 0 || !canvas_begin(canvas, box.w, box.h, theme->window)) {
        return;
    }
    canvas_line(canvas, 0.0f, 0.5f, (float)box.w, 0.5f, 1.0f, theme->hairline);
    canvas_line(canvas, 0.0f, (float)box.h - 0.5f, (float)box.w, (float)box.h - 0.5f, 1.0f,
                theme->hairline);
    if (view->phase > SLOPE_CURVE) {
        mark_lowest(view, canvas);
        draw_path(view, canvas, BALL_MINIBATCH, theme->negative);
        draw_path(view, canvas, BALL_ALL, theme->positive);
    }
    canvas_show(canvas, out->renderer, box.x, box.y);
    snprintf(text, sizeof text, "Step by step, downwards: ");
    int w = paint_text_width(out, text, PAINT_LABEL, TEXT_REGULAR) + paint_px(out, 4.0f);
    paint_text(out, row_left(&title, w, 0), PAINT_LEFT, text, PAINT_LABEL, TEXT_REGULAR,
               theme->secondary);
    snprintf(text, sizeof text, "by all %s images", slope_say_images(view).text);
    w = paint_text_width(out, text, PAINT_LABEL, TEXT_MEDIUM) + paint_px(out, 2.0f);
    paint_text(out, row_left(&title, w, paint_px(out, 14.0f)), PAINT_LEFT, text, PAINT_LABEL,
               TEXT_MEDIUM, theme->positive);
    snprintf(text, sizeof text, "by a minibatch of %d", SLOPE_MINIBATCH);
    paint_text(out, title, PAINT_LEFT, text, PAINT_LABEL, TEXT_MEDIUM, theme->negative);
}

void slope_picture_draw(const SlopeView *view)
{
    Paint *out = view->shell->paint;
    const Theme *theme = out->theme;
    const SlopePlaces *at = &view->places;
    char line[160], title[256], rate[40];
    if (view->phase != SLOPE_NOTHING) {
        slope_say_line(view, line, sizeof line);
        snprintf(title, sizeof title, "Cost of %s training images along %s",
                 slope_say_images(view).text, line);
        paint_text(out, at->title, PAINT_LEFT, title, PAINT_BODY, TEXT_MEDIUM, theme->text);
        draw_plot(view);
        draw_paths(view);
    }
    for (int i = 0; i < SLOPE_SAYS; i++) {
        if (at->said[i].h > 0) {
            paint_text(out, at->said[i], PAINT_LEFT, view->said[i], PAINT_BODY, TEXT_REGULAR,
                       i == SLOPE_SAY_STEP ? theme->text : theme->secondary);
        }
    }
    if (view->phase > SLOPE_CURVE) {
        snprintf(rate, sizeof rate, "rate %s", hint_short(view->rate).text);
        paint_text(out, at->rate_text, PAINT_LEFT, rate, PAINT_LABEL, TEXT_REGULAR,
                   theme->secondary);
    }
}
