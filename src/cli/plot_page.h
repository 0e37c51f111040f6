/* The page of `inkling plot`: what a network is, how its training went, what its first layer looks
 * for. */
#ifndef CLI_PLOT_PAGE_H
#define CLI_PLOT_PAGE_H

#include "cli/plot_theme.h"
#include "nn/net_file.h"

#include <stdio.h>

/** Write it as SVG. What fails in `out` shows in ferror(). Errors: out of memory. */
bool plot_page_write(FILE *out, const Net *net, const NetInfo *info, const PlotTheme *theme,
                     Err *err);

#endif
