/* Work on a thread of its own: a queue, one lock, and two conditions. */
#include "train/jobs.h"

#include <assert.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "train/wait.h"

struct Jobs {
    /* Set before the thread starts, only read after. */
    void (*wake)(void *context);
    void *context;
    pthread_t thread;
    /* Guarded by lock. */
    pthread_mutex_t lock;
    pthread_cond_t queued, rested; /* something to do; something has ended */
    Job *first, *last;             /* not begun */
    bool waking;                   /* somebody */
    bool leaving;                  /* jobs_destroy() waits */
    bool ended, left_alone;        /* the thread is done; nobody waits for it */
};

static void release(Jobs *jobs)
{
    pthread_cond_destroy(&jobs->rested);
    pthread_cond_destroy(&jobs->queued);
    pthread_mutex_destroy(&jobs->lock);
    free(jobs);
}

/* Takes the next job out of the queue; NULL where there is none and none will come. */
static Job *take(Jobs *jobs)
{
    while (!jobs->first && !jobs->leaving) {
        pthread_cond_wait(&jobs->queued, &jobs->lock);
    }
    Job *job = jobs->left_alone ? NULL : jobs->first;
    if (job) {
        jobs->first = job->next;
    }
    return job;
}

static void *work(void *argument)
{
    Jobs *jobs = argument;
    pthread_mutex_lock(&jobs->lock);
    for (Job *job; (job = take(jobs));) {
        pthread_mutex_unlock(&jobs->lock);
        job->run(job);
        pthread_mutex_lock(&jobs->lock);
        job->finished = true;
        jobs->waking = !jobs->left_alone;
        pthread_cond_broadcast(&jobs->rested);
        if (jobs->waking) {
            pthread_mutex_unlock(&jobs->lock);
            jobs->wake(jobs->context);
            pthread_mutex_lock(&jobs->lock);
            jobs->waking = false;
            pthread_cond_broadcast(&jobs->rested);
        }
    }
    jobs->ended = true;
    bool left_alone = jobs->left_alone;
    pthread_cond_broadcast(&jobs->rested);
    pthread_mutex_unlock(&jobs->lock);
    if (left_alone) {
        release(jobs);
    }
    return NULL;
}

Jobs *jobs_create(void (*wake)(void *context), void *context, Err *err)
{
    Jobs *jobs = calloc(1, sizeof *jobs);
    if (!jobs) {
        err_set_code(err, ERR_NO_MEMORY,
                     "There is not enough memory to save files: close other programs.");
        return NULL;
    }
    jobs->wake = wake;
    jobs->context = context;
    pthread_mutex_init(&jobs->lock, NULL);
    pthread_cond_init(&jobs->queued, NULL);
    pthread_cond_init(&jobs->rested, NULL);
    int code = pthread_create(&jobs->thread, NULL, work, jobs);
    if (code != 0) {
        release(jobs);
        err_set_code(err, ERR_NO_MEMORY, "Files cannot be saved, there is no thread for it: %s.",
                     strerror(code));
        return NULL;
    }
    return jobs;
}

void jobs_start(Jobs *jobs, Job *job)
{
    assert(job->run);
    pthread_mutex_lock(&jobs->lock);
    job->jobs = jobs;
    job->next = NULL;
    job->finished = false;
    if (jobs->first) {
        jobs->last->next = job;
    } else {
        jobs->first = job;
    }
    jobs->last = job;
    pthread_cond_signal(&jobs->queued);
    pthread_mutex_unlock(&jobs->lock);
}

bool jobs_done(Jobs *jobs, Job *job, int wait_ms)
{
    double end_s = wait_now_s() + 1e-3 * wait_ms;
    pthread_mutex_lock(&jobs->lock);
    while (!job->finished && wait_ms > 0 && wait_until(&jobs->rested, &jobs->lock, end_s)) {
    }
    bool finished = job->finished;
    pthread_mutex_unlock(&jobs->lock);
    return finished;
}

bool job_unwanted(const Job *job)
{
    pthread_mutex_lock(&job->jobs->lock);
    bool leaving = job->jobs->leaving;
    pthread_mutex_unlock(&job->jobs->lock);
    return leaving;
}

/* Waits for the jobs, under the lock. Waking somebody is short, and is not to go on after this. */
static void wait_for_the_end(Jobs *jobs, int wait_ms)
{
    double end_s = wait_now_s() + 1e-3 * wait_ms;
    while (!jobs->ended && wait_until(&jobs->rested, &jobs->lock, end_s)) {
    }
    while (jobs->waking) {
        pthread_cond_wait(&jobs->rested, &jobs->lock);
    }
}

bool jobs_destroy(Jobs *jobs, int wait_ms)
{
    if (!jobs) {
        return true;
    }
    pthread_t thread = jobs->thread;
    pthread_mutex_lock(&jobs->lock);
    jobs->leaving = true;
    pthread_cond_signal(&jobs->queued);
    wait_for_the_end(jobs, wait_ms);
    bool ended = jobs->ended;
    jobs->left_alone = !ended;
    pthread_mutex_unlock(&jobs->lock);
    if (!ended) {
        pthread_detach(thread);
        return false;
    }
    pthread_join(thread, NULL);
    release(jobs);
    return true;
}
