/* What a neuron does, in words. */
#include "views/neuron/neuron_say.h"

#include <math.h>
#include <stdio.h>

#include "ui/hint.h"

enum { REGIONS = 9, PART_MAX = 160 };

/* The nine parts of a picture, row by row. */
static const char *const REGION[REGIONS] = {
    "at the upper left", "at the top",    "at the upper right",
    "at the left",       "in the middle", "at the right",
    "at the lower left", "at the bottom", "at the lower right",
};

/* An activation from which on it fires, and below that it is quiet; in between it hesitates. */
static const double FIRES = 0.73, QUIET = 0.27;

/* The sums of the weights in the parts of the picture: the largest and the smallest. */
static void regions_of(const float weight[NET_INPUTS], int *most, int *least)
{
    double sum[REGIONS] = {0.0};
    *most = *least = 0;
    for (int i = 0; i < NET_INPUTS; i++) {
        int column = i % SHEET_SIDE * 3 / SHEET_SIDE, row = i / SHEET_SIDE * 3 / SHEET_SIDE;
        sum[3 * row + column] += (double)weight[i];
    }
    for (int i = 1; i < REGIONS; i++) {
        *most = sum[i] > sum[*most] ? i : *most;
        *least = sum[i] < sum[*least] ? i : *least;
    }
}

/* Which pixels it likes. */
static void say_pixels(const NeuronView *view, char *text, size_t room)
{
    int most, least;
    const NeuronSeen *seen = &view->seen;
    regions_of(seen->picture[0], &most, &least);
    if (seen->full[0] <= 0.0f) {
        snprintf(text, room, "It likes and dislikes nothing: all its weights are 0.");
    } else {
        snprintf(text, room, "It likes ink most %s and dislikes it most %s.", REGION[most],
                 REGION[least]);
    }
}

/* Which neurons speak for it now, and which against it: those that bring most. */
static void say_neurons(const NeuronView *view, char *text, size_t room)
{
    const LookSum *sum = &view->seen.sum;
    int best = -1, worst = -1;
    for (int i = sum->terms - 1; i >= 0; i--) { /* the largest come first */
        *(sum->term[i].product > 0.0f ? &best : &worst) = sum->term[i].from;
    }
    if (best >= 0 && worst >= 0) {
        snprintf(text, room, "Neuron %d before it speaks for it most, neuron %d against it.", best,
                 worst);
    } else if (best >= 0 || worst >= 0) {
        snprintf(text, room, "Neuron %d before it speaks %s it most.", SDL_max(best, worst),
                 best >= 0 ? "for" : "against");
    } else {
        snprintf(text, room, "No neuron before it says anything.");
    }
}

/* What comes of z. */
static const char *outcome(double activation)
{
    return activation >= FIRES  ? "it fires"
           : activation > 0.5   ? "it fires a little"
           : activation > QUIET ? "it is nearly quiet"
                                : "it is quiet";
}

/* What outweighs what, and what comes of it. */
static void say_sum(const NeuronView *view, char *text, size_t room)
{
    const LookSum *sum = &view->seen.sum;
    bool pixels = neuron_shown(view).layer == 0;
    double all = sum->positive + sum->negative;
    const char *blue = pixels ? "The ink on blue" : "Blue",
               *orange = pixels ? "the ink on orange" : "orange";
    const char *with = all * sum->z >= 0.0 ? ""
                       : sum->z > 0.0      ? ", but its bias makes up for that"
                                           : ", but by less than its bias asks for";
    bool empty = pixels && !view->lab->has_ink;
    if (empty || (sum->terms == 0 && sum->others == 0)) {
        snprintf(text, room, "%s, so its bias alone decides: %s.",
                 empty ? "The sheet is empty (Esc leads to it)" : "Nothing reaches it",
                 outcome(sum->activation));
    } else if (all >= 0.0) {
        snprintf(text, room, "%s outweighs %s%s: %s.", blue, orange, with,
                 outcome(sum->activation));
    } else {
        snprintf(text, room, "%s does not outweigh %s%s: %s.", blue, orange, with,
                 outcome(sum->activation));
    }
}

void neuron_say(const NeuronView *view, char text[NEURON_SAY_MAX])
{
    char likes[PART_MAX], sum[PART_MAX];
    if (neuron_shown(view).layer == 0) {
        say_pixels(view, likes, sizeof likes);
    } else {
        say_neurons(view, likes, sizeof likes);
    }
    say_sum(view, sum, sizeof sum);
    snprintf(text, NEURON_SAY_MAX, "%.*s %s", PART_MAX, likes, sum);
}

void neuron_say_bias(const NeuronView *view, char text[NEURON_SAY_MAX])
{
    double bias = view->seen.sum.bias;
    bool pixels = neuron_shown(view).layer == 0;
    if (bias <= -0.05) {
        snprintf(text, NEURON_SAY_MAX, "It needs more than %s from %s to fire.",
                 hint_fixed(-bias, 1).text, pixels ? "the ink" : "them");
    } else if (bias >= 0.05) {
        snprintf(text, NEURON_SAY_MAX, "It fires by itself, unless %s %s away.",
                 pixels ? "the ink takes" : "they take", hint_fixed(bias, 1).text);
    } else {
        snprintf(text, NEURON_SAY_MAX, "It fires as soon as blue outweighs orange.");
    }
}
