/* Choosing a file: the state behind the dialog. */
#ifndef SHELL_CHOOSE_H
#define SHELL_CHOOSE_H

#include "shell/shell.h"

/** Open the dialog. */
void choose_begin(Shell *shell, FilesPurpose purpose);

/** A key while it is open: moving, choosing, typing, Escape. */
void choose_key(Shell *shell, const SDL_KeyboardEvent *key);

/** Text that was typed into the name. */
void choose_type(Shell *shell, const char *text);

/** A press at (x, y); `twice` for a double click. */
void choose_press(Shell *shell, int x, int y, bool twice);

/** Scroll the list by so many rows, > 0 down. */
void choose_scroll(Shell *shell, int rows);

/** Release its list. */
void choose_free(Shell *shell);

/** Close the dialog; what is under way goes on, and what comes of it is said in the window. */
void choose_close(Shell *shell);

/** List the folder, once no other file is under way. Part of shell_update(). */
void choose_update(Shell *shell);

/** What was chosen has been carried out: the dialog closes, or says why not. */
void choose_end(Shell *shell, bool ok, const Err *err);

#endif
