/* The bar chart of the ten output activations, and the answer in large type. */
#include "ui/chart.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "ui/row.h"

/* Design pixels: the longest caption, a digit that can be pressed. */
enum { CAPTION_W = 112, DIGIT_W = 26 };

void chart_update(Chart *chart, const float outputs[NET_OUTPUTS])
{
    memcpy(chart->activation, outputs, sizeof chart->activation);
    memcpy(chart->bar, outputs, sizeof chart->bar);
    chart->awake = true;
    chart->answer = answer_of(outputs);
}

void chart_rest(Chart *chart)
{
    *chart = (Chart){0};
}

int chart_row_y(SDL_Rect box, int digit)
{
    return box.y + (2 * digit + 1) * box.h / (2 * NET_OUTPUTS);
}

SDL_Rect chart_digit_box(const Paint *paint, SDL_Rect digits, int digit)
{
    int side = SDL_min(digits.w, paint_px(paint, DIGIT_W)),
        h = SDL_min(side, digits.h / NET_OUTPUTS);
    return (SDL_Rect){digits.x + (digits.w - side) / 2, chart_row_y(digits, digit) - h / 2, side,
                      h};
}

static bool is_best(const Chart *chart, int digit)
{
    return chart->awake && digit == chart->answer.digit;
}

void chart_draw_digits(Paint *out, const Chart *chart, SDL_Rect digits)
{
    for (int digit = 0; digit < NET_OUTPUTS && digits.h > 0; digit++) {
        bool best = is_best(chart, digit);
        if (best && digits.w > paint_px(out, DIGIT_W)) {
            paint_pointer(out, digits.x + paint_px(out, 8.0f), chart_row_y(digits, digit),
                          out->theme->positive);
        }
        paint_text(out, chart_digit_box(out, digits, digit), PAINT_CENTRE,
                   (char[]){(char)('0' + digit), 0}, PAINT_DIGIT, best ? TEXT_BOLD : TEXT_REGULAR,
                   best ? out->theme->text : out->theme->secondary);
    }
}

static void row_draw(Paint *out, const Chart *chart, int digit, SDL_Rect box)
{
    const Theme *theme = out->theme;
    bool best = is_best(chart, digit);
    int value_w = paint_px(out, 40.0f), row_h = paint_px(out, 20.0f), pitch = box.h / NET_OUTPUTS;
    int bar_h = SDL_min(SDL_max(paint_px(out, 16.0f), pitch * 2 / 7), pitch * 2 / 3);
    int y = chart_row_y(box, digit);
    SDL_Rect track = {box.x, y - bar_h / 2, box.w - value_w, bar_h};
    SDL_Rect number = {track.x + track.w, y - row_h / 2, value_w, row_h};
    int least = paint_px(out, 4.0f);
    int w = least + (int)lroundf(chart->bar[digit] * (float)(track.w - least));
    paint_round(out, track, 4.0f, theme->track);
    paint_round(out, (SDL_Rect){track.x, track.y, w, track.h}, 4.0f,
                best ? theme->positive
                     : theme_mix(theme->track, theme->bar, chart->awake ? 1.0f : 0.4f));
    if (chart->awake) {
        char value[16];
        snprintf(value, sizeof value, "%.2f", (double)chart->activation[digit]);
        paint_text(out, number, PAINT_RIGHT, value, PAINT_BODY, best ? TEXT_BOLD : TEXT_REGULAR,
                   best ? theme->text : theme->secondary);
    }
}

void chart_draw(Paint *out, const Chart *chart, SDL_Rect box)
{
    for (int digit = 0; digit < NET_OUTPUTS && box.h > 0; digit++) {
        row_draw(out, chart, digit, box);
    }
}

/* Text in the middle of a part of the box, from `top` to `bottom` of its height. */
static void part_draw(Paint *out, SDL_Rect box, float top, float bottom, const char *text,
                      float size, TextWeight weight, SDL_Color colour)
{
    SDL_Rect part = {box.x, box.y + (int)lroundf(top * (float)box.h), box.w,
                     (int)lroundf((bottom - top) * (float)box.h)};
    /* The box of the network's answer is 1.6 times as high as wide. */
    float side_px = fminf((float)box.w, (float)box.h / 1.4f);
    paint_text(out, part, PAINT_CENTRE, text, (int)(size * side_px / out->scale), weight, colour);
}

static void large_draw(Paint *out, const Chart *chart, SDL_Rect box)
{
    const Theme *theme = out->theme;
    const Answer *answer = &chart->answer;
    char digit[8], other[8];
    if (!chart->awake) {
        paint_text(out, box, PAINT_CENTRE, "–", 48, TEXT_REGULAR, theme->hairline);
        return;
    }
    snprintf(digit, sizeof digit, answer->kind == ANSWER_SURE ? "%d" : "%d?", answer->digit);
    snprintf(other, sizeof other, "or %d", answer->other);
    switch (answer->kind) {
    case ANSWER_SURE:
        part_draw(out, box, 0.0f, 1.0f, digit, 1.44f, TEXT_BOLD,
                  theme_mix(theme->text, theme->secondary, chart->unclear));
        break;
    case ANSWER_DOUBT:
        part_draw(out, box, 0.0f, 0.66f, digit, 0.78f, TEXT_BOLD, theme->text);
        part_draw(out, box, 0.66f, 1.0f, other, 0.3f, TEXT_MEDIUM, theme->secondary);
        break;
    case ANSWER_NONE:
        part_draw(out, box, 0.0f, 1.0f, "?", 1.0f, TEXT_REGULAR, theme->secondary);
        break;
    }
}

static bool fits(Paint *out, const char *text, int w)
{
    return paint_text_width(out, text, PAINT_LABEL, TEXT_REGULAR) <= w;
}

/* That it looks like several digits, or what the large network reads, or else what kind of answer
 * it is. */
static void caption(Paint *out, const Chart *chart, int w, char *text, size_t room)
{
    static const char *const KIND[] = {
        [ANSWER_SURE] = "strongest output",
        [ANSWER_DOUBT] = "in doubt",
        [ANSWER_NONE] = "no digit I know",
    };
    AnswerKind kind = chart->answer.kind;
    if (chart->awake && chart->several) {
        snprintf(text, room, "more than one digit?");
        if (!fits(out, text, w)) {
            snprintf(text, room, "several digits?");
        }
        return;
    }
    bool second = chart->awake && kind != ANSWER_SURE && *chart->second;
    snprintf(text, room, "%s", chart->awake ? KIND[kind] : "Draw a digit");
    if (chart->awake && kind == ANSWER_SURE && !fits(out, text, w)) {
        snprintf(text, room, "strongest");
    }
    if (second) {
        snprintf(text, room, "Large network: %s", chart->second);
    }
    if (second && !fits(out, text, w)) {
        snprintf(text, room, "Large: %s", chart->second);
    }
}

void chart_draw_answer(Paint *out, const Chart *chart, SDL_Rect box)
{
    char text[40];
    SDL_Rect line = row_bottom(&box, paint_px(out, 20.0f), 0);
    caption(out, chart, line.w, text, sizeof text);
    line = row_middle(line, SDL_max(line.w, paint_px(out, CAPTION_W)), line.h);
    large_draw(out, chart, box);
    paint_text(out, line, PAINT_CENTRE, text, PAINT_LABEL, TEXT_REGULAR, out->theme->secondary);
}
