/* The notice over the training strip: one sentence, and its buttons. */
#ifndef SHELL_NOTICE_H
#define SHELL_NOTICE_H

#include "shell/shell.h"

/** How high it is, in the layout as it is; 0 where there is none. */
int notice_height(const Shell *shell);

/** Its buttons: Close, and what the notice suggests. */
void notice_add_widgets(Shell *shell);

/** It, without its buttons. */
void notice_draw(const Shell *shell);

#endif
