/* The network between the sheet and the chart: neurons lit by their activation, edges coloured by
 * the sign and strength of weight times activation. */
#ifndef UI_DIAGRAM_H
#define UI_DIAGRAM_H

#include "nn/net.h"
#include "ui/paint.h"

/** A neuron of a layer after the input. */
typedef struct DiagramNeuron {
    int layer, neuron; /* from 0; neuron -1 for none */
} DiagramNeuron;

/** The network and its run that are drawn. */
typedef struct Diagram {
    const Net *net;         /* borrowed for the frame */
    const NetActs *acts;    /* of the input on show */
    bool awake;             /* there is an input; else neurons and edges rest */
    bool all_edges;         /* the weak ones, too */
    DiagramNeuron selected; /* its edges are drawn alone */
} Diagram;

/** Where the neurons of one layer stand, in pixels of the diagram's box. */
typedef struct DiagramColumn {
    int neurons, shown; /* the first so many are shown */
    float x, radius;
    float y[NET_MAX_WIDTH];
} DiagramColumn;

/** Where the neurons of a layer after the input stand. */
void diagram_place(DiagramColumn *column, const Paint *paint, const NetShape *shape, int layer,
                   SDL_Rect box);

/** The box around a neuron, in output pixels. */
SDL_Rect diagram_neuron_box(const DiagramColumn *column, int neuron, SDL_Rect box);

/** The neuron at (x, y). */
DiagramNeuron diagram_neuron_at(const Paint *paint, const NetShape *shape, SDL_Rect box, int x,
                                int y);

/** Draw it in `box`; `labels` is the line above it. The output column is level with a chart of the
 * same box. */
void diagram_draw(Paint *out, const Diagram *diagram, SDL_Rect labels, SDL_Rect box);

#endif
