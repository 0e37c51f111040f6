/* The user's own digits, and the file that they are kept in: lines as in ink/digits.h. What was
 * added is in the file when the call returns; several windows may have the same file open. */
#ifndef INK_OWN_H
#define INK_OWN_H

#include "base/path.h"
#include "ink/digits.h"

/** The source of the user's own digits. */
#define OWN_SOURCE "me"

/** What one call changed. */
typedef struct OwnEdit {
    char *before, *after; /* the line; NULL where there was none, or is none any more */
    int place;            /* of the digit among the others; INT_MAX for the end */
} OwnEdit;

/** The digits, for all to read; the rest is for own.c alone. Release it with own_free(). */
typedef struct Own {
    Digits digits; /* those that can be read, in the order of the file */
    Err notice;    /* a sentence about lines that cannot; empty where there are none */
    Path path;
    char *text;    /* the lines as they were last read or written */
    size_t size;   /* of text */
    size_t torn;   /* bytes behind it, of a line that was cut short */
    size_t *start; /* where the line of each digit begins in text */
    int start_room;
    OwnEdit *edit; /* what undo takes back, the last one first */
    int edits, edit_room;
} Own;

/**
 * Open a collection. A missing file is an empty one, and made by the first own_add().
 *
 * A last line without a line feed, which a crash or a full disk leaves, is passed over, and moved
 * to a file of that name with ".torn" behind it, in place of an earlier one, before anything is
 * written. Any other damaged line is passed over and stays where it is.
 *
 * Errors: it cannot be read, is too large, out of memory; own is zeroed then.
 */
bool own_load(Own *own, const char *path, Err *err);
void own_free(Own *own);

/**
 * Look whether the file has changed since, and read it again where it has. All calls below do so
 * first. Errors: as own_load(). What is in memory stays then, unless memory ran out while the file
 * was read again: then there are no digits until a later call has read it.
 */
bool own_refresh(Own *own, Err *err);

/**
 * Add a drawing as the last digit.
 *
 * Errors: nothing is on the sheet, the collection is full, the file cannot be written, out of
 * memory; file and memory are as before then.
 */
bool own_add(Own *own, int label, const Drawing *drawing, Err *err);

/** Give digit i another label. Errors: as own_add(), or another window removed it meanwhile. */
bool own_relabel(Own *own, int i, int label, Err *err);

/** Remove digit i. Errors: as own_relabel(). */
bool own_delete(Own *own, int i, Err *err);

bool own_can_undo(const Own *own);

/**
 * Take back the last change made through `own`. There is one.
 *
 * Errors: as own_relabel(). A digit that another window removed or relabelled is not brought back;
 * the change before is the next to be undone then.
 */
bool own_undo(Own *own, Err *err);

#endif
