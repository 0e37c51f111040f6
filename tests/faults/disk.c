/* What would be left of files after a power cut: what was synced. Calls that can be made to fail
 * are gone round. */
#define _GNU_SOURCE /* syscall() */
#include "disk.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { FILES_MAX = 64 };

/* A file that was written to. */
typedef struct Written {
    dev_t device;
    ino_t number;
    int fd;
    off_t synced; /* bytes that are safe */
    bool dirty, lost;
} Written;

static struct {
    Written file[FILES_MAX];
    int files;
} disk;

void disk_begin(void)
{
    disk.files = 0;
}

static Written *find(const struct stat *info)
{
    for (int i = 0; i < disk.files; i++) {
        if (disk.file[i].device == info->st_dev && disk.file[i].number == info->st_ino) {
            return &disk.file[i];
        }
    }
    return NULL;
}

/* A descriptor of its own, for a copy would hold the lock of the first. */
static int open_again(int fd)
{
    char name[32];
    snprintf(name, sizeof name, "/proc/self/fd/%d", fd);
    int own = (int)syscall(SYS_openat, AT_FDCWD, name, O_RDWR | O_CLOEXEC);
    int kept = fcntl(own, F_DUPFD_CLOEXEC, DISK_FILES);
    syscall(SYS_close, own);
    return kept;
}

void disk_note_write(int fd)
{
    struct stat info;
    if (fstat(fd, &info) != 0 || !S_ISREG(info.st_mode)) {
        return;
    }
    Written *file = find(&info);
    if (!file && disk.files < FILES_MAX) {
        file = &disk.file[disk.files++];
        *file = (Written){.device = info.st_dev,
                          .number = info.st_ino,
                          .fd = open_again(fd),
                          .synced = info.st_size};
    }
    if (file) {
        file->dirty = true;
    }
}

bool disk_note_sync(int fd, int fault)
{
    struct stat info;
    if (fault == EINTR || fstat(fd, &info) != 0) {
        return false;
    }
    Written *file = find(&info);
    if (file && fault) {
        file->lost = true; /* a later sync that succeeds does not bring it back */
    } else if (file && !file->lost) {
        file->dirty = false;
        file->synced = info.st_size;
    }
    return S_ISDIR(info.st_mode) && !fault;
}

void disk_note_size(int fd, off_t size)
{
    struct stat info;
    Written *file = fstat(fd, &info) == 0 ? find(&info) : NULL;
    if (file && file->synced > size) {
        file->synced = size;
    }
}

void disk_cut_power(void)
{
    for (int i = 0; i < disk.files; i++) {
        if (disk.file[i].dirty || disk.file[i].lost) {
            syscall(SYS_ftruncate, disk.file[i].fd, disk.file[i].synced);
        }
    }
}
