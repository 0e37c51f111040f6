/* The network between the sheet and the chart: neurons lit by their activation, edges coloured by
 * the sign and strength of weight times activation. */
#ifndef UI_DIAGRAM_H
#define UI_DIAGRAM_H

#include "nn/net.h"
#include "ui/paint.h"

typedef struct Diagram {
    const Net *net;      /* borrowed for the frame */
    const NetActs *acts; /* of the input on show */
    bool awake;          /* there is an input; else neurons and edges rest */
} Diagram;

/** How many of `neurons` a column of that height shows. */
int diagram_shown(int neurons, int height_px, float scale);

/** Draw it in `box`; `labels` is the line above it. The output column is level with a chart of the
 * same box. */
void diagram_draw(Paint *out, const Diagram *diagram, SDL_Rect labels, SDL_Rect box);

#endif
