/* The panel over the window with a wall of images: my digits, built-in strokes, augmented samples.
 */
#ifndef APP_PANEL_H
#define APP_PANEL_H

#include "app/actions.h"

typedef struct PanelButton {
    ActionId action;
    float w; /* design pixels */
} PanelButton;

/** Open the one of that kind: DIALOG_MINE, DIALOG_STROKES or DIALOG_AUGMENTED. */
void panel_open(App *app, DialogKind kind);
void panel_close(App *app);
void panel_free(App *app);

/** Whether it is open. */
bool panel_shows(const App *app);

/** Other samples in the place of those on show. */
void panel_renew(App *app);
bool panel_can_renew(const App *app);

/** Add buttons in a row that ends at the right end of the foot. */
void panel_add_buttons(App *app, SDL_Rect foot, const PanelButton *button, int count);

/** Where everything is, and the widgets. Part of screen_update(). */
void panel_update(App *app);

/** Without its widgets. */
void panel_draw(const App *app);

/** A key that is for no widget; false where it means nothing here. */
bool panel_key(App *app, const SDL_Keysym *key);

/** A press beside the widgets, `twice` for a double click. */
void panel_press(App *app, int x, int y, bool twice);
void panel_scroll(App *app, int rows);

#endif
