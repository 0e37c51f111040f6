/* Files read with a bound, and saved or lengthened whole or not at all. */
#include "base/file.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/path.h"

/* A save in the making is .NAME.inkling-abcdef beside NAME, and locked while it is written: one
 * that nobody has locked was left behind by a program that was killed. */
static const char PART_MARK[] = ".inkling-";

enum {
    PART_LETTERS = 6,
    PART_NAME_MAX = 200, /* bytes of NAME, so that the whole is a name that every disk takes */
    PART_TRIES = 100,
};

typedef struct Part {
    char path[PATH_TEXT_MAX + sizeof PART_MARK + PART_LETTERS + 1];
    int fd;
} Part;

static bool read_all(int fd, uint8_t *data, size_t size)
{
    for (size_t done = 0; done < size;) {
        ssize_t got = read(fd, data + done, size - done);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            errno = got == 0 ? EIO : errno;
            return false;
        }
        done += (size_t)got;
    }
    return true;
}

bool file_read(const char *path, size_t max, uint8_t **data, size_t *size, Err *err)
{
    bool ok = false;
    struct stat info;
    *data = NULL;
    *size = 0;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0 || fstat(fd, &info) != 0) {
        err_unopened(err, path, errno);
        goto done;
    }
    if (!S_ISREG(info.st_mode)) {
        err_set_code(err, ERR_FOREIGN, "%s is not a file; choose one that is.", path);
        goto done;
    }
    if ((uintmax_t)info.st_size > max) {
        err_set_code(err, ERR_FOREIGN,
                     "%s is too large: %jd bytes, at most %zu make sense here; choose another.",
                     path, (intmax_t)info.st_size, max);
        goto done;
    }
    uint8_t *bytes = malloc((size_t)info.st_size + 1);
    if (!bytes || !read_all(fd, bytes, (size_t)info.st_size)) {
        err_unopened(err, path, bytes ? errno : ENOMEM);
        free(bytes);
        goto done;
    }
    bytes[info.st_size] = 0;
    *data = bytes;
    *size = (size_t)info.st_size;
    ok = true;
done:
    if (fd >= 0) {
        close(fd);
    }
    return ok;
}

static bool write_all(int fd, const uint8_t *data, size_t size)
{
    for (size_t done = 0; done < size;) {
        ssize_t put = write(fd, data + done, size - done);
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

static bool sync_file(int fd)
{
    int got;
    do {
        got = fsync(fd);
    } while (got != 0 && errno == EINTR);
    return got == 0;
}

/* Makes a rename in the folder of `path` last through a power cut, where the file system can and
 * the folder may be read: false, and errno, where the disk fails. */
static bool sync_folder(const char *path)
{
    char folder[PATH_TEXT_MAX];
    snprintf(folder, sizeof folder, "%s", path);
    int fd = open(dirname(folder), O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        return true;
    }
    bool ok = sync_file(fd) || errno == EINVAL || errno == ENOTSUP;
    int reason = errno;
    close(fd);
    errno = reason;
    return ok;
}

/* Whether its owner, or whoever else, has said that it stays as it is. The superuser may write to
 * everything, so the rights are looked at, too. */
static bool is_protected(const char *path, const struct stat *info)
{
    return !(info->st_mode & S_IWUSR) || (access(path, W_OK) != 0 && errno == EACCES);
}

static bool say_protected(const char *path, Err *err)
{
    return err_set_code(
        err, ERR_DENIED,
        "%s cannot be saved: it is protected against writing; allow writing to it, or "
        "move it away.",
        path);
}

/* The file itself where `path` is a link to it, and what rights it has; those of no file are 0.
 * Devices and pipes are not replaced by a file, nor what is protected. */
static bool find_target(const char *path, Path *target, mode_t *rights, Err *err)
{
    struct stat info;
    char *real = realpath(path, NULL);
    bool fits = path_join(target, real ? real : path, "");
    free(real);
    *rights = 0;
    if (!fits) {
        return err_set_code(err, ERR_VALUE,
                            "%.80s... cannot be saved: the name is too long; choose a shorter one.",
                            path);
    }
    if (stat(target->text, &info) != 0) {
        return true; /* there is none, or else making one says why not */
    }
    if (!S_ISREG(info.st_mode)) {
        return err_set_code(err, ERR_FOREIGN,
                            "%s cannot be saved: it is there and is not a file; move it away, or "
                            "choose another name.",
                            path);
    }
    if (is_protected(target->text, &info)) {
        return say_protected(path, err);
    }
    *rights = info.st_mode & 0777;
    return true;
}

static bool is_part(const char *name)
{
    size_t length = strlen(name), end = sizeof PART_MARK - 1 + PART_LETTERS;
    if (*name != '.' || length <= end ||
        strncmp(name + length - end, PART_MARK, end - PART_LETTERS)) {
        return false;
    }
    for (size_t i = length - PART_LETTERS; i < length; i++) {
        if (!islower((unsigned char)name[i])) {
            return false;
        }
    }
    return true;
}

/* Removes a part that is the user's and that nobody is writing. */
static void sweep_part(int folder, const char *name)
{
    struct stat info, there;
    int fd = openat(folder, name, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (fd < 0) {
        return;
    }
    if (fstat(fd, &info) == 0 && S_ISREG(info.st_mode) && info.st_uid == geteuid() &&
        flock(fd, LOCK_EX | LOCK_NB) == 0 &&
        fstatat(folder, name, &there, AT_SYMLINK_NOFOLLOW) == 0 && there.st_ino == info.st_ino &&
        there.st_dev == info.st_dev) {
        unlinkat(folder, name, 0);
    }
    close(fd);
}

/* Removes what killed saves left in the folder of `path`. */
static void sweep(const char *path)
{
    char folder[PATH_TEXT_MAX];
    snprintf(folder, sizeof folder, "%s", path);
    DIR *list = opendir(dirname(folder));
    if (!list) {
        return;
    }
    for (const struct dirent *entry; (entry = readdir(list));) {
        if (is_part(entry->d_name)) {
            sweep_part(dirfd(list), entry->d_name);
        }
    }
    closedir(list);
}

/* Names the part of a save to `target`, another one for each try. */
static void name_part(Part *part, const char *target, int attempt)
{
    struct timespec now;
    const char *name = path_name(target);
    int length = (int)strnlen(name, PART_NAME_MAX);
    while (length == PART_NAME_MAX && ((unsigned char)name[length] & 0xc0) == 0x80) {
        length--; /* a letter stays whole */
    }
    clock_gettime(CLOCK_REALTIME, &now);
    uint64_t random = (uint64_t)now.tv_nsec + 1000000007u * (uint64_t)now.tv_sec +
                      7919u * (uint64_t)getpid() + 104729u * (uint64_t)attempt;
    int used = snprintf(part->path, sizeof part->path, "%.*s.%.*s%s", (int)(name - target), target,
                        length, name, PART_MARK);
    for (int i = 0; i < PART_LETTERS; i++, random /= 26) {
        part->path[used + i] = (char)('a' + random % 26);
    }
    part->path[used + PART_LETTERS] = 0;
}

/* Makes and locks the part. The user's umask gives a new file its rights; the part of a file that
 * is there is private until it has those of the file. */
static bool make_part(Part *part, const char *target, mode_t rights)
{
    for (int attempt = 0; attempt < PART_TRIES; attempt++) {
        struct stat info;
        name_part(part, target, attempt);
        part->fd = open(part->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, rights ? 0600 : 0666);
        if (part->fd < 0 && errno != EEXIST && errno != EINTR) {
            return false;
        }
        if (part->fd < 0) {
            continue;
        }
        /* Another program may sweep it before the lock is there: then it has no name any more. */
        bool locked = flock(part->fd, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
        if (locked && fstat(part->fd, &info) == 0 && info.st_nlink > 0) {
            return true;
        }
        close(part->fd);
        unlink(part->path);
    }
    errno = EEXIST;
    return false;
}

static bool fill_part(const Part *part, const void *data, size_t size, mode_t rights)
{
    return write_all(part->fd, data, size) && (!rights || fchmod(part->fd, rights) == 0) &&
           sync_file(part->fd);
}

bool file_may_save(const char *path, Err *err)
{
    Path target;
    mode_t rights;
    if (!find_target(path, &target, &rights, err)) {
        return false;
    }
    Path folder = target;
    return access(dirname(folder.text), W_OK | X_OK) == 0 || err_unsaved(err, path, errno);
}

bool file_save(const char *path, const void *data, size_t size, Err *err)
{
    Path target;
    Part part;
    mode_t rights;
    if (!find_target(path, &target, &rights, err)) {
        return false;
    }
    sweep(target.text);
    if (!make_part(&part, target.text, rights)) {
        return err_unsaved(err, path, errno);
    }
    bool ok = fill_part(&part, data, size, rights) && rename(part.path, target.text) == 0;
    int reason = errno;
    if (!ok) {
        unlink(part.path);
    }
    close(part.fd); /* and not before: the lock keeps others from sweeping it */
    if (!ok) {
        return err_unsaved(err, path, reason);
    }
    if (!sync_folder(target.text)) {
        return err_set(err,
                       "%s is saved, but a power cut may undo it (%s); save it again, or to "
                       "another disk.",
                       path, strerror(errno));
    }
    return true;
}

/* Cuts off again what was added to the first `before` bytes, and says what has become of it. */
static void take_back(int fd, const char *path, off_t before, size_t size, int reason, Err *err)
{
    struct stat now;
    bool known = ftruncate(fd, before) != 0 && fstat(fd, &now) == 0;
    if (!known || now.st_size <= before) {
        err_unsaved(err, path, reason);
    } else if (now.st_size < before + (off_t)size) {
        err_set_code(
            err, err_code_of(reason),
            "%s cannot be saved, and its last line is cut short: %s; the next save there mends "
            "it.",
            path, strerror(reason));
    } else {
        err_set(err, "%s has what was added, but a power cut may undo it (%s); make a copy of it.",
                path, strerror(reason));
    }
}

bool file_append(const char *path, const void *data, size_t size, Err *err)
{
    bool ok = false;
    struct stat info;
    int fd = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0666);
    if (fd < 0 || fstat(fd, &info) != 0) {
        err_unsaved(err, path, errno);
        goto done;
    }
    if (!S_ISREG(info.st_mode)) {
        err_set_code(err, ERR_FOREIGN,
                     "%s cannot be saved: it is there and is not a file; move it away.", path);
        goto done;
    }
    if (is_protected(path, &info)) {
        say_protected(path, err);
        goto done;
    }
    /* A folder is synced for a file that may be new. */
    ok = write_all(fd, data, size) && sync_file(fd) && (info.st_size > 0 || sync_folder(path));
    if (!ok) {
        take_back(fd, path, info.st_size, size, errno, err);
    }
done:
    if (fd >= 0) {
        close(fd);
    }
    return ok;
}
