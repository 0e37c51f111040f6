/* A curve or two over the epochs of a run, with axes. */
#ifndef UI_PLOT_H
#define UI_PLOT_H

#include "ui/paint.h"

typedef struct PlotLine {
    const char *name;
    const float *y;   /* y[i] belongs to epoch i; borrowed for the frame */
    int first, count; /* the epochs first..count-1 have a figure */
} PlotLine;

typedef struct Plot {
    const char *title;
    PlotLine train, test; /* test is dashed */
    int epochs;           /* the right end of the axis; at least 1 */
    float low, high;      /* of the other axis; curves are cut there */
    bool percent;         /* y is a share, labelled in percent */
} Plot;

/** An axis end that is round and not below `most`: 1, 2 or 5 times a power of ten. */
float plot_round_up(float most);

/** Draw it; axis numbers are left of `box` and under it, the title above. */
void plot_draw(Paint *out, const Plot *plot, PaintCanvas canvas, SDL_Rect box);

#endif
