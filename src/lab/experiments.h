/* Experiments: runs that show what goes wrong, and why, beside one that goes right. */
#ifndef LAB_EXPERIMENTS_H
#define LAB_EXPERIMENTS_H

#include "train/mix.h"
#include "train/sgd.h"

/** In the order of their buttons. */
typedef enum Experiment {
    EXPERIMENT_RATES,
    EXPERIMENT_NORMAL,
    EXPERIMENT_SHUFFLED,
    EXPERIMENT_EQUAL,
    EXPERIMENT_LARGE_RATE,
    EXPERIMENT_SMALL_RATE,
    EXPERIMENTS
} Experiment;

/** The runs that an experiment has at most. */
enum { EXPERIMENT_MOST_RUNS = 4 };

/** How many it has, one after the other. */
int experiment_runs(Experiment which);

/** The learning rate of one of those of EXPERIMENT_RATES, 0... */
float experiment_rate(int run);

/** What its run is called: the experiment's name, or of several what sets them apart. */
void experiment_print_title(Experiment which, int run, char *text, size_t room);

/** "Shuffled labels"; static. */
const char *experiment_name(Experiment which);

/** A sentence on what it shows; static. */
const char *experiment_about(Experiment which);

/** What it changes about the images. */
void experiment_mix(Experiment which, MixConfig *config);

/** The recipe of one of its runs, 0.., where other runs go by `usual`. */
TrainConfig experiment_recipe(Experiment which, int run, const TrainConfig *usual);

/** What it changes about the random weights that it begins with. */
void experiment_weights(Experiment which, Net *net);

#endif
