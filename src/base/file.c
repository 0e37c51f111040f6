/* Files read with a bound, and saved or lengthened whole or not at all. */
#include "base/file.h"

#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/path.h"
#include "base/sys.h"
#include "base/sys_file.h"

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
        ptrdiff_t got = sys_read(fd, data + done, size - done);
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
    SysInfo info;
    *data = NULL;
    *size = 0;
    int fd = sys_open(path, SYS_READ);
    if (fd < 0 || !sys_info_of(fd, &info)) {
        err_unopened(err, path, errno);
        goto done;
    }
    if (!info.is_file) {
        err_set_code(err, ERR_FOREIGN, "%s is not a file; choose one that is.", path);
        goto done;
    }
    if (info.size > max) {
        err_set_code(err, ERR_FOREIGN,
                     "%s is too large: %" PRIu64 " bytes, at most %zu make sense here; choose "
                     "another.",
                     path, info.size, max);
        goto done;
    }
    uint8_t *bytes = malloc((size_t)info.size + 1);
    if (!bytes || !read_all(fd, bytes, (size_t)info.size)) {
        err_unopened(err, path, bytes ? errno : ENOMEM);
        free(bytes);
        goto done;
    }
    bytes[info.size] = 0;
    *data = bytes;
    *size = (size_t)info.size;
    ok = true;
done:
    if (fd >= 0) {
        sys_close(fd);
    }
    return ok;
}

/* Makes a rename in the folder of `path` last through a power cut: false, and errno, where the disk
 * fails. */
static bool sync_folder(const char *path)
{
    Path folder;
    path_folder(path, &folder);
    return sys_sync_folder(folder.text);
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
static bool find_target(const char *path, Path *target, unsigned *rights, Err *err)
{
    SysInfo info;
    char *real = sys_real_path(path);
    bool fits = path_join(target, real ? real : path, "");
    free(real);
    *rights = 0;
    if (!fits) {
        return err_set_code(err, ERR_VALUE,
                            "%.80s... cannot be saved: the name is too long; choose a shorter one.",
                            path);
    }
    if (!sys_info(target->text, &info)) {
        return true; /* there is none, or else making one says why not */
    }
    if (!info.is_file) {
        return err_set_code(err, ERR_FOREIGN,
                            "%s cannot be saved: it is there and is not a file; move it away, or "
                            "choose another name.",
                            path);
    }
    if (sys_is_protected(target->text, &info)) {
        return say_protected(path, err);
    }
    *rights = info.rights;
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
static void sweep_part(const char *path)
{
    SysInfo info, there;
    int fd = sys_open(path, SYS_FOUND);
    if (fd < 0) {
        return;
    }
    if (sys_info_of(fd, &info) && info.is_file && info.is_mine && sys_lock(fd, SYS_LOCK_ALONE) &&
        sys_info(path, &there) && sys_is_same(&info, &there)) {
        sys_remove(path);
    }
    sys_close(fd);
}

/* Removes what killed saves left in the folder of `path`. */
static void sweep(const char *path)
{
    Path folder, part;
    path_folder(path, &folder);
    SysFolder *names = sys_folder_open(folder.text);
    for (const char *name; names && (name = sys_folder_next(names));) {
        if (is_part(name) && path_join(&part, folder.text, name)) {
            sweep_part(part.text);
        }
    }
    sys_folder_close(names);
}

/* Names the part of a save to `target`, another one for each try. */
static void name_part(Part *part, const char *target, int attempt)
{
    const char *name = path_name(target);
    int length = (int)strnlen(name, PART_NAME_MAX);
    while (length == PART_NAME_MAX && ((unsigned char)name[length] & 0xc0) == 0x80) {
        length--; /* a letter stays whole */
    }
    uint64_t random = sys_unlike() + 104729u * (uint64_t)attempt;
    int used = snprintf(part->path, sizeof part->path, "%.*s.%.*s%s", (int)(name - target), target,
                        length, name, PART_MARK);
    for (int i = 0; i < PART_LETTERS; i++, random /= 26) {
        part->path[used + i] = (char)('a' + random % 26);
    }
    part->path[used + PART_LETTERS] = 0;
}

/* Makes and locks the part. The user's umask gives a new file its rights; the part of a file that
 * is there is private until it has those of the file. */
static bool make_part(Part *part, const char *target, unsigned rights)
{
    for (int attempt = 0; attempt < PART_TRIES; attempt++) {
        SysInfo info;
        name_part(part, target, attempt);
        part->fd = sys_open(part->path, rights ? SYS_NEW_PRIVATE : SYS_NEW);
        if (part->fd < 0 && errno != EEXIST && errno != EINTR) {
            return false;
        }
        if (part->fd < 0) {
            continue;
        }
        /* Another program may sweep it before the lock is there: then it has no name any more. */
        bool locked = sys_lock(part->fd, SYS_LOCK_ALONE) || errno != EWOULDBLOCK;
        if (locked && sys_info_of(part->fd, &info) && info.is_named) {
            return true;
        }
        sys_close(part->fd);
        sys_remove(part->path);
    }
    errno = EEXIST;
    return false;
}

static bool fill_part(const Part *part, const void *data, size_t size, unsigned rights)
{
    return sys_write(part->fd, data, size) && (!rights || sys_give_rights(part->fd, rights)) &&
           sys_sync(part->fd);
}

bool file_may_save(const char *path, Err *err)
{
    Path target, folder;
    unsigned rights;
    if (!find_target(path, &target, &rights, err)) {
        return false;
    }
    path_folder(target.text, &folder);
    return sys_may_fill(folder.text) || err_unsaved(err, path, errno);
}

bool file_save(const char *path, const void *data, size_t size, Err *err)
{
    Path target;
    Part part;
    unsigned rights;
    if (!find_target(path, &target, &rights, err)) {
        return false;
    }
    sweep(target.text);
    if (!make_part(&part, target.text, rights)) {
        return err_unsaved(err, path, errno);
    }
    bool ok = fill_part(&part, data, size, rights) && sys_rename(part.path, target.text);
    int reason = errno;
    if (!ok) {
        sys_remove(part.path);
    }
    sys_close(part.fd); /* and not before: the lock keeps others from sweeping it */
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
static void take_back(int fd, const char *path, uint64_t before, size_t size, int reason, Err *err)
{
    SysInfo now;
    bool known = !sys_cut(fd, before) && sys_info_of(fd, &now);
    if (!known || now.size <= before) {
        err_unsaved(err, path, reason);
    } else if (now.size < before + size) {
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
    SysInfo info;
    int fd = sys_open(path, SYS_APPEND);
    if (fd < 0 || !sys_info_of(fd, &info)) {
        err_unsaved(err, path, errno);
        goto done;
    }
    if (!info.is_file) {
        err_set_code(err, ERR_FOREIGN,
                     "%s cannot be saved: it is there and is not a file; move it away.", path);
        goto done;
    }
    if (sys_is_protected(path, &info)) {
        say_protected(path, err);
        goto done;
    }
    /* A folder is synced for a file that may be new. */
    ok = sys_write(fd, data, size) && sys_sync(fd) && (info.size > 0 || sync_folder(path));
    if (!ok) {
        take_back(fd, path, info.size, size, errno, err);
    }
done:
    if (fd >= 0) {
        sys_close(fd);
    }
    return ok;
}
