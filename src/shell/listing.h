/* What a name in the file dialog stands for: a folder with what is in it, a file, or nothing yet.
 * Is found out on the thread of errands, as a disk may not answer for long. */
#ifndef SHELL_LISTING_H
#define SHELL_LISTING_H

#include "lab/errand.h"
#include "ui/dialog.h"

/** How many kinds of files a dialog lists, at most. */
enum { FILES_ENDINGS = 11 };

/** The question and its answer: what an errand of the file dialog has besides. */
typedef struct Listing {
    unsigned asked_by;                /* a dialog: Files.serial */
    const char *const *ending;        /* of its files, FILES_ENDINGS of them, NULL after the last */
    bool (*exists)(const char *path); /* whether something would be written over; NULL to open */
    bool accept;                      /* a file may be meant, not only a folder */
    bool confirmed;                   /* what is there may be written over */
    char name[FILES_TYPED_MAX];       /* in the dialog when it asked */
    /* What was found out. */
    bool folder, readable, is_there;
    FileEntry *entry; /* of the folder, on the heap */
    int entries;
} Listing;

/**
 * For Errand.work: takes the path and what is asked in the Listing in `more`, and fills the rest of
 * it in. The path becomes that of the folder itself, or has an ending, for which it has room. A
 * folder that cannot be read is an answer, too.
 *
 * @return true
 */
bool listing_find(Errand *errand);

/** For Errand.free_more. */
void listing_free(void *listing);

#endif
