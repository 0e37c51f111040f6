/* Mouse and touch. */
#ifndef SHELL_POINTER_H
#define SHELL_POINTER_H

#include "shell/shell.h"

/** A mouse or finger event becomes ink, a press, or a choice in a menu. */
void pointer_handle(Shell *shell, const SDL_Event *event);

#endif
