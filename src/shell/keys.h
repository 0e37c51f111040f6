/* The keyboard. */
#ifndef SHELL_KEYS_H
#define SHELL_KEYS_H

#include "shell/shell.h"

/** A key or typed text reaches the dialog, the open menu, the widget with the focus, or the table
 * of actions. */
void keys_handle(Shell *shell, const SDL_Event *event);

/** Every event passes here before it is handled: Alt opens the menu only where nothing comes
 * between its press and its release. */
void keys_note(Shell *shell, const SDL_Event *event);

/**
 * For SDL_AddEventWatch(): while Shift or AltGr is held SDL says what is typed, so that a sign
 * which the layout has there is found. Else it does not, lest an input method takes keys for text.
 *
 * @param shell  the Shell
 */
int keys_watch(void *shell, SDL_Event *event);

#endif
