/* The pages of numbers of the view Backprop: where everything is, and how it is drawn. */
#include "views/backprop/backprop_page.h"

#include <stdio.h>

#include "shell/places.h"
#include "views/backprop/backprop_batch.h"
#include "views/backprop/backprop_commands.h"
#include "views/backprop/backprop_explain.h"
#include "views/backprop/backprop_look.h"

static void add_spots_of_drawing(BackpropView *view, const BackpropPlaces *at)
{
    panes_add_spot(view->shell, at->cost, ABOUT_COST);
    for (int i = 0; i < NET_OUTPUTS; i++) {
        panes_add_spot(view->shell, backprop_row(at->outputs, NET_OUTPUTS, i), ABOUT_OUTPUT + i);
    }
    panes_add_spot(view->shell, at->deltas, ABOUT_DELTAS);
    panes_add_spot(view->shell, at->neuron[1], ABOUT_NEURON);
    panes_add_spot(view->shell, at->neuron[2], ABOUT_BIAS);
    for (int i = 0; i < view->rows; i++) {
        panes_add_spot(view->shell, backprop_row(at->weights, at->rows, i), ABOUT_WEIGHT + i);
    }
    panes_add_spot(view->shell, backprop_layer(view) > 0 ? at->before : at->picture,
                   backprop_layer(view) > 0 ? ABOUT_BEFORE : ABOUT_PICTURE);
}

static void add_spots_of_minibatch(BackpropView *view, const BackpropPlaces *at)
{
    for (int i = 0; i <= BACKPROP_IMAGES; i++) {
        panes_add_spot(view->shell, at->caption[i], ABOUT_IMAGE + i);
    }
    int rows = view->batch.rows;
    if (rows > 0) {
        SDL_Rect last = backprop_cell(at, rows - 1, -1), cells = at->cells;
        cells.h = last.y + last.h - cells.y;
        panes_add_spot(view->shell, cells, ABOUT_CELLS);
    }
}

/* In the order of Tab. */
static void add_widgets(BackpropView *view, SDL_Rect box)
{
    const BackpropPlaces *at = &view->places;
    for (int digit = 0; backprop_on_drawing(view) && digit < NET_OUTPUTS; digit++) {
        bool on = view->lab->has_ink && digit == backprop_wanted(view);
        panes_add_widget(view->shell, WIDGET_BUTTON, BACKPROP_DO_DIGIT + digit, at->digit[digit],
                         on);
    }
    if (!backprop_on_drawing(view)) {
        panes_add_widget(view->shell, WIDGET_BUTTON, BACKPROP_DO_NEXT, at->next, false);
        panes_add_widget(view->shell, WIDGET_TOGGLE, BACKPROP_DO_MINE, at->mine, view->with_mine);
    }
    for (int page = 0; page < BACKPROP_PAGES; page++) {
        panes_add_widget(view->shell, WIDGET_BUTTON, BACKPROP_DO_PAGE + page, at->page[page],
                         page == (int)view->page);
    }
    for (int layer = 0; layer < view->lab->model.net.shape.layers; layer++) {
        panes_add_widget(view->shell, WIDGET_BUTTON, BACKPROP_DO_LAYER + layer, at->layer[layer],
                         layer == backprop_layer(view));
    }
    for (int i = 0; !backprop_on_drawing(view) && i < BACKPROP_ASK; i++) {
        panes_add_widget(view->shell, WIDGET_BUTTON, BACKPROP_DO_ASK + i, at->ask[i],
                         i == view->of_neuron);
    }
    for (int cost = 0; cost < BACKPROP_COSTS; cost++) {
        if (!at->narrow || cost == (int)view->cost) {
            panes_add_widget(view->shell, WIDGET_BUTTON, BACKPROP_DO_COST + cost, at->kind[cost],
                             !at->narrow && cost == (int)view->cost);
        }
    }
    SDL_Rect area = {box.x, at->cost.y, box.w, at->apply.y - at->cost.y};
    panes_add_widget(view->shell, WIDGET_AREA, BACKPROP_DO_AREA, area, false);
    panes_add_widget(view->shell, WIDGET_BUTTON, BACKPROP_DO_APPLY, at->apply, true);
    panes_add_widget(view->shell, WIDGET_BUTTON, BACKPROP_DO_UNDO, at->undo, false);
    panes_add_widget(view->shell, WIDGET_SLIDER, BACKPROP_DO_RATE, at->rate, false);
}

void backprop_page_update(BackpropView *view, SDL_Rect box)
{
    int layer = backprop_layer(view);
    backprop_place(&view->places, view->shell->paint, box, places_beside_modes(view->shell),
                   view->page, view->lab->model.net.shape.layers, layer);
    add_widgets(view, box);
    if (backprop_on_drawing(view) && view->ready) {
        const Net *grad = &view->nudge.grad;
        view->rows = nudge_largest(grad->weight[layer] + backprop_neuron(view), grad->stride[layer],
                                   grad->shape.size[layer], view->from, view->places.rows);
        add_spots_of_drawing(view, &view->places);
    } else if (!backprop_on_drawing(view)) {
        backprop_batch_rows(view);
        if (view->batch.ready) {
            add_spots_of_minibatch(view, &view->places);
        }
    }
    panes_add_spot(view->shell, view->places.rate_text,
                   ABOUT_RATE); /* the walk begins with the cost */
}

/* Why there is nothing to see yet. */
static void draw_note(const BackpropView *view, SDL_Rect box, const char *text)
{
    const BackpropPlaces *at = &view->places;
    int y = at->deltas_label.h ? at->deltas_label.y : at->cells.y; /* under the buttons */
    SDL_Rect body = {box.x, y, box.w, 0};
    paint_lines(view->shell->paint, body, text, PAINT_BODY, view->shell->paint->theme->secondary,
                false);
}

static void draw_drawing(const BackpropView *view, SDL_Rect box)
{
    char name[64];
    if (!view->ready) {
        draw_note(view, box,
                  "Draw a digit. Here you see what it asks of every weight, bias and activation to "
                  "become the digit that you pick above.");
        return;
    }
    Backprop page = {.nudge = &view->nudge,
                     .net = &view->lab->model.net,
                     .level = view->lab->input.cell,
                     .layer = backprop_layer(view),
                     .neuron = backprop_neuron(view),
                     .from = view->from,
                     .rows = view->rows,
                     .step = &view->step};
    if (view->places.narrow) {
        snprintf(name, sizeof name, "Cost as a %d", view->nudge.label);
    } else {
        snprintf(name, sizeof name, "Cost (%s) of this drawing as a %d",
                 view->cost == NET_COST_SQUARED ? "squared error" : "cross-entropy",
                 view->nudge.label);
    }
    backprop_cost_draw(view->shell->paint, &view->places, name, view->nudge.cost, &view->step);
    backprop_draw(view->shell->paint, &view->places, &page);
}

/* Which wishes show. */
static void print_minibatch_name(const BackpropView *view, char *text, size_t room)
{
    int layer = backprop_layer(view);
    Name name = {"the outputs"};
    if (view->of_neuron) {
        name = name_neuron(&view->lab->model.net.shape, layer, backprop_neuron(view));
    } else if (layer < view->lab->model.net.shape.layers - 1) {
        snprintf(name.text, sizeof name.text, "layer %d", layer + 1);
    }
    if (view->places.narrow) {
        snprintf(text, room, "Wishes, %s; average cost", name.text);
    } else {
        snprintf(text, room, "Wishes (%s) for the %s of %s; average cost",
                 view->of_neuron ? "-dC/dw" : "-dC/db", view->of_neuron ? "weights" : "biases",
                 name.text);
    }
}

static void draw_minibatch(const BackpropView *view, SDL_Rect box)
{
    const BackpropBatch *batch = &view->batch;
    char name[96];
    if (!batch->ready) {
        draw_note(view, box,
                  view->lab->loader ? "The training images are being loaded."
                                    : "There are no training images. File > Get MNIST gets some.");
        return;
    }
    Minibatch page = {.level = batch->level,
                      .label = batch->label,
                      .cost = batch->cost,
                      .mean_cost = batch->mean_cost,
                      .row = batch->row,
                      .rows = batch->rows,
                      .biases = !view->of_neuron,
                      .is_output = backprop_layer(view) == view->lab->model.net.shape.layers - 1,
                      .neuron = backprop_neuron(view)};
    print_minibatch_name(view, name, sizeof name);
    backprop_cost_draw(view->shell->paint, &view->places, name, batch->mean_cost, &batch->step);
    minibatch_draw(view->shell->paint, &view->places, &page);
}

void backprop_page_draw(const BackpropView *view, SDL_Rect box)
{
    char text[24];
    if (backprop_on_drawing(view)) {
        draw_drawing(view, box);
    } else {
        draw_minibatch(view, box);
    }
    snprintf(text, sizeof text, "rate %.2g", (double)view->rate);
    paint_text(view->shell->paint, view->places.rate_text, PAINT_LEFT, text, PAINT_LABEL,
               TEXT_REGULAR, view->shell->paint->theme->secondary);
}
