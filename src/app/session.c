/* The last network, settings and drawing, kept from one start to the next. */
#include "app/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/actions.h"
#include "app/session_read.h"
#include "app/session_save.h"
#include "lab/moment.h"

/* A change is on the disk two seconds later, the time that the disk takes included. */
enum { SAVE_AFTER_MS = 1000, TRY_AGAIN_AFTER_MS = 5000 };

static const char SECOND[] =
    "Another window of Inkling is open: this one has a session of its own, which comes back when "
    "a second window is opened again.";

struct Session {
    SessionPlace place;
    Err no_place; /* why there is none */
    SessionOwed owed;
    char said[ERR_TEXT_MAX]; /* to be said of the start; "" for nothing */
    bool bad;
    /* What is on the disk, or on its way there. */
    SessionFacts facts;
    NetInfo info;
    int answers, net_version; /* of the App then; -1 where there is nothing */
    SessionNetwork on_disk;
    int number;              /* of the newest network's file that there ever was */
    SessionWork *work;       /* under way; NULL for none */
    bool changed;            /* there is something to save */
    Uint64 due_ms;           /* when it is saved */
    bool hurried;            /* or rather at once */
    bool failed;             /* that did not work */
    Err err;                 /* of the last saving; "" where it went well */
    char told[ERR_TEXT_MAX]; /* what the window says of it; each try names another file */
};

bool session_load(App *app)
{
    Session *session = calloc(1, sizeof *session);
    app->session = session;
    if (!session) {
        return false;
    }
    session->answers = session->net_version = -1;
    if (!session_place_take(&session->place, &session->no_place)) {
        return false;
    }
    SessionRead read;
    session_read(app, &session->place, &read);
    session->owed = read.owed;
    session->changed = read.lost;
    session->bad = read.lost;
    snprintf(session->said, sizeof session->said, "%s",
             !read.lost && session_place_is_second(&session->place) ? SECOND : read.said.text);
    session->number = read.number;
    session->due_ms = SDL_GetTicks64() + SAVE_AFTER_MS;
    session->on_disk = read.network;
    if (read.has_network) {
        session->net_version = app->lab.net_version;
        session->info = app->lab.model.info;
    }
    if (read.found) {
        session_facts_take(app, &session->facts);
    }
    return read.has_network;
}

void session_free(App *app, bool idle)
{
    Session *session = app->session;
    app->session = NULL;
    if (!session) {
        return;
    }
    session_place_free(&session->place);
    if (session->work && !idle) {
        return; /* what a job still uses is left to it */
    }
    session_work_free(session->work);
    free(session->owed.bytes);
    free(session);
}

/* What changes of it, when something does. */
static bool same_info(const NetInfo *a, const NetInfo *b)
{
    bool same_figure = a->tested == b->tested && !(a->test_accuracy < b->test_accuracy) &&
                       !(a->test_accuracy > b->test_accuracy);
    return same_figure && a->epochs == b->epochs && a->seed == b->seed &&
           a->curves.added == b->curves.added && strcmp(a->data, b->data) == 0 &&
           strcmp(a->preparation, b->preparation) == 0;
}

static bool network_changed(const App *app)
{
    const Session *session = app->session;
    NetInfo info = moment_info(&app->lab);
    return session->net_version != app->lab.net_version || !*session->on_disk.file ||
           !same_info(&info, &session->info);
}

static void note_changes(App *app)
{
    Session *session = app->session;
    SessionFacts facts;
    session_facts_take(app, &facts);
    if (session->answers < 0 && session->net_version == app->lab.net_version) {
        session->answers = app->lab.answers; /* to what was read a moment ago */
    }
    if (session->changed) {
        return;
    }
    session->changed = session->answers != app->lab.answers || network_changed(app) ||
                       !session_facts_equal(&facts, &session->facts);
    session->due_ms = SDL_GetTicks64() + SAVE_AFTER_MS;
}

/* It did not work: it is said once, and tried again. */
static void fail(App *app, const Err *err)
{
    Session *session = app->session;
    if (!*session->err.text && !session->hurried) {
        snprintf(session->told, sizeof session->told, "%s", err->text);
        app_tell(app, true, ACTION_NONE, err->text);
    }
    session->err = *err;
    session->failed = session->hurried;
    session->hurried = false;
    session->changed = true;
    session->due_ms = SDL_GetTicks64() + TRY_AGAIN_AFTER_MS;
}

static void succeed(App *app)
{
    Session *session = app->session;
    if (*session->told && strcmp(app->notice.text, session->told) == 0) {
        app->notice = (Notice){0}; /* it is so no longer */
        app->redraw = true;
    }
    session->told[0] = 0;
    session->err.text[0] = 0;
}

static void begin(App *app)
{
    Err err;
    Session *session = app->session;
    bool with_network = network_changed(app);
    if (!*session->place.stem) {
        fail(app, &session->no_place);
        return;
    }
    SessionWork *work = session_work_make(app, with_network, &err);
    if (!work) {
        fail(app, &err);
        return;
    }
    work->place = session->place;
    work->on_disk = session->on_disk;
    work->owed = &session->owed;
    work->sweep = *session->err.text != 0;
    work->number = with_network ? ++session->number : session->number;
    session->work = work;
    session->facts = work->facts;
    session->answers = app->lab.answers;
    if (with_network) {
        session->net_version = app->lab.net_version;
        session->info = work->info;
    }
    session->changed = false;
    if (app->jobs) {
        jobs_start(app->jobs, &work->job);
    } else {
        work->job.run(&work->job);
    }
}

/* Take in what came of a saving. */
static void finish(App *app)
{
    Session *session = app->session;
    SessionWork *work = session->work;
    if (!work || (app->jobs && !jobs_done(app->jobs, &work->job, 0))) {
        return;
    }
    session->work = NULL;
    if (work->paid) {
        free(session->owed.bytes);
        session->owed = (SessionOwed){0};
    }
    if (work->kept) {
        session->on_disk = work->facts.network;
    }
    if (work->net.shape.layers > 0 && !(work->kept && work->network_kept)) {
        session->net_version = -1; /* it has to be written yet */
    }
    if (work->kept && work->network_kept) {
        succeed(app);
    } else {
        fail(app, &work->err);
    }
    session_work_free(work);
}

/* A sentence about the start waits for room, unless what is said now is only news. */
static void say(App *app)
{
    Session *session = app->session;
    if (*session->said && !(*app->notice.text && app->notice.bad)) {
        app_tell(app, session->bad, ACTION_NONE, session->said);
        session->said[0] = 0;
    }
}

void session_update(App *app)
{
    Session *session = app->session;
    if (!session) {
        return;
    }
    say(app);
    finish(app);
    note_changes(app);
    if (session->changed && !session->work &&
        (session->hurried || SDL_GetTicks64() >= session->due_ms)) {
        begin(app);
        finish(app);
    }
    session->hurried = session->hurried && (session->changed || session->work);
}

int session_sleep_ms(const App *app)
{
    const Session *session = app->session;
    if (!session || !session->changed || session->work) {
        return -1;
    }
    Uint64 now_ms = SDL_GetTicks64();
    return session->hurried || now_ms >= session->due_ms ? 0 : (int)(session->due_ms - now_ms);
}

void session_hurry(App *app)
{
    if (app->session) {
        app->session->hurried = true;
        app->session->failed = false;
    }
}

SessionNews session_news(const App *app, Err *err)
{
    const Session *session = app->session;
    if (!session) {
        err_set(err, "There is not enough memory to keep the drawing and the network.");
        return SESSION_FAILED;
    }
    *err = session->err;
    return session->failed                     ? SESSION_FAILED
           : session->work || session->changed ? SESSION_BUSY
                                               : SESSION_KEPT;
}
