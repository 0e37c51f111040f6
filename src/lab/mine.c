/* The user's own digits. */
#include "lab/mine.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/sys.h"
#include "lab/mine_file.h"
#include "lab/reading.h"

static const char FILE_NAME[] = "digits";

static const float SIDE_CELL = 20.0f; /* of a digit on the sheet, as the network takes it */

enum {
    ROUNDING = 2, /* drawings come back from a session with their points rounded */
    END_MS = 2000,
    TRY_MS = 20,
};

static bool open_digits(Lab *lab, Err *err)
{
    Path path;
    Mine *mine = &lab->mine;
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

int mine_on_sheet(const Lab *lab)
{
    const Labelled *labelled = &lab->mine.labelled;
    Mark now = mark_of(&lab->drawing);
    bool same = now.edits > 0 && !lab->drawing.pen_down && now.edits == labelled->mark.edits &&
                now.points == labelled->mark.points &&
                memcmp(&now.end, &labelled->mark.end, sizeof now.end) == 0;
    return same && labelled->ink.digits > 0 ? labelled->digit : -1;
}

/* The drawing on the sheet is digit i. Errors: out of memory; it is unlabelled then. */
static bool link_to(Lab *lab, int i, Err *err)
{
    Labelled *labelled = &lab->mine.labelled;
    digits_free(&labelled->ink);
    *labelled = (Labelled){.digit = i, .mark = mark_of(&lab->drawing)};
    return digits_add_copy(&labelled->ink, &lab->mine.own.digits, i, err);
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
static void link_drawing(Lab *lab)
{
    Err err;
    Digits ink = {0};
    if (digits_add_drawing(&ink, 0, OWN_SOURCE, &lab->drawing, &err)) {
        int i = find_ink(&lab->mine.own.digits, &ink, ROUNDING);
        news_fail_unless(&lab->news, i < 0 || link_to(lab, i, &err), &err);
    }
    digits_free(&ink);
}

void mine_find(Lab *lab)
{
    if (mine_on_sheet(lab) < 0) {
        link_drawing(lab);
    }
}

/* The digits were changed. Finds the drawing on the sheet among them again. */
static void find_again(Lab *lab)
{
    Labelled *labelled = &lab->mine.labelled;
    lab->mine.revision++;
    reading_of_others(lab);
    labelled->digit = find_ink(&lab->mine.own.digits, &labelled->ink, 0);
    lab->news.shown = true;
}

/* The collection has been read for the first time. */
static void begin(Lab *lab)
{
    if (*lab->mine.own.notice.text) {
        news_mention(&lab->news, true, OFFER_NONE, lab->mine.own.notice.text);
    }
    mine_find(lab);
}

/* Carries to the file what is on its way there, and takes what has changed in it. What others hold
 * up goes on with a later call. Returns whether something came of it. */
static bool go(Lab *lab, int wait_ms)
{
    Err err;
    MineCame last;
    bool came = false;
    Mine *mine = &lab->mine;
    uint64_t end_ms = clock_ms() + (uint64_t)wait_ms;
    while ((last = mine_file_go(mine, &lab->news, clock_until_ms(end_ms), &err)) != MINE_NOTHING) {
        if (last == MINE_BUSY) {
            continue;
        }
        came = true;
        find_again(lab);
        if (last == MINE_FIRST_READ) {
            begin(lab);
        } else if (last == MINE_FAILED) {
            mine->labelled.edits = 0;
            news_fail(&lab->news, OFFER_NONE, err.text);
        }
    }
    mine_file_tell(mine, &lab->news);
    return came;
}

bool mine_start(Lab *lab, Err *err)
{
    Err why;
    lab->mine.reading.stale = true;
    if (!mine_file_make(&lab->mine, lab->wake, lab->wake_context, err)) {
        return false;
    }
    if (!open_digits(lab, &why)) {
        news_fail(&lab->news, OFFER_NONE, why.text);
        return true;
    }
    go(lab, lab->errands.patience_ms);
    return true;
}

bool mine_update(Lab *lab)
{
    return lab->mine.open && go(lab, 0);
}

bool mine_pending(const Lab *lab)
{
    return mine_file_pending(&lab->mine);
}

/* Tries for a moment to carry to the file what is not there yet. */
static void settle(Lab *lab)
{
    uint64_t end_ms = clock_ms() + END_MS;
    while (mine_pending(lab) && clock_until_ms(end_ms) > 0) {
        go(lab, TRY_MS);
        sys_sleep_ms(1);
    }
}

void mine_free(Lab *lab)
{
    Mine *mine = &lab->mine;
    settle(lab);
    mine_file_free(mine);
    digits_free(&mine->labelled.ink);
    reading_free(&mine->reading);
    *mine = (Mine){0};
}

/* A change was made to lab->mine.own, or failed as `err` says: the file follows. */
static void carry_out(Lab *lab, bool ok, const Err *err)
{
    find_again(lab);
    news_fail_unless(&lab->news, ok, err);
    if (lab->mine.open) {
        go(lab, lab->errands.patience_ms);
    }
}

void mine_refresh(Lab *lab)
{
    Err err;
    bool ok = open_digits(lab, &err);
    own_look(&lab->mine.own);
    carry_out(lab, ok, &err);
}

void mine_outdate(Lab *lab)
{
    if (*lab->mine.kept) {
        news_outdate(&lab->news, lab->mine.kept);
        *lab->mine.kept = '\0';
    }
}

static void say_kept(Lab *lab, int label)
{
    char *kept = lab->mine.kept;
    mine_outdate(lab);
    snprintf(kept, sizeof lab->mine.kept, "Kept as %s %d in my digits. Undo takes it back.",
             label == 8 ? "an" : "a", label);
    news_say(&lab->news, OFFER_UNDO_LABEL, kept);
}

void mine_label(Lab *lab, int label)
{
    Err err;
    Own *own = &lab->mine.own;
    if (!open_digits(lab, &err)) {
        news_fail(&lab->news, OFFER_NONE, err.text);
        return;
    }
    int i = mine_on_sheet(lab);
    if (i >= 0 && own->digits.digit[i].label == label) {
        return;
    }
    int taken_back = i >= 0 ? lab->mine.labelled.edits : 0;
    bool ok = i >= 0 ? own_relabel(own, i, label, &err) : own_add(own, label, &lab->drawing, &err);
    ok = ok && (i >= 0 || link_to(lab, own->digits.digits - 1, &err));
    lab->mine.labelled.edits = ok ? taken_back + 1 : 0;
    if (ok) {
        say_kept(lab, label);
    }
    carry_out(lab, ok, &err);
}

void mine_before_pen(Lab *lab, Tool tool)
{
    Err err;
    if (tool == TOOL_PEN && mine_on_sheet(lab) >= 0) {
        news_fail_unless(&lab->news, drawing_clear(&lab->drawing, &err), &err);
    }
    lab->mine.labelled.edits = 0;
    mine_outdate(lab);
}

bool mine_can_take_back(const Lab *lab)
{
    return lab->mine.labelled.edits > 0 && mine_on_sheet(lab) >= 0;
}

void mine_take_back(Lab *lab)
{
    Err err;
    Mine *mine = &lab->mine;
    mine_outdate(lab);
    bool ok = own_undo(&mine->own, &err);
    mine->labelled.edits = ok ? mine->labelled.edits - 1 : 0;
    carry_out(lab, ok, &err);
}

void mine_print_note(const Lab *lab, char *text, size_t room)
{
    const Reading *reading = &lab->mine.reading;
    int i = mine_on_sheet(lab), label = i >= 0 ? lab->mine.own.digits.digit[i].label : 0;
    if (lab->exhibit.shown) {
        snprintf(text, room, "%s", "");
        if (lab->exhibit.label >= 0) {
            snprintf(text, room, "Labelled %d", lab->exhibit.label);
        }
    } else if (i >= 0 && mine_pending(lab)) {
        snprintf(text, room, "%s %d, not kept yet", label == 8 ? "An" : "A", label);
    } else if (i >= 0 && reading->of > 0) {
        snprintf(text, room, "Kept as %s %d · %d of %d right", label == 8 ? "an" : "a", label,
                 reading->right, reading->of);
    } else if (i >= 0) {
        snprintf(text, room, "Kept as %s %d", label == 8 ? "an" : "a", label);
    } else {
        snprintf(text, room, "%s",
                 drawing_is_empty(&lab->drawing) ? "" : "Teach: this was a … press 0 to 9");
    }
}

/* A change to one of them: undo on the sheet has nothing to do with it. */
static bool change(Lab *lab, bool ok, const Err *err)
{
    lab->mine.labelled.edits = 0;
    mine_outdate(lab);
    carry_out(lab, ok, err);
    return ok;
}

bool mine_relabel(Lab *lab, int i, int label)
{
    Err err;
    if (lab->mine.own.digits.digit[i].label == label) {
        return true;
    }
    bool ok = own_relabel(&lab->mine.own, i, label, &err);
    return change(lab, ok, &err);
}

bool mine_delete(Lab *lab, int i)
{
    Err err;
    bool ok = own_delete(&lab->mine.own, i, &err);
    return change(lab, ok, &err);
}

bool mine_undo(Lab *lab)
{
    Err err;
    bool ok = own_undo(&lab->mine.own, &err);
    return change(lab, ok, &err);
}

void mine_to_sheet(Lab *lab, int i)
{
    Err err;
    const Digits *digits = &lab->mine.own.digits;
    Point size = digits_size(digits, i, SIDE_CELL);
    Point corner = {(SHEET_SIDE - size.x_cell) / 2, (SHEET_SIDE - size.y_cell) / 2};
    bool ok =
        drawing_clear(&lab->drawing, &err) &&
        digits_draw(digits, i, corner, SIDE_CELL, lab->settings.brush_cell, &lab->drawing, &err) &&
        link_to(lab, i, &err);
    lab->answer_stale = true;
    news_fail_unless(&lab->news, ok, &err);
}
