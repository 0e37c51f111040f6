/* A file that the person opens or saves, on a thread of its own. */
#include "app/errand.h"

#include <stdlib.h>

#include "app/actions.h"
#include "app/choose.h"
#include "app/models.h"

enum { END_MS = 2000 };

static void run(Job *job)
{
    Errand *errand = (Errand *)job;
    errand->ok = errand->work(errand);
}

bool errand_start(App *app, Err *err)
{
    app->lab.errands = jobs_create(app_wake, app, err);
    return app->lab.errands != NULL;
}

Errand *errand_make(App *app, const char *path, Err *err)
{
    if (app->lab.errand) {
        err_set(err, "The disk with %.400s does not answer yet; wait until it does.",
                app->lab.errand->path.text);
        return NULL;
    }
    Errand *errand = calloc(1, sizeof *errand);
    if (!errand) {
        err_set(err, "There is not enough memory for files; close other programs.");
        return NULL;
    }
    if (!path_join(&errand->path, path, "")) {
        err_set(err, "%.80s... is too long a name; choose a shorter one.", path);
        free(errand);
        return NULL;
    }
    errand->weight_changes = app->lab.weight_changes;
    return errand;
}

void errand_drop(Errand *errand)
{
    if (errand) {
        model_free(&errand->model);
        digits_free(&errand->digits);
        free(errand->data);
        free(errand->listing.entry);
        free(errand);
    }
}

/* Takes what came of it. */
static bool finish(App *app, Errand *errand, Err *err)
{
    bool ok = errand->ok;
    app->lab.errand = NULL;
    app->redraw = true;
    if (ok) {
        errand->done(app, errand);
    } else {
        *err = errand->err;
    }
    errand_drop(errand);
    return ok;
}

bool errand_send(App *app, Errand *errand, Err *err)
{
    errand->job = (Job){.run = run};
    app->lab.errand = errand;
    jobs_start(app->lab.errands, &errand->job);
    return !jobs_done(app->lab.errands, &errand->job, app->lab.patience_ms) ||
           finish(app, errand, err);
}

void errand_update(App *app)
{
    Err err;
    Errand *errand = app->lab.errand;
    if (!errand || !jobs_done(app->lab.errands, &errand->job, 0)) {
        return;
    }
    bool in_dialog = errand->in_dialog, ok = finish(app, errand, &err);
    if (in_dialog) {
        choose_end(app, ok, &err);
    } else {
        app_tell_unless(app, ok, &err);
    }
}

void errand_free(App *app)
{
    bool rests = jobs_destroy(app->lab.errands, END_MS);
    if (rests) { /* else a thread that waits for the disk may read of it for ever */
        errand_drop(app->lab.errand);
    }
    app->lab.errand = NULL;
    app->lab.errands = NULL;
}
