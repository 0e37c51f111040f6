/* The run that was, played again: its moments come on show one after another. */
#ifndef SHELL_REPLAY_H
#define SHELL_REPLAY_H

#include "shell/shell.h"

/** Whether there is a run to play again, and none under way. */
bool replay_can(const Shell *shell);

/** Play it from the moment on show, or from its beginning where that is the last one; or stop. */
void replay_toggle(Shell *shell);

/** The moment that is due comes on show; at the end of the run it stops, as it does where anything
 * else has brought up another moment. Part of shell_update(). */
void replay_update(Shell *shell);

/** As shell_sleep_ms(). */
int replay_sleep_ms(const Shell *shell);

#endif
