/* The view Backprop: what the drawing, or each image of a minibatch, asks of the network; and steps
 * of gradient descent on it. */
#include "views/backprop/view_backprop.h"

#include <math.h>
#include <string.h>

#include "lab/weights.h"
#include "shell/keyboard.h"
#include "ui/row.h"
#include "ui/wish.h"
#include "views/backprop/backprop_batch.h"
#include "views/backprop/backprop_explain.h"
#include "views/backprop/backprop_page.h"
#include "views/backprop/backprop_table.h"

static const float LEAST_RATE = 0.1f, MOST_RATE = 10.0f;

/* Select a neuron, the nearest there is. */
static void look_at(BackpropView *view, int layer, int neuron)
{
    const NetShape *shape = &view->lab->model.net.shape;
    layer = SDL_clamp(layer, 0, shape->layers - 1);
    view->back = shape->layers - 1 - layer;
    view->neuron = SDL_clamp(neuron, 0, shape->size[layer + 1] - 1);
}

static void open_view(void *self)
{
    BackpropView *view = self;
    view->rate = view->rate > 0.0f ? view->rate : 1.0f;
}

static bool make_room(BackpropView *view)
{
    Err err;
    if (net_shape_equal(&view->nudge.grad.shape, &view->lab->model.net.shape)) {
        return true;
    }
    nudge_free(&view->nudge);
    view->ready = view->step.shown = false;
    if (!nudge_make(&view->nudge, &view->lab->model.net.shape, &err)) {
        tell(view->shell, true, ACTION_NONE, err.text);
        return false;
    }
    return true;
}

static void work_on_drawing(BackpropView *view)
{
    if (!view->lab->has_ink) {
        view->picked = view->ready = view->stepped = view->step.shown = false;
        return;
    }
    int label = backprop_wanted(view);
    bool fresh = view->ready && view->answers == view->lab->answers && view->nudge.label == label &&
                 view->nudge.kind == view->cost;
    if (fresh || !make_room(view)) {
        return;
    }
    NetInputRoom room;
    NetInput input = net_input(view->lab->input.cell, &room);
    if (view->back == 0 && (!view->ready || view->neuron == view->nudge.label)) {
        view->neuron = label; /* the output that is wanted, until another one is selected */
    }
    nudge_image(&view->nudge, &view->lab->model.net, &input, label, view->cost);
    view->answers = view->lab->answers;
    view->ready = true;
    view->step.shown = view->stepped; /* what else has changed is no step */
    view->step.cost = view->nudge.cost;
    view->stepped = false;
    shell_redraw(view->shell);
}

static void work(void *self)
{
    BackpropView *view = self;
    look_at(view, backprop_layer(view), view->neuron); /* the network may be another */
    if (backprop_on_drawing(view)) {
        work_on_drawing(view);
    } else {
        view->picked &= view->lab->has_ink;
        backprop_batch_work(view);
    }
}

static bool same_shape(const BackpropView *view, const Net *grad)
{
    return net_shape_equal(&grad->shape, &view->lab->model.net.shape);
}

static bool can(const void *self, int command)
{
    const BackpropView *view = self;
    if (command >= BACKPROP_DO_DIGIT && command < BACKPROP_DO_PAGE) {
        return view->lab->has_ink;
    }
    switch (command) {
    case BACKPROP_DO_APPLY:
        return backprop_on_drawing(view)
                   ? view->ready && same_shape(view, &view->nudge.grad)
                   : view->batch.ready && view->batch.done == BACKPROP_IMAGES &&
                         same_shape(view, &view->batch.mean);
    case BACKPROP_DO_UNDO:
        return weights_can_undo(view->lab);
    case BACKPROP_DO_NEXT:
        return view->lab->mix.train.images > 0;
    default:
        return true;
    }
}

/* The weights go against the gradient of what is on show. */
static void apply(BackpropView *view)
{
    BackpropBatch *batch = &view->batch;
    bool drawing = backprop_on_drawing(view);
    BackpropStep *step = drawing ? &view->step : &batch->step;
    Err err;
    if (!weights_keep(shell_change(view->shell),
                      drawing ? "step of backprop" : "step on a minibatch", &err)) {
        tell(view->shell, true, ACTION_NONE, err.text);
        return;
    }
    *step = (BackpropStep){.cost_before = drawing ? view->nudge.cost : batch->mean_cost};
    if (drawing) {
        memcpy(step->before, net_outputs(&view->nudge.grad, &view->nudge.acts),
               sizeof step->before);
    }
    *(drawing ? &view->stepped : &batch->stepped) = true;
    net_step(&shell_change(view->shell)->model.net, drawing ? &view->nudge.grad : &batch->mean,
             view->rate, 0.0f);
    weights_changed(shell_change(view->shell));
}

static void run(void *self, int command)
{
    BackpropView *view = self;
    if (command >= BACKPROP_DO_DIGIT && command < BACKPROP_DO_PAGE) {
        view->digit = command - BACKPROP_DO_DIGIT;
        view->picked = true;
        view->neuron = view->back == 0 ? view->digit : view->neuron;
    } else if (command >= BACKPROP_DO_PAGE && command < BACKPROP_DO_LAYER) {
        view->page = (BackpropPage)(command - BACKPROP_DO_PAGE);
    } else if (command >= BACKPROP_DO_LAYER && command < BACKPROP_DO_APPLY) {
        look_at(view, command - BACKPROP_DO_LAYER, view->neuron);
    } else if (command == BACKPROP_DO_APPLY) {
        apply(view);
    } else if (command == BACKPROP_DO_UNDO) {
        weights_undo(shell_change(view->shell));
    } else if (command == BACKPROP_DO_NEXT) {
        backprop_batch_next(view);
    } else if (command >= BACKPROP_DO_COST) {
        NetCost cost = (NetCost)(command - BACKPROP_DO_COST);
        view->cost = cost != view->cost               ? cost
                     : cost == NET_COST_CROSS_ENTROPY ? NET_COST_SQUARED
                                                      : NET_COST_CROSS_ENTROPY;
    } else if (command >= BACKPROP_DO_ASK) {
        view->of_neuron = command != BACKPROP_DO_ASK;
    }
    shell_redraw(view->shell);
}

static const char *label(const void *self, int command)
{
    const BackpropView *view = self;
    static const char *const DIGIT[] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
    static const char *const LAYER[] = {"Layer 1", "Layer 2", "Layer 3", "Layer 4", "Layer 5"};
    bool output = command == BACKPROP_DO_LAYER + view->lab->model.net.shape.layers - 1;
    if (command >= BACKPROP_DO_DIGIT && command < BACKPROP_DO_PAGE) {
        return DIGIT[command - BACKPROP_DO_DIGIT];
    }
    if (command >= BACKPROP_DO_LAYER && command < BACKPROP_DO_APPLY) {
        return output ? "Output" : LAYER[command - BACKPROP_DO_LAYER];
    }
    switch (command) {
    case BACKPROP_DO_PAGE + BACKPROP_DRAWING:
        return "Drawing";
    case BACKPROP_DO_PAGE + BACKPROP_MINIBATCH:
        return "Minibatch";
    case BACKPROP_DO_APPLY:
        return backprop_on_drawing(view) ? "Apply one step" : "Apply average";
    case BACKPROP_DO_UNDO:
        return "Undo step";
    case BACKPROP_DO_NEXT:
        return "Next minibatch";
    case BACKPROP_DO_ASK:
        return "Biases";
    case BACKPROP_DO_ASK + 1:
        return "Weights";
    case BACKPROP_DO_COST + NET_COST_SQUARED:
        return "Squares";
    case BACKPROP_DO_COST + NET_COST_CROSS_ENTROPY:
        return "Cross-entropy";
    default:
        return "";
    }
}

/* The slider is even in the logarithm of the rate. */
static float slider(const void *self, int command)
{
    const BackpropView *view = self;
    (void)command;
    return logf(view->rate / LEAST_RATE) / logf(MOST_RATE / LEAST_RATE);
}

static void slide(void *self, int command, float share)
{
    BackpropView *view = self;
    (void)command;
    view->rate = LEAST_RATE * powf(MOST_RATE / LEAST_RATE, share);
}

/* Select what is at a point of the drawing's page. */
static void select_in_drawing(BackpropView *view, SDL_Point at)
{
    const BackpropPlaces *places = &view->places;
    const NetShape *shape = &view->lab->model.net.shape;
    int layer = backprop_layer(view);
    if (SDL_PointInRect(&at, &places->outputs)) {
        look_at(view, shape->layers - 1,
                (at.y - places->outputs.y) * NET_OUTPUTS / places->outputs.h);
    } else if (SDL_PointInRect(&at, &places->deltas)) {
        look_at(view, layer, wish_bar_at(places->deltas, shape->size[layer + 1], at.x));
    } else if (layer > 0 && SDL_PointInRect(&at, &places->before)) {
        look_at(view, layer - 1, wish_bar_at(places->before, shape->size[layer], at.x));
    } else if (layer > 0 && SDL_PointInRect(&at, &places->weights) && places->rows > 0) {
        int row = (at.y - places->weights.y) * places->rows / places->weights.h;
        look_at(view, layer - 1, row < view->rows ? view->from[row] : view->neuron);
    }
}

static bool press(void *self, int x, int y, bool twice)
{
    BackpropView *view = self;
    int row, column;
    (void)twice;
    if (backprop_on_drawing(view) && view->ready) {
        select_in_drawing(view, (SDL_Point){x, y});
    } else if (!backprop_on_drawing(view) && !view->of_neuron &&
               minibatch_cell_at(&view->places, (SDL_Point){x, y}, &row, &column) &&
               row < view->batch.rows) {
        look_at(view, backprop_layer(view), view->batch.row[row].to);
    }
    shell_redraw(view->shell);
    return false;
}

static int command_of(const BackpropView *view, SDL_Keycode key)
{
    int digit = keyboard_digit(key);
    if (digit >= 0) {
        return backprop_on_drawing(view) ? BACKPROP_DO_DIGIT + digit : BACKPROP_DO_AREA;
    }
    switch (key) {
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
    case SDLK_SPACE:
        return BACKPROP_DO_APPLY;
    case SDLK_n:
        return backprop_on_drawing(view) ? BACKPROP_DO_AREA : BACKPROP_DO_NEXT;
    default:
        return BACKPROP_DO_AREA;
    }
}

static bool key(void *self, const SDL_Keysym *key)
{
    BackpropView *view = self;
    int command = command_of(view, key->sym);
    int layer = backprop_layer(view), neuron = view->neuron;
    switch (key->sym) {
    case SDLK_LEFT:
    case SDLK_RIGHT:
        look_at(view, layer, neuron + (key->sym == SDLK_LEFT ? -1 : 1));
        break;
    case SDLK_UP:
    case SDLK_DOWN:
        look_at(view, layer + (key->sym == SDLK_DOWN ? -1 : 1), neuron);
        break;
    default:
        if (command == BACKPROP_DO_AREA) {
            return false;
        }
        if (can(view, command)) {
            run(view, command);
        }
    }
    shell_redraw(view->shell);
    return true;
}

static int sleep_ms(const void *self)
{
    const BackpropView *view = self;
    return !backprop_on_drawing(view) && backprop_batch_works(view) ? 0 : -1;
}

static void free_view(void *self)
{
    BackpropView *view = self;
    nudge_free(&view->nudge);
    backprop_batch_free(&view->batch);
}

static int did(const void *self, int thing)
{
    const BackpropView *view = self;
    switch (thing) {
    case VIEW_THING_TARGET:
        return view->picked ? view->digit : -1;
    case VIEW_THING_LAYER:
        return view->back;
    default:
        return thing == VIEW_THING_MINIBATCH && view->page == BACKPROP_MINIBATCH;
    }
}

static SDL_Rect place(const void *self, int thing)
{
    const BackpropView *view = self;
    const BackpropPlaces *at = &view->places;
    switch (thing) {
    case VIEW_THING_TARGET:
        return row_around(at->digit, NET_OUTPUTS);
    case VIEW_THING_LAYER:
        return row_around(at->layer, view->lab->model.net.shape.layers);
    case VIEW_THING_WISHES:
        return at->outputs;
    case VIEW_THING_APPLY:
        return at->apply;
    default:
        return at->page[BACKPROP_MINIBATCH];
    }
}

const Pane PANE_OF_BACKPROP = {
    .open = open_view,
    .work = work,
    .update = backprop_page_update,
    .draw = backprop_page_draw,
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
    .did = did,
    .place = place,
    .free = free_view,
};
