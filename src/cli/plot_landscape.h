/* The map of `inkling plot --landscape`: the cost over the plane through a run that a network file
 * has kept. */
#ifndef CLI_PLOT_LANDSCAPE_H
#define CLI_PLOT_LANDSCAPE_H

#include "cli/plot_theme.h"
#include "nn/net_file.h"
#include "train/survey.h"

#include <stdio.h>

/**
 * Survey the ground around a run.
 *
 * @param moments  of the run, at least 2
 * @param data     folder of MNIST, as for mnist_load(), whose first training images are measured
 *
 * Errors: MNIST is missing, out of memory; NULL then.
 */
Survey *plot_landscape_survey(const NetMoments *moments, const NetInfo *info, const char *data,
                              Err *err);

/** Write it as SVG, with the way of the run. What fails in `out` shows in ferror(). Errors: out of
 * memory. */
bool plot_landscape_write(FILE *out, const Survey *survey, const NetMoments *moments,
                          const NetInfo *info, const PlotTheme *theme, bool dark, Err *err);

#endif
