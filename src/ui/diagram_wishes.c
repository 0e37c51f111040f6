/* The picture of the network, from right to left. */
#include "ui/diagram_wishes.h"

#include <float.h>
#include <math.h>

#include "ui/row.h"
#include "ui/wish.h"

/* The moves of one layer. */
static const DiagramWay WAY[] = {DIAGRAM_BIASES, DIAGRAM_WEIGHTS, DIAGRAM_ACTIVATIONS};

enum { WAYS = sizeof WAY / sizeof WAY[0], FIRST_OF_LAYERS = 2 };

int diagram_moves(int layers)
{
    return FIRST_OF_LAYERS + WAYS * layers - 1;
}

DiagramMove diagram_move(int layers, int move)
{
    int of_layers = move - FIRST_OF_LAYERS;
    if (of_layers < 0) {
        return (DiagramMove){move == 0 ? DIAGRAM_EVERY_WAY : DIAGRAM_OUTPUTS, layers - 1};
    }
    return (DiagramMove){WAY[of_layers % WAYS], layers - 1 - of_layers / WAYS};
}

float wishes_strength(const float outputs[NET_OUTPUTS])
{
    static const float STRONG = 0.2f; /* of squares that is an output off by 0.1 */
    return fminf(wish_largest(outputs, 1, NET_OUTPUTS) / STRONG, 1.0f);
}

/* What they are asked, without scale. */
static bool ask_edges(const Diagram *diagram, int layer, Edges *edges)
{
    const DiagramMove *move = &diagram->move;
    edges->asked = diagram->asked->delta[layer];
    if (move->way == DIAGRAM_EVERY_WAY || (move->way == DIAGRAM_WEIGHTS && layer == move->layer)) {
        edges->weight = NULL;
        return true;
    }
    edges->activation = NULL;
    return move->way == DIAGRAM_ACTIVATIONS && layer == move->layer;
}

bool wishes_of_edges(const Diagram *diagram, int layer, Edges *edges)
{
    if (!ask_edges(diagram, layer, edges)) {
        return false;
    }
    float strength = fmaxf(diagram->asked->strength, diagram->flash);
    edges->most = edges_most(edges, FLT_MIN) / fmaxf(strength, 0.01f);
    return true;
}

/* What is drawn at full size: less where the gradient is weak. */
static float full_size(const Diagram *diagram, const float *wish, int count)
{
    return fmaxf(wish_largest(wish, 1, count), FLT_MIN) / fmaxf(diagram->asked->strength, 0.01f);
}

void wishes_draw_biases(Paint *out, Canvas *canvas, const Diagram *diagram, int layer,
                        const DiagramColumn *column)
{
    const float *delta = diagram->asked->delta[layer];
    float most = full_size(diagram, delta, column->shown);
    if (diagram->move.way != DIAGRAM_BIASES || diagram->move.layer != layer || column->thin) {
        return;
    }
    for (int i = 0; i < column->shown; i++) {
        float size = fabsf(delta[i]) / most, x = column->x, y = column->y[i];
        float lit = diagram->acts->activation[layer][i];
        SDL_Color sign = delta[i] > 0.0f ? out->theme->positive : out->theme->negative;
        canvas_disc(canvas, x, y, column->radius,
                    theme_mix(out->theme->window, sign, 0.25f + 0.75f * size));
        canvas_disc(canvas, x, y, column->radius - out->scale * (1.0f + 4.0f * size),
                    theme_mix(out->theme->neuron_off, out->theme->neuron_on, lit));
    }
}

/* Whether the wishes of that layer's neurons are known by then. */
static bool has_arrows(const DiagramMove *move, int layer, int layers)
{
    switch (move->way) {
    case DIAGRAM_EVERY_WAY:
        return true;
    case DIAGRAM_OUTPUTS:
        return layer == layers - 1;
    case DIAGRAM_ACTIVATIONS:
        return layer >= move->layer - 1;
    default:
        return layer >= move->layer;
    }
}

void wishes_draw_arrows(Paint *out, const Diagram *diagram, int layer, const DiagramColumn *column,
                        const DiagramPlaces *places)
{
    const float *wish = diagram->asked->activation[layer];
    float most = full_size(diagram, wish, column->shown);
    int gap = paint_px(out, 3.0f), w = paint_px(out, 9.0f);
    float pitch = (float)places->box.h / (float)column->shown;
    if (!has_arrows(&diagram->move, layer, diagram->net->shape.layers)) {
        return;
    }
    for (int i = 0; i < column->shown; i++) {
        SDL_Rect box = diagram_neuron_box(column, i, places);
        box.x += box.w + gap;
        box.w = w;
        if (column->thin) { /* there is no height for an arrow */
            box.w = (int)lroundf(fabsf(wish[i]) / most * (float)(w + gap));
            paint_fill(out, box, wish[i] > 0.0f ? out->theme->positive : out->theme->negative);
            continue;
        }
        int h = (int)lroundf(fminf(0.95f * pitch, 1.3f * (float)box.h));
        wish_arrow(out, row_middle(box, box.w, h), wish[i] / most);
    }
}
