/* The network from the picture that it sees to its outputs. */
#include "ui/diagram.h"

#include <math.h>
#include <stdio.h>

#include "ui/diagram_edges.h"
#include "ui/diagram_inputs.h"
#include "ui/diagram_wishes.h"

static bool is_selected(const Diagram *diagram, int layer, int neuron)
{
    return diagram->selected.layer == layer && diagram->selected.neuron == neuron;
}

/* The edges that end at `layer`, which is not the first one. Of a column with a large neuron only
 * its own leave. */
static void layer_edges_draw(Paint *out, Canvas *canvas, const Diagram *diagram, int layer,
                             const DiagramColumn *from, const DiagramColumn *to)
{
    int large = from->large;
    const DiagramNeuron *selected = &diagram->selected;
    bool some = selected->neuron >= 0;
    Edges edges = {.weight = diagram->net->weight[layer],
                   .activation = diagram->acts->activation[layer - 1],
                   .stride = diagram->net->stride[layer],
                   .from = from->shown,
                   .to = to->shown,
                   .only_from = large >= 0                             ? large
                                : some && selected->layer == layer - 1 ? selected->neuron
                                                                       : -1,
                   .only_to = some && selected->layer == layer ? selected->neuron : -1,
                   .from_x = large >= 0 ? from->large_x + from->large_radius : from->x + from->half,
                   .to_x = to->x - to->half,
                   .from_y = from->y,
                   .to_y = to->y,
                   .curved = large >= 0,
                   .pulse = diagram->pulse - (float)layer,
                   .all = diagram->all_edges || some};
    bool asked = diagram->awake && diagram->asked;
    if (!diagram->awake && large >= 0) {
        edges.from = 1;
        edges.from_y = &from->y[large];
    }
    if (!diagram->awake || (asked && !wishes_of_edges(diagram, layer, &edges))) {
        edges_draw_asleep(out, canvas, &edges);
    } else if (!some || edges.only_from >= 0 || edges.only_to >= 0) {
        edges.most = asked ? edges.most : edges_most(&edges, 1.0f);
        edges_draw(out, canvas, &edges);
    }
}

static void neuron_draw(Paint *out, Canvas *canvas, const DiagramColumn *column, int i, float lit,
                        SDL_Color line, float line_px)
{
    SDL_Color fill = theme_mix(out->theme->neuron_off, out->theme->neuron_on, lit);
    float x = diagram_x(column, i), y = column->y[i], radius = diagram_radius(column, i);
    if (column->thin && i != column->large) {
        SDL_Rect bar = {(int)lroundf(x - column->half), (int)lroundf(y - column->radius),
                        (int)lroundf(2.0f * column->half),
                        SDL_max((int)lroundf(2.0f * column->radius), 1)};
        canvas_fill(canvas, bar, theme_mix(out->theme->track, fill, 0.2f + 0.8f * lit));
        return;
    }
    canvas_disc(canvas, x, y, radius, line);
    canvas_disc(canvas, x, y, radius - line_px, fill);
}

/* How bright a neuron is. */
static float lit_of(const Diagram *diagram, int layer, int neuron)
{
    float activation = diagram->awake ? diagram->acts->activation[layer][neuron] : 0.0f;
    return diagram->lit ? diagram->lit[layer][neuron] : activation;
}

/* Likewise in its column: the large one, whose sum is on show, tells also without ink. */
static float lit_in(const Diagram *diagram, int layer, const DiagramColumn *column, int neuron)
{
    return neuron == column->large && !diagram->awake ? diagram->acts->activation[layer][neuron]
                                                      : lit_of(diagram, layer, neuron);
}

static void neurons_draw(Paint *out, Canvas *canvas, const Diagram *diagram, int layer,
                         const DiagramColumn *column)
{
    const Theme *theme = out->theme;
    bool output = layer == diagram->net->shape.layers - 1;
    for (int i = 0; i < column->shown; i++) {
        float lit = lit_in(diagram, layer, column, i);
        bool best = output && diagram->awake && i == diagram->best;
        bool marked = best || is_selected(diagram, layer, i) || i == column->large;
        neuron_draw(out, canvas, column, i, lit, marked ? theme->positive : theme->secondary,
                    fmaxf(out->scale, 1.0f) * (marked ? 2.0f : 1.0f));
    }
}

/* Activations from which on a digit in its neuron needs another colour to be read. */
static const float DIM = 0.15f, BRIGHT = 0.45f;

/* Type in the large neuron, and the radius that it needs. */
enum { LARGE_DIGIT = 22, DIGIT_LEAST = 20, LARGE_NUMBER = 17, LARGE_LEAST = 26, NUMBER_LEAST = 16 };

/* Type in an output, of its radius, where that makes more than the usual. */
static const float OUTPUT_DIGIT = 0.8f;

/* Each output carries its digit. */
static void digits_draw(Paint *out, const Diagram *diagram, const DiagramColumn *column,
                        const DiagramPlaces *places)
{
    const Theme *theme = out->theme;
    int layer = diagram->net->shape.layers - 1;
    bool roomy = column->large_radius >= DIGIT_LEAST * out->scale;
    int usual = SDL_max(PAINT_BODY, (int)(OUTPUT_DIGIT * column->radius / out->scale));
    for (int i = 0; i < NET_OUTPUTS; i++) {
        float lit = lit_in(diagram, layer, column, i);
        bool best = diagram->awake && i == diagram->best;
        SDL_Color off = lit > DIM || best ? theme->text : theme->secondary;
        paint_text(out, diagram_neuron_box(column, i, places), PAINT_CENTRE,
                   (char[]){(char)('0' + i), 0}, i == column->large && roomy ? LARGE_DIGIT : usual,
                   best || i == column->large ? TEXT_BOLD : TEXT_MEDIUM,
                   lit > BRIGHT ? theme->on_positive : off);
    }
}

/* In the large neuron its activation; an output has its digit, and the number at its bar. */
static void large_draw(Paint *out, const Diagram *diagram, const DiagramColumn *column,
                       const DiagramPlaces *places)
{
    const Theme *theme = out->theme;
    int layer = places->large.layer, neuron = places->large.neuron;
    char text[16];
    if (layer == diagram->net->shape.layers - 1 ||
        column->large_radius < NUMBER_LEAST * out->scale) { /* it has yet to grow */
        return;
    }
    snprintf(text, sizeof text, "%.2f", (double)diagram->acts->activation[layer][neuron]);
    paint_text(out, diagram_neuron_box(column, neuron, places), PAINT_CENTRE, text,
               column->large_radius < LARGE_LEAST * out->scale ? PAINT_BODY : LARGE_NUMBER,
               TEXT_BOLD,
               lit_in(diagram, layer, column, neuron) > BRIGHT ? theme->on_positive : theme->text);
}

/* From where the sum has come in to the large neuron. */
static void arrival_draw(Paint *out, Canvas *canvas, const Diagram *diagram,
                         const DiagramColumn *column, const DiagramPlaces *places)
{
    SDL_FPoint from = {0.0f, diagram->arrives_y};
    SDL_FPoint to = {column->large_x - column->large_radius, column->y[places->large.neuron]};
    edges_draw_curve(canvas, from, to, 1.5f * out->scale, out->theme->secondary);
}

/* A line of text over the picture, its middle at x. */
static void over_draw(Paint *out, const char *text, TextWeight weight, SDL_Color colour, int x,
                      SDL_Rect labels)
{
    int w = paint_px(out, 90.0f);
    paint_text(out, (SDL_Rect){x - w / 2, labels.y, w, labels.h}, PAINT_CENTRE, text, PAINT_LABEL,
               weight, colour);
}

static void label_draw(Paint *out, const char *name, int count, int shown, int x, SDL_Rect labels)
{
    char text[48];
    if (shown < count) {
        snprintf(text, sizeof text, "%d of %d", shown, count);
    } else if (*name) {
        snprintf(text, sizeof text, "%d %s%s", count, name, count == 1 ? "" : "s");
    } else {
        snprintf(text, sizeof text, "%d", count);
    }
    over_draw(out, text, TEXT_REGULAR, out->theme->secondary, x, labels);
}

/* In the place of their label, what the input that is pointed at is. */
static void number_draw(Paint *out, const Diagram *diagram, int x, SDL_Rect labels)
{
    char text[32];
    int input = diagram->selected.neuron;
    snprintf(text, sizeof text, "%d: %.2f", input, (double)diagram->input[input] / 255.0);
    over_draw(out, text, TEXT_MEDIUM, out->theme->text, x, labels);
}

/* Whether there is room over a column for what its neurons are called. */
static bool is_roomy(const Paint *out, const NetShape *shape, int layer,
                     const DiagramPlaces *places)
{
    bool at_end = layer == places->large.layer || layer == shape->layers - 1;
    bool roomy = places->labels.w >= paint_px(out, places->closeup ? 200.0f : 380.0f);
    return roomy && (!places->closeup || at_end);
}

static void labels_draw(Paint *out, const Diagram *diagram, const DiagramColumn *column,
                        const DiagramPlaces *places)
{
    const NetShape *shape = &diagram->net->shape;
    int x = places->inputs.x + places->inputs.w / 2;
    bool pointed = diagram->selected.layer == DIAGRAM_INPUTS && diagram->selected.neuron >= 0;
    if (places->labels.w == 0) {
        return;
    }
    if (pointed) {
        number_draw(out, diagram, x, places->labels);
    } else if (!places->closeup) {
        label_draw(out, is_roomy(out, shape, -1, places) ? "input" : "", NET_INPUTS, NET_INPUTS, x,
                   places->labels);
    }
    for (int layer = 0; layer < shape->layers; layer++) {
        const char *name = layer == shape->layers - 1 ? "output" : "neuron";
        if (column[layer].shown > 0) {
            label_draw(out, is_roomy(out, shape, layer, places) ? name : "", column[layer].neurons,
                       column[layer].shown, places->box.x + (int)lroundf(column[layer].x),
                       places->labels);
        }
    }
}

/* What comes in from the left: all inputs, or close up the sum. */
static void left_draw(Paint *out, Canvas *canvas, const Diagram *diagram,
                      const DiagramColumn *column, const DiagramPlaces *places)
{
    if (places->closeup) {
        arrival_draw(out, canvas, diagram, &column[places->large.layer], places);
        return;
    }
    inputs_draw_fan(out, canvas, diagram, places);
    inputs_draw_column(out, canvas, diagram, places);
    inputs_draw_edges(out, canvas, diagram, places, &column[0]);
}

/* The ends of the marked edge have a ring; an input has a frame. */
static void mark_draw(Paint *out, Canvas *canvas, const Diagram *diagram,
                      const DiagramColumn *column, const DiagramPlaces *places)
{
    const DiagramEdge *edge = &diagram->marked;
    const DiagramColumn *to = &column[edge->layer];
    SDL_Color colour = out->theme->text;
    if (!edge->shown || edge->to >= to->shown) {
        return;
    }
    float ring = 2.5f * out->scale, x = to->x, y = to->y[edge->to];
    if (edge->from >= 0 && edge->layer == 0) {
        SDL_Rect input = diagram_input_box(edge->from, places);
        canvas_line(canvas, (float)(input.x + input.w - places->box.x),
                    (float)(input.y - places->box.y) + 0.5f * (float)input.h, x, y, ring, colour);
        canvas_disc(canvas, (float)(input.x - places->box.x) + 0.5f * (float)input.w,
                    (float)(input.y - places->box.y) + 0.5f * (float)input.h, (float)input.w + ring,
                    colour);
    } else if (edge->from >= 0 && edge->from < to[-1].shown) {
        const DiagramColumn *before = to - 1;
        canvas_line(canvas, before->x, before->y[edge->from], x, y, ring, colour);
        canvas_disc(canvas, before->x, before->y[edge->from], before->radius + ring, colour);
    }
    canvas_disc(canvas, x, y, to->radius + ring, colour);
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
    left_draw(out, canvas, diagram, column, places);
    for (int layer = 1; layer < shape->layers; layer++) {
        layer_edges_draw(out, canvas, diagram, layer, &column[layer - 1], &column[layer]);
    }
    mark_draw(out, canvas, diagram, column, places);
    bool asked = diagram->awake && diagram->asked;
    for (int layer = 0; layer < shape->layers; layer++) {
        neurons_draw(out, canvas, diagram, layer, &column[layer]);
        if (asked) {
            wishes_draw_biases(out, canvas, diagram, layer, &column[layer]);
        }
    }
    canvas_show(canvas, out->renderer, places->box.x, places->box.y);
    for (int layer = 0; asked && layer < shape->layers; layer++) {
        wishes_draw_arrows(out, diagram, layer, &column[layer], places);
    }
    inputs_draw_weights(out, diagram, places);
    digits_draw(out, diagram, &column[shape->layers - 1], places);
    if (places->closeup) {
        large_draw(out, diagram, &column[places->large.layer], places);
    }
    labels_draw(out, diagram, column, places);
    if (diagram->selected.layer == DIAGRAM_INPUTS && diagram->selected.neuron >= 0) {
        paint_outline(out, diagram_input_box(diagram->selected.neuron, places), 1.0f,
                      out->theme->positive);
    }
}
