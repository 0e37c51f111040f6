/* What a trainer has to tell of its run. */
#include "train/report.h"

#include <stdlib.h>

bool report_make(Report *report, const Net *net, int epochs, Err *err)
{
    *report = (Report){0};
    if (!net_make(&report->snapshot, &net->shape, err)) {
        return false;
    }
    report->epochs = calloc((size_t)epochs + 1, sizeof *report->epochs);
    if (!report->epochs) {
        net_free(&report->snapshot);
        return err_set_code(err, ERR_NO_MEMORY, "There is not enough memory for the training.");
    }
    net_copy(&report->snapshot, net);
    return true;
}

void report_free(Report *report)
{
    net_free(&report->snapshot);
    free(report->epochs);
    *report = (Report){0};
}

void report_publish(Report *report, const Run *run, TrainPhase phase)
{
    TrainStats stats = *run_stats(run);
    const History *history = run_history(run);
    if (!stats.failed) {
        net_copy(&report->snapshot, run_net(run));
    }
    if (stats.epochs > report->stats.epochs) {
        report->epochs[stats.epochs - 1] = *run_epoch(run);
    }
    for (int i = history_after(history, report->stats.steps); i < history->points; i++) {
        history_add(&report->history, &history->point[i]);
    }
    stats.snapshot = report->stats.snapshot + 1;
    stats.run = report->stats.run;
    stats.phase = phase;
    report->stats = stats;
}
