/* A run put aside: copies of all that the lab has of it. */
#include "lab/run_held.h"

#include "base/number.h"
#include "lab/moment.h"
#include "lab/weights.h"

bool run_held_take(RunHeld *held, const Lab *lab, Err *err)
{
    *held = (RunHeld){
        .number = lab->run,
        .history = lab->history,
        .stats = lab->stats,
        .config = lab->config,
        .mix = lab->run_mix,
        .epochs_before = lab->epochs_before,
        .opened = lab->run_opened,
        .following = lab->following,
        .listed = lab->runs.open,
        .info = lab->model.info,
    };
    if (held->listed) {
        held->entry = lab->runs.run[lab->runs.count - 1];
        held->entry.curves = (Curves){0};
    }
    if (!timeline_copy(&held->timeline, &lab->timeline, err) ||
        !weights_copy(&held->kept, &lab->kept, err)) {
        run_held_free(held);
        return false;
    }
    if (!curves_copy(&held->curves, &lab->curves, lab->curves.count)) {
        run_held_free(held);
        return err_set_code(err, ERR_NO_MEMORY, "There is not enough memory for the curves.");
    }
    held->curves.last = lab->curves.last;
    return true;
}

bool run_held_is_on_show(const RunHeld *held, const Lab *lab)
{
    return lab->run == held->number && lab->timeline.frames >= held->timeline.frames &&
           lab->timeline.held == held->timeline.held && lab->following == held->following &&
           lab->kept.count == held->kept.count;
}

void run_held_give(RunHeld *held, Lab *lab)
{
    int last_id = number_max(lab->timeline.last_id, held->timeline.last_id);
    moment_leave(lab);
    weights_forget(lab);
    curves_free(&lab->curves);
    held->stats.snapshot = lab->stats.snapshot;
    held->stats.run = 0; /* none of the trainer's: its last words are of another one */
    held->stats.phase = TRAIN_IDLE;
    lab->run += held->timeline.frames > 0;
    lab->timeline = held->timeline;
    lab->timeline.last_id = last_id;
    lab->curves = held->curves;
    lab->history = held->history;
    lab->stats = held->stats;
    lab->config = held->config;
    lab->run_mix = held->mix;
    lab->epochs_before = held->epochs_before;
    lab->run_opened = held->opened;
    lab->following = held->following;
    lab->model.info = held->info;
    lab->kept = held->kept;
    if (held->listed) {
        runs_reopen(&lab->runs, &held->entry);
    }
    *held = (RunHeld){0};
    lab_net_changed(lab);
}

void run_held_free(RunHeld *held)
{
    timeline_free(&held->timeline);
    curves_free(&held->curves);
    weights_free(&held->kept);
    *held = (RunHeld){0};
}
