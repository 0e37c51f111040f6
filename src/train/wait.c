/* Sleeping until something happens or a time comes. */
#include "train/wait.h"

#include <time.h>

double wait_now_s(void)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

bool wait_until(pthread_cond_t *condition, pthread_mutex_t *lock, double end_s)
{
    struct timespec end = {.tv_sec = (time_t)end_s};
    end.tv_nsec = (long)(1e9 * (end_s - (double)end.tv_sec));
    return pthread_cond_timedwait(condition, lock, &end) == 0;
}
