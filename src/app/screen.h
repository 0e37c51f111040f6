/* From state to what is on the screen: widgets, menus, the strip's texts; and drawing it all. */
#ifndef APP_SCREEN_H
#define APP_SCREEN_H

#include "app/app.h"

/** Make widgets, menus and texts anew from the state. */
void screen_update(App *app);

/** Where the notice is, its text measured. Empty where there is none. */
SDL_Rect screen_notice_box(const App *app);

void screen_draw(const App *app);

#endif
