/* Weights of the neuron on show, changed by hand. */
#include "app/neuron_edit.h"

#include <math.h>

#include "app/actions.h"
#include "app/tell.h"
#include "lab/weights.h"

static const float BRUSH_CELL = 2.0f; /* radius */
static const float DAB = 0.05f;       /* of the weight under the middle of the brush */
static const float DAB_PITCH_CELL = 0.5f;

static bool keep(App *app, const char *what)
{
    Err err;
    bool kept = weights_keep(&app->lab, what, &err);
    tell_unless(app, kept, &err);
    return kept;
}

/* Part of a gesture is done, which goes on where nothing else changes the weights or is marked. */
static void changed(App *app)
{
    NeuronView *view = &app->neuron_view;
    weights_changed(&app->lab);
    view->edit.changes = app->lab.net_version;
    view->edit.layer = view->layer;
    view->edit.neuron = view->neuron;
}

static bool goes_on(const App *app)
{
    const NeuronView *view = &app->neuron_view;
    return view->edit.changes > 0 && view->edit.changes == app->lab.net_version &&
           view->edit.layer == view->layer && view->edit.neuron == view->neuron;
}

/* A round brush, weaker towards its edge. */
static void dab(App *app, float x_cell, float y_cell)
{
    const NeuronView *view = &app->neuron_view;
    Net *net = &app->lab.model.net;
    for (int pixel = 0; pixel < NET_INPUTS; pixel++) {
        float x = (float)(pixel % SHEET_SIDE) + 0.5f, y = (float)(pixel / SHEET_SIDE) + 0.5f;
        float share = 1.0f - hypotf(x - x_cell, y - y_cell) / BRUSH_CELL;
        if (share > 0.0f) {
            float *weight = &net->weight[0][pixel * net->stride[0] + view->neuron];
            *weight += (view->edit.less ? -DAB : DAB) * share;
        }
    }
}

void neuron_paint_begin(App *app, float x_cell, float y_cell, bool less)
{
    NeuronView *view = &app->neuron_view;
    if (!keep(app, "painted weights")) {
        return;
    }
    view->edit.painting = true;
    view->edit.less = less;
    view->edit.x_cell = x_cell;
    view->edit.y_cell = y_cell;
    dab(app, x_cell, y_cell);
    changed(app);
}

void neuron_paint_to(App *app, float x_cell, float y_cell)
{
    NeuronEdit *edit = &app->neuron_view.edit;
    /* Undone, or another network or neuron came, while it was painted: the gesture is over. */
    edit->painting = edit->painting && goes_on(app);
    float dx = x_cell - edit->x_cell, dy = y_cell - edit->y_cell;
    int dabs = edit->painting ? (int)(hypotf(dx, dy) / DAB_PITCH_CELL) : 0;
    for (int i = 1; i <= dabs; i++) {
        float share = (float)i / (float)dabs;
        dab(app, edit->x_cell + share * dx, edit->y_cell + share * dy);
    }
    if (dabs > 0) {
        edit->x_cell = x_cell;
        edit->y_cell = y_cell;
        changed(app);
    }
}

void neuron_paint_end(App *app)
{
    app->neuron_view.edit.painting = false;
    app->neuron_view.edit.changes = 0;
}

static float *marked_number(Net *net, const NeuronView *view)
{
    return view->mark == NEURON_BIAS_MARK
               ? &net->bias[view->layer][view->neuron]
               : &net->weight[view->layer][view->mark * net->stride[view->layer] + view->neuron];
}

float neuron_marked(const App *app)
{
    const NeuronView *view = &app->neuron_view;
    return view->mark == NEURON_BIAS_MARK
               ? app->lab.model.net.bias[view->layer][view->neuron]
               : look_weight(&app->lab.model.net, view->layer, view->neuron, view->mark);
}

void neuron_step(App *app, float by)
{
    NeuronView *view = &app->neuron_view;
    NeuronEdit *edit = &view->edit;
    bool same = goes_on(app) && edit->mark == view->mark;
    if (!view->marked ||
        (!same && !keep(app, view->mark == NEURON_BIAS_MARK ? "a bias" : "a weight"))) {
        return;
    }
    edit->mark = view->mark;
    *marked_number(&app->lab.model.net, view) += by;
    changed(app);
}

void neuron_zero(App *app)
{
    const NeuronView *view = &app->neuron_view;
    Net *net = &app->lab.model.net;
    if (!keep(app, "zeroed weights")) {
        return;
    }
    for (int i = 0; i < net->shape.size[view->layer]; i++) {
        net->weight[view->layer][i * net->stride[view->layer] + view->neuron] = 0.0f;
    }
    weights_changed(&app->lab);
}
