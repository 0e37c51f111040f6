/* What the cost of one drawing is made of. */
#include "ui/backward.h"

#include <math.h>
#include <stdio.h>

#include "ui/dashes.h"
#include "ui/row.h"
#include "ui/wish.h"

/* Design pixels. */
enum {
    ARROW_W = 20,
    VALUE_W = 36,
    LINE_H = 18,
    NUMBER = 26,
    STEP_NUMBER = 18,
    UNDO_W = 92,
    UNDO_H = 26
};

/* Shares of the width, and of the height of a row. */
static const float COST = 0.32f, SQUARE = 0.16f, SIDE = 0.7f;

/* The sum and what a step makes of it, in a column that is `h` high; a low one has no place to set
 * the step. */
static void place_cost(BackwardPlaces *places, const Paint *paint, SDL_Rect column, int h)
{
    int gap = paint_px(paint, 6.0f), line_h = paint_px(paint, LINE_H);
    int number_h = paint_px(paint, NUMBER + 8), step_h = paint_px(paint, STEP_NUMBER + 6);
    int said_h = number_h + gap + step_h + 3 * line_h,
        set_h = line_h + gap + paint_px(paint, UNDO_H);
    bool roomy = h >= said_h + set_h + line_h;
    int under_h = said_h + (roomy ? set_h : 0);
    SDL_Rect rest = row_middle(column, column.w, SDL_min(column.w + under_h, h));
    places->cost_label = row_top(&rest, line_h, 0);
    int side = SDL_clamp(rest.h + line_h - under_h, 0, column.w);
    places->cost = row_middle(row_top(&rest, side, 0), side, side);
    places->number = row_top(&rest, number_h, gap);
    places->step_label = row_top(&rest, line_h, 0);
    places->step_number = row_top(&rest, step_h, 0);
    places->rate = row_top(&rest, line_h, 0);
    if (roomy) {
        int w = SDL_min(column.w, paint_px(paint, UNDO_W));
        SDL_Rect slider = row_top(&rest, line_h, gap),
                 undo = row_top(&rest, paint_px(paint, UNDO_H), 0);
        places->slider = row_middle(slider, w, slider.h);
        places->undo = row_middle(undo, w, undo.h);
    }
}

void backward_place(BackwardPlaces *places, const Paint *paint, SDL_Rect bars, SDL_Rect answer,
                    SDL_Rect labels)
{
    *places = (BackwardPlaces){.side = 0.0f};
    if (bars.w == 0) {
        return;
    }
    SDL_Rect rest = bars;
    rest.w = answer.x + answer.w - bars.x;
    int w = rest.w, gap = paint_px(paint, 6.0f);
    SDL_Rect cost = row_right(&rest, (int)(COST * (float)w), gap);
    places->values = row_right(&rest, paint_px(paint, VALUE_W), gap);
    places->squares = row_right(&rest, (int)(SQUARE * (float)w), gap);
    row_left(&rest, paint_px(paint, ARROW_W), 0);
    places->bars = rest;
    places->side = fminf(SIDE * (float)bars.h / NET_OUTPUTS, (float)places->squares.w);
    places->bars_label = (SDL_Rect){rest.x, labels.y, rest.w, labels.h};
    places->squares_label =
        (SDL_Rect){places->squares.x - 2 * gap, labels.y, places->squares.w + 4 * gap, labels.h};
    place_cost(places, paint, cost, bars.h);
}

SDL_Rect backward_row(const BackwardPlaces *places, int digit)
{
    SDL_Rect all = row_around((SDL_Rect[]){places->bars, places->values}, 2);
    return row_down(all, NET_OUTPUTS, digit);
}

static void label_draw(Paint *out, SDL_Rect box, PaintAlign align, const char *text)
{
    paint_text(out, box, align, text, PAINT_LABEL, TEXT_REGULAR, out->theme->secondary);
}

/* A square whose area is the value, and in dashes what it will be; a speck where it is next to
 * nothing. */
static void square_draw(Paint *out, SDL_Rect box, float side, double value, double ahead)
{
    const Theme *theme = out->theme;
    int now = (int)lroundf(side * sqrtf((float)value)),
        then = (int)lroundf(side * sqrtf((float)ahead)), least = paint_px(out, 4.0f);
    if (now < least) {
        int speck = paint_px(out, 2.0f);
        paint_fill(out, row_middle(box, speck, speck), theme->secondary);
    } else {
        paint_fill(out, row_middle(box, now, now), theme_fade(theme->negative, 0.3f));
        paint_outline(out, row_middle(box, now - 2, now - 2), 0.0f, theme->negative);
    }
    if (then >= least && abs(then - now) > 1) {
        dashes_box(out, row_middle(box, then, then), theme->text);
    }
}

/* The activation, and a mark where it should be. */
static void bar_draw(Paint *out, SDL_Rect box, float activation, bool wanted)
{
    const Theme *theme = out->theme;
    int h = SDL_min(paint_px(out, 16.0f), box.h * 2 / 3), mark = paint_px(out, 2.0f);
    SDL_Rect track = row_middle(box, box.w, h), bar = track;
    bar.w = (int)lroundf(activation * (float)track.w);
    paint_round(out, track, 3.0f, theme->track);
    paint_round(out, bar, 3.0f, theme->bar);
    paint_fill(out,
               (SDL_Rect){wanted ? track.x + track.w - mark : track.x,
                          track.y - paint_px(out, 3.0f), mark, h + 2 * paint_px(out, 3.0f)},
               theme->text);
}

/* What the outputs add to the cost, now and after a step. */
typedef struct Terms {
    double now[NET_OUTPUTS], ahead[NET_OUTPUTS];
    double cost, cost_ahead;
} Terms;

static Terms terms_of(const Backward *backward)
{
    Terms terms = {.cost = 0.0};
    for (int i = 0; i < NET_OUTPUTS; i++) {
        bool wanted = i == backward->label;
        terms.now[i] = net_cost_term(backward->outputs[i], wanted, backward->kind);
        terms.ahead[i] = net_cost_term(backward->ahead[i], wanted, backward->kind);
        terms.cost += terms.now[i];
        terms.cost_ahead += terms.ahead[i];
    }
    return terms;
}

/* What shows in its number. */
static bool counts(double value)
{
    return value >= 0.005;
}

/* All squares have one scale: that of places->side unless one would be too large. */
static float scale_of(const BackwardPlaces *places, const Terms *terms)
{
    double most = 1.0;
    for (int i = 0; i < NET_OUTPUTS; i++) {
        most = fmax(most, fmax(terms->now[i], terms->ahead[i]));
    }
    double sum = fmax(fmax(terms->cost, terms->cost_ahead), 1e-9);
    return fminf(places->side / sqrtf((float)most), (float)places->cost.w / sqrtf((float)sum));
}

static void row_draw(Paint *out, const BackwardPlaces *places, const Backward *backward,
                     const Terms *terms, int digit, float side)
{
    char text[16];
    bool shows = counts(terms->now[digit]);
    SDL_Rect bar = row_down(places->bars, NET_OUTPUTS, digit);
    int longer = places->values.x - bar.x - bar.w;
    bar.w += (int)lroundf((1.0f - backward->grown) * (float)longer);
    bar_draw(out, bar, backward->outputs[digit], digit == backward->label);
    square_draw(out, row_down(places->squares, NET_OUTPUTS, digit), side, terms->now[digit],
                terms->ahead[digit]);
    snprintf(text, sizeof text, "%.2f", terms->now[digit]);
    paint_text(out, row_down(places->values, NET_OUTPUTS, digit), PAINT_RIGHT, text, PAINT_BODY,
               shows ? TEXT_MEDIUM : TEXT_REGULAR,
               shows ? out->theme->text : out->theme->secondary);
}

/* A bracket from the values that count to their sum. */
static void bracket_draw(Paint *out, const BackwardPlaces *places, const Terms *terms)
{
    int line = paint_px(out, 1.0f), arm = paint_px(out, 4.0f), first = -1, last = -1;
    for (int i = 0; i < NET_OUTPUTS; i++) {
        first = counts(terms->now[i]) && first < 0 ? i : first;
        last = counts(terms->now[i]) ? i : last;
    }
    if (last < 0) {
        return;
    }
    SDL_Rect top = row_down(places->values, NET_OUTPUTS, first),
             bottom = row_down(places->values, NET_OUTPUTS, last);
    int x = top.x + top.w + arm / 2, from = top.y + top.h / 4,
        to = bottom.y + bottom.h - bottom.h / 4;
    SDL_Color colour = out->theme->hairline;
    paint_fill(out, (SDL_Rect){x, from, arm, line}, colour);
    paint_fill(out, (SDL_Rect){x + arm, from, line, to - from}, colour);
    paint_fill(out, (SDL_Rect){x, to - line, arm, line}, colour);
}

static void cost_draw(Paint *out, const BackwardPlaces *places, const Terms *terms, float rate,
                      float side)
{
    const Theme *theme = out->theme;
    char text[WISH_TEXT], of_step[24];
    label_draw(out, places->cost_label, PAINT_CENTRE, "cost");
    square_draw(out, places->cost, side, terms->cost, terms->cost_ahead);
    wish_print(terms->cost, text);
    bool fits = paint_text_width(out, text, NUMBER, TEXT_BOLD) <= places->number.w;
    paint_text(out, places->number, PAINT_CENTRE, text, fits ? NUMBER : STEP_NUMBER, TEXT_BOLD,
               theme->text);
    label_draw(out, places->step_label, PAINT_CENTRE, "after a step");
    wish_print(terms->cost_ahead, text);
    paint_text(out, places->step_number, PAINT_CENTRE, text, STEP_NUMBER, TEXT_MEDIUM,
               terms->cost_ahead <= terms->cost ? theme->text : theme->negative);
    snprintf(of_step, sizeof of_step, "rate %.2g", (double)rate);
    label_draw(out, places->rate, PAINT_CENTRE, of_step);
}

/* The name of the mark, and of what a square is. */
static void labels_draw(Paint *out, const BackwardPlaces *places, NetCost kind)
{
    SDL_Rect label = places->bars_label;
    SDL_Rect mark = row_left(&label, paint_px(out, 2.0f), paint_px(out, 6.0f));
    paint_fill(out, row_middle(mark, mark.w, paint_px(out, 13.0f)), out->theme->text);
    label_draw(out, label, PAINT_LEFT, "target");
    label_draw(out, places->squares_label, PAINT_CENTRE,
               kind == NET_COST_SQUARED ? "(a − y)²" : "−ln");
}

void backward_draw(Paint *out, const BackwardPlaces *places, const Backward *backward)
{
    static const float NOTHING[NET_OUTPUTS] = {0};
    if (places->bars.w <= 0) {
        return;
    }
    labels_draw(out, places, backward->kind);
    for (int i = 0; i < NET_OUTPUTS && !backward->awake; i++) {
        bar_draw(out, row_down(places->bars, NET_OUTPUTS, i), NOTHING[i], false);
    }
    if (!backward->awake) {
        return;
    }
    Terms terms = terms_of(backward);
    float side = scale_of(places, &terms) * backward->grown;
    for (int i = 0; i < NET_OUTPUTS; i++) {
        row_draw(out, places, backward, &terms, i, side);
    }
    bracket_draw(out, places, &terms);
    cost_draw(out, places, &terms, backward->rate, side);
}
