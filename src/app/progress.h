/* What the training strip says of the run. */
#ifndef APP_PROGRESS_H
#define APP_PROGRESS_H

#include "app/app.h"

/** Status, curves and figures of the strip, from the state. Part of screen_update(). */
void progress_update(App *app);

#endif
