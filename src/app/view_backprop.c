/* The view Backprop: what the drawing, or each image of a minibatch, asks of the network; and steps
 * of gradient descent on it. */
#include "app/view_backprop.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "app/backprop_batch.h"
#include "app/backprop_explain.h"
#include "app/backprop_table.h"
#include "app/views.h"
#include "app/weights.h"
#include "ui/wish.h"

enum {
    COMMAND_AREA,
    COMMAND_DIGIT, /* 0 to 9 */
    COMMAND_PAGE = COMMAND_DIGIT + NET_OUTPUTS,
    COMMAND_LAYER = COMMAND_PAGE + BACKPROP_PAGES,
    COMMAND_APPLY = COMMAND_LAYER + NET_MAX_LAYERS,
    COMMAND_UNDO,
    COMMAND_RATE,
    COMMAND_NEXT,
    COMMAND_ASK,
    COMMANDS = COMMAND_ASK + BACKPROP_ASK,
};

static const float LEAST_RATE = 0.1f, MOST_RATE = 10.0f;

static bool on_drawing(const App *app)
{
    return app->backprop_view.page == BACKPROP_DRAWING;
}

static int layer_of(const App *app)
{
    return app->model.net.shape.layers - 1 - app->backprop_view.back;
}

/* Select a neuron, the nearest there is. */
static void look_at(App *app, int layer, int neuron)
{
    BackpropView *view = &app->backprop_view;
    const NetShape *shape = &app->model.net.shape;
    layer = SDL_clamp(layer, 0, shape->layers - 1);
    view->back = shape->layers - 1 - layer;
    view->neuron = SDL_clamp(neuron, 0, shape->size[layer + 1] - 1);
}

static void open_view(App *app)
{
    BackpropView *view = &app->backprop_view;
    view->rate = view->rate > 0.0f ? view->rate : 1.0f;
}

/* The person's choice, else what is known of the image, else what the network says. */
static int wanted(const App *app)
{
    const BackpropView *view = &app->backprop_view;
    return view->picked                                    ? view->digit
           : app->exhibit.shown && app->exhibit.label >= 0 ? app->exhibit.label
                                                           : app->chart.answer.digit;
}

static bool make_room(App *app)
{
    BackpropView *view = &app->backprop_view;
    Err err;
    if (net_shape_equal(&view->nudge.grad.shape, &app->model.net.shape)) {
        return true;
    }
    nudge_free(&view->nudge);
    view->ready = view->step.shown = false;
    if (!nudge_make(&view->nudge, &app->model.net.shape, &err)) {
        app_tell(app, true, 0, err.text);
        return false;
    }
    return true;
}

static void work_on_drawing(App *app)
{
    BackpropView *view = &app->backprop_view;
    if (!app->chart.awake) {
        view->picked = view->ready = view->stepped = view->step.shown = false;
        return;
    }
    int label = wanted(app);
    bool fresh = view->ready && view->answers == app->answers && view->nudge.label == label &&
                 view->nudge.kind == app->settings.cost;
    if (fresh || !make_room(app)) {
        return;
    }
    NetInputRoom room;
    NetInput input = net_input(app->input.cell, &room);
    nudge_image(&view->nudge, &app->model.net, &input, label, app->settings.cost);
    view->answers = app->answers;
    view->ready = true;
    view->step.shown = view->stepped; /* what else has changed is no step */
    view->step.cost = view->nudge.cost;
    view->stepped = false;
    app->redraw = true;
}

static void work(App *app)
{
    BackpropView *view = &app->backprop_view;
    look_at(app, layer_of(app), view->neuron); /* the network may be another */
    if (on_drawing(app)) {
        work_on_drawing(app);
    } else {
        view->picked &= app->chart.awake;
        backprop_batch_work(app);
    }
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
    views_add_spot(app, layer_of(app) > 0 ? at->before : at->picture,
                   layer_of(app) > 0 ? ABOUT_BEFORE : ABOUT_PICTURE);
}

static void add_spots_of_minibatch(App *app, const BackpropPlaces *at)
{
    for (int i = 0; i <= BACKPROP_IMAGES; i++) {
        views_add_spot(app, at->caption[i], ABOUT_IMAGE + i);
    }
    views_add_spot(app, at->cells, ABOUT_CELLS);
}

/* In the order of Tab. */
static void add_widgets(App *app, SDL_Rect box)
{
    const BackpropView *view = &app->backprop_view;
    const BackpropPlaces *at = &view->places;
    for (int digit = 0; on_drawing(app) && digit < NET_OUTPUTS; digit++) {
        bool on = app->chart.awake && digit == wanted(app);
        views_add_widget(app, WIDGET_BUTTON, COMMAND_DIGIT + digit, at->digit[digit], on);
    }
    if (!on_drawing(app)) {
        views_add_widget(app, WIDGET_BUTTON, COMMAND_NEXT, at->next, false);
    }
    for (int page = 0; page < BACKPROP_PAGES; page++) {
        views_add_widget(app, WIDGET_BUTTON, COMMAND_PAGE + page, at->page[page],
                         page == (int)view->page);
    }
    for (int layer = 0; layer < app->model.net.shape.layers; layer++) {
        views_add_widget(app, WIDGET_BUTTON, COMMAND_LAYER + layer, at->layer[layer],
                         layer == layer_of(app));
    }
    for (int i = 0; !on_drawing(app) && i < BACKPROP_ASK; i++) {
        views_add_widget(app, WIDGET_BUTTON, COMMAND_ASK + i, at->ask[i], i == view->of_neuron);
    }
    SDL_Rect area = {box.x, at->cost.y, box.w, at->apply.y - at->cost.y};
    views_add_widget(app, WIDGET_AREA, COMMAND_AREA, area, false);
    views_add_widget(app, WIDGET_BUTTON, COMMAND_APPLY, at->apply, true);
    views_add_widget(app, WIDGET_BUTTON, COMMAND_UNDO, at->undo, false);
    views_add_widget(app, WIDGET_SLIDER, COMMAND_RATE, at->rate, false);
    views_add_spot(app, at->rate_text, ABOUT_RATE);
}

static void update(App *app, SDL_Rect box)
{
    BackpropView *view = &app->backprop_view;
    int layer = layer_of(app);
    backprop_place(&view->places, app->paint, box, view->page, app->model.net.shape.layers, layer);
    add_widgets(app, box);
    if (on_drawing(app) && view->ready) {
        const Net *grad = &view->nudge.grad;
        view->rows = nudge_largest(grad->weight[layer] + view->neuron, grad->stride[layer],
                                   grad->shape.size[layer], view->from, view->places.rows);
        add_spots_of_drawing(app, &view->places);
    } else if (!on_drawing(app)) {
        backprop_batch_rows(app);
        if (view->batch.ready) {
            add_spots_of_minibatch(app, &view->places);
        }
    }
}

/* Why there is nothing to see yet. */
static void draw_note(const App *app, SDL_Rect box, const char *text)
{
    const BackpropPlaces *at = &app->backprop_view.places;
    SDL_Rect body = {box.x, at->deltas_label.h ? at->outputs.y : at->cells.y, box.w, 0};
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
                     .net = &app->model.net,
                     .level = app->input.cell,
                     .layer = layer_of(app),
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

static void draw_minibatch(const App *app, SDL_Rect box)
{
    const BackpropView *view = &app->backprop_view;
    const BackpropBatch *batch = &view->batch;
    char name[64];
    if (!batch->ready) {
        draw_note(app, box,
                  app->loader
                      ? "The training images are being loaded."
                      : "There are no training images. Network > Download MNIST gets some.");
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
    snprintf(name, sizeof name,
             view->places.narrow ? "Wishes; average cost"
                                 : "What each image wishes (-dC/dw), the average, and its cost");
    backprop_cost_draw(app->paint, &view->places, name, batch->mean_cost, &batch->step);
    minibatch_draw(app->paint, &view->places, &page);
}

static void draw(const App *app, SDL_Rect box)
{
    const BackpropView *view = &app->backprop_view;
    char text[24];
    if (on_drawing(app)) {
        draw_drawing(app, box);
    } else {
        draw_minibatch(app, box);
    }
    snprintf(text, sizeof text, "rate %.2g", (double)view->rate);
    paint_text(app->paint, view->places.rate_text, PAINT_LEFT, text, PAINT_LABEL, TEXT_REGULAR,
               app->paint->theme->secondary);
}

static bool same_shape(const App *app, const Net *grad)
{
    return net_shape_equal(&grad->shape, &app->model.net.shape);
}

static bool can(const App *app, int command)
{
    const BackpropView *view = &app->backprop_view;
    if (command >= COMMAND_DIGIT && command < COMMAND_PAGE) {
        return app->chart.awake;
    }
    switch (command) {
    case COMMAND_APPLY:
        return on_drawing(app) ? view->ready && same_shape(app, &view->nudge.grad)
                               : view->batch.ready && view->batch.done == BACKPROP_IMAGES &&
                                     same_shape(app, &view->batch.mean);
    case COMMAND_UNDO:
        return weights_can_undo(app);
    case COMMAND_NEXT:
        return app->mix.train.images > 0;
    default:
        return true;
    }
}

/* The weights go against the gradient of what is on show. */
static void apply(App *app)
{
    BackpropView *view = &app->backprop_view;
    BackpropBatch *batch = &view->batch;
    bool drawing = on_drawing(app);
    BackpropStep *step = drawing ? &view->step : &batch->step;
    Err err;
    if (!weights_keep(app, drawing ? "step of backprop" : "step on a minibatch", &err)) {
        app_tell(app, true, 0, err.text);
        return;
    }
    *step = (BackpropStep){.cost_before = drawing ? view->nudge.cost : batch->mean_cost};
    memcpy(step->before, net_outputs(&view->nudge.grad, &view->nudge.acts), sizeof step->before);
    *(drawing ? &view->stepped : &batch->stepped) = true;
    net_step(&app->model.net, drawing ? &view->nudge.grad : &batch->mean, view->rate, 0.0f);
    weights_changed(app);
}

static void run(App *app, int command)
{
    BackpropView *view = &app->backprop_view;
    if (command >= COMMAND_DIGIT && command < COMMAND_PAGE) {
        view->digit = command - COMMAND_DIGIT;
        view->picked = true;
    } else if (command >= COMMAND_PAGE && command < COMMAND_LAYER) {
        view->page = (BackpropPage)(command - COMMAND_PAGE);
    } else if (command >= COMMAND_LAYER && command < COMMAND_APPLY) {
        look_at(app, command - COMMAND_LAYER, view->neuron);
    } else if (command == COMMAND_APPLY) {
        apply(app);
    } else if (command == COMMAND_UNDO) {
        weights_undo(app);
    } else if (command == COMMAND_NEXT) {
        backprop_batch_next(app);
    } else if (command >= COMMAND_ASK) {
        view->of_neuron = command != COMMAND_ASK;
    }
    app->redraw = true;
}

static const char *label(const App *app, int command)
{
    static const char *const DIGIT[] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
    static const char *const LAYER[] = {"Layer 1", "Layer 2", "Layer 3", "Layer 4", "Layer 5"};
    bool output = command == COMMAND_LAYER + app->model.net.shape.layers - 1;
    if (command >= COMMAND_DIGIT && command < COMMAND_PAGE) {
        return DIGIT[command - COMMAND_DIGIT];
    }
    if (command >= COMMAND_LAYER && command < COMMAND_APPLY) {
        return output ? "Output" : LAYER[command - COMMAND_LAYER];
    }
    switch (command) {
    case COMMAND_PAGE + BACKPROP_DRAWING:
        return "Drawing";
    case COMMAND_PAGE + BACKPROP_MINIBATCH:
        return "Minibatch";
    case COMMAND_APPLY:
        return on_drawing(app) ? "Apply one step" : "Apply average";
    case COMMAND_UNDO:
        return "Undo step";
    case COMMAND_NEXT:
        return "Next minibatch";
    case COMMAND_ASK:
        return "Biases";
    case COMMAND_ASK + 1:
        return "Weights";
    default:
        return "";
    }
}

/* The slider is even in the logarithm of the rate. */
static float slider(const App *app, int command)
{
    (void)command;
    return logf(app->backprop_view.rate / LEAST_RATE) / logf(MOST_RATE / LEAST_RATE);
}

static void slide(App *app, int command, float share)
{
    (void)command;
    app->backprop_view.rate = LEAST_RATE * powf(MOST_RATE / LEAST_RATE, share);
}

/* Select what is at a point of the drawing's page. */
static void select_in_drawing(App *app, SDL_Point at)
{
    BackpropView *view = &app->backprop_view;
    const BackpropPlaces *places = &view->places;
    const NetShape *shape = &app->model.net.shape;
    int layer = layer_of(app);
    if (SDL_PointInRect(&at, &places->outputs)) {
        look_at(app, shape->layers - 1,
                (at.y - places->outputs.y) * NET_OUTPUTS / places->outputs.h);
    } else if (SDL_PointInRect(&at, &places->deltas)) {
        look_at(app, layer, wish_bar_at(places->deltas, shape->size[layer + 1], at.x));
    } else if (layer > 0 && SDL_PointInRect(&at, &places->before)) {
        look_at(app, layer - 1, wish_bar_at(places->before, shape->size[layer], at.x));
    } else if (layer > 0 && SDL_PointInRect(&at, &places->weights) && places->rows > 0) {
        int row = (at.y - places->weights.y) * places->rows / places->weights.h;
        look_at(app, layer - 1, row < view->rows ? view->from[row] : view->neuron);
    }
}

static bool press(App *app, int x, int y, bool twice)
{
    const BackpropView *view = &app->backprop_view;
    int row, column;
    (void)twice;
    if (on_drawing(app) && view->ready) {
        select_in_drawing(app, (SDL_Point){x, y});
    } else if (!on_drawing(app) && !view->of_neuron &&
               minibatch_cell_at(&view->places, (SDL_Point){x, y}, &row, &column) &&
               row < view->batch.rows) {
        look_at(app, layer_of(app), view->batch.row[row].to);
    }
    app->redraw = true;
    return false;
}

/* The digit of a key; -1 for none. */
static int digit_of(SDL_Keycode key)
{
    return key >= SDLK_0 && key <= SDLK_9         ? key - SDLK_0
           : key == SDLK_KP_0                     ? 0
           : key >= SDLK_KP_1 && key <= SDLK_KP_9 ? key - SDLK_KP_1 + 1
                                                  : -1;
}

static int command_of(const App *app, SDL_Keycode key)
{
    int digit = digit_of(key);
    if (digit >= 0) {
        return on_drawing(app) ? COMMAND_DIGIT + digit : COMMAND_AREA;
    }
    switch (key) {
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
    case SDLK_SPACE:
        return COMMAND_APPLY;
    case SDLK_n:
        return on_drawing(app) ? COMMAND_AREA : COMMAND_NEXT;
    default:
        return COMMAND_AREA;
    }
}

static bool key(App *app, const SDL_Keysym *key)
{
    int command = command_of(app, key->sym);
    int layer = layer_of(app), neuron = app->backprop_view.neuron;
    switch (key->sym) {
    case SDLK_LEFT:
    case SDLK_RIGHT:
        look_at(app, layer, neuron + (key->sym == SDLK_LEFT ? -1 : 1));
        break;
    case SDLK_UP:
    case SDLK_DOWN:
        look_at(app, layer + (key->sym == SDLK_DOWN ? -1 : 1), neuron);
        break;
    default:
        if (command == COMMAND_AREA) {
            return false;
        }
        if (can(app, command)) {
            run(app, command);
        }
    }
    app->redraw = true;
    return true;
}

static int sleep_ms(const App *app)
{
    return !on_drawing(app) && backprop_batch_works(app) ? 0 : -1;
}

static void free_view(App *app)
{
    nudge_free(&app->backprop_view.nudge);
    backprop_batch_free(&app->backprop_view.batch);
}

const View VIEW_OF_BACKPROP = {
    .name = "Backprop",
    .open = open_view,
    .work = work,
    .update = update,
    .draw = draw,
    .explain = backprop_explain,
    .run = run,
    .can = can,
    .label = label,
    .slider = slider,
    .slide = slide,
    .press = press,
    .key = key,
    .sleep_ms = sleep_ms,
    .table = backprop_table,
    .free = free_view,
};
