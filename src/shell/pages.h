/* Pages of help. */
#ifndef SHELL_PAGES_H
#define SHELL_PAGES_H

#include "shell/shell.h"

void pages_draw_keys(const Shell *shell);
void pages_draw_use(const Shell *shell);
void pages_draw_about(const Shell *shell);

#endif
