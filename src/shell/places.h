/* The places that the menu bar leads to, the modes of some of them, and the way back to the network
 * before. */
#ifndef SHELL_PLACES_H
#define SHELL_PLACES_H

#include "shell/shell.h"

/** Whether a view is one of several ways to look at a place: a mode. */
bool places_has_modes(ViewId view);

/** Add the widgets of the places, of the way back and of the modes, as the layout has them. */
void places_add_widgets(Shell *shell);

/** What is left of the modes' row, right of them: the view's own. */
SDL_Rect places_beside_modes(const Shell *shell);

/** Draw the ground of the modes. */
void places_draw(const Shell *shell);

#endif
