/* The view Backprop: what the drawing, or each image of a minibatch, asks of the network; and steps
 * of gradient descent on it. */
#include "app/view_backprop.h"

#include <math.h>
#include <string.h>

#include "app/actions.h"
#include "app/backprop_batch.h"
#include "app/backprop_explain.h"
#include "app/backprop_page.h"
#include "app/backprop_table.h"
#include "app/keyboard.h"
#include "app/tell.h"
#include "app/view.h"
#include "lab/weights.h"
#include "ui/wish.h"

static const float LEAST_RATE = 0.1f, MOST_RATE = 10.0f;

/* Select a neuron, the nearest there is. */
static void look_at(App *app, int layer, int neuron)
{
    BackpropView *view = &app->backprop_view;
    const NetShape *shape = &app->lab.model.net.shape;
    layer = SDL_clamp(layer, 0, shape->layers - 1);
    view->back = shape->layers - 1 - layer;
    view->neuron = SDL_clamp(neuron, 0, shape->size[layer + 1] - 1);
}

static void open_view(App *app)
{
    BackpropView *view = &app->backprop_view;
    view->rate = view->rate > 0.0f ? view->rate : 1.0f;
}

static bool make_room(App *app)
{
    BackpropView *view = &app->backprop_view;
    Err err;
    if (net_shape_equal(&view->nudge.grad.shape, &app->lab.model.net.shape)) {
        return true;
    }
    nudge_free(&view->nudge);
    view->ready = view->step.shown = false;
    if (!nudge_make(&view->nudge, &app->lab.model.net.shape, &err)) {
        tell(app, true, ACTION_NONE, err.text);
        return false;
    }
    return true;
}

static void work_on_drawing(App *app)
{
    BackpropView *view = &app->backprop_view;
    if (!app->lab.has_ink) {
        view->picked = view->ready = view->stepped = view->step.shown = false;
        return;
    }
    int label = backprop_wanted(app);
    bool fresh = view->ready && view->answers == app->lab.answers && view->nudge.label == label &&
                 view->nudge.kind == app->lab.plan.cost;
    if (fresh || !make_room(app)) {
        return;
    }
    NetInputRoom room;
    NetInput input = net_input(app->lab.input.cell, &room);
    if (view->back == 0 && (!view->ready || view->neuron == view->nudge.label)) {
        view->neuron = label; /* the output that is wanted, until another one is selected */
    }
    nudge_image(&view->nudge, &app->lab.model.net, &input, label, app->lab.plan.cost);
    view->answers = app->lab.answers;
    view->ready = true;
    view->step.shown = view->stepped; /* what else has changed is no step */
    view->step.cost = view->nudge.cost;
    view->stepped = false;
    app->redraw = true;
}

static void work(App *app)
{
    BackpropView *view = &app->backprop_view;
    look_at(app, backprop_layer(app), view->neuron); /* the network may be another */
    if (backprop_on_drawing(app)) {
        work_on_drawing(app);
    } else {
        view->picked &= app->lab.has_ink;
        backprop_batch_work(app);
    }
}

static bool same_shape(const App *app, const Net *grad)
{
    return net_shape_equal(&grad->shape, &app->lab.model.net.shape);
}

static bool can(const App *app, int command)
{
    const BackpropView *view = &app->backprop_view;
    if (command >= BACKPROP_DO_DIGIT && command < BACKPROP_DO_PAGE) {
        return app->lab.has_ink;
    }
    switch (command) {
    case BACKPROP_DO_APPLY:
        return backprop_on_drawing(app)
                   ? view->ready && same_shape(app, &view->nudge.grad)
                   : view->batch.ready && view->batch.done == BACKPROP_IMAGES &&
                         same_shape(app, &view->batch.mean);
    case BACKPROP_DO_UNDO:
        return weights_can_undo(&app->lab);
    case BACKPROP_DO_NEXT:
        return app->lab.mix.train.images > 0;
    default:
        return true;
    }
}

/* The weights go against the gradient of what is on show. */
static void apply(App *app)
{
    BackpropView *view = &app->backprop_view;
    BackpropBatch *batch = &view->batch;
    bool drawing = backprop_on_drawing(app);
    BackpropStep *step = drawing ? &view->step : &batch->step;
    Err err;
    if (!weights_keep(&app->lab, drawing ? "step of backprop" : "step on a minibatch", &err)) {
        tell(app, true, ACTION_NONE, err.text);
        return;
    }
    *step = (BackpropStep){.cost_before = drawing ? view->nudge.cost : batch->mean_cost};
    if (drawing) {
        memcpy(step->before, net_outputs(&view->nudge.grad, &view->nudge.acts),
               sizeof step->before);
    }
    *(drawing ? &view->stepped : &batch->stepped) = true;
    net_step(&app->lab.model.net, drawing ? &view->nudge.grad : &batch->mean, view->rate, 0.0f);
    weights_changed(&app->lab);
}

static void run(App *app, int command)
{
    BackpropView *view = &app->backprop_view;
    if (command >= BACKPROP_DO_DIGIT && command < BACKPROP_DO_PAGE) {
        view->digit = command - BACKPROP_DO_DIGIT;
        view->picked = true;
        view->neuron = view->back == 0 ? view->digit : view->neuron;
    } else if (command >= BACKPROP_DO_PAGE && command < BACKPROP_DO_LAYER) {
        view->page = (BackpropPage)(command - BACKPROP_DO_PAGE);
    } else if (command >= BACKPROP_DO_LAYER && command < BACKPROP_DO_APPLY) {
        look_at(app, command - BACKPROP_DO_LAYER, view->neuron);
    } else if (command == BACKPROP_DO_APPLY) {
        apply(app);
    } else if (command == BACKPROP_DO_UNDO) {
        weights_undo(&app->lab);
    } else if (command == BACKPROP_DO_NEXT) {
        backprop_batch_next(app);
    } else if (command >= BACKPROP_DO_ASK) {
        view->of_neuron = command != BACKPROP_DO_ASK;
    }
    app->redraw = true;
}

static const char *label(const App *app, int command)
{
    static const char *const DIGIT[] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
    static const char *const LAYER[] = {"Layer 1", "Layer 2", "Layer 3", "Layer 4", "Layer 5"};
    bool output = command == BACKPROP_DO_LAYER + app->lab.model.net.shape.layers - 1;
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
        return backprop_on_drawing(app) ? "Apply one step" : "Apply average";
    case BACKPROP_DO_UNDO:
        return "Undo step";
    case BACKPROP_DO_NEXT:
        return "Next minibatch";
    case BACKPROP_DO_ASK:
        return "Biases";
    case BACKPROP_DO_ASK + 1:
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
    const NetShape *shape = &app->lab.model.net.shape;
    int layer = backprop_layer(app);
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
    if (backprop_on_drawing(app) && view->ready) {
        select_in_drawing(app, (SDL_Point){x, y});
    } else if (!backprop_on_drawing(app) && !view->of_neuron &&
               minibatch_cell_at(&view->places, (SDL_Point){x, y}, &row, &column) &&
               row < view->batch.rows) {
        look_at(app, backprop_layer(app), view->batch.row[row].to);
    }
    app->redraw = true;
    return false;
}

static int command_of(const App *app, SDL_Keycode key)
{
    int digit = keyboard_digit(key);
    if (digit >= 0) {
        return backprop_on_drawing(app) ? BACKPROP_DO_DIGIT + digit : BACKPROP_DO_AREA;
    }
    switch (key) {
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
    case SDLK_SPACE:
        return BACKPROP_DO_APPLY;
    case SDLK_n:
        return backprop_on_drawing(app) ? BACKPROP_DO_AREA : BACKPROP_DO_NEXT;
    default:
        return BACKPROP_DO_AREA;
    }
}

static bool key(App *app, const SDL_Keysym *key)
{
    int command = command_of(app, key->sym);
    int layer = backprop_layer(app), neuron = app->backprop_view.neuron;
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
        if (command == BACKPROP_DO_AREA) {
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
    return !backprop_on_drawing(app) && backprop_batch_works(app) ? 0 : -1;
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
    .free = free_view,
};
