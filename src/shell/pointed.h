/* What of the picture of the network is pointed at, in the picture or on the sheet. */
#ifndef SHELL_POINTED_H
#define SHELL_POINTED_H

#include "shell/shell.h"
#include "ui/diagram_places.h"

/** Where the picture of the network stands in the layout as it is. */
DiagramPlaces pointed_places(const Shell *shell);

/** The picture from what the network sees to its outputs: a hint about a part of it stands beside.
 */
SDL_Rect pointed_picture(const DiagramPlaces *places);

/** Take note of a pointer that has come to rest. */
void pointed_update(Shell *shell);

/** How long until it has, in ms; -1 where it is not about to. */
int pointed_sleep_ms(const Shell *shell);

/** The neuron or input that is pointed at, or the input that the cell of the sheet with ink became,
 * where the pointer rests on it and does not draw; while nothing is held. Else `otherwise`. */
DiagramNeuron pointed_neuron(const Shell *shell, DiagramNeuron otherwise);

#endif
