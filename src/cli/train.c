/* inkling train: a network trained by the same trainer as in the window. */
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/path.h"
#include "base/sys.h"
#include "cli/train_options.h"
#include "ink/own.h"
#include "train/moments.h"
#include "train/trainer.h"

enum { WAIT_MS = 100, MEASURE_IMAGES = 100 /* at once */ };

/* A run as it is followed here. */
typedef struct FollowedRun {
    const TrainOptions *options;
    bool terminal;    /* someone watches: show progress within an epoch */
    bool interrupted; /* by a signal, or because nobody reads the output any more */
    int printed;      /* epochs */
    NetCurves curves; /* of the epochs printed, and the one before training */
    TrainStats stats;
    Net net;
    Timeline timeline; /* where its moments are kept, as the next one */
    History history;
} FollowedRun;

static bool asked_to_stop(void)
{
    return sys_end_asked() || ferror(stdout);
}

static bool print_epoch(const FollowedRun *run, const TrainEpoch *epoch, Err *err)
{
    if (run->options->json) {
        cJSON *line = cJSON_CreateObject();
        cJSON_AddNumberToObject(line, "epoch", epoch->epoch);
        cJSON_AddNumberToObject(line, "cost", epoch->train_cost);
        cJSON_AddNumberToObject(line, "train_accuracy", epoch->train_accuracy);
        cJSON_AddNumberToObject(line, "test_accuracy", epoch->test_accuracy);
        cJSON_AddNumberToObject(line, "seconds", epoch->seconds);
        cJSON_AddNumberToObject(line, "images_per_second", epoch->images_per_second);
        return cli_print_json(line, err);
    }
    printf(
        "Epoch %3d of %d   cost %.4f   train %6.2f %%   test %6.2f %%   %7.1f s   %8.0f images/s",
        epoch->epoch, run->options->config.epochs, epoch->train_cost, 100 * epoch->train_accuracy,
        100 * epoch->test_accuracy, epoch->seconds, epoch->images_per_second);
    /* What is left of a progress line is cleared. */
    printf(run->terminal ? "\033[K\n" : "\n");
    fflush(stdout);
    return true;
}

static void print_progress(const TrainStats *stats)
{
    double left_s = stats->seconds * (1 - stats->done) / stats->done;
    printf("%5.1f %%   cost %.4f   %.0f images/s   %.0f s left\033[K\r", 100 * stats->done,
           stats->cost, stats->images_per_second, left_s);
    fflush(stdout);
}

/* Prints what is new. Epoch 0, the network before training, has no line. */
static bool report(FollowedRun *run, Trainer *trainer, Err *err)
{
    TrainEpoch epoch;
    while (trainer_epochs(trainer, run->curves.added, 1, &epoch) == 1) {
        NetPoint point = {epoch.epoch, (float)epoch.train_cost, (float)epoch.train_accuracy,
                          (float)epoch.test_cost, (float)epoch.test_accuracy};
        net_curves_add(&run->curves, &point);
        if (epoch.epoch > 0 && !print_epoch(run, &epoch, err)) {
            return false;
        }
        run->printed = epoch.epoch;
    }
    if (run->terminal && run->stats.phase == TRAIN_RUNNING && run->stats.done > 0) {
        print_progress(&run->stats);
    }
    return true;
}

/* Without memory for another moment there are fewer of them. */
static void keep_moment(FollowedRun *run, Trainer *trainer)
{
    timeline_add(&run->timeline, run->stats.done, &run->net);
    trainer_follow(trainer, &run->history);
}

/* What is new of it. */
static bool take_news(FollowedRun *run, Trainer *trainer, Err *err)
{
    if (run->options->moments) {
        keep_moment(run, trainer);
    }
    return report(run, trainer, err);
}

/* Follows the run to its end, or to the end that a signal gives it. */
static bool follow(FollowedRun *run, Trainer *trainer, Err *err)
{
    for (;;) {
        trainer_wait(trainer, WAIT_MS);
        if (trainer_poll(trainer, &run->net, &run->stats) && !take_news(run, trainer, err)) {
            return false;
        }
        if (run->stats.failed) {
            *err = run->stats.why;
            return false;
        }
        if (run->stats.run > 0 && run->stats.phase == TRAIN_IDLE) {
            return true;
        }
        if (!run->interrupted && asked_to_stop()) {
            run->interrupted = true;
            trainer_stop(trainer);
        }
    }
}

static bool train(FollowedRun *run, const Mix *mix, Err *err)
{
    bool ok = false;
    const TrainConfig *config = &run->options->config;
    Net net = {0};
    Rng rng;
    rng_init(&rng, config->seed);
    Trainer *trainer =
        trainer_create(&mix->train, &mix->test, config->threads, false, NULL, NULL, err);
    if (!trainer || !net_make(&net, &run->options->shape, err)) {
        goto done;
    }
    net_randomise(&net, &rng);
    if (run->options->moments) {
        timeline_add(&run->timeline, 0.0, &net);
    }
    ok = trainer_start(trainer, config, &net, false, err) && follow(run, trainer, err);
done:
    net_free(&net);
    trainer_destroy(trainer);
    return ok;
}

static bool save(const FollowedRun *run, const char *data, double test_accuracy, Err *err)
{
    const TrainConfig *config = &run->options->config;
    NetInfo info = {
        .cost = config->cost,
        .seed = config->seed,
        .epochs = run->printed,
        .minibatch = config->minibatch,
        .threads = config->threads,
        .rate = config->rate,
        .first_layer = config->first_layer,
        .decay = config->decay,
        .tested = true,
        .test_accuracy = test_accuracy,
        .curves = run->curves,
    };
    augment_print(&config->augment, info.augmentation, sizeof info.augmentation);
    snprintf(info.data, sizeof info.data, "%s", data);
    snprintf(info.preparation, sizeof info.preparation, "%s",
             preparation_name(run->options->mix.preparation));
    NetMoments moments;
    bool ok = moments_take(&moments, &run->timeline, &run->history, &run->curves, config->epochs,
                           run->stats.steps_planned, err) &&
              net_save_run(&run->net, &info, &moments, run->options->out, err);
    net_moments_free(&moments);
    return ok;
}

/* `images` are those of an epoch. */
static bool print_end(const FollowedRun *run, int images, double test_accuracy, Err *err)
{
    const char *out = run->options->out;
    if (run->options->json) {
        char augmentation[128];
        cJSON *line = cJSON_CreateObject();
        cJSON_AddTrueToObject(line, "done");
        cJSON_AddNumberToObject(line, "epochs", run->printed);
        cJSON_AddNumberToObject(line, "images", images);
        augment_print(&run->options->config.augment, augmentation, sizeof augmentation);
        cJSON_AddItemToObject(line, "augmentation",
                              *augmentation ? cJSON_CreateString(augmentation)
                                            : cJSON_CreateNull());
        cJSON_AddNumberToObject(line, "test_accuracy", test_accuracy);
        cJSON_AddNumberToObject(line, "seconds", run->stats.seconds);
        cJSON_AddItemToObject(line, "out", out ? cJSON_CreateString(out) : cJSON_CreateNull());
        return cli_print_json(line, err);
    }
    printf("%s after %d epoch%s and %.1f s: %.2f %% of the test images right. ",
           run->interrupted ? "Stopped" : "Done", run->printed, run->printed == 1 ? "" : "s",
           run->stats.seconds, 100 * test_accuracy);
    if (out) {
        printf("Saved as %s.\n", out);
    } else {
        printf("Not saved: --out FILE would.\n");
    }
    return true;
}

/* Measures the weights there are: after an interruption they are newer than the last epoch. */
static bool measure(const FollowedRun *run, const Dataset *test, double *accuracy, Err *err)
{
    SgdRoom room;
    Score score = {0};
    if (!sgd_room_make(&room, &run->net, MEASURE_IMAGES, err)) {
        return false;
    }
    sgd_measure(&run->net, &room, test, 0, test->images, run->options->config.cost, &score);
    sgd_room_free(&room);
    *accuracy = (double)score.right / score.images;
    return true;
}

static void say_what_is_left_out(void)
{
    Err notice;
    err_set(&notice, "%s; --sources mnist,strokes mixes them in.", mix_left_out());
    cli_complain("train", &notice);
}

static void say_what_is_parted(void)
{
    Err notice;
    err_set(&notice, "%s.", mix_parted());
    cli_complain("train", &notice);
}

static bool load(const TrainOptions *options, Mix *mix, Err *err)
{
    Own own = {0};
    Path path;
    bool ok = !options->mix.own || cli_load_own("train", &own, &path, err);
    ok = ok && mix_load(mix, &options->mix, options->data, &own.digits, err);
    own_free(&own);
    if (ok && mix->left_out) {
        say_what_is_left_out();
    }
    if (ok && mix->parted) {
        say_what_is_parted();
    }
    return ok;
}

CliStatus train_run(int argc, char **argv, Err *err)
{
    CliStatus status = CLI_FAILED;
    TrainOptions options;
    Args args;
    if (!train_options_read(argc, argv, &options, &args, err)) {
        return CLI_USAGE;
    }
    if (args.help) {
        return CLI_DONE;
    }
    FollowedRun run = {.options = &options, .terminal = !options.json && sys_is_terminal(stdout)};
    Mix mix = {0};
    if (options.out && !*options.out) {
        err_set(err, "--out takes the name of a file.");
        goto done;
    }
    /* Asked before the training and not only after it. */
    if ((options.out && !file_may_save(options.out, err)) || !load(&options, &mix, err)) {
        goto done;
    }
    sys_hold_ends();
    if (!train(&run, &mix, err)) {
        goto done;
    }
    double test_accuracy;
    if (!measure(&run, &mix.test, &test_accuracy, err) ||
        (options.out && !save(&run, mix.name, test_accuracy, err)) ||
        !print_end(&run, mix.train.images, test_accuracy, err)) {
        goto done;
    }
    status = run.interrupted && !options.out ? CLI_INTERRUPTED : CLI_DONE;
done:
    timeline_free(&run.timeline);
    net_free(&run.net);
    mix_free(&mix);
    return status;
}
