/* The minibatch of the view Backprop: drawn from the training images, computed a part a frame. */
#ifndef VIEWS_BACKPROP_BACKPROP_BATCH_H
#define VIEWS_BACKPROP_BACKPROP_BATCH_H

#include "views/backprop/view_backprop.h"

/** Compute what is stale, for some 2 ms. */
void backprop_batch_work(BackpropView *view);

/** Whether there is more to compute. */
bool backprop_batch_works(const BackpropView *view);

/** The wishes of the rows on show: after another layer, neuron or size. */
void backprop_batch_rows(BackpropView *view);

/** Draw other images. */
void backprop_batch_next(BackpropView *view);

/** Release it. */
void backprop_batch_free(BackpropBatch *batch);

#endif
