/* The numbers of the view Backprop as CSV. */
#ifndef VIEWS_BACKPROP_BACKPROP_TABLE_H
#define VIEWS_BACKPROP_BACKPROP_TABLE_H

#include <stdio.h>

#include "views/backprop/view_backprop.h"

/** Write what shows: every neuron of every layer for the drawing, or the rows of the minibatch. */
bool backprop_table(const void *self, FILE *out);

#endif
