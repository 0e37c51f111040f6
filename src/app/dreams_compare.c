/* Dreams, page Compare: a drawing that was kept (A) and the one on the sheet (B): which neurons
 * moved. */
#include <string.h>

#include "app/dreams_page.h"
#include "app/views.h"

enum { PICTURE = 84 };

/* Spots; a row's is ROW + its place on the screen. */
enum { IMAGE_A, IMAGE_B, SUMS, ROW };

static void compare(App *app)
{
    DreamsCompare *at = &app->dreams_view.compare;
    const Net *net = &app->lab.model.net;
    float a[NET_OUTPUTS], b[NET_OUTPUTS];
    at->answers = app->lab.answers;
    at->digit = net_answer(net_outputs(net, &app->lab.acts));
    net_forward_levels(net, at->level, &at->acts);
    dream_sums(net, &at->acts, a);
    dream_sums(net, &app->lab.acts, b);
    at->z[0] = a[at->digit];
    at->z[1] = b[at->digit];
    at->count = compare_moves(net, &at->acts, &app->lab.acts, at->digit, !at->by_change, at->moves);
    app->redraw = true;
}

static void work(App *app)
{
    const DreamsCompare *at = &app->dreams_view.compare;
    if (at->kept && at->answers != app->lab.answers) {
        compare(app);
    }
}

/* The selected row stays in view. */
static void select_row(DreamsCompare *at, int row)
{
    at->selected = SDL_clamp(row, 0, SDL_max(at->count - 1, 0));
    at->top = SDL_clamp(at->top, at->selected - SDL_max(at->rows - 1, 0), at->selected);
}

static void place(App *app, SDL_Rect body)
{
    DreamsPlaces *at = &app->dreams_view.at;
    DreamsCompare *compare = &app->dreams_view.compare;
    const Paint *paint = app->paint;
    int gap = paint_px(paint, 16.0f), line = paint_px(paint, DREAMS_LINE);
    int side = SDL_min(paint_px(paint, PICTURE), body.h / 3);
    SDL_Rect head = dreams_page_cut_row(paint, &body, 0.0f, 0.0f);
    body.y += side + line + gap / 2;
    body.h = SDL_max(0, body.h - side - line - gap / 2);
    for (int i = 0; i < 2; i++) {
        int pitch = SDL_max(side, paint_px(paint, 100.0f)) + gap;
        at->caption[i] = (SDL_Rect){head.x + i * pitch, head.y, pitch - gap / 2, line};
        at->picture[i] = (SDL_Rect){head.x + i * pitch, head.y + line, side, side};
        at->line[0].x = head.x + 2 * pitch;
        views_add_spot(app, at->picture[i], IMAGE_A + i);
    }
    at->line[0] = (SDL_Rect){at->line[0].x, head.y + line, head.x + head.w - at->line[0].x, side};
    at->rows = body;
    views_add_spot(app, at->line[0], SUMS);
    compare->rows = dreams_moves_fit(paint, body);
    compare->top = SDL_clamp(compare->top, 0, SDL_max(compare->count - compare->rows, 0));
    for (int i = 0; i < compare->rows && compare->top + i < compare->count; i++) {
        views_add_spot(app, dreams_moves_row(paint, body, i), ROW + i);
    }
}

static void draw_head(const App *app)
{
    const DreamsCompare *compare = &app->dreams_view.compare;
    const DreamsPlaces *at = &app->dreams_view.at;
    const Net *net = &app->lab.model.net;
    const Theme *theme = app->paint->theme;
    const uint8_t *level[2] = {compare->level, app->lab.input.cell};
    const NetActs *acts[2] = {&compare->acts, &app->lab.acts};
    for (int i = 0; i < 2; i++) {
        char answer[16], caption[48];
        const float *outputs = net_outputs(net, acts[i]);
        dreams_page_print_answer(outputs, answer, sizeof answer);
        snprintf(caption, sizeof caption, "%c: %s (%.2f)", 'A' + i, answer,
                 (double)outputs[net_answer(outputs)]);
        paint_text(app->paint, at->caption[i], PAINT_LEFT, caption, PAINT_LABEL, TEXT_REGULAR,
                   theme->text);
        dreams_picture_draw(app->paint, level[i], NULL, 0.0f, at->picture[i]);
    }
    char text[160];
    snprintf(text, sizeof text, "z of output %d moved from %s with A to %s with B: %s.",
             compare->digit, hint_fixed((double)compare->z[0], 2).text,
             hint_fixed((double)compare->z[1], 2).text,
             hint_fixed_signed((double)(compare->z[1] - compare->z[0]), 2).text);
    paint_lines(app->paint, at->line[0], text, PAINT_LABEL, theme->secondary, false);
}

static void draw(const App *app)
{
    const DreamsCompare *compare = &app->dreams_view.compare;
    const DreamsPlaces *at = &app->dreams_view.at;
    if (!compare->kept) {
        SDL_Rect box = {at->caption[0].x, at->caption[0].y, at->rows.w, at->rows.h};
        paint_lines(app->paint, box,
                    "Draw a 3, keep it as A, then make it an 8: the list says which neurons moved "
                    "and what that did to the answer, while you draw.",
                    PAINT_BODY, app->paint->theme->secondary, false);
        return;
    }
    draw_head(app);
    dreams_moves_draw(app->paint,
                      &(DreamsMoves){compare->moves, compare->count, compare->top,
                                     compare->selected, app->lab.model.net.shape.layers - 1,
                                     compare->digit},
                      at->rows);
}

static void explain_row(const App *app, int row, Hint *hint)
{
    const DreamsCompare *compare = &app->dreams_view.compare;
    const CompareMove *move = &compare->moves[SDL_min(compare->top + row, COMPARE_MOST - 1)];
    int outputs = app->lab.model.net.shape.layers - 1;
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

static void explain(const App *app, int about, SDL_Point at, Hint *hint)
{
    const DreamsCompare *compare = &app->dreams_view.compare;
    (void)at;
    if (!compare->kept) {
        hint_title(hint, "Two drawings compared");
        hint_say(hint, "Keep one first.");
    } else if (about == IMAGE_A || about == IMAGE_B) {
        const Net *net = &app->lab.model.net;
        const float *outputs = net_outputs(net, about == IMAGE_A ? &compare->acts : &app->lab.acts);
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
        explain_row(app, about - ROW, hint);
    }
}

/* Look into the neuron that is selected; its outputs too. */
static void inspect(App *app)
{
    const DreamsCompare *compare = &app->dreams_view.compare;
    if (compare->kept && compare->selected < compare->count) {
        app->neuron_view.layer = compare->moves[compare->selected].layer;
        app->neuron_view.neuron = compare->moves[compare->selected].neuron;
        views_show(app, VIEW_NEURON);
    }
}

static void run(App *app, int command)
{
    DreamsCompare *at = &app->dreams_view.compare;
    switch (command) {
    case DREAMS_KEEP:
        memcpy(at->level, app->lab.input.cell, sizeof at->level);
        at->kept = true;
        break;
    case DREAMS_BY_EFFECT:
        at->by_change = !at->by_change;
        break;
    default:
        lab_exhibit(&app->lab, at->level, -1, "drawing A");
        return;
    }
    at->top = at->selected = 0;
    compare(app);
}

static bool can(const App *app, int command)
{
    return command == DREAMS_KEEP ? app->lab.has_ink : app->dreams_view.compare.kept;
}

static bool on(const App *app, int command)
{
    return command == DREAMS_BY_EFFECT && !app->dreams_view.compare.by_change;
}

static bool press(App *app, int x, int y, bool twice)
{
    DreamsCompare *compare = &app->dreams_view.compare;
    for (int i = 0; i < compare->rows && compare->top + i < compare->count; i++) {
        SDL_Rect row = dreams_moves_row(app->paint, app->dreams_view.at.rows, i);
        if (SDL_PointInRect(&(SDL_Point){x, y}, &row)) {
            select_row(compare, compare->top + i);
            if (twice) {
                inspect(app);
            }
        }
    }
    return false;
}

static void scroll(App *app, int rows)
{
    DreamsCompare *compare = &app->dreams_view.compare;
    compare->top = SDL_clamp(compare->top + rows, 0, SDL_max(compare->count - compare->rows, 0));
    app->redraw = true;
}

/* Up and down select a neuron, Enter looks into it. */
static bool key(App *app, SDL_Keycode key)
{
    DreamsCompare *compare = &app->dreams_view.compare;
    if (key == SDLK_UP || key == SDLK_DOWN) {
        select_row(compare, compare->selected + (key == SDLK_UP ? -1 : 1));
        return true;
    }
    if ((key == SDLK_RETURN || key == SDLK_KP_ENTER) && compare->kept) {
        inspect(app);
        return true;
    }
    return false;
}

static bool table(const App *app, FILE *out)
{
    const DreamsCompare *compare = &app->dreams_view.compare;
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
    .work = work,
    .place = place,
    .draw = draw,
    .explain = explain,
    .run = run,
    .can = can,
    .on = on,
    .press = press,
    .scroll = scroll,
    .key = key,
    .table = table,
};
