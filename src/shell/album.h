/* The panel of the user's own digits: looking through them, relabelling, deleting, undoing. */
#ifndef SHELL_ALBUM_H
#define SHELL_ALBUM_H

#include "shell/shell.h"

/** The wall of the digits, or of those alone that the network misreads. Errors: out of memory; the
 * wall is empty then. */
bool album_fill(Shell *shell, Err *err);

/** The digits are others now: the wall shows them, where it is on show. */
void album_follow(Shell *shell);

/** The network on show reads them in another way now: likewise. */
void album_recount(Shell *shell);

/** What the digit that is marked was meant as, and how it is read. There is one. */
void album_print_marked(const Shell *shell, char *text, size_t room);

/** The widgets under the wall. */
void album_add_widgets(Shell *shell, SDL_Rect foot);

/** Whether it is on show. */
bool album_shows(const Shell *shell);

/** Whether a digit of it is marked. */
bool album_has_marked(const Shell *shell);

/** Whether a change to the digits can be taken back there. */
bool album_can_undo(const Shell *shell);

/** Give the digit that is marked another label. */
void album_relabel(Shell *shell, int label);

/** Delete it. */
void album_delete(Shell *shell);

/** Take back the last change to the digits. */
void album_undo(Shell *shell);

/** Put it on the sheet in the place of what is there, and close the panel. */
void album_to_sheet(Shell *shell);

/** Show those alone that the network misreads, or all again. */
void album_misread(Shell *shell);

#endif
