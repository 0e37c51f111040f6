/* The view Neuron. */
#include "app/view_neuron.h"

#include "app/views.h"

const View VIEW_OF_NEURON = {.name = "Neuron"};
