/* Where the view Backprop has its parts. */
#include "ui/backprop_places.h"

/* Design pixels. */
enum {
    WIDE_W = 560,
    WIDE_H = 420,
    BUTTON_H = 26,
    GAP = 8,
    LINE_H = 18,
    PAGE_W = 84,
    NARROW_PAGE_W = 70,
    LAYER_W = 76,
    APPLY_W = 124,
    NARROW_APPLY_W = 100,
    UNDO_W = 90,
    NARROW_UNDO_W = 76,
    RATE_TEXT_W = 72,
    CHART_H = 52,
    NARROW_CHART_H = 32,
    ROW_H = 20,
    NARROW_ROW_H = 15,
    NAME_W = 104,
    NARROW_NAME_W = 66,
    CAPTION_H = 16,
};

/* Design pixels to output pixels, by how much room there is. */
typedef struct Measure {
    const Paint *paint;
    bool narrow;
} Measure;

static int px(const Measure *m, int wide, int narrow)
{
    return paint_px(m->paint, (float)(m->narrow ? narrow : wide));
}

SDL_Rect backprop_row(SDL_Rect table, int count, int i)
{
    int y = table.y + table.h * i / SDL_max(count, 1);
    return (SDL_Rect){table.x, y, table.w, table.y + table.h * (i + 1) / SDL_max(count, 1) - y};
}

SDL_Rect backprop_cell(const BackpropPlaces *places, int row, int column)
{
    SDL_Rect box = backprop_row(places->cells, SDL_max(places->rows, 1), row);
    int left = box.x + places->name_w, w = box.w - places->name_w, columns = BACKPROP_IMAGES + 1;
    if (column < 0) {
        box.w = places->name_w;
    } else {
        box.x = left + w * column / columns;
        box.w = left + w * (column + 1) / columns - box.x;
    }
    return box;
}

/* Cut a strip off the top of `rest`. */
static SDL_Rect take(SDL_Rect *rest, int h, int gap)
{
    SDL_Rect top = {rest->x, rest->y, rest->w, h};
    rest->y += h + gap;
    rest->h -= h + gap;
    return top;
}

/* `count` boxes in a row, as wide as they should be or as there is room for. */
static void spread(SDL_Rect row, int wanted_w, int gap, int count, SDL_Rect *box)
{
    int w = SDL_min(wanted_w, (row.w - gap * (count - 1)) / count);
    for (int i = 0; i < count; i++) {
        box[i] = (SDL_Rect){row.x + i * (w + gap), row.y, w, row.h};
    }
}

/* The row of buttons under a page, and the pages' buttons at the right of its first row. */
static void place_frame(BackpropPlaces *places, const Measure *m, SDL_Rect *rest, SDL_Rect *head)
{
    int gap = px(m, GAP, GAP / 2), button_h = px(m, BUTTON_H, BUTTON_H - 2);
    int page_w = px(m, PAGE_W, NARROW_PAGE_W), text_w = px(m, RATE_TEXT_W, RATE_TEXT_W - 8);
    SDL_Rect foot = {rest->x, rest->y + rest->h - button_h, rest->w, button_h};
    rest->h -= button_h + px(m, 2 * GAP, GAP);
    *head = take(rest, button_h, px(m, GAP, GAP / 2));
    for (int page = 0; page < BACKPROP_PAGES; page++) {
        int right = head->x + head->w - (BACKPROP_PAGES - page) * page_w;
        int between = (BACKPROP_PAGES - 1 - page) * px(m, GAP / 2, 2);
        places->page[page] = (SDL_Rect){right - between, head->y, page_w, head->h};
    }
    head->w = places->page[0].x - head->x - gap;
    places->apply = (SDL_Rect){foot.x, foot.y, px(m, APPLY_W, NARROW_APPLY_W), foot.h};
    places->undo = (SDL_Rect){places->apply.x + places->apply.w + gap, foot.y,
                              px(m, UNDO_W, NARROW_UNDO_W), foot.h};
    places->rate_text = (SDL_Rect){foot.x + foot.w - text_w, foot.y, text_w, foot.h};
    int x = places->undo.x + places->undo.w + 2 * gap;
    places->rate =
        (SDL_Rect){x, foot.y, SDL_min(places->rate_text.x - gap - x, px(m, 220, 220)), foot.h};
    places->rate_text.x = places->rate.x + places->rate.w + gap;
    places->cost = take(rest, places->line_h, px(m, GAP, GAP / 2));
}

static void place_outputs(BackpropPlaces *places, const Measure *m, SDL_Rect column)
{
    places->outputs_head = take(&column, places->line_h, 0);
    int most = NET_OUTPUTS * px(m, 72, 32);
    places->outputs = (SDL_Rect){column.x, column.y, column.w, SDL_min(column.h, most)};
}

/* As many whole rows as fit; they are higher where all do. */
static SDL_Rect place_rows(BackpropPlaces *places, SDL_Rect room)
{
    places->rows = SDL_clamp(room.h / places->row_h, 0, BACKPROP_ROWS);
    int h = SDL_clamp(room.h / BACKPROP_ROWS, places->row_h, places->row_h * 3 / 2);
    return (SDL_Rect){room.x, room.y, room.w, places->rows * h};
}

/* The table of weights. */
static void place_weights(BackpropPlaces *places, SDL_Rect room)
{
    places->weights_head = take(&room, places->line_h, 0);
    places->weights = place_rows(places, room);
}

/* What lies behind the selected neuron: in the first layer a picture with a table beside it, else
 * a table and, where there is room for both, the wishes of the activations before. */
static void place_behind(BackpropPlaces *places, const Measure *m, SDL_Rect rest, int chart_h,
                         bool first)
{
    int gap = px(m, GAP, GAP / 2);
    if (first) {
        int room = SDL_min(rest.h - places->line_h - 2, rest.w * 11 / 20);
        int side = room >= NET_INPUTS / 28 ? room - room % 28 : room;
        places->picture = (SDL_Rect){rest.x + 1, rest.y + places->line_h + 1, side, side};
        places->before_label = (SDL_Rect){rest.x, rest.y, side, places->line_h};
        int x = rest.x + side + 2 * gap;
        place_weights(places, (SDL_Rect){x, rest.y, rest.x + rest.w - x, rest.h});
        return;
    }
    int h = places->line_h + chart_h;
    if (rest.h < h + gap + places->line_h + places->row_h) {
        place_weights(places, rest);
        return;
    }
    place_weights(places, (SDL_Rect){rest.x, rest.y, rest.w, rest.h - h - gap});
    SDL_Rect below = {rest.x, rest.y + rest.h - h, rest.w, h};
    places->before_label = take(&below, places->line_h, 0);
    places->before = below;
}

static void place_drawing(BackpropPlaces *places, const Measure *m, SDL_Rect rest, SDL_Rect head,
                          int layers, bool first)
{
    int gap = px(m, GAP, GAP / 2), between = px(m, 3 * GAP, GAP + 4);
    spread(head, px(m, BACKPROP_DIGIT_W, BACKPROP_DIGIT_W), px(m, 4, 2), NET_OUTPUTS,
           places->digit);
    int chart_h = SDL_max(px(m, CHART_H, NARROW_CHART_H), rest.h / 9);
    int left_w = (rest.w - between) * (m->narrow ? 41 : 40) / 100;
    place_outputs(places, m, (SDL_Rect){rest.x, rest.y, left_w, rest.h});
    SDL_Rect right = {rest.x + left_w + between, rest.y, rest.w - left_w - between, rest.h};
    spread(take(&right, px(m, BUTTON_H, BUTTON_H - 4), gap), px(m, LAYER_W, LAYER_W), px(m, 4, 2),
           layers, places->layer);
    places->deltas_label = take(&right, places->line_h, 0);
    places->deltas = take(&right, chart_h, gap);
    for (int i = 0; i < 3; i++) {
        places->neuron[i] = take(&right, places->line_h, i < 2 ? 0 : gap);
    }
    place_behind(places, m, right, chart_h, first);
}

static void place_minibatch(BackpropPlaces *places, const Measure *m, SDL_Rect rest, SDL_Rect head,
                            int layers)
{
    int gap = px(m, GAP, GAP / 2), ask_w = px(m, LAYER_W, 62);
    places->next = (SDL_Rect){head.x, head.y, SDL_min(px(m, 124, 108), head.w), head.h};
    SDL_Rect bar = take(&rest, px(m, BUTTON_H, BUTTON_H - 4), gap);
    SDL_Rect right = {bar.x + bar.w - 2 * ask_w - gap / 2, bar.y, 2 * ask_w + gap / 2, bar.h};
    spread(right, ask_w, gap / 2, BACKPROP_ASK, places->ask);
    bar.w = right.x - gap - bar.x;
    spread(bar, px(m, LAYER_W, LAYER_W), px(m, 4, 2), layers, places->layer);
    places->name_w = px(m, NAME_W, NARROW_NAME_W);
    int pitch = (rest.w - places->name_w) / (BACKPROP_IMAGES + 1);
    int side = SDL_min(pitch - px(m, 4, 4), px(m, 84, 56));
    SDL_Rect pictures = take(&rest, side, 0);
    SDL_Rect captions = take(&rest, px(m, 2 * CAPTION_H, 2 * CAPTION_H), px(m, 4, 2));
    places->cells = place_rows(places, rest);
    for (int i = 0; i <= BACKPROP_IMAGES; i++) {
        SDL_Rect cell = backprop_cell(places, 0, i);
        places->caption[i] = (SDL_Rect){cell.x, captions.y, cell.w, captions.h};
        if (i < BACKPROP_IMAGES) {
            places->image[i] =
                (SDL_Rect){cell.x + (cell.w - side) / 2, pictures.y, side, pictures.h};
        }
    }
}

void backprop_place(BackpropPlaces *places, const Paint *paint, SDL_Rect box, BackpropPage page,
                    int layers, int layer)
{
    bool narrow = box.w < paint_px(paint, WIDE_W) || box.h < paint_px(paint, WIDE_H);
    Measure m = {paint, narrow};
    SDL_Rect rest = box, head;
    *places = (BackpropPlaces){.narrow = narrow,
                               .line_h = px(&m, LINE_H, LINE_H - 3),
                               .row_h = px(&m, ROW_H, NARROW_ROW_H)};
    place_frame(places, &m, &rest, &head);
    if (page == BACKPROP_DRAWING) {
        place_drawing(places, &m, rest, head, layers, layer == 0);
    } else {
        place_minibatch(places, &m, rest, head, layers);
    }
}
