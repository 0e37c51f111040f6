/* What one drawing asks of the network, layer by layer. */
#include "ui/backprop.h"

#include <math.h>
#include <stdio.h>

#include "ui/hint.h"
#include "ui/row.h"
#include "ui/wish.h"

enum { TEXT_ROOM = 128 };

Name backprop_from(int layer, int from)
{
    Name name = name_pixel(from);
    if (layer > 0) {
        snprintf(name.text, sizeof name.text, "neuron %d", from);
    }
    return name;
}

float backprop_input(const Nudge *nudge, const Uint8 *level, int layer, int from)
{
    return layer == 0 ? (float)level[from] / 255.0f : nudge->acts.activation[layer - 1][from];
}

static void label_draw(Paint *out, SDL_Rect box, PaintAlign align, const char *text)
{
    paint_text(out, box, align, text, PAINT_LABEL, TEXT_REGULAR, out->theme->secondary);
}

static void number_draw(Paint *out, SDL_Rect box, double value, TextWeight weight)
{
    char text[WISH_TEXT];
    wish_print(value, text);
    paint_text(out, box, PAINT_RIGHT, text, PAINT_LABEL, weight, out->theme->text);
}

void backprop_cost_draw(Paint *out, const BackpropPlaces *places, const char *name, double cost,
                        const BackpropStep *step)
{
    char text[TEXT_ROOM], number[WISH_TEXT], before[WISH_TEXT];
    wish_print(cost, number);
    SDL_Rect box = places->cost;
    label_draw(out, box, PAINT_LEFT, name);
    row_left(&box, paint_text_width(out, name, PAINT_LABEL, TEXT_REGULAR), paint_px(out, 8.0f));
    if (!places->narrow || !step->shown) { /* else it is the end of the step */
        paint_text(out, box, PAINT_LEFT, number, PAINT_BODY, TEXT_BOLD, out->theme->text);
    }
    if (step->shown) {
        wish_print(step->cost_before, before);
        wish_print(step->cost, number);
        snprintf(text, sizeof text, places->narrow ? "%s → %s" : "the step: %s → %s", before,
                 number);
        bool better = step->cost <= step->cost_before;
        paint_text(out, places->cost, PAINT_RIGHT, text, PAINT_LABEL, TEXT_MEDIUM,
                   better ? out->theme->positive : out->theme->negative);
    }
}

/* The columns of the outputs' table, from left to right. */
typedef enum OutputColumn {
    COLUMN_DIGIT,
    COLUMN_BAR,
    COLUMN_A,
    COLUMN_Y,
    COLUMN_WISH,
    COLUMN_BY_A
} OutputColumn;

static SDL_Rect output_column(const Paint *out, const BackpropPlaces *places, SDL_Rect row,
                              OutputColumn column)
{
    static const int WIDE[] = {18, 0, 42, 24, 44, 56}, NARROW[] = {16, 0, 0, 0, 36, 46};
    const int *design = places->narrow ? NARROW : WIDE;
    int w[6], bar_w = row.w;
    for (int i = 0; i < 6; i++) {
        w[i] = design[i] > 0 ? paint_px(out, (float)design[i]) : 0;
        bar_w -= w[i];
    }
    w[COLUMN_BAR] = SDL_max(bar_w, 0);
    for (int i = 0; i < (int)column; i++) {
        row_left(&row, w[i], 0);
    }
    return row_left(&row, w[column], 0);
}

/* The activation as a bar; after a step the one before it stands over it. */
static void activation_draw(Paint *out, SDL_Rect box, float now, const float *before, bool wanted)
{
    const Theme *theme = out->theme;
    int h = SDL_min(paint_px(out, 12.0f), box.h - 2);
    SDL_Rect track = row_middle(box, box.w, h), bar = track;
    paint_fill(out, track, theme->track);
    if (before) {
        bar.h = h / 2;
        bar.w = (int)lroundf(*before * (float)track.w);
        paint_fill(out, bar, theme_mix(theme->track, theme->bar, 0.5f));
        bar.y += bar.h;
        bar.h = h - bar.h;
    }
    bar.w = (int)lroundf(now * (float)track.w);
    paint_fill(out, bar, wanted ? theme->positive : theme->bar);
}

static void output_draw(Paint *out, const BackpropPlaces *places, const Backprop *page, int digit,
                        float furthest)
{
    const Theme *theme = out->theme;
    const Nudge *nudge = page->nudge;
    int last = page->net->shape.layers - 1;
    SDL_Rect row = backprop_row(places->outputs, NET_OUTPUTS, digit);
    bool wanted = digit == nudge->label;
    float by_a = nudge->by_a[last][digit], a = nudge->acts.activation[last][digit];
    TextWeight weight = wanted ? TEXT_BOLD : TEXT_REGULAR;
    char name[2] = {(char)('0' + digit), 0};
    paint_text(out, output_column(out, places, row, COLUMN_DIGIT), PAINT_LEFT, name, PAINT_BODY,
               weight, wanted ? theme->text : theme->secondary);
    activation_draw(out, output_column(out, places, row, COLUMN_BAR), a,
                    page->step->shown ? &page->step->before[digit] : NULL, wanted);
    if (!places->narrow) {
        char text[16];
        snprintf(text, sizeof text, "%.3f", (double)a);
        paint_text(out, output_column(out, places, row, COLUMN_A), PAINT_RIGHT, text, PAINT_LABEL,
                   weight, theme->text);
        paint_text(out, output_column(out, places, row, COLUMN_Y), PAINT_RIGHT, wanted ? "1" : "0",
                   PAINT_LABEL, weight, theme->text);
    }
    SDL_Rect arrow = row_inset(output_column(out, places, row, COLUMN_WISH), 0, 1);
    arrow = row_middle(arrow, arrow.w, SDL_min(arrow.h, paint_px(out, 26.0f)));
    wish_arrow(out, arrow, ((wanted ? 1.0f : 0.0f) - a) / furthest);
    number_draw(out, output_column(out, places, row, COLUMN_BY_A), (double)by_a, weight);
}

/* How far the output that is furthest off is from where it should be; of small ways no more is made
 * than they are. */
static float furthest_off(const Nudge *nudge, int last)
{
    float most = 0.1f;
    for (int i = 0; i < NET_OUTPUTS; i++) {
        most = fmaxf(most, fabsf(nudge->acts.activation[last][i] - (float)(i == nudge->label)));
    }
    return most;
}

static void outputs_draw(Paint *out, const BackpropPlaces *places, const Backprop *page)
{
    static const char *const NAME[] = {"", "", "a", "y", "y - a", "dC/da"};
    SDL_Rect head = places->outputs_head, bar = output_column(out, places, head, COLUMN_BAR);
    int x = output_column(out, places, head, COLUMN_DIGIT).x;
    label_draw(out, (SDL_Rect){x, head.y, bar.x + bar.w - x, head.h}, PAINT_LEFT,
               !page->step->shown ? "Outputs"
               : places->narrow   ? "Outputs"
                                  : "Before, now");
    for (int i = places->narrow ? COLUMN_WISH : COLUMN_A; i <= COLUMN_BY_A; i++) {
        label_draw(out, output_column(out, places, head, (OutputColumn)i),
                   i == COLUMN_WISH ? PAINT_CENTRE : PAINT_RIGHT, NAME[i]);
    }
    float furthest = furthest_off(page->nudge, page->net->shape.layers - 1);
    for (int digit = 0; digit < NET_OUTPUTS; digit++) {
        output_draw(out, places, page, digit, furthest);
    }
}

static void deltas_draw(Paint *out, const BackpropPlaces *places, const Backprop *page)
{
    const float *delta = page->nudge->acts.delta[page->layer];
    int neurons = page->net->shape.size[page->layer + 1];
    char text[TEXT_ROOM], most[WISH_TEXT];
    wish_print((double)wish_largest(delta, 1, neurons), most);
    snprintf(text, sizeof text, "largest %s", most);
    label_draw(out, places->deltas_label, PAINT_LEFT,
               places->narrow ? "delta = dC/dz" : "delta = dC/dz, up: z should rise");
    label_draw(out, places->deltas_label, PAINT_RIGHT, text);
    wish_bars(out, places->deltas, delta, neurons, page->neuron);
}

/* How delta comes about, and what it says to the bias. */
static void neuron_draw(Paint *out, const BackpropPlaces *places, const Backprop *page)
{
    const Nudge *nudge = page->nudge;
    float a = nudge->acts.activation[page->layer][page->neuron];
    float delta = nudge->acts.delta[page->layer][page->neuron];
    char text[TEXT_ROOM], d[WISH_TEXT], by_a[WISH_TEXT], slope[WISH_TEXT];
    Name name = name_neuron(&page->net->shape, page->layer, page->neuron);
    name.text[0] = (char)SDL_toupper(name.text[0]);
    paint_text(out, places->neuron[0], PAINT_LEFT, name.text, PAINT_BODY, TEXT_MEDIUM,
               out->theme->text);
    wish_print((double)delta, d);
    wish_print((double)nudge->by_a[page->layer][page->neuron], by_a);
    wish_print((double)(a * (1 - a)), slope);
    bool output = page->layer == page->net->shape.layers - 1;
    if (places->narrow) {
        snprintf(text, sizeof text, "delta = %s", d);
    } else if (output && nudge->kind == NET_COST_CROSS_ENTROPY) {
        snprintf(text, sizeof text, "delta = dC/dz = a - y = %s - %d = %s",
                 hint_activation((double)a).text, page->neuron == nudge->label, d);
    } else {
        snprintf(text, sizeof text, "delta = dC/da · a (1 - a) = %s · %s = %s", by_a, slope, d);
    }
    label_draw(out, places->neuron[1], PAINT_LEFT, text);
    snprintf(text, sizeof text, "bias: dC/db = delta = %s", d);
    label_draw(out, places->neuron[2], PAINT_LEFT, text);
    int w = paint_text_width(out, text, PAINT_LABEL, TEXT_REGULAR), gap = paint_px(out, 8.0f);
    SDL_Rect arrow = places->neuron[2];
    arrow = (SDL_Rect){arrow.x + w + gap, arrow.y + 2, gap, arrow.h - 4};
    wish_arrow(out, arrow, delta > 0.0f ? -1.0f : delta < 0.0f ? 1.0f : 0.0f);
}

enum { WEIGHT_FROM, WEIGHT_A, WEIGHT_DELTA, WEIGHT_BY_W, WEIGHT_COLUMNS };

/* Columns of the weights' table; returns what is left at the right, for the bar. */
static SDL_Rect weight_columns(const Paint *out, SDL_Rect row, bool pixels, bool narrow,
                               SDL_Rect *cell)
{
    static const int W[3][WEIGHT_COLUMNS] = {{76, 52, 68, 68}, {44, 40, 0, 56}, {56, 0, 0, 56}};
    const int *design = W[!narrow && !pixels ? 0 : narrow && pixels ? 2 : 1];
    for (int i = 0; i < WEIGHT_COLUMNS; i++) {
        int w = design[i] > 0 ? paint_px(out, (float)design[i]) : 0;
        w = i == 0 && pixels && !narrow ? paint_px(out, 68.0f) : w;
        cell[i] = row_left(&row, w, 0);
    }
    return row;
}

static void weight_draw(Paint *out, const BackpropPlaces *places, const Backprop *page, int i,
                        float most)
{
    const Net *grad = &page->nudge->grad;
    int from = page->from[i];
    float by_w = grad->weight[page->layer][from * grad->stride[page->layer] + page->neuron];
    SDL_Rect row = backprop_row(places->weights, places->rows, i), cell[WEIGHT_COLUMNS];
    bool pixels = page->layer == 0;
    SDL_Rect bar = weight_columns(out, row, pixels, places->narrow, cell);
    Name name = backprop_from(page->layer, from);
    if (places->narrow) {
        snprintf(name.text, sizeof name.text, pixels ? "%d, %d" : "%d",
                 pixels ? from % WISH_CELLS : from, from / WISH_CELLS);
    }
    label_draw(out, cell[WEIGHT_FROM], PAINT_LEFT, name.text);
    number_draw(out, cell[WEIGHT_A],
                (double)backprop_input(page->nudge, page->level, page->layer, from), TEXT_REGULAR);
    number_draw(out, cell[WEIGHT_DELTA], (double)page->nudge->acts.delta[page->layer][page->neuron],
                TEXT_REGULAR);
    number_draw(out, cell[WEIGHT_BY_W], (double)by_w, TEXT_MEDIUM);
    row_left(&bar, paint_px(out, 8.0f), 0);
    if (bar.w > 0) {
        bar.w = SDL_min(bar.w, paint_px(out, 240.0f));
        wish_bar(out, bar, -by_w / most);
    }
}

static void weights_draw(Paint *out, const BackpropPlaces *places, const Backprop *page)
{
    const Net *grad = &page->nudge->grad;
    int inputs = grad->shape.size[page->layer];
    char from[40] = "from";
    const char *const NAME[] = {from, "a", "· delta", "= dC/dw"};
    if (page->rows < inputs) {
        snprintf(from, sizeof from, "from: %d of %d", page->rows, inputs);
    }
    SDL_Rect cell[WEIGHT_COLUMNS];
    const float *column = grad->weight[page->layer] + page->neuron;
    float most = wish_largest(column, grad->stride[page->layer], inputs);
    weight_columns(out, places->weights_head, page->layer == 0, places->narrow, cell);
    for (int i = 0; i < WEIGHT_COLUMNS && places->rows > 0; i++) {
        label_draw(out, cell[i], i == 0 ? PAINT_LEFT : PAINT_RIGHT,
                   i == WEIGHT_BY_W && cell[WEIGHT_DELTA].w == 0 ? "dC/dw" : NAME[i]);
    }
    for (int i = 0; i < page->rows; i++) {
        weight_draw(out, places, page, i, fmaxf(most, 1e-30f));
    }
}

/* What the layer before should do, or the picture of the pixels' weights. */
static void before_draw(Paint *out, const BackpropPlaces *places, const Backprop *page)
{
    const Net *grad = &page->nudge->grad;
    if (page->layer == 0) {
        label_draw(out, places->before_label, PAINT_LEFT,
                   places->narrow ? "dC/dw, 784" : "dC/dw of all 784 weights");
        wish_picture(out, places->picture, grad->weight[0] + page->neuron, grad->stride[0]);
        return;
    }
    if (places->before.h == 0) {
        return; /* no room */
    }
    char text[TEXT_ROOM];
    snprintf(text, sizeof text,
             places->narrow ? "layer %d: dC/da = sum w · delta"
                            : "dC/da of layer %d = sum of w · delta, up: a should rise",
             page->layer);
    label_draw(out, places->before_label, PAINT_LEFT, text);
    wish_bars(out, places->before, page->nudge->by_a[page->layer - 1],
              grad->shape.size[page->layer], -1);
}

void backprop_draw(Paint *out, const BackpropPlaces *places, const Backprop *page)
{
    outputs_draw(out, places, page);
    deltas_draw(out, places, page);
    neuron_draw(out, places, page);
    weights_draw(out, places, page);
    before_draw(out, places, page);
}
