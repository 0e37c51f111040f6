/* What the training strip says of the run. */
#ifndef SHELL_PROGRESS_H
#define SHELL_PROGRESS_H

#include "shell/shell.h"

/** Status, curves and figures of the strip, from the state. Part of screen_update(). */
void progress_update(Shell *shell);

/** Whether the strip has the time line, as a slider: not while its bar shows a download. */
bool progress_has_time_line(const Shell *shell);

#endif
