/* What stands beside the sheet: showing one of the panes, and what a pane adds to a frame. */
#ifndef SHELL_PANES_H
#define SHELL_PANES_H

#include "shell/shell.h"

/** A pane and its state, borrowed until shell_free(). */
void panes_add(Shell *shell, ViewId view, const Pane *pane, void *self);

/** Bring a pane up, or leave it as it is where it is up already. The keyboard goes to its area. */
void panes_show(Shell *shell, ViewId view);

/** Likewise, as the person asks for it: one that is up already is brought back to how it comes up.
 */
void panes_ask_for(Shell *shell, ViewId view);

/** Bring up the view that looks into one neuron, 0.. of a layer after the input, 0... */
void panes_inspect(Shell *shell, int layer, int neuron);

/** One more widget of the pane on show; see widgets_add(). Labels, values and whether it is
 * enabled come from the pane. */
void panes_add_widget(Shell *shell, WidgetKind kind, int command, SDL_Rect box, bool on);

/** A number or picture of the pane on show that explains itself when it is pointed at, or with the
 * key X. */
void panes_add_spot(Shell *shell, SDL_Rect box, int about);

/** Likewise one whose hint stands beside more than its box, as all of that belongs to it. */
void panes_add_spot_in(Shell *shell, SDL_Rect box, SDL_Rect clear, int about);

/** Keys ask about that place in the spot that was added last, instead of its middle. */
void panes_ask_at(Shell *shell, SDL_Point at);

/** Whether the keyboard is at a command's area or widget of the pane on show, and shows it. */
bool panes_has_focus(const Shell *shell, int command);

/** What is stale of the one on show is computed, long work a part a frame. */
void panes_work(Shell *shell);

/** Places, widgets and spots of the one on show, in the layout as it is. */
void panes_update(Shell *shell);

/** How the window is laid out for the one on show. */
LayoutForm panes_form(const Shell *shell);

/** Draw the one on show, without its widgets. */
void panes_draw(const Shell *shell);

/** How long the loop may sleep before the one on show goes on, in ms; -1 for as long as it likes.
 */
int panes_sleep_ms(const Shell *shell);

#endif
