/* The panel of networks: the one on show, those on the shelf, those that ship. Each reads the
 * drawing on the sheet. */
#ifndef SHELL_NETWORKS_H
#define SHELL_NETWORKS_H

#include "shell/shell.h"

/** The cards, as things are now. Errors: out of memory; there are none then. */
bool networks_fill(Shell *shell, Err *err);

/** Fill them again, where anything that they show has changed. */
void networks_follow(Shell *shell);

/** The widgets under the cards. */
void networks_add_widgets(Shell *shell, SDL_Rect foot);

/** What else is known of the one that is marked. There is one. */
void networks_print_marked(const Shell *shell, char *text, size_t room);

/** Whether the panel is open, so that one is marked. */
bool networks_shows(const Shell *shell);

/** Whether the one that is marked can be removed: it stands on the shelf. */
bool networks_can_remove(const Shell *shell);

/** Whether the one that is marked can be given a name: it is on show or on the shelf. */
bool networks_can_name(const Shell *shell);

/** Whether a name is being typed. */
bool networks_types(const Shell *shell);

/** Type one for the one that is marked. */
void networks_name(Shell *shell);

/** A key while it is typed: Enter takes the name, Escape leaves the old one. */
void networks_key(Shell *shell, SDL_Keycode key);

/** Put it on show, and close the panel. */
void networks_open(Shell *shell);

/** Have it come at every start, or no longer. */
void networks_start(Shell *shell);

/** Remove it for good, once that was asked. */
void networks_remove(Shell *shell);

/** Put a network that ships on show: a Shipped. */
void networks_open_shipped(Shell *shell, int which);

/** Whether it is on show. */
bool networks_shows_shipped(const Shell *shell, int which);

/** The sizes of new networks. */
enum { NETWORKS_SMALL, NETWORKS_LARGE };

/** Put random weights of such a size on show. */
void networks_make(Shell *shell, int which);

#endif
