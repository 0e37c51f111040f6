/* Which processor a thread runs on, and how much it gives way. */
#ifdef __linux__
#define _GNU_SOURCE /* sched_setaffinity() */
#endif
#include "base/sys_place.h"

#ifdef __linux__

#include <sched.h>
#include <string.h>
#include <sys/resource.h>

void sys_place_worker(int worker, int workers)
{
    cpu_set_t allowed;
    if (sched_getaffinity(0, sizeof allowed, &allowed) != 0 || CPU_COUNT(&allowed) < workers) {
        return;
    }
    for (int cpu = 0, passed = 0; cpu < CPU_SETSIZE; cpu++) {
        if (CPU_ISSET((size_t)cpu, &allowed) && passed++ == worker) {
            cpu_set_t own;
            CPU_ZERO(&own);
            CPU_SET((size_t)cpu, &own);
            sched_setaffinity(0, sizeof own, &own); /* a refusal does no harm */
            return;
        }
    }
}

void sys_place_anywhere(void)
{
    cpu_set_t all;
    memset(&all, 0xff, sizeof all); /* Linux leaves out what the process may not use */
    sched_setaffinity(0, sizeof all, &all);
}

void sys_place_behind_all(void)
{
    /* Linux takes 0 for the calling thread, not for its process. A refusal does no harm. */
    setpriority(PRIO_PROCESS, 0, 19);
}

#else

void sys_place_worker(int worker, int workers)
{
    (void)worker;
    (void)workers;
}

void sys_place_anywhere(void)
{
}

void sys_place_behind_all(void)
{
}

#endif
