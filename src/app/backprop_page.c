/* The two pages of the view Backprop: where everything is, and how it is drawn. */
#include "app/backprop_page.h"

#include <stdio.h>

#include "app/backprop_batch.h"
#include "app/backprop_explain.h"
#include "app/views.h"
#include "lab/mine.h"

bool backprop_on_drawing(const App *app)
{
    return app->backprop_view.page == BACKPROP_DRAWING;
}

int backprop_layer(const App *app)
{
    /* A network with fewer layers may have come since the view was looked at. */
    return SDL_max(app->lab.model.net.shape.layers - 1 - app->backprop_view.back, 0);
}

int backprop_wanted(const App *app)
{
    const BackpropView *view = &app->backprop_view;
    int own = mine_on_sheet(&app->lab);
    return view->picked ? view->digit
           : own >= 0   ? app->lab.mine.own.digits.digit[own].label
           : app->lab.exhibit.shown && app->lab.exhibit.label >= 0 ? app->lab.exhibit.label
                                                                   : app->lab.answer.digit;
}

static void add_spots_of_drawing(App *app, const BackpropPlaces *at)
{
    const BackpropView *view = &app->backprop_view;
    views_add_spot(app, at->cost, ABOUT_COST);
    for (int i = 0; i < NET_OUTPUTS; i++) {
        views_add_spot(app, backprop_row(at->outputs, NET_OUTPUTS, i), ABOUT_OUTPUT + i);
    }
    views_add_spot(app, at->deltas, ABOUT_DELTAS);
    views_add_spot(app, at->neuron[1], ABOUT_NEURON);
    views_add_spot(app, at->neuron[2], ABOUT_BIAS);
    for (int i = 0; i < view->rows; i++) {
        views_add_spot(app, backprop_row(at->weights, at->rows, i), ABOUT_WEIGHT + i);
    }
    views_add_spot(app, backprop_layer(app) > 0 ? at->before : at->picture,
                   backprop_layer(app) > 0 ? ABOUT_BEFORE : ABOUT_PICTURE);
}

static void add_spots_of_minibatch(App *app, const BackpropPlaces *at)
{
    for (int i = 0; i <= BACKPROP_IMAGES; i++) {
        views_add_spot(app, at->caption[i], ABOUT_IMAGE + i);
    }
    int rows = app->backprop_view.batch.rows;
    if (rows > 0) {
        SDL_Rect last = backprop_cell(at, rows - 1, -1), cells = at->cells;
        cells.h = last.y + last.h - cells.y;
        views_add_spot(app, cells, ABOUT_CELLS);
    }
}

/* In the order of Tab. */
static void add_widgets(App *app, SDL_Rect box)
{
    const BackpropView *view = &app->backprop_view;
    const BackpropPlaces *at = &view->places;
    for (int digit = 0; backprop_on_drawing(app) && digit < NET_OUTPUTS; digit++) {
        bool on = app->lab.has_ink && digit == backprop_wanted(app);
        views_add_widget(app, WIDGET_BUTTON, BACKPROP_DO_DIGIT + digit, at->digit[digit], on);
    }
    if (!backprop_on_drawing(app)) {
        views_add_widget(app, WIDGET_BUTTON, BACKPROP_DO_NEXT, at->next, false);
    }
    for (int page = 0; page < BACKPROP_PAGES; page++) {
        views_add_widget(app, WIDGET_BUTTON, BACKPROP_DO_PAGE + page, at->page[page],
                         page == (int)view->page);
    }
    for (int layer = 0; layer < app->lab.model.net.shape.layers; layer++) {
        views_add_widget(app, WIDGET_BUTTON, BACKPROP_DO_LAYER + layer, at->layer[layer],
                         layer == backprop_layer(app));
    }
    for (int i = 0; !backprop_on_drawing(app) && i < BACKPROP_ASK; i++) {
        views_add_widget(app, WIDGET_BUTTON, BACKPROP_DO_ASK + i, at->ask[i], i == view->of_neuron);
    }
    SDL_Rect area = {box.x, at->cost.y, box.w, at->apply.y - at->cost.y};
    views_add_widget(app, WIDGET_AREA, BACKPROP_DO_AREA, area, false);
    views_add_widget(app, WIDGET_BUTTON, BACKPROP_DO_APPLY, at->apply, true);
    views_add_widget(app, WIDGET_BUTTON, BACKPROP_DO_UNDO, at->undo, false);
    views_add_widget(app, WIDGET_SLIDER, BACKPROP_DO_RATE, at->rate, false);
}

void backprop_page_update(App *app, SDL_Rect box)
{
    BackpropView *view = &app->backprop_view;
    int layer = backprop_layer(app);
    backprop_place(&view->places, app->paint, box, view->page, app->lab.model.net.shape.layers,
                   layer);
    add_widgets(app, box);
    if (backprop_on_drawing(app) && view->ready) {
        const Net *grad = &view->nudge.grad;
        view->rows = nudge_largest(grad->weight[layer] + view->neuron, grad->stride[layer],
                                   grad->shape.size[layer], view->from, view->places.rows);
        add_spots_of_drawing(app, &view->places);
    } else if (!backprop_on_drawing(app)) {
        backprop_batch_rows(app);
        if (view->batch.ready) {
            add_spots_of_minibatch(app, &view->places);
        }
    }
    views_add_spot(app, view->places.rate_text, ABOUT_RATE); /* the walk begins with the cost */
}

/* Why there is nothing to see yet. */
static void draw_note(const App *app, SDL_Rect box, const char *text)
{
    const BackpropPlaces *at = &app->backprop_view.places;
    int y = at->deltas_label.h ? at->deltas_label.y : at->cells.y; /* under the buttons */
    SDL_Rect body = {box.x, y, box.w, 0};
    paint_lines(app->paint, body, text, PAINT_BODY, app->paint->theme->secondary, false);
}

static void draw_drawing(const App *app, SDL_Rect box)
{
    const BackpropView *view = &app->backprop_view;
    char name[48];
    if (!view->ready) {
        draw_note(app, box,
                  "Draw a digit. Here you see what it asks of every weight, bias and activation to "
                  "become the digit that you pick above.");
        return;
    }
    Backprop page = {.nudge = &view->nudge,
                     .net = &app->lab.model.net,
                     .level = app->lab.input.cell,
                     .layer = backprop_layer(app),
                     .neuron = view->neuron,
                     .from = view->from,
                     .rows = view->rows,
                     .step = &view->step};
    snprintf(name, sizeof name,
             view->places.narrow ? "Cost as a %d" : "Cost of this drawing as a %d",
             view->nudge.label);
    backprop_cost_draw(app->paint, &view->places, name, view->nudge.cost, &view->step);
    backprop_draw(app->paint, &view->places, &page);
}

/* Which wishes show. */
static void print_minibatch_name(const App *app, char *text, size_t room)
{
    const BackpropView *view = &app->backprop_view;
    int layer = backprop_layer(app);
    Name name = {"the outputs"};
    if (view->of_neuron) {
        name = name_neuron(&app->lab.model.net.shape, layer, view->neuron);
    } else if (view->back > 0) {
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

static void draw_minibatch(const App *app, SDL_Rect box)
{
    const BackpropView *view = &app->backprop_view;
    const BackpropBatch *batch = &view->batch;
    char name[96];
    if (!batch->ready) {
        draw_note(app, box,
                  app->lab.loader ? "The training images are being loaded."
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
                      .is_output = view->back == 0,
                      .neuron = view->neuron};
    print_minibatch_name(app, name, sizeof name);
    backprop_cost_draw(app->paint, &view->places, name, batch->mean_cost, &batch->step);
    minibatch_draw(app->paint, &view->places, &page);
}

void backprop_page_draw(const App *app, SDL_Rect box)
{
    const BackpropView *view = &app->backprop_view;
    char text[24];
    if (backprop_on_drawing(app)) {
        draw_drawing(app, box);
    } else {
        draw_minibatch(app, box);
    }
    snprintf(text, sizeof text, "rate %.2g", (double)view->rate);
    paint_text(app->paint, view->places.rate_text, PAINT_LEFT, text, PAINT_LABEL, TEXT_REGULAR,
               app->paint->theme->secondary);
}
