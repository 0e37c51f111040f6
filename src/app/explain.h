/* Every number on the screen explains itself: under the pointer, or where the key X has led. */
#ifndef APP_EXPLAIN_H
#define APP_EXPLAIN_H

#include "app/app.h"
#include "ui/hint.h"

/** A place that explains itself, of a view or (VIEWS) of the window around them. */
void explain_add(App *app, SDL_Rect box, ViewId view, int about);

/** The numbers around the views: bars, figures of the run. Part of screen_update(). */
void explain_add_frame(App *app);

/** The keyboard goes to the numbers, or back to the sheet. */
void explain_toggle(App *app);

/** An arrow leads to the next number that way. False for other keys. */
bool explain_key(App *app, SDL_Keycode key);

/** What a neuron of a layer after the input is: its activation, its sum and its bias. */
void explain_neuron(const App *app, int layer, int neuron, Hint *hint);

/** The spot that explains itself now; NULL for none. */
const Spot *explain_spot(const App *app);

/** What a spot is; `at` is the pointer, or the middle of the spot. */
void explain_print(const App *app, const Spot *spot, SDL_Point at, Hint *hint);

/** Work out the hint that is due, where nothing is open over it. The end of screen_update(). */
void explain_update(App *app);

/** That hint. */
void explain_draw(const App *app);

#endif
