/* The way of the user's own digits to their file and back, for lab/mine.c. */
#ifndef LAB_MINE_FILE_H
#define LAB_MINE_FILE_H

#include "lab/lab.h"

/** What came of a try. */
typedef enum MineCame {
    MINE_NOTHING,    /* nothing is to be done, or it is under way */
    MINE_BUSY,       /* another program holds the file: it is tried again */
    MINE_DONE,       /* the digits are others now, maybe */
    MINE_FIRST_READ, /* likewise, and the file has been read for the first time */
    MINE_FAILED,     /* likewise: what was to be done is taken back */
} MineCame;

/** Start the thread, which calls wake(context) after each try. Errors: out of memory or threads. */
bool mine_file_make(Mine *mine, void (*wake)(void *context), void *context, Err *err);

/** Wait for the file for a moment, and release the digits. */
void mine_file_free(Mine *mine);

/**
 * Carry to the file what is next on its way there, or take what has changed in it.
 *
 * @param wait_ms  at most, 50 where the window waits
 * @param err      says why, where it fails
 */
MineCame mine_file_go(Mine *mine, News *news, int wait_ms, Err *err);

/** Say, after a second and once, what is waited for. */
void mine_file_tell(Mine *mine, News *news);

/** Whether changes are not in the file yet. */
bool mine_file_pending(const Mine *mine);

/** How long until there is something to try or to tell, in ms; -1 for never. */
int mine_file_sleep_ms(const Mine *mine);

#endif
