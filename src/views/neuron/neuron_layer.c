/* The first page of the view Neuron: all neurons of a layer. */
#include "views/neuron/neuron_layer.h"

#include "shell/places.h"
#include "ui/neuron_wall.h"
#include "ui/row.h"
#include "views/neuron/neuron_explain.h"
#include "views/neuron/neuron_keys.h"
#include "views/neuron/neuron_look.h"
#include "views/neuron/neuron_pictures.h"
#include "views/neuron/neuron_way.h"

/* Design pixels. */
enum { LAYER_W = 72, LAYER_H = 28, GAP = 4, LINE_H = 20, ROOM = 12, SCALE_W = 200 };

static int neurons(const NeuronView *view)
{
    return view->lab->model.net.shape.size[view->layer + 1];
}

void neuron_layer_work(NeuronView *view)
{
    Slice slice = slice_begin();
    if (!neuron_pictures_of(view, view->layer)) {
        return;
    }
    for (int i = 0; i < neurons(view) && slice_goes_on(&slice); i++) {
        neuron_pictures_bring(view, i);
    }
    view->wall_full = neuron_pictures_full(view);
}

bool neuron_layer_works(const NeuronView *view)
{
    int last = neurons(view) - 1; /* they come one after the other */
    return view->pictures.picture && !neuron_pictures_has(view, last);
}

/* Each picture that shows, with its caption. */
static void add_spots(NeuronView *view)
{
    const TilesPlaces *at = &view->wall;
    int first = at->top * at->columns, end = first + at->rows * at->columns;
    for (int i = first; i < SDL_min(end, at->tiles); i++) {
        SDL_Rect box = tiles_box(at, i);
        box.h += at->caption_h;
        panes_add_spot(view->shell, box, NEURON_ABOUT_NEURON + view->layer * NET_MAX_WIDTH + i);
    }
}

void neuron_layer_update(NeuronView *view, SDL_Rect box)
{
    const Paint *paint = view->shell->paint;
    int layers = view->lab->model.net.shape.layers;
    SDL_Rect layer[NET_MAX_LAYERS],
        head = row_top(&box, paint_px(paint, LAYER_H), paint_px(paint, GAP));
    row_flow(head, paint_px(paint, LAYER_W), paint_px(paint, GAP), layers, layer);
    view->wall_note = row_top(&box, paint_px(paint, LINE_H), paint_px(paint, GAP));
    SDL_Rect foot = row_bottom(&box, paint_px(paint, LINE_H), paint_px(paint, ROOM));
    view->marked_box = row_left(&foot, SDL_min(paint_px(paint, SCALE_W), foot.w), 0);
    tiles_place(&view->wall, paint, neurons(view), view->top, box);
    view->top = view->wall.top;
    panes_add_widget(view->shell, WIDGET_AREA, NEURON_CHOOSE, box, false);
    for (int i = 0; i < layers; i++) {
        panes_add_widget(view->shell, WIDGET_BUTTON, NEURON_SHOW_LAYER + i, layer[i],
                         i == view->layer);
    }
    panes_add_spot(view->shell, view->marked_box, NEURON_ABOUT_WALL_SCALE);
    neuron_way_add(view, places_beside_modes(view->shell));
    add_spots(view);
}

void neuron_layer_draw(const NeuronView *view)
{
    Paint *out = view->shell->paint;
    DiagramNeuron chosen = selected_neuron(view->shell);
    bool roomy = view->wall_note.w >= paint_px(out, 420.0f);
    const char *first = roomy ? "What each neuron looks for: ink on blue fires it, ink on orange "
                                "keeps it quiet. Press one."
                              : "Ink on blue fires it, on orange not. Press one.";
    const char *later = roomy ? "What each looks for, carried back through the layers before. "
                                "Press one."
                              : "Carried back to the pixels. Press one.";
    NeuronWall wall = {.picture = view->pictures.picture,
                       .activation = view->lab->acts.activation[view->layer],
                       .full = view->wall_full,
                       .chosen = chosen.layer == view->layer ? chosen.neuron : -1};
    neuron_way_draw(view);
    paint_text(out, view->wall_note, PAINT_LEFT, view->layer == 0 ? first : later, PAINT_LABEL,
               TEXT_REGULAR, out->theme->secondary);
    if (wall.picture) {
        neuron_wall_draw(out, &wall, &view->wall);
        tiles_scale_draw(out, view->wall_full, view->marked_box);
    }
}

int neuron_layer_at(const NeuronView *view, SDL_Point at)
{
    return tiles_at(&view->wall, at.x, at.y);
}

void neuron_layer_enter(NeuronView *view, int neuron)
{
    neuron_grow(view, view->layer, neuron, tiles_box(&view->wall, neuron));
}

/* Select a neuron, and scroll so that it shows. */
static void go_to(NeuronView *view, int neuron)
{
    int columns = SDL_max(view->wall.columns, 1); /* keys may come before the first frame */
    selected_set(view->shell, view->layer, neuron);
    int row = view->shell->selected.neuron / columns,
        below = row - view->wall.top - view->wall.rows + 1;
    view->top = view->wall.top + (row < view->wall.top ? row - view->wall.top : SDL_max(below, 0));
}

bool neuron_layer_key(NeuronView *view, SDL_Keycode key)
{
    int columns = view->wall.columns;
    DiagramNeuron at = selected_neuron(view->shell);
    bool here = at.neuron >= 0 && at.layer == view->layer;
    int step = key == SDLK_LEFT    ? -1
               : key == SDLK_RIGHT ? 1
               : key == SDLK_UP    ? -columns
               : key == SDLK_DOWN  ? columns
                                   : 0;
    if (key == SDLK_RETURN || key == SDLK_KP_ENTER || key == SDLK_SPACE) {
        neuron_layer_enter(view, here ? at.neuron : 0);
    } else if (key == SDLK_PAGEUP || key == SDLK_PAGEDOWN) {
        neuron_show_layer(view, view->layer + (key == SDLK_PAGEUP ? -1 : 1));
    } else if (key == SDLK_HOME || key == SDLK_END) {
        go_to(view, key == SDLK_HOME ? 0 : neurons(view) - 1);
    } else if (step != 0) {
        go_to(view, here ? at.neuron + step : 0);
    } else {
        return false;
    }
    return true;
}
