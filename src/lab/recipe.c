/* The recipe of the next run as knobs that turn from stop to stop. */
#include "lab/recipe.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "lab/models.h"
#include "lab/session_facts.h"
#include "lab/supply.h"

enum { RATE_STOPS = 51, SEED_STOPS = 50 };

/* Ten steps to each power of ten, from a thousandth on. */
static const double RATE_LEAD[] = {1, 1.3, 1.6, 2, 2.5, 3.2, 4, 5, 6.3, 8};
static const double LEAST_RATE = 1e-3;

static const int MINIBATCH[] = {1, 2, 4, 8, 10, 16, 32, 64, 100, 128, 256, 512, 1000};
static const int EPOCHS[] = {1, 2, 3, 5, 10, 20, 30, 50, 60, 120, 200, 300, 500, 1000};
static const double DECAY[] = {0,    1e-6, 2e-6, 5e-6, 1e-5, 2e-5, 5e-5,
                               1e-4, 2e-4, 5e-4, 1e-3, 2e-3, 5e-3, 1e-2};
static const int WIDTH[] = {1, 2, 4, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512};

enum { WIDTHS = sizeof WIDTH / sizeof WIDTH[0] };

static const struct {
    const char *name;
    int stops;
} KNOB[KNOBS] = {
    [KNOB_RATE] = {"Learning rate", RATE_STOPS},
    [KNOB_MINIBATCH] = {"Minibatch", sizeof MINIBATCH / sizeof MINIBATCH[0]},
    [KNOB_DECAY] = {"Weight decay", sizeof DECAY / sizeof DECAY[0]},
    [KNOB_EPOCHS] = {"Epochs", sizeof EPOCHS / sizeof EPOCHS[0]},
    [KNOB_SEED] = {"Seed", SEED_STOPS},
};

const char *recipe_knob_name(Knob knob)
{
    return KNOB[knob].name;
}

/* What a stop stands for. */
static double stop_value(Knob knob, int stop)
{
    switch (knob) {
    case KNOB_RATE:
        return LEAST_RATE * RATE_LEAD[stop % 10] * pow(10.0, stop / 10);
    case KNOB_MINIBATCH:
        return MINIBATCH[stop];
    case KNOB_EPOCHS:
        return EPOCHS[stop];
    case KNOB_DECAY:
        return DECAY[stop];
    default:
        return stop + 1;
    }
}

static double value_of(const TrainConfig *recipe, Knob knob)
{
    switch (knob) {
    case KNOB_RATE:
        return (double)recipe->rate;
    case KNOB_MINIBATCH:
        return recipe->minibatch;
    case KNOB_EPOCHS:
        return recipe->epochs;
    case KNOB_DECAY:
        return (double)recipe->decay;
    default:
        return (double)recipe->seed;
    }
}

/* The stop it stands at, or the nearest below. */
static int stop_of(const Lab *lab, Knob knob)
{
    double value = value_of(&lab->recipe, knob) * (1.0 + 1e-6); /* it may have been rounded */
    int stop = KNOB[knob].stops - 1;
    while (stop > 0 && stop_value(knob, stop) > value) {
        stop--;
    }
    return stop;
}

NetShape recipe_shape(const Lab *lab)
{
    return lab->plan.layers.layers > 0 ? lab->plan.layers : lab->model.net.shape;
}

/* Random weights follow at once; where a network is trained, or one that was trained is on show,
 * they come with the next run. */
static bool follows_at_once(const Lab *lab)
{
    return lab->model.fresh && lab->stats.phase == TRAIN_IDLE;
}

/* What the window says of the next run; figures of a run that is over stay with its recipe. */
static void show(Lab *lab)
{
    Err err;
    if (follows_at_once(lab)) {
        NetShape shape = recipe_shape(lab);
        news_fail_unless(&lab->news, models_refresh(lab, &shape, &err), &err);
    }
    if (lab->stats.phase == TRAIN_IDLE && lab->curves.count == 0) {
        lab->config = lab->recipe;
    }
    lab->news.shown = true;
}

static void set(Lab *lab, Knob knob, int stop)
{
    TrainConfig *recipe = &lab->recipe;
    double value = stop_value(knob, stop);
    switch (knob) {
    case KNOB_RATE:
        recipe->rate = (float)value;
        break;
    case KNOB_MINIBATCH:
        recipe->minibatch = (int)value;
        break;
    case KNOB_EPOCHS:
        recipe->epochs = (int)value;
        break;
    case KNOB_DECAY:
        recipe->decay = (float)value;
        break;
    default:
        recipe->seed = (uint64_t)value;
        break;
    }
    show(lab);
}

float recipe_share(const Lab *lab, Knob knob)
{
    return (float)stop_of(lab, knob) / (float)(KNOB[knob].stops - 1);
}

void recipe_slide(Lab *lab, Knob knob, float share)
{
    int stop = (int)lroundf(share * (float)(KNOB[knob].stops - 1));
    if (stop != stop_of(lab, knob)) {
        set(lab, knob, stop);
    }
}

void recipe_turn(Lab *lab, Knob knob, int stops)
{
    int stop = number_clamp(stop_of(lab, knob) + stops, 0, KNOB[knob].stops - 1);
    set(lab, knob, stop);
}

void recipe_add_layers(Lab *lab, int layers)
{
    NetShape shape = recipe_shape(lab);
    int hidden = shape.layers - 1, wanted = number_clamp(hidden + layers, 1, NET_MAX_HIDDEN);
    for (int i = hidden + 1; i <= wanted; i++) {
        shape.size[i] = shape.size[i - 1];
    }
    shape.layers = wanted + 1;
    shape.size[shape.layers] = NET_OUTPUTS;
    lab->plan.layers = shape;
    show(lab);
}

bool recipe_can_add_layers(const Lab *lab, int layers)
{
    int wanted = recipe_shape(lab).layers - 1 + layers;
    return wanted >= 1 && wanted <= NET_MAX_HIDDEN;
}

/* The next width up, or down; the same at the end. */
static int next_width(int width, int step)
{
    for (int i = 0; i < WIDTHS && step > 0; i++) {
        if (WIDTH[i] > width) {
            return WIDTH[i];
        }
    }
    for (int i = WIDTHS - 1; i >= 0 && step < 0; i--) {
        if (WIDTH[i] < width) {
            return WIDTH[i];
        }
    }
    return width;
}

void recipe_add_neurons(Lab *lab, int layer, int step)
{
    NetShape shape = recipe_shape(lab);
    shape.size[layer + 1] = next_width(shape.size[layer + 1], step);
    lab->plan.layers = shape;
    show(lab);
}

bool recipe_can_add_neurons(const Lab *lab, int layer, int step)
{
    int width = recipe_shape(lab).size[layer + 1];
    return next_width(width, step) != width;
}

static void print_value(const TrainConfig *recipe, Knob knob, char *text, size_t room)
{
    if (knob == KNOB_SEED) {
        snprintf(text, room, "%" PRIu64, recipe->seed);
    } else {
        snprintf(text, room, "%g", (double)(float)value_of(recipe, knob));
    }
}

void recipe_print_value(const Lab *lab, Knob knob, char *text, size_t room)
{
    print_value(&lab->recipe, knob, text, room);
}

/* Whether the run under way has it, too. */
static const char *when(const Lab *lab, bool in_use)
{
    return lab->stats.phase != TRAIN_IDLE && in_use ? "in use" : "next run";
}

const char *recipe_when(const Lab *lab, Knob knob)
{
    if (knob == KNOB_SEED && follows_at_once(lab)) {
        return "now";
    }
    char next[32], used[32];
    print_value(&lab->recipe, knob, next, sizeof next);
    print_value(&lab->config, knob, used, sizeof used);
    return when(lab, strcmp(next, used) == 0);
}

const char *recipe_when_layers(const Lab *lab)
{
    NetShape shape = recipe_shape(lab);
    return follows_at_once(lab) ? "now" : when(lab, net_shape_equal(&shape, &lab->model.net.shape));
}

const char *recipe_when_cost(const Lab *lab)
{
    return when(lab, lab->plan.cost == lab->config.cost);
}

const char *recipe_when_augment(const Lab *lab)
{
    return when(lab, lab->plan.augment != augment_is_none(&lab->config.augment));
}

const char *recipe_when_data(const Lab *lab)
{
    return when(lab, supply_is_as_wished(lab));
}

/* All that belongs to the next run, as on the first start. */
static SessionFacts first_facts(const Lab *lab)
{
    SessionFacts first = session_facts_default();
    first.recipe.threads = lab->recipe.threads;
    first.plan.speed = lab->plan.speed;
    first.plan.layers = net_shape_default();
    return first;
}

void recipe_default(Lab *lab)
{
    SessionFacts first = first_facts(lab);
    lab->recipe = first.recipe;
    lab->plan = first.plan;
    show(lab);
}

bool recipe_print_default(const Lab *lab, Knob knob, char *text, size_t room)
{
    char value[32];
    SessionFacts first = first_facts(lab);
    recipe_print_value(lab, knob, value, sizeof value);
    print_value(&first.recipe, knob, text, room);
    return strcmp(value, text) != 0;
}

bool recipe_is_default(const Lab *lab)
{
    char text[32];
    SessionFacts first = first_facts(lab);
    NetShape shape = recipe_shape(lab);
    const Plan *plan = &lab->plan;
    bool same = net_shape_equal(&shape, &first.plan.layers) && plan->cost == first.plan.cost &&
                plan->augment == first.plan.augment && plan->data_mnist == first.plan.data_mnist &&
                plan->data_strokes == first.plan.data_strokes &&
                plan->data_own == first.plan.data_own;
    for (int knob = 0; knob < KNOBS; knob++) {
        same = !recipe_print_default(lab, (Knob)knob, text, sizeof text) && same;
    }
    return same;
}
