/* The panel over the window with a wall: my digits, built-in strokes, augmented samples, networks.
 */
#ifndef SHELL_PANEL_H
#define SHELL_PANEL_H

#include "shell/action.h"

/** A button under the wall. */
typedef struct PanelButton {
    ActionId action;
    float w; /* design pixels */
} PanelButton;

/** Open the one of that kind: DIALOG_MINE, DIALOG_STROKES, DIALOG_AUGMENTED, DIALOG_NETWORKS. */
void panel_open(Shell *shell, DialogKind kind);

/** Close the one that is open. */
void panel_close(Shell *shell);

/** Release its wall. */
void panel_free(Shell *shell);

/** Whether it is open. */
bool panel_shows(const Shell *shell);

/** Other samples in the place of those on show. */
void panel_renew(Shell *shell);

/** Whether samples are on show. */
bool panel_can_renew(const Shell *shell);

/** Add buttons in a row that ends at the right end of the foot. */
void panel_add_buttons(Shell *shell, SDL_Rect foot, const PanelButton *button, int count);

/** Where everything is, and the widgets. Part of screen_update(). */
void panel_update(Shell *shell);

/** Without its widgets. */
void panel_draw(const Shell *shell);

/** A key that is for no widget; false where it means nothing here. */
bool panel_key(Shell *shell, const SDL_Keysym *key);

/** A press beside the widgets, `twice` for a double click. */
void panel_press(Shell *shell, int x, int y, bool twice);

/** Scroll the wall by so many rows, > 0 down. */
void panel_scroll(Shell *shell, int rows);

#endif
