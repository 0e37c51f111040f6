/* Calls of the C library that go wrong when told to. What is linked with shim.c has them in place
 * of the library's own. Linux with glibc. */
#ifndef FAULTS_SHIM_H
#define FAULTS_SHIM_H

#include <stdbool.h>
#include <stdint.h>

typedef enum ShimCall {
    SHIM_WRITE,
    SHIM_READ,
    SHIM_SYNC,
    SHIM_RENAME,
    SHIM_OPEN,
    SHIM_MAKE, /* open() that may make a file */
    SHIM_CLOSE,
    SHIM_LOCK,
    SHIM_TRUNCATE,
    SHIM_FOLDER, /* mkdir() */
    SHIM_RIGHTS, /* fchmod() */
    SHIM_UNLINK,
    SHIM_CALLS,
    SHIM_MEMORY = SHIM_CALLS, /* malloc() and the like, which are numbered by themselves */
} ShimCall;

typedef enum ShimFault {
    SHIM_NONE,
    SHIM_ENOSPC,
    SHIM_EIO,
    SHIM_EACCES,
    SHIM_EINTR,
    SHIM_HELD,      /* a lock: EWOULDBLOCK */
    SHIM_SHORT,     /* half of the bytes, which is what it says */
    SHIM_TORN,      /* half of the bytes, then EIO */
    SHIM_FULL,      /* ENOSPC for this and every later one that needs room */
    SHIM_DEAD,      /* EIO for this and every later one */
    SHIM_KILL,      /* SIGKILL before it */
    SHIM_KILL_TORN, /* half of the bytes, then SIGKILL */
    SHIM_POWER,     /* what was not synced is lost, then SIGKILL */
    SHIM_FAULTS,
    SHIM_NO_MEMORY = SHIM_FAULTS, /* one allocation */
    SHIM_NO_MORE_MEMORY,          /* and every later one */
} ShimFault;

enum { SHIM_CALLS_MAX = 4096 };

/** What is to happen, and what has; shared with the process that looks at it afterwards. */
typedef struct Shim {
    ShimFault fault;
    int at;               /* number of the call that it happens to, from 0 */
    unsigned passed_over; /* bit 1 << ShimCall: calls that are neither counted nor fail */
    bool happened;        /* it has */
    int calls, allocations;
    uint8_t call[SHIM_CALLS_MAX]; /* a ShimCall each */
    bool name_unsynced;           /* a file was renamed or made, and its folder not synced since */
} Shim;

/** Whether a fault can happen to such a call. */
bool shim_fits(ShimFault fault, ShimCall call);

const char *shim_fault_name(ShimFault fault);
const char *shim_call_name(ShimCall call);

/** From here on calls are counted, and the fault happens. `shim` until shim_end(). */
void shim_begin(Shim *shim);
void shim_end(void);

#endif
