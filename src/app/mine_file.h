/* The way of the user's own digits to their file and back, for app/mine.c. */
#ifndef APP_MINE_FILE_H
#define APP_MINE_FILE_H

#include "app/app.h"

/** Start the thread. Errors: out of memory or threads. */
bool mine_file_make(App *app, Err *err);

/** Wait for the file for a moment, and release the digits. */
void mine_file_free(App *app);

/**
 * Carry to the file what is on its way there, and take what has changed in it. What another program
 * or the disk holds up goes on with a later call, and after a second a sentence says so.
 *
 * @param wait_ms  at most, 50 where the window waits
 *
 * @return whether something came of it: the digits are others now, maybe
 */
bool mine_file_go(App *app, int wait_ms);

/** Whether changes are not in the file yet. */
bool mine_file_pending(const Mine *mine);

/** How long the loop may sleep, in ms; -1 until the next event. */
int mine_file_sleep_ms(const Mine *mine);

#endif
