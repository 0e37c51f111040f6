/* Sleeping until something happens or a time comes. */
#ifndef TRAIN_WAIT_H
#define TRAIN_WAIT_H

#include <pthread.h>
#include <stdbool.h>

/** The time in seconds, by the clock that pthread_cond_timedwait() goes by. It may be set back. */
double wait_now_s(void);

/** Under the lock: wait for the condition, but not past end_s of wait_now_s(); false where the time
 * came first. */
bool wait_until(pthread_cond_t *condition, pthread_mutex_t *lock, double end_s);

#endif
