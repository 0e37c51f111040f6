/* Weights of the neuron on show, changed by hand. */
#include "views/neuron/neuron_edit.h"

#include <math.h>

#include "lab/weights.h"

static const float BRUSH_CELL = 2.0f; /* radius */
static const float DAB = 0.05f;       /* of the weight under the middle of the brush */
static const float DAB_PITCH_CELL = 0.5f;

static bool keep(NeuronView *view, const char *what)
{
    Err err;
    bool kept = weights_keep(shell_change(view->shell), what, &err);
    tell_unless(view->shell, kept, &err);
    return kept;
}

/* Part of a gesture is done, which goes on where nothing else changes the weights or is marked. */
static void changed(NeuronView *view)
{
    weights_changed(shell_change(view->shell));
    view->edit.changes = view->lab->net_version;
    view->edit.layer = neuron_shown(view).layer;
    view->edit.neuron = neuron_shown(view).neuron;
}

static bool goes_on(const NeuronView *view)
{
    DiagramNeuron at = neuron_shown(view);
    return view->edit.changes > 0 && view->edit.changes == view->lab->net_version &&
           view->edit.layer == at.layer && view->edit.neuron == at.neuron;
}

/* A round brush, weaker towards its edge. */
static void dab(NeuronView *view, float x_cell, float y_cell)
{
    Net *net = &shell_change(view->shell)->model.net;
    int neuron = neuron_shown(view).neuron;
    for (int pixel = 0; pixel < NET_INPUTS; pixel++) {
        float x = (float)(pixel % SHEET_SIDE) + 0.5f, y = (float)(pixel / SHEET_SIDE) + 0.5f;
        float share = 1.0f - hypotf(x - x_cell, y - y_cell) / BRUSH_CELL;
        if (share > 0.0f) {
            net->weight[0][pixel * net->stride[0] + neuron] +=
                (view->edit.less ? -DAB : DAB) * share;
        }
    }
}

void neuron_paint_begin(NeuronView *view, float x_cell, float y_cell, bool less)
{
    if (!keep(view, "painted weights")) {
        return;
    }
    view->edit.painting = true;
    view->edit.less = less;
    view->edit.x_cell = x_cell;
    view->edit.y_cell = y_cell;
    dab(view, x_cell, y_cell);
    changed(view);
}

void neuron_paint_to(NeuronView *view, float x_cell, float y_cell)
{
    NeuronEdit *edit = &view->edit;
    /* Undone, or another network or neuron came, while it was painted: the gesture is over. */
    edit->painting = edit->painting && goes_on(view);
    float dx = x_cell - edit->x_cell, dy = y_cell - edit->y_cell;
    int dabs = edit->painting ? (int)(hypotf(dx, dy) / DAB_PITCH_CELL) : 0;
    for (int i = 1; i <= dabs; i++) {
        float share = (float)i / (float)dabs;
        dab(view, edit->x_cell + share * dx, edit->y_cell + share * dy);
    }
    if (dabs > 0) {
        edit->x_cell = x_cell;
        edit->y_cell = y_cell;
        changed(view);
    }
}

void neuron_paint_end(void *self)
{
    NeuronView *view = self;
    view->edit.painting = view->edit.pulling = false;
    view->edit.changes = 0;
}

static float *marked_number(Net *net, const NeuronView *view)
{
    DiagramNeuron at = neuron_shown(view);
    return view->mark == NEURON_BIAS_MARK
               ? &net->bias[at.layer][at.neuron]
               : &net->weight[at.layer][view->mark * net->stride[at.layer] + at.neuron];
}

float neuron_marked(const NeuronView *view)
{
    DiagramNeuron at = neuron_shown(view);
    return view->mark == NEURON_BIAS_MARK
               ? view->lab->model.net.bias[at.layer][at.neuron]
               : look_weight(&view->lab->model.net, at.layer, at.neuron, view->mark);
}

void neuron_step(NeuronView *view, float by)
{
    NeuronEdit *edit = &view->edit;
    bool same = goes_on(view) && edit->mark == view->mark;
    if (!view->marked ||
        (!same && !keep(view, view->mark == NEURON_BIAS_MARK ? "a bias" : "a weight"))) {
        return;
    }
    edit->mark = view->mark;
    *marked_number(&shell_change(view->shell)->model.net, view) += by;
    changed(view);
}

void neuron_zero(NeuronView *view)
{
    Net *net = &shell_change(view->shell)->model.net;
    DiagramNeuron at = neuron_shown(view);
    if (!keep(view, "zeroed weights")) {
        return;
    }
    for (int i = 0; i < net->shape.size[at.layer]; i++) {
        net->weight[at.layer][i * net->stride[at.layer] + at.neuron] = 0.0f;
    }
    weights_changed(shell_change(view->shell));
}
