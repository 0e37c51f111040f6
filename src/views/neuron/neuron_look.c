/* What the view Neuron looks at, and how closely. */
#include "views/neuron/neuron_look.h"

#include "shell/pointed.h"
#include "views/neuron/neuron_edit.h"
#include "views/neuron/neuron_keys.h"

void neuron_show_layer(NeuronView *view, int layer)
{
    view->layer = SDL_clamp(layer, 0, view->lab->model.net.shape.layers - 1);
    view->top = 0;
    shell_redraw(view->shell);
}

void neuron_choose(NeuronView *view, int layer, int neuron)
{
    int before = neuron_shown(view).layer;
    selected_set(view->shell, layer, neuron);
    view->marked = view->marked && neuron_shown(view).layer == before;
}

void neuron_turn_to(NeuronView *view, NeuronPage page)
{
    neuron_paint_end(view);
    if (page == NEURON_WALL_PAGE) {
        neuron_show_layer(view, neuron_shown(view).layer);
    }
    view->page = page;
    shell_take_focus(view->shell, view_action(VIEW_NEURON, NEURON_CHOOSE));
}

void neuron_look_closer(NeuronView *view, int layer, int neuron)
{
    neuron_choose(view, layer, neuron);
    neuron_turn_to(view, NEURON_ZOOM_PAGE);
}

void neuron_grow(NeuronView *view, int layer, int neuron, SDL_Rect from)
{
    neuron_look_closer(view, layer, neuron);
    view->zoom.from = from;
    shell_move(view->shell, MOTION_ZOOM, MOTION_ZOOM_MS);
}

bool neuron_out(void *self)
{
    NeuronView *view = self;
    if (view->page == NEURON_WALL_PAGE) {
        panes_show(view->shell, VIEW_NETWORK);
    } else {
        neuron_turn_to(view, (NeuronPage)(view->page - 1));
    }
    return true;
}

void neuron_inspect(void *self, int layer, int neuron)
{
    NeuronView *view = self;
    const NetShape *shape = &view->lab->model.net.shape;
    DiagramPlaces places = pointed_places(view->shell); /* as it was on show until now */
    DiagramColumn column;
    if (SDL_RectEmpty(&places.inputs)) {
        neuron_look_closer(view, layer, neuron);
        return;
    }
    diagram_place(&column, view->shell->paint, shape, layer, &places);
    neuron_grow(view, layer, neuron, diagram_neuron_box(&column, neuron, &places));
}
