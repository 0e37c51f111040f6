/* The way of the user's own digits to their file and back. The file is touched on a thread of its
 * own: another program may hold its lock, or its disk may not answer. */
#include "lab/mine_file.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/clock.h"

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

bool mine_file_make(Mine *mine, void (*wake)(void *context), void *context, Err *err)
{
    mine->work = calloc(1, sizeof *mine->work);
    if (!mine->work) {
        return err_set(err, "There is not enough memory to start; close other programs.");
    }
    mine->jobs = jobs_create(wake, context, err);
    return mine->jobs != NULL;
}

/* Begins what is next to be done; false where nothing is, or it is not yet time to try again. */
static bool begin(Mine *mine)
{
    uint64_t now_ms = clock_ms();
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

void mine_file_tell(Mine *mine, News *news)
{
    if (mine->waiting && !*mine->told && clock_until_ms(mine->since_ms + TELL_MS) == 0) {
        print_waiting(mine, mine->told, sizeof mine->told);
        news_fail(news, OFFER_NONE, mine->told);
    }
}

static void stop_waiting(Mine *mine, News *news)
{
    if (*mine->told) {
        news_outdate(news, mine->told);
    }
    mine->told[0] = 0;
    mine->waiting = mine->in_use = false;
    news->shown = true;
}

/* Takes what came of a try. */
static MineCame take(Mine *mine, News *news, Err *err)
{
    OwnWork *work = &mine->work->own;
    bool read = !work->edit.before && !work->edit.after;
    mine->working = false;
    if (work->outcome == OWN_BUSY) {
        bool soon = clock_until_ms(mine->since_ms + TELL_MS) > 0;
        mine->in_use = true;
        mine->retry_ms = clock_ms() + (soon ? RETRY_MS : RETRY_LATER_MS);
        return MINE_BUSY;
    }
    stop_waiting(mine, news);
    if (!own_done(&mine->own, work, err)) {
        return MINE_FAILED;
    }
    bool first = read && !mine->read;
    mine->read = mine->read || first;
    return first ? MINE_FIRST_READ : MINE_DONE;
}

MineCame mine_file_go(Mine *mine, News *news, int wait_ms, Err *err)
{
    return begin(mine) && jobs_done(mine->jobs, &mine->work->job, wait_ms) ? take(mine, news, err)
                                                                           : MINE_NOTHING;
}

bool mine_file_pending(const Mine *mine)
{
    return own_pending(&mine->own);
}

int mine_file_sleep_ms(const Mine *mine)
{
    if (!mine->waiting) {
        return -1;
    }
    int tell_ms = *mine->told ? -1 : clock_until_ms(mine->since_ms + TELL_MS);
    int retry_ms =
        mine->working ? -1 : clock_until_ms(mine->retry_ms); /* the thread wakes the loop */
    return clock_sooner_ms(tell_ms, retry_ms);
}

void mine_file_free(Mine *mine)
{
    if (!jobs_destroy(mine->jobs, END_MS)) {
        mine->own = (Own){0}; /* a thread that waits for the disk may read of it for ever */
        mine->work = NULL;
    } else if (mine->working) {
        free(mine->work->own.text);
    }
    free(mine->work);
    own_free(&mine->own);
}
