/* From state to what is on the screen: places, widgets, menus, texts; and drawing it all. */
#ifndef APP_SCREEN_H
#define APP_SCREEN_H

#include "app/actions.h"

/** Open a menu, its first item marked if `marked`; its items can be pointed at from now on. */
void screen_open_menu(App *app, int menu, bool marked);

/** One more widget of the frame, the next in the order of Tab. */
void screen_add_widget(App *app, WidgetKind kind, int action, SDL_Rect box, bool on);

/** Whether a panel with widgets of its own lies over the window. */
bool screen_is_covered(const App *app);

/** The widgets that can be reached: those of the panel where one is open. */
Widget *screen_widgets(App *app, int *count);

/** Make everything that is shown anew from the state. */
void screen_update(App *app);

void screen_draw(const App *app);

/** Draw what is under menus, dialogs and hints, as if nothing had the pointer or the keyboard. */
void screen_draw_window(const App *app);

#endif
