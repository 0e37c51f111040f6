/* The network between the sheet and the chart. */
#include "ui/diagram.h"

#include <math.h>
#include <stdio.h>

#include "ui/chart.h"

enum { PITCH_LEAST = 16, EDGES_MANY = 400, RADIUS = 11, RADIUS_MOST = 16, CURVE_PIECES = 20 };

/* A weighted sum of the pixels that is drawn at full strength: sigmoid(8) is 0.9997. */
static const float FULL_SUM = 8.0f;

/* How many of `neurons` a column of that height shows. */
static int shown_of(int neurons, int height_px, float scale)
{
    int fit = (int)((float)height_px / ((float)PITCH_LEAST * scale));
    return SDL_min(neurons, SDL_max(fit, 1));
}

void diagram_place(DiagramColumn *column, const Paint *out, const NetShape *shape, int layer,
                   SDL_Rect box)
{
    bool output = layer == shape->layers - 1;
    column->neurons = shape->size[layer + 1];
    column->shown = output ? NET_OUTPUTS : shown_of(column->neurons, box.h, out->scale);
    float pitch = (float)box.h / (float)column->shown;
    float grown = fminf(fmaxf(RADIUS * out->scale, 0.22f * pitch), RADIUS_MOST * out->scale);
    column->radius = fminf(grown, 0.38f * pitch);
    float first = fminf(0.17f * (float)box.w, 140.0f * out->scale),
          last = (float)box.w - column->radius - 1.0f;
    column->x = shape->layers == 1
                    ? last
                    : first + (last - first) * (float)layer / (float)(shape->layers - 1);
    for (int i = 0; i < column->shown; i++) {
        column->y[i] = output ? (float)(chart_row_y(box, i) - box.y) : pitch * ((float)i + 0.5f);
    }
}

SDL_Rect diagram_neuron_box(const DiagramColumn *column, int neuron, SDL_Rect box)
{
    int radius = (int)ceilf(column->radius);
    return (SDL_Rect){box.x + (int)column->x - radius, box.y + (int)column->y[neuron] - radius,
                      2 * radius + 1, 2 * radius + 1};
}

DiagramNeuron diagram_neuron_at(const Paint *paint, const NetShape *shape, SDL_Rect box, int x,
                                int y)
{
    SDL_Point at = {x, y};
    for (int layer = 0; layer < shape->layers; layer++) {
        DiagramColumn column;
        diagram_place(&column, paint, shape, layer, box);
        for (int i = 0; i < column.shown; i++) {
            SDL_Rect neuron = diagram_neuron_box(&column, i, box);
            if (SDL_PointInRect(&at, &neuron)) {
                return (DiagramNeuron){layer, i};
            }
        }
    }
    return (DiagramNeuron){0, -1};
}

typedef struct Edge {
    SDL_Color colour;
    float width_px;
} Edge;

/* How an edge of that strength (-1..1) looks. */
static Edge edge_of(const Paint *out, bool awake, float strength)
{
    float size = fminf(fabsf(strength), 1.0f);
    SDL_Color sign = strength >= 0.0f ? out->theme->positive : out->theme->negative;
    return awake ? (Edge){theme_fade(sign, 0.06f + 0.80f * size), out->scale * (0.6f + 1.6f * size)}
                 : (Edge){theme_fade(out->theme->secondary, 0.11f), out->scale * 0.7f};
}

static float strongest(const float *row, int stride, const float *activation, int from, int to)
{
    float most = 1.0f; /* so that a network of tiny weights looks like one */
    for (int i = 0; i < from; i++) {
        for (int j = 0; j < to; j++) {
            most = fmaxf(most, fabsf(row[i * stride + j] * activation[i]));
        }
    }
    return most;
}

/* Whether the edge from neuron i to neuron j of `layer` is drawn: all are where no neuron is
 * selected. */
static bool is_drawn(const Diagram *diagram, int layer, int i, int j)
{
    const DiagramNeuron *selected = &diagram->selected;
    return selected->neuron < 0 || (selected->layer == layer && selected->neuron == j) ||
           (selected->layer == layer - 1 && selected->neuron == i);
}

/* The edges whose strength is low..high times that of the strongest. */
static void edges_draw(Paint *out, Canvas *canvas, const Diagram *diagram, int layer,
                       const DiagramColumn *from, const DiagramColumn *to, float low, float high)
{
    const float *weight = diagram->net->weight[layer];
    const float *activation = diagram->acts->activation[layer - 1];
    int stride = diagram->net->stride[layer];
    float most = strongest(weight, stride, activation, from->shown, to->shown);
    for (int i = 0; i < from->shown; i++) {
        for (int j = 0; j < to->shown; j++) {
            float strength = diagram->awake ? weight[i * stride + j] * activation[i] / most : 0.0f;
            if (fabsf(strength) >= low && fabsf(strength) < high &&
                is_drawn(diagram, layer, i, j)) {
                Edge edge = edge_of(out, diagram->awake, strength);
                canvas_line(canvas, from->x + from->radius, from->y[i], to->x - to->radius,
                            to->y[j], edge.width_px, edge.colour);
            }
        }
    }
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

/* What all pixels together add to a neuron of the first layer: z - b, z taken back from sigmoid(z).
 */
static float from_pixels(const Diagram *diagram, int neuron)
{
    float a = fminf(fmaxf(diagram->acts->activation[0][neuron], 1e-6f), 1.0f - 1e-6f);
    return logf(a / (1.0f - a)) - diagram->net->bias[0][neuron];
}

static void input_draw(Paint *out, Canvas *canvas, const Diagram *diagram, const DiagramColumn *to)
{
    float middle = 0.42f * (float)canvas->h, root = 4.0f * out->scale;
    for (int i = 0; i < to->shown; i++) {
        if (!is_drawn(diagram, 0, -1, i)) {
            continue;
        }
        Edge edge = edge_of(out, diagram->awake, from_pixels(diagram, i) / FULL_SUM);
        curve_draw(canvas, root, middle, to->x - to->radius, to->y[i], edge.width_px, edge.colour);
    }
    canvas_disc(canvas, root, middle, 2.5f * out->scale,
                diagram->awake ? out->theme->positive : out->theme->secondary);
}

static void neurons_draw(Paint *out, Canvas *canvas, const Diagram *diagram, int layer,
                         const DiagramColumn *column)
{
    const Theme *theme = out->theme;
    for (int i = 0; i < column->shown; i++) {
        float lit = diagram->awake ? diagram->acts->activation[layer][i] : 0.0f;
        bool selected = diagram->selected.layer == layer && diagram->selected.neuron == i;
        canvas_disc(canvas, column->x, column->y[i], column->radius,
                    selected ? theme->positive : theme->secondary);
        canvas_disc(canvas, column->x, column->y[i], column->radius - fmaxf(out->scale, 1.0f),
                    theme_mix(theme->neuron_off, theme->neuron_on, lit));
    }
}

static void label_draw(Paint *out, const DiagramColumn *column, bool output, SDL_Rect labels)
{
    char text[48];
    if (output) {
        snprintf(text, sizeof text, "%d outputs", column->neurons);
    } else if (column->shown < column->neurons) {
        snprintf(text, sizeof text, "%d of %d", column->shown, column->neurons);
    } else {
        snprintf(text, sizeof text, "%d neuron%s", column->neurons,
                 column->neurons == 1 ? "" : "s");
    }
    int w = paint_px(out, 76.0f);
    int x = SDL_min(labels.x + (int)lroundf(column->x) - w / 2, labels.x + labels.w - w * 3 / 4);
    paint_text(out, (SDL_Rect){x, labels.y, w, labels.h}, PAINT_CENTRE, text, PAINT_LABEL,
               TEXT_REGULAR, out->theme->secondary);
}

void diagram_draw(Paint *out, const Diagram *diagram, SDL_Rect labels, SDL_Rect box)
{
    const NetShape *shape = &diagram->net->shape;
    Canvas *canvas = &out->canvas[PAINT_DIAGRAM];
    DiagramColumn column[NET_MAX_LAYERS];
    if (!canvas_begin(canvas, box.w, box.h, out->theme->window)) {
        return;
    }
    for (int layer = 0; layer < shape->layers; layer++) {
        diagram_place(&column[layer], out, shape, layer, box);
    }
    input_draw(out, canvas, diagram, &column[0]);
    for (int layer = 1; layer < shape->layers; layer++) {
        const DiagramColumn *from = &column[layer - 1], *to = &column[layer];
        /* The weakest are left out; the more edges there are, the more of them. Strong ones lie on
         * top. */
        bool all = !diagram->awake || diagram->all_edges || diagram->selected.neuron >= 0;
        float low = from->shown * to->shown > EDGES_MANY ? 0.15f : 0.02f;
        edges_draw(out, canvas, diagram, layer, from, to, all ? 0.0f : low, 0.3f);
        edges_draw(out, canvas, diagram, layer, from, to, 0.3f, 2.0f);
    }
    for (int layer = 0; layer < shape->layers; layer++) {
        neurons_draw(out, canvas, diagram, layer, &column[layer]);
        label_draw(out, &column[layer], layer == shape->layers - 1, labels);
    }
    canvas_show(canvas, out->renderer, box.x, box.y);
}
