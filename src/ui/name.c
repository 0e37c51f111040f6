/* What neurons and pixels are called. */
#include "ui/name.h"

#include <stdio.h>

#include "ink/drawing.h"

Name name_neuron(const NetShape *shape, int layer, int neuron)
{
    Name name;
    if (layer == shape->layers - 1) {
        snprintf(name.text, sizeof name.text, "output %d", neuron);
    } else {
        snprintf(name.text, sizeof name.text, "neuron %d of layer %d", neuron, layer + 1);
    }
    return name;
}

Name name_pixel(int cell)
{
    Name name;
    snprintf(name.text, sizeof name.text, "pixel %d, %d", cell % SHEET_SIDE, cell / SHEET_SIDE);
    return name;
}
