/* The widgets of the frame, and the menus over them. */
#ifndef APP_WIDGETS_H
#define APP_WIDGETS_H

#include "app/app.h"

/** One more widget of the frame, the next in the order of Tab. */
void widgets_add(App *app, WidgetKind kind, int action, SDL_Rect box, bool on);

/** Whether a panel with widgets of its own lies over the window. */
bool widgets_are_covered(const App *app);

/** The widgets that can be reached: those of the panel where one is open. */
Widget *widgets_reach(App *app, int *count);

/** Open a menu, its first item marked if `marked`; its items can be pointed at from now on. */
void widgets_open_menu(App *app, int menu, bool marked);

#endif
