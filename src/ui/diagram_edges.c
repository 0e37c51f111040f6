/* The edges between two columns of the picture of the network. */
#include "ui/diagram_edges.h"

#include <math.h>

enum { CURVE_PIECES = 12, SHOWN_MOST = 400, BINS = 64, PULSE_PARTS = 4 };

/* Weaker than this share of the strongest an edge is left out. */
static const float LEAST = 0.05f;

static float carried(const Edges *edges, int from, int to)
{
    float product = edges->weight ? edges->weight[from * edges->stride + to] : 1.0f;
    product *= edges->activation ? edges->activation[from] : 1.0f;
    return edges->asked ? product * edges->asked[to] : product;
}

static bool is_drawn(const Edges *edges, int from, int to)
{
    return (edges->only_from < 0 || edges->only_from == from) &&
           (edges->only_to < 0 || edges->only_to == to);
}

float edges_most(const Edges *edges, float least)
{
    float most = least;
    for (int i = 0; i < edges->from; i++) {
        for (int j = 0; j < edges->to; j++) {
            most = is_drawn(edges, i, j) ? fmaxf(most, fabsf(carried(edges, i, j))) : most;
        }
    }
    return most;
}

/* How long a pulse is, as a share of the edge. */
static const float PULSE = 0.4f;

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

/* An edge, from one end, 0, to the other, 1. */
typedef struct Way {
    float x0, y0, x1, y1;
    bool curved; /* it leaves and arrives level */
} Way;

static SDL_FPoint point_on(const Way *way, float t)
{
    float s = 1.0f - t, middle = 0.5f * (way->x0 + way->x1);
    if (!way->curved) {
        return (SDL_FPoint){s * way->x0 + t * way->x1, s * way->y0 + t * way->y1};
    }
    return (SDL_FPoint){s * s * s * way->x0 + 3.0f * s * t * middle + t * t * t * way->x1,
                        (s * s * s + 3.0f * s * s * t) * way->y0 +
                            (3.0f * s * t * t + t * t * t) * way->y1};
}

/* Of a way the part from `begin` to `end`. */
static void way_draw(Canvas *canvas, const Way *way, float begin, float end, float width_px,
                     SDL_Color colour)
{
    int pieces = way->curved ? (int)ceilf((end - begin) * CURVE_PIECES) : 1;
    SDL_FPoint last = point_on(way, begin);
    for (int i = 1; i <= pieces; i++) {
        SDL_FPoint next = point_on(way, begin + (end - begin) * (float)i / (float)pieces);
        canvas_line(canvas, last.x, last.y, next.x, next.y, width_px, colour);
        last = next;
    }
}

/* One of that strength, -1..1, and the pulse on it. */
static void edge_draw(Paint *out, Canvas *canvas, const Edges *edges, int from, int to,
                      float strength)
{
    float size = fminf(fabsf(strength), 1.0f), width_px = out->scale * (0.5f + 2.2f * size);
    SDL_Color sign = strength >= 0.0f ? out->theme->positive : out->theme->negative;
    float opacity = fmaxf(powf(size, 1.35f), 0.03f);
    Way way = {edges->from_x, edges->from_y[from], edges->to_x, edges->to_y[to], edges->curved};
    way_draw(canvas, &way, 0.0f, 1.0f, width_px, theme_fade(sign, opacity));
    for (int i = 0; i < PULSE_PARTS && edges->pulse > 0.0f; i++) { /* the brightest ahead */
        float end = edges->pulse - PULSE * (float)i / PULSE_PARTS;
        float begin = fmaxf(end - PULSE / PULSE_PARTS, 0.0f);
        SDL_Color bright = theme_mix(out->theme->text, sign, 0.25f * (float)i);
        if (end > begin && begin < 1.0f) {
            way_draw(canvas, &way, begin, fminf(end, 1.0f), width_px, theme_fade(bright, size));
        }
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

void edges_draw_curve(Canvas *canvas, SDL_FPoint from, SDL_FPoint to, float width_px,
                      SDL_Color colour)
{
    Way way = {from.x, from.y, to.x, to.y, true};
    way_draw(canvas, &way, 0.0f, 1.0f, width_px, colour);
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
