/* The left of the picture of the network. */
#include "ui/diagram_inputs.h"

#include <math.h>

#include "ui/diagram_edges.h"
#include "ui/diagram_wishes.h"
#include "ui/row.h"
#include "ui/tiles.h"
#include "ui/wish.h"

enum { HALF_INK = 128, SIDE = CANVAS_SIDE };

/* The ink of a row of the picture, 0..28. */
static float ink_of(const Diagram *diagram, int row)
{
    float sum = 0.0f;
    for (int i = 0; i < SIDE; i++) {
        sum += (float)diagram->input[row * SIDE + i] / 255.0f;
    }
    return sum;
}

/* From a box of the window to the canvas. */
static SDL_Rect on_canvas(SDL_Rect box, const DiagramPlaces *places)
{
    box.x -= places->box.x;
    box.y -= places->box.y;
    return box;
}

void inputs_draw_fan(Paint *out, Canvas *canvas, const Diagram *diagram,
                     const DiagramPlaces *places)
{
    float gap = 3.0f * out->scale, most = 1.0f, ink[SIDE];
    for (int row = 0; row < SIDE; row++) {
        ink[row] = ink_of(diagram, row);
        most = fmaxf(most, ink[row]);
    }
    for (int row = 0; row < SIDE && places->picture.w > 0; row++) {
        SDL_Rect from = on_canvas(row_down(places->picture, SIDE, row), places),
                 to = on_canvas(row_down(places->inputs, SIDE, row), places);
        float share = diagram->awake ? ink[row] / most : 0.0f;
        SDL_Color colour =
            theme_fade(theme_mix(out->theme->track, out->theme->secondary, 0.45f * share),
                       0.22f + 0.78f * share);
        canvas_ribbon(canvas, gap, (float)to.x - gap, (float[]){(float)from.y, (float)to.y},
                      (float[]){(float)(from.y + from.h), (float)(to.y + to.h)}, colour);
    }
}

void inputs_draw_column(Paint *out, Canvas *canvas, const Diagram *diagram,
                        const DiagramPlaces *places)
{
    const Theme *theme = out->theme;
    int gap = places->inputs.w >= 3 * DIAGRAM_LINE_CELLS ? SDL_max(1, (int)lroundf(out->scale)) : 0;
    for (int i = 0; i < NET_INPUTS && places->inputs.w > 0; i++) {
        SDL_Rect cell = on_canvas(diagram_input_box(i, places), places);
        float lit = diagram->awake ? (float)diagram->input[i] / 255.0f : 0.0f;
        cell.w -= gap;
        cell.h -= gap;
        canvas_fill(canvas, cell, theme_mix(theme->track, theme->neuron_on, lit));
    }
}

/* What an edge of one input carries at full strength, at least: one of 784 carries little. */
static const float LEAST_OF_ONE = 0.1f;

/* The edges of one input, which begin at its cell. */
static void edges_of_input(Paint *out, Canvas *canvas, const Diagram *diagram, Edges *edges,
                           const DiagramPlaces *places)
{
    int input = diagram->selected.neuron;
    if (diagram->input[input] == 0) {
        return; /* it sends nothing */
    }
    SDL_Rect cell = on_canvas(diagram_input_box(input, places), places);
    float y = (float)cell.y + 0.5f * (float)cell.h, level = (float)diagram->input[input] / 255.0f;
    edges->weight = diagram->net->weight[0] + (ptrdiff_t)input * diagram->net->stride[0];
    edges->activation = &level;
    edges->from = 1;
    edges->from_x = (float)(cell.x + cell.w);
    edges->from_y = &y;
    edges->most = edges_most(edges, LEAST_OF_ONE);
    if (diagram->asked && !wishes_of_edges(diagram, 0, edges)) {
        return;
    }
    edges_draw(out, canvas, edges);
}

/* Of each row of the picture the sum of weight times input. */
static void edges_of_rows(Paint *out, Canvas *canvas, const Diagram *diagram, Edges *edges)
{
    float sum[SIDE * NET_MAX_WIDTH] = {0};
    for (int i = 0; i < NET_INPUTS; i++) {
        const float *weight = diagram->net->weight[0] + (ptrdiff_t)i * diagram->net->stride[0];
        float level = (float)diagram->input[i] / 255.0f;
        for (int j = 0; j < edges->to && level > 0.0f; j++) {
            sum[i / SIDE * NET_MAX_WIDTH + j] += weight[j] * level;
        }
    }
    edges->weight = sum;
    edges->most = edges_most(edges, 1.0f);
    edges_draw(out, canvas, edges);
}

/* Of each row of the picture what all its weights together are asked. */
static void edges_of_rows_asked(Paint *out, Canvas *canvas, const Diagram *diagram, Edges *edges)
{
    float ink[SIDE];
    for (int row = 0; row < SIDE; row++) {
        ink[row] = ink_of(diagram, row);
    }
    edges->activation = ink;
    if (wishes_of_edges(diagram, 0, edges)) {
        edges_draw(out, canvas, edges);
    }
}

void inputs_draw_edges(Paint *out, Canvas *canvas, const Diagram *diagram,
                       const DiagramPlaces *places, const DiagramColumn *to)
{
    const DiagramNeuron *selected = &diagram->selected;
    bool some = selected->neuron >= 0;
    SDL_Rect column = on_canvas(places->inputs, places);
    Edges edges = {.stride = NET_MAX_WIDTH,
                   .from = SIDE,
                   .to = to->shown,
                   .only_from = -1,
                   .only_to = some && selected->layer == 0 ? selected->neuron : -1,
                   .from_x = (float)(column.x + column.w) + 2.0f * out->scale,
                   .to_x = to->x - to->half,
                   .to_y = to->y,
                   .curved = true,
                   .pulse = diagram->pulse,
                   .all = some};
    if (!diagram->awake || (some && selected->layer > 0)) {
        return;
    }
    if (some && selected->layer == DIAGRAM_INPUTS) {
        edges_of_input(out, canvas, diagram, &edges, places);
        return;
    }
    float y[SIDE];
    for (int row = 0; row < SIDE; row++) {
        y[row] = (float)column.y + ((float)row + 0.5f) * (float)column.h / SIDE;
    }
    edges.from_y = y;
    if (diagram->asked) {
        edges_of_rows_asked(out, canvas, diagram, &edges);
    } else {
        edges_of_rows(out, canvas, diagram, &edges);
    }
}

/* A hairline where ink meets paper, at the left and upper edges of the cells. */
static void ink_edge_draw(Paint *out, const Uint8 *input, SDL_Rect picture)
{
    for (int i = 0; i < NET_INPUTS; i++) {
        bool ink = input[i] >= HALF_INK;
        SDL_Rect cell = row_cell(picture, SIDE, i), left = cell;
        if (i % SIDE > 0 && ink != (input[i - 1] >= HALF_INK)) {
            paint_fill(out, row_left(&left, 1, 0), out->theme->text);
        }
        if (i >= SIDE && ink != (input[i - SIDE] >= HALF_INK)) {
            paint_fill(out, row_top(&cell, 1, 0), out->theme->text);
        }
    }
}

void inputs_draw_weights(Paint *out, const Diagram *diagram, const DiagramPlaces *places)
{
    const DiagramNeuron *of = &diagram->selected;
    Tiles tiles;
    if (of->layer != 0 || of->neuron < 0 || places->picture.w == 0 ||
        !tiles_begin(&tiles, out, 1, 1)) {
        return;
    }
    float weight[NET_INPUTS];
    for (int i = 0; i < NET_INPUTS; i++) {
        weight[i] = diagram->asked
                        ? (float)diagram->input[i] / 255.0f * diagram->asked->delta[0][of->neuron]
                        : diagram->net->weight[0][i * diagram->net->stride[0] + of->neuron];
    }
    tiles_put(&tiles, 0, 0, weight, wish_largest(weight, 1, NET_INPUTS));
    if (tiles_upload(&tiles)) {
        tiles_show(&tiles, 0, 0, places->picture);
        ink_edge_draw(out, diagram->input, places->picture);
    }
}
