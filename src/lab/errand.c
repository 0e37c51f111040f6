/* A file that the person opens or saves, on a thread of its own. */
#include "lab/errand.h"

#include <stdlib.h>

enum { END_MS = 2000 };

static void run(Job *job)
{
    Errand *errand = (Errand *)job;
    errand->ok = errand->work(errand);
}

bool errands_make(Errands *errands, void (*wake)(void *context), void *context, Err *err)
{
    errands->jobs = jobs_create(wake, context, err);
    return errands->jobs != NULL;
}

void errands_free(Errands *errands)
{
    if (jobs_destroy(errands->jobs, END_MS)) {
        errand_drop(errands->errand); /* else a thread may read of it for ever */
    }
    errands->errand = NULL;
    errands->jobs = NULL;
}

Errand *errand_make(const Errands *errands, const char *path, Err *err)
{
    if (errands->errand) {
        err_set(err, "%.400s is still under way; wait until that is done.",
                errands->errand->path.text);
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
    return errand;
}

void errand_drop(Errand *errand)
{
    if (errand) {
        model_free(&errand->model);
        digits_free(&errand->digits);
        free(errand->data);
        if (errand->free_more) {
            errand->free_more(errand->more);
        }
        free(errand);
    }
}

/* Takes what came of it. */
static bool finish(Errands *errands, Errand *errand, Err *err)
{
    bool ok = errand->ok;
    errands->errand = NULL;
    if (ok) {
        errand->done(errand->of, errand);
    } else {
        *err = errand->err;
        if (errand->failed) {
            errand->failed(errand->of, errand);
        }
    }
    errand_drop(errand);
    return ok;
}

bool errand_send(Errands *errands, Errand *errand, Err *err)
{
    errand->job = (Job){.run = run};
    errands->errand = errand;
    jobs_start(errands->jobs, &errand->job);
    return !jobs_done(errands->jobs, &errand->job, errands->patience_ms) ||
           finish(errands, errand, err);
}

bool errand_poll(Errands *errands, ErrandEnd *end)
{
    Errand *errand = errands->errand;
    if (!errand || !jobs_done(errands->jobs, &errand->job, 0)) {
        return false;
    }
    end->in_dialog = errand->in_dialog;
    end->ok = finish(errands, errand, &end->err);
    return true;
}

bool errand_wait_in_dialog(Errands *errands, bool in_dialog)
{
    if (errands->errand) {
        errands->errand->in_dialog = in_dialog;
    }
    return errands->errand != NULL;
}
