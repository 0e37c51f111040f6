/* Where the view Backprop has its parts. */
#include "ui/backprop_places.h"

#include "ui/row.h"

/* Design pixels. */
enum { WIDE_W = 560, WIDE_H = 420, LAYER_W = 76, CAPTION_H = 16 };

/* Design pixels to output pixels, by how much room there is. */
typedef struct Measure {
    const Paint *paint;
    bool narrow;
    int gap; /* between parts, in output pixels */
} Measure;

static int px(const Measure *m, int wide, int narrow)
{
    return paint_px(m->paint, (float)(m->narrow ? narrow : wide));
}

SDL_Rect backprop_row(SDL_Rect table, int count, int i)
{
    return row_down(table, count, i);
}

SDL_Rect backprop_cell(const BackpropPlaces *places, int row, int column)
{
    SDL_Rect box = row_down(places->cells, places->rows, row);
    SDL_Rect name = row_left(&box, places->name_w, 0);
    return column < 0 ? name : row_across(box, BACKPROP_IMAGES + 1, column);
}

/* The row of buttons under a page, and the pages' buttons over it. */
static void place_frame(BackpropPlaces *places, const Measure *m, SDL_Rect *rest, SDL_Rect *head,
                        SDL_Rect over)
{
    static const float KIND_W[BACKPROP_COSTS] = {68, 104};
    int button_h = px(m, 26, 24), text_w = px(m, 72, 64);
    SDL_Rect foot = row_bottom(rest, button_h, px(m, 16, 8));
    *head = row_top(rest, button_h, m->gap);
    for (int page = BACKPROP_PAGES - 1; page >= 0; page--) {
        SDL_Rect button = row_right(&over, px(m, 84, 78), px(m, 4, 2));
        places->page[page] = row_middle(button, button.w, button_h);
    }
    for (int i = BACKPROP_COSTS - 1; i >= 0 && !m->narrow; i--) {
        places->kind[i] = row_right(&foot, paint_px(m->paint, KIND_W[i]), i > 0 ? 2 : m->gap);
    }
    places->apply = row_left(&foot, px(m, 124, 100), m->gap);
    places->undo = row_left(&foot, px(m, 90, 76), 2 * m->gap);
    int rate_w = SDL_min(foot.w - text_w - m->gap, px(m, 220, 220));
    places->rate = row_left(&foot, rate_w, m->gap);
    places->rate_text = row_left(&foot, text_w, 0);
    places->cost = row_top(rest, m->narrow ? px(m, 0, 22) : places->line_h, m->gap);
    if (m->narrow) {
        places->kind[0] = places->kind[1] = row_right(&places->cost, px(m, 0, 94), m->gap);
    }
}

static void place_outputs(BackpropPlaces *places, const Measure *m, SDL_Rect column)
{
    places->outputs_head = row_top(&column, places->line_h, 0);
    column.h = SDL_min(column.h, NET_OUTPUTS * px(m, 72, 32));
    places->outputs = column;
}

/* As many whole rows as fit; they are higher where all do. */
static SDL_Rect place_rows(BackpropPlaces *places, SDL_Rect room)
{
    places->rows = SDL_clamp(room.h / places->row_h, 0, BACKPROP_ROWS);
    int h = SDL_clamp(room.h / BACKPROP_ROWS, places->row_h, places->row_h * 3 / 2);
    return row_top(&room, places->rows * h, 0);
}

/* What lies behind the selected neuron: in the first layer a picture with a table beside it, else
 * a table and, where there is room for both, the wishes of the activations before. */
static void place_behind(BackpropPlaces *places, const Measure *m, SDL_Rect rest, int chart_h,
                         bool first)
{
    int line_h = places->line_h;
    if (first) {
        int room = SDL_min(rest.h - line_h - 2, rest.w * 11 / 20);
        int side = room >= NET_INPUTS / 28 ? room - room % 28 : room;
        SDL_Rect left = row_left(&rest, side, 2 * m->gap);
        places->before_label = row_top(&left, line_h, 0);
        places->picture = (SDL_Rect){left.x + 1, left.y + 1, side, side};
    } else if (rest.h >= chart_h + m->gap + 2 * line_h + places->row_h) {
        places->before = row_bottom(&rest, line_h + chart_h, m->gap);
        places->before_label = row_top(&places->before, line_h, 0);
    }
    places->weights_head = row_top(&rest, line_h, 0);
    places->weights = place_rows(places, rest);
}

static void place_drawing(BackpropPlaces *places, const Measure *m, SDL_Rect rest, SDL_Rect head,
                          int layers, bool first)
{
    int between = px(m, 24, 12), small_gap = px(m, 4, 2);
    int chart_h = SDL_max(px(m, 52, 32), rest.h / 9);
    row_flow(head, px(m, BACKPROP_DIGIT_W, BACKPROP_DIGIT_W), small_gap, NET_OUTPUTS,
             places->digit);
    int left_w = (rest.w - between) * (m->narrow ? 41 : 40) / 100;
    place_outputs(places, m, row_left(&rest, left_w, between));
    row_flow(row_top(&rest, px(m, 26, 22), m->gap), px(m, LAYER_W, LAYER_W), small_gap, layers,
             places->layer);
    places->deltas_label = row_top(&rest, places->line_h, 0);
    places->deltas = row_top(&rest, chart_h, m->gap);
    for (int i = 0; i < 3; i++) {
        places->neuron[i] = row_top(&rest, places->line_h, i < 2 ? 0 : m->gap);
    }
    place_behind(places, m, rest, chart_h, first);
}

static void place_minibatch(BackpropPlaces *places, const Measure *m, SDL_Rect rest, SDL_Rect head,
                            int layers)
{
    int ask_w = px(m, LAYER_W, 62), ask_gap = m->gap / 2, small_gap = px(m, 4, 2);
    places->next = row_left(&head, SDL_min(px(m, 124, 108), head.w), 2 * m->gap);
    places->mine = row_left(&head, SDL_min(px(m, 164, 160), head.w), 0);
    SDL_Rect bar = row_top(&rest, px(m, 26, 22), m->gap);
    SDL_Rect ask = row_right(&bar, 2 * ask_w + ask_gap, m->gap);
    row_flow(ask, ask_w, ask_gap, BACKPROP_ASK, places->ask);
    row_flow(bar, px(m, LAYER_W, LAYER_W), small_gap, layers, places->layer);
    places->name_w = px(m, 104, 66);
    int pitch = (rest.w - places->name_w) / (BACKPROP_IMAGES + 1);
    int side = SDL_min(pitch - px(m, 4, 4), px(m, 84, 56));
    SDL_Rect pictures = row_top(&rest, side, 0);
    SDL_Rect captions = row_top(&rest, px(m, 2 * CAPTION_H, 2 * CAPTION_H), small_gap);
    places->cells = place_rows(places, rest);
    row_left(&pictures, places->name_w, 0);
    row_left(&captions, places->name_w, 0);
    for (int i = 0; i <= BACKPROP_IMAGES; i++) {
        places->caption[i] = row_across(captions, BACKPROP_IMAGES + 1, i);
        if (i < BACKPROP_IMAGES) {
            places->image[i] = row_middle(row_across(pictures, BACKPROP_IMAGES + 1, i), side, side);
        }
    }
}

void backprop_place(BackpropPlaces *places, const Paint *paint, SDL_Rect box, SDL_Rect head,
                    BackpropPage page, int layers, int layer)
{
    bool narrow = box.w < paint_px(paint, WIDE_W) || box.h < paint_px(paint, WIDE_H);
    Measure m = {.paint = paint, .narrow = narrow};
    m.gap = px(&m, 8, 4);
    SDL_Rect rest = box, first;
    *places = (BackpropPlaces){.narrow = narrow, .line_h = px(&m, 18, 15), .row_h = px(&m, 20, 15)};
    place_frame(places, &m, &rest, &first, head);
    if (page == BACKPROP_DRAWING) {
        place_drawing(places, &m, rest, first, layers, layer == 0);
    } else {
        place_minibatch(places, &m, rest, first, layers);
    }
}
