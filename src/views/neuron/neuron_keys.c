/* Mouse and keyboard in the view Neuron. */
#include "views/neuron/neuron_keys.h"

#include "views/neuron/neuron_edit.h"
#include "views/neuron/neuron_images.h"

static const float STEP = 0.1f;

void neuron_choose(NeuronView *view, int layer, int neuron)
{
    const NetShape *shape = &view->lab->model.net.shape;
    int before = view->layer;
    view->layer = SDL_clamp(layer, 0, shape->layers - 1);
    view->neuron = SDL_clamp(neuron, 0, shape->size[view->layer + 1] - 1);
    view->marked = view->marked && view->layer == before;
    shell_redraw(view->shell);
}

static void mark(NeuronView *view, int from)
{
    view->marked = true;
    view->mark =
        SDL_clamp(from, NEURON_BIAS_MARK, view->lab->model.net.shape.size[view->layer] - 1);
    shell_redraw(view->shell);
}

static bool inside(SDL_Rect box, SDL_Point at)
{
    return SDL_PointInRect(&at, &box);
}

/* What was pressed has the keyboard, and shows it: plus and minus go on from there. */
static void focus_on(NeuronView *view, int area)
{
    shell_focus(view->shell, view_action(VIEW_NEURON, area));
}

/* A press on a row of the sum marks its weight, or the bias. */
static void press_row(NeuronView *view, int row)
{
    if (row < view->shown.terms) {
        mark(view, view->seen.sum.term[row].from);
    } else if (row == view->shown.terms + NEURON_BIAS) {
        mark(view, NEURON_BIAS_MARK);
    }
    focus_on(view, NEURON_WEIGHTS);
}

static float cell_of(int at_px, int from_px, int size_px)
{
    return ((float)(at_px - from_px) + 0.5f) * (float)SHEET_SIDE / (float)size_px;
}

/* The weights of the first layer are painted; a press on them times the drawing marks one. */
static bool press_picture(NeuronView *view, int which, SDL_Point at)
{
    SDL_Rect box = view->places.picture[which];
    if (view->layer > 0) {
        return false;
    }
    mark(view, neuron_pixel_at(box, at));
    focus_on(view, NEURON_WEIGHTS);
    if (which == 0) {
        neuron_paint_begin(view, cell_of(at.x, box.x, box.w), cell_of(at.y, box.y, box.h),
                           view->less != (view->shell->button == SDL_BUTTON_RIGHT));
    }
    return which == 0;
}

static bool press_neuron(NeuronView *view, SDL_Point at)
{
    int layer, neuron;
    bool found = neuron_at(&view->places, &view->lab->model.net.shape, at, &layer, &neuron);
    if (found) {
        neuron_choose(view, layer, neuron);
        focus_on(view, NEURON_CHOOSE);
    }
    return found;
}

static void press_wall(NeuronView *view, SDL_Point at)
{
    int tile = tiles_at(&view->wall, at.x, at.y);
    if (tile >= 0) {
        neuron_choose(view, 0, tile);
        view->all = false;
    }
}

bool neuron_press(void *self, int x, int y, bool twice)
{
    NeuronView *view = self;
    SDL_Point at = {x, y};
    (void)twice;
    if (press_neuron(view, at)) {
        return true;
    }
    if (view->all) {
        press_wall(view, at);
        return false;
    }
    for (int i = 0; i < NEURON_PICTURES; i++) {
        if (inside(view->places.picture[i], at)) {
            return press_picture(view, i, at);
        }
    }
    int row = neuron_row_at(&view->places, neuron_rows(&view->shown), at);
    int image = wall_tile_at(&view->images.wall, &view->images.places, x, y);
    if (row >= 0) {
        press_row(view, row);
    } else if (image >= 0 && inside(view->places.images, at)) {
        focus_on(view, NEURON_IMAGES);
        wall_mark(&view->images.wall, &view->images.places, image);
        neuron_images_exhibit(view, image);
    }
    return false;
}

void neuron_drag(void *self, int x, int y)
{
    NeuronView *view = self;
    SDL_Rect box = view->places.picture[0];
    if (view->edit.painting) {
        mark(view, neuron_pixel_at(box, (SDL_Point){x, y}));
        neuron_paint_to(view, cell_of(x, box.x, box.w), cell_of(y, box.y, box.h));
    } else if (view->shell->focus == view_action(VIEW_NEURON, NEURON_CHOOSE)) {
        press_neuron(view, (SDL_Point){x, y});
    }
}

void neuron_scroll(void *self, int x, int y, int rows)
{
    NeuronView *view = self;
    SDL_Point at = {x, y};
    if (view->all) {
        view->top = view->wall.top + rows; /* brought into its range with the next update */
    } else if (view->marked &&
               (inside(view->places.sum, at) || inside(view->places.picture[0], at) ||
                inside(view->places.picture[1], at))) {
        neuron_step(view, -STEP * (float)rows);
    }
}

static bool choose_key(NeuronView *view, SDL_Keycode key)
{
    int last = view->lab->model.net.shape.size[view->layer + 1] - 1;
    switch (key) {
    case SDLK_LEFT:
        neuron_choose(view, view->layer, view->neuron - 1);
        return true;
    case SDLK_RIGHT:
        neuron_choose(view, view->layer, view->neuron + 1);
        return true;
    case SDLK_UP:
        neuron_choose(view, view->layer - 1, view->neuron);
        return true;
    case SDLK_DOWN:
        neuron_choose(view, view->layer + 1, view->neuron);
        return true;
    case SDLK_HOME:
        neuron_choose(view, view->layer, 0);
        return true;
    case SDLK_END:
        neuron_choose(view, view->layer, last);
        return true;
    default:
        return false;
    }
}

/* In the wall, arrows go from tile to tile, and Enter shows the neuron. */
static bool wall_key_pressed(NeuronView *view, SDL_Keycode key)
{
    int columns = view->wall.columns;
    int step = key == SDLK_LEFT    ? -1
               : key == SDLK_RIGHT ? 1
               : key == SDLK_UP    ? -columns
               : key == SDLK_DOWN  ? columns
                                   : 0;
    if (key == SDLK_RETURN || key == SDLK_KP_ENTER || key == SDLK_SPACE) {
        neuron_choose(view, 0, view->layer == 0 ? view->neuron : 0);
        view->all = false;
        return true;
    }
    if (step == 0) {
        return false;
    }
    neuron_choose(view, 0, view->layer == 0 ? view->neuron + step : 0);
    int row = view->neuron / columns, below = row - view->wall.top - view->wall.rows + 1;
    view->top = view->wall.top + (row < view->wall.top ? row - view->wall.top : SDL_max(below, 0));
    return true;
}

/* The mark goes through the rows of the sum. */
static void mark_row(NeuronView *view, int step)
{
    int rows = view->shown.terms + 1, at = step > 0 ? -1 : 0; /* the terms, then the bias */
    for (int i = 0; i < view->shown.terms && view->marked; i++) {
        at = view->seen.sum.term[i].from == view->mark ? i : at;
    }
    at = view->marked && view->mark == NEURON_BIAS_MARK ? rows - 1 : at;
    at = (at + step + rows) % rows;
    mark(view, at < view->shown.terms ? view->seen.sum.term[at].from : NEURON_BIAS_MARK);
}

/* Arrows move the mark over the pixels, or from neuron to neuron of the layer before. */
static void move_mark(NeuronView *view, int dx, int dy)
{
    bool pixels = view->layer == 0;
    if (!view->marked || view->mark == NEURON_BIAS_MARK) {
        mark(view, pixels ? NET_INPUTS / 2 + SHEET_SIDE / 2 : 0);
    } else if (pixels) {
        int x = SDL_clamp(view->mark % SHEET_SIDE + dx, 0, SHEET_SIDE - 1);
        int y = SDL_clamp(view->mark / SHEET_SIDE + dy, 0, SHEET_SIDE - 1);
        mark(view, y * SHEET_SIDE + x);
    } else {
        mark(view, SDL_max(view->mark + dx + dy, 0));
    }
}

static bool weights_key(NeuronView *view, SDL_Keycode key)
{
    if (view->lab->answer_stale) {
        return true; /* another network may have come: what is marked is not known yet */
    }
    switch (key) {
    case SDLK_LEFT:
    case SDLK_RIGHT:
        move_mark(view, key == SDLK_LEFT ? -1 : 1, 0);
        return true;
    case SDLK_UP:
    case SDLK_DOWN:
        move_mark(view, 0, key == SDLK_UP ? -1 : 1);
        return true;
    case SDLK_PAGEUP:
    case SDLK_PAGEDOWN:
        mark_row(view, key == SDLK_PAGEUP ? -1 : 1);
        return true;
    case SDLK_PLUS:
    case SDLK_EQUALS: /* the same key without Shift */
    case SDLK_KP_PLUS:
        neuron_step(view, STEP);
        return true;
    case SDLK_MINUS:
    case SDLK_KP_MINUS:
        neuron_step(view, -STEP);
        return true;
    default:
        return false;
    }
}

static bool images_key(NeuronView *view, SDL_Keycode key)
{
    NeuronImages *images = &view->images;
    if (key == SDLK_RETURN || key == SDLK_KP_ENTER || key == SDLK_SPACE) {
        neuron_images_exhibit(view, images->wall.marked);
        return true;
    }
    bool taken = wall_key(&images->wall, &images->places, key);
    if (taken) {
        shell_redraw(view->shell);
    }
    return taken;
}

bool neuron_key(void *self, const SDL_Keysym *key)
{
    NeuronView *view = self;
    switch (view->shell->focus - view_action(VIEW_NEURON, 0)) {
    case NEURON_CHOOSE:
        return view->all ? wall_key_pressed(view, key->sym) : choose_key(view, key->sym);
    case NEURON_WEIGHTS:
        return weights_key(view, key->sym);
    case NEURON_IMAGES:
        return images_key(view, key->sym);
    default:
        return false;
    }
}

void neuron_inspect(void *self, int layer, int neuron)
{
    NeuronView *view = self;
    view->layer = layer;
    view->neuron = neuron;
}
