/* What neurons and pixels are called, everywhere the same. They are counted from 0, layers from 1:
 * layer 0 is the input. */
#ifndef UI_NAME_H
#define UI_NAME_H

#include "nn/net.h"

/** Bytes of a name, its final 0 included. */
enum { NAME_TEXT = 40 };

/** A name, for use as an argument; it lasts as long as the full expression. */
typedef struct Name {
    char text[NAME_TEXT];
} Name;

/** "neuron 5 of layer 1", "output 3"; `layer` is that of its weights, 0 for the first hidden one.
 */
Name name_neuron(const NetShape *shape, int layer, int neuron);

/** "pixel 12, 7": column and row. */
Name name_pixel(int cell);

#endif
