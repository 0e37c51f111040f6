/* The recipe of the next run as knobs that turn from stop to stop. */
#include "app/recipe.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>

#include "app/models.h"
#include "app/settings.h"
#include "app/supply.h"

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
    [KNOB_MINIBATCH] = {"Minibatch", SDL_arraysize(MINIBATCH)},
    [KNOB_EPOCHS] = {"Epochs", SDL_arraysize(EPOCHS)},
    [KNOB_DECAY] = {"Weight decay", SDL_arraysize(DECAY)},
    [KNOB_LAYERS] = {"Layers", SDL_arraysize(LAYERS)},
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

static double value_of(const App *app, Knob knob)
{
    NetShape shape = recipe_shape(app);
    const TrainConfig *recipe = &app->lab.recipe;
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
static int stop_of(const App *app, Knob knob)
{
    double value = value_of(app, knob) * (1.0 + 1e-6); /* it may have been rounded */
    int stop = KNOB[knob].stops - 1;
    while (stop > 0 && stop_value(knob, stop) > value) {
        stop--;
    }
    return stop;
}

NetShape recipe_shape(const App *app)
{
    return app->lab.plan.layers.layers > 0 ? app->lab.plan.layers : app->lab.model.net.shape;
}

/* Random weights follow at once; where a network is trained, or one that was trained is on show,
 * they come with the next run. */
static bool follows_at_once(const App *app)
{
    return app->lab.model.fresh && app->lab.stats.phase == TRAIN_IDLE;
}

/* What the window says of the next run; figures of a run that is over stay with its recipe. */
static void show(App *app)
{
    Err err;
    if (follows_at_once(app)) {
        NetShape shape = recipe_shape(app);
        app_tell_unless(app, models_refresh(app, &shape, &err), &err);
    }
    if (app->lab.stats.phase == TRAIN_IDLE && app->lab.curves.count == 0) {
        app->lab.config = app->lab.recipe;
    }
    app->redraw = true;
}

static void set(App *app, Knob knob, int stop)
{
    TrainConfig *recipe = &app->lab.recipe;
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
        app->lab.plan.layers = shape_of_stop(stop);
        break;
    default:
        recipe->seed = (uint64_t)value;
        break;
    }
    show(app);
}

float recipe_share(const App *app, Knob knob)
{
    return (float)stop_of(app, knob) / (float)(KNOB[knob].stops - 1);
}

void recipe_slide(App *app, Knob knob, float share)
{
    int stop = (int)lroundf(share * (float)(KNOB[knob].stops - 1));
    if (stop != stop_of(app, knob)) {
        set(app, knob, stop);
    }
}

void recipe_turn(App *app, Knob knob, int stops)
{
    int stop = SDL_clamp(stop_of(app, knob) + stops, 0, KNOB[knob].stops - 1);
    set(app, knob, stop);
}

void recipe_print_value(const App *app, Knob knob, char *text, size_t room)
{
    NetShape shape = recipe_shape(app);
    switch (knob) {
    case KNOB_LAYERS:
        net_shape_print(&shape, text, room);
        break;
    case KNOB_SEED:
        snprintf(text, room, "%" PRIu64, app->lab.recipe.seed);
        break;
    default:
        snprintf(text, room, "%g", (double)(float)value_of(app, knob));
        break;
    }
}

/* Whether the run under way has it, too. */
static const char *when(const App *app, bool in_use)
{
    return app->lab.stats.phase != TRAIN_IDLE && in_use ? "in use" : "next run";
}

const char *recipe_when(const App *app, Knob knob)
{
    NetShape shape = recipe_shape(app);
    const TrainConfig *recipe = &app->lab.recipe, *config = &app->lab.config;
    bool random = knob == KNOB_LAYERS || knob == KNOB_SEED;
    if (random && follows_at_once(app)) {
        return "now";
    }
    const bool in_use[KNOBS] = {
        [KNOB_RATE] = recipe->rate == config->rate,
        [KNOB_MINIBATCH] = recipe->minibatch == config->minibatch,
        [KNOB_EPOCHS] = recipe->epochs == config->epochs,
        [KNOB_DECAY] = recipe->decay == config->decay,
        [KNOB_LAYERS] = net_shape_equal(&shape, &app->lab.model.net.shape),
        [KNOB_SEED] = recipe->seed == config->seed,
    };
    return when(app, in_use[knob]);
}

const char *recipe_when_cost(const App *app)
{
    return when(app, app->lab.plan.cost == app->lab.config.cost);
}

const char *recipe_when_augment(const App *app)
{
    return when(app, app->lab.plan.augment != augment_is_none(&app->lab.config.augment));
}

const char *recipe_when_data(const App *app)
{
    return when(app, supply_is_as_wished(app));
}

void recipe_explain(const App *app, Knob knob, Hint *hint)
{
    static const struct {
        const char *before, *after, *unit; /* the value stands between the first two */
    } TEXT[KNOBS] = {
        [KNOB_RATE] = {"w <- w - rate * dC/dw, with rate = ",
                       " at the start;\nit falls along a cosine to a hundredth of that.",
                       "a factor, no unit"},
        [KNOB_MINIBATCH] = {"The gradient of a step is the mean over ", " training images.",
                            "images"},
        [KNOB_EPOCHS] = {"A run passes ", " times through all training images.", "passes"},
        [KNOB_DECAY] = {"w <- w * (1 - rate * decay) with each step, decay = ",
                        ":\nweights that nothing needs fade away.", "a factor, no unit"},
        [KNOB_LAYERS] = {"Neurons of each layer: ",
                         ".\nThe first are the pixels, the last the ten digits.", "neurons"},
        [KNOB_SEED] = {"Random weights and the order of the images come from seed ",
                       ":\nthe same seed and recipe, the same run.", "any whole number"},
    };
    char value[64];
    recipe_print_value(app, knob, value, sizeof value);
    hint_title(hint, "%s: %s (%s)", KNOB[knob].name, value, recipe_when(app, knob));
    hint_say(hint, "%s%s%s", TEXT[knob].before, value, TEXT[knob].after);
    hint_unit(hint, "%s", TEXT[knob].unit);
}

void recipe_default(App *app)
{
    Plan first = plan_default();
    int threads = app->lab.recipe.threads;
    app->lab.recipe = train_config_default();
    app->lab.recipe.threads = threads;
    app->lab.plan.cost = first.cost;
    app->lab.plan.augment = first.augment;
    app->lab.plan.data_mnist = first.data_mnist;
    app->lab.plan.data_strokes = first.data_strokes;
    app->lab.plan.data_own = first.data_own;
    app->lab.plan.data_asked = first.data_asked;
    app->lab.plan.layers = net_shape_default();
    show(app);
}
