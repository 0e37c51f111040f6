/* What the window says to the person, in its notice. */
#ifndef SHELL_TELL_H
#define SHELL_TELL_H

#include "shell/shell.h"

/** Say something, with an action to do about it (0 for none). */
void tell(Shell *shell, bool bad, int action, const char *text);

/** Take the notice away; what waits for that is said then. */
void tell_next(Shell *shell);

/** Say what failed, unless it is `ok`. */
void tell_unless(Shell *shell, bool ok, const Err *err);

/** Say what the lab has to tell. Called after whatever may have led to news. */
void tell_news(Shell *shell);

#endif
