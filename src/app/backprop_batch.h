/* The minibatch of the view Backprop: drawn from the training images, computed a part a frame. */
#ifndef APP_BACKPROP_BATCH_H
#define APP_BACKPROP_BATCH_H

#include "app/app.h"

/** Compute what is stale, for some 2 ms. */
void backprop_batch_work(App *app);

/** Whether there is more to compute. */
bool backprop_batch_works(const App *app);

/** The wishes of the rows on show: after another layer, neuron or size. */
void backprop_batch_rows(App *app);

/** Draw other images. */
void backprop_batch_next(App *app);

void backprop_batch_free(BackpropBatch *batch);

#endif
