/* The options of inkling train: read, and checked against what can be trained. */
#include "cli/train_options.h"

#include <string.h>

#include "base/path.h"

static const char ABOUT[] =
    "Train a network. Ctrl+C ends the training and saves what there is.\n"
    "Without options it is the default network with the settings of the window. Other data in\n"
    "MNIST's place are trained on alone, unless --sources names strokes.";

static const char SOURCES[] = "mnist,strokes";

/* Options that are checked and turned into others. */
typedef struct Words {
    const char *hidden, *cost, *sources, *prepare;
    float augment; /* factor */
} Words;

/* "mnist,strokes,mine" */
static bool parse_sources(const char *text, MixConfig *mix, Err *err)
{
    static const char *const NAME[] = {"mnist", "strokes", "mine"};
    bool *const chosen[] = {&mix->mnist, &mix->strokes, &mix->own};
    mix->mnist = mix->strokes = mix->own = false;
    for (const char *at = text;; at++) {
        size_t length = strcspn(at, ",");
        int i = 0;
        while (i < 3 && (strlen(NAME[i]) != length || strncmp(NAME[i], at, length) != 0)) {
            i++;
        }
        if (i == 3) {
            return err_set(err, "--sources takes mnist, strokes and mine, with commas, not '%s'.",
                           text);
        }
        *chosen[i] = true;
        at += length;
        if (!*at) {
            return true;
        }
    }
}

static bool check(const Words *words, TrainOptions *options, Err *err)
{
    MixConfig *mix = &options->mix;
    if (!net_shape_parse(words->hidden, &options->shape, err) ||
        !parse_sources(words->sources, mix, err)) {
        return false;
    }
    if (!net_cost_parse(words->cost, &options->config.cost)) {
        return err_set(err, "--cost takes squared or cross-entropy, not '%s'.", words->cost);
    }
    if (!preparation_parse(words->prepare, &mix->preparation)) {
        return err_set(err, "--prepare takes raw, fitted, straightened or upright, not '%s'.",
                       words->prepare);
    }
    if (options->moments && !options->out) {
        return err_set(err, "--moments are saved with the network: say where with --out FILE.");
    }
    if (options->moments && path_ends_with(options->out, ".npz")) {
        return err_set(err, "--moments go into files that end with .safetensors, not .npz.");
    }
    if (mix->held_out && !mix->mnist) {
        return err_set(err, "--held-out needs MNIST among the sources: its images are held out.");
    }
    options->config.augment = augment_times(&options->config.augment, words->augment);
    mix->asked = words->sources != SOURCES; /* by the option, whatever it says */
    mix->seed = options->config.seed;
    mix->threads = options->config.threads;
    return mix_config_check(mix, err) && train_config_check(&options->config, err);
}

static bool parse(int argc, char **argv, TrainOptions *options, Words *words, Args *args, Err *err)
{
    TrainConfig *config = &options->config;
    Augment *augment = &config->augment;
    MixConfig *mix = &options->mix;
    const ArgOption option[] = {
        {"sources", "LIST", "what to train on: mnist, strokes and mine, with commas",
         .text = &words->sources},
        {"data", "DIR|FILE", "MNIST: its folder, CSV or zip archive", .text = &options->data},
        {"strokes", "N", "generated images, 0 for what is usual", .whole = &mix->strokes_images},
        {"no-digit", "X", "share of them that show no digit, 0 to 0.99", .number = &mix->no_digit},
        {"prepare", "NAME", "images: raw, fitted, straightened or upright",
         .text = &words->prepare},
        {"held-out", NULL, "test on 10,000 training images instead, and train without them",
         .flag = &mix->held_out},
        {"turn", "DEG", "every image is turned: degrees", .number = &augment->turn_deg},
        {"scale", "X", "and scaled, each axis by itself: a share", .number = &augment->scale},
        {"shear", "X", "and slanted: cells a cell of height", .number = &augment->shear},
        {"shift", "CELLS", "and shifted, each axis by itself", .number = &augment->shift_cell},
        {"elastic", "CELLS", "and bent", .number = &augment->elastic_cell},
        {"width", "X", "and its lines widened or thinned: a share", .number = &augment->width},
        {"augment", "X", "all six times X; 0 leaves images as they are", .number = &words->augment},
        {"hidden", "16,16", "neurons of the hidden layers", .text = &words->hidden},
        {"epochs", "N", "times that every image is learned from", .whole = &config->epochs},
        {"batch", "N", "images of a minibatch", .whole = &config->minibatch},
        {"rate", "X", "learning rate", .number = &config->rate},
        {"first-layer", "X", "part of it for the first layer", .number = &config->first_layer},
        {"decay", "X", "weight decay", .number = &config->decay},
        {"cost", "NAME", "what is made small: squared or cross-entropy", .text = &words->cost},
        {"seed", "N", "of the first weights and of all that is random", .seed = &config->seed},
        {"threads", "N", "threads side by side; more know less", .whole = &config->threads},
        {"out", "FILE", "where to save the network; .npz is numpy's", .text = &options->out},
        {"moments", NULL, "save moments of the run with it, to look back at; at most 16 MB",
         .flag = &options->moments},
        {"json", NULL, "print one JSON object an epoch, and a last one", .flag = &options->json},
    };
    const ArgForm form = {.usage = "inkling train [OPTION]...",
                          .about = ABOUT,
                          .option = option,
                          .options = sizeof option / sizeof *option,
                          .needs = "There is nothing to name but options."};
    return args_parse(&form, argc, argv, args, err);
}

bool train_options_read(int argc, char **argv, TrainOptions *options, Args *args, Err *err)
{
    *options = (TrainOptions){.config = train_config_default(), .mix = mix_config_default()};
    Words words = {"16,16", net_cost_name(options->config.cost), SOURCES,
                   preparation_name(options->mix.preparation), 1};
    return parse(argc, argv, options, &words, args, err) &&
           (args->help || check(&words, options, err));
}
