/* A chart of a training's cost or accuracy over its epochs, as SVG. */
#ifndef CLI_PLOT_CHART_H
#define CLI_PLOT_CHART_H

#include "base/svg.h"
#include "cli/plot_theme.h"
#include "nn/net_curves.h"

/** What one axis shows. */
typedef struct PlotAxis {
    double low, high, step; /* ticks at low, low + step, ... high */
} PlotAxis;

/** The axis of so many epochs, whole numbers from 0 on. */
PlotAxis plot_chart_epochs(int epochs);

/** The axis of costs, from 0 on. It fits the epochs that were trained: the cost of the random
 * network would flatten all others. */
PlotAxis plot_chart_cost(const NetCurves *curves);

/** The axis of accuracies, up to 1; it begins below the least of a trained epoch. */
PlotAxis plot_chart_accuracy(const NetCurves *curves);

/** Draw one: `box` is inside its axes, numbers are left of it and under it, the title is above.
 * Train is a full line, test a dashed one. There is at least one point. */
void plot_chart_write(FILE *out, const NetCurves *curves, bool accuracy, SvgBox box,
                      const PlotTheme *theme);

#endif
