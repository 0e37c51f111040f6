/* From state to what is on the screen: places, widgets, menus, texts; and drawing it all. */
#ifndef APP_SCREEN_H
#define APP_SCREEN_H

#include "app/app.h"

/** Make everything that is shown anew from the state. */
void screen_update(App *app);

void screen_draw(const App *app);

/** Draw what is under menus, dialogs and hints, as if nothing had the pointer or the keyboard. */
void screen_draw_window(const App *app);

#endif
