/* The view Network: the whole net between sheet and bars. A neuron that is pointed at or selected
 * shows its edges alone. */
#include "views/network/view_network.h"

#include <stdio.h>

#include "shell/explain.h"
#include "shell/pointed.h"
#include "shell/selected.h"
#include "ui/diagram.h"
#include "ui/row.h"

enum { AREA, ALL_EDGES };

/* The spots of the inputs, after those of the neurons: the column, and the picture. */
enum { INPUTS = NET_MAX_LAYERS * NET_MAX_WIDTH };

/* Spots count the neurons by layer. */
enum { LAYER = NET_MAX_WIDTH };

static void update(void *self, SDL_Rect box)
{
    NetworkView *view = self;
    const NetShape *shape = &view->lab->model.net.shape;
    SDL_Rect line = view->shell->layout.modes;
    SDL_Rect toggle = row_right(&line, paint_px(view->shell->paint, 104.0f), 0);
    DiagramPlaces places = pointed_places(view->shell);
    SDL_Rect clear = pointed_picture(&places);
    panes_add_widget(view->shell, WIDGET_AREA, AREA, box, false);
    if (toggle.h > 0) {
        panes_add_widget(view->shell, WIDGET_TOGGLE, ALL_EDGES, toggle, view->all_edges);
    }
    for (int layer = 0; layer < shape->layers; layer++) {
        DiagramColumn column;
        diagram_place(&column, view->shell->paint, shape, layer, &places);
        for (int i = 0; i < column.shown; i++) {
            panes_add_spot_in(view->shell, diagram_neuron_box(&column, i, &places), clear,
                              layer * LAYER + i);
        }
    }
    panes_add_spot_in(view->shell, places.inputs, clear, INPUTS);
    panes_add_spot_in(view->shell, places.picture, clear, INPUTS);
}

static void draw(const void *self, SDL_Rect box)
{
    const NetworkView *view = self;
    (void)box; /* the diagram is level with the bars, see ui/layout.h */
    DiagramPlaces places = pointed_places(view->shell);
    const Easing *easing = shell_easing(view->shell);
    Diagram diagram = {.net = &view->lab->model.net,
                       .acts = &view->lab->acts,
                       .input = view->lab->input.cell,
                       .lit = easing ? easing->shown : NULL,
                       .pulse = shell_pulse(view->shell),
                       .awake = view->lab->has_ink,
                       .all_edges = view->all_edges,
                       .best = view->lab->answer.digit,
                       .selected = pointed_neuron(view->shell, selected_neuron(view->shell))};
    diagram_draw(view->shell->paint, &diagram, &places);
}

/* One of the inputs: at that place of the column or the picture. */
static void explain_input(const NetworkView *view, SDL_Point at, Hint *hint)
{
    DiagramPlaces places = pointed_places(view->shell);
    int i = diagram_neuron_at(view->shell->paint, &view->lab->model.net.shape, &places, at.x, at.y)
                .neuron;
    if (i < 0) {
        return;
    }
    double level = (double)view->lab->input.cell[i] / 255.0;
    hint_title(hint, "Input %d: %s", i, hint_short(level).text);
    hint_say(
        hint,
        "Row %d, column %d of what the network sees, as a number from 0, no ink, to 1.\n784 of "
        "them are all that the network gets.",
        i / SHEET_SIDE + 1, i % SHEET_SIDE + 1);
    hint_unit(hint, "0 to 1");
}

static void explain(const void *self, int about, SDL_Point at, Hint *hint)
{
    const NetworkView *view = self;
    if (about == INPUTS) {
        explain_input(view, at, hint);
        return;
    }
    explain_neuron(view->shell, about / LAYER, about % LAYER, hint);
}

static void run(void *self, int command)
{
    NetworkView *view = self;
    if (command == ALL_EDGES) {
        view->all_edges = !view->all_edges;
    }
}

static const char *label(const void *self, int command)
{
    (void)self;
    return command == ALL_EDGES ? "All edges" : "";
}

/* A press selects a neuron, or none; twice looks into it. */
static bool press(void *self, int x, int y, bool twice)
{
    NetworkView *view = self;
    DiagramPlaces places = pointed_places(view->shell);
    DiagramNeuron at =
        diagram_neuron_at(view->shell->paint, &view->lab->model.net.shape, &places, x, y);
    if (at.neuron < 0 || at.layer == DIAGRAM_INPUTS) {
        selected_clear(view->shell);
    } else if (twice) {
        panes_inspect(view->shell, at.layer, at.neuron);
    } else {
        selected_set(view->shell, at.layer, at.neuron);
    }
    return false;
}

/* Arrows go to the neuron beside it; the first one shows where one is. */
static void move_selection(NetworkView *view, DiagramNeuron from, int dx, int dy)
{
    const NetShape *shape = &view->lab->model.net.shape;
    if (from.neuron < 0) {
        selected_set(view->shell, 0, 0);
        return;
    }
    DiagramColumn column;
    int layer = SDL_clamp(from.layer + dx, 0, shape->layers - 1);
    DiagramPlaces places = pointed_places(view->shell);
    diagram_place(&column, view->shell->paint, shape, layer, &places);
    selected_set(view->shell, layer, SDL_min(from.neuron + dy, column.shown - 1));
}

/* Arrows move from neuron to neuron, Enter looks into it, Escape selects none. */
static bool key(void *self, const SDL_Keysym *key)
{
    NetworkView *view = self;
    DiagramNeuron at = selected_neuron(view->shell);
    int dx = key->sym == SDLK_LEFT ? -1 : key->sym == SDLK_RIGHT ? 1 : 0;
    int dy = key->sym == SDLK_UP ? -1 : key->sym == SDLK_DOWN ? 1 : 0;
    if (at.neuron >= 0 && (key->sym == SDLK_RETURN || key->sym == SDLK_KP_ENTER)) {
        panes_inspect(view->shell, at.layer, at.neuron);
        return true;
    }
    if (at.neuron >= 0 && key->sym == SDLK_ESCAPE) {
        selected_clear(view->shell);
        return true;
    }
    if (dx == 0 && dy == 0) {
        return false;
    }
    move_selection(view, at, dx, dy);
    return true;
}

static bool table(const void *self, FILE *out)
{
    const NetworkView *view = self;
    const Net *net = &view->lab->model.net;
    fprintf(out, "layer,neuron,bias,activation\n");
    for (int layer = 0; layer < net->shape.layers; layer++) {
        for (int i = 0; i < net->shape.size[layer + 1]; i++) {
            fprintf(out, "%d,%d,%.9g,%.9g\n", layer + 1, i, (double)net->bias[layer][i],
                    (double)view->lab->acts.activation[layer][i]);
        }
    }
    return ferror(out) == 0;
}

static LayoutForm form(const void *self)
{
    (void)self;
    return LAYOUT_NETWORK;
}

const Pane PANE_OF_NETWORK = {
    .form = form,
    .update = update,
    .draw = draw,
    .explain = explain,
    .run = run,
    .label = label,
    .press = press,
    .key = key,
    .table = table,
};
