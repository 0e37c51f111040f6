/* The sentence under the picture of the view Backprop. */
#include "views/backprop/backprop_say.h"

#include <math.h>
#include <stdio.h>

#include "shell/selected.h"
#include "ui/diagram_wishes.h"

/* Of a gradient's strength. */
static const float LITTLE = 0.25f;

/* Of the cost: below this no output is off by more than 0.1 or so; so little of it is next to none.
 */
static const double RIGHT = 0.02, FLAT = 0.01;

DiagramMove backprop_move(const BackpropView *view)
{
    int layers = view->lab->model.net.shape.layers;
    return diagram_move(layers, view->picture.move % diagram_moves(layers));
}

/* Whether a step hardly changes the cost. */
static bool is_flat(const BackpropView *view)
{
    double cost = view->nudge.cost,
           ahead = net_cost(view->picture.ahead, view->nudge.label, view->cost);
    return fabs(ahead - cost) < FLAT * cost;
}

/* A sentence, and the same in short. */
typedef struct BackpropSaid {
    const char *whole, *in_short;
} BackpropSaid;

static const BackpropSaid
    NO_INK = {"Draw a digit. Here you see what it asks of every weight, bias and "
              "activation to become the digit that you pick above.",
              "Draw a digit, and pick above what it should be."},
    GRADIENT = {"The gradient: how the cost rises with each weight and bias. A step "
                "goes the other way.",
                "How the cost rises with each. A step goes the other way."},
    NEARLY_RIGHT = {"All outputs are nearly right: there is little to ask. Pick "
                    "another digit to see what it would take.",
                    "All are nearly right: pick another digit."},
    WRONG_AND_SURE = {"The outputs are wrong and sure: there the sigmoid is flat, and "
                      "a step moves little. A higher rate or cross-entropy (Numbers) "
                      "helps.",
                      "Wrong and sure: a step moves little. Raise the rate."},
    LOGARITHMS = {"One output should be 1, all others 0. The area is -ln of how right "
                  "one is; their sum is the cost.",
                  "Areas: -ln of how right each is. Their sum is the cost."};

static const BackpropSaid MOVE[] = {
    [DIAGRAM_EVERY_WAY] = {"Arrows: what each neuron should do. Edges: what each weight should do, "
                           "blue up, orange down.",
                           "What each should do: blue up, orange down."},
    [DIAGRAM_OUTPUTS] = {"One output should be 1, all others 0. A square is how far one is off, "
                         "squared; their sum is the cost.",
                         "Squares: how far each is off. Their sum is the cost."},
    [DIAGRAM_BIASES] = {"first way: the bias, which should go where its neuron should, blue up, "
                        "orange down.",
                        "first way: the bias, where its neuron should go."},
    [DIAGRAM_WEIGHTS] = {"second way: the weights, in proportion to the activations before. Fire "
                         "together, wire together.",
                         "second way: weights, by activations before."},
    [DIAGRAM_ACTIVATIONS] = {"third way: the activations before, by their weights. Added up: what "
                             "that layer should do.",
                             "third way: activations before, by weights."},
};

static const BackpropSaid *said_of_move(const BackpropView *view, DiagramMove move)
{
    bool right = view->picture.asked.strength < LITTLE || view->nudge.cost < RIGHT;
    if (move.way == DIAGRAM_EVERY_WAY && right) {
        return &NEARLY_RIGHT;
    }
    if (move.way == DIAGRAM_EVERY_WAY && is_flat(view)) {
        return &WRONG_AND_SURE;
    }
    bool logarithms = move.way == DIAGRAM_OUTPUTS && view->cost == NET_COST_CROSS_ENTROPY;
    return logarithms ? &LOGARITHMS : &MOVE[move.way];
}

/* Whose move it is: "Outputs, ", "Layer 2, "; nobody's where it is of all. */
static void print_layer(const BackpropView *view, DiagramMove move, char text[24])
{
    bool all = move.way == DIAGRAM_EVERY_WAY || move.way == DIAGRAM_OUTPUTS;
    text[0] = 0;
    if (!all && move.layer == view->lab->model.net.shape.layers - 1) {
        snprintf(text, 24, "Outputs, ");
    } else if (!all) {
        snprintf(text, 24, "Layer %d, ", move.layer + 1);
    }
}

void backprop_caption(const BackpropView *view, bool in_short, char text[BACKPROP_CAPTION_MAX])
{
    DiagramMove move = backprop_move(view);
    DiagramNeuron one = selected_neuron(view->shell);
    const BackpropSaid *said = !view->ready                      ? &NO_INK
                               : view->page == BACKPROP_GRADIENT ? &GRADIENT
                                                                 : said_of_move(view, move);
    char layer[24] = "";
    if (view->ready && view->page == BACKPROP_PICTURE && one.neuron >= 0) {
        snprintf(text, BACKPROP_CAPTION_MAX,
                 in_short ? "%s alone. Esc shows all."
                          : "What the gradient asks of %s alone. Esc shows all of them again.",
                 name_neuron(&view->lab->model.net.shape, one.layer, one.neuron).text);
        return;
    }
    if (view->ready && view->page == BACKPROP_PICTURE) {
        print_layer(view, move, layer);
    }
    snprintf(text, BACKPROP_CAPTION_MAX, "%s%s", layer, in_short ? said->in_short : said->whole);
}
