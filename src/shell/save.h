/* Saving the network on show without being asked where. */
#ifndef SHELL_SAVE_H
#define SHELL_SAVE_H

#include "shell/shell.h"

/** Save it to its own file, or ask for one: where it has none, and where that file has its run,
 * which would be lost. */
void save_now(Shell *shell);

#endif
