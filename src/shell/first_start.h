/* The first start: a large sheet and a ghost that writes on it, until the first stroke is drawn. */
#ifndef SHELL_FIRST_START_H
#define SHELL_FIRST_START_H

#include "shell/shell.h"

/** Whether the sheet is large, and nothing else there but the sleeping network. */
bool first_start_shows(const Shell *shell);

/** Whether the ghost is on it: nobody has touched it yet. */
bool first_start_has_ghost(const Shell *shell);

/** How much of its 3 the ghost has written, 0..1. */
float first_start_written(const Shell *shell);

/** How large the sheet is, between its place among all else, 0, and 1; see LayoutWish. */
float first_start_large(const Shell *shell);

/** Begin anew, on an empty sheet. */
void first_start_again(Shell *shell);

/** Which network reads, to be chosen with one press: under the sheet, while it is large. */
void first_start_add_widgets(Shell *shell);

/** The ghost writes on; what is drawn ends it. Comes after lab_update(). */
void first_start_update(Shell *shell);

/** How long the ghost does not move, in ms; -1 for as long as one likes. */
int first_start_sleep_ms(const Shell *shell);

/** Draw the hand on the sheet, in the place of ink, and what it says. */
void first_start_draw(const Shell *shell);

#endif
