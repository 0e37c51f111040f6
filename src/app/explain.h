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

/** The hint that is due, over everything but menus and dialogs. */
void explain_draw(const App *app);

#endif
