/* Presenter mode: large type for a projector, and only those parts of the window that are chosen.
 */
#ifndef APP_PRESENT_H
#define APP_PRESENT_H

#include "app/app.h"

/** It has begun, or ended: the keyboard goes to the sheet. */
void present_follow(App *app);

/** Show a LayoutPart while presenting, or no longer. */
void present_part(App *app, int part);
bool present_has_part(const App *app, int part);

/** The parts that presenting hides, as in LayoutWish: none while not presenting; nor is what the
 * tour points at. */
unsigned present_hidden(const App *app);

/** Whether a part is on the screen, in the layout as it is. */
bool present_shows(const App *app, LayoutPart part);

/** How much larger all is than otherwise, where the window allows. */
float present_zoom(const App *app);

/** The line in the place of the menus: what is shown, and the way out. */
void present_add_widgets(App *app);

#endif
