/* Experiments under way: one run after the other, and at the end a sentence of what was seen. */
#include "lab/series.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "lab/training.h"

/* The share that is right of a network that has learned next to nothing: guessing gives a tenth. */
static const double GUESSED = 0.3;

static void begin_run(Lab *lab)
{
    training_experiment(lab, lab->series.which);
}

void series_begin(Lab *lab, Experiment which)
{
    lab->series = (Series){.on = true, .which = which};
    for (int i = 0; i < lab->runs.count && experiment_runs(which) > 1; i++) {
        lab->runs.run[i].hidden = true; /* its runs are to be compared with each other */
    }
    begin_run(lab);
}

static bool waits(const Lab *lab)
{
    return lab->start_when_ready == (Start)(START_EXPERIMENT + (int)lab->series.which);
}

/* Whether the run that is open is the one that it is at. */
static bool has_the_run(const Lab *lab)
{
    char title[RUN_TITLE_MAX];
    experiment_print_title(lab->series.which, lab->series.run, title, sizeof title);
    return lab->runs.open && strcmp(lab->runs.run[lab->runs.count - 1].recipe.title, title) == 0;
}

/* "Rate 0.3 ended lowest: cost 0.31, 95 % right; 10 never learned." */
static void print_rates(const Series *series, char *text, size_t room)
{
    int best = 0, failed = 0;
    for (int run = 1; run < series->run; run++) {
        best = series->end[run].cost < series->end[best].cost ? run : best;
    }
    snprintf(text, room, "Rate %g ended lowest: cost %.2f, %.0f %% right",
             (double)experiment_rate(best), series->end[best].cost,
             100.0 * series->end[best].right);
    for (int run = 0; run < series->run; run++) {
        if (series->end[run].right < GUESSED) {
            size_t used = strlen(text);
            snprintf(text + used, room - used, "%s%g", failed++ ? " and " : "; ",
                     (double)experiment_rate(run));
        }
    }
    size_t used = strlen(text);
    snprintf(text + used, room - used, "%s", failed ? " never learned." : ".");
}

static void print_seen(const Lab *lab, char *text, size_t room)
{
    const Series *series = &lab->series;
    const SeriesEnd *end = &series->end[0];
    if (series->which == EXPERIMENT_RATES) {
        print_rates(series, text, room);
    } else if (series->which == EXPERIMENT_SHUFFLED) {
        snprintf(text, room,
                 "%s: %.0f %% right on its own images, learned by heart, and %.0f %% on test "
                 "images.",
                 experiment_name(series->which), 100.0 * end->right_train, 100.0 * end->right);
    } else {
        snprintf(text, room, "%s: ended at cost %.2f on test images, %.0f %% right.",
                 experiment_name(series->which), end->cost, 100.0 * end->right);
    }
}

/* The run has come to its end. */
static void take_end(Lab *lab)
{
    Series *series = &lab->series;
    const TrainEpoch *last = &lab->curves.last;
    series->end[series->run++] =
        (SeriesEnd){last->test_cost, last->test_accuracy, last->train_accuracy};
    lab->news.shown = true;
    if (series->run < experiment_runs(series->which)) {
        begin_run(lab);
    } else {
        series->on = false;
        print_seen(lab, series->seen, sizeof series->seen);
    }
}

static void stop(Lab *lab)
{
    Series *series = &lab->series;
    series->on = false;
    snprintf(series->seen, sizeof series->seen, "%s: stopped in run %d of %d.",
             experiment_name(series->which), series->run + 1, experiment_runs(series->which));
}

void series_poll(Lab *lab)
{
    Series *series = &lab->series;
    bool idle = lab->stats.phase == TRAIN_IDLE;
    if (!series->on) {
        if (!idle) { /* another run has begun since */
            series->seen[0] = 0;
        }
    } else if (waits(lab)) {
        return;
    } else if (!has_the_run(lab)) {
        series->on = false;
    } else if (idle && lab->stats.finished) {
        take_end(lab);
    } else if (idle) {
        stop(lab);
    }
}

void series_print(const Lab *lab, char *text, size_t room)
{
    const Series *series = &lab->series;
    char title[RUN_TITLE_MAX];
    if (!series->on) {
        snprintf(text, room, "%s", series->seen);
        return;
    }
    experiment_print_title(series->which, series->run, title, sizeof title);
    snprintf(text, room, "Experiment, run %d of %d: %s", series->run + 1,
             experiment_runs(series->which), title);
}
