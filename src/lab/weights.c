/* Changes to the weights by hand. Whole networks are kept: each change is one copy, and taking it
 * back is exact. */
#include "lab/weights.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "lab/moment.h"

enum { KEPT_BYTES = 16 << 20 };

/* The weights are the person's from here on: what a run still sends would write over them. It can
 * be looked back at, and gone on with from there. */
static void end_run(Lab *lab)
{
    if (lab->following && lab->stats.phase != TRAIN_IDLE) {
        trainer_stop(lab->trainer);
        lab->stats.phase = TRAIN_IDLE;
        lab->start_when_ready = START_NONE;
    }
    lab->following = false;
    lab->timeline.held = 0;
}

static void forget_oldest(Kept *kept)
{
    model_free(&kept->before[0].model);
    kept->count--;
    memmove(kept->before, kept->before + 1, (size_t)kept->count * sizeof *kept->before);
}

static bool make_room(Kept *kept, size_t bytes, Err *err)
{
    while (kept->count > 0 && (size_t)(kept->count + 1) * bytes > KEPT_BYTES) {
        forget_oldest(kept);
    }
    if (kept->count == kept->capacity) {
        int room = number_max(8, 2 * kept->capacity);
        KeptWeights *before = realloc(kept->before, (size_t)room * sizeof *before);
        if (!before) {
            return err_set(err, "There is not enough memory to keep the weights.");
        }
        kept->before = before;
        kept->capacity = room;
    }
    return true;
}

/* The network as it was trained goes on the shelf before the first change. */
static bool keep_trained(Lab *lab, Err *err)
{
    bool trained = lab->kept.count == 0 && !lab->model.fresh;
    return moment_keep_newest(lab, err) && (!trained || shelf_keep(&lab->shelf, &lab->model, err));
}

bool weights_keep(Lab *lab, const char *what, Err *err)
{
    Kept *kept = &lab->kept;
    KeptWeights before;
    moment_settle(lab);
    if (!make_room(kept, lab->model.net.floats * sizeof(float), err) || !keep_trained(lab, err) ||
        !model_copy(&before.model, &lab->model, err)) {
        return false;
    }
    before.held = lab->timeline.held;
    end_run(lab);
    snprintf(before.what, sizeof before.what, "%s", what);
    kept->before[kept->count++] = before;
    return true;
}

void weights_changed(Lab *lab)
{
    lab->model.path = (Path){0}; /* saving never writes over what it was */
    lab->model.name[0] = 0;
    lab->model.starts = false;
    lab->model.info.tested = false;
    lab->model.changed = true;
    lab->model.fresh = false;
    lab_net_changed(lab);
    lab->news.shown = true;
}

bool weights_can_undo(const Lab *lab)
{
    return lab->kept.count > 0;
}

void weights_undo(Lab *lab)
{
    assert(weights_can_undo(lab));
    const KeptWeights *before = &lab->kept.before[--lab->kept.count];
    model_free(&lab->model);
    lab->model = before->model;
    lab->timeline.held = timeline_find(&lab->timeline, before->held) >= 0 ? before->held : 0;
    lab_net_changed(lab);
    lab->news.shown = true;
}

int weights_kept(const Lab *lab)
{
    return lab->kept.count;
}

const char *weights_last(const Lab *lab)
{
    return lab->kept.count > 0 ? lab->kept.before[lab->kept.count - 1].what : "";
}

bool weights_copy(Kept *to, const Kept *from, Err *err)
{
    *to = (Kept){.before = calloc((size_t)number_max(from->count, 1), sizeof *to->before)};
    to->capacity = number_max(from->count, 1);
    if (!to->before) {
        *to = (Kept){0};
        return err_set(err, "There is not enough memory to keep the weights.");
    }
    for (; to->count < from->count; to->count++) {
        KeptWeights *copy = &to->before[to->count];
        *copy = from->before[to->count];
        if (!model_copy(&copy->model, &from->before[to->count].model, err)) {
            weights_free(to);
            return false;
        }
    }
    return true;
}

void weights_free(Kept *kept)
{
    for (int i = 0; i < kept->count; i++) {
        model_free(&kept->before[i].model);
    }
    free(kept->before);
    *kept = (Kept){0};
}

void weights_forget(Lab *lab)
{
    weights_free(&lab->kept);
}
