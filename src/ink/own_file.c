/* The file of the user's own digits: looked at, or changed, under its lock, whatever other windows
 * have done to it meanwhile. Nothing here touches what the window has in memory. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/sys_file.h"
#include "ink/own.h"

bool own_gone(Err *err)
{
    return err_set(err, "This digit is no longer among yours, so it was not changed; another "
                        "window may have done so.");
}

/* Whether the line at `at` is that one. */
static bool is_line(const OwnText *text, size_t at, const char *line, size_t length)
{
    return length <= text->size - at && memcmp(text->start + at, line, length) == 0;
}

bool own_find(const OwnText *text, const OwnEdit *edit, size_t *from)
{
    int line = 0;
    bool found = !edit->before;
    size_t length = edit->before ? strlen(edit->before) : 0;
    *from = text->size;
    for (size_t at = 0; at < text->size; line++) {
        bool here = line == edit->line;
        if (edit->before ? is_line(text, at, edit->before, length) : here) {
            *from = at; /* its own place, or else the last one */
            found = true;
            if (here) {
                break;
            }
        }
        const char *feed = memchr(text->start + at, '\n', text->size - at);
        at = feed ? (size_t)(feed + 1 - text->start) : text->size;
    }
    return found;
}

char *own_replaced(const OwnText *text, size_t from, const OwnEdit *edit, size_t *size, Err *err)
{
    size_t old = edit->before ? strlen(edit->before) : 0;
    size_t added = edit->after ? strlen(edit->after) : 0;
    *size = text->size - old + added;
    if (*size > DIGITS_MAX_BYTES) {
        err_set_code(err, ERR_NO_ROOM, "Your collection of digits is full; delete some of them.");
        return NULL;
    }
    char *other = malloc(*size + 1);
    if (!other) {
        err_set_code(err, ERR_NO_MEMORY,
                     "There is not enough memory for your digits; close other programs.");
        return NULL;
    }
    memcpy(other, text->start, from);
    memcpy(other + from, edit->after ? edit->after : "", added);
    memcpy(other + from + added, text->start + from + old, text->size - from - old);
    other[*size] = 0;
    return other;
}

/* Opens and locks the file, or returns -1: it is locked by somebody else, who may also have put a
 * new file in its place just now, or else errno says why. File systems without locks do without. */
static int open_locked(OwnWork *work, SysOpen how, SysLock lock)
{
    SysInfo opened, there;
    int fd = sys_open(work->path.text, how);
    if (fd < 0) {
        return -1;
    }
    bool held = !sys_lock(fd, lock) && errno == EWOULDBLOCK;
    if (!held && sys_info_of(fd, &opened) && sys_info(work->path.text, &there) &&
        sys_is_same(&opened, &there)) {
        return fd;
    }
    sys_close(fd);
    work->outcome = OWN_BUSY;
    return -1;
}

static bool read_text(OwnWork *work)
{
    uint8_t *bytes;
    bool ok = file_read(work->path.text, DIGITS_MAX_BYTES, &bytes, &work->size, &work->err);
    work->text = (char *)bytes;
    return ok;
}

static void look(OwnWork *work)
{
    int fd = open_locked(work, SYS_READ, SYS_LOCK_SHARED);
    if (fd >= 0) {
        work->outcome = read_text(work) ? OWN_DONE : OWN_FAILED;
        sys_close(fd);
    } else if (work->outcome != OWN_BUSY && errno == ENOENT) {
        work->text = calloc(1, 1);
        work->outcome = work->text ? OWN_DONE : OWN_FAILED;
        if (!work->text) {
            err_unopened(&work->err, work->path.text, ENOMEM);
        }
    } else if (work->outcome != OWN_BUSY) {
        err_unopened(&work->err, work->path.text, errno);
    }
}

/* The lines that end; what is behind the last line feed is not among them. */
static OwnText whole_lines(const OwnWork *work)
{
    size_t size = work->size;
    while (size > 0 && work->text[size - 1] != '\n') {
        size--;
    }
    return (OwnText){work->text, size};
}

/* Moves what is behind the last line feed out of the way of the next line. */
static bool put_torn_away(OwnWork *work, const OwnText *lines, int fd)
{
    Path torn = work->path;
    size_t length = strlen(torn.text);
    if (lines->size == work->size) {
        return true;
    }
    if (length + sizeof ".torn" > sizeof torn.text) {
        return err_unsaved(&work->err, work->path.text, ENAMETOOLONG);
    }
    memcpy(torn.text + length, ".torn", sizeof ".torn");
    return file_save(torn.text, work->text + lines->size, work->size - lines->size, &work->err) &&
           (sys_cut(fd, lines->size) || err_unsaved(&work->err, work->path.text, errno));
}

/* Replaces the line in the file, which is locked and has been read. */
static bool change(OwnWork *work, int fd)
{
    size_t size, from;
    const OwnEdit *edit = &work->edit;
    OwnText lines = whole_lines(work);
    if (!put_torn_away(work, &lines, fd)) {
        return false;
    }
    work->gone = !own_find(&lines, edit, &from);
    if (work->gone) {
        return own_gone(&work->err);
    }
    char *text = own_replaced(&lines, from, edit, &size, &work->err);
    if (!text) {
        return false;
    }
    bool added = !edit->before && from == lines.size;
    bool ok = added ? file_append(work->path.text, edit->after, strlen(edit->after), &work->err)
                    : file_save(work->path.text, text, size, &work->err);
    if (ok) {
        free(work->text);
        work->text = text;
        work->size = size;
    } else {
        free(text);
    }
    return ok;
}

/* What the file has after a change that failed, which is not for guessing. */
static void look_again(OwnWork *work)
{
    Err said = work->err;
    free(work->text);
    work->unsure = !read_text(work);
    work->err = said;
}

static void carry_out(OwnWork *work)
{
    Path folder;
    path_folder(work->path.text, &folder);
    if (!path_make_folder(folder.text, &work->err)) {
        return;
    }
    int fd = open_locked(work, SYS_CHANGE, SYS_LOCK_ALONE);
    if (fd < 0) {
        if (work->outcome != OWN_BUSY) {
            err_unsaved(&work->err, work->path.text, errno);
        }
        return;
    }
    if (read_text(work) && change(work, fd)) {
        work->outcome = OWN_DONE;
    } else if (work->text) {
        look_again(work);
    }
    sys_close(fd);
}

void own_try(OwnWork *work)
{
    work->outcome = OWN_FAILED;
    work->gone = false;
    if (work->edit.before || work->edit.after) {
        carry_out(work);
    } else {
        look(work);
    }
}
