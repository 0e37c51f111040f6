/* The user's own digits in memory: the lines of their file, and the changes that are on their way
 * there (own_file.c). A change is made in memory at once and taken back where the file refuses. */
#include "ink/own.h"

#include <assert.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/sys.h"
#include "ink/grow.h"

enum { RETRY_MS = 10, PATIENCE_MS = 1000 };

static bool no_memory(Err *err)
{
    return err_set_code(err, ERR_NO_MEMORY,
                        "There is not enough memory for your digits; close other programs.");
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

/* Takes the text of the file, and owns it, where it is not what is in memory. */
static bool take_other(Own *own, char *text, size_t size, Err *err)
{
    if (own->text && size == own->size + own->torn && memcmp(text, own->text, size) == 0) {
        free(text);
        return true;
    }
    return take(own, text, size, err);
}

static void free_edit(OwnEdit *edit)
{
    free(edit->before);
    free(edit->after);
    *edit = (OwnEdit){0};
}

bool own_open(Own *own, const char *path, Err *err)
{
    *own = (Own){.look = true};
    if (!path_join(&own->path, path, "")) {
        return err_set_code(
            err, ERR_VALUE,
            "%.80s... cannot be opened: the name is too long; choose a shorter one.", path);
    }
    return true;
}

static bool settle(Own *own, void (*waits)(const char *path), Err *err);

bool own_load(Own *own, const char *path, void (*waits)(const char *path), Err *err)
{
    if (!own_open(own, path, err) || !settle(own, waits, err)) {
        own_free(own);
        return false;
    }
    return true;
}

void own_free(Own *own)
{
    if (!own) {
        return;
    }
    forget(own);
    for (int i = 0; i < own->edits; i++) {
        free_edit(&own->edit[i]);
    }
    for (int i = 0; i < own->pending; i++) {
        free_edit(&own->change[i].edit);
    }
    free(own->edit);
    free(own->change);
    *own = (Own){0};
}

void own_look(Own *own)
{
    own->look = true;
}

bool own_refresh(Own *own, Err *err)
{
    own_look(own);
    return own_settle(own, err);
}

/* Makes a change in memory. False and no sentence where its digit is not there. */
static bool apply(Own *own, const OwnEdit *edit, bool *found, Err *err)
{
    size_t size, from;
    char *text;
    OwnText now = {own->text ? own->text : "", own->size};
    *found = own_find(&now, edit, &from);
    if (!*found) {
        return false;
    }
    text = own_replaced(&now, from, edit, &size, err);
    bool ok = text && take(own, text, size, err);
    own->look = own->look || !own->text; /* to have them again once there is memory */
    return ok;
}

static bool copy_edit(const OwnEdit *edit, OwnEdit *copy)
{
    *copy = (OwnEdit){.line = edit->line, .id = edit->id};
    copy->before = edit->before ? strdup(edit->before) : NULL;
    copy->after = edit->after ? strdup(edit->after) : NULL;
    bool ok = (copy->before || !edit->before) && (copy->after || !edit->after);
    if (!ok) {
        free_edit(copy);
    }
    return ok;
}

/* Makes a change in memory and sends it on its way to the file. Owns the lines of the edit. */
static bool send(Own *own, OwnEdit edit, bool undo, Err *err)
{
    bool found = true;
    OwnChange *grown =
        grow_items(own->change, &own->change_room, own->pending + 1, sizeof *own->change);
    own->change = grown ? grown : own->change;
    if (!grown) {
        no_memory(err);
    } else if (apply(own, &edit, &found, err)) {
        own->change[own->pending++] = (OwnChange){edit, undo};
        return true;
    } else if (!found) {
        own_gone(err);
    }
    free_edit(&edit);
    return false;
}

/* Makes a change that can be undone. Owns the lines of the edit. */
static bool make_edit(Own *own, OwnEdit edit, Err *err)
{
    OwnEdit kept = {0};
    OwnEdit *grown = grow_items(own->edit, &own->edit_room, own->edits + 1, sizeof *own->edit);
    own->edit = grown ? grown : own->edit;
    edit.id = ++own->made;
    if (!grown || !copy_edit(&edit, &kept)) {
        free_edit(&edit);
        return no_memory(err);
    }
    if (!send(own, edit, false, err)) {
        free_edit(&kept);
        return false;
    }
    own->edit[own->edits++] = kept;
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
    return line && make_edit(own, (OwnEdit){.after = line, .line = INT_MAX}, err);
}

static char *copy_line(const Own *own, int i, Err *err)
{
    assert(i >= 0 && i < own->digits.digits);
    const char *line = own->text + own->start[i];
    size_t length = (size_t)(strchr(line, '\n') + 1 - line);
    char *copy = calloc(1, length + 1);
    if (!copy) {
        no_memory(err);
        return NULL;
    }
    memcpy(copy, line, length);
    return copy;
}

/* Which line of the file a digit is. */
static int line_of(const Own *own, int i)
{
    int line = 0;
    for (size_t at = 0; at < own->start[i]; at++) {
        line += own->text[at] == '\n';
    }
    return line;
}

bool own_relabel(Own *own, int i, int label, Err *err)
{
    assert(label >= 0 && label <= 9);
    OwnEdit edit = {copy_line(own, i, err), copy_line(own, i, err), line_of(own, i), 0};
    if (!edit.before || !edit.after) {
        free_edit(&edit);
        return false;
    }
    edit.after[0] = (char)('0' + label);
    return make_edit(own, edit, err);
}

bool own_delete(Own *own, int i, Err *err)
{
    char *before = copy_line(own, i, err);
    return before && make_edit(own, (OwnEdit){.before = before, .line = line_of(own, i)}, err);
}

bool own_can_undo(const Own *own)
{
    return own->edits > 0;
}

static OwnEdit turned(const OwnEdit *edit)
{
    return (OwnEdit){edit->after, edit->before, edit->line, edit->id};
}

bool own_undo(Own *own, Err *err)
{
    assert(own_can_undo(own));
    OwnEdit back = turned(&own->edit[own->edits - 1]);
    own->edits--;
    return send(own, back, true, err);
}

bool own_pending(const Own *own)
{
    return own->pending > 0;
}

bool own_next(const Own *own, OwnWork *work)
{
    if (own->pending == 0 && !own->look) {
        return false;
    }
    *work = (OwnWork){.path = own->path};
    if (own->pending > 0) {
        work->edit = own->change[0].edit;
    }
    return true;
}

/* A change did not reach the file: memory is as if it had not been made, and what it undid can be
 * undone again unless there is nothing to undo any more. Owns the lines of the change. */
static void take_back(Own *own, OwnChange *change, bool gone)
{
    Err unused;
    bool found;
    OwnEdit back = turned(&change->edit);
    if (!apply(own, &back, &found, &unused) && found) {
        forget(own); /* rather than to show what is not in the file */
        own->look = true;
    }
    OwnEdit *grown = change->undo && !gone
                         ? grow_items(own->edit, &own->edit_room, own->edits + 1, sizeof *own->edit)
                         : NULL;
    if (grown) {
        own->edit = grown;
        own->edit[own->edits++] = back;
        return;
    }
    for (int i = own->edits - 1; !change->undo && i >= 0; i--) {
        if (own->edit[i].id == back.id) {
            free_edit(&own->edit[i]);
            memmove(&own->edit[i], &own->edit[i + 1],
                    (size_t)(--own->edits - i) * sizeof *own->edit);
        }
    }
    free_edit(&back);
}

bool own_done(Own *own, OwnWork *work, Err *err)
{
    bool ok = work->outcome != OWN_FAILED;
    if (work->outcome == OWN_BUSY) {
        return true;
    }
    if (!ok) {
        *err = work->err;
    }
    if (own->pending > 0) {
        OwnChange change = own->change[0];
        memmove(own->change, own->change + 1, (size_t)--own->pending * sizeof *own->change);
        if (ok) {
            free_edit(&change.edit);
        } else {
            take_back(own, &change, work->gone);
        }
    } else {
        own->look = false;
    }
    if (work->unsure) {
        forget(own);
        own->look = true;
    }
    if (own->pending > 0) {
        free(work->text); /* memory is ahead of it */
    } else if (work->text) {
        Err why;
        if (!take_other(own, work->text, work->size, &why) && ok) {
            *err = why;
            ok = false;
        }
    }
    work->text = NULL;
    return ok;
}

/* Until the file is up to date. */
static bool settle(Own *own, void (*waits)(const char *path), Err *err)
{
    bool ok = true;
    int busy_ms = 0;
    OwnWork work;
    while (own_next(own, &work)) {
        Err why;
        own_try(&work);
        if (work.outcome == OWN_BUSY) {
            sys_sleep_ms(RETRY_MS);
            busy_ms += RETRY_MS;
        }
        if (waits && busy_ms >= PATIENCE_MS) {
            waits(own->path.text);
            waits = NULL;
        }
        if (!own_done(own, &work, &why) && ok) {
            *err = why;
            ok = false;
        }
    }
    return ok;
}

bool own_settle(Own *own, Err *err)
{
    return settle(own, NULL, err);
}
