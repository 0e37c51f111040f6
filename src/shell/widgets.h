/* The widgets of the frame, and the menus over them. */
#ifndef SHELL_WIDGETS_H
#define SHELL_WIDGETS_H

#include "shell/shell.h"

/** One more widget of the frame, the next in the order of Tab; its label is the action's.
 * @return it, to give it another one */
Widget *widgets_add(Shell *shell, WidgetKind kind, int action, SDL_Rect box, bool on);

/** Whether a panel with widgets of its own lies over the window. */
bool widgets_are_covered(const Shell *shell);

/** The widgets that can be reached: those of the panel where one is open. */
Widget *widgets_reach(Shell *shell, int *count);

/** Where the widget of an action is; empty where the frame has none. */
SDL_Rect widgets_box(const Shell *shell, int action);

/** Open a menu, its first item marked if `marked`; its items can be pointed at from now on. */
void widgets_open_menu(Shell *shell, int menu, bool marked);

#endif
