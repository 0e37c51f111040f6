/* The numbers of the view Backprop as CSV. */
#ifndef APP_BACKPROP_TABLE_H
#define APP_BACKPROP_TABLE_H

#include <stdio.h>

#include "app/app.h"

/** Write what shows: every neuron of every layer for the drawing, or the rows of the minibatch. */
bool backprop_table(const App *app, FILE *out);

#endif
