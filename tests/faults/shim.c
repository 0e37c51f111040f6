/* Calls of the C library that go wrong when told to. */
#define _GNU_SOURCE
#include "shim.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "disk.h"

enum {
    HALF = -1,
    HALF_AND_FAIL = -2,
    HALF_AND_KILL = -3 /* above: an errno */
};

/* A file that was written to, and how much of it would be there after a power
 * cut. */
typedef struct Written {
    dev_t device;
    ino_t number;
    int fd;
    off_t synced;
    bool dirty, lost;
} Written;

static Shim *now; /* NULL where nothing is counted */

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);
void *__libc_memalign(size_t alignment, size_t size);

const char *shim_fault_name(ShimFault fault)
{
    static const char *const NAME[] = {
        "none", "ENOSPC", "EIO",  "EACCES",     "EINTR",     "held",      "short",         "torn",
        "full", "dead",   "kill", "kill, torn", "power cut", "no memory", "no more memory"};
    return NAME[fault];
}

const char *shim_call_name(ShimCall call)
{
    static const char *const NAME[] = {"write",  "read",   "fsync", "rename",   "open",
                                       "make",   "close",  "flock", "truncate", "mkdir",
                                       "fchmod", "unlink", "memory"};
    return NAME[call];
}

bool shim_fits(ShimFault fault, ShimCall call)
{
    switch (fault) {
    case SHIM_ENOSPC:
    case SHIM_FULL:
        return call == SHIM_WRITE || call == SHIM_SYNC || call == SHIM_RENAME ||
               call == SHIM_MAKE || call == SHIM_CLOSE || call == SHIM_FOLDER;
    case SHIM_EACCES:
        return call == SHIM_RENAME || call == SHIM_OPEN || call == SHIM_MAKE ||
               call == SHIM_FOLDER || call == SHIM_RIGHTS || call == SHIM_UNLINK;
    case SHIM_EINTR:
        return call == SHIM_WRITE || call == SHIM_READ || call == SHIM_SYNC || call == SHIM_OPEN ||
               call == SHIM_MAKE || call == SHIM_CLOSE || call == SHIM_LOCK ||
               call == SHIM_TRUNCATE;
    case SHIM_HELD:
        return call == SHIM_LOCK;
    case SHIM_SHORT:
        return call == SHIM_WRITE || call == SHIM_READ;
    case SHIM_TORN:
    case SHIM_KILL_TORN:
        return call == SHIM_WRITE;
    default:
        return fault != SHIM_NONE;
    }
}

void shim_begin(Shim *shim)
{
    disk_begin();
    now = shim;
}

void shim_end(void)
{
    now = NULL;
}

static void die(void)
{
    syscall(SYS_kill, getpid(), SIGKILL);
}

/* What happens to a call that the fault is for. */
static int happen(Shim *shim, ShimCall call)
{
    shim->happened = true;
    switch (shim->fault) {
    case SHIM_ENOSPC:
    case SHIM_FULL:
        return shim_fits(SHIM_FULL, call) ? ENOSPC : 0;
    case SHIM_EACCES:
        return EACCES;
    case SHIM_EINTR:
        return EINTR;
    case SHIM_HELD:
        return EWOULDBLOCK;
    case SHIM_SHORT:
        return HALF;
    case SHIM_TORN:
        return HALF_AND_FAIL;
    case SHIM_KILL_TORN:
        return HALF_AND_KILL;
    case SHIM_POWER:
        disk_cut_power();
        die();
        return 0;
    case SHIM_KILL:
        die();
        return 0;
    default:
        return EIO;
    }
}

/* 0 for a call that nothing happens to. */
static int meet(ShimCall call)
{
    Shim *shim = now;
    if (!shim || shim->passed_over >> call & 1) {
        return 0;
    }
    int number = shim->calls++;
    if (number < SHIM_CALLS_MAX) {
        shim->call[number] = (uint8_t)call;
    }
    bool onwards = shim->fault == SHIM_FULL || shim->fault == SHIM_DEAD;
    bool counts = shim->fault != SHIM_NONE && shim->fault < SHIM_FAULTS;
    return counts && (number == shim->at || (onwards && number > shim->at)) ? happen(shim, call)
                                                                            : 0;
}

static bool has_memory(void)
{
    Shim *shim = now;
    if (!shim) {
        return true;
    }
    int number = shim->allocations++;
    bool gone = (shim->fault == SHIM_NO_MEMORY && number == shim->at) ||
                (shim->fault == SHIM_NO_MORE_MEMORY && number >= shim->at);
    if (gone) {
        shim->happened = true;
        errno = ENOMEM;
    }
    return !gone;
}

/* Fails where `code` says so, and makes the call otherwise. */
#define FAIL_OR(code, call)                                                                        \
    int fault = code;                                                                              \
    if (fault) {                                                                                   \
        errno = fault;                                                                             \
        return -1;                                                                                 \
    }                                                                                              \
    return (int)(call)

ssize_t write(int fd, const void *data, size_t size)
{
    int fault = meet(SHIM_WRITE);
    if (fault > 0) {
        errno = fault;
        return -1;
    }
    if (now) {
        disk_note_write(fd);
    }
    ssize_t put = syscall(SYS_write, fd, data, fault ? (size + 1) / 2 : size);
    if (fault == HALF_AND_KILL) {
        die();
    }
    if (fault == HALF_AND_FAIL) {
        errno = EIO;
        return -1;
    }
    return put;
}

ssize_t read(int fd, void *data, size_t size)
{
    int fault = meet(SHIM_READ);
    if (fault > 0) {
        errno = fault;
        return -1;
    }
    return syscall(SYS_read, fd, data, fault ? (size + 1) / 2 : size);
}

int fsync(int fd)
{
    int code = meet(SHIM_SYNC);
    if (now && disk_note_sync(fd, code)) {
        now->name_unsynced = false;
    }
    FAIL_OR(code, 0); /* nothing else is done: there is no power to be cut */
}

int fdatasync(int fd)
{
    return fsync(fd);
}

int rename(const char *from, const char *to)
{
    int code = meet(SHIM_RENAME);
    if (now && !code) {
        now->name_unsynced = true;
    }
    FAIL_OR(code, syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0));
}

static int open_file(int folder, const char *path, int flags, mode_t mode)
{
    int code = meet(flags & O_CREAT ? SHIM_MAKE : SHIM_OPEN);
    if (now && !code && (flags & O_CREAT) && faccessat(folder, path, F_OK, 0) != 0) {
        now->name_unsynced = true;
    }
    FAIL_OR(code, syscall(SYS_openat, folder, path, flags, mode));
}

#define MODE_BEHIND(last)                                                                          \
    va_list rest;                                                                                  \
    va_start(rest, last);                                                                          \
    mode_t mode = last & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;                         \
    va_end(rest)

int open(const char *path, int flags, ...)
{
    MODE_BEHIND(flags);
    return open_file(AT_FDCWD, path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...)
{
    MODE_BEHIND(flags);
    return open_file(folder, path, flags, mode);
}

int close(int fd)
{
    int code = meet(SHIM_CLOSE);
    int closed = (int)syscall(SYS_close, fd); /* also where it fails, as Linux has it */
    FAIL_OR(code, closed);
}

/* A save in the making that another program has locked is one that it is about
 * to remove. */
static void sweep_held(int fd)
{
    char name[32], path[4096];
    snprintf(name, sizeof name, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(name, path, sizeof path - 1);
    path[length > 0 ? length : 0] = 0;
    if (strstr(path, ".inkling-")) {
        syscall(SYS_unlinkat, AT_FDCWD, path, 0);
    }
}

int flock(int fd, int operation)
{
    int code = meet(SHIM_LOCK);
    if (code == EWOULDBLOCK) {
        sweep_held(fd);
    }
    FAIL_OR(code, syscall(SYS_flock, fd, operation));
}

int ftruncate(int fd, off_t size)
{
    int code = meet(SHIM_TRUNCATE);
    if (now && !code) {
        disk_note_size(fd, size);
    }
    FAIL_OR(code, syscall(SYS_ftruncate, fd, size));
}

int truncate(const char *path, off_t size)
{
    FAIL_OR(meet(SHIM_TRUNCATE), syscall(SYS_truncate, path, size));
}

int mkdir(const char *path, mode_t mode)
{
    FAIL_OR(meet(SHIM_FOLDER), syscall(SYS_mkdirat, AT_FDCWD, path, mode));
}

int fchmod(int fd, mode_t mode)
{
    FAIL_OR(meet(SHIM_RIGHTS), syscall(SYS_fchmod, fd, mode));
}

int unlink(const char *path)
{
    FAIL_OR(meet(SHIM_UNLINK), syscall(SYS_unlinkat, AT_FDCWD, path, 0));
}

int unlinkat(int folder, const char *path, int flags)
{
    FAIL_OR(meet(SHIM_UNLINK), syscall(SYS_unlinkat, folder, path, flags));
}

void *malloc(size_t size)
{
    return has_memory() ? __libc_malloc(size) : NULL;
}

void *calloc(size_t count, size_t size)
{
    return has_memory() ? __libc_calloc(count, size) : NULL;
}

void *realloc(void *old, size_t size)
{
    return has_memory() ? __libc_realloc(old, size) : NULL;
}

void *aligned_alloc(size_t alignment, size_t size)
{
    return has_memory() ? __libc_memalign(alignment, size) : NULL;
}

int posix_memalign(void **block, size_t alignment, size_t size)
{
    void *made = aligned_alloc(alignment, size);
    *block = made ? made : *block;
    return made ? 0 : ENOMEM;
}
