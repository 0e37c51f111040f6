/* The picture of the network, from right to left: what a gradient asks of neurons, biases and
 * weights, all of it or one move after the other. */
#ifndef UI_DIAGRAM_WISHES_H
#define UI_DIAGRAM_WISHES_H

#include "ui/diagram.h"
#include "ui/diagram_edges.h"

/** How many moves there are for a network of so many layers: all at once, the outputs, and of each
 * layer biases, weights and, but for the first, activations before. */
int diagram_moves(int layers);

/** Move 0..diagram_moves() - 1, in their order. */
DiagramMove diagram_move(int layers, int move);

/** How strongly a gradient asks, 0..1, by what it asks of the output that is furthest off. */
float wishes_strength(const float outputs[NET_OUTPUTS]);

/** Let edges that end at a layer show what is asked of them. The strongest is drawn as strong as
 * the gradient is. They know `from` and `to`, and whose activation they come from. @return whether
 * the move has them */
bool wishes_of_edges(const Diagram *diagram, int layer, Edges *edges);

/** What the biases of a layer are asked, as rings in the neurons, which are drawn already, where
 * the move is about them.
 */
void wishes_draw_biases(Paint *out, Canvas *canvas, const Diagram *diagram, int layer,
                        const DiagramColumn *column);

/** What the neurons of a layer are asked, as arrows right of them, where the move has come so far.
 * The longest of a layer is as long as the gradient is strong. */
void wishes_draw_arrows(Paint *out, const Diagram *diagram, int layer, const DiagramColumn *column,
                        const DiagramPlaces *places);

#endif
