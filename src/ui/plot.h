/* Curves over the epochs of runs, with axes: small for one run, large to compare several. */
#ifndef UI_PLOT_H
#define UI_PLOT_H

#include "ui/paint.h"

/** One curve. */
typedef struct PlotLine {
    const char *name;
    const float *y;   /* y[i] belongs to epoch i; borrowed for the frame */
    int first, count; /* the epochs first..count-1 have a figure */
} PlotLine;

/** A run among others: train is thin, test thick, both in the colour and pattern of the run. */
typedef struct PlotRun {
    PlotLine train, test;
    int style; /* 0..THEME_RUNS-1 */
} PlotRun;

/** Curves and their axes; made anew with each frame. */
typedef struct Plot {
    const char *title;
    PlotLine train, test; /* test is dashed; in a large plot their names alone count */
    int epochs;           /* the right end of the axis; at least 1 */
    float low, high;      /* of the other axis; curves are cut there */
    bool percent;         /* y is a share, labelled in percent */
    bool log;             /* y goes by powers of ten; low is above 0 then */
    bool large;           /* a grid and round numbers; shows `run` */
    const PlotRun *run;   /* borrowed for the frame */
    int runs;
    int crossed; /* epoch with a line across and a dot on each curve; -1 for none. Of a large plot
                  */
} Plot;

/** An axis end that is round and not below `most`: 1, 2 or 5 times a power of ten. */
float plot_round_up(float most);

/** How high a figure is, 0 at the lower end of the axis to 1 at the upper one. */
float plot_height(const Plot *plot, float y);

/** The epoch nearest to x in a plot that stands in `box`, 0..plot->epochs. */
int plot_epoch_at(const Plot *plot, SDL_Rect box, int x);

/** Draw it; axis numbers are left of `box` and under it, the title above. */
void plot_draw(Paint *out, const Plot *plot, PaintCanvas canvas, SDL_Rect box);

/** A piece of a line as a run of that style has it, across the middle of `box`. */
void plot_draw_sample(Paint *out, int style, SDL_Rect box);

#endif
