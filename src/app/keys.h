/* The keyboard. */
#ifndef APP_KEYS_H
#define APP_KEYS_H

#include "app/app.h"

/** A key or typed text reaches the dialog, the open menu, the widget with the focus, or the table
 * of actions. */
void keys_handle(App *app, const SDL_Event *event);

#endif
