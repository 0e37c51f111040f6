/* Where inputs and neurons stand in the picture of the network. */
#ifndef UI_DIAGRAM_PLACES_H
#define UI_DIAGRAM_PLACES_H

#include "nn/net.h"
#include "ui/paint.h"

/** The layer that stands for the inputs. */
enum { DIAGRAM_INPUTS = -1 };

/** The column of inputs has so many lines of so many: four lines for each row of the picture. */
enum { DIAGRAM_LINES = 112, DIAGRAM_LINE_CELLS = 7 };

/** A neuron, or an input. */
typedef struct DiagramNeuron {
    int layer, neuron; /* layers after the input from 0; neuron -1 for none */
} DiagramNeuron;

/** The boxes of the picture, in output pixels. */
typedef struct DiagramPlaces {
    SDL_Rect labels;     /* the line above it */
    SDL_Rect box;        /* from the edge of what the network sees to that of the outputs */
    SDL_Rect picture;    /* what the network sees; empty where that is hidden */
    SDL_Rect inputs;     /* the column of 784: four lines of seven for each row of the picture */
    SDL_Rect layers;     /* from where that column ends at rest to the edge of the outputs */
    bool closeup;        /* there are neither picture nor inputs: it begins with one neuron, large
                            among its siblings */
    DiagramNeuron large; /* this one */
    float aside_left;    /* how much of the way its siblings have left that step aside, 1..0 */
} DiagramPlaces;

/** Where the neurons of one layer stand, in pixels of the diagram's box. */
typedef struct DiagramColumn {
    int neurons, shown; /* the first so many are shown */
    bool thin;          /* too many for discs: bars, `half` wide and `radius` high to each side */
    float x, radius, half;
    float y[NET_MAX_WIDTH];
    int large; /* the neuron that is larger than the others; -1 for none */
    float large_x, large_radius;
} DiagramColumn;

/** Where the neurons of a layer after the input stand. Of a layer before that of the large one none
 * is shown. */
void diagram_place(DiagramColumn *column, const Paint *paint, const NetShape *shape, int layer,
                   const DiagramPlaces *places);

/** How high a neuron reaches from its middle. */
float diagram_radius(const DiagramColumn *column, int neuron);

/** Where its middle is across. */
float diagram_x(const DiagramColumn *column, int neuron);

/** The box around a neuron, in output pixels. */
SDL_Rect diagram_neuron_box(const DiagramColumn *column, int neuron, const DiagramPlaces *places);

/** The box around an input in the column, in output pixels. */
SDL_Rect diagram_input_box(int input, const DiagramPlaces *places);

/** The neuron at (x, y), or the input in the column or in the picture that the network sees. */
DiagramNeuron diagram_neuron_at(const Paint *paint, const NetShape *shape,
                                const DiagramPlaces *places, int x, int y);

#endif
