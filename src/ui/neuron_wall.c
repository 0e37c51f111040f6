/* The pictures of all neurons of the first layer. */
#include "ui/neuron_wall.h"

#include <math.h>
#include <stdio.h>

enum { WIDE_CAPTION = 64 };

/* A few large weights would make all the others dark. */
static const float FULL_DEVIATIONS = 4.0f;

float neuron_wall_full(const Net *net)
{
    double sum = 0.0;
    for (int i = 0; i < NET_INPUTS * net->stride[0]; i++) { /* the padding is 0 */
        sum += (double)net->weight[0][i] * (double)net->weight[0][i];
    }
    return FULL_DEVIATIONS * (float)sqrt(sum / (NET_INPUTS * (double)net->shape.size[1]));
}

static void caption_draw(Paint *out, const NetActs *acts, const TilesPlaces *places, int neuron)
{
    char text[32];
    SDL_Rect box = tiles_box(places, neuron);
    bool wide = places->side_px >= paint_px(out, WIDE_CAPTION);
    snprintf(text, sizeof text, wide ? "%d: a %.2f" : "%d", neuron,
             (double)acts->activation[0][neuron]);
    paint_text(out, (SDL_Rect){box.x, box.y + box.h, box.w, places->caption_h}, PAINT_CENTRE, text,
               PAINT_AXIS, TEXT_REGULAR, out->theme->secondary);
}

void neuron_wall_draw(Paint *out, const Net *net, const NetActs *acts, const TilesPlaces *places,
                      float full, int chosen)
{
    Tiles tiles;
    int columns = places->columns, first = places->top * columns;
    int end = SDL_min(first + places->rows * columns, places->tiles);
    float weight[NET_INPUTS];
    if (!tiles_begin(&tiles, out, columns, places->rows)) {
        return;
    }
    for (int i = first; i < end; i++) {
        for (int pixel = 0; pixel < NET_INPUTS; pixel++) {
            weight[pixel] = net->weight[0][pixel * net->stride[0] + i];
        }
        tiles_put(&tiles, i % columns, (i - first) / columns, weight, full);
    }
    if (!tiles_upload(&tiles)) {
        return;
    }
    for (int i = first; i < end; i++) {
        tiles_show(&tiles, i % columns, (i - first) / columns, tiles_box(places, i));
        if (places->caption_h > 0) {
            caption_draw(out, acts, places, i);
        }
    }
    if (chosen >= first && chosen < end) {
        paint_outline(out, tiles_box(places, chosen), 1.5f, out->theme->positive);
    }
    tiles_bar_draw(out, places);
}
