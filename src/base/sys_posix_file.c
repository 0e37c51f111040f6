/* Files, folders and locks by POSIX, and by flock(), which Linux, macOS and the BSDs have. Locks of
 * fcntl() would not do: they keep out no other thread, and any close of the file gives them back.
 */
#include "base/sys_file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

int sys_open(const char *path, SysOpen how)
{
    static const int FLAGS[] = {
        [SYS_READ] = O_RDONLY | O_NONBLOCK,
        [SYS_READ_STREAM] = O_RDONLY,
        [SYS_APPEND] = O_WRONLY | O_APPEND | O_CREAT | O_NONBLOCK,
        [SYS_CHANGE] = O_RDWR | O_CREAT | O_NONBLOCK,
        [SYS_FOUND] = O_RDWR | O_NOFOLLOW | O_NONBLOCK,
        [SYS_NEW] = O_WRONLY | O_CREAT | O_EXCL,
        [SYS_NEW_PRIVATE] = O_WRONLY | O_CREAT | O_EXCL,
    };
    return open(path, FLAGS[how] | O_CLOEXEC, how == SYS_NEW_PRIVATE ? 0600 : 0666);
}

int sys_standard_input(void)
{
    return STDIN_FILENO;
}

void sys_close(int fd)
{
    close(fd);
}

ptrdiff_t sys_read(int fd, void *data, size_t size)
{
    ssize_t got;
    do {
        got = read(fd, data, size);
    } while (got < 0 && errno == EINTR);
    return got;
}

bool sys_write(int fd, const void *data, size_t size)
{
    for (size_t done = 0; done < size;) {
        ssize_t put = write(fd, (const char *)data + done, size - done);
        if (put < 0 && errno == EINTR) {
            continue;
        }
        if (put <= 0) {
            errno = put == 0 ? ENOSPC : errno;
            return false;
        }
        done += (size_t)put;
    }
    return true;
}

bool sys_sync(int fd)
{
    int got;
    do {
        got = fsync(fd);
    } while (got != 0 && errno == EINTR);
    return got == 0;
}

bool sys_sync_folder(const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        return true;
    }
    bool ok = sys_sync(fd) || errno == EINVAL || errno == ENOTSUP;
    int reason = errno;
    close(fd);
    errno = reason;
    return ok;
}

bool sys_cut(int fd, uint64_t size)
{
    return ftruncate(fd, (off_t)size) == 0;
}

static void read_info(SysInfo *info, const struct stat *from)
{
    *info = (SysInfo){
        .is_file = S_ISREG(from->st_mode),
        .is_folder = S_ISDIR(from->st_mode),
        .is_mine = from->st_uid == geteuid(),
        .is_named = from->st_nlink > 0,
        .is_protected = !(from->st_mode & S_IWUSR),
        .rights = from->st_mode & 0777,
        .size = (uint64_t)from->st_size,
        .device = (uint64_t)from->st_dev,
        .number = (uint64_t)from->st_ino,
    };
}

bool sys_info(const char *path, SysInfo *info)
{
    struct stat from;
    bool ok = stat(path, &from) == 0;
    if (ok) {
        read_info(info, &from);
    }
    return ok;
}

bool sys_info_of(int fd, SysInfo *info)
{
    struct stat from;
    bool ok = fstat(fd, &from) == 0;
    if (ok) {
        read_info(info, &from);
    }
    return ok;
}

bool sys_is_same(const SysInfo *a, const SysInfo *b)
{
    return a->device == b->device && a->number == b->number;
}

bool sys_is_there(const char *path)
{
    struct stat info;
    return lstat(path, &info) == 0;
}

bool sys_is_protected(const char *path, const SysInfo *info)
{
    return info->is_protected || (access(path, W_OK) != 0 && errno == EACCES);
}

bool sys_give_rights(int fd, unsigned rights)
{
    return fchmod(fd, (mode_t)rights) == 0;
}

bool sys_may_read(const char *path)
{
    return access(path, R_OK) == 0;
}

bool sys_may_fill(const char *folder)
{
    return access(folder, W_OK | X_OK) == 0;
}

bool sys_lock(int fd, SysLock lock)
{
    return flock(fd, (lock == SYS_LOCK_ALONE ? LOCK_EX : LOCK_SH) | LOCK_NB) == 0;
}

int sys_lock_folder(const char *path)
{
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
        close(fd);
        errno = EWOULDBLOCK;
        fd = -1;
    }
    return fd;
}

bool sys_rename(const char *from, const char *to)
{
    return rename(from, to) == 0;
}

bool sys_remove(const char *path)
{
    return unlink(path) == 0;
}

bool sys_remove_folder(const char *path)
{
    return rmdir(path) == 0;
}

bool sys_make_folder(const char *path)
{
    return mkdir(path, 0777) == 0;
}

char *sys_real_path(const char *path)
{
    return realpath(path, NULL);
}

bool sys_is_absolute(const char *path)
{
    return *path == '/';
}

bool sys_is_separator(char sign)
{
    return sign == '/';
}

/* A SysFolder is a DIR by another name. */
SysFolder *sys_folder_open(const char *path)
{
    return (SysFolder *)opendir(path);
}

const char *sys_folder_next(SysFolder *folder)
{
    const struct dirent *entry = readdir((DIR *)folder);
    return entry ? entry->d_name : NULL;
}

void sys_folder_close(SysFolder *folder)
{
    if (folder) {
        closedir((DIR *)folder);
    }
}
