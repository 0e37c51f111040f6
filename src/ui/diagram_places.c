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

void diagram_place(DiagramColumn *column, const Paint *paint, const NetShape *shape, int layer,
                   const DiagramPlaces *places)
{
    const SDL_Rect *box = &places->box;
    bool output = layer == shape->layers - 1;
    column->neurons = shape->size[layer + 1];
    int room = output ? NET_OUTPUTS : SDL_max(box->h / THIN_LEAST_PX, 1);
    column->shown = SDL_min(column->neurons, room);
    float pitch = (float)box->h / (float)column->shown;
    column->thin = !output && pitch < PITCH_LEAST * paint->scale;
    column->radius =
        column->thin ? fmaxf(0.5f * (pitch - 1.0f), 0.5f) : radius_of(paint, output, pitch);
    column->half = column->thin ? THIN_HALF * paint->scale : column->radius;
    float left = (float)(places->inputs.x + places->inputs.w - box->x);
    float last = (float)box->w - OUTPUT_RADIUS * paint->scale;
    float first = left + FIRST * (last - left);
    column->x = output ? last : first + (last - first) * (float)layer / (float)(shape->layers - 1);
    for (int i = 0; i < column->shown; i++) {
        column->y[i] = output ? (float)(chart_row_y(*box, i) - box->y) : pitch * ((float)i + 0.5f);
    }
}

SDL_Rect diagram_neuron_box(const DiagramColumn *column, int neuron, const DiagramPlaces *places)
{
    int w = (int)ceilf(column->half), h = (int)ceilf(column->radius);
    return (SDL_Rect){places->box.x + (int)column->x - w,
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
