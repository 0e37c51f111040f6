/* Weights of the neuron on show, changed by hand: painted, by steps, zeroed. */
#ifndef APP_NEURON_EDIT_H
#define APP_NEURON_EDIT_H

#include "app/app.h"

/** Put the pen on the picture of a first-layer neuron's weights, or move it there; both in cells.
 * One gesture, until neuron_paint_end(), is one change to take back. */
void neuron_paint_begin(App *app, float x_cell, float y_cell, bool less);
void neuron_paint_to(App *app, float x_cell, float y_cell);
void neuron_paint_end(App *app);

/** Change the marked weight or bias. Steps in a row are one change to take back. */
void neuron_step(App *app, float by);

/** Set all weights of the neuron to 0; its bias stays. */
void neuron_zero(App *app);

/** The marked weight or bias. */
float neuron_marked(const App *app);

#endif
