/* Leaving: what there is to save is saved first. Where that fails the window stays, and the person
 * decides; a signal (SIGTERM, SIGHUP, SIGINT) asks nobody, and ends the program after five seconds
 * at the latest. */
#ifndef APP_LEAVE_H
#define APP_LEAVE_H

#include "app/app.h"

/** The person wants to quit, or a signal does. Asked again, it is tried again. */
void leave_ask(App *app, bool by_signal);

/** Go on with it: sets app->quit once all is saved. Part of app_update(). */
void leave_update(App *app);

/** When there is something to do about it, in ms; -1 for never. */
int leave_sleep_ms(const App *app);

/** Whether the dialog is open. */
bool leave_shows(const App *app);

/** What the dialog offers besides saving to a file: see their labels. */
void leave_again(App *app);
void leave_lose(App *app);
void leave_back(App *app);

/** A key that is for none of its widgets: true where it means something. */
bool leave_key(App *app, const SDL_Keysym *key);

/** Part of screen_update(). */
void leave_add_widgets(App *app);

/** Without its widgets. */
void leave_draw(const App *app);

#endif
