/* The shelf: networks that were trained and have left the show, newest first. A press that puts
 * another network on show loses none of them. */
#ifndef LAB_SHELF_H
#define LAB_SHELF_H

#include "lab/model.h"

/** How many it holds. */
enum { SHELF_MOST = 32 };

/** A network on it. */
typedef struct ShelfEntry {
    Model model;
    int file;     /* the number of its file in the session; 0 for none yet */
    bool on_disk; /* that file is whole */
} ShelfEntry;

/** Zeroed it takes nothing; see shelf_make(). */
typedef struct Shelf {
    ShelfEntry *entry; /* newest first; on the heap, with room for one more than it holds */
    int count;
    int revision; /* counts what was put on it, taken from it, or changed */
} Shelf;

/** An empty shelf; release it with shelf_free(). Errors: out of memory. */
bool shelf_make(Shelf *shelf, Err *err);

/** Release its networks. */
void shelf_free(Shelf *shelf);

/**
 * Put a network on it as the newest; it belongs to the shelf then, `model` is zeroed. The same
 * network stands there once: what is known of a network is not replaced by what is known of a run
 * that has not changed it yet.
 *
 * Where there are more than SHELF_MOST one gives way for good: the oldest of those that were broken
 * off and do not read well, or of the others that were broken off, or of those that do not read
 * well, or of all; never the one that starts. Random weights give way before any.
 */
void shelf_put(Shelf *shelf, Model *model);

/** Add one as the oldest, as a session brings them back; there is room. */
void shelf_add_last(Shelf *shelf, const ShelfEntry *entry);

/** Put a copy on it. Errors: out of memory; nothing changes then. */
bool shelf_keep(Shelf *shelf, const Model *model, Err *err);

/** Take one off it, which is the caller's then. */
Model shelf_take(Shelf *shelf, int entry);

/** Whether one on the shelf reads the test images clearly better: by 1 % of them, or by 10 % where
 * it is a larger network. */
bool shelf_has_better(const Shelf *shelf, const Model *model);

/** The newest one other than `shown`; -1 for none. */
int shelf_newest(const Shelf *shelf, const Model *shown);

/** Likewise the newest that reads well: where there is no better one, and untested only where it
 * was opened from a file. */
int shelf_newest_sound(const Shelf *shelf, const Model *shown);

/** The one that has this block of weights; NULL for none. */
Model *shelf_find(Shelf *shelf, const float *block);

#endif
