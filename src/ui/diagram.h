/* The network from the picture that it sees to its outputs: a column of inputs that the ink lights,
 * neurons lit by their activation, edges coloured by the sign and strength of weight times
 * activation. */
#ifndef UI_DIAGRAM_H
#define UI_DIAGRAM_H

#include "nn/net.h"
#include "ui/diagram_places.h"

/** The network and its run that are drawn. */
typedef struct Diagram {
    const Net *net;         /* borrowed for the frame, as the next two */
    const NetActs *acts;    /* of the input on show */
    const Uint8 *input;     /* its 784 levels */
    bool awake;             /* there is an input; else neurons and edges rest */
    bool all_edges;         /* the weak ones, too */
    int best;               /* the output that is marked; -1 for none */
    DiagramNeuron selected; /* its edges are drawn alone */
} Diagram;

/** Draw it. The output column is level with a chart beside it. */
void diagram_draw(Paint *out, const Diagram *diagram, const DiagramPlaces *places);

#endif
