/* A team of workers: threads that do the same job at the same time, each its own share. */
#ifndef TRAIN_TEAM_H
#define TRAIN_TEAM_H

#include "base/err.h"

/** A team. One thread at a time uses it. */
typedef struct Team Team;

/** The share of one worker, 0..workers-1. */
typedef void TeamJob(void *context, int worker);

/**
 * Start the threads of a team. They sleep until there is a job.
 *
 * @param workers     at least 1; worker 0 is the thread that calls team_run()
 * @param background  the threads give way, as sys_place_behind_all() does
 *
 * Errors: out of memory or threads; NULL then.
 */
Team *team_create(int workers, bool background, Err *err);

/** End the threads. No job is under way. NULL is allowed. */
void team_destroy(Team *team);

/** How many workers there are, the thread that calls team_run() among them. */
int team_workers(const Team *team);

/** Run job(context, worker) for every worker at once; returns when all are done. One thread at a
 * time may call this. */
void team_run(Team *team, TeamJob *job, void *context);

/** Run job(a) and job(b) at once, or in turn where there is no thread to be had; returns when both
 * are done. */
void team_both(void *(*job)(void *argument), void *a, void *b);

#endif
