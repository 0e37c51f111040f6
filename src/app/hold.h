/* What the pointer holds while a button or finger is down. */
#ifndef APP_HOLD_H
#define APP_HOLD_H

#include "app/app.h"

/** Let go of whatever is held: the window has lost the pointer, or something else begins. */
void hold_release(App *app);

#endif
