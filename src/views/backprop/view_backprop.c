/* The view Backprop: what the drawing, or each image of a minibatch, asks of the network; and steps
 * of gradient descent on it. */
#include "views/backprop/view_backprop.h"

#include "shell/selected.h"
#include "ui/row.h"
#include "ui/wish.h"
#include "views/backprop/backprop_batch.h"
#include "views/backprop/backprop_commands.h"
#include "views/backprop/backprop_explain.h"
#include "views/backprop/backprop_list.h"
#include "views/backprop/backprop_look.h"
#include "views/backprop/backprop_page.h"
#include "views/backprop/backprop_picture.h"
#include "views/backprop/backprop_table.h"

static void open_view(void *self)
{
    BackpropView *view = self;
    view->rate = view->rate > 0.0f ? view->rate : BACKPROP_USUAL_RATE;
    int layers = view->lab->model.net.shape.layers + 1;
    shell_move(view->shell, MOTION_TURN, MOTION_TURN_MS + layers * MOTION_PULSE_MS);
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
    nudge_image(&view->nudge, &view->lab->model.net, &input, label, view->cost);
    view->answers = view->lab->answers;
    view->nudges++;
    view->ready = true;
    view->step.shown = view->stepped; /* what else has changed is no step */
    view->step.cost = view->nudge.cost;
    view->stepped = false;
    shell_redraw(view->shell);
}

static void work(void *self)
{
    BackpropView *view = self;
    if (backprop_on_drawing(view)) {
        work_on_drawing(view);
        backprop_picture_work(view);
        backprop_list_work(view);
    } else {
        view->picked &= view->lab->has_ink;
        backprop_batch_work(view);
    }
}

/* Select what is at a point of the picture: a neuron, what the drawing should be, or nothing. */
static void select_in_picture(BackpropView *view, SDL_Point at)
{
    DiagramNeuron neuron = backprop_picture_neuron_at(view, at);
    int digit = backprop_picture_digit_at(view, at);
    if (neuron.neuron >= 0 && neuron.layer != DIAGRAM_INPUTS) {
        selected_set(view->shell, neuron.layer, neuron.neuron);
        return;
    }
    selected_clear(view->shell);
    if (view->page == BACKPROP_GRADIENT) {
        backprop_list_press(view, at);
    }
    if (digit >= 0) {
        backprop_run(view, BACKPROP_DO_DIGIT + digit);
    }
}

/* Select what is at a point of the drawing's page. */
static void select_in_drawing(BackpropView *view, SDL_Point at)
{
    const BackpropPlaces *places = &view->places;
    const NetShape *shape = &view->lab->model.net.shape;
    int layer = backprop_layer(view);
    if (SDL_PointInRect(&at, &places->outputs)) {
        selected_set(view->shell, shape->layers - 1,
                     (at.y - places->outputs.y) * NET_OUTPUTS / places->outputs.h);
    } else if (SDL_PointInRect(&at, &places->deltas)) {
        selected_set(view->shell, layer, wish_bar_at(places->deltas, shape->size[layer + 1], at.x));
    } else if (layer > 0 && SDL_PointInRect(&at, &places->before)) {
        selected_set(view->shell, layer - 1, wish_bar_at(places->before, shape->size[layer], at.x));
    } else if (layer > 0 && SDL_PointInRect(&at, &places->weights) && places->rows > 0) {
        int row = (at.y - places->weights.y) * places->rows / places->weights.h;
        selected_set(view->shell, layer - 1,
                     row < view->rows ? view->from[row] : backprop_neuron(view));
    }
}

static bool press(void *self, int x, int y, bool twice)
{
    BackpropView *view = self;
    int row, column;
    (void)twice;
    if (backprop_has_picture(view)) {
        if (view->ready) {
            select_in_picture(view, (SDL_Point){x, y});
        }
    } else if (backprop_on_drawing(view) && view->ready) {
        select_in_drawing(view, (SDL_Point){x, y});
    } else if (!backprop_on_drawing(view) && !view->of_neuron &&
               minibatch_cell_at(&view->places, (SDL_Point){x, y}, &row, &column) &&
               row < view->batch.rows) {
        selected_set(view->shell, backprop_layer(view), view->batch.row[row].to);
    }
    shell_redraw(view->shell);
    return false;
}

static int command_of(const BackpropView *view, SDL_Keycode key)
{
    switch (key) {
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
    case SDLK_SPACE:
        return BACKPROP_DO_APPLY;
    case SDLK_n:
        return view->page == BACKPROP_PICTURE ? BACKPROP_DO_MOVE + 1
               : backprop_on_drawing(view)    ? BACKPROP_DO_AREA
                                              : BACKPROP_DO_NEXT;
    default:
        return BACKPROP_DO_AREA;
    }
}

/* Arrows go from neuron to neuron, as they stand in the picture or, on the other pages, side by
 * side. */
static bool key_moves(BackpropView *view, SDL_Keycode key)
{
    int dx = key == SDLK_LEFT ? -1 : key == SDLK_RIGHT ? 1 : 0;
    int dy = key == SDLK_UP ? -1 : key == SDLK_DOWN ? 1 : 0;
    bool picture = view->page == BACKPROP_PICTURE;
    if (picture && selected_neuron(view->shell).neuron < 0 && (dx || dy)) {
        dx = dy = 0; /* the first arrow shows where one is */
    } else if (!dx && !dy) {
        return false;
    }
    selected_set(view->shell, backprop_layer(view) + (picture ? dx : -dy),
                 backprop_neuron(view) + (picture ? dy : dx));
    return true;
}

static bool list_key(BackpropView *view, SDL_Keycode key)
{
    int page = SDL_max(view->list.rows - 1, 1);
    int rows = key == SDLK_UP         ? -1
               : key == SDLK_DOWN     ? 1
               : key == SDLK_PAGEUP   ? -page
               : key == SDLK_PAGEDOWN ? page
               : key == SDLK_HOME     ? -view->list.count
               : key == SDLK_END      ? view->list.count
                                      : 0;
    backprop_list_go(view, rows);
    return rows != 0;
}

static void scroll(void *self, int x, int y, int rows)
{
    BackpropView *view = self;
    (void)x, (void)y;
    if (view->page == BACKPROP_GRADIENT) {
        backprop_list_scroll(view, rows);
        shell_redraw(view->shell);
    }
}

static bool key(void *self, const SDL_Keysym *key)
{
    BackpropView *view = self;
    int command = command_of(view, key->sym);
    bool moved =
        view->page == BACKPROP_GRADIENT ? list_key(view, key->sym) : key_moves(view, key->sym);
    if (!moved && command == BACKPROP_DO_AREA) {
        return false;
    }
    if (!moved && backprop_can(view, command)) {
        backprop_run(view, command);
    }
    shell_redraw(view->shell);
    return true;
}

/* On its pages a digit is what the drawing should be. */
static bool take_digit(void *self, int digit)
{
    BackpropView *view = self;
    if (backprop_on_drawing(view) && backprop_can(view, BACKPROP_DO_DIGIT + digit)) {
        backprop_run(view, BACKPROP_DO_DIGIT + digit);
    }
    return backprop_on_drawing(view);
}

static void again(void *self)
{
    BackpropView *view = self;
    view->page = BACKPROP_PICTURE;
    view->picture.move = 0;
    selected_clear(view->shell);
}

/* From a neuron to all of them, from another page to the picture, and to the network forward. */
static bool out(void *self)
{
    BackpropView *view = self;
    if (backprop_has_picture(view) && selected_neuron(view->shell).neuron >= 0) {
        selected_clear(view->shell);
    } else if (view->page != BACKPROP_PICTURE) {
        view->page = BACKPROP_PICTURE;
    } else {
        panes_show(view->shell, VIEW_NETWORK);
    }
    shell_redraw(view->shell);
    return true;
}

static void update(void *self, SDL_Rect box)
{
    BackpropView *view = self;
    if (backprop_has_picture(view)) {
        backprop_picture_update(view);
    } else {
        backprop_page_update(view, box);
    }
}

static void draw(const void *self, SDL_Rect box)
{
    const BackpropView *view = self;
    if (backprop_has_picture(view)) {
        backprop_picture_draw(view);
    } else {
        backprop_page_draw(view, box);
    }
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
    backprop_picture_free(&view->picture);
    backprop_list_free(&view->list);
    backprop_batch_free(&view->batch);
}

static int did(const void *self, int thing)
{
    const BackpropView *view = self;
    switch (thing) {
    case VIEW_THING_TARGET:
        return view->picked ? view->digit : -1;
    case VIEW_THING_LAYER:
        return view->lab->model.net.shape.layers - 1 - backprop_layer(view);
    default:
        return thing == VIEW_THING_MINIBATCH && view->page == BACKPROP_MINIBATCH;
    }
}

static SDL_Rect place(const void *self, int thing)
{
    const BackpropView *view = self;
    const BackpropPlaces *at = &view->places;
    const BackwardPlaces *backward = &view->picture.places;
    bool picture = backprop_has_picture(view);
    switch (thing) {
    case VIEW_THING_TARGET:
        return row_around(at->digit, NET_OUTPUTS);
    case VIEW_THING_LAYER:
        return picture ? view->shell->layout.diagram
                       : row_around(at->layer, view->lab->model.net.shape.layers);
    case VIEW_THING_WISHES:
        return picture ? row_around((SDL_Rect[]){view->shell->layout.digits, backward->values}, 2)
                       : at->outputs;
    case VIEW_THING_APPLY:
        return at->apply;
    default:
        return at->page[BACKPROP_MINIBATCH];
    }
}

static LayoutForm form(const void *self)
{
    const BackpropView *view = self;
    return backprop_has_picture(view) ? LAYOUT_BACKWARD : LAYOUT_VIEW;
}

static void walk(void *self, bool begins)
{
    BackpropView *view = self;
    if (begins) {
        view->rate_before = view->rate > 0.0f ? view->rate : BACKPROP_USUAL_RATE;
        view->cost_before = view->cost;
    } else {
        view->rate = view->rate_before;
        view->cost = view->cost_before;
    }
}

const Pane PANE_OF_BACKPROP = {
    .form = form,
    .open = open_view,
    .work = work,
    .update = update,
    .draw = draw,
    .explain = backprop_explain,
    .run = backprop_run,
    .can = backprop_can,
    .label = backprop_label,
    .slider = backprop_slider,
    .slide = backprop_slide,
    .press = press,
    .scroll = scroll,
    .key = key,
    .digit = take_digit,
    .again = again,
    .out = out,
    .sleep_ms = sleep_ms,
    .table = backprop_table,
    .did = did,
    .place = place,
    .walk = walk,
    .free = free_view,
};
