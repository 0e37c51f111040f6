/* The network from the picture that it sees to its outputs: a column of inputs that the ink lights,
 * neurons lit by their activation, edges coloured by the sign and strength of weight times
 * activation. */
#ifndef UI_DIAGRAM_H
#define UI_DIAGRAM_H

#include "nn/net.h"
#include "ui/diagram_places.h"

/** What of a gradient is drawn. */
typedef enum DiagramWay {
    DIAGRAM_EVERY_WAY,   /* all neurons, and all weights */
    DIAGRAM_OUTPUTS,     /* the outputs alone */
    DIAGRAM_BIASES,      /* the three ways of a neuron to change: its bias, */
    DIAGRAM_WEIGHTS,     /* its weights, */
    DIAGRAM_ACTIVATIONS, /* the activations that they come from */
} DiagramWay;

/** One move of a gradient's way through the network: a layer and what is asked of it. */
typedef struct DiagramMove {
    DiagramWay way;
    int layer; /* after the input, from 0; its neurons want to change */
} DiagramMove;

/** What a gradient asks of the network: the negative of it, so that above 0 is to rise. */
typedef struct DiagramAsked {
    float activation[NET_MAX_LAYERS][NET_MAX_WIDTH]; /* of each neuron, -dC/da */
    float delta[NET_MAX_LAYERS][NET_MAX_WIDTH];      /* of its weighted sum and bias, -dC/dz */
    float strength; /* 0..1, of all of it: where the outputs are right there is little to ask */
} DiagramAsked;

/** An edge: a weight from a neuron of the layer before, or from an input; or the bias. */
typedef struct DiagramEdge {
    bool shown;
    int layer, from, to; /* from -1: the bias */
} DiagramEdge;

/** The network and its run that are drawn. */
typedef struct Diagram {
    const Net *net;                    /* borrowed for the frame, as the next two */
    const NetActs *acts;               /* of the input on show */
    const Uint8 *input;                /* its 784 levels */
    const float (*lit)[NET_MAX_WIDTH]; /* how bright the neurons of each layer are, 0..1; NULL: as
                                          the run has left them */
    float pulse; /* how far one has come along the edges, in layers from the inputs; 0 for none */
    float arrives_y; /* close up: the height at which the sum comes in, in pixels of the box */
    bool awake;      /* there is an input; else neurons and edges rest */
    bool all_edges;  /* the weak ones, too */
    int best;        /* the output that is marked; -1 for none */
    DiagramNeuron selected;    /* its edges are drawn alone */
    const DiagramAsked *asked; /* drawn in the place of what the edges carry; NULL for none */
    float flash;               /* how strong its edges are at least, 0..1 */
    DiagramMove move;          /* of that */
    DiagramEdge marked;        /* stands out */
} Diagram;

/** Draw it. The output column is level with a chart beside it. Close up the first edges are those
 * of the large neuron, which has its activation as a number. */
void diagram_draw(Paint *out, const Diagram *diagram, const DiagramPlaces *places);

#endif
