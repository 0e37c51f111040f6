/* The pictures of all neurons of a layer. */
#include "ui/neuron_wall.h"

#include <math.h>
#include <stdio.h>

enum { WIDE_CAPTION = 56, DOT = 4 };

/* A few large weights would make all the others dark. */
static const float FULL_DEVIATIONS = 4.0f;

float neuron_wall_scale(double squares, int pictures)
{
    return FULL_DEVIATIONS * (float)sqrt(squares / (NET_INPUTS * (double)SDL_max(pictures, 1)));
}

float neuron_wall_full(const Net *net)
{
    double sum = 0.0;
    for (int i = 0; i < NET_INPUTS * net->stride[0]; i++) { /* the padding is 0 */
        sum += (double)net->weight[0][i] * (double)net->weight[0][i];
    }
    return neuron_wall_scale(sum, net->shape.size[1]);
}

static void caption_draw(Paint *out, const NeuronWall *wall, const TilesPlaces *places, int neuron)
{
    const Theme *theme = out->theme;
    char text[32];
    SDL_Rect box = tiles_box(places, neuron);
    float a = wall->activation[neuron];
    SDL_Rect line = {box.x, box.y + box.h + 1, box.w, places->caption_h};
    int radius = paint_px(out, DOT), x = box.x + box.w - radius, y = line.y + line.h / 2;
    paint_disc(out, x, y, radius, theme_mix(theme->neuron_off, theme->neuron_on, a));
    paint_ring(out, x, y, radius, theme->secondary);
    if (places->side_px >= paint_px(out, WIDE_CAPTION)) {
        snprintf(text, sizeof text, "%d: %.2f", neuron, (double)a);
    } else {
        snprintf(text, sizeof text, "%d", neuron);
    }
    line.w -= 2 * radius;
    paint_text(out, line, PAINT_LEFT, text, PAINT_AXIS, TEXT_REGULAR, theme->secondary);
}

void neuron_wall_draw(Paint *out, const NeuronWall *wall, const TilesPlaces *places)
{
    Tiles tiles;
    int columns = places->columns, first = places->top * columns;
    int end = SDL_min(first + places->rows * columns, places->tiles);
    if (!tiles_begin(&tiles, out, columns, places->rows)) {
        return;
    }
    for (int i = first; i < end; i++) {
        tiles_put(&tiles, i % columns, (i - first) / columns,
                  wall->picture + (ptrdiff_t)i * NET_INPUTS, wall->full);
    }
    if (!tiles_upload(&tiles)) {
        return;
    }
    for (int i = first; i < end; i++) {
        tiles_show(&tiles, i % columns, (i - first) / columns, tiles_box(places, i));
        if (places->caption_h > 0) {
            caption_draw(out, wall, places, i);
        }
    }
    if (wall->chosen >= first && wall->chosen < end) {
        paint_outline(out, tiles_box(places, wall->chosen), 1.5f, out->theme->positive);
    }
    tiles_bar_draw(out, places);
}
