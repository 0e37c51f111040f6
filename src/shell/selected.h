/* The neuron that is selected: one, the same in every way to look at the network. */
#ifndef SHELL_SELECTED_H
#define SHELL_SELECTED_H

#include "shell/shell.h"

/** The one that is selected; its neuron is -1 where none is, or the network has no such neuron. */
DiagramNeuron selected_neuron(const Shell *shell);

/** Select a neuron, the nearest there is. */
void selected_set(Shell *shell, int layer, int neuron);

/** Select none. */
void selected_clear(Shell *shell);

#endif
