/* Changes to the weights by hand: of the Neuron view and of single steps in the Backprop view. Each
 * is kept before it is made, and taken back by one action. */
#ifndef APP_WEIGHTS_H
#define APP_WEIGHTS_H

#include "app/app.h"

/**
 * Keep the weights on show, before a change by hand to app->lab.model.net. A run that is changing
 * them ends first. Call weights_changed() after the change. The oldest kept ones are forgotten
 * where all together are more than 16 MB.
 *
 * Errors: out of memory; then nothing may be changed.
 */
bool weights_keep(App *app, const char *what, Err *err);

/** The change is made: the model is no longer the one of its file, and answers follow. */
void weights_changed(App *app);

/** Whether there is a change by hand to take back: one made to the network on show, as it is. */
bool weights_can_undo(const App *app);
void weights_undo(App *app);

/** How many changes can be taken back, and what the last one was ("step of backprop"). */
int weights_kept(const App *app);
const char *weights_last(const App *app);

/** Another network is on show: nothing of the old one is kept. */
void weights_forget(App *app);

#endif
