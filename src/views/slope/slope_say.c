/* What the view Slope says of the ball, its step and the rate. */
#include "views/slope/slope_say.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "ui/name.h"
#include "views/slope/slope_roll.h"

HintNumber slope_say_images(const SlopeView *view)
{
    HintNumber number;
    int images = view->slope.data.images;
    if (images < 1000) {
        snprintf(number.text, sizeof number.text, "%d", images);
    } else {
        snprintf(number.text, sizeof number.text, "%d,%03d", images / 1000, images % 1000);
    }
    return number;
}

double slope_say_value(const SlopeView *view, double place)
{
    return view->chosen >= 0 && view->phase >= SLOPE_CURVE
               ? place + slope_value(&view->slope, &view->choice[view->chosen])
               : place;
}

void slope_say_line(const SlopeView *view, char *text, size_t room)
{
    if (view->phase < SLOPE_CURVE || view->chosen < 0) {
        snprintf(text, room, "the gradient, all weights at once");
        return;
    }
    const NetShape *shape = &view->slope.origin.shape;
    const Component *it = &view->choice[view->chosen];
    Name to = name_neuron(shape, it->layer, it->to);
    if (it->from == COMPONENT_BIAS) {
        snprintf(text, room, "the bias of %s", to.text);
    } else {
        Name from =
            it->layer > 0 ? name_neuron(shape, it->layer - 1, it->from) : name_pixel(it->from);
        snprintf(text, room, "the weight from %s to %s", from.text, to.text);
    }
}

const char *slope_say_when(const SlopeView *view)
{
    return view->net_version == view->lab->net_version ? "as it is" : "as it was";
}

static const char *side(double move)
{
    return move < 0.0 ? "left" : "right";
}

static void say_step(const SlopeView *view, char said[SLOPE_SENTENCE])
{
    double slope = view->ball[BALL_ALL].slope, move = -view->rate * slope;
    double cost = view->ball[BALL_ALL].cost[view->steps];
    char begin[80] = "";
    if (view->steps > 0) {
        snprintf(begin, sizeof begin, "After %d step%s: cost %s. ", view->steps,
                 view->steps > 1 ? "s" : "", hint_fixed(cost, 4).text);
    } else {
        snprintf(begin, sizeof begin, "Cost %s. ", hint_fixed(cost, 4).text);
    }
    snprintf(said, SLOPE_SENTENCE, "%sThe slope is %s: a step at rate %s goes %s to the %s.", begin,
             hint_short(slope).text, hint_short(view->rate).text, hint_short(fabs(move)).text,
             side(move));
}

static void say_minibatch(const SlopeView *view, char said[SLOPE_SENTENCE])
{
    const SlopeBall *all = &view->ball[BALL_ALL], *some = &view->ball[BALL_MINIBATCH];
    HintNumber here = hint_short(some->slope), whole = hint_short(all->slope);
    HintNumber apart = hint_short(fabs(some->at - all->at));
    if (view->steps == 0 && strcmp(here.text, whole.text) == 0) {
        snprintf(said, SLOPE_SENTENCE, "%d random images and all %s say %s here: just the same.",
                 view->minibatch_images, slope_say_images(view).text, here.text);
    } else if (view->steps == 0) {
        snprintf(said, SLOPE_SENTENCE,
                 "%d random images say %s here, all %s say %s: so their ball stumbles.",
                 view->minibatch_images, here.text, slope_say_images(view).text, whole.text);
    } else if (strcmp(apart.text, "0") == 0) {
        snprintf(said, SLOPE_SENTENCE,
                 "The ball of the minibatches, each of %d other images, is just where it is.",
                 view->minibatch_images);
    } else {
        snprintf(said, SLOPE_SENTENCE,
                 "The ball of the minibatches, each of %d other images, is %s %s of it.",
                 view->minibatch_images, apart.text, side(some->at - all->at));
    }
}

/* By what the rates did on the curve. */
static void say_rate(const SlopeView *view, char said[SLOPE_SENTENCE])
{
    const SlopeRates *rates = &view->rates;
    double by_right = view->rate / rates->rate[RATE_RIGHT];
    if (slope_roll_is_lost(view)) {
        snprintf(said, SLOPE_SENTENCE,
                 "The step went far beyond the picture: the rate is too large.");
    } else if (!rates->climbs && view->which == RATE_LARGE) {
        snprintf(said, SLOPE_SENTENCE,
                 "Along this line there is no other side to climb: the ball is thrown far out.");
    } else if (view->rate >= rates->rate[RATE_LARGE]) {
        snprintf(said, SLOPE_SENTENCE,
                 "Too large: a step leads across the valley, and higher up on its other side.");
    } else if (by_right > 1.0001) {
        snprintf(said, SLOPE_SENTENCE,
                 "Large: a step may overshoot the bottom, and the next one comes back.");
    } else if (by_right < 0.2) {
        snprintf(said, SLOPE_SENTENCE,
                 "Small: never beyond the bottom, but it takes many steps to get there.");
    } else {
        snprintf(said, SLOPE_SENTENCE, "Right: soon at the bottom, and never beyond it.");
    }
}

void slope_say(const SlopeView *view, char said[SLOPE_SAYS][SLOPE_SENTENCE])
{
    said[0][0] = said[1][0] = said[2][0] = '\0';
    if (view->phase == SLOPE_NOTHING) {
        snprintf(said[0], SLOPE_SENTENCE, "%s",
                 view->failed        ? "There is not enough memory for this network."
                 : view->lab->loader ? "The training images are being loaded."
                                     : "There are no training images. File > Get MNIST gets some.");
    } else if (view->phase <= SLOPE_CURVE) {
        snprintf(said[0], SLOPE_SENTENCE, "Measuring the cost of %s images along the line ...",
                 slope_say_images(view).text);
    } else {
        say_step(view, said[SLOPE_SAY_STEP]);
        say_minibatch(view, said[SLOPE_SAY_MINIBATCH]);
        say_rate(view, said[SLOPE_SAY_RATE]);
    }
}
