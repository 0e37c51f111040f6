/* Every number on the screen explains itself: under the pointer, or where the key X has led. */
#ifndef SHELL_EXPLAIN_H
#define SHELL_EXPLAIN_H

#include "shell/shell.h"
#include "ui/hint.h"

/** A place that explains itself, of a view or (VIEWS) of the window around them. */
void explain_add(Shell *shell, SDL_Rect box, ViewId view, int about);

/** Likewise one whose hint leaves more clear: what it is about reaches so far. */
void explain_add_in(Shell *shell, SDL_Rect box, SDL_Rect clear, ViewId view, int about);

/** The numbers around the views: bars, figures of the run. Part of screen_update(). */
void explain_add_frame(Shell *shell);

/** The keyboard goes to the numbers, or back to the sheet. */
void explain_toggle(Shell *shell);

/** An arrow leads to the next number that way. False for other keys. */
bool explain_key(Shell *shell, SDL_Keycode key);

/** What a neuron of a layer after the input is: its activation, its sum and its bias. */
void explain_neuron(const Shell *shell, int layer, int neuron, Hint *hint);

/** The spot that explains itself now; NULL for none. */
const Spot *explain_spot(const Shell *shell);

/** What a spot is; `at` is the pointer, or the middle of the spot. */
void explain_print(const Shell *shell, const Spot *spot, SDL_Point at, Hint *hint);

/** Work out the hint that is due, where nothing is open over it. The end of screen_update(). */
void explain_update(Shell *shell);

/** That hint. */
void explain_draw(const Shell *shell);

#endif
