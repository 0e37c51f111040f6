/* One neuron: the rows to choose it from, and the sum that it is. */
#include "ui/neuron.h"

#include <math.h>
#include <stdio.h>

#include "ui/hint.h"
#include "ui/row.h"

/* Columns of the sum, in design pixels. */
enum { NAME_W = 64, NUMBER_W = 50, GAP = 8, BAR_H = 9 };

int neuron_rows(const NeuronSum *sum)
{
    return sum->terms + NEURON_ROWS;
}

void neuron_print_from(bool pixel, int from, char *text, size_t room)
{
    if (from == NEURON_BIAS_MARK) {
        snprintf(text, room, "bias");
    } else if (pixel) {
        snprintf(text, room, "%d, %d", from % CANVAS_SIDE, from / CANVAS_SIDE);
    } else {
        snprintf(text, room, "neuron %d", from);
    }
}

static void layer_draw(Paint *out, const NeuronPlaces *places, const NetShape *shape,
                       const float *activation, int layer)
{
    const Theme *theme = out->theme;
    char name[16];
    SDL_Rect label = places->picker[layer];
    label.x -= places->name_w;
    label.w = places->name_w;
    snprintf(name, sizeof name, layer == shape->layers - 1 ? "Outputs" : "Layer %d", layer + 1);
    paint_text(out, label, PAINT_LEFT, name, PAINT_LABEL, TEXT_REGULAR, theme->secondary);
    for (int i = 0; i < shape->size[layer + 1]; i++) {
        SDL_Rect cell = neuron_cell(places, shape, layer, i);
        SDL_Color lit = theme_mix(theme->neuron_off, theme->neuron_on, activation[i]);
        if (cell.w > paint_px(out, 4.0f)) {
            cell.w -= paint_px(out, 2.0f);
            paint_fill(out, cell, theme->secondary);
            cell = row_inset(cell, 1, 1);
        }
        paint_fill(out, cell, lit);
    }
}

void neuron_picker_draw(Paint *out, const NeuronPlaces *places, const NetShape *shape,
                        const NetActs *acts, int layer, int neuron)
{
    for (int l = 0; l < shape->layers; l++) {
        layer_draw(out, places, shape, acts->activation[l], l);
    }
    SDL_Rect chosen = neuron_cell(places, shape, layer, neuron);
    if (chosen.w > paint_px(out, 4.0f)) {
        chosen.w -= paint_px(out, 2.0f);
    }
    paint_outline(out, chosen, 1.5f, out->theme->positive);
}

void neuron_sum_fit(NeuronSum *shown, const NeuronPlaces *places)
{
    shown->terms = SDL_min(shown->sum->terms, places->terms);
    shown->others = shown->sum->others;
    shown->rest = shown->sum->rest;
    for (int i = shown->terms; i < shown->sum->terms; i++) {
        shown->rest += (double)shown->sum->term[i].product;
        shown->others++;
    }
}

/* One row: what it is, its numbers, and a bar from the middle of the place that is left. */
typedef struct SumLine {
    const char *name;
    const LookTerm *term; /* weight and activation; NULL for none */
    double value;
    double full; /* of the bar; 0 for no bar */
    bool strong;
} SumLine;

/* Cuts the column of that width off the left of the row. */
static SDL_Rect column(Paint *out, SDL_Rect *row, float w)
{
    return row_left(row, paint_px(out, w), 0);
}

static void number_draw(Paint *out, SDL_Rect box, double value, bool sign, SDL_Color colour)
{
    HintNumber number = sign ? hint_fixed_signed(value, 3) : hint_fixed(value, 3);
    paint_text(out, box, PAINT_RIGHT, number.text, PAINT_LABEL, TEXT_REGULAR, colour);
}

static void bar_draw(Paint *out, SDL_Rect box, double share)
{
    const Theme *theme = out->theme;
    row_left(&box, paint_px(out, GAP), 0);
    SDL_Rect track = row_middle(box, box.w, paint_px(out, BAR_H));
    int middle = track.x + track.w / 2;
    int w = (int)lround(fmin(fabs(share), 1.0) * track.w / 2.0);
    paint_fill(out, (SDL_Rect){middle, box.y, 1, box.h}, theme->hairline);
    paint_fill(out, (SDL_Rect){share < 0.0 ? middle - w : middle, track.y, w, track.h},
               share < 0.0 ? theme->negative : theme->positive);
}

static void line_draw(Paint *out, const NeuronPlaces *places, const SumLine *line, SDL_Rect row)
{
    const Theme *theme = out->theme;
    SDL_Color faint = theme->secondary;
    SDL_Rect name = column(out, &row, NAME_W);
    if (!line->term && places->wide) { /* the columns of the numbers are free */
        name.w += paint_px(out, 2 * NUMBER_W);
    }
    paint_text(out, name, PAINT_LEFT, line->name, PAINT_LABEL,
               line->strong ? TEXT_MEDIUM : TEXT_REGULAR, line->strong ? theme->text : faint);
    if (places->wide) {
        SDL_Rect weight = column(out, &row, NUMBER_W), activation = column(out, &row, NUMBER_W);
        if (line->term) {
            number_draw(out, weight, (double)line->term->weight, true, faint);
            number_draw(out, activation, (double)line->term->activation, false, faint);
        }
    }
    number_draw(out, column(out, &row, NUMBER_W), line->value, !line->strong, theme->text);
    if (line->full > 0.0) {
        bar_draw(out, row, line->value / line->full);
    }
}

static void head_draw(Paint *out, const NeuronPlaces *places, bool of_pixels)
{
    SDL_Rect row = places->head;
    SDL_Color faint = out->theme->secondary;
    paint_text(out, column(out, &row, NAME_W), PAINT_LEFT, of_pixels ? "pixel" : "from", PAINT_AXIS,
               TEXT_REGULAR, faint);
    if (places->wide) {
        paint_text(out, column(out, &row, NUMBER_W), PAINT_RIGHT, "w", PAINT_AXIS, TEXT_REGULAR,
                   faint);
        paint_text(out, column(out, &row, NUMBER_W), PAINT_RIGHT, "a", PAINT_AXIS, TEXT_REGULAR,
                   faint);
    }
    paint_text(out, column(out, &row, NUMBER_W), PAINT_RIGHT, "w a", PAINT_AXIS, TEXT_REGULAR,
               faint);
}

static void fixed_draw(Paint *out, const NeuronPlaces *places, const NeuronSum *shown)
{
    const LookSum *sum = shown->sum;
    char others[40];
    snprintf(others, sizeof others, places->wide ? "%d others" : "%d more", shown->others);
    SumLine line[NEURON_ROWS] = {
        [NEURON_REST] = {others, NULL, shown->rest, 0.0, false},
        [NEURON_BIAS] = {"bias b", NULL, sum->bias, 0.0, false},
        [NEURON_Z] = {places->wide ? "z, the sum" : "sum z", NULL, sum->z, 0.0, true},
        [NEURON_A] = {places->wide ? "a = sigmoid(z)" : "a", NULL, sum->activation, 0.0, true},
    };
    for (int i = 0; i < NEURON_ROWS; i++) {
        line_draw(out, places, &line[i], neuron_row(places, shown->terms + i));
    }
    SDL_Rect z = neuron_row(places, shown->terms + NEURON_Z);
    paint_fill(out, (SDL_Rect){z.x, z.y, z.w, 1}, out->theme->hairline);
    SDL_Rect bias = neuron_row(places, shown->terms + NEURON_BIAS);
    if (shown->mark == NEURON_BIAS_MARK) {
        paint_outline(out, bias, 0.0f, out->theme->text);
    }
}

void neuron_sum_draw(Paint *out, const NeuronPlaces *places, const NeuronSum *shown)
{
    /* The bars compare the terms with the largest of them. */
    double full = shown->terms > 0 ? fabs((double)shown->sum->term[0].product) : 0.0;
    head_draw(out, places, shown->of_pixels);
    for (int i = 0; i < shown->terms; i++) {
        const LookTerm *term = &shown->sum->term[i];
        char name[24];
        neuron_print_from(shown->of_pixels, term->from, name, sizeof name);
        SumLine line = {name, term, (double)term->product, full, false};
        line_draw(out, places, &line, neuron_row(places, i));
        if (term->from == shown->mark) {
            paint_outline(out, neuron_row(places, i), 0.0f, out->theme->text);
        }
    }
    fixed_draw(out, places, shown);
}
