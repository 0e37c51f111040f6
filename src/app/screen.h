/* From state to what is on the screen: places, widgets, menus, texts; and drawing it all. */
#ifndef APP_SCREEN_H
#define APP_SCREEN_H

#include "app/app.h"

/** Open a menu, its first item marked if `marked`; its items can be pointed at from now on. */
void screen_open_menu(App *app, int menu, bool marked);

/** Make everything that is shown anew from the state. */
void screen_update(App *app);

void screen_draw(const App *app);

#endif
