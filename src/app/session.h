/* The last network, settings and drawing, kept from one start to the next: within two seconds of
 * every change, and before the window closes. See app/session_place.h for where and how. */
#ifndef APP_SESSION_H
#define APP_SESSION_H

#include "app/app.h"

/**
 * Bring back the session that this window has. What is missing or damaged is left as it was; what
 * was dropped stays beside under another name, and a sentence will say so (see session_update()).
 *
 * @return whether there was a session's network, which is on show then
 */
bool session_load(App *app);

/** Release it. @param idle  whether all jobs have come to their end */
void session_free(App *app, bool idle);

/** Take note of what has changed, and have it saved when it is due. Part of app_update(). */
void session_update(App *app);

/** When something is due, in ms; -1 for never. */
int session_sleep_ms(const App *app);

/** Save what has changed at once. */
void session_hurry(App *app);

typedef enum SessionNews {
    SESSION_KEPT,   /* all of it is on the disk */
    SESSION_BUSY,   /* there is something to save yet */
    SESSION_FAILED, /* it was tried since session_hurry() */
} SessionNews;

/** How far it is. @param[out] err  says why it failed, and what is kept all the same */
SessionNews session_news(const App *app, Err *err);

#endif
