/* The user's own digits, and the file that they are kept in: lines as in ink/digits.h. A change is
 * in memory when the call returns, and on its way to the file: own_next(), own_try(), own_done()
 * carry it there without waiting for anybody. Several windows may have the same file open. */
#ifndef INK_OWN_H
#define INK_OWN_H

#include "base/path.h"
#include "ink/digits.h"

/** The source of the user's own digits. */
#define OWN_SOURCE "me"

/** What one call changed. */
typedef struct OwnEdit {
    char *before, *after; /* the line; NULL where there was none, or is none any more */
    int line;             /* of the file, where it was made; INT_MAX for the end */
    int id;
} OwnEdit;

/** A change on its way to the file. */
typedef struct OwnChange {
    OwnEdit edit;
    bool undo; /* takes back what was made before */
} OwnChange;

/** The digits, for all to read; the rest is for own.c alone. Release it with own_free(). */
typedef struct Own {
    Digits digits; /* those that can be read, in the order of the file */
    Err notice;    /* a sentence about lines that cannot; empty where there are none */
    Path path;
    char *text;    /* the lines as they were last read, with all changes since */
    size_t size;   /* of text */
    size_t torn;   /* bytes behind it, of a line that was cut short */
    size_t *start; /* where the line of each digit begins in text */
    int start_room;
    OwnEdit *edit; /* what undo takes back, the last one first */
    int edits, edit_room, made;
    OwnChange *change; /* on their way to the file, in their order */
    int pending, change_room;
    bool look; /* at the file is wanted */
} Own;

/** What came of one thing to do with the file. */
typedef enum OwnOutcome {
    OWN_BUSY, /* somebody has locked the file: to be tried again */
    OWN_DONE,
    OWN_FAILED
} OwnOutcome;

/** One thing to do with the file. own_try() may run on another thread: it reads the lines of the
 * edit, which stay until own_done(), and nothing else that belongs to an Own. */
typedef struct OwnWork {
    Path path;
    OwnEdit edit; /* without lines: a look at the file */
    OwnOutcome outcome;
    bool gone;   /* it failed as its digit is not there */
    bool unsure; /* it failed, and nobody knows what of it is in the file */
    char *text;  /* what the file has now; NULL where nobody knows */
    size_t size;
    Err err;
} OwnWork;

/**
 * Open a collection, without a look at its file yet. A missing file is an empty one, and made by
 * the first change.
 *
 * A last line without a line feed, which a crash or a full disk leaves, is passed over, and moved
 * to a file of that name with ".torn" behind it, in place of an earlier one, before anything is
 * written. Any other damaged line is passed over and stays where it is.
 *
 * Errors: the name is too long.
 */
bool own_open(Own *own, const char *path, Err *err);

/** Release a collection; changes still on their way to the file are lost. NULL is allowed. */
void own_free(Own *own);

/**
 * Open a collection and wait until it has been read.
 *
 * @param waits  called once where another program has had its file locked for a second; may be NULL
 *
 * Errors: it cannot be read, is too large, out of memory; own is zeroed then.
 */
bool own_load(Own *own, const char *path, void (*waits)(const char *path), Err *err);

/** Wish for a look whether the file has changed. */
void own_look(Own *own);

/** Look, and wait for it. Errors: as own_load(); what is in memory stays then, unless memory ran
 * out while the file was read: then there are no digits until a later look. */
bool own_refresh(Own *own, Err *err);

/* The changes. What the file refuses of them is said by own_done(), and memory is as before then.
 */

/** Add a drawing as the last digit. Errors: nothing is on the sheet, the collection is full, out of
 * memory; nothing changes then. */
bool own_add(Own *own, int label, const Drawing *drawing, Err *err);

/** Give digit i another label. Errors: out of memory. */
bool own_relabel(Own *own, int i, int label, Err *err);

/** Remove digit i. Errors: out of memory. */
bool own_delete(Own *own, int i, Err *err);

/** Whether a change was made through `own` that own_undo() would take back. */
bool own_can_undo(const Own *own);

/**
 * Take back the last change made through `own`. There is one.
 *
 * Errors: out of memory; another window removed or relabelled the digit, which is not brought back:
 * the change before is the next to be undone then.
 */
bool own_undo(Own *own, Err *err);

/** Whether changes are on their way to the file. */
bool own_pending(const Own *own);

/** What is to be done with the file next; false where it is up to date. One at a time. */
bool own_next(const Own *own, OwnWork *work);

/** Do so, unless somebody has locked the file. On any thread. */
void own_try(OwnWork *work);

/**
 * Take what came of it. One that was OWN_BUSY is the next again.
 *
 * Errors: the file cannot be read or written, another window removed the digit, out of memory.
 */
bool own_done(Own *own, OwnWork *work, Err *err);

/** Wait until all changes are in the file, for who may wait. Errors: the first of own_done(). */
bool own_settle(Own *own, Err *err);

/* Between own.c and own_file.c. */

/** Lines of the file, borrowed. */
typedef struct OwnText {
    const char *start;
    size_t size;
} OwnText;

/** Where the line of an edit is, or is to be: in its place if it is there, else the last that is
 * the same. */
bool own_find(const OwnText *text, const OwnEdit *edit, size_t *from);

/** The text with the change made, on the heap. */
char *own_replaced(const OwnText *text, size_t from, const OwnEdit *edit, size_t *size, Err *err);

/** Say that the digit of a change is not there. */
bool own_gone(Err *err);

#endif
