/* The edges between two columns of the picture of the network. */
#include "ui/diagram_edges.h"

#include <math.h>

enum { CURVE_PIECES = 12, SHOWN_MOST = 400, BINS = 64 };

/* Weaker than this share of the strongest an edge is left out. */
static const float LEAST = 0.05f;

static float carried(const Edges *edges, int from, int to)
{
    float weight = edges->weight[from * edges->stride + to];
    return edges->activation ? weight * edges->activation[from] : weight;
}

static bool is_drawn(const Edges *edges, int from, int to)
{
    return (edges->only_from < 0 || edges->only_from == from) &&
           (edges->only_to < 0 || edges->only_to == to);
}

float edges_most(const Edges *edges)
{
    float most = 1.0f;
    for (int i = 0; i < edges->from; i++) {
        for (int j = 0; j < edges->to; j++) {
            most = is_drawn(edges, i, j) ? fmaxf(most, fabsf(carried(edges, i, j))) : most;
        }
    }
    return most;
}

/* The strength from which on edges are drawn: not too many of them. */
static float threshold(const Edges *edges)
{
    int count[BINS + 1] = {0}, shown = 0, bin = BINS;
    if (edges->all) {
        return 0.0f;
    }
    for (int i = 0; i < edges->from; i++) {
        for (int j = 0; j < edges->to; j++) {
            float share = fminf(fabsf(carried(edges, i, j)) / edges->most, 1.0f);
            count[(int)(share * BINS)] += is_drawn(edges, i, j);
        }
    }
    while (bin > 0 && shown + count[bin] <= SHOWN_MOST) {
        shown += count[bin--];
    }
    return bin > 0 ? fmaxf((float)(bin + 1) / BINS, LEAST) : LEAST;
}

/* A curve that leaves (x0, y0) and arrives at (x1, y1) level. */
static void curve_draw(Canvas *canvas, float x0, float y0, float x1, float y1, float width_px,
                       SDL_Color colour)
{
    float x = x0, y = y0;
    for (int i = 1; i <= CURVE_PIECES; i++) {
        float t = (float)i / CURVE_PIECES, s = 1.0f - t;
        float middle = 0.5f * (x0 + x1);
        float next_x = s * s * s * x0 + 3.0f * s * t * middle + t * t * t * x1;
        float next_y = (s * s * s + 3.0f * s * s * t) * y0 + (3.0f * s * t * t + t * t * t) * y1;
        canvas_line(canvas, x, y, next_x, next_y, width_px, colour);
        x = next_x;
        y = next_y;
    }
}

/* One of that strength, -1..1. */
static void edge_draw(Paint *out, Canvas *canvas, const Edges *edges, int from, int to,
                      float strength)
{
    float size = fminf(fabsf(strength), 1.0f), width_px = out->scale * (0.5f + 2.2f * size);
    SDL_Color sign = strength >= 0.0f ? out->theme->positive : out->theme->negative;
    SDL_Color colour = theme_fade(sign, fmaxf(powf(size, 1.35f), 0.03f));
    if (edges->curved) {
        curve_draw(canvas, edges->from_x, edges->from_y[from], edges->to_x, edges->to_y[to],
                   width_px, colour);
    } else {
        canvas_line(canvas, edges->from_x, edges->from_y[from], edges->to_x, edges->to_y[to],
                    width_px, colour);
    }
}

/* Those whose strength is low..high. */
static void band_draw(Paint *out, Canvas *canvas, const Edges *edges, float low, float high)
{
    for (int i = 0; i < edges->from; i++) {
        for (int j = 0; j < edges->to; j++) {
            float strength = carried(edges, i, j) / edges->most;
            if (fabsf(strength) >= low && fabsf(strength) < high && is_drawn(edges, i, j)) {
                edge_draw(out, canvas, edges, i, j, strength);
            }
        }
    }
}

void edges_draw(Paint *out, Canvas *canvas, const Edges *edges)
{
    static const float BAND[] = {0.15f, 0.3f, 0.5f, 0.75f, 2.0f};
    float low = threshold(edges);
    for (size_t i = 0; i < sizeof BAND / sizeof BAND[0]; i++) {
        band_draw(out, canvas, edges, low, BAND[i]);
        low = fmaxf(low, BAND[i]);
    }
}

void edges_draw_asleep(Paint *out, Canvas *canvas, const Edges *edges)
{
    int step = SDL_max(edges->from * edges->to / SHOWN_MOST, 1);
    for (int k = 0; k < edges->from * edges->to; k += step) {
        canvas_line(canvas, edges->from_x, edges->from_y[k / edges->to], edges->to_x,
                    edges->to_y[k % edges->to], 0.7f * out->scale,
                    theme_fade(out->theme->secondary, 0.11f));
    }
}
