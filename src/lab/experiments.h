/* Experiments: runs that show what goes wrong, and why, beside one that goes right. */
#ifndef LAB_EXPERIMENTS_H
#define LAB_EXPERIMENTS_H

#include "train/mix.h"
#include "train/sgd.h"

/** In the order of their buttons. */
typedef enum Experiment {
    EXPERIMENT_NORMAL,
    EXPERIMENT_SHUFFLED,
    EXPERIMENT_EQUAL,
    EXPERIMENT_LARGE_RATE,
    EXPERIMENT_SMALL_RATE,
    EXPERIMENTS
} Experiment;

/** "Shuffled labels"; static. */
const char *experiment_name(Experiment which);

/** A sentence on what it shows; static. */
const char *experiment_about(Experiment which);

/** What it changes about the images. */
void experiment_mix(Experiment which, MixConfig *config);

/** The recipe of its run, where runs go by `usual`. */
TrainConfig experiment_recipe(Experiment which, const TrainConfig *usual);

/** What it changes about the random weights that it begins with. */
void experiment_weights(Experiment which, Net *net);

#endif
