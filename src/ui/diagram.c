/* The network from the picture that it sees to its outputs. */
#include "ui/diagram.h"

#include <math.h>
#include <stdio.h>

#include "ui/diagram_edges.h"
#include "ui/diagram_inputs.h"

static bool is_selected(const Diagram *diagram, int layer, int neuron)
{
    return diagram->selected.layer == layer && diagram->selected.neuron == neuron;
}

/* The edges that end at `layer`, which is not the first one. */
static void layer_edges_draw(Paint *out, Canvas *canvas, const Diagram *diagram, int layer,
                             const DiagramColumn *from, const DiagramColumn *to)
{
    const DiagramNeuron *selected = &diagram->selected;
    bool some = selected->neuron >= 0;
    Edges edges = {.weight = diagram->net->weight[layer],
                   .activation = diagram->acts->activation[layer - 1],
                   .stride = diagram->net->stride[layer],
                   .from = from->shown,
                   .to = to->shown,
                   .only_from = some && selected->layer == layer - 1 ? selected->neuron : -1,
                   .only_to = some && selected->layer == layer ? selected->neuron : -1,
                   .from_x = from->x + from->half,
                   .to_x = to->x - to->half,
                   .from_y = from->y,
                   .to_y = to->y,
                   .all = diagram->all_edges || some};
    if (!diagram->awake) {
        edges_draw_asleep(out, canvas, &edges);
    } else if (!some || edges.only_from >= 0 || edges.only_to >= 0) {
        edges.most = edges_most(&edges);
        edges_draw(out, canvas, &edges);
    }
}

static void neuron_draw(Paint *out, Canvas *canvas, const DiagramColumn *column, int i, float lit,
                        SDL_Color line, float line_px)
{
    SDL_Color fill = theme_mix(out->theme->neuron_off, out->theme->neuron_on, lit);
    float x = column->x, y = column->y[i];
    if (column->thin) {
        SDL_Rect bar = {(int)lroundf(x - column->half), (int)lroundf(y - column->radius),
                        (int)lroundf(2.0f * column->half),
                        SDL_max((int)lroundf(2.0f * column->radius), 1)};
        canvas_fill(canvas, bar, theme_mix(out->theme->track, fill, 0.2f + 0.8f * lit));
        return;
    }
    canvas_disc(canvas, x, y, column->radius, line);
    canvas_disc(canvas, x, y, column->radius - line_px, fill);
}

static void neurons_draw(Paint *out, Canvas *canvas, const Diagram *diagram, int layer,
                         const DiagramColumn *column)
{
    const Theme *theme = out->theme;
    bool output = layer == diagram->net->shape.layers - 1;
    for (int i = 0; i < column->shown; i++) {
        float lit = diagram->awake ? diagram->acts->activation[layer][i] : 0.0f;
        bool best = output && diagram->awake && i == diagram->best;
        bool marked = best || is_selected(diagram, layer, i);
        neuron_draw(out, canvas, column, i, lit, marked ? theme->positive : theme->secondary,
                    fmaxf(out->scale, 1.0f) * (marked ? 2.0f : 1.0f));
    }
}

/* Activations from which on a digit in its neuron needs another colour to be read. */
static const float DIM = 0.15f, BRIGHT = 0.45f;

/* Each output carries its digit. */
static void digits_draw(Paint *out, const Diagram *diagram, const DiagramColumn *column,
                        const DiagramPlaces *places)
{
    const Theme *theme = out->theme;
    int layer = diagram->net->shape.layers - 1;
    for (int i = 0; i < NET_OUTPUTS; i++) {
        float lit = diagram->awake ? diagram->acts->activation[layer][i] : 0.0f;
        bool best = diagram->awake && i == diagram->best;
        SDL_Color off = lit > DIM || best ? theme->text : theme->secondary;
        paint_text(out, diagram_neuron_box(column, i, places), PAINT_CENTRE,
                   (char[]){(char)('0' + i), 0}, PAINT_BODY, best ? TEXT_BOLD : TEXT_MEDIUM,
                   lit > BRIGHT ? theme->on_positive : off);
    }
}

static void label_draw(Paint *out, const char *name, int count, int shown, int x, SDL_Rect labels)
{
    char text[48];
    bool roomy = labels.w >= paint_px(out, 380.0f);
    if (shown < count) {
        snprintf(text, sizeof text, "%d of %d", shown, count);
    } else if (roomy) {
        snprintf(text, sizeof text, "%d %s%s", count, name, count == 1 ? "" : "s");
    } else {
        snprintf(text, sizeof text, "%d", count);
    }
    int w = paint_px(out, 90.0f);
    paint_text(out, (SDL_Rect){x - w / 2, labels.y, w, labels.h}, PAINT_CENTRE, text, PAINT_LABEL,
               TEXT_REGULAR, out->theme->secondary);
}

static void labels_draw(Paint *out, const Diagram *diagram, const DiagramColumn *column,
                        const DiagramPlaces *places)
{
    const NetShape *shape = &diagram->net->shape;
    label_draw(out, "input", NET_INPUTS, NET_INPUTS, places->inputs.x + places->inputs.w / 2,
               places->labels);
    for (int layer = 0; layer < shape->layers; layer++) {
        label_draw(out, layer == shape->layers - 1 ? "output" : "neuron", column[layer].neurons,
                   column[layer].shown, places->box.x + (int)lroundf(column[layer].x),
                   places->labels);
    }
}

void diagram_draw(Paint *out, const Diagram *diagram, const DiagramPlaces *places)
{
    const NetShape *shape = &diagram->net->shape;
    Canvas *canvas = &out->canvas[PAINT_DIAGRAM];
    DiagramColumn column[NET_MAX_LAYERS];
    if (!canvas_begin(canvas, places->box.w, places->box.h, out->theme->window)) {
        return;
    }
    for (int layer = 0; layer < shape->layers; layer++) {
        diagram_place(&column[layer], out, shape, layer, places);
    }
    inputs_draw_fan(out, canvas, diagram, places);
    inputs_draw_column(out, canvas, diagram, places);
    inputs_draw_edges(out, canvas, diagram, places, &column[0]);
    for (int layer = 1; layer < shape->layers; layer++) {
        layer_edges_draw(out, canvas, diagram, layer, &column[layer - 1], &column[layer]);
    }
    for (int layer = 0; layer < shape->layers; layer++) {
        neurons_draw(out, canvas, diagram, layer, &column[layer]);
    }
    canvas_show(canvas, out->renderer, places->box.x, places->box.y);
    inputs_draw_weights(out, diagram, places);
    digits_draw(out, diagram, &column[shape->layers - 1], places);
    labels_draw(out, diagram, column, places);
    if (diagram->selected.layer == DIAGRAM_INPUTS && diagram->selected.neuron >= 0) {
        paint_outline(out, diagram_input_box(diagram->selected.neuron, places), 1.0f,
                      out->theme->positive);
    }
}
