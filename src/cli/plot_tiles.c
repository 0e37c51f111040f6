/* The weights of a network's first layer as a wall of tiles, as SVG: a PNG within it, as 200,000
 * cells of a large layer would be as many elements. */
#include "cli/plot_tiles.h"

#include <math.h>
#include <stdlib.h>

#include "base/picture_file.h"

enum { SIDE = 28, FEW = 32, MANY = 256 /* neurons */ };

/* A wall of tiles at work. */
typedef struct TileWall {
    const Net *net;
    const PlotTheme *theme;
    PlotTiles at;
    float scale;
    uint8_t *rgb;
} TileWall;

PlotTiles plot_tiles_place(int neurons)
{
    PlotTiles at = {.columns = 32, .cell = 1, .gap = 2};
    if (neurons <= FEW) {
        at = (PlotTiles){.columns = 8, .cell = 4, .gap = 8};
    } else if (neurons <= MANY) {
        at = (PlotTiles){.columns = 16, .cell = 2, .gap = 4};
    }
    int pitch = SIDE * at.cell + at.gap;
    at.rows = (neurons + at.columns - 1) / at.columns;
    at.w = (neurons < at.columns ? neurons : at.columns) * pitch - at.gap;
    at.h = at.rows * pitch - at.gap;
    return at;
}

float plot_tiles_scale(const Net *net)
{
    double most = 0, squares = 0;
    int neurons = net->shape.size[1];
    for (int i = 0; i < NET_INPUTS; i++) {
        for (int j = 0; j < neurons; j++) {
            double weight = (double)net->weight[0][i * net->stride[0] + j];
            most = fmax(most, fabs(weight));
            squares += weight * weight;
        }
    }
    return (float)fmin(most, 3 * sqrt(squares / ((double)NET_INPUTS * neurons)));
}

/* The colour of a pixel of the wall: a weight's, or the page's. */
static uint32_t colour_of(const TileWall *wall, int x, int y)
{
    const PlotTiles *at = &wall->at;
    int pitch = SIDE * at->cell + at->gap, neuron = y / pitch * at->columns + x / pitch;
    int column = x % pitch / at->cell, row = y % pitch / at->cell;
    if (column >= SIDE || row >= SIDE || neuron >= wall->net->shape.size[1]) {
        return wall->theme->page;
    }
    float weight = wall->net->weight[0][(row * SIDE + column) * wall->net->stride[0] + neuron];
    return plot_theme_weight(wall->theme, wall->scale > 0 ? weight / wall->scale : 0);
}

bool plot_tiles_write(FILE *out, const Net *net, double x, double y, const PlotTheme *theme,
                      Err *err)
{
    PlotTiles at = plot_tiles_place(net->shape.size[1]);
    TileWall wall = {net, theme, at, plot_tiles_scale(net),
                     malloc((size_t)at.w * (size_t)at.h * 3)};
    uint8_t *png = NULL;
    size_t size;
    if (!wall.rgb) {
        return err_set(err, "There is not enough memory for the picture.");
    }
    for (int i = 0; i < at.w * at.h; i++) {
        uint32_t colour = colour_of(&wall, i % at.w, i / at.w);
        wall.rgb[3 * i] = (uint8_t)(colour >> 16);
        wall.rgb[3 * i + 1] = (uint8_t)(colour >> 8);
        wall.rgb[3 * i + 2] = (uint8_t)colour;
    }
    bool ok = picture_file_make(wall.rgb, at.w, at.h, &png, &size, err);
    if (ok) {
        svg_image(out, (SvgBox){x, y, at.w, at.h}, png, size);
    }
    free(png);
    free(wall.rgb);
    return ok;
}
