/* Which processor a thread runs on, and how much it gives way. */
#ifndef BASE_SYS_PLACE_H
#define BASE_SYS_PLACE_H

/**
 * Keep the calling thread, worker number `worker` of `workers`, on a processor of its own, where
 * the system can do that (Linux) and there are as many. Left alone, Linux tends to put a thread
 * that is woken on the processor of the one that wakes it, and two workers then share one while the
 * other is idle.
 */
void sys_place_worker(int worker, int workers);

/** Let the calling thread run on every processor again. */
void sys_place_anywhere(void);

/** Let the calling thread give way to everything else on the machine, where the system can do that
 * for a single thread (Linux). */
void sys_place_behind_all(void);

#endif
