/* The guided walk: what it says, where it points, and how it knows that something was done. */
#include "app/tour_steps.h"

#include <stdio.h>
#include <string.h>

#include "app/actions.h"
#include "app/explain.h"
#include "app/weights.h"

/* "Ten steps" of training. */
enum { MINIBATCHES = 10 };

TourBase tour_base(const App *app)
{
    TourBase base = {
        .points = app->drawing.points,
        .preparation = (int)app->preparation,
        .digit = app->chart.awake ? app->chart.answer.digit : -1,
        .run = app->run,
        .epoch = app->curves.last.epoch,
        .images = app->stats.images,
        .rate = app->recipe.rate,
        .layer = app->neuron_view.layer,
        .neuron = app->neuron_view.neuron,
        .kept = weights_kept(app),
        .most_kept = weights_kept(app),
        .exhibited = app->exhibit.shown,
        .pointer_x_px = app->pointer_x_px,
        .pointer_y_px = app->pointer_y_px,
    };
    snprintf(base.exhibit, sizeof base.exhibit, "%s", app->exhibit.name);
    return base;
}

static bool has_drawn(const App *app, const TourBase *base)
{
    return app->chart.awake && !app->exhibit.shown && !app->drawing.pen_down &&
           app->drawing.points != base->points;
}

static bool has_prepared_otherwise(const App *app, const TourBase *base)
{
    return (int)app->preparation != base->preparation;
}

/* A number of the view is explained, and the pointer did not just happen to rest on it. */
static bool has_asked(const App *app, ViewId view, const TourBase *base)
{
    const Spot *spot = explain_spot(app);
    bool moved = app->pointer_x_px != base->pointer_x_px ||
                 app->pointer_y_px != base->pointer_y_px || app->focus == ACTION_EXPLAIN;
    return app->view == view && spot && spot->view == view && moved;
}

static bool has_asked_network(const App *app, const TourBase *base)
{
    return has_asked(app, VIEW_NETWORK, base);
}

static bool has_another_neuron(const App *app, const TourBase *base)
{
    return app->neuron_view.layer != base->layer || app->neuron_view.neuron != base->neuron;
}

static bool has_asked_backprop(const App *app, const TourBase *base)
{
    return has_asked(app, VIEW_BACKPROP, base);
}

static bool has_another_answer(const App *app, const TourBase *base)
{
    return app->chart.awake && app->chart.answer.digit != base->digit;
}

static bool has_changed_weights(const App *app, const TourBase *base)
{
    return weights_kept(app) > base->kept;
}

static bool has_undone_weights(const App *app, const TourBase *base)
{
    return weights_kept(app) < base->most_kept;
}

static bool is_random(const App *app, const TourBase *base)
{
    (void)base;
    return app->model.fresh;
}

/* In the run that was under way then, or a newer one. */
static bool has_trained(const App *app, const TourBase *base)
{
    int64_t before = app->run == base->run ? base->images : 0;
    return app->run > 0 &&
           app->stats.images - before >= (int64_t)MINIBATCHES * app->config.minibatch;
}

static bool has_ended_epoch(const App *app, const TourBase *base)
{
    int before = app->run == base->run ? base->epoch : 0;
    return app->curves.count > 1 && app->curves.last.epoch > before;
}

static bool has_another_rate(const App *app, const TourBase *base)
{
    return app->recipe.rate != base->rate;
}

static bool has_exhibited(const App *app, const TourBase *base)
{
    return app->exhibit.shown &&
           (!base->exhibited || strcmp(app->exhibit.name, base->exhibit) != 0);
}

const TourStep TOUR_STEP[] = {
    {"A picture is 784 numbers",
     "The sheet has 28 rows of 28 cells, and each cell is a number: 0 without ink, 1 where the "
     "ink is full. These 784 numbers are all that the network is told about your drawing.",
     "Draw a digit on the sheet.", VIEW_NETWORK, TOUR_AT_SHEET, ACTION_NONE, has_drawn},
    {"What the network sees",
     "Before the network looks, the drawing is brought to one size and to the middle, as the "
     "pictures were that it has learned from. A small digit in a corner is quite other numbers, "
     "and nothing tells the network that it is the same digit.",
     "Switch Fit and centre off, and on again (key F).", VIEW_NETWORK, TOUR_AT_INPUT, ACTION_NONE,
     has_prepared_otherwise},
    {"Neurons hold numbers",
     "A neuron is a thing that holds one number from 0 to 1, its activation. Each layer is "
     "computed from the layer left of it, until ten numbers are left: one for each digit.",
     "Point at a neuron or at a bar's neighbour in the last column to read how its number came "
     "about. By keyboard: X, then the arrows.",
     VIEW_NETWORK, TOUR_AT_VIEW, ACTION_NONE, has_asked_network},
    {"The strongest output wins",
     "The ten outputs do not share out 100 %: several can be high at once, or none at all. The "
     "strongest one is the answer, and a close second means doubt.",
     "Change your drawing until another digit wins.", VIEW_NETWORK, TOUR_AT_BARS, ACTION_NONE,
     has_another_answer},
    {"What one neuron looks for",
     "Every connection into a neuron has a weight. Blue weights count ink as a reason for the "
     "neuron to light up, orange ones as a reason against. A neuron of the first layer has 784 of "
     "them, so they can be shown as a picture.",
     "Look at another neuron: choose one in the view, or double-click one in Network.", VIEW_NEURON,
     TOUR_AT_VIEW, ACTION_NONE, has_another_neuron},
    {"Weighted sum, bias, sigmoid",
     "The neuron adds up weight times activation of all that comes in, and adds its bias: how "
     "eager it is by itself. The sigmoid squeezes the sum into 0 to 1. There is nothing else in "
     "the network: it is this sum, again and again.",
     "Change a weight or the bias by hand and watch the answer. Ctrl+U takes it back.", VIEW_NEURON,
     TOUR_AT_VIEW, ACTION_NONE, has_changed_weights},

    {"It begins with noise",
     "Weights and biases are knobs: 13,002 of them in the small network. Nobody sets them by hand. "
     "They start at random, and so the answers start as nonsense.",
     "Press Reset, and see what it makes of your drawing. (Network > Previous network brings the "
     "old one back.)",
     VIEW_NETWORK, TOUR_AT_WIDGET, ACTION_RESET, is_random},
    {"Ten small steps",
     "The cost says how wrong the outputs are, on average over many images: 0 is perfect. One step "
     "looks at a minibatch of images and turns every knob a little, in the direction in which "
     "the cost falls fastest: downhill.",
     "Press Step ten times (Ctrl+Shift+T).", VIEW_NETWORK, TOUR_AT_WIDGET, ACTION_STEP,
     has_trained},
    {"Downhill, thousands of times",
     "An epoch is over when every training image has been used once. The dashed curve is measured "
     "on images that are never trained on: it tells learning from remembering.",
     "Press Train (Ctrl+T) and let at least one epoch go by.", VIEW_LEARNING, TOUR_AT_WIDGET,
     ACTION_TRAIN, has_ended_epoch},
    {"How long a step is",
     "The learning rate is the length of each step. Short steps take for ever. Long ones jump from "
     "one side of the valley to the other, and may even climb.",
     "Choose another learning rate, then train again and compare.", VIEW_LEARNING, TOUR_AT_VIEW,
     ACTION_NONE, has_another_rate},
    {"Images it has never seen",
     "Even a good network is wrong about some digits. Look at the ones it gets wrong: a few would "
     "make you hesitate, others would not.",
     "Put one of the images on the sheet.", VIEW_DATA, TOUR_AT_VIEW, ACTION_NONE, has_exhibited},

    {"What should it have been?",
     "Learning from one image begins with the truth. For the right digit the output should be 1, "
     "for the nine others 0, and the cost adds up how far off they are.",
     "Draw a digit for this chapter.", VIEW_BACKPROP, TOUR_AT_SHEET, ACTION_NONE, has_drawn},
    {"Ten wishes",
     "Each output has a wish: the right one wants up, the others want down, and the further off "
     "one is, the stronger its wish. Outputs that are nearly right hardly care.",
     "Pick the digit it should be, then point at the wish of an output.", VIEW_BACKPROP,
     TOUR_AT_VIEW, ACTION_NONE, has_asked_backprop},
    {"One step for this image",
     "All wishes together say for every weight and bias which way to go, and how much it matters: "
     "that is the gradient. A step goes a little way against it.",
     "Apply one step, and compare cost and bars before and after.", VIEW_BACKPROP, TOUR_AT_VIEW,
     ACTION_NONE, has_changed_weights},
    {"One image is selfish",
     "If only this image had its way, the network would soon call everything that digit. It has "
     "got a little better at your drawing, and perhaps a little worse at all others.",
     "Apply a few more steps, then take one back (Ctrl+U).", VIEW_BACKPROP, TOUR_AT_VIEW,
     ACTION_NONE, has_undone_weights},
    {"All together",
     "So the wishes of many images are averaged, minibatch by minibatch, and what they have in "
     "common remains. That is all that training is: what you did by hand, thousands of times.",
     "Press Step ten times, or Train.", VIEW_BACKPROP, TOUR_AT_WIDGET, ACTION_STEP, has_trained},
};

static const int STEPS = sizeof TOUR_STEP / sizeof TOUR_STEP[0];

const TourChapter TOUR_CHAPTER[TOUR_CHAPTERS] = {
    {"What a network is", "“But what is a neural network?”", 0, 6},
    {"Gradient descent", "“Gradient descent, how neural networks learn”", 6, 5},
    {"Backpropagation", "“Backpropagation, intuitively”, “Backpropagation calculus”", 11, 5},
};

int tour_steps(void)
{
    return STEPS;
}

int tour_chapter(int step)
{
    int chapter = 0;
    while (chapter < TOUR_CHAPTERS - 1 && step >= TOUR_CHAPTER[chapter + 1].first) {
        chapter++;
    }
    return chapter;
}
