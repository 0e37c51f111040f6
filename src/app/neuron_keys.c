/* Mouse and keyboard in the view Neuron. */
#include "app/neuron_keys.h"

#include "app/actions.h"
#include "app/neuron_edit.h"
#include "app/neuron_images.h"
#include "app/view.h"

static const float STEP = 0.1f;

void neuron_choose(App *app, int layer, int neuron)
{
    const NetShape *shape = &app->lab.model.net.shape;
    NeuronView *view = &app->neuron_view;
    int before = view->layer;
    view->layer = SDL_clamp(layer, 0, shape->layers - 1);
    view->neuron = SDL_clamp(neuron, 0, shape->size[view->layer + 1] - 1);
    view->marked = view->marked && view->layer == before;
    app->redraw = true;
}

static void mark(App *app, int from)
{
    NeuronView *view = &app->neuron_view;
    view->marked = true;
    view->mark = SDL_clamp(from, NEURON_BIAS_MARK, app->lab.model.net.shape.size[view->layer] - 1);
    app->redraw = true;
}

static bool inside(SDL_Rect box, SDL_Point at)
{
    return SDL_PointInRect(&at, &box);
}

/* What was pressed has the keyboard, and shows it: plus and minus go on from there. */
static void focus_on(App *app, int area)
{
    app->focus = view_action(VIEW_NEURON, area);
    app->focus_shown = true;
}

/* A press on a row of the sum marks its weight, or the bias. */
static void press_row(App *app, int row)
{
    const NeuronView *view = &app->neuron_view;
    if (row < view->shown.terms) {
        mark(app, view->seen.sum.term[row].from);
    } else if (row == view->shown.terms + NEURON_BIAS) {
        mark(app, NEURON_BIAS_MARK);
    }
    focus_on(app, NEURON_WEIGHTS);
}

static float cell_of(int at_px, int from_px, int size_px)
{
    return ((float)(at_px - from_px) + 0.5f) * (float)SHEET_SIDE / (float)size_px;
}

/* The weights of the first layer are painted; a press on them times the drawing marks one. */
static bool press_picture(App *app, int which, SDL_Point at)
{
    const NeuronView *view = &app->neuron_view;
    SDL_Rect box = view->places.picture[which];
    if (view->layer > 0) {
        return false;
    }
    mark(app, neuron_pixel_at(box, at));
    focus_on(app, NEURON_WEIGHTS);
    if (which == 0) {
        neuron_paint_begin(app, cell_of(at.x, box.x, box.w), cell_of(at.y, box.y, box.h),
                           view->less != (app->button == SDL_BUTTON_RIGHT));
    }
    return which == 0;
}

static bool press_neuron(App *app, SDL_Point at)
{
    NeuronView *view = &app->neuron_view;
    int layer, neuron;
    bool found = neuron_at(&view->places, &app->lab.model.net.shape, at, &layer, &neuron);
    if (found) {
        neuron_choose(app, layer, neuron);
        focus_on(app, NEURON_CHOOSE);
    }
    return found;
}

static void press_wall(App *app, SDL_Point at)
{
    NeuronView *view = &app->neuron_view;
    int tile = tiles_at(&view->wall, at.x, at.y);
    if (tile >= 0) {
        neuron_choose(app, 0, tile);
        view->all = false;
    }
}

bool neuron_press(App *app, int x, int y, bool twice)
{
    NeuronView *view = &app->neuron_view;
    SDL_Point at = {x, y};
    (void)twice;
    if (press_neuron(app, at)) {
        return true;
    }
    if (view->all) {
        press_wall(app, at);
        return false;
    }
    for (int i = 0; i < NEURON_PICTURES; i++) {
        if (inside(view->places.picture[i], at)) {
            return press_picture(app, i, at);
        }
    }
    int row = neuron_row_at(&view->places, neuron_rows(&view->shown), at);
    int image = wall_tile_at(&view->images.wall, &view->images.places, x, y);
    if (row >= 0) {
        press_row(app, row);
    } else if (image >= 0 && inside(view->places.images, at)) {
        focus_on(app, NEURON_IMAGES);
        wall_mark(&view->images.wall, &view->images.places, image);
        neuron_images_exhibit(app, image);
    }
    return false;
}

void neuron_drag(App *app, int x, int y)
{
    const NeuronView *view = &app->neuron_view;
    SDL_Rect box = view->places.picture[0];
    if (view->edit.painting) {
        mark(app, neuron_pixel_at(box, (SDL_Point){x, y}));
        neuron_paint_to(app, cell_of(x, box.x, box.w), cell_of(y, box.y, box.h));
    } else if (app->focus == view_action(VIEW_NEURON, NEURON_CHOOSE)) {
        press_neuron(app, (SDL_Point){x, y});
    }
}

void neuron_scroll(App *app, int x, int y, int rows)
{
    NeuronView *view = &app->neuron_view;
    SDL_Point at = {x, y};
    if (view->all) {
        view->top = view->wall.top + rows; /* brought into its range with the next update */
    } else if (view->marked &&
               (inside(view->places.sum, at) || inside(view->places.picture[0], at) ||
                inside(view->places.picture[1], at))) {
        neuron_step(app, -STEP * (float)rows);
    }
}

static bool choose_key(App *app, SDL_Keycode key)
{
    NeuronView *view = &app->neuron_view;
    int last = app->lab.model.net.shape.size[view->layer + 1] - 1;
    switch (key) {
    case SDLK_LEFT:
        neuron_choose(app, view->layer, view->neuron - 1);
        return true;
    case SDLK_RIGHT:
        neuron_choose(app, view->layer, view->neuron + 1);
        return true;
    case SDLK_UP:
        neuron_choose(app, view->layer - 1, view->neuron);
        return true;
    case SDLK_DOWN:
        neuron_choose(app, view->layer + 1, view->neuron);
        return true;
    case SDLK_HOME:
        neuron_choose(app, view->layer, 0);
        return true;
    case SDLK_END:
        neuron_choose(app, view->layer, last);
        return true;
    default:
        return false;
    }
}

/* In the wall, arrows go from tile to tile, and Enter shows the neuron. */
static bool wall_key_pressed(App *app, SDL_Keycode key)
{
    NeuronView *view = &app->neuron_view;
    int columns = view->wall.columns;
    int step = key == SDLK_LEFT    ? -1
               : key == SDLK_RIGHT ? 1
               : key == SDLK_UP    ? -columns
               : key == SDLK_DOWN  ? columns
                                   : 0;
    if (key == SDLK_RETURN || key == SDLK_KP_ENTER || key == SDLK_SPACE) {
        neuron_choose(app, 0, view->layer == 0 ? view->neuron : 0);
        view->all = false;
        return true;
    }
    if (step == 0) {
        return false;
    }
    neuron_choose(app, 0, view->layer == 0 ? view->neuron + step : 0);
    int row = view->neuron / columns, below = row - view->wall.top - view->wall.rows + 1;
    view->top = view->wall.top + (row < view->wall.top ? row - view->wall.top : SDL_max(below, 0));
    return true;
}

/* The mark goes through the rows of the sum. */
static void mark_row(App *app, int step)
{
    const NeuronView *view = &app->neuron_view;
    int rows = view->shown.terms + 1, at = step > 0 ? -1 : 0; /* the terms, then the bias */
    for (int i = 0; i < view->shown.terms && view->marked; i++) {
        at = view->seen.sum.term[i].from == view->mark ? i : at;
    }
    at = view->marked && view->mark == NEURON_BIAS_MARK ? rows - 1 : at;
    at = (at + step + rows) % rows;
    mark(app, at < view->shown.terms ? view->seen.sum.term[at].from : NEURON_BIAS_MARK);
}

/* Arrows move the mark over the pixels, or from neuron to neuron of the layer before. */
static void move_mark(App *app, int dx, int dy)
{
    const NeuronView *view = &app->neuron_view;
    bool pixels = view->layer == 0;
    if (!view->marked || view->mark == NEURON_BIAS_MARK) {
        mark(app, pixels ? NET_INPUTS / 2 + SHEET_SIDE / 2 : 0);
    } else if (pixels) {
        int x = SDL_clamp(view->mark % SHEET_SIDE + dx, 0, SHEET_SIDE - 1);
        int y = SDL_clamp(view->mark / SHEET_SIDE + dy, 0, SHEET_SIDE - 1);
        mark(app, y * SHEET_SIDE + x);
    } else {
        mark(app, SDL_max(view->mark + dx + dy, 0));
    }
}

static bool weights_key(App *app, SDL_Keycode key)
{
    if (app->lab.answer_stale) {
        return true; /* another network may have come: what is marked is not known yet */
    }
    switch (key) {
    case SDLK_LEFT:
    case SDLK_RIGHT:
        move_mark(app, key == SDLK_LEFT ? -1 : 1, 0);
        return true;
    case SDLK_UP:
    case SDLK_DOWN:
        move_mark(app, 0, key == SDLK_UP ? -1 : 1);
        return true;
    case SDLK_PAGEUP:
    case SDLK_PAGEDOWN:
        mark_row(app, key == SDLK_PAGEUP ? -1 : 1);
        return true;
    case SDLK_PLUS:
    case SDLK_EQUALS: /* the same key without Shift */
    case SDLK_KP_PLUS:
        neuron_step(app, STEP);
        return true;
    case SDLK_MINUS:
    case SDLK_KP_MINUS:
        neuron_step(app, -STEP);
        return true;
    default:
        return false;
    }
}

static bool images_key(App *app, SDL_Keycode key)
{
    NeuronImages *images = &app->neuron_view.images;
    if (key == SDLK_RETURN || key == SDLK_KP_ENTER || key == SDLK_SPACE) {
        neuron_images_exhibit(app, images->wall.marked);
        return true;
    }
    bool taken = wall_key(&images->wall, &images->places, key);
    app->redraw = app->redraw || taken;
    return taken;
}

bool neuron_key(App *app, const SDL_Keysym *key)
{
    switch (app->focus - view_action(VIEW_NEURON, 0)) {
    case NEURON_CHOOSE:
        return app->neuron_view.all ? wall_key_pressed(app, key->sym) : choose_key(app, key->sym);
    case NEURON_WEIGHTS:
        return weights_key(app, key->sym);
    case NEURON_IMAGES:
        return images_key(app, key->sym);
    default:
        return false;
    }
}
