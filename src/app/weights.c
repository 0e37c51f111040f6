/* Changes to the weights by hand. Whole networks are kept: each change is one copy, and taking it
 * back is exact. */
#include "app/weights.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/models.h"
#include "app/training.h"

enum { KEPT_BYTES = 16 << 20 };

/* The weights are the person's from here on: what a run still sends would write over them. */
static void end_run(App *app)
{
    if (app->lab.following) {
        app->lab.model.info = models_info(app);
        if (app->lab.stats.phase != TRAIN_IDLE) {
            training_leave(app);
        }
        app->lab.following = false;
    }
    app->lab.timeline.held = 0;
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
    if (kept->count == kept->room) {
        int room = SDL_max(8, 2 * kept->room);
        KeptWeights *before = realloc(kept->before, (size_t)room * sizeof *before);
        if (!before) {
            return err_set(err, "There is not enough memory to keep the weights.");
        }
        kept->before = before;
        kept->room = room;
    }
    return true;
}

bool weights_keep(App *app, const char *what, Err *err)
{
    Kept *kept = &app->lab.kept;
    KeptWeights before = {.model = app->lab.model};
    before.model.net = (Net){0};
    if (!make_room(kept, app->lab.model.net.floats * sizeof(float), err) ||
        !net_make(&before.model.net, &app->lab.model.net.shape, err)) {
        return false;
    }
    end_run(app);
    before.model.info = app->lab.model.info;
    net_copy(&before.model.net, &app->lab.model.net);
    snprintf(before.what, sizeof before.what, "%s", what);
    kept->before[kept->count++] = before;
    return true;
}

void weights_changed(App *app)
{
    app->lab.model.path = (Path){0}; /* saving never writes over what it was */
    app->lab.model.info.tested = false;
    app->lab.model.changed = true;
    app->lab.model.fresh = false;
    app_weights_changed(app);
    app->redraw = true;
}

bool weights_can_undo(const App *app)
{
    return app->lab.kept.count > 0;
}

void weights_undo(App *app)
{
    assert(weights_can_undo(app));
    model_free(&app->lab.model);
    app->lab.timeline.held = 0;
    app->lab.model = app->lab.kept.before[--app->lab.kept.count].model;
    app_weights_changed(app);
    app->redraw = true;
}

int weights_kept(const App *app)
{
    return app->lab.kept.count;
}

const char *weights_last(const App *app)
{
    return app->lab.kept.count > 0 ? app->lab.kept.before[app->lab.kept.count - 1].what : "";
}

void weights_forget(App *app)
{
    for (int i = 0; i < app->lab.kept.count; i++) {
        model_free(&app->lab.kept.before[i].model);
    }
    free(app->lab.kept.before);
    app->lab.kept = (Kept){0};
}
