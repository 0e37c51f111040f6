/* Sleeping until something happens or a time comes. */
#include "train/wait.h"

#include <time.h>

#include "base/sys.h"

double wait_now_s(void)
{
    return 1e-9 * (double)sys_time_ns(SYS_DATE);
}

bool wait_until(pthread_cond_t *condition, pthread_mutex_t *lock, double end_s)
{
    struct timespec end = {.tv_sec = (time_t)end_s};
    end.tv_nsec = (long)(1e9 * (end_s - (double)end.tv_sec));
    return pthread_cond_timedwait(condition, lock, &end) == 0;
}
