/* Dreams, page Compare: a drawing that was kept (A) and the one on the sheet (B): which neurons
 * moved. */
#include <string.h>

#include "ui/row.h"
#include "views/dreams/dreams_page.h"

enum { PICTURE = 84 };

/* Spots; a row's is ROW + its place on the screen. */
enum { IMAGE_A, IMAGE_B, SUMS, ROW };

/* Whether A was kept, and the network on show has read it. */
static bool is_compared(const DreamsView *view)
{
    const DreamsCompare *at = &view->compare;
    return at->kept && net_shape_equal(&at->acts.shape, &view->lab->model.net.shape);
}

static void compare(DreamsView *view)
{
    DreamsCompare *at = &view->compare;
    const Net *net = &view->lab->model.net;
    float a[NET_OUTPUTS], b[NET_OUTPUTS];
    at->answers = view->lab->answers;
    if (!dreams_page_fit(view, &at->acts)) {
        return;
    }
    at->digit = net_answer(net_outputs(net, &view->lab->acts));
    net_forward_levels(net, at->level, &at->acts);
    dream_sums(net, &at->acts, a);
    dream_sums(net, &view->lab->acts, b);
    at->z[0] = a[at->digit];
    at->z[1] = b[at->digit];
    at->count =
        compare_moves(net, &at->acts, &view->lab->acts, at->digit, !at->by_change, at->moves);
    shell_redraw(view->shell);
}

static void work(void *self)
{
    DreamsView *view = self;
    const DreamsCompare *at = &view->compare;
    if (at->kept && at->answers != view->lab->answers) {
        compare(view);
    }
}

/* The selected row stays in view. */
static void select_row(DreamsCompare *at, int row)
{
    at->selected = SDL_clamp(row, 0, SDL_max(at->count - 1, 0));
    at->top = SDL_clamp(at->top, at->selected - SDL_max(at->rows - 1, 0), at->selected);
}

static void update(void *self, SDL_Rect body)
{
    DreamsView *view = self;
    DreamsPlaces *at = &view->at;
    DreamsCompare *compare = &view->compare;
    const Paint *paint = view->shell->paint;
    int gap = paint_px(paint, 16.0f), line = paint_px(paint, DREAMS_LINE);
    int side = SDL_min(paint_px(paint, PICTURE), body.h / 3);
    SDL_Rect head = row_top(&body, line + side, gap / 2), captions = row_top(&head, line, 0);
    int w = SDL_max(side, paint_px(paint, 100.0f)) + gap - gap / 2;
    for (int i = 0; i < 2; i++) {
        at->caption[i] = row_left(&captions, w, gap / 2);
        SDL_Rect column = row_left(&head, w, gap / 2);
        at->picture[i] = row_left(&column, side, 0);
        panes_add_spot(view->shell, at->picture[i], IMAGE_A + i);
    }
    at->line[0] = head;
    at->rows = body;
    panes_add_spot(view->shell, at->line[0], SUMS);
    compare->rows = dreams_moves_fit(paint, body);
    compare->top = SDL_clamp(compare->top, 0, SDL_max(compare->count - compare->rows, 0));
    for (int i = 0; i < compare->rows && compare->top + i < compare->count; i++) {
        panes_add_spot(view->shell, dreams_moves_row(paint, body, i), ROW + i);
    }
}

static void draw_head(const DreamsView *view)
{
    const DreamsCompare *compare = &view->compare;
    const DreamsPlaces *at = &view->at;
    const Net *net = &view->lab->model.net;
    const Theme *theme = view->shell->paint->theme;
    const uint8_t *level[2] = {compare->level, view->lab->input.cell};
    const NetActs *acts[2] = {&compare->acts, &view->lab->acts};
    for (int i = 0; i < 2; i++) {
        char answer[16], caption[48];
        const float *outputs = net_outputs(net, acts[i]);
        dreams_page_print_answer(outputs, answer, sizeof answer);
        snprintf(caption, sizeof caption, "%c: %s (%.2f)", 'A' + i, answer,
                 (double)outputs[net_answer(outputs)]);
        paint_text(view->shell->paint, at->caption[i], PAINT_LEFT, caption, PAINT_LABEL,
                   TEXT_REGULAR, theme->text);
        dreams_picture_draw(view->shell->paint, level[i], NULL, 0.0f, at->picture[i]);
    }
    char text[160];
    snprintf(text, sizeof text, "z of output %d moved from %s with A to %s with B: %s.",
             compare->digit, hint_fixed((double)compare->z[0], 2).text,
             hint_fixed((double)compare->z[1], 2).text,
             hint_fixed_signed((double)(compare->z[1] - compare->z[0]), 2).text);
    paint_lines(view->shell->paint, at->line[0], text, PAINT_LABEL, theme->secondary, false);
}

static void draw(const void *self, SDL_Rect body)
{
    const DreamsView *view = self;
    const DreamsCompare *compare = &view->compare;
    const DreamsPlaces *at = &view->at;
    (void)body;
    if (!is_compared(view)) {
        SDL_Rect box = {at->caption[0].x, at->caption[0].y, at->rows.w, at->rows.h};
        paint_lines(view->shell->paint, box,
                    "Draw a 3, keep it as A, then make it an 8: the list says which neurons moved "
                    "and what that did to the answer, while you draw.",
                    PAINT_BODY, view->shell->paint->theme->secondary, false);
        return;
    }
    draw_head(view);
    dreams_moves_draw(view->shell->paint,
                      &(DreamsMoves){compare->moves, compare->count, compare->top,
                                     compare->selected, view->lab->model.net.shape.layers - 1,
                                     compare->digit},
                      at->rows);
}

static void explain_row(const DreamsView *view, int row, Hint *hint)
{
    const DreamsCompare *compare = &view->compare;
    const CompareMove *move = &compare->moves[SDL_min(compare->top + row, COMPARE_MOST - 1)];
    int outputs = view->lab->model.net.shape.layers - 1;
    char name[32];
    dreams_print_neuron(move->layer, move->neuron, outputs, name, sizeof name);
    hint_title(hint, "How %s moved from A to B", name);
    if (move->layer == outputs) {
        hint_say(hint, "change: %s - %s = %s", hint_number((double)move->after, 4).text,
                 hint_number((double)move->before, 4).text,
                 hint_signed((double)compare_change(move), 4).text);
    } else {
        hint_say(hint,
                 "change: %s - %s = %s\neffect on z of output %d: change * dz/da = %s * %s = %s\n"
                 "dz/da: mean of A and B%s.",
                 hint_number((double)move->after, 4).text,
                 hint_number((double)move->before, 4).text,
                 hint_signed((double)compare_change(move), 4).text, compare->digit,
                 hint_signed((double)compare_change(move), 4).text,
                 hint_signed((double)move->slope, 4).text,
                 hint_signed((double)compare_effect(move), 4).text,
                 move->layer == outputs - 1 ? ", the weight" : "; an estimate");
    }
    hint_unit(hint, "activation, 0 to 1; effect: of z, any number");
}

static void explain(const void *self, int about, SDL_Point at, Hint *hint)
{
    const DreamsView *view = self;
    const DreamsCompare *compare = &view->compare;
    (void)at;
    if (!is_compared(view)) {
        hint_title(hint, "Two drawings compared");
        hint_say(hint, "Keep one first.");
    } else if (about == IMAGE_A || about == IMAGE_B) {
        const Net *net = &view->lab->model.net;
        const float *outputs =
            net_outputs(net, about == IMAGE_A ? &compare->acts : &view->lab->acts);
        int digit = net_answer(outputs);
        hint_title(hint, "%s", about == IMAGE_A ? "A: what was kept" : "B: what is on the sheet");
        hint_say(hint, "strongest output: %d, a = %s", digit,
                 hint_number((double)outputs[digit], 4).text);
        hint_unit(hint, "activation, 0 to 1; no probability");
    } else if (about == SUMS) {
        hint_title(hint, "z of output %d, the answer to B", compare->digit);
        hint_say(hint,
                 "%s - %s = %s\nThe effects of the last hidden layer add up to it. Those of "
                 "the layers before are the same change seen earlier, estimated.",
                 hint_number((double)compare->z[1], 3).text,
                 hint_number((double)compare->z[0], 3).text,
                 hint_signed((double)(compare->z[1] - compare->z[0]), 3).text);
        hint_unit(hint, "a weighted sum, any number");
    } else {
        explain_row(view, about - ROW, hint);
    }
}

/* Look into the neuron that is selected; its outputs too. */
static void inspect(DreamsView *view)
{
    const DreamsCompare *compare = &view->compare;
    if (compare->kept && compare->selected < compare->count) {
        const CompareMove *move = &compare->moves[compare->selected];
        panes_inspect(view->shell, move->layer, move->neuron);
    }
}

static void run(void *self, int command)
{
    DreamsView *view = self;
    DreamsCompare *at = &view->compare;
    switch (command) {
    case DREAMS_KEEP:
        memcpy(at->level, view->lab->input.cell, sizeof at->level);
        at->kept = true;
        break;
    case DREAMS_BY_EFFECT:
        at->by_change = !at->by_change;
        break;
    default:
        lab_exhibit(shell_change(view->shell), at->level, -1, "drawing A");
        return;
    }
    at->top = at->selected = 0;
    compare(view);
}

static bool can(const void *self, int command)
{
    const DreamsView *view = self;
    return command == DREAMS_KEEP ? view->lab->has_ink : view->compare.kept;
}

static bool on(const DreamsView *view, int command)
{
    return command == DREAMS_BY_EFFECT && !view->compare.by_change;
}

static bool press(void *self, int x, int y, bool twice)
{
    DreamsView *view = self;
    DreamsCompare *compare = &view->compare;
    for (int i = 0; i < compare->rows && compare->top + i < compare->count; i++) {
        SDL_Rect row = dreams_moves_row(view->shell->paint, view->at.rows, i);
        if (SDL_PointInRect(&(SDL_Point){x, y}, &row)) {
            select_row(compare, compare->top + i);
            if (twice) {
                inspect(view);
            }
        }
    }
    return false;
}

static void scroll(void *self, int x, int y, int rows)
{
    DreamsView *view = self;
    DreamsCompare *compare = &view->compare;
    (void)x;
    (void)y;
    compare->top = SDL_clamp(compare->top + rows, 0, SDL_max(compare->count - compare->rows, 0));
    shell_redraw(view->shell);
}

/* Up and down select a neuron, Enter looks into it. */
static bool key(void *self, const SDL_Keysym *key)
{
    DreamsView *view = self;
    DreamsCompare *compare = &view->compare;
    if (key->sym == SDLK_UP || key->sym == SDLK_DOWN) {
        select_row(compare, compare->selected + (key->sym == SDLK_UP ? -1 : 1));
        return true;
    }
    if ((key->sym == SDLK_RETURN || key->sym == SDLK_KP_ENTER) && compare->kept) {
        inspect(view);
        return true;
    }
    return false;
}

static bool table(const void *self, FILE *out)
{
    const DreamsView *view = self;
    const DreamsCompare *compare = &view->compare;
    fprintf(out, "layer,neuron,activation_a,activation_b,change,slope,effect,effect_on\n");
    for (int i = 0; i < compare->count; i++) {
        const CompareMove *move = &compare->moves[i];
        fprintf(out, "%d,%d,%.9g,%.9g,%.9g,%.9g,%.9g,%d\n", move->layer + 1, move->neuron,
                (double)move->before, (double)move->after, (double)compare_change(move),
                (double)move->slope, (double)compare_effect(move), compare->digit);
    }
    return true;
}

const DreamsPage DREAMS_OF_COMPARE = {
    .name = "Compare",
    .main_command = DREAMS_KEEP,
    .control = {{WIDGET_BUTTON, DREAMS_KEEP, "Keep as A", NULL},
                {WIDGET_BUTTON, DREAMS_PUT_KEPT, "Put A on the sheet", NULL},
                {WIDGET_TOGGLE, DREAMS_BY_EFFECT, "Sort by effect", NULL}},
    .controls = 3,
    .on = on,
    .pane = {.work = work,
             .update = update,
             .draw = draw,
             .explain = explain,
             .run = run,
             .can = can,
             .press = press,
             .scroll = scroll,
             .key = key,
             .table = table},
};
