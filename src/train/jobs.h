/* Work that may have to wait for a disk, a lock or another program, done in order on a thread of
 * its own, so that the window never does. */
#ifndef TRAIN_JOBS_H
#define TRAIN_JOBS_H

#include "base/err.h"

/** A thread that does jobs, and its queue. */
typedef struct Jobs Jobs;

/** One piece of work. */
typedef struct Job Job;

/** A piece of work: the first field of a struct with what it needs and what it found out. From
 * jobs_start() to jobs_done() it belongs to the jobs' thread; before and after, to the caller. */
struct Job {
    void (*run)(Job *job); /* on the jobs' thread */
    /* For jobs.c alone. */
    Jobs *jobs;
    Job *next;
    bool finished; /* guarded by the lock of jobs */
};

/**
 * Start the thread; it sleeps until there is a job.
 *
 * @param wake  called on the jobs' thread after each job; may only hand the word on
 *
 * Errors: out of memory or threads; NULL then.
 */
Jobs *jobs_create(void (*wake)(void *context), void *context, Err *err);

/** Queue a job behind those queued before. `job->run` is set; the rest is zero. UI thread. */
void jobs_start(Jobs *jobs, Job *job);

/**
 * Whether a job is done, and the caller's again.
 *
 * @param wait_ms  how long to wait for it: at most 50 where a window waits
 */
bool jobs_done(Jobs *jobs, Job *job, int wait_ms);

/**
 * Whether a job that waits for something should give up: jobs_destroy() waits for it. Called by the
 * job.
 */
bool job_unwanted(const Job *job);

/**
 * Wait for the queued jobs, at most `wait_ms`, and end the thread.
 *
 * @return false where a job still waits for the world. It is left alone then, with all it may use,
 *         until the program ends; those behind it are not begun. NULL is true.
 */
bool jobs_destroy(Jobs *jobs, int wait_ms);

#endif
