/* The panel over the window with a wall of images: built-in strokes, augmented samples. */
#ifndef APP_PANEL_H
#define APP_PANEL_H

#include "app/app.h"

/** Open the one of that kind: DIALOG_STROKES or DIALOG_AUGMENTED. */
void panel_open(App *app, DialogKind kind);
void panel_close(App *app);
void panel_free(App *app);

/** Whether it is open. */
bool panel_shows(const App *app);

/** Whether one of its actions can be carried out now. */
bool panel_can(const App *app, int action);

/** Other samples in the place of those on show. */
void panel_renew(App *app);

/** Where everything is, and the widgets. Part of screen_update(). */
void panel_update(App *app);

/** Without its widgets. */
void panel_draw(const App *app);

/** A key that is for no widget. */
void panel_key(App *app, const SDL_Keysym *key);

/** A press beside the widgets. */
void panel_press(App *app, int x, int y);
void panel_scroll(App *app, int rows);

#endif
