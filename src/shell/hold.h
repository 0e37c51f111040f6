/* What the pointer holds while a button or finger is down. */
#ifndef SHELL_HOLD_H
#define SHELL_HOLD_H

#include "shell/shell.h"

/** Let go of whatever is held: the window has lost the pointer, or something else begins. */
void hold_release(Shell *shell);

#endif
