/* The last network, settings and drawing, kept from one start to the next: within two seconds of
 * every change, and before the window closes. See lab/session_place.h for where and how. */
#ifndef LAB_SESSION_H
#define LAB_SESSION_H

#include "lab/lab.h"

/**
 * Bring back the session that this window has. What is missing or damaged is left as it was; what
 * was dropped stays beside under another name, and a sentence will say so (see session_update()).
 *
 * @return whether there was a session's network, which is on show then
 */
bool session_load(Lab *lab);

/** Release it. @param idle  whether all jobs have come to their end */
void session_free(Lab *lab, bool idle);

/** Take note of what has changed, and have it saved when it is due. What is to be said of the start
 * waits until it `may_speak`: while the window says nothing that failed. */
void session_update(Lab *lab, bool may_speak);

/** When something is due, in ms; -1 for never. */
int session_sleep_ms(const Lab *lab);

/** Save what has changed at once. */
void session_hurry(Lab *lab);

/** How far saving it is. */
typedef enum SessionNews {
    SESSION_KEPT,   /* all of it is on the disk */
    SESSION_BUSY,   /* there is something to save yet */
    SESSION_FAILED, /* it was tried since session_hurry() */
} SessionNews;

/** How far it is. @param[out] err  says why it failed, and what is kept all the same */
SessionNews session_news(const Lab *lab, Err *err);

#endif
