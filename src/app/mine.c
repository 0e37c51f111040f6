/* The user's own digits. */
#include "app/mine.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/actions.h"
#include "app/errand.h"
#include "app/mine_file.h"
#include "app/pointer.h"
#include "app/reading.h"
#include "ink/export.h"

static const char FILE_NAME[] = "digits", IDX_ENDING[] = ".idx";

enum {
    ROUNDING = 2, /* drawings come back from a session with their points rounded */
};

static bool open_digits(App *app, Err *err)
{
    Path path;
    Mine *mine = &app->lab.mine;
    mine->open =
        mine->open || (path_user(FILE_NAME, &path, err) && own_open(&mine->own, path.text, err));
    return mine->open;
}

/* Whether two digits have the same points, but for `apart` units. */
static bool same_ink(const Digits *a, int i, const Digits *b, int k, int apart)
{
    const PenDigit *x = &a->digit[i], *y = &b->digit[k];
    bool same = x->count == y->count;
    for (int s = 0; same && s < x->count; s++) {
        const PenStroke *from = &a->stroke[x->first + s], *to = &b->stroke[y->first + s];
        same = from->count == to->count;
        for (int p = 0; same && p < from->count; p++) {
            PenPoint one = a->point[from->first + p], other = b->point[to->first + p];
            same = abs(one.x - other.x) <= apart && abs(one.y - other.y) <= apart;
        }
    }
    return same;
}

/* What is drawn last, to tell by whether the drawing is still the one that was labelled. */
static Mark mark_of(const Drawing *drawing)
{
    if (drawing->shown == 0) {
        return (Mark){0};
    }
    const Stroke *last = &drawing->stroke[drawing->shown - 1];
    Mark mark = {.edits = drawing->shown, .points = last->count};
    if (last->count > 0) {
        mark.end = drawing->point[last->first + last->count - 1];
    }
    return mark;
}

int mine_on_sheet(const App *app)
{
    const Labelled *labelled = &app->lab.mine.labelled;
    Mark now = mark_of(&app->lab.drawing);
    bool same = now.edits > 0 && !app->lab.drawing.pen_down && now.edits == labelled->mark.edits &&
                now.points == labelled->mark.points &&
                memcmp(&now.end, &labelled->mark.end, sizeof now.end) == 0;
    return same && labelled->ink.digits > 0 ? labelled->digit : -1;
}

bool mine_link(App *app, int i, Err *err)
{
    Labelled *labelled = &app->lab.mine.labelled;
    digits_free(&labelled->ink);
    *labelled = (Labelled){.digit = i, .mark = mark_of(&app->lab.drawing)};
    return digits_add_copy(&labelled->ink, &app->lab.mine.own.digits, i, err);
}

/* The last of the digits that has the points of that one; -1 where none has. */
static int find_ink(const Digits *digits, const Digits *ink, int apart)
{
    int i = ink->digits > 0 ? digits->digits - 1 : -1;
    while (i >= 0 && !same_ink(digits, i, ink, 0, apart)) {
        i--;
    }
    return i;
}

/* The drawing may have been labelled before: in the last session, or before undo and redo. */
static void link_drawing(App *app)
{
    Err err;
    Digits ink = {0};
    if (digits_add_drawing(&ink, 0, OWN_SOURCE, &app->lab.drawing, &err)) {
        int i = find_ink(&app->lab.mine.own.digits, &ink, ROUNDING);
        app_tell_unless(app, i < 0 || mine_link(app, i, &err), &err);
    }
    digits_free(&ink);
}

void mine_find(App *app)
{
    if (mine_on_sheet(app) < 0) {
        link_drawing(app);
    }
}

void mine_begin(App *app)
{
    if (*app->lab.mine.own.notice.text && !*app->notice.text) {
        app_tell(app, true, ACTION_NONE, app->lab.mine.own.notice.text);
    }
    mine_find(app);
}

bool mine_start(App *app, Err *err)
{
    Err why;
    app->lab.mine.reading.stale = true;
    if (!mine_file_make(app, err)) {
        return false;
    }
    if (!open_digits(app, &why)) {
        app_tell(app, true, ACTION_NONE, why.text);
        return true;
    }
    mine_file_go(app, app->lab.patience_ms);
    return true;
}

bool mine_update(App *app)
{
    return app->lab.mine.open && mine_file_go(app, 0);
}

bool mine_pending(const App *app)
{
    return mine_file_pending(&app->lab.mine);
}

void mine_free(App *app)
{
    Mine *mine = &app->lab.mine;
    mine_file_free(app);
    digits_free(&mine->labelled.ink);
    reading_free(&mine->reading);
    *mine = (Mine){0};
}

void mine_changed(App *app)
{
    Labelled *labelled = &app->lab.mine.labelled;
    app->lab.mine.revision++;
    reading_of_others(app);
    labelled->digit = find_ink(&app->lab.mine.own.digits, &labelled->ink, 0);
    app->redraw = true;
}

void mine_carry_out(App *app, bool ok, const Err *err)
{
    mine_changed(app);
    app_tell_unless(app, ok, err);
    if (app->lab.mine.open) {
        mine_file_go(app, app->lab.patience_ms);
    }
}

void mine_refresh(App *app)
{
    Err err;
    bool ok = open_digits(app, &err);
    own_look(&app->lab.mine.own);
    mine_carry_out(app, ok, &err);
}

void mine_label(App *app, int label)
{
    Err err;
    Own *own = &app->lab.mine.own;
    pointer_release(app);
    if (!open_digits(app, &err)) {
        app_tell(app, true, ACTION_NONE, err.text);
        return;
    }
    int i = mine_on_sheet(app);
    if (i >= 0 && own->digits.digit[i].label == label) {
        return;
    }
    int taken_back = i >= 0 ? app->lab.mine.labelled.edits : 0;
    bool ok =
        i >= 0 ? own_relabel(own, i, label, &err) : own_add(own, label, &app->lab.drawing, &err);
    ok = ok && (i >= 0 || mine_link(app, own->digits.digits - 1, &err));
    app->lab.mine.labelled.edits = ok ? taken_back + 1 : 0;
    mine_carry_out(app, ok, &err);
}

void mine_before_pen(App *app, Tool tool)
{
    Err err;
    if (tool == TOOL_PEN && mine_on_sheet(app) >= 0) {
        app_tell_unless(app, drawing_clear(&app->lab.drawing, &err), &err);
        app->lab.inked.all = true;
    }
    app->lab.mine.labelled.edits = 0;
}

bool mine_can_take_back(const App *app)
{
    return app->lab.mine.labelled.edits > 0 && mine_on_sheet(app) >= 0;
}

void mine_take_back(App *app)
{
    Err err;
    Mine *mine = &app->lab.mine;
    bool ok = own_undo(&mine->own, &err);
    mine->labelled.edits = ok ? mine->labelled.edits - 1 : 0;
    mine_carry_out(app, ok, &err);
}

/* What the names of both files of an IDX pair begin with. */
static void print_prefix(const char *path, Path *prefix)
{
    snprintf(prefix->text, sizeof prefix->text, "%.*s", (int)(strlen(path) - strlen(IDX_ENDING)),
             path);
}

bool mine_export_exists(const char *path)
{
    static const char *const END[] = {"-images-idx3-ubyte", "-labels-idx1-ubyte"};
    Path prefix, file;
    if (!path_ends_with(path, IDX_ENDING)) {
        return path_exists(path);
    }
    print_prefix(path, &prefix);
    for (int i = 0; i < 2; i++) {
        int length = snprintf(file.text, sizeof file.text, "%s%s", prefix.text, END[i]);
        if (length < PATH_TEXT_MAX && path_exists(file.text)) {
            return true;
        }
    }
    return false;
}

/* On the other thread. */
static bool export(Errand *errand)
{
    Path prefix;
    const char *path = errand->path.text;
    if (path_ends_with(path, IDX_ENDING)) {
        print_prefix(path, &prefix);
        return export_idx(&errand->digits, prefix.text, &errand->err);
    }
    return path_ends_with(path, ".csv") ? export_csv(&errand->digits, path, &errand->err)
                                        : export_strokes(&errand->digits, path, &errand->err);
}

static void exported(App *app, Errand *errand)
{
    char said[ERR_TEXT_MAX];
    Path prefix = errand->path;
    bool pair = path_ends_with(errand->path.text, IDX_ENDING);
    if (pair) {
        print_prefix(errand->path.text, &prefix);
    }
    snprintf(said, sizeof said, "Your digits, %d in all, are saved in %.900s%s.",
             errand->digits.digits, prefix.text,
             pair ? "-images-idx3-ubyte and ...-labels-idx1-ubyte" : "");
    app_tell(app, false, ACTION_NONE, said);
}

bool mine_export(App *app, const char *path, Err *err)
{
    mine_refresh(app);
    const Digits *digits = &app->lab.mine.own.digits;
    Errand *errand = errand_make(app, path, err);
    for (int i = 0; errand && i < digits->digits; i++) {
        if (!digits_add_copy(&errand->digits, digits, i, err)) {
            errand_drop(errand);
            return false;
        }
    }
    if (!errand) {
        return false;
    }
    errand->work = export;
    errand->done = exported;
    return errand_send(app, errand, err);
}

void mine_print_note(const App *app, char *text, size_t room)
{
    const Reading *reading = &app->lab.mine.reading;
    int i = mine_on_sheet(app), label = i >= 0 ? app->lab.mine.own.digits.digit[i].label : 0;
    if (app->lab.exhibit.shown) {
        snprintf(text, room, "%s", "");
        if (app->lab.exhibit.label >= 0) {
            snprintf(text, room, "Labelled %d", app->lab.exhibit.label);
        }
    } else if (i >= 0 && mine_pending(app)) {
        snprintf(text, room, "%s %d, not kept yet", label == 8 ? "An" : "A", label);
    } else if (i >= 0 && reading->of > 0) {
        snprintf(text, room, "Kept as %s %d · %d of %d right", label == 8 ? "an" : "a", label,
                 reading->right, reading->of);
    } else if (i >= 0) {
        snprintf(text, room, "Kept as %s %d", label == 8 ? "an" : "a", label);
    } else {
        snprintf(text, room, "%s",
                 drawing_is_empty(&app->lab.drawing) ? "" : "This was a … press 0 to 9");
    }
}
