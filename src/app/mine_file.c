/* The way of the user's own digits to their file and back. The file is touched on a thread of its
 * own: another program may hold its lock, or its disk may not answer. */
#include "app/mine_file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/actions.h"
#include "app/mine.h"

enum {
    RETRY_MS = 20,        /* for a lock that others hold for a moment */
    RETRY_LATER_MS = 200, /* and for one that they keep */
    TELL_MS = 1000,
    END_MS = 2000,
};

struct MineWork {
    Job job;
    OwnWork own;
};

static void run(Job *job)
{
    own_try(&((MineWork *)job)->own);
}

bool mine_file_make(App *app, Err *err)
{
    app->lab.mine.work = calloc(1, sizeof *app->lab.mine.work);
    if (!app->lab.mine.work) {
        return err_set(err, "There is not enough memory to start; close other programs.");
    }
    app->lab.mine.jobs = jobs_create(app_wake, app, err);
    return app->lab.mine.jobs != NULL;
}

/* Begins what is next to be done; false where nothing is, or it is not yet time to try again. */
static bool begin(Mine *mine)
{
    Uint64 now_ms = SDL_GetTicks64();
    if (mine->working || now_ms < mine->retry_ms || !own_next(&mine->own, &mine->work->own)) {
        return mine->working;
    }
    mine->since_ms = mine->waiting ? mine->since_ms : now_ms;
    mine->working = mine->waiting = true;
    mine->work->job = (Job){.run = run};
    jobs_start(mine->jobs, &mine->work->job);
    return true;
}

static void print_waiting(const Mine *mine, char *text, size_t room)
{
    const char *follows = mine_file_pending(mine) ? "what you changed is kept here and follows"
                                                  : "they are read as soon as it is done";
    if (mine->in_use) {
        snprintf(text, room, "Your digits are in use by another program; %s.", follows);
    } else {
        snprintf(text, room, "The disk with your digits does not answer; %s.", follows);
    }
}

/* Says once what is waited for. */
static void tell_waiting(App *app)
{
    Mine *mine = &app->lab.mine;
    if (mine->waiting && !*mine->told && SDL_GetTicks64() >= mine->since_ms + TELL_MS) {
        print_waiting(mine, mine->told, sizeof mine->told);
        app_tell(app, true, ACTION_NONE, mine->told);
    }
}

static void stop_waiting(App *app)
{
    Mine *mine = &app->lab.mine;
    if (*mine->told && strcmp(app->notice.text, mine->told) == 0) {
        app->notice = (Notice){0};
    }
    mine->told[0] = 0;
    mine->waiting = mine->in_use = false;
    app->redraw = true;
}

/* Takes what came of a try; false where it is to be tried again. */
static bool take(App *app)
{
    Err err;
    Mine *mine = &app->lab.mine;
    OwnWork *work = &mine->work->own;
    bool read = !work->edit.before && !work->edit.after;
    mine->working = false;
    if (work->outcome == OWN_BUSY) {
        Uint64 now_ms = SDL_GetTicks64();
        mine->in_use = true;
        mine->retry_ms = now_ms + (now_ms < mine->since_ms + TELL_MS ? RETRY_MS : RETRY_LATER_MS);
        return false;
    }
    stop_waiting(app);
    bool ok = own_done(&mine->own, work, &err);
    mine_changed(app);
    mine->labelled.edits = ok ? mine->labelled.edits : 0;
    if (read && ok && !mine->read) {
        mine->read = true;
        mine_begin(app);
    }
    app_tell_unless(app, ok, &err);
    return true;
}

bool mine_file_go(App *app, int wait_ms)
{
    bool came = false;
    Mine *mine = &app->lab.mine;
    Uint64 end_ms = SDL_GetTicks64() + (Uint64)wait_ms;
    while (begin(mine)) {
        Uint64 now_ms = SDL_GetTicks64();
        int left_ms = now_ms < end_ms ? (int)(end_ms - now_ms) : 0;
        if (!jobs_done(mine->jobs, &mine->work->job, left_ms)) {
            break;
        }
        came = take(app) || came;
    }
    tell_waiting(app);
    return came;
}

bool mine_file_pending(const Mine *mine)
{
    return own_pending(&mine->own);
}

static int until_ms(Uint64 time_ms)
{
    Uint64 now_ms = SDL_GetTicks64();
    return now_ms < time_ms ? (int)(time_ms - now_ms) : 0;
}

int mine_file_sleep_ms(const Mine *mine)
{
    if (!mine->waiting) {
        return -1;
    }
    int tell_ms = *mine->told ? -1 : until_ms(mine->since_ms + TELL_MS);
    int retry_ms = mine->working ? -1 : until_ms(mine->retry_ms); /* the thread wakes the loop */
    return tell_ms < 0 ? retry_ms : retry_ms < 0 ? tell_ms : SDL_min(tell_ms, retry_ms);
}

/* Tries for a moment to carry to the file what is not there yet. */
static void settle(App *app)
{
    Uint64 end_ms = SDL_GetTicks64() + END_MS;
    while (mine_file_pending(&app->lab.mine) && SDL_GetTicks64() < end_ms) {
        mine_file_go(app, RETRY_MS);
        SDL_Delay(1);
    }
}

void mine_file_free(App *app)
{
    Mine *mine = &app->lab.mine;
    settle(app);
    if (!jobs_destroy(mine->jobs, END_MS)) {
        mine->own = (Own){0}; /* a thread that waits for the disk may read of it for ever */
        mine->work = NULL;
    } else if (mine->working) {
        free(mine->work->own.text);
    }
    free(mine->work);
    own_free(&mine->own);
}
