/* Files read with a bound, and saved or lengthened whole or not at all. */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/path.h"

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
        err_set(err, "%s cannot be opened: %s.", path, strerror(errno));
        goto done;
    }
    if (!S_ISREG(info.st_mode)) {
        err_set(err, "%s is not a file.", path);
        goto done;
    }
    if ((uintmax_t)info.st_size > max) {
        err_set(err, "%s is too large: %jd bytes, at most %zu make sense here.", path,
                (intmax_t)info.st_size, max);
        goto done;
    }
    uint8_t *bytes = malloc((size_t)info.st_size + 1);
    if (!bytes || !read_all(fd, bytes, (size_t)info.st_size)) {
        err_set(err, "%s cannot be read: %s.", path, strerror(errno));
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
        if (put < 0) {
            return false;
        }
        done += (size_t)put;
    }
    return true;
}

/* Makes a rename in the folder of `path` last through a power cut. */
static void sync_folder(const char *path)
{
    char folder[PATH_TEXT_MAX];
    snprintf(folder, sizeof folder, "%s", path);
    int fd = open(dirname(folder), O_RDONLY | O_CLOEXEC);
    if (fd >= 0) {
        fsync(fd);
        close(fd);
    }
}

/* mkstemp() makes the file private; a new file gets the rights that the user's umask gives. */
static bool take_rights(int fd, const char *path)
{
    struct stat old;
    mode_t mask = umask(0);
    umask(mask);
    mode_t rights = stat(path, &old) == 0 ? old.st_mode & 0777 : 0666 & ~mask;
    return fchmod(fd, rights) == 0;
}

/* The file itself where `path` is a link to it. Devices and pipes are not replaced by a file. */
static bool find_target(const char *path, Path *target, Err *err)
{
    struct stat info;
    char *real = realpath(path, NULL);
    bool fits = path_join(target, real ? real : path, "");
    free(real);
    if (!fits) {
        return err_set(err, "%.80s... cannot be saved: the name is too long.", path);
    }
    if (stat(target->text, &info) == 0 && !S_ISREG(info.st_mode)) {
        return err_set(err, "%s cannot be saved: it is there and is not a file.", path);
    }
    return true;
}

bool file_save(const char *path, const void *data, size_t size, Err *err)
{
    Path target;
    char part[PATH_TEXT_MAX + sizeof ".XXXXXX"];
    if (!find_target(path, &target, err)) {
        return false;
    }
    snprintf(part, sizeof part, "%s.XXXXXX", target.text);
    int fd = mkstemp(part);
    if (fd < 0) {
        return err_set(err, "%s cannot be saved: %s.", path, strerror(errno));
    }
    bool ok = write_all(fd, data, size) && take_rights(fd, target.text) && fsync(fd) == 0;
    int reason = errno;
    if (close(fd) != 0 && ok) {
        ok = false;
        reason = errno;
    }
    if (ok && rename(part, target.text) != 0) {
        ok = false;
        reason = errno;
    }
    if (!ok) {
        unlink(part);
        return err_set(err, "%s cannot be saved: %s.", path, strerror(reason));
    }
    sync_folder(target.text);
    return true;
}

/* One write, so that a crash in between leaves a beginning of the bytes and never a gap. */
static bool write_once(int fd, const void *data, size_t size)
{
    ssize_t put;
    do {
        put = write(fd, data, size);
    } while (put < 0 && errno == EINTR);
    if (put >= 0 && (size_t)put < size) {
        errno = ENOSPC; /* what the rest of it would get */
    }
    return put >= 0 && (size_t)put == size;
}

bool file_append(const char *path, const void *data, size_t size, Err *err)
{
    bool ok = false;
    struct stat info;
    int fd = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0666);
    if (fd < 0 || fstat(fd, &info) != 0) {
        err_set(err, "%s cannot be saved: %s.", path, strerror(errno));
        goto done;
    }
    if (!S_ISREG(info.st_mode)) {
        err_set(err, "%s cannot be saved: it is there and is not a file.", path);
        goto done;
    }
    if (!write_once(fd, data, size) || fsync(fd) != 0) {
        err_set(err, "%s cannot be saved: %s.", path, strerror(errno));
        if (ftruncate(fd, info.st_size) != 0) {
            err_set(err, "%s cannot be saved, and its last line is cut short: %s.", path,
                    strerror(errno));
        }
        goto done;
    }
    if (info.st_size == 0) {
        sync_folder(path); /* it may be new */
    }
    ok = true;
done:
    if (fd >= 0) {
        close(fd);
    }
    return ok;
}
