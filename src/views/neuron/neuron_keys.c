/* Mouse and keyboard in the view Neuron. */
#include "views/neuron/neuron_keys.h"

#include "views/neuron/neuron_edit.h"
#include "views/neuron/neuron_images.h"
#include "views/neuron/neuron_layer.h"
#include "views/neuron/neuron_look.h"
#include "views/neuron/neuron_zoom.h"

static const float STEP = 0.1f;

static void mark(NeuronView *view, int from)
{
    view->marked = true;
    view->mark = SDL_clamp(from, NEURON_BIAS_MARK,
                           view->lab->model.net.shape.size[neuron_shown(view).layer] - 1);
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

/* A press on a picture of the first layer's weights marks one; the plain picture is painted, close
 * up once that is wished. */
static bool press_picture(NeuronView *view, SDL_Rect box, bool paints, SDL_Point at)
{
    if (neuron_shown(view).layer > 0) {
        return false;
    }
    mark(view, neuron_pixel_at(box, at));
    focus_on(view, NEURON_WEIGHTS);
    if (paints) {
        neuron_paint_begin(view, cell_of(at.x, box.x, box.w), cell_of(at.y, box.y, box.h),
                           view->less != (view->shell->button == SDL_BUTTON_RIGHT));
    }
    return paints;
}

static bool press_image(NeuronView *view, SDL_Rect box, SDL_Point at)
{
    int image = wall_tile_at(&view->images.wall, &view->images.places, at.x, at.y);
    if (image < 0 || !inside(box, at)) {
        return false;
    }
    focus_on(view, NEURON_IMAGES);
    wall_mark(&view->images.wall, &view->images.places, image);
    neuron_images_exhibit(view, image);
    return true;
}

/* In the rows of neurons. */
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
    int tile = neuron_layer_at(view, at);
    if (tile >= 0) {
        neuron_layer_enter(view, tile);
    }
}

/* The sum is pulled to x, and so the bias. */
static void pull(NeuronView *view, int x)
{
    const LookSum *sum = &view->seen.sum;
    double z = closeup_z(&view->zoom.places, view->zoom.axis, x);
    neuron_step(view, (float)(z - sum->positive - sum->negative) - neuron_marked(view));
}

static bool press_zoom(NeuronView *view, SDL_Point at)
{
    const CloseupPlaces *places = &view->zoom.places;
    DiagramNeuron neuron = neuron_zoom_at(view, at);
    if (neuron.neuron >= 0) {
        neuron_look_closer(view, neuron.layer, neuron.neuron);
    } else if (inside(closeup_bias_box(places), at)) {
        mark(view, NEURON_BIAS_MARK);
        focus_on(view, NEURON_PULL);
        view->edit.pulling = true;
        pull(view, at.x);
        return true;
    } else if (inside(places->picture, at)) {
        return press_picture(view, places->picture, view->paints, at);
    } else {
        press_image(view, places->images, at);
    }
    return false;
}

static bool press_numbers(NeuronView *view, SDL_Point at)
{
    if (press_neuron(view, at)) {
        return true;
    }
    for (int i = 0; i < NEURON_PICTURES; i++) {
        if (inside(view->places.picture[i], at)) {
            return press_picture(view, view->places.picture[i], i == 0, at);
        }
    }
    int row = neuron_row_at(&view->places, neuron_rows(&view->shown), at);
    if (row >= 0) {
        press_row(view, row);
    } else {
        press_image(view, view->places.images, at);
    }
    return false;
}

bool neuron_press(void *self, int x, int y, bool twice)
{
    NeuronView *view = self;
    SDL_Point at = {x, y};
    (void)twice;
    if (view->page == NEURON_WALL_PAGE) {
        press_wall(view, at);
        return false;
    }
    return view->page == NEURON_ZOOM_PAGE ? press_zoom(view, at) : press_numbers(view, at);
}

void neuron_drag(void *self, int x, int y)
{
    NeuronView *view = self;
    SDL_Rect box = neuron_weights_box(view);
    if (view->edit.pulling) {
        pull(view, x);
    } else if (view->edit.painting) {
        mark(view, neuron_pixel_at(box, (SDL_Point){x, y}));
        neuron_paint_to(view, cell_of(x, box.x, box.w), cell_of(y, box.y, box.h));
    } else if (view->shell->focus == view_action(VIEW_NEURON, NEURON_CHOOSE)) {
        press_neuron(view, (SDL_Point){x, y});
    }
}

/* What the wheel changes there is marked. */
static bool is_over_marked(NeuronView *view, SDL_Point at)
{
    const NeuronPlaces *places = &view->places;
    if (view->page == NEURON_NUMBERS_PAGE) {
        return view->marked && (inside(places->sum, at) || inside(places->picture[0], at) ||
                                inside(places->picture[1], at));
    }
    if (inside(closeup_bias_box(&view->zoom.places), at)) {
        mark(view, NEURON_BIAS_MARK);
        return true;
    }
    return view->marked && neuron_shown(view).layer == 0 && inside(view->zoom.places.picture, at);
}

void neuron_scroll(void *self, int x, int y, int rows)
{
    NeuronView *view = self;
    if (view->page == NEURON_WALL_PAGE) {
        view->top = view->wall.top + rows; /* brought into its range with the next update */
    } else if (is_over_marked(view, (SDL_Point){x, y})) {
        neuron_step(view, -STEP * (float)rows);
    }
}

/* Arrows go from neuron to neuron as they stand: close up below each other, among the numbers side
 * by side. */
static bool choose_key(NeuronView *view, SDL_Keycode key)
{
    DiagramNeuron at = neuron_shown(view);
    int dx = key == SDLK_LEFT ? -1 : key == SDLK_RIGHT ? 1 : 0;
    int dy = key == SDLK_UP ? -1 : key == SDLK_DOWN ? 1 : 0;
    bool beside = view->page == NEURON_NUMBERS_PAGE;
    if (key == SDLK_HOME) {
        neuron_choose(view, at.layer, 0);
    } else if (key == SDLK_END) {
        neuron_choose(view, at.layer, NET_MAX_WIDTH);
    } else if (dx != 0 || dy != 0) {
        neuron_choose(view, at.layer + (beside ? dy : dx), at.neuron + (beside ? dx : dy));
    } else {
        return false;
    }
    return true;
}

static bool is_plus(SDL_Keycode key)
{
    return key == SDLK_PLUS || key == SDLK_KP_PLUS ||
           key == SDLK_EQUALS; /* the same key without Shift */
}

static bool is_minus(SDL_Keycode key)
{
    return key == SDLK_MINUS || key == SDLK_KP_MINUS;
}

/* The bias: right and plus make it larger; up and down lead to the next neuron. */
static bool pull_key(NeuronView *view, SDL_Keycode key)
{
    bool more = key == SDLK_RIGHT || is_plus(key), less = key == SDLK_LEFT || is_minus(key);
    if (view->lab->answer_stale) {
        return true; /* another network may have come: whose bias it is is not known yet */
    }
    if (more || less) {
        mark(view, NEURON_BIAS_MARK);
        neuron_step(view, more ? STEP : -STEP);
        return true;
    }
    return choose_key(view, key);
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
    bool pixels = neuron_shown(view).layer == 0;
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
    default:
        break;
    }
    if (is_plus(key) || is_minus(key)) {
        neuron_step(view, is_plus(key) ? STEP : -STEP);
    }
    return is_plus(key) || is_minus(key);
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
    if (key->sym == SDLK_ESCAPE && view->page != NEURON_WALL_PAGE) {
        return neuron_out(view);
    }
    switch (view->shell->focus - view_action(VIEW_NEURON, 0)) {
    case NEURON_CHOOSE:
        return view->page == NEURON_WALL_PAGE ? neuron_layer_key(view, key->sym)
                                              : choose_key(view, key->sym);
    case NEURON_WEIGHTS:
        return weights_key(view, key->sym);
    case NEURON_PULL:
        return pull_key(view, key->sym);
    case NEURON_IMAGES:
        return images_key(view, key->sym);
    default:
        return false;
    }
}
