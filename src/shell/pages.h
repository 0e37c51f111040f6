/* Pages of help. */
#ifndef SHELL_PAGES_H
#define SHELL_PAGES_H

#include "shell/shell.h"

/** The keys, from the table of actions. */
void pages_draw_keys(const Shell *shell);

/** How to use the program. */
void pages_draw_use(const Shell *shell);

/** What it is, by whose ideas and data, and that it is unofficial. */
void pages_draw_about(const Shell *shell);

#endif
