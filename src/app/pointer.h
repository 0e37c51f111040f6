/* Mouse and touch. */
#ifndef APP_POINTER_H
#define APP_POINTER_H

#include "app/app.h"

/** A mouse or finger event becomes ink, a press, or a choice in a menu. */
void pointer_handle(App *app, const SDL_Event *event);

#endif
