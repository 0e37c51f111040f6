/* What was opened: the recent files, and the digits of the picture on the sheet. */
#ifndef SHELL_OPENED_H
#define SHELL_OPENED_H

#include "shell/shell.h"

/** Whether there are recent files. */
bool opened_has_recent(const Lab *lab);

/** The name of recent file `i`; "" where there are fewer. Valid until the list changes. */
const char *opened_recent_name(const Shell *shell, int i);

/** Open it again. One that is there no longer leaves the list, and the window says so. */
void opened_recent(Shell *shell, int i);

/** Forget the recent files. */
void opened_clear_recent(Lab *lab);

/** Whether the picture on the sheet has a digit after the one that is there. */
bool opened_has_next(const Lab *lab);

/** Whether it has one before it. */
bool opened_has_previous(const Lab *lab);

/** Add the buttons to the others, over the sheet. */
void opened_add_widgets(Shell *shell);

/** Draw which of the digits it is, "1 of 3", between them. @return what is left of that line for
 * the sheet's label */
SDL_Rect opened_draw(const Shell *shell);

#endif
