/* What the training strip says of the run. */
#include "shell/progress.h"

#include <math.h>
#include <stdio.h>

#include "base/number.h"
#include "lab/moment.h"
#include "lab/scrub.h"

static void data_text(const Shell *shell, char *text, size_t room)
{
    if (shell->lab->fetch) {
        snprintf(text, room, "Downloading MNIST: %.0f %%", 100.0 * shell->lab->fetched);
    } else if (shell->lab->loader) {
        snprintf(text, room, "Loading the images…");
    } else {
        char images[NUMBER_TEXT];
        number_print(images, sizeof images, shell->lab->mix.train.images);
        snprintf(text, room, "%s: %s images", *shell->lab->mix.name ? shell->lab->mix.name : "None",
                 images);
    }
}

/* The trainer counts the time it works; at a set pace it mostly waits. */
static double images_a_second(const Shell *shell)
{
    double pace = plan_pace(shell->lab->plan.speed) * (double)shell->lab->config.minibatch;
    double speed = shell->lab->stats.images_per_second;
    return pace > 0.0 ? fmin(pace, speed) : speed;
}

static void make_figures(const Shell *shell, Strip *strip)
{
    static const char *const NAME[STRIP_FIGURES] = {"epoch", "test accuracy", "train accuracy",
                                                    "images a second", "time left"};
    const TrainStats *stats = &shell->lab->stats;
    const TrainEpoch *last = &shell->lab->curves.last;
    for (int i = 0; i < STRIP_FIGURES; i++) {
        strip->figure[i].name = NAME[i];
        snprintf(strip->figure[i].value, sizeof strip->figure[i].value, "–");
    }
    if (shell->lab->curves.count == 0) {
        return;
    }
    size_t room = sizeof strip->figure[0].value;
    snprintf(strip->figure[0].value, room, "%d of %d", last->epoch, shell->lab->config.epochs);
    snprintf(strip->figure[1].value, room, "%.2f %%", 100.0 * last->test_accuracy);
    if (shell->lab->curves.count > 1) {
        snprintf(strip->figure[2].value, room, "%.2f %%", 100.0 * last->train_accuracy);
    }
    double speed = images_a_second(shell);
    if (speed >= 1e4 && speed < 1e6) {
        snprintf(strip->figure[3].value, room, "%.0f k", speed / 1e3);
    } else if (speed > 0.0) {
        number_print(strip->figure[3].value, room, speed);
    }
    if (stats->phase != TRAIN_IDLE && speed > 0.0) {
        double left_s =
            (1.0 - stats->done) * shell->lab->config.epochs * shell->lab->mix.train.images / speed;
        snprintf(strip->figure[4].value, room, left_s < 100.0 ? "%.1f s" : "%.0f min",
                 left_s < 100.0 ? left_s : left_s / 60.0);
    }
}

/* The cost's axis fits the first trained epoch: the random network's cost would flatten all others.
 */
static float cost_axis(const Curves *curves)
{
    float most = 0.0f;
    for (int i = 1; i < curves->count; i++) {
        most = fmaxf(most, fmaxf(curves->train_cost[i], curves->test_cost[i]));
    }
    return curves->count > 1   ? plot_round_up(most)
           : curves->count > 0 ? plot_round_up(curves->test_cost[0])
                               : 1.0f;
}

static void make_plots(const Shell *shell, Strip *strip)
{
    const Curves *curves = &shell->lab->curves;
    int count = curves->count;
    bool good =
        count > 1 && curves->last.test_accuracy > 0.88; /* then the lower part tells nothing */
    strip->cost = (Plot){
        .title = "Cost",
        .train = {"train", curves->train_cost, 1, count},
        .test = {"test", curves->test_cost, 0, count},
        .epochs = shell->lab->config.epochs,
        .high = cost_axis(curves),
    };
    strip->accuracy = (Plot){
        .title = "Accuracy",
        .train = {"train", curves->train_accuracy, 1, count},
        .test = {"test", curves->test_accuracy, 0, count},
        .epochs = shell->lab->config.epochs,
        .low = good ? 0.8f : 0.0f,
        .high = 1.0f,
        .percent = true,
    };
}

bool progress_has_time_line(const Shell *shell)
{
    return scrub_can(shell->lab) && !shell->lab->fetch;
}

void progress_update(Shell *shell)
{
    Strip *strip = &shell->strip;
    const TrainConfig *config = &shell->lab->config;
    bool idle = shell->lab->stats.phase == TRAIN_IDLE; /* then what the next run will have counts */
    NetCost cost = idle ? shell->lab->plan.cost : config->cost;
    data_text(shell, strip->status[0], sizeof strip->status[0]);
    snprintf(strip->status[1], sizeof strip->status[1], "minibatch %d · rate %g · %s",
             config->minibatch, (double)config->rate,
             cost == NET_COST_SQUARED ? "squared error" : "cross-entropy");
    if (moment_frame(shell->lab) >= 0) {
        scrub_print(shell->lab, strip->status[1], sizeof strip->status[1]);
    }
    int pace = plan_pace(shell->lab->plan.speed);
    if (pace == TRAINER_FULL_SPEED) {
        snprintf(strip->speed, sizeof strip->speed, "full");
    } else {
        snprintf(strip->speed, sizeof strip->speed, pace == 1 ? "%d step/s" : "%d steps/s", pace);
    }
    strip->time_line = progress_has_time_line(shell);
    strip->progress = (float)(shell->lab->fetch ? shell->lab->fetched : shell->lab->stats.done);
    make_plots(shell, strip);
    make_figures(shell, strip);
}
