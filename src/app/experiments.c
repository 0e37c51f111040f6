/* Experiments: runs that show what goes wrong, and why, beside one that goes right. */
#include "app/experiments.h"

#include "app/models.h"
#include "app/recipe.h"
#include "app/supply.h"
#include "app/training.h"
#include "app/views.h"

static const float EQUAL_WEIGHT = 0.01f, LARGE_RATE = 100.0f, SMALL_RATE = 0.001f;

static const struct {
    const char *name, *about;
} EXPERIMENT[EXPERIMENTS] = {
    [EXPERIMENT_NORMAL] = {"Normal run", "The settings as they are, to compare the others with."},
    [EXPERIMENT_SHUFFLED] = {"Shuffled labels",
                             "Each training image gets a label by chance: it can only be learned "
                             "by heart, so the test stays at one in ten."},
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

const char *experiment_name(Experiment which)
{
    return EXPERIMENT[which].name;
}

const char *experiment_about(Experiment which)
{
    return EXPERIMENT[which].about;
}

int experiment_action(Experiment which)
{
    return view_action(VIEW_LEARNING, LEARNING_EXPERIMENT + (int)which);
}

bool experiment_shuffles(int action)
{
    return action == experiment_action(EXPERIMENT_SHUFFLED);
}

bool experiment_resume(App *app, int action)
{
    int which = action - experiment_action(EXPERIMENT_NORMAL);
    bool known = which >= 0 && which < EXPERIMENTS;
    if (known) {
        experiment_begin(app, (Experiment)which);
    }
    return known;
}

static TrainConfig recipe_of(const App *app, Experiment which)
{
    TrainConfig recipe = app->recipe;
    if (which == EXPERIMENT_SHUFFLED) {
        recipe.augment = AUGMENT_NONE; /* an image that never looks the same is not remembered */
    } else if (which == EXPERIMENT_LARGE_RATE) {
        recipe.rate = LARGE_RATE;
    } else if (which == EXPERIMENT_SMALL_RATE) {
        recipe.rate = SMALL_RATE;
    }
    return recipe;
}

void experiment_begin(App *app, Experiment which)
{
    Err err;
    training_end(app);
    if (!supply_ready(app, experiment_action(which))) {
        return;
    }
    NetShape shape = recipe_shape(app);
    TrainConfig recipe = recipe_of(app, which);
    bool ready = models_refresh(app, &shape, &err);
    if (ready && which == EXPERIMENT_EQUAL) {
        net_fill(&app->model.net, EQUAL_WEIGHT);
        app_weights_changed(app);
    }
    app_tell_unless(app, ready && training_begin(app, &recipe, experiment_name(which), &err), &err);
}
