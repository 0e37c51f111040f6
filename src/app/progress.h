/* What the training strip says of the run. */
#ifndef APP_PROGRESS_H
#define APP_PROGRESS_H

#include "app/app.h"

/** 950, 60,000, 1.4 M */
void progress_print_count(char *text, size_t room, double count);

/** Status, curves and figures of the strip, from the state. Part of screen_update(). */
void progress_update(App *app);

/** Whether the strip has the time line, as a slider: not while its bar shows a download. */
bool progress_has_time_line(const App *app);

#endif
