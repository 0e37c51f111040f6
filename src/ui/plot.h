/* Curves over the epochs of runs, with axes. */
#ifndef UI_PLOT_H
#define UI_PLOT_H

#include "ui/paint.h"

/** One curve. */
typedef struct PlotLine {
    const char *name;
    const float *y;   /* y[i] belongs to epoch i; borrowed for the frame */
    int first, count; /* the epochs first..count-1 have a figure */
} PlotLine;

/** A figure at a moment between epochs. */
typedef struct PlotPoint {
    float epoch, y;
} PlotPoint;

/** A run among others: train is thin, test thick, both in the colour and pattern of the run; alone,
 * test has those of the next style. What is known between epochs is faint. */
typedef struct PlotRun {
    PlotLine train, test;
    const PlotPoint *live; /* in rising order; borrowed for the frame */
    const PlotPoint *raw;  /* what that is the mean of, as many; NULL for none; likewise */
    int points;
    int style; /* 0..THEME_RUNS-1 */
} PlotRun;

/** Curves and their axes; made anew with each frame. */
typedef struct Plot {
    const char *title;
    const char *train, *test; /* their names */
    float end;                /* the epoch at the right end of the axis; above 0 */
    float planned;            /* dashes at this epoch: a run is to end there; 0 for none */
    float low, high;          /* of the other axis; curves are cut there */
    bool percent;             /* y is a share, labelled in percent */
    bool log;                 /* y goes by powers of ten; low is above 0 then */
    const PlotRun *run;       /* borrowed for the frame */
    int runs;
    bool alone;    /* there is one run */
    bool of_tests; /* what is known between epochs is of test images, not of minibatches */
    int crossed;   /* epoch with a line across and a dot on each curve; -1 for none */
} Plot;

/** How high a figure is, 0 at the lower end of the axis to 1 at the upper one. */
float plot_height(const Plot *plot, float y);

/** The epoch nearest to x in a plot that stands in `box`, of those on the axis. */
int plot_epoch_at(const Plot *plot, SDL_Rect box, int x);

/** Draw it; axis numbers are left of `box` and under it, the title above. */
void plot_draw(Paint *out, const Plot *plot, PaintCanvas canvas, SDL_Rect box);

/** A piece of a line as a run of that style has it, across the middle of `box`. */
void plot_draw_sample(Paint *out, int style, SDL_Rect box);

#endif
