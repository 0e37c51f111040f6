/* From state to what is on the screen: places, widgets, menus, texts; and drawing it all. */
#ifndef SHELL_SCREEN_H
#define SHELL_SCREEN_H

#include "shell/shell.h"

/** Make everything that is shown anew from the state. */
void screen_update(Shell *shell);

/** Draw it all. Runs no network and takes no memory. */
void screen_draw(const Shell *shell);

/** Draw the sheet, the view on show and the answer alone, without controls. */
void screen_draw_picture(const Shell *shell);

#endif
