/* The left of the picture of the network: ribbons from what it sees to the column of its 784
 * inputs, and the edges from there to the first layer. */
#ifndef UI_DIAGRAM_INPUTS_H
#define UI_DIAGRAM_INPUTS_H

#include "ui/diagram.h"

/** A ribbon for each row of the picture, as bright as the row has ink. */
void inputs_draw_fan(Paint *out, Canvas *canvas, const Diagram *diagram,
                     const DiagramPlaces *places);

/** The column, lit by the ink. */
void inputs_draw_column(Paint *out, Canvas *canvas, const Diagram *diagram,
                        const DiagramPlaces *places);

/** The edges: of a row of the picture one to each neuron, the sum of weight times input; or, where
 * an input is selected, all of it. */
void inputs_draw_edges(Paint *out, Canvas *canvas, const Diagram *diagram,
                       const DiagramPlaces *places, const DiagramColumn *to);

/** Over what the network sees: the weights of the selected neuron of the first layer, and the edge
 * of the ink on them. Nothing where none is selected. */
void inputs_draw_weights(Paint *out, const Diagram *diagram, const DiagramPlaces *places);

#endif
