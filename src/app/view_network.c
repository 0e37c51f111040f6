/* The view Network: the whole net between sheet and bars. A neuron that is pointed at or selected
 * shows its edges alone. */
#include "app/view_network.h"

#include <stdio.h>

#include "app/explain.h"
#include "app/views.h"

enum { AREA, ALL_EDGES };

/* Spots count the neurons by layer. */
enum { LAYER = NET_MAX_WIDTH };

/* The neuron under the pointer, else the one that is selected. */
static DiagramNeuron shown_neuron(const App *app)
{
    const NetworkView *view = &app->network_view;
    const NetShape *shape = &app->lab.model.net.shape;
    DiagramNeuron at = diagram_neuron_at(app->paint, shape, app->layout.diagram,
                                         (int)app->pointer_x_px, (int)app->pointer_y_px);
    bool there = view->selected && view->layer < shape->layers &&
                 view->neuron < shape->size[view->layer + 1];
    if (at.neuron >= 0 && app->hold == HOLD_NOTHING) {
        return at;
    }
    return there ? (DiagramNeuron){view->layer, view->neuron} : (DiagramNeuron){0, -1};
}

static void update(App *app, SDL_Rect box)
{
    const SDL_Rect *tabs = &app->layout.tabs;
    const NetShape *shape = &app->lab.model.net.shape;
    const SDL_Rect *line = &app->layout.diagram_label;
    int w = paint_px(app->paint, 104.0f);
    SDL_Rect toggle = {tabs->x + tabs->w - w, line->y, w, line->h}; /* over the answer */
    views_add_widget(app, WIDGET_AREA, AREA, box, false);
    views_add_widget(app, WIDGET_TOGGLE, ALL_EDGES, toggle, app->network_view.all_edges);
    for (int layer = 0; layer < shape->layers; layer++) {
        DiagramColumn column;
        diagram_place(&column, app->paint, shape, layer, app->layout.diagram);
        for (int i = 0; i < column.shown; i++) {
            views_add_spot(app, diagram_neuron_box(&column, i, app->layout.diagram),
                           layer * LAYER + i);
        }
    }
}

static void draw(const App *app, SDL_Rect box)
{
    (void)box; /* the diagram is level with the bars, see ui/layout.h */
    Diagram diagram = {&app->lab.model.net, &app->lab.acts, app->lab.has_ink,
                       app->network_view.all_edges, shown_neuron(app)};
    diagram_draw(app->paint, &diagram, app->layout.diagram_label, app->layout.diagram);
}

static void explain(const App *app, int about, SDL_Point at, Hint *hint)
{
    (void)at;
    explain_neuron(app, about / LAYER, about % LAYER, hint);
}

static void run(App *app, int command)
{
    if (command == ALL_EDGES) {
        app->network_view.all_edges = !app->network_view.all_edges;
    }
}

static const char *label(const App *app, int command)
{
    (void)app;
    return command == ALL_EDGES ? "All edges" : "";
}

static void inspect(App *app, int layer, int neuron)
{
    app->neuron_view.layer = layer;
    app->neuron_view.neuron = neuron;
    views_show(app, VIEW_NEURON);
}

/* A press selects a neuron, or none; twice looks into it. */
static bool press(App *app, int x, int y, bool twice)
{
    NetworkView *view = &app->network_view;
    DiagramNeuron at =
        diagram_neuron_at(app->paint, &app->lab.model.net.shape, app->layout.diagram, x, y);
    view->selected = at.neuron >= 0;
    if (view->selected) {
        view->layer = at.layer;
        view->neuron = at.neuron;
    }
    if (view->selected && twice) {
        inspect(app, at.layer, at.neuron);
    }
    return false;
}

/* Arrows move from neuron to neuron, Enter looks into it, Escape selects none. */
static bool key(App *app, const SDL_Keysym *key)
{
    NetworkView *view = &app->network_view;
    const NetShape *shape = &app->lab.model.net.shape;
    int dx = key->sym == SDLK_LEFT ? -1 : key->sym == SDLK_RIGHT ? 1 : 0;
    int dy = key->sym == SDLK_UP ? -1 : key->sym == SDLK_DOWN ? 1 : 0;
    if (view->selected && (key->sym == SDLK_RETURN || key->sym == SDLK_KP_ENTER)) {
        inspect(app, view->layer, view->neuron);
        return true;
    }
    if (view->selected && key->sym == SDLK_ESCAPE) {
        view->selected = false;
        return true;
    }
    if (dx == 0 && dy == 0) {
        return false;
    }
    if (!view->selected) {
        dx = dy = 0; /* the first arrow shows where one is */
        view->selected = true;
    }
    DiagramColumn column;
    view->layer = SDL_clamp(view->layer + dx, 0, shape->layers - 1);
    diagram_place(&column, app->paint, shape, view->layer, app->layout.diagram);
    view->neuron = SDL_clamp(view->neuron + dy, 0, column.shown - 1);
    return true;
}

static bool table(const App *app, FILE *out)
{
    const Net *net = &app->lab.model.net;
    fprintf(out, "layer,neuron,bias,activation\n");
    for (int layer = 0; layer < net->shape.layers; layer++) {
        for (int i = 0; i < net->shape.size[layer + 1]; i++) {
            fprintf(out, "%d,%d,%.9g,%.9g\n", layer + 1, i, (double)net->bias[layer][i],
                    (double)app->lab.acts.activation[layer][i]);
        }
    }
    return ferror(out) == 0;
}

const View VIEW_OF_NETWORK = {
    .name = "Network",
    .update = update,
    .draw = draw,
    .explain = explain,
    .run = run,
    .label = label,
    .press = press,
    .key = key,
    .table = table,
};
