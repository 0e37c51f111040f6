/* What the training strip says of the run. */
#include "app/progress.h"

#include <math.h>
#include <stdio.h>

#include "lab/moment.h"
#include "lab/scrub.h"

void progress_print_count(char *text, size_t room, double count)
{
    int whole = (int)fmin(round(count), 1e6);
    if (count >= 1e6) {
        snprintf(text, room, "%.1f M", count / 1e6);
    } else if (whole >= 1000) {
        snprintf(text, room, "%d,%03d", whole / 1000, whole % 1000);
    } else {
        snprintf(text, room, "%d", whole);
    }
}

static void data_text(const App *app, char *text, size_t room)
{
    if (app->lab.fetch) {
        snprintf(text, room, "Downloading MNIST: %.0f %%", 100.0 * app->lab.fetched);
    } else if (app->lab.loader) {
        snprintf(text, room, "Loading the images…");
    } else {
        char images[16];
        progress_print_count(images, sizeof images, app->lab.mix.train.images);
        snprintf(text, room, "%s: %s images", *app->lab.mix.name ? app->lab.mix.name : "None",
                 images);
    }
}

/* The trainer counts the time it works; at a set pace it mostly waits. */
static double images_a_second(const App *app)
{
    double pace = plan_pace(app->lab.plan.speed) * (double)app->lab.config.minibatch;
    double speed = app->lab.stats.images_per_second;
    return pace > 0.0 ? fmin(pace, speed) : speed;
}

static void make_figures(const App *app, Strip *strip)
{
    static const char *const NAME[STRIP_FIGURES] = {"epoch", "test accuracy", "train accuracy",
                                                    "images a second", "time left"};
    const TrainStats *stats = &app->lab.stats;
    const TrainEpoch *last = &app->lab.curves.last;
    for (int i = 0; i < STRIP_FIGURES; i++) {
        strip->figure[i].name = NAME[i];
        snprintf(strip->figure[i].value, sizeof strip->figure[i].value, "–");
    }
    if (app->lab.curves.count == 0) {
        return;
    }
    size_t room = sizeof strip->figure[0].value;
    snprintf(strip->figure[0].value, room, "%d of %d", last->epoch, app->lab.config.epochs);
    snprintf(strip->figure[1].value, room, "%.2f %%", 100.0 * last->test_accuracy);
    if (app->lab.curves.count > 1) {
        snprintf(strip->figure[2].value, room, "%.2f %%", 100.0 * last->train_accuracy);
    }
    double speed = images_a_second(app);
    if (speed >= 1e4 && speed < 1e6) {
        snprintf(strip->figure[3].value, room, "%.0f k", speed / 1e3);
    } else if (speed > 0.0) {
        progress_print_count(strip->figure[3].value, room, speed);
    }
    if (stats->phase != TRAIN_IDLE && speed > 0.0) {
        double left_s =
            (1.0 - stats->done) * app->lab.config.epochs * app->lab.mix.train.images / speed;
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

static void make_plots(const App *app, Strip *strip)
{
    const Curves *curves = &app->lab.curves;
    int count = curves->count;
    bool good =
        count > 1 && curves->last.test_accuracy > 0.88; /* then the lower part tells nothing */
    strip->cost = (Plot){
        .title = "Cost",
        .train = {"train", curves->train_cost, 1, count},
        .test = {"test", curves->test_cost, 0, count},
        .epochs = app->lab.config.epochs,
        .high = cost_axis(curves),
    };
    strip->accuracy = (Plot){
        .title = "Accuracy",
        .train = {"train", curves->train_accuracy, 1, count},
        .test = {"test", curves->test_accuracy, 0, count},
        .epochs = app->lab.config.epochs,
        .low = good ? 0.8f : 0.0f,
        .high = 1.0f,
        .percent = true,
    };
}

bool progress_has_time_line(const App *app)
{
    return scrub_can(&app->lab) && !app->lab.fetch;
}

void progress_update(App *app)
{
    Strip *strip = &app->strip;
    const TrainConfig *config = &app->lab.config;
    bool idle = app->lab.stats.phase == TRAIN_IDLE; /* then what the next run will have counts */
    NetCost cost = idle ? app->lab.plan.cost : config->cost;
    data_text(app, strip->status[0], sizeof strip->status[0]);
    snprintf(strip->status[1], sizeof strip->status[1], "minibatch %d · rate %g · %s",
             config->minibatch, (double)config->rate,
             cost == NET_COST_SQUARED ? "squared error" : "cross-entropy");
    if (moment_frame(&app->lab) >= 0) {
        scrub_print(&app->lab, strip->status[1], sizeof strip->status[1]);
    }
    int pace = plan_pace(app->lab.plan.speed);
    if (pace == TRAINER_FULL_SPEED) {
        snprintf(strip->speed, sizeof strip->speed, "full");
    } else {
        snprintf(strip->speed, sizeof strip->speed, pace == 1 ? "%d step/s" : "%d steps/s", pace);
    }
    strip->time_line = progress_has_time_line(app);
    strip->progress = (float)(app->lab.fetch ? app->lab.fetched : app->lab.stats.done);
    make_plots(app, strip);
    make_figures(app, strip);
}
