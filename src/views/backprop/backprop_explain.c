/* What the numbers of the view Backprop are: their formulas with the numbers put in. */
#include "views/backprop/backprop_explain.h"

#include <math.h>

#include "lab/image_name.h"
#include "ui/wish.h"
#include "views/backprop/backprop_list.h"
#include "views/backprop/backprop_look.h"

static const double CHECK_H = 1e-6;
static const double COST_HELD = 100.0; /* net_cost() holds a term there */

enum { TERMS = 3 };

static int layer_of(const BackpropView *view)
{
    return SDL_min(backprop_layer(view), view->nudge.grad.shape.layers - 1);
}

static void explain_cost(const Nudge *nudge, Hint *hint)
{
    const float *a = nudge->acts.activation[nudge->grad.shape.layers - 1];
    bool squared = nudge->kind == NET_COST_SQUARED;
    bool held = false;
    hint_title(hint, "Cost of this drawing, were it a %d", nudge->label);
    hint_say(hint, "%s\n",
             squared ? "C = sum of (a - y)²" : "C = -sum of y ln a + (1 - y) ln(1 - a)");
    for (int i = 0; i < NET_OUTPUTS; i++) {
        double term = net_cost_term(a[i], i == nudge->label, nudge->kind);
        held |= !squared && term >= COST_HELD;
        hint_say(hint, "%s%s", i ? " + " : "= ", hint_short(term).text);
    }
    hint_say(hint, "\n= %s%s", hint_short(nudge->cost).text,
             held ? "\nA term is held at 100 where its logarithm has no bound." : "");
    hint_unit(hint, "0 is best; y is 1 for the digit that it should be");
}

/* How the cost changes with the activation of an output. */
static void add_output_slope(const Nudge *nudge, int digit, double a, Hint *hint)
{
    bool squared = nudge->kind == NET_COST_SQUARED, wanted = digit == nudge->label;
    double right = wanted ? a : 1 - a;
    if (squared) {
        hint_say(hint, "\ndC/da = 2 (a - y) = 2 · %s = %s", hint_short(a - wanted).text,
                 hint_short(2 * (a - wanted)).text);
    } else if (right > 1e-30) {
        hint_say(hint, "\ndC/da = %s = %s / %s = %s", wanted ? "-1 / a" : "1 / (1 - a)",
                 wanted ? "-1" : "1", hint_short(right).text,
                 hint_short((wanted ? -1 : 1) / right).text);
    } else {
        hint_say(hint, "\ndC/da = %s has no bound, as %s is 0", wanted ? "-1 / a" : "1 / (1 - a)",
                 wanted ? "a" : "1 - a");
    }
}

/* How delta comes about, as net_backward() has it: with cross-entropy a (1 - a) falls out of that
 * of an output. */
static void add_delta(const Nudge *nudge, int layer, int neuron, Hint *hint)
{
    float a = nudge->acts.activation[layer][neuron];
    bool output = layer == nudge->grad.shape.layers - 1;
    double delta = (double)nudge->acts.delta[layer][neuron];
    if (output && nudge->kind == NET_COST_CROSS_ENTROPY) {
        hint_say(hint, "delta = dC/dz = a - y = %s - %d = %s", hint_activation((double)a).text,
                 neuron == nudge->label, hint_short(delta).text);
    } else {
        hint_say(hint, "delta = dC/dz = dC/da · a · (1 - a)\n= %s · %s · %s = %s",
                 hint_short((double)nudge->by_a[layer][neuron]).text, hint_short((double)a).text,
                 hint_short((double)(1 - a)).text, hint_short(delta).text);
    }
}

static void explain_output(const Nudge *nudge, int digit, Hint *hint)
{
    int last = nudge->grad.shape.layers - 1, y = digit == nudge->label;
    double a = (double)nudge->acts.activation[last][digit];
    hint_title(hint, "What output %d should do", digit);
    hint_say(hint, "nudge wanted: y - a = %d - %s = %s", y, hint_activation(a).text,
             hint_short(y - a).text);
    add_output_slope(nudge, digit, a, hint);
    hint_say(hint, "\n");
    add_delta(nudge, last, digit, hint);
    hint_unit(hint, "dC/da: cost per activation; it goes against its sign");
}

static void explain_delta(const BackpropView *view, int layer, int neuron, Hint *hint)
{
    const Nudge *nudge = &view->nudge;
    hint_title(hint, "delta of %s", name_neuron(&nudge->grad.shape, layer, neuron).text);
    add_delta(nudge, layer, neuron, hint);
    hint_unit(hint, "cost per weighted sum z; z should go against its sign");
}

/* The end of a hint about a weight or bias: what a step does to it, and whether the cost agrees. */
static void add_step_and_check(const Net *net, const Nudge *nudge, const Uint8 *level, size_t entry,
                               float step_rate, Hint *hint)
{
    double w = (double)net->block[entry], by_w = (double)nudge->grad.block[entry];
    double rate = (double)step_rate;
    NetInputRoom room;
    NetInput input = net_input(level, &room);
    double slope =
        nudge_slope(net, &input, &nudge->acts, nudge->label, nudge->kind, entry, CHECK_H);
    bool none = fabs(slope) < CHECK_H; /* what it tells from 0 is no smaller */
    hint_say(
        hint, "\na step: %s - %.3g · %s = %s\ncheck: (C(w + h) - C(w - h)) / 2h %s %s (h is 1e-6)",
        hint_number(w, 4).text, rate, hint_short(by_w).text, hint_number(w - rate * by_w, 4).text,
        none ? "is nearer to 0 than" : "=", none ? "1e-6" : hint_short(slope).text);
    hint_unit(hint, "cost per unit of it; a step goes against its sign");
}

static void explain_weight(const BackpropView *view, int layer, int from, int to, Hint *hint)
{
    const Nudge *nudge = &view->nudge;
    const Net *grad = &nudge->grad;
    const float *at = &grad->weight[layer][from * grad->stride[layer] + to];
    hint_title(hint, "dC/dw of the weight from %s to %s", backprop_from(layer, from).text,
               name_neuron(&grad->shape, layer, to).text);
    hint_say(hint, "dC/dw = a · delta = %s · %s = %s",
             hint_short((double)backprop_input(nudge, view->lab->input.cell, layer, from)).text,
             hint_short((double)nudge->acts.delta[layer][to]).text, hint_short((double)*at).text);
    add_step_and_check(&view->lab->model.net, nudge, view->lab->input.cell,
                       (size_t)(at - grad->block), view->rate, hint);
}

static void explain_bias(const BackpropView *view, int layer, int neuron, Hint *hint)
{
    const Nudge *nudge = &view->nudge;
    const float *at = &nudge->grad.bias[layer][neuron];
    hint_title(hint, "dC/db of the bias of %s",
               name_neuron(&nudge->grad.shape, layer, neuron).text);
    hint_say(hint, "dC/db = delta = %s", hint_short((double)*at).text);
    add_step_and_check(&view->lab->model.net, nudge, view->lab->input.cell,
                       (size_t)(at - nudge->grad.block), view->rate, hint);
}

/* The wish of an activation of the layer before: its strongest terms, and the sum. */
static void explain_before(const BackpropView *view, int layer, int from, Hint *hint)
{
    const Nudge *nudge = &view->nudge;
    const Net *net = &view->lab->model.net;
    int to = net->shape.size[layer + 1], index[TERMS];
    float term[NET_MAX_WIDTH];
    for (int j = 0; j < to; j++) {
        term[j] = net->weight[layer][from * net->stride[layer] + j] * nudge->acts.delta[layer][j];
    }
    int found = nudge_largest(term, 1, to, index, TERMS);
    hint_say(hint, "dC/da = sum of w · delta over %d neurons\n", to);
    for (int i = 0; i < found; i++) {
        int j = index[i];
        hint_say(hint, "%s%s · %s", i ? " + " : "= ",
                 hint_short((double)net->weight[layer][from * net->stride[layer] + j]).text,
                 hint_short((double)nudge->acts.delta[layer][j]).text);
    }
    hint_say(hint, "%s = %s", to > found ? " + …" : "",
             hint_short((double)nudge->by_a[layer - 1][from]).text);
    hint_title(hint, "What %s should do", name_neuron(&net->shape, layer - 1, from).text);
    hint_unit(hint, "cost per activation; it should go against its sign");
}

static void explain_rate(const BackpropView *view, Hint *hint)
{
    hint_title(hint, "Learning rate of a step");
    hint_say(hint, "w becomes w - rate · dC/dw\nrate = %.3g", (double)view->rate);
    hint_unit(hint, "0.001 to 10; of all weights and biases at once");
}

/* What one image wants of one weight or bias, or what they want on average. */
static void explain_cell(const BackpropView *view, SDL_Point at, Hint *hint)
{
    const BackpropBatch *batch = &view->batch;
    int row, column;
    if (!minibatch_cell_at(&view->places, at, &row, &column) || row >= batch->rows) {
        return;
    }
    const MinibatchRow *w = &batch->row[row];
    Name to = name_neuron(&batch->net.shape, w->layer, w->to);
    if (w->from < 0) {
        hint_title(hint, "Wish for the bias of %s", to.text);
    } else {
        hint_title(hint, "Wish for the weight from %s to %s", backprop_from(w->layer, w->from).text,
                   to.text);
    }
    if (column >= 0 && column < BACKPROP_IMAGES) {
        hint_say(hint, "image %d: -%s = %s", column + 1, w->from < 0 ? "dC/db" : "dC/dw",
                 hint_short(-(double)w->by_w[column]).text);
        add_step_and_check(&batch->net, &batch->nudge[column], batch->level + column * NET_INPUTS,
                           w->entry, view->rate, hint);
        hint_unit(hint, "as if a step were made for this image alone");
        return;
    }
    hint_say(hint, "average of the wishes = (");
    for (int n = 0; n < BACKPROP_IMAGES; n++) {
        hint_say(hint, "%s%s", n ? " + " : "", hint_short(-(double)w->by_w[n]).text);
    }
    hint_say(hint, ") / %d = %s", BACKPROP_IMAGES, hint_short(-(double)w->mean).text);
    hint_unit(hint, "minus the gradient of the minibatch");
}

static void explain_image(const BackpropView *view, int i, Hint *hint)
{
    const BackpropBatch *batch = &view->batch;
    bool mean = i == BACKPROP_IMAGES;
    char name[IMAGE_NAME_MAX] = "Average cost of the minibatch";
    if (!mean && batch->mine && i == 0) {
        snprintf(name, sizeof name, "Your drawing");
    } else if (!mean) {
        image_title(IMAGES_TRAIN, batch->image[i], name);
    }
    hint_title(hint, "%s", name);
    if (!mean && batch->label[i] == NET_NO_DIGIT) {
        hint_title(hint, "%s: it shows no digit", name);
    } else if (!mean) {
        hint_title(hint, "%s: %d", name, batch->label[i]);
    }
    hint_say(hint, "C = %s%s = %s", mean ? "mean over the images of " : "",
             batch->kind == NET_COST_SQUARED ? "sum of (a - y)²"
                                             : "-sum of y ln a + (1 - y) ln(1 - a)",
             hint_short(mean ? batch->mean_cost : batch->cost[i]).text);
    hint_unit(hint, "cost; 0 is best");
}

/* What a neuron of the picture should do. */
static void explain_asked(const BackpropView *view, int layer, int neuron, Hint *hint)
{
    if (layer == view->nudge.grad.shape.layers - 1) {
        explain_output(&view->nudge, neuron, hint);
    } else {
        explain_before(view, layer + 1, neuron, hint);
    }
}

static void explain_component(const BackpropView *view, int row, Hint *hint)
{
    const Component *it = backprop_list_at(view, row);
    if (it && it->from == COMPONENT_BIAS) {
        explain_bias(view, it->layer, it->to, hint);
    } else if (it) {
        explain_weight(view, it->layer, it->from, it->to, hint);
    }
}

/* The numbers of a drawing. */
static void explain_drawing(const BackpropView *view, int about, SDL_Point at, Hint *hint)
{
    const BackpropPlaces *places = &view->places;
    const NetShape *shape = &view->nudge.grad.shape;
    int layer = layer_of(view);
    if (about >= ABOUT_COMPONENT && about < ABOUT_ASKED) {
        explain_component(view, about - ABOUT_COMPONENT, hint);
    } else if (about >= ABOUT_ASKED) {
        explain_asked(view, (about - ABOUT_ASKED) / NET_MAX_WIDTH,
                      (about - ABOUT_ASKED) % NET_MAX_WIDTH, hint);
    } else if (about >= ABOUT_WEIGHT && about < ABOUT_WEIGHT + view->rows) {
        explain_weight(view, layer, view->from[about - ABOUT_WEIGHT], backprop_neuron(view), hint);
    } else if (about >= ABOUT_OUTPUT && about < ABOUT_OUTPUT + NET_OUTPUTS) {
        explain_output(&view->nudge, about - ABOUT_OUTPUT, hint);
    } else if (about == ABOUT_COST) {
        explain_cost(&view->nudge, hint);
    } else if (about == ABOUT_DELTAS) {
        explain_delta(view, layer, wish_bar_at(places->deltas, shape->size[layer + 1], at.x), hint);
    } else if (about == ABOUT_NEURON) {
        explain_delta(view, layer, backprop_neuron(view), hint);
    } else if (about == ABOUT_BIAS) {
        explain_bias(view, layer, backprop_neuron(view), hint);
    } else if (about == ABOUT_BEFORE && layer > 0) {
        explain_before(view, layer, wish_bar_at(places->before, shape->size[layer], at.x), hint);
    } else if (about == ABOUT_PICTURE && layer == 0) {
        explain_weight(view, 0, wish_cell_at(places->picture, at), backprop_neuron(view), hint);
    }
}

void backprop_explain(const void *self, int about, SDL_Point at, Hint *hint)
{
    const BackpropView *view = self;
    if (about == ABOUT_RATE) {
        explain_rate(view, hint);
    } else if (backprop_on_drawing(view) && view->ready) {
        explain_drawing(view, about, at, hint);
    } else if (view->page == BACKPROP_MINIBATCH && view->batch.ready) {
        if (about == ABOUT_CELLS) {
            explain_cell(view, at, hint);
        } else if (about >= ABOUT_IMAGE && about <= ABOUT_IMAGE + BACKPROP_IMAGES) {
            explain_image(view, about - ABOUT_IMAGE, hint);
        }
    }
}
