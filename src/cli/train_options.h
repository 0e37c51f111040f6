/* The options of inkling train. */
#ifndef CLI_TRAIN_OPTIONS_H
#define CLI_TRAIN_OPTIONS_H

#include "cli/args.h"
#include "train/mix.h"
#include "train/sgd.h"

/** What they say. */
typedef struct TrainOptions {
    TrainConfig config;
    MixConfig mix;
    NetShape shape;
    const char *data, *out; /* the folder of MNIST, the file of the network; NULL for none */
    bool moments, json;
} TrainOptions;

/** Read and check them. Errors: one sentence naming the option. */
bool train_options_read(int argc, char **argv, TrainOptions *options, Args *args, Err *err);

#endif
