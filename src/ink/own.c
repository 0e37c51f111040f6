/* The user's own digits: the lines of their file, and the changes made to them. What is in memory
 * is what the file had when it was last looked at; every change looks first, under the file's lock.
 */
#include "ink/own.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "ink/grow.h"

static bool no_memory(Err *err)
{
    return err_set(err, "There is not enough memory for your digits; close other programs.");
}

/* Forget what the file had, but not what can be undone. */
static void forget(Own *own)
{
    digits_free(&own->digits);
    free(own->text);
    free(own->start);
    own->text = NULL;
    own->start = NULL;
    own->size = own->torn = 0;
    own->start_room = 0;
    own->notice = (Err){0};
}

/* Adds the digit of a line, or what is wrong with it to the notice. `lines` are before it. */
static bool add_line(Own *own, const char *line, size_t length, int lines, Err *err)
{
    const char *wrong;
    size_t *start =
        grow_items(own->start, &own->start_room, own->digits.digits + 1, sizeof *own->start);
    if (!start) {
        return no_memory(err);
    }
    own->start = start;
    start[own->digits.digits] = (size_t)(line - own->text);
    if (!digits_add_line(&own->digits, line, length, &wrong, err)) {
        return false;
    }
    if (wrong && !own->notice.text[0]) {
        err_set(&own->notice, "Line %d of %s is damaged and was passed over: %s.", lines + 1,
                own->path.text, wrong);
    }
    return true;
}

/* Makes `text` what the file has, and owns it. Where it only goes on from what was there before, as
 * after an addition, the digits so far stay. */
static bool take(Own *own, char *text, size_t size, Err *err)
{
    bool goes_on = own->text && !own->notice.text[0] && size >= own->size &&
                   memcmp(text, own->text, own->size) == 0;
    if (goes_on) {
        free(own->text);
    } else {
        forget(own);
    }
    own->text = text;
    int lines = own->digits.digits;
    for (char *feed; (feed = memchr(text + own->size, '\n', size - own->size)); lines++) {
        char *line = text + own->size;
        if (!add_line(own, line, (size_t)(feed - line), lines, err)) {
            forget(own);
            return false;
        }
        own->size = (size_t)(feed + 1 - text);
    }
    own->torn = size - own->size;
    if (own->torn > 0 && !own->notice.text[0]) {
        err_set(&own->notice, "The last line of %s was cut short and is passed over.",
                own->path.text);
    }
    return true;
}

/* Reads the file, which is locked, where it is not what is in memory. */
static bool look(Own *own, Err *err)
{
    uint8_t *text;
    size_t size;
    if (!file_read(own->path.text, DIGITS_MAX_BYTES, &text, &size, err)) {
        return false;
    }
    if (own->text && size == own->size + own->torn && memcmp(text, own->text, size) == 0) {
        free(text);
        return true;
    }
    return take(own, (char *)text, size, err);
}

/* Opens the file and waits for its lock, or returns -1. Another window may put a new file in its
 * place meanwhile, whose lock is waited for then. File systems without locks do without. */
static int open_locked(const char *path, int flags, int lock)
{
    for (;;) {
        struct stat opened, there;
        int fd = open(path, flags | O_CLOEXEC | O_NONBLOCK, 0666);
        if (fd < 0) {
            return -1;
        }
        while (flock(fd, lock) != 0 && errno == EINTR) {
        }
        if (fstat(fd, &opened) == 0 && stat(path, &there) == 0 && opened.st_ino == there.st_ino &&
            opened.st_dev == there.st_dev) {
            return fd;
        }
        close(fd);
    }
}

bool own_refresh(Own *own, Err *err)
{
    int fd = open_locked(own->path.text, O_RDONLY, LOCK_SH);
    if (fd < 0 && errno == ENOENT) {
        forget(own);
        return true;
    }
    if (fd < 0) {
        return err_unopened(err, own->path.text, errno);
    }
    bool ok = look(own, err);
    close(fd);
    return ok;
}

bool own_load(Own *own, const char *path, Err *err)
{
    *own = (Own){0};
    if (!path_join(&own->path, path, "")) {
        return err_set(
            err, "%.80s... cannot be opened: the name is too long; choose a shorter one.", path);
    }
    if (!own_refresh(own, err)) {
        own_free(own);
        return false;
    }
    return true;
}

static void drop_edit(Own *own)
{
    OwnEdit *edit = &own->edit[--own->edits];
    free(edit->before);
    free(edit->after);
}

void own_free(Own *own)
{
    forget(own);
    while (own->edits > 0) {
        drop_edit(own);
    }
    free(own->edit);
    *own = (Own){0};
}

/* Moves what is behind the last line feed out of the way of the next line. */
static bool put_torn_away(Own *own, Err *err)
{
    Path torn = own->path;
    size_t length = strlen(torn.text);
    if (own->torn == 0) {
        return true;
    }
    if (length + sizeof ".torn" > sizeof torn.text) {
        return err_set(err, "%s cannot be saved: the name is too long; choose a shorter one.",
                       own->path.text);
    }
    memcpy(torn.text + length, ".torn", sizeof ".torn");
    if (!file_save(torn.text, own->text + own->size, own->torn, err)) {
        return false;
    }
    if (truncate(own->path.text, (off_t)own->size) != 0) {
        return err_unsaved(err, own->path.text, errno);
    }
    own->torn = 0;
    return true;
}

/* Locks the file for a change and looks at it. Returns -1 on errors. */
static int begin(Own *own, Err *err)
{
    Path folder = own->path;
    if (!path_make_folder(dirname(folder.text), err)) {
        return -1;
    }
    int fd = open_locked(own->path.text, O_RDWR | O_CREAT, LOCK_EX);
    if (fd < 0) {
        err_unsaved(err, own->path.text, errno);
        return -1;
    }
    if (!look(own, err) || !put_torn_away(own, err)) {
        close(fd);
        return -1;
    }
    return fd;
}

/* The digit that has this line, the one at `place` if it does; -1 where there is none. */
static int find(const Own *own, const char *line, int place)
{
    size_t length = strlen(line);
    int count = own->digits.digits;
    for (int i = -1; i < count; i++) {
        int at = i < 0 ? place : i;
        if (at < count && strncmp(own->text + own->start[at], line, length) == 0) {
            return at;
        }
    }
    return -1;
}

/* The text with `before`, which begins at `from`, replaced by `after`. */
static char *replaced(const Own *own, size_t from, const char *before, const char *after,
                      size_t *size)
{
    size_t old = before ? strlen(before) : 0, added = after ? strlen(after) : 0;
    *size = own->size - old + added;
    char *text = malloc(*size + 1);
    if (text) {
        memcpy(text, own->text, from);
        memcpy(text + from, after ? after : "", added);
        memcpy(text + from + added, own->text + from + old, own->size - from - old);
        text[*size] = 0;
    }
    return text;
}

/* Replaces a line by another in the file and in memory, whatever other windows did to the rest.
 * Either may be NULL: then it is added at `place`, or removed. */
static bool change(Own *own, const char *before, const char *after, int place, Err *err)
{
    bool ok = false;
    size_t size;
    int fd = begin(own, err);
    if (fd < 0) {
        return false;
    }
    int i = before ? find(own, before, place) : place;
    if (i < 0) {
        err_set(err, "This digit is no longer there: another window has changed it.");
        goto done;
    }
    size_t from = i < own->digits.digits ? own->start[i] : own->size;
    char *text = replaced(own, from, before, after, &size);
    if (!text) {
        no_memory(err);
        goto done;
    }
    if (size > DIGITS_MAX_BYTES) {
        err_set(err, "%s is full: delete some of your digits.", own->path.text);
        free(text);
        goto done;
    }
    /* First what can fail in memory, so that what is in the file is in memory, too. */
    bool added = !before && from == own->size;
    ok = take(own, text, size, err) &&
         (added ? file_append(own->path.text, after, strlen(after), err)
                : file_save(own->path.text, own->text, own->size, err));
    if (!ok) {
        Err unused;
        look(own, &unused);
    }
done:
    close(fd);
    return ok;
}

/* Makes a change that can be undone. Owns the lines of the edit. */
static bool make_edit(Own *own, OwnEdit edit, Err *err)
{
    OwnEdit *grown = grow_items(own->edit, &own->edit_room, own->edits + 1, sizeof *own->edit);
    own->edit = grown ? grown : own->edit;
    bool ok = grown ? change(own, edit.before, edit.after, edit.place, err) : no_memory(err);
    if (!ok) {
        free(edit.before);
        free(edit.after);
        return false;
    }
    own->edit[own->edits++] = edit;
    return true;
}

bool own_add(Own *own, int label, const Drawing *drawing, Err *err)
{
    Digits digits = {0};
    size_t length;
    char *line = NULL;
    if (digits_add_drawing(&digits, label, OWN_SOURCE, drawing, err)) {
        line = digits_line(&digits, 0, &length, err);
    }
    digits_free(&digits);
    return line && make_edit(own, (OwnEdit){NULL, line, INT_MAX}, err);
}

static char *copy_line(const Own *own, int i, Err *err)
{
    assert(i >= 0 && i < own->digits.digits);
    const char *line = own->text + own->start[i];
    char *copy = strndup(line, (size_t)(strchr(line, '\n') + 1 - line));
    if (!copy) {
        no_memory(err);
    }
    return copy;
}

bool own_relabel(Own *own, int i, int label, Err *err)
{
    assert(label >= 0 && label <= 9);
    char *before = copy_line(own, i, err), *after = copy_line(own, i, err);
    if (!before || !after) {
        free(before);
        free(after);
        return false;
    }
    after[0] = (char)('0' + label);
    return make_edit(own, (OwnEdit){before, after, i}, err);
}

bool own_delete(Own *own, int i, Err *err)
{
    char *before = copy_line(own, i, err);
    return before && make_edit(own, (OwnEdit){before, NULL, i}, err);
}

bool own_can_undo(const Own *own)
{
    return own->edits > 0;
}

bool own_undo(Own *own, Err *err)
{
    assert(own_can_undo(own));
    const OwnEdit *edit = &own->edit[own->edits - 1];
    if (!own_refresh(own, err)) {
        return false;
    }
    bool gone = edit->after && find(own, edit->after, edit->place) < 0;
    bool ok = change(own, edit->after, edit->before, edit->place, err);
    if (ok || gone) {
        drop_edit(own);
    }
    return ok;
}
