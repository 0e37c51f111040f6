/* Experiments: runs that show what goes wrong, and why, beside one that goes right. */
#ifndef APP_EXPERIMENTS_H
#define APP_EXPERIMENTS_H

#include "app/app.h"

typedef enum Experiment {
    EXPERIMENT_NORMAL,
    EXPERIMENT_SHUFFLED,
    EXPERIMENT_EQUAL,
    EXPERIMENT_LARGE_RATE,
    EXPERIMENT_SMALL_RATE,
    EXPERIMENTS
} Experiment;

/** "Shuffled labels"; and a sentence on what it shows. */
const char *experiment_name(Experiment which);
const char *experiment_about(Experiment which);

/** The action of the Learning view that begins it. */
int experiment_action(Experiment which);

/** Begin a run by the recipe as it is, apart from what the experiment changes; the recipe itself
 * stays. Where other images are needed, it begins when they are there. */
void experiment_begin(App *app, Experiment which);

/** Go on with the experiment of that action, whose images have arrived; false for other actions. */
bool experiment_resume(App *app, int action);

/** What the experiment of that action changes about the images; other actions change nothing. */
void experiment_mix(int action, MixConfig *config);

#endif
