/* Experiments: runs that show what goes wrong, and why, beside one that goes right. */
#include "lab/experiments.h"

#include <assert.h>
#include <stdio.h>

#include "base/number.h"

/* Images few enough to be learned by heart, and how long that takes; epochs that tell rates apart.
 */
enum { SHUFFLED_IMAGES = 1000, BY_HEART_EPOCHS = 120, RATES_EPOCHS = 3 };

static const float RATE[EXPERIMENT_MOST_RUNS] = {0.03f, 0.3f, 3.0f, 30.0f};

static const float EQUAL_WEIGHT = 0.01f, LARGE_RATE = 100.0f, SMALL_RATE = 0.001f;

static const float BY_HEART_RATE = 1.3f; /* which minibatches of few images bear */

static const struct {
    const char *name, *about;
} EXPERIMENT[EXPERIMENTS] = {
    [EXPERIMENT_RATES] = {"Several rates",
                          "Four short runs from the same random weights, at the learning rates "
                          "0.03, 0.3, 3 and 30."},
    [EXPERIMENT_NORMAL] = {"Normal run", "The settings as they are, to compare the others with."},
    [EXPERIMENT_SHUFFLED] = {"Shuffled labels",
                             "1,000 training images get labels by chance: they can only be learned "
                             "by heart, and the test is no better than guessing."},
    [EXPERIMENT_EQUAL] = {"All weights equal",
                          "All neurons of a layer begin the same, so they stay the same: the layer "
                          "is worth one neuron."},
    [EXPERIMENT_LARGE_RATE] = {"Learning rate too large",
                               "Each step of rate 100 leaps over the valley: the cost jumps about "
                               "and does not come down."},
    [EXPERIMENT_SMALL_RATE] = {"Learning rate too small",
                               "Steps of rate 0.001 go the right way, but would take a thousand "
                               "times as long."},
};

int experiment_runs(Experiment which)
{
    return which == EXPERIMENT_RATES ? EXPERIMENT_MOST_RUNS : 1;
}

float experiment_rate(int run)
{
    assert(run >= 0 && run < EXPERIMENT_MOST_RUNS);
    return RATE[run];
}

void experiment_print_title(Experiment which, int run, char *text, size_t room)
{
    if (which == EXPERIMENT_RATES) {
        snprintf(text, room, "rate %g", (double)experiment_rate(run));
    } else {
        snprintf(text, room, "%s", experiment_name(which));
    }
}

const char *experiment_name(Experiment which)
{
    return EXPERIMENT[which].name;
}

const char *experiment_about(Experiment which)
{
    return EXPERIMENT[which].about;
}

void experiment_mix(Experiment which, MixConfig *config)
{
    if (which == EXPERIMENT_SHUFFLED) {
        config->shuffled = true;
        config->most_images = SHUFFLED_IMAGES;
    }
}

TrainConfig experiment_recipe(Experiment which, int run, const TrainConfig *usual)
{
    TrainConfig recipe = *usual;
    if (which == EXPERIMENT_SHUFFLED) {
        /* What is to be remembered must always look the same, and needs many small steps. */
        recipe.augment = AUGMENT_NONE;
        recipe.decay = 0.0f;
        recipe.minibatch = 8;
        recipe.epochs = number_max(recipe.epochs, BY_HEART_EPOCHS);
        recipe.rate = BY_HEART_RATE;
        recipe.first_layer = 1.0f;
    } else if (which == EXPERIMENT_RATES) {
        recipe.rate = experiment_rate(run);
        recipe.epochs = number_min(recipe.epochs, RATES_EPOCHS);
    } else if (which == EXPERIMENT_LARGE_RATE) {
        recipe.rate = LARGE_RATE;
    } else if (which == EXPERIMENT_SMALL_RATE) {
        recipe.rate = SMALL_RATE;
    }
    return recipe;
}

void experiment_weights(Experiment which, Net *net)
{
    if (which == EXPERIMENT_EQUAL) {
        net_fill(net, EQUAL_WEIGHT);
    }
}
