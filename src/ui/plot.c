/* Curves over the epochs of runs, with axes. */
#include "ui/plot.h"

#include <math.h>
#include <stdio.h>

#include "base/axis.h"
#include "ui/row.h"

static const float LIVE = 0.6f, RAW = 0.4f; /* how strong what is between epochs is */

enum { TITLE_H = 16, AXIS_H = 14, SAMPLE_W = 17 }; /* of a line of text, in design pixels */

float plot_height(const Plot *plot, float y)
{
    float share = plot->log ? logf(y / plot->low) / logf(plot->high / plot->low)
                            : (y - plot->low) / (plot->high - plot->low);
    return fminf(fmaxf(share, 0.0f), 1.0f); /* of what is no number: 0 */
}

int plot_epoch_at(const Plot *plot, SDL_Rect box, int x)
{
    float share = ((float)(x - box.x) - 0.5f) / (float)SDL_max(box.w - 1, 1);
    int epoch = (int)lroundf(fminf(fmaxf(share, 0.0f), 1.0f) * plot->end);
    return SDL_clamp(epoch, 0, (int)plot->end);
}

static SDL_FPoint spot_of(const Plot *plot, const Canvas *canvas, float epoch, float y)
{
    return (SDL_FPoint){epoch / plot->end * (float)(canvas->w - 1) + 0.5f,
                        (1.0f - plot_height(plot, y)) * (float)(canvas->h - 2) + 1.0f};
}

/* How a line is drawn. */
typedef struct Pen {
    SDL_Color colour;
    float width_px;
    float dash_px[4]; /* on, off, on, off; all 0: a line without gaps */
} Pen;

/* Design pixels, as Pen.dash_px. */
static const float PATTERN[THEME_RUNS][4] = {
    {0},           {5, 5, 0, 0}, {2, 3, 0, 0}, {9, 3, 2, 3},
    {12, 4, 0, 0}, {5, 2, 5, 7}, {2, 7, 0, 0}, {12, 3, 5, 3},
};

static Pen pen_make(const Paint *out, SDL_Color colour, float width, const float dash[4])
{
    Pen pen = {.colour = colour, .width_px = width * out->scale};
    for (int i = 0; i < 4; i++) {
        pen.dash_px[i] = dash[i] * out->scale;
    }
    return pen;
}

/* Draws a straight piece; returns how far along the dashes it ends. */
static float piece_draw(Canvas *canvas, SDL_FPoint from, SDL_FPoint to, const Pen *pen, float phase)
{
    float dx = to.x - from.x, dy = to.y - from.y, length = hypotf(dx, dy);
    const float *dash = pen->dash_px;
    float period = dash[0] + dash[1] + dash[2] + dash[3];
    if (period <= 0.0f || length <= 0.0f) {
        canvas_line(canvas, from.x, from.y, to.x, to.y, pen->width_px, pen->colour);
        return 0.0f;
    }
    for (float at = 0.0f; at < length;) {
        float within = fmodf(phase + at, period), edge = dash[0];
        int part = 0;
        while (part < 3 && within >= edge) {
            edge += dash[++part];
        }
        float end = fminf(at + edge - within + 0.01f, length);
        if (part % 2 == 0) {
            canvas_line(canvas, from.x + dx * at / length, from.y + dy * at / length,
                        from.x + dx * end / length, from.y + dy * end / length, pen->width_px,
                        pen->colour);
        }
        at = end;
    }
    return phase + length;
}

static void line_draw(Paint *out, Canvas *canvas, const Plot *plot, const PlotLine *line,
                      const Pen *pen)
{
    /* Of epochs that share a pixel one is enough, where there are many lines. */
    int step = SDL_max((int)plot->end / SDL_max(canvas->w, 1), 1);
    float phase = 0.0f;
    for (int i = line->first, next; i + 1 < line->count; i = next) {
        next = SDL_min(i + step, line->count - 1);
        SDL_FPoint from = spot_of(plot, canvas, (float)i, line->y[i]);
        SDL_FPoint to = spot_of(plot, canvas, (float)next, line->y[next]);
        phase = piece_draw(canvas, from, to, pen, phase);
    }
    if (line->count - line->first == 1) {
        SDL_FPoint only = spot_of(plot, canvas, (float)line->first, line->y[line->first]);
        canvas_disc(canvas, only.x, only.y, 2.5f * out->scale, pen->colour);
    }
}

/* One line of axis text, its top left corner at (x, y). */
static void axis_text_draw(Paint *out, int x, int y, int w, PaintAlign align, const char *text)
{
    paint_text(out, (SDL_Rect){x, y, w, paint_px(out, AXIS_H)}, align, text, PAINT_AXIS,
               TEXT_REGULAR, out->theme->secondary);
}

static void number_draw(Paint *out, const Plot *plot, float value, int right, int y)
{
    char text[24];
    axis_print((double)value, plot->percent, text, sizeof text);
    int w = paint_px(out, 46.0f);
    axis_text_draw(out, right - w - paint_px(out, 6.0f), y - paint_px(out, AXIS_H) / 2, w,
                   PAINT_RIGHT, text);
}

/* The line over a plot. */
static SDL_Rect title_of(const Paint *out, SDL_Rect box)
{
    int h = paint_px(out, TITLE_H);
    return (SDL_Rect){box.x, box.y - h - paint_px(out, 4.0f), box.w, h};
}

/* The next name of a legend at the right end of `line`; returns where its sample is. */
static SDL_Rect name_draw(Paint *out, SDL_Rect *line, const char *name, SDL_Color colour)
{
    int w = paint_text_width(out, name, PAINT_AXIS, TEXT_REGULAR);
    paint_text(out, row_right(line, w, 0), PAINT_LEFT, name, PAINT_AXIS, TEXT_REGULAR, colour);
    SDL_Rect sample = row_right(line, paint_px(out, 20.0f), paint_px(out, 12.0f));
    row_top(&sample, sample.h / 2, 0);
    return sample;
}

enum { TICKS = 16, TICK_H = 34, TICK_W = 44 }; /* design pixels from one number to the next */

/* Ticks of the figures on a length of so many pixels. */
static int ticks_up(const Paint *out, const Plot *plot, int h_px, double tick[TICKS])
{
    double low = (double)plot->low, high = (double)plot->high;
    int most = SDL_clamp(h_px / paint_px(out, TICK_H), 2, TICKS);
    return plot->log ? axis_log_ticks(low, high, most, tick)
                     : axis_ticks(low, high, axis_round_up((high - low) / most), most, tick);
}

/* Ticks of the epochs. */
static int ticks_across(const Paint *out, const Plot *plot, int w_px, double tick[TICKS])
{
    int most = SDL_clamp(w_px / paint_px(out, TICK_W), 2, TICKS);
    return axis_ticks(0, (double)plot->end, axis_round_up((double)plot->end / most), most, tick);
}

/* Numbers at round places of both axes. */
static void axes_draw(Paint *out, const Plot *plot, SDL_Rect box)
{
    double tick[TICKS];
    char text[16];
    int y = box.y + box.h + paint_px(out, 4.0f), w = paint_px(out, TICK_W);
    int count = ticks_up(out, plot, box.h, tick);
    for (int i = 0; i < count; i++) {
        float down = (1.0f - plot_height(plot, (float)tick[i])) * (float)(box.h - 2);
        number_draw(out, plot, (float)tick[i], box.x, box.y + 1 + (int)lroundf(down));
    }
    axis_text_draw(out, box.x - w, y, w - paint_px(out, 8.0f), PAINT_RIGHT, "epoch");
    count = ticks_across(out, plot, box.w, tick);
    for (int i = 0; i < count; i++) {
        int x = box.x + (int)lround(tick[i] / (double)plot->end * (box.w - 1));
        axis_print(tick[i], false, text, sizeof text);
        axis_text_draw(out, x - w / 2, y, w, PAINT_CENTRE, text);
    }
}

static void grid_draw(Paint *out, const Plot *plot, Canvas *canvas)
{
    double tick[TICKS];
    SDL_Color line = out->theme->hairline;
    int count = ticks_up(out, plot, canvas->h, tick);
    for (int i = 0; i < count; i++) {
        float y = floorf(spot_of(plot, canvas, 0.0f, (float)tick[i]).y) + 0.5f;
        canvas_line(canvas, 0.0f, y, (float)canvas->w, y, 1.0f, line);
    }
    count = ticks_across(out, plot, canvas->w, tick);
    for (int i = 0; i < count; i++) {
        float x = floorf((float)tick[i] / plot->end * (float)(canvas->w - 1)) + 0.5f;
        canvas_line(canvas, x, 0.0f, x, (float)canvas->h, 1.0f, line);
    }
}

static void dot_draw(Paint *out, const Plot *plot, Canvas *canvas, const PlotLine *line,
                     float radius, SDL_Color colour)
{
    if (plot->crossed >= line->first && plot->crossed < line->count) {
        SDL_FPoint at = spot_of(plot, canvas, (float)plot->crossed, line->y[plot->crossed]);
        canvas_disc(canvas, at.x, at.y, radius * out->scale, colour);
    }
}

static void points_draw(const Plot *plot, Canvas *canvas, const PlotPoint *point, int points,
                        float width_px, SDL_Color colour)
{
    for (int i = 1; i < points; i++) {
        SDL_FPoint from = spot_of(plot, canvas, point[i - 1].epoch, point[i - 1].y);
        SDL_FPoint to = spot_of(plot, canvas, point[i].epoch, point[i].y);
        canvas_line(canvas, from.x, from.y, to.x, to.y, width_px, colour);
    }
}

/* The style of the test. */
static int test_style(const Plot *plot, const PlotRun *run)
{
    return plot->alone ? (run->style + 1) % THEME_RUNS : run->style;
}

static void live_draw(Paint *out, const Plot *plot, Canvas *canvas, const PlotRun *run)
{
    const Theme *theme = out->theme;
    points_draw(plot, canvas, run->raw, run->raw ? run->points : 0, out->scale,
                theme_fade(theme->secondary, RAW));
    points_draw(plot, canvas, run->live, run->points, 1.5f * out->scale,
                theme_fade(theme->run[plot->of_tests ? test_style(plot, run) : run->style], LIVE));
}

/* Dashes where the run is to end. */
static void planned_draw(Paint *out, const Plot *plot, Canvas *canvas)
{
    Pen pen = pen_make(out, out->theme->secondary, 1.0f, PATTERN[1]);
    float x = fminf(spot_of(plot, canvas, plot->planned, 0.0f).x, (float)canvas->w - 1.0f);
    if (plot->planned > 0.0f && plot->planned <= plot->end) {
        piece_draw(canvas, (SDL_FPoint){x, 0.0f}, (SDL_FPoint){x, (float)canvas->h}, &pen, 0.0f);
    }
}

static const float TRAIN_WIDTH = 1.0f, TEST_WIDTH = 2.25f, TRAIN_DOT = 2.5f, TEST_DOT = 3.5f;

static void run_draw(Paint *out, const Plot *plot, Canvas *canvas, const PlotRun *run)
{
    const Theme *theme = out->theme;
    int style = test_style(plot, run);
    float width = plot->alone ? TEST_WIDTH : TRAIN_WIDTH;
    Pen train = pen_make(out, theme->run[run->style], width, PATTERN[run->style]);
    Pen test = pen_make(out, theme->run[style], TEST_WIDTH, PATTERN[style]);
    line_draw(out, canvas, plot, &run->train, &train);
    line_draw(out, canvas, plot, &run->test, &test);
    dot_draw(out, plot, canvas, &run->train, TRAIN_DOT, train.colour);
    dot_draw(out, plot, canvas, &run->test, TEST_DOT, test.colour);
}

static void runs_draw(Paint *out, const Plot *plot, Canvas *canvas)
{
    if (plot->crossed >= 0) {
        float x = floorf(spot_of(plot, canvas, (float)plot->crossed, plot->low).x) + 0.5f;
        canvas_line(canvas, x, 0.0f, x, (float)canvas->h, out->scale, out->theme->secondary);
    }
    planned_draw(out, plot, canvas);
    for (int i = 0; i < plot->runs; i++) {
        live_draw(out, plot, canvas, &plot->run[i]);
    }
    for (int i = 0; i < plot->runs; i++) {
        run_draw(out, plot, canvas, &plot->run[i]);
    }
}

/* The epoch that is crossed, over the axis numbers. */
static void crossed_draw(Paint *out, const Plot *plot, SDL_Rect box)
{
    char text[24];
    snprintf(text, sizeof text, "epoch %d", plot->crossed);
    int w = paint_text_width(out, text, PAINT_AXIS, TEXT_MEDIUM) + paint_px(out, 8.0f);
    int x = box.x + (int)((float)plot->crossed / plot->end * (float)(box.w - 1)) - w / 2;
    SDL_Rect at = {SDL_clamp(x, box.x - w / 2, box.x + box.w - w), box.y + box.h + 2, w,
                   paint_px(out, 17.0f)};
    paint_fill(out, at, out->theme->window);
    paint_text(out, at, PAINT_CENTRE, text, PAINT_AXIS, TEXT_MEDIUM, out->theme->text);
}

/* What is thick and what thin, or which colour is which, right-aligned on the title's line. */
static void legend_draw(Paint *out, const Plot *plot, SDL_Rect box)
{
    const char *name[2] = {plot->test, plot->train};
    const float width[2] = {TEST_WIDTH, TRAIN_WIDTH};
    SDL_Rect line = title_of(out, box);
    for (int i = 0; i < 2; i++) {
        int style = !plot->alone ? -1 : i == 0 ? test_style(plot, plot->run) : plot->run->style;
        SDL_Color colour = style >= 0 ? out->theme->run[style] : out->theme->secondary;
        SDL_Rect at = name_draw(out, &line, name[i], colour);
        if (style >= 0) {
            int line_h = paint_px(out, 2.0f);
            plot_draw_sample(out, style,
                             (SDL_Rect){at.x, at.y - line_h / 2, paint_px(out, SAMPLE_W), line_h});
        } else {
            at = (SDL_Rect){at.x, at.y, paint_px(out, 14.0f), paint_px(out, width[i])};
            paint_fill(out, at, colour);
        }
    }
}

static void title_draw(Paint *out, const Plot *plot, SDL_Rect box)
{
    paint_text(out, title_of(out, box), PAINT_LEFT, plot->title, PAINT_LABEL, TEXT_REGULAR,
               out->theme->secondary);
    paint_frame(out, box);
}

void plot_draw(Paint *out, const Plot *plot, PaintCanvas which, SDL_Rect box)
{
    Canvas *canvas = &out->canvas[which];
    title_draw(out, plot, box);
    legend_draw(out, plot, box);
    axes_draw(out, plot, box);
    if (!canvas_begin(canvas, box.w, box.h, out->theme->window)) {
        return;
    }
    grid_draw(out, plot, canvas);
    runs_draw(out, plot, canvas);
    canvas_show(canvas, out->renderer, box.x, box.y);
    if (plot->crossed >= 0) {
        crossed_draw(out, plot, box);
    }
}

void plot_draw_sample(Paint *out, int style, SDL_Rect box)
{
    float at = 0.0f, end = (float)box.w / out->scale;
    for (int part = 0; at < end; part = (part + 1) % 4) {
        float length = PATTERN[style][0] > 0.0f ? PATTERN[style][part] : end;
        float shown = fminf(length, end - at);
        if (part % 2 == 0 && shown > 0.0f) {
            SDL_Rect dash = {box.x + paint_px(out, at), box.y + (box.h - paint_px(out, 2.0f)) / 2,
                             paint_px(out, shown), paint_px(out, 2.0f)};
            paint_fill(out, dash, out->theme->run[style]);
        }
        at += length;
    }
}
