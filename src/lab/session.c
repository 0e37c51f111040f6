/* The last network, settings and drawing, kept from one start to the next. */
#include "lab/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "lab/moment.h"
#include "lab/session_read.h"
#include "lab/session_save.h"

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
    int answers, net_version; /* of the Lab then; -1 where there is nothing */
    int shelf_revision;       /* likewise */
    int recent_revision;
    SessionNetwork on_disk;
    SessionShelf shelf_on_disk;
    int number;              /* of the newest network's file that there ever was */
    SessionWork *work;       /* under way; NULL for none */
    bool changed;            /* there is something to save */
    uint64_t due_ms;         /* when it is saved */
    bool hurried;            /* or rather at once */
    bool failed;             /* that did not work */
    Err err;                 /* of the last saving; "" where it went well */
    char told[ERR_TEXT_MAX]; /* what the window says of it; each try names another file */
};

bool session_load(Lab *lab)
{
    Session *session = calloc(1, sizeof *session);
    lab->session = session;
    if (!session) {
        return false;
    }
    session->answers = session->net_version = session->shelf_revision = -1;
    if (!session_place_take(&session->place, &session->no_place)) {
        return false;
    }
    SessionRead read;
    session_read(lab, &session->place, &read);
    session->owed = read.owed;
    session->changed = read.lost;
    session->bad = read.lost;
    snprintf(session->said, sizeof session->said, "%s",
             !read.lost && session_place_is_second(&session->place) ? SECOND : read.said.text);
    session->number = read.number;
    session->due_ms = clock_ms() + SAVE_AFTER_MS;
    session->on_disk = read.network;
    session->shelf_on_disk = read.shelf;
    session->shelf_revision = lab->shelf.revision;
    session->recent_revision = lab->recent.revision;
    if (read.has_network) {
        session->net_version = lab->net_version;
        session->info = lab->model.info;
    }
    if (read.found) {
        session_facts_take(lab, &session->facts);
    }
    return read.has_network;
}

void session_free(Lab *lab, bool idle)
{
    Session *session = lab->session;
    lab->session = NULL;
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

static bool network_changed(const Lab *lab)
{
    const Session *session = lab->session;
    NetInfo info = moment_info(lab);
    return session->net_version != lab->net_version || !*session->on_disk.file ||
           !same_info(&info, &session->info);
}

static void note_changes(Lab *lab)
{
    Session *session = lab->session;
    SessionFacts facts;
    session_facts_take(lab, &facts);
    if (session->answers < 0 && session->net_version == lab->net_version) {
        session->answers = lab->answers; /* to what was read a moment ago */
    }
    if (session->changed) {
        return;
    }
    session->changed = session->answers != lab->answers || network_changed(lab) ||
                       session->shelf_revision != lab->shelf.revision ||
                       session->recent_revision != lab->recent.revision ||
                       !session_facts_equal(&facts, &session->facts);
    session->due_ms = clock_ms() + SAVE_AFTER_MS;
}

/* It did not work: it is said once, and tried again. */
static void fail(Lab *lab, const Err *err)
{
    Session *session = lab->session;
    if (!*session->err.text && !session->hurried) {
        snprintf(session->told, sizeof session->told, "%s", err->text);
        news_fail(&lab->news, OFFER_NONE, err->text);
    }
    session->err = *err;
    session->failed = session->hurried;
    session->hurried = false;
    session->changed = true;
    session->due_ms = clock_ms() + TRY_AGAIN_AFTER_MS;
}

static void succeed(Lab *lab)
{
    Session *session = lab->session;
    if (*session->told) {
        news_outdate(&lab->news, session->told); /* it is so no longer */
    }
    session->told[0] = 0;
    session->err.text[0] = 0;
}

/* Each network's file has a number that no other has had. */
static void number_shelf(Lab *lab)
{
    for (int i = 0; i < lab->shelf.count; i++) {
        ShelfEntry *entry = &lab->shelf.entry[i];
        entry->file = entry->on_disk ? entry->file : ++lab->session->number;
    }
}

static void begin(Lab *lab)
{
    Err err;
    Session *session = lab->session;
    bool with_network = network_changed(lab);
    if (!*session->place.stem) {
        fail(lab, &session->no_place);
        return;
    }
    number_shelf(lab);
    SessionWork *work = session_work_make(lab, with_network, &err);
    if (!work) {
        fail(lab, &err);
        return;
    }
    work->place = session->place;
    work->on_disk = session->on_disk;
    work->shelf_on_disk = &session->shelf_on_disk;
    work->shelf_changed = session->shelf_revision != lab->shelf.revision;
    work->owed = &session->owed;
    work->sweep = *session->err.text != 0;
    work->number = with_network ? ++session->number : session->number;
    session->work = work;
    session->facts = work->facts;
    session->answers = lab->answers;
    session->shelf_revision = lab->shelf.revision;
    session->recent_revision = lab->recent.revision;
    if (with_network) {
        session->net_version = lab->net_version;
        session->info = work->info;
    }
    session->changed = false;
    if (lab->jobs) {
        jobs_start(lab->jobs, &work->job);
    } else {
        work->job.run(&work->job);
    }
}

/* Take note of what of the shelf is on the disk now. */
static void shelf_kept(Lab *lab, const SessionWork *work)
{
    for (int i = 0; i < lab->shelf.count; i++) {
        ShelfEntry *entry = &lab->shelf.entry[i];
        for (int k = 0; k < work->shelf.count; k++) {
            entry->on_disk |= entry->file == work->shelf_number[k];
        }
    }
}

/* Take in what came of a saving. */
static void finish(Lab *lab)
{
    Session *session = lab->session;
    SessionWork *work = session->work;
    if (!work || (lab->jobs && !jobs_done(lab->jobs, &work->job, 0))) {
        return;
    }
    session->work = NULL;
    if (work->paid) {
        free(session->owed.bytes);
        session->owed = (SessionOwed){0};
    }
    if (work->kept) {
        session->on_disk = work->facts.network;
        session->shelf_on_disk = work->shelf;
    }
    if (work->net.shape.layers > 0 && !(work->kept && work->network_kept)) {
        session->net_version = -1; /* it has to be written yet */
    }
    if (work->kept && work->network_kept) {
        shelf_kept(lab, work);
        succeed(lab);
    } else {
        session->shelf_revision = -1;
        fail(lab, &work->err);
    }
    session_work_free(work);
}

/* A sentence about the start waits for room. */
static void say(Lab *lab)
{
    Session *session = lab->session;
    if (*session->said && session->bad) {
        news_fail(&lab->news, OFFER_NONE, session->said);
    } else if (*session->said) {
        news_say(&lab->news, OFFER_NONE, session->said);
    }
    session->said[0] = 0;
}

void session_update(Lab *lab, bool may_speak)
{
    Session *session = lab->session;
    if (!session) {
        return;
    }
    if (may_speak) {
        say(lab);
    }
    finish(lab);
    note_changes(lab);
    if (session->changed && !session->work && (session->hurried || clock_ms() >= session->due_ms)) {
        begin(lab);
        finish(lab);
    }
    session->hurried = session->hurried && (session->changed || session->work);
}

int session_sleep_ms(const Lab *lab)
{
    const Session *session = lab->session;
    if (!session || !session->changed || session->work) {
        return -1;
    }
    return session->hurried ? 0 : clock_until_ms(session->due_ms);
}

void session_hurry(Lab *lab)
{
    if (lab->session) {
        lab->session->hurried = true;
        lab->session->failed = false;
    }
}

SessionNews session_news(const Lab *lab, Err *err)
{
    const Session *session = lab->session;
    if (!session) {
        err_set(err, "There is not enough memory to keep the drawing and the network.");
        return SESSION_FAILED;
    }
    *err = session->err;
    return session->failed                     ? SESSION_FAILED
           : session->work || session->changed ? SESSION_BUSY
                                               : SESSION_KEPT;
}
