/* Presenter mode: large type for a projector, and only those parts of the window that are chosen.
 */
#ifndef SHELL_PRESENT_H
#define SHELL_PRESENT_H

#include "shell/shell.h"

/** Begin, or end; the keyboard goes to the sheet. */
void present_toggle(Shell *shell);

/** The parts that presenting hides, as in LayoutWish: none while not presenting; nor is what the
 * tour points at. */
unsigned present_hidden(const Shell *shell);

/** Whether a part is on the screen, in the layout as it is. */
bool present_shows(const Shell *shell, LayoutPart part);

/** How much larger all is than otherwise, where the window allows. */
float present_zoom(const Shell *shell);

/** Whether the switches and the places are in its line: they come where the pointer is there, or
 * the keyboard goes from one to the next. True while not presenting. */
bool present_line_is_open(const Shell *shell);

/** The line in the place of the menus: what is shown, and always the way out. */
void present_add_widgets(Shell *shell);

#endif
