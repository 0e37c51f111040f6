/* A disk that is full. Included after cmocka.h. */
#ifndef UNIT_SCRATCH_DISK_H
#define UNIT_SCRATCH_DISK_H

#include <signal.h>
#include <sys/resource.h>

/** From here on no file grows beyond `bytes`, as if the disk were full. Returns what
 * scratch_free_disk() takes. */
static inline struct rlimit scratch_fill_disk(rlim_t bytes)
{
    struct rlimit kept, small;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &kept), 0);
    small = kept;
    small.rlim_cur = bytes;
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    return kept;
}

static inline void scratch_free_disk(struct rlimit kept)
{
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &kept), 0);
    signal(SIGXFSZ, SIG_DFL);
}

#endif
