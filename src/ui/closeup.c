/* The sum of a neuron close up, as steps that end on the sigmoid. */
#include "ui/closeup.h"

#include <math.h>

#include "base/axis.h"
#include "ui/dashes.h"
#include "ui/hint.h"
#include "ui/row.h"
#include "ui/sigmoid.h"

enum { KNOB = 6, TICKS = 9 };

/* One step of the sum: from where it was to where it is then. */
typedef struct Step {
    const char *name;
    double from, to;
} Step;

static void step_draw(Paint *out, const CloseupPlaces *places, CloseupAxis axis, const Step *step,
                      int row)
{
    const Theme *theme = out->theme;
    SDL_Rect bar = places->bar[row];
    int zero = (int)lroundf(closeup_x(places, axis, 0.0));
    int from = (int)lroundf(closeup_x(places, axis, step->from)),
        to = (int)lroundf(closeup_x(places, axis, step->to));
    double change = step->to - step->from;
    paint_fill(out, (SDL_Rect){zero, bar.y - bar.h / 4, 1, bar.h + bar.h / 2}, theme->secondary);
    paint_round(out,
                (SDL_Rect){SDL_min(from, to), bar.y,
                           change < 0.0 || change > 0.0 ? SDL_max(SDL_abs(to - from), 2) : 0,
                           bar.h},
                2.0f, change < 0.0 ? theme->negative : theme->positive);
    paint_text(out, places->number[row], PAINT_RIGHT, hint_fixed_signed(change, 2).text, PAINT_BODY,
               TEXT_MEDIUM, theme->text);
}

/* From the end of a step down to the next. */
static void link_draw(Paint *out, const CloseupPlaces *places, CloseupAxis axis, double at, int row)
{
    const SDL_Rect *bar = &places->bar[row], *next = &places->bar[row + 1];
    int x = (int)lroundf(closeup_x(places, axis, at));
    dashes_line(out, (SDL_Point){x, bar->y + bar->h}, (SDL_Point){x, next->y},
                row == CLOSEUP_POSITIVE ? out->theme->positive : out->theme->negative);
}

/* A label over what is there. */
static void label_draw(Paint *out, SDL_Rect box, const char *text, int size, TextWeight weight,
                       SDL_Color colour)
{
    SDL_Rect ground = row_middle(box, box.w, SDL_min(box.h, paint_px(out, (float)size)));
    ground.w = paint_text_width(out, text, size, weight) + paint_px(out, 4.0f);
    paint_fill(out, ground, out->theme->window);
    paint_text(out, box, PAINT_LEFT, text, size, weight, colour);
}

static void steps_draw(Paint *out, const CloseupPlaces *places, const Closeup *closeup)
{
    const LookSum *sum = closeup->sum;
    bool pixels = closeup->of_pixels;
    double before = sum->positive + sum->negative;
    Step step[CLOSEUP_ROWS] = {
        [CLOSEUP_POSITIVE] = {pixels ? "ink on blue" : "by blue weights", 0.0, sum->positive},
        [CLOSEUP_NEGATIVE] = {pixels ? "ink on orange" : "by orange weights", sum->positive,
                              before},
        [CLOSEUP_BIAS] = {"bias: drag it", before, sum->z},
    };
    for (int i = 0; i < CLOSEUP_ROWS; i++) {
        step_draw(out, places, closeup->axis, &step[i], i);
    }
    link_draw(out, places, closeup->axis, sum->positive, CLOSEUP_POSITIVE);
    link_draw(out, places, closeup->axis, before, CLOSEUP_NEGATIVE);
    for (int i = 0; i < CLOSEUP_ROWS; i++) {
        label_draw(out, places->label[i], step[i].name, PAINT_LABEL, TEXT_REGULAR,
                   out->theme->secondary);
    }
}

/* The end of the bias's step is what it is taken by. */
static void knob_draw(Paint *out, const CloseupPlaces *places, const Closeup *closeup)
{
    const SDL_Rect *bar = &places->bar[CLOSEUP_BIAS];
    int x = (int)lroundf(closeup_x(places, closeup->axis, closeup->sum->z));
    paint_disc(out, x, bar->y + bar->h / 2, paint_px(out, closeup->bias_held ? KNOB + 1 : KNOB),
               out->theme->text);
}

static void sum_draw(Paint *out, const CloseupPlaces *places, const Closeup *closeup)
{
    const Theme *theme = out->theme;
    const LookSum *sum = closeup->sum;
    SDL_Rect ground = places->needs;
    ground.h = paint_lines(out, ground, closeup->needs, PAINT_LABEL, theme->secondary, true);
    paint_fill(out, places->rule, theme->hairline);
    label_draw(out, places->z_label, "sum z", PAINT_BODY, TEXT_BOLD, theme->text);
    label_draw(out, places->curve_label, "sigmoid", PAINT_LABEL, TEXT_REGULAR, theme->secondary);
    paint_fill(out, ground, theme->window);
    paint_lines(out, places->needs, closeup->needs, PAINT_LABEL, theme->secondary, false);
    paint_text(out, places->z_number, PAINT_RIGHT, hint_fixed_signed(sum->z, 2).text, PAINT_BODY,
               TEXT_BOLD, theme->text);
}

static void ticks_draw(Paint *out, const CloseupPlaces *places, CloseupAxis axis)
{
    SDL_Color faint = out->theme->secondary;
    double tick[TICKS];
    int w = paint_px(out, 44.0f), line = places->ticks.h, left = paint_px(out, 12.0f);
    int most = SDL_clamp(places->ticks.w / paint_px(out, 36.0f), 1, TICKS - 1);
    double step = axis_round_up((axis.high - axis.low) / (double)most);
    int ticks = axis_ticks(axis.low, axis.high, step, TICKS, tick);
    for (int i = 0; i < ticks; i++) {
        char text[24];
        int x = (int)lroundf(closeup_x(places, axis, tick[i]));
        axis_print(tick[i], false, text, sizeof text);
        paint_text(out, (SDL_Rect){x - w / 2, places->ticks.y, w, line}, PAINT_CENTRE, text,
                   PAINT_AXIS, TEXT_REGULAR, faint);
    }
    const SDL_Rect *curve = &places->curve;
    SDL_Rect one = {curve->x - left, curve->y - line / 4, left, line};
    paint_text(out, one, PAINT_LEFT, "1", PAINT_AXIS, TEXT_REGULAR, faint);
    one.y = curve->y + curve->h - line + line / 4;
    paint_text(out, one, PAINT_LEFT, "0", PAINT_AXIS, TEXT_REGULAR, faint);
}

float closeup_point_y(const Paint *paint, const CloseupPlaces *places, double activation)
{
    return (float)places->curve.y + sigmoid_height(paint, places->curve.h, activation);
}

void closeup_draw_sum(Paint *out, const CloseupPlaces *places, const Closeup *closeup, int right)
{
    const LookSum *sum = closeup->sum;
    const Theme *theme = out->theme;
    CloseupAxis axis = closeup->axis;
    const SDL_Rect *bias = &places->bar[CLOSEUP_BIAS];
    int x = (int)lroundf(closeup_x(places, axis, sum->z)),
        y = (int)lroundf(closeup_point_y(out, places, sum->activation));
    paint_text(out, places->sum_label, PAINT_LEFT, "Its sum", PAINT_LABEL, TEXT_REGULAR,
               theme->secondary);
    steps_draw(out, places, closeup);
    sigmoid_draw_plain(out, axis.low, axis.high, places->curve);
    ticks_draw(out, places, axis);
    dashes_line(out, (SDL_Point){x, bias->y + bias->h}, (SDL_Point){x, y}, theme->text);
    sum_draw(out, places, closeup);
    dashes_line(out, (SDL_Point){x, y}, (SDL_Point){right, y}, theme->text);
    paint_disc(out, x, y, paint_px(out, KNOB), theme->text);
    knob_draw(out, places, closeup);
}
