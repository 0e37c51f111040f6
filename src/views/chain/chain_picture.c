/* The nodes of the chain, its knobs, the square of its cost, and the product. */
#include "views/chain/chain_picture.h"

#include <math.h>
#include <stdio.h>

#include "ui/dashes.h"
#include "ui/row.h"
#include "views/chain/chain_curves.h"
#include "views/chain/chain_say.h"

/* Design pixels. */
enum { KNOB = 6, NUMBER = 22 };

static const double WEIGHT_END = 6.0;

static const float BRIGHT = 0.45f; /* activation from which a number stands dark on it */

double chain_least(int quantity)
{
    return quantity == CHAIN_INPUT || quantity == CHAIN_WANTED ? 0.0 : -WEIGHT_END;
}

double chain_most(int quantity)
{
    return quantity == CHAIN_INPUT || quantity == CHAIN_WANTED ? 1.0 : WEIGHT_END;
}

Chain chain_after(const Chain *chain, double rate)
{
    Chain after = *chain;
    chain_step(&after, rate);
    for (int i = CHAIN_WEIGHT; i < CHAIN_WANTED; i++) {
        after.value[i] = SDL_clamp(after.value[i], chain_least(i), chain_most(i));
    }
    chain_run(&after);
    return after;
}

/* With so many decimals, but for what would be nothing then. */
static HintNumber column(double value, int decimals)
{
    double least = 0.5 * pow(10.0, -decimals);
    return fabs(value) < least ? hint_short(value) : hint_fixed(value, decimals);
}

static bool is_lit(const ChainView *view, int quantity)
{
    return chain_is_on_path(view->selected, quantity);
}

static SDL_Color text_colour(const ChainView *view, int quantity)
{
    const Theme *theme = view->shell->paint->theme;
    return is_lit(view, quantity) ? theme->text : theme->secondary;
}

/* How far along its line a value is. */
static int along(SDL_Rect line, int quantity, double value)
{
    double share = (value - chain_least(quantity)) / (chain_most(quantity) - chain_least(quantity));
    return line.x + (int)lround(SDL_clamp(share, 0.0, 1.0) * line.w);
}

/* Name and number, and under them a line from 0 to the knob. */
static void draw_knob(const ChainView *view, int quantity)
{
    Paint *out = view->shell->paint;
    const Theme *theme = out->theme;
    double value = view->shown.value[quantity];
    SDL_Rect text = view->places.node[quantity], line = view->places.line[quantity];
    bool selected = view->selected == quantity, share = chain_least(quantity) == 0.0;
    row_bottom(&text, line.h, 0);
    paint_text(out, text, PAINT_LEFT, chain_name(quantity), PAINT_BODY,
               selected ? TEXT_BOLD : TEXT_MEDIUM, text_colour(view, quantity));
    paint_text(out, text, PAINT_RIGHT,
               share ? hint_fixed(value, 2).text : hint_fixed_signed(value, 2).text, PAINT_BODY,
               TEXT_MEDIUM, text_colour(view, quantity));
    int y = line.y + line.h / 2, thick = paint_px(out, 4.0f), tick = paint_px(out, 10.0f);
    int zero = along(line, quantity, 0.0), x = along(line, quantity, value);
    SDL_Rect track = {line.x, y - thick / 2, line.w, thick};
    SDL_Rect filled = {SDL_min(zero, x), track.y, SDL_abs(x - zero), thick};
    paint_round(out, track, 2.0f, theme->track);
    paint_fill(out, filled, value < 0.0 ? theme->negative : theme->positive);
    if (!share) {
        paint_fill(out, (SDL_Rect){zero, y - tick / 2, paint_px(out, 1.0f), tick},
                   theme->secondary);
    }
    paint_disc(out, x, y, paint_px(out, KNOB), theme->text);
    if (panes_has_focus(view->shell, CHAIN_DO_KNOB + quantity)) {
        paint_outline(out, view->places.node[quantity], 5.0f, theme->positive);
    } else if (selected) {
        paint_round_outline(
            out, row_inset(view->places.node[quantity], -paint_px(out, 8.0f), -paint_px(out, 5.0f)),
            6.0f, 1.0f, theme->positive);
    }
}

/* A ring in the colour of what is selected, or has the keyboard as it is. */
static void draw_disc(const ChainView *view, int quantity, SDL_Rect box)
{
    Paint *out = view->shell->paint;
    const Theme *theme = out->theme;
    int x = box.x + box.w / 2, y = box.y + box.h / 2, r = box.w / 2;
    float a = SDL_clamp((float)view->shown.value[quantity], 0.0f, 1.0f);
    bool lit = is_lit(view, quantity);
    paint_disc(out, x, y, r, theme_mix(theme->neuron_off, theme->neuron_on, a));
    paint_ring(out, x, y, r, lit ? theme->positive : theme->secondary);
    if (view->selected == quantity) {
        paint_ring(out, x, y, r + paint_px(out, 4.0f), theme->positive);
    }
    paint_text(out, box, PAINT_CENTRE, hint_fixed(view->shown.value[quantity], 2).text, PAINT_BODY,
               TEXT_BOLD, a > BRIGHT ? theme->on_positive : theme->text);
}

static void draw_sum(const ChainView *view, int quantity)
{
    Paint *out = view->shell->paint;
    const Theme *theme = out->theme;
    SDL_Rect box = view->places.node[quantity];
    bool lit = is_lit(view, quantity);
    paint_panel(out, box, 8.0f, theme->panel, lit ? theme->positive : theme->hairline);
    if (view->selected == quantity) {
        paint_round_outline(out, row_inset(box, -paint_px(out, 4.0f), -paint_px(out, 4.0f)), 10.0f,
                            1.0f, theme->positive);
    }
    paint_text(out, box, PAINT_CENTRE, hint_fixed_signed(view->shown.value[quantity], 2).text,
               PAINT_BODY, TEXT_MEDIUM, text_colour(view, quantity));
}

/* Its area is the cost, of a frame whose area is 1; dashes say what a step makes of it. */
static void draw_cost(const ChainView *view)
{
    Paint *out = view->shell->paint;
    const Theme *theme = out->theme;
    const ChainPlaces *at = &view->places;
    SDL_Rect box = at->node[CHAIN_COST];
    double cost = view->shown.value[CHAIN_COST];
    char text[48];
    Chain after = chain_after(&view->shown, (double)view->rate);
    int now = (int)lround((double)box.w * sqrt(cost));
    int then = (int)lround((double)box.w * sqrt(after.value[CHAIN_COST]));
    paint_round_outline(out, row_inset(box, -1, -1), 2.0f, 1.0f, theme->hairline);
    paint_fill(out, row_middle(box, now, now), theme_fade(theme->negative, 0.3f));
    if (now > 4) {
        paint_outline(out, row_middle(box, now - 2, now - 2), 0.0f, theme->negative);
    }
    if (then > 4 && SDL_abs(then - now) > 1) {
        dashes_box(out, row_middle(box, then, then), theme->text);
    }
    HintNumber number = column(cost, 3);
    bool wide = paint_text_width(out, number.text, NUMBER, TEXT_BOLD) > at->number.w;
    paint_text(out, at->number, PAINT_CENTRE, number.text, wide ? PAINT_DIGIT : NUMBER, TEXT_BOLD,
               theme->text);
    snprintf(text, sizeof text, "a step: %s", column(after.value[CHAIN_COST], 3).text);
    paint_text(out, at->after, PAINT_CENTRE, text, PAINT_AXIS, TEXT_REGULAR, theme->secondary);
}

/* What is over the nodes, and under those that the nudge comes through how much of it arrives. */
static void draw_texts(const ChainView *view)
{
    Paint *out = view->shell->paint;
    const Theme *theme = out->theme;
    double arrived = CHAIN_NUDGE;
    int at = view->selected;
    for (int i = 0; i < CHAIN_QUANTITIES; i++) {
        if (i >= CHAIN_SET) {
            paint_text(out, view->places.label[i], PAINT_CENTRE,
                       i == CHAIN_COST ? "cost C" : chain_name(i), PAINT_LABEL, TEXT_MEDIUM,
                       text_colour(view, i));
        }
    }
    while (at != CHAIN_COST) {
        arrived *= chain_ratio(&view->shown, at);
        at = chain_next(at);
        if (at != CHAIN_COST) {
            SDL_Color colour = arrived < 0.0 ? theme->negative : theme->positive;
            char text[HINT_NUMBER + 1];
            snprintf(text, sizeof text, "%s%s", arrived > 0.0 ? "+" : "",
                     chain_say_number(arrived, 2).text);
            paint_text(out, view->places.nudge[at], PAINT_CENTRE, text, PAINT_AXIS, TEXT_REGULAR,
                       colour);
        }
    }
}

static bool is_leaf(int quantity)
{
    return quantity < CHAIN_SET && quantity != CHAIN_INPUT;
}

/* Those along the chain touch no node: in a narrow picture they are smaller. */
static int ratio_size(const ChainView *view)
{
    bool fits = true;
    int air = paint_px(view->shell->paint, 6.0f);
    for (int i = 0; i < CHAIN_COST; i++) {
        const char *text = column(chain_ratio(&view->shown, i), 2).text;
        int w = paint_text_width(view->shell->paint, text, PAINT_LABEL, TEXT_BOLD);
        fits &= is_leaf(i) || w + 2 * air <= view->places.ratio[i].w;
    }
    return fits ? PAINT_LABEL : PAINT_AXIS;
}

static void draw_ratios(const ChainView *view)
{
    Paint *out = view->shell->paint;
    int size = ratio_size(view);
    for (int i = 0; i < CHAIN_COST; i++) {
        paint_text(out, view->places.ratio[i], is_leaf(i) ? PAINT_LEFT : PAINT_CENTRE,
                   column(chain_ratio(&view->shown, i), 2).text, is_leaf(i) ? PAINT_LABEL : size,
                   is_lit(view, i) ? TEXT_BOLD : TEXT_REGULAR, text_colour(view, i));
    }
}

/* "dC/dw1 =", the ratios over their names, "= 0.0314". */
static void draw_product(const ChainView *view)
{
    Paint *out = view->shell->paint;
    const Theme *theme = out->theme;
    const ChainPlaces *at = &view->places;
    char text[48];
    int path[CHAIN_PATH], count = chain_path(view->selected, path);
    SDL_Rect of = at->of, result = at->result;
    of.h = result.h = of.h * 11 / 20;
    snprintf(text, sizeof text, "dC/d%s", chain_name(view->selected));
    paint_text(out, of, PAINT_LEFT, text, PAINT_DIGIT, TEXT_BOLD, theme->text);
    for (int i = 0; i < count && i < at->factors; i++) {
        SDL_Rect box = at->factor[i];
        SDL_Rect value = row_top(&box, of.h, 0);
        SDL_Rect sign = row_left(&value, paint_px(out, 16.0f), 0), name = box;
        double ratio = chain_ratio(&view->shown, path[i]);
        row_left(&name, sign.w, 0);
        paint_text(out, sign, PAINT_LEFT, i == 0 ? "=" : "×", PAINT_DIGIT, TEXT_REGULAR,
                   theme->secondary);
        paint_text(out, value, PAINT_LEFT, column(ratio, 3).text, PAINT_DIGIT, TEXT_MEDIUM,
                   ratio < 0.0 ? theme->negative : theme->positive);
        paint_text(out, name, PAINT_LEFT, chain_say_ratio(path[i]).text, PAINT_AXIS, TEXT_REGULAR,
                   theme->secondary);
    }
    snprintf(text, sizeof text, "= %s",
             chain_say_number(chain_gradient(&view->shown, view->selected), 3).text);
    paint_text(out, result, PAINT_LEFT, text, PAINT_DIGIT, TEXT_BOLD, theme->text);
}

void chain_picture_draw(const ChainView *view)
{
    Paint *out = view->shell->paint;
    const Theme *theme = out->theme;
    const ChainPlaces *at = &view->places;
    char said[CHAIN_SAYS][CHAIN_SENTENCE], rate[24];
    chain_curves_draw(view);
    for (int i = 0; i < CHAIN_SET; i++) {
        draw_knob(view, i);
    }
    draw_disc(view, CHAIN_INPUT, at->disc);
    for (int i = 0; i < CHAIN_LINKS; i++) {
        draw_sum(view, CHAIN_SUM + i);
        draw_disc(view, CHAIN_ACTIVATION + i, at->node[CHAIN_ACTIVATION + i]);
    }
    draw_cost(view);
    draw_texts(view);
    draw_ratios(view);
    draw_product(view);
    chain_say(&view->shown, view->selected, said);
    for (int i = 0; i < CHAIN_SAYS && at->said[i].h > 0; i++) {
        paint_text(out, at->said[i], PAINT_LEFT, said[i], PAINT_BODY, TEXT_REGULAR,
                   i == 0 ? theme->text : theme->secondary);
    }
    snprintf(rate, sizeof rate, "rate %.2g", (double)view->rate);
    paint_text(out, at->rate_text, PAINT_RIGHT, rate, PAINT_LABEL, TEXT_REGULAR, theme->secondary);
}
