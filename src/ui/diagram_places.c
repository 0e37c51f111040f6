/* Where inputs and neurons stand in the picture of the network. */
#include "ui/diagram_places.h"

#include <math.h>

#include "ui/chart.h"
#include "ui/row.h"

enum { PITCH_LEAST = 9, THIN_LEAST_PX = 2, THIN_HALF = 7, RADIUS = 11, OUTPUT_RADIUS = 15 };

/* The first layer stands so far right of the inputs, as a share of the way to the outputs. */
static const float FIRST = 0.31f;

static float radius_of(const Paint *paint, bool output, float pitch)
{
    float usual = (output ? OUTPUT_RADIUS : RADIUS) * paint->scale;
    return fminf(fmaxf(usual, 0.26f * pitch), 0.42f * pitch);
}

/* Close up, design pixels. */
enum { LARGE_RADIUS = 30, DOT_RADIUS = 5, DOT_PITCH = 17, DOT_GAP = 19, DOT_LEAST = 7 };

/* How large the large one is, and how far right of the box's edge it begins, as shares of its
 * width. */
static const float LARGE = 0.14f, LARGE_LEFT = 0.2f;

static float large_radius_of(const Paint *paint, const SDL_Rect *box)
{
    return fminf(LARGE_RADIUS * paint->scale, LARGE * (float)box->w);
}

/* The siblings of the large neuron stand over it and under it, small. */
static void place_siblings(DiagramColumn *column, const Paint *paint, const DiagramPlaces *places)
{
    float middle = 0.5f * (float)places->box.h,
          first = column->large_radius + DOT_GAP * paint->scale;
    int large = column->large, most = SDL_max(large, column->neurons - 1 - large);
    float room = middle - first - DOT_RADIUS * paint->scale;
    float pitch = fminf(DOT_PITCH * paint->scale, room / (float)SDL_max(most - 1, 1));
    column->shown = column->neurons;
    column->thin = pitch < DOT_LEAST * paint->scale;
    column->radius = column->thin ? fmaxf(0.5f * (pitch - 1.0f), 0.5f)
                                  : fminf(DOT_RADIUS * paint->scale, 0.42f * pitch);
    column->half = column->thin ? THIN_HALF * paint->scale : column->radius;
    for (int i = 0; i < column->neurons; i++) {
        int away = SDL_abs(i - large) - 1;
        float far = away < 0 ? 0.0f : first + pitch * (float)away;
        column->y[i] = i < large ? middle - far : middle + far;
    }
}

/* All neurons alike, from the top of the box to its bottom. */
static void place_alike(DiagramColumn *column, const Paint *paint, bool output, const SDL_Rect *box)
{
    int room = output ? NET_OUTPUTS : SDL_max(box->h / THIN_LEAST_PX, 1);
    column->shown = SDL_min(column->neurons, room);
    float pitch = (float)box->h / (float)column->shown;
    column->thin = !output && pitch < PITCH_LEAST * paint->scale;
    column->radius =
        column->thin ? fmaxf(0.5f * (pitch - 1.0f), 0.5f) : radius_of(paint, output, pitch);
    column->half = column->thin ? THIN_HALF * paint->scale : column->radius;
    for (int i = 0; i < column->shown; i++) {
        column->y[i] = output ? (float)(chart_row_y(*box, i) - box->y) : pitch * ((float)i + 0.5f);
    }
}

/* On its way the column is between that of neurons that are all alike and its own. */
static void step_aside(DiagramColumn *column, const Paint *paint, const DiagramPlaces *places)
{
    DiagramColumn alike = *column;
    float left = places->aside_left;
    if (left <= 0.0f) {
        return;
    }
    place_alike(&alike, paint, false, &places->box);
    for (int i = 0; i < alike.shown; i++) {
        column->y[i] += left * (alike.y[i] - column->y[i]);
    }
    column->large_radius += left * (alike.radius - column->large_radius);
}

/* Columns share the width from that of layer `begin`, which is at `first`, to the outputs. */
static float column_x(const NetShape *shape, int layer, int begin, float first, float last)
{
    int steps = shape->layers - 1 - begin;
    return steps > 0 ? first + (last - first) * (float)(layer - begin) / (float)steps : last;
}

void diagram_place(DiagramColumn *column, const Paint *paint, const NetShape *shape, int layer,
                   const DiagramPlaces *places)
{
    const SDL_Rect *box = &places->box;
    const DiagramNeuron *large = &places->large;
    bool output = layer == shape->layers - 1;
    float left = (float)(places->layers.x - box->x);
    float widest = radius_of(paint, true, (float)box->h / NET_OUTPUTS);
    float last = left + (float)places->layers.w - ceilf(widest);
    float first = left + FIRST * (last - left);
    column->neurons = shape->size[layer + 1];
    column->shown = 0;
    column->large = places->closeup && layer == large->layer ? large->neuron : -1;
    column->large_radius = large_radius_of(paint, box);
    if (places->closeup) {
        first = left + LARGE_LEFT * (float)box->w + column->large_radius;
    }
    column->x = column->large_x =
        column_x(shape, layer, places->closeup ? large->layer : 0, first, last);
    if (places->closeup && layer < large->layer) {
        return;
    }
    if (column->large >= 0 && !output) {
        place_siblings(column, paint, places);
        step_aside(column, paint, places);
    } else {
        place_alike(column, paint, output, box);
        column->large_radius = fminf(column->large_radius, 0.46f * (float)box->h / NET_OUTPUTS);
        column->large_x =
            column->x + column->half - column->large_radius; /* the bars begin there */
    }
}

float diagram_radius(const DiagramColumn *column, int neuron)
{
    return neuron == column->large ? column->large_radius : column->radius;
}

float diagram_x(const DiagramColumn *column, int neuron)
{
    return neuron == column->large ? column->large_x : column->x;
}

SDL_Rect diagram_neuron_box(const DiagramColumn *column, int neuron, const DiagramPlaces *places)
{
    float radius = diagram_radius(column, neuron);
    int w = (int)ceilf(neuron == column->large ? radius : column->half), h = (int)ceilf(radius);
    return (SDL_Rect){places->box.x + (int)diagram_x(column, neuron) - w,
                      places->box.y + (int)column->y[neuron] - h, 2 * w + 1, 2 * h + 1};
}

SDL_Rect diagram_input_box(int input, const DiagramPlaces *places)
{
    SDL_Rect line = row_down(places->inputs, DIAGRAM_LINES, input / DIAGRAM_LINE_CELLS);
    return row_across(line, DIAGRAM_LINE_CELLS, input % DIAGRAM_LINE_CELLS);
}

static int input_at(const DiagramPlaces *places, SDL_Point at)
{
    const SDL_Rect *column = &places->inputs, *picture = &places->picture;
    if (SDL_PointInRect(&at, column)) {
        return (at.y - column->y) * DIAGRAM_LINES / column->h * DIAGRAM_LINE_CELLS +
               (at.x - column->x) * DIAGRAM_LINE_CELLS / column->w;
    }
    return SDL_PointInRect(&at, picture) ? row_cell_at(*picture, CANVAS_SIDE, at) : -1;
}

DiagramNeuron diagram_neuron_at(const Paint *paint, const NetShape *shape,
                                const DiagramPlaces *places, int x, int y)
{
    SDL_Point at = {x, y};
    for (int layer = 0; layer < shape->layers; layer++) {
        DiagramColumn column;
        diagram_place(&column, paint, shape, layer, places);
        for (int i = 0; i < column.shown; i++) {
            SDL_Rect neuron = diagram_neuron_box(&column, i, places);
            if (SDL_PointInRect(&at, &neuron)) {
                return (DiagramNeuron){layer, i};
            }
        }
    }
    return (DiagramNeuron){DIAGRAM_INPUTS, input_at(places, at)};
}
