/* Leaving: what there is to save is saved first. Where that fails the window stays, and the person
 * decides; a signal (SIGTERM, SIGHUP, SIGINT) asks nobody, and ends the program after five seconds
 * at the latest. */
#ifndef SHELL_LEAVE_H
#define SHELL_LEAVE_H

#include "shell/shell.h"

/** The person wants to quit, or a signal does. Asked again, it is tried again. */
void leave_ask(Shell *shell, bool by_signal);

/** Go on with it: sets Shell.quit once all is saved. Part of shell_keep(). */
void leave_update(Shell *shell);

/** When there is something to do about it, in ms; -1 for never. */
int leave_sleep_ms(const Shell *shell);

/** What its first button is called while a film is being made; else NULL. */
const char *leave_label(const Shell *shell);

/** Whether the dialog is open. */
bool leave_shows(const Shell *shell);

/** Save again what could not be saved. */
void leave_again(Shell *shell);

/** Quit without saving. */
void leave_lose(Shell *shell);

/** Go on as if nobody had wished to quit. */
void leave_back(Shell *shell);

/** A key that is for none of its widgets: true where it means something. */
bool leave_key(Shell *shell, const SDL_Keysym *key);

/** Part of screen_update(). */
void leave_add_widgets(Shell *shell);

/** Without its widgets. */
void leave_draw(const Shell *shell);

#endif
