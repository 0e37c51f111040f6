/* How large everything in the window is. */
#ifndef SHELL_ZOOM_H
#define SHELL_ZOOM_H

#include "shell/shell.h"

/** Output pixels for a design pixel: as chosen, or what the window allows with those parts hidden,
 * as in LayoutWish. */
float zoom_scale(const Shell *shell, unsigned hidden);

/** Larger or smaller, until that shows; 0 for the normal size. What has come to its end says so and
 * is left as it is. */
void zoom_change(Shell *shell, int step);

#endif
