/* The recipe of the next run as knobs that turn from stop to stop. */
#include "lab/recipe.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>

#include "base/number.h"
#include "lab/models.h"
#include "lab/session_facts.h"
#include "lab/supply.h"

enum { RATE_STOPS = 51, SEED_STOPS = 50 };

/* Ten steps to each power of ten, from a thousandth on. */
static const double RATE_LEAD[] = {1, 1.3, 1.6, 2, 2.5, 3.2, 4, 5, 6.3, 8};
static const double LEAST_RATE = 1e-3;

static const int MINIBATCH[] = {1, 2, 4, 8, 10, 16, 32, 64, 100, 128, 256, 512, 1000};
static const int EPOCHS[] = {1, 2, 3, 5, 10, 20, 30, 60, 120, 200, 300, 500, 1000};
static const double DECAY[] = {0,    1e-6, 2e-6, 5e-6, 1e-5, 2e-5, 5e-5,
                               1e-4, 2e-4, 5e-4, 1e-3, 2e-3, 5e-3, 1e-2};
static const char *const LAYERS[] = {"16,16", "16,16,16", "32", "64,32", "128,64", "256,128"};

static const struct {
    const char *name;
    int stops;
} KNOB[KNOBS] = {
    [KNOB_RATE] = {"Learning rate", RATE_STOPS},
    [KNOB_MINIBATCH] = {"Minibatch", sizeof MINIBATCH / sizeof MINIBATCH[0]},
    [KNOB_EPOCHS] = {"Epochs", sizeof EPOCHS / sizeof EPOCHS[0]},
    [KNOB_DECAY] = {"Weight decay", sizeof DECAY / sizeof DECAY[0]},
    [KNOB_LAYERS] = {"Layers", sizeof LAYERS / sizeof LAYERS[0]},
    [KNOB_SEED] = {"Seed", SEED_STOPS},
};

const char *recipe_knob_name(Knob knob)
{
    return KNOB[knob].name;
}

static NetShape shape_of_stop(int stop)
{
    Err err;
    NetShape shape = net_shape_default();
    net_shape_parse(LAYERS[stop], &shape, &err);
    return shape;
}

/* What a stop stands for; of layers the number of parameters, by which they are in order. */
static double stop_value(Knob knob, int stop)
{
    NetShape shape;
    switch (knob) {
    case KNOB_RATE:
        return LEAST_RATE * RATE_LEAD[stop % 10] * pow(10.0, stop / 10);
    case KNOB_MINIBATCH:
        return MINIBATCH[stop];
    case KNOB_EPOCHS:
        return EPOCHS[stop];
    case KNOB_DECAY:
        return DECAY[stop];
    case KNOB_LAYERS:
        shape = shape_of_stop(stop);
        return net_shape_parameters(&shape);
    default:
        return stop + 1;
    }
}

static double value_of(const Lab *lab, Knob knob)
{
    NetShape shape = recipe_shape(lab);
    const TrainConfig *recipe = &lab->recipe;
    switch (knob) {
    case KNOB_RATE:
        return (double)recipe->rate;
    case KNOB_MINIBATCH:
        return recipe->minibatch;
    case KNOB_EPOCHS:
        return recipe->epochs;
    case KNOB_DECAY:
        return (double)recipe->decay;
    case KNOB_LAYERS:
        return net_shape_parameters(&shape);
    default:
        return (double)recipe->seed;
    }
}

/* The stop it stands at, or the nearest below. */
static int stop_of(const Lab *lab, Knob knob)
{
    double value = value_of(lab, knob) * (1.0 + 1e-6); /* it may have been rounded */
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
    case KNOB_LAYERS:
        lab->plan.layers = shape_of_stop(stop);
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

void recipe_print_value(const Lab *lab, Knob knob, char *text, size_t room)
{
    NetShape shape = recipe_shape(lab);
    switch (knob) {
    case KNOB_LAYERS:
        net_shape_print(&shape, text, room);
        break;
    case KNOB_SEED:
        snprintf(text, room, "%" PRIu64, lab->recipe.seed);
        break;
    default:
        snprintf(text, room, "%g", (double)(float)value_of(lab, knob));
        break;
    }
}

/* Whether the run under way has it, too. */
static const char *when(const Lab *lab, bool in_use)
{
    return lab->stats.phase != TRAIN_IDLE && in_use ? "in use" : "next run";
}

const char *recipe_when(const Lab *lab, Knob knob)
{
    NetShape shape = recipe_shape(lab);
    const TrainConfig *recipe = &lab->recipe, *config = &lab->config;
    bool random = knob == KNOB_LAYERS || knob == KNOB_SEED;
    if (random && follows_at_once(lab)) {
        return "now";
    }
    const bool in_use[KNOBS] = {
        [KNOB_RATE] = recipe->rate == config->rate,
        [KNOB_MINIBATCH] = recipe->minibatch == config->minibatch,
        [KNOB_EPOCHS] = recipe->epochs == config->epochs,
        [KNOB_DECAY] = recipe->decay == config->decay,
        [KNOB_LAYERS] = net_shape_equal(&shape, &lab->model.net.shape),
        [KNOB_SEED] = recipe->seed == config->seed,
    };
    return when(lab, in_use[knob]);
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

void recipe_default(Lab *lab)
{
    SessionFacts first = session_facts_default();
    first.recipe.threads = lab->recipe.threads;
    first.plan.speed = lab->plan.speed;
    first.plan.layers = net_shape_default();
    lab->recipe = first.recipe;
    lab->plan = first.plan;
    show(lab);
}
