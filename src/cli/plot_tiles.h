/* The weights of a network's first layer as a wall of tiles, as SVG. */
#ifndef CLI_PLOT_TILES_H
#define CLI_PLOT_TILES_H

#include "base/svg.h"
#include "cli/plot_theme.h"
#include "nn/net.h"

/** How the tiles of so many neurons stand: 28x28 cells each, row by row. */
typedef struct PlotTiles {
    int columns, rows;
    int cell, gap; /* in pixels */
    int w, h;      /* of the wall */
} PlotTiles;

/** How they stand: the more neurons, the more columns and the smaller the cells. */
PlotTiles plot_tiles_place(int neurons);

/** What the full colours stand for, on both sides of 0: three times the root mean square of the
 * first layer's weights, or the largest of them where that is less. */
float plot_tiles_scale(const Net *net);

/** Draw the wall with its top left corner at (x, y): positive weights in one colour, negative ones
 * in the other, 0 as the panel. Errors: out of memory. */
bool plot_tiles_write(FILE *out, const Net *net, double x, double y, const PlotTheme *theme,
                      Err *err);

#endif
