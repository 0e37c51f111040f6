/* For the tests of what saves: calls to the system that fail, by number. It stands in for those of
 * the C library, so only one file of a program includes it, before anything else. */
#ifndef UNIT_FAULTS_H
#define UNIT_FAULTS_H

#define _GNU_SOURCE 1 /* RTLD_NEXT */
#include <dlfcn.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

typedef enum FaultCall {
    FAULT_WRITE,
    FAULT_FSYNC,
    FAULT_TRUNCATE,
    FAULT_MKDIR,
    FAULT_RENAME,
    FAULT_CLOSE,
    FAULT_CALLS
} FaultCall;

enum { FAULT_EVERY = -1 };

typedef struct Fault {
    int call;   /* the call of that number fails, 1 for the next one, or FAULT_EVERY; 0: none */
    int reason; /* errno then; 0: a write takes half of the bytes */
    int calls;  /* so far */
} Fault;

static Fault fault[FAULT_CALLS];

/** The `call`-th call from here on fails, or FAULT_EVERY. */
static inline void fault_set(FaultCall which, int call, int reason)
{
    fault[which] = (Fault){.call = call, .reason = reason};
}

static inline void fault_clear(void)
{
    for (int i = 0; i < FAULT_CALLS; i++) {
        fault[i] = (Fault){0};
    }
}

static inline int fault_hits(FaultCall which)
{
    return ++fault[which].calls == fault[which].call || fault[which].call == FAULT_EVERY;
}

/* The function of the C library that has the name of the one at hand. */
#define FAULT_NEXT(type) ((type)dlsym(RTLD_NEXT, __func__))

ssize_t write(int fd, const void *data, size_t size)
{
    if (fault_hits(FAULT_WRITE) && fault[FAULT_WRITE].reason) {
        errno = fault[FAULT_WRITE].reason;
        return -1;
    }
    bool half = fault[FAULT_WRITE].calls == fault[FAULT_WRITE].call;
    return FAULT_NEXT(ssize_t(*)(int, const void *, size_t))(fd, data, half ? size / 2 : size);
}

int fsync(int fd)
{
    if (fault_hits(FAULT_FSYNC)) {
        errno = fault[FAULT_FSYNC].reason;
        return -1;
    }
    return FAULT_NEXT(int (*)(int))(fd);
}

int ftruncate(int fd, off_t size)
{
    if (fault_hits(FAULT_TRUNCATE)) {
        errno = fault[FAULT_TRUNCATE].reason;
        return -1;
    }
    return FAULT_NEXT(int (*)(int, off_t))(fd, size);
}

int mkdir(const char *path, mode_t rights)
{
    if (fault_hits(FAULT_MKDIR)) {
        errno = fault[FAULT_MKDIR].reason;
        return -1;
    }
    return FAULT_NEXT(int (*)(const char *, mode_t))(path, rights);
}

int rename(const char *from, const char *to)
{
    if (fault_hits(FAULT_RENAME)) {
        errno = fault[FAULT_RENAME].reason;
        return -1;
    }
    return FAULT_NEXT(int (*)(const char *, const char *))(from, to);
}

int close(int fd)
{
    int got = FAULT_NEXT(int (*)(int))(fd);
    if (fault_hits(FAULT_CLOSE)) {
        errno = fault[FAULT_CLOSE].reason;
        return -1;
    }
    return got;
}

#endif
