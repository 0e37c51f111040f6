/* A team of workers, called to work and waited for through one lock. */
#include "train/team.h"

#include <assert.h>
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "base/sys_place.h"

typedef struct Member {
    Team *team;
    int worker;
    pthread_t thread;
} Member;

struct Team {
    /* Set before the threads start, only read after. */
    int workers;
    bool background;
    /* The creating thread's own. */
    Member *member; /* workers - 1 of them */
    int started;
    /* Guarded by lock. */
    pthread_mutex_t lock;
    pthread_cond_t called, done;
    TeamJob *job;
    void *context;
    bool over;
    /* Written under lock, but looked at without. */
    atomic_uint jobs; /* counts the calls */
    atomic_uint busy; /* threads that have not finished this job */
};

/* Before a thread sleeps, it looks so often for what it waits for: for some 100 microseconds, more
 * than lies between two rounds. One that is woken tends to be put on the processor of the thread
 * that wakes it, and to wait there until that has done its own share. */
enum { LOOKS = 300 };

/* Wait a moment for `word` to become (or, where `leaves`, to be no longer) `value`. */
static void look(atomic_uint *word, unsigned value, bool leaves)
{
    for (int i = 0; i < LOOKS && (atomic_load(word) == value) == leaves; i++) {
        sched_yield();
    }
}

static void *work(void *context)
{
    Member *member = context;
    Team *team = member->team;
    if (team->background) {
        sys_place_behind_all();
    }
    sys_place_worker(member->worker, team->workers);
    unsigned seen = 0;
    for (;;) {
        look(&team->jobs, seen, true);
        pthread_mutex_lock(&team->lock);
        while (team->jobs == seen && !team->over) {
            pthread_cond_wait(&team->called, &team->lock);
        }
        if (team->over) {
            break;
        }
        seen = team->jobs;
        TeamJob *job = team->job;
        void *job_context = team->context;
        pthread_mutex_unlock(&team->lock);
        job(job_context, member->worker);
        pthread_mutex_lock(&team->lock);
        bool last = --team->busy == 0;
        pthread_mutex_unlock(&team->lock);
        if (last) {
            pthread_cond_signal(&team->done);
        }
    }
    pthread_mutex_unlock(&team->lock);
    return NULL;
}

Team *team_create(int workers, bool background, Err *err)
{
    assert(workers >= 1);
    Team *team = calloc(1, sizeof *team);
    Member *member = calloc((size_t)workers, sizeof *member);
    if (!team || !member) {
        free(team);
        free(member);
        err_set_code(err, ERR_NO_MEMORY, "There is not enough memory for the training.");
        return NULL;
    }
    *team = (Team){.workers = workers, .background = background, .member = member};
    pthread_mutex_init(&team->lock, NULL);
    pthread_cond_init(&team->called, NULL);
    pthread_cond_init(&team->done, NULL);
    for (; team->started < workers - 1; team->started++) {
        member[team->started] = (Member){.team = team, .worker = team->started + 1};
        int failure =
            pthread_create(&member[team->started].thread, NULL, work, &member[team->started]);
        if (failure != 0) {
            err_set_code(err, ERR_NO_MEMORY,
                         "%d threads for the training cannot be started (%s): try fewer.", workers,
                         strerror(failure));
            team_destroy(team);
            return NULL;
        }
    }
    return team;
}

void team_destroy(Team *team)
{
    if (!team) {
        return;
    }
    pthread_mutex_lock(&team->lock);
    assert(team->busy == 0);
    team->over = true;
    pthread_cond_broadcast(&team->called);
    pthread_mutex_unlock(&team->lock);
    for (int i = 0; i < team->started; i++) {
        pthread_join(team->member[i].thread, NULL);
    }
    pthread_cond_destroy(&team->done);
    pthread_cond_destroy(&team->called);
    pthread_mutex_destroy(&team->lock);
    free(team->member);
    free(team);
}

int team_workers(const Team *team)
{
    return team->workers;
}

void team_run(Team *team, TeamJob *job, void *context)
{
    pthread_mutex_lock(&team->lock);
    team->job = job;
    team->context = context;
    team->busy = (unsigned)team->workers - 1;
    team->jobs++; /* last: who looks takes the lock at once */
    pthread_mutex_unlock(&team->lock);
    pthread_cond_broadcast(&team->called);
    job(context, 0);
    look(&team->busy, 0, false);
    pthread_mutex_lock(&team->lock);
    while (team->busy > 0) {
        pthread_cond_wait(&team->done, &team->lock);
    }
    pthread_mutex_unlock(&team->lock);
}

void team_both(void *(*job)(void *argument), void *a, void *b)
{
    pthread_t thread;
    bool apart = pthread_create(&thread, NULL, job, b) == 0;
    job(a);
    if (apart) {
        pthread_join(thread, NULL);
    } else {
        job(b);
    }
}
