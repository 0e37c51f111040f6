/* Where the parts of the view of one neuron are. */
#include "ui/neuron_places.h"

#include "ui/row.h"

/* Design pixels. */
enum {
    GAP = 8,
    PICKER_H = 14,
    PICKER_PITCH = 18,
    PICKER_NAME_W = 56,
    CELL_MOST = 22,
    LINE_H = 18,
    ROW_H = 17,
    CAPTION_H = 16,
    FOOT_H = 28,
    COLUMN_GAP = 16,
    NARROW_GAP = 10,
    SUM_MOST = 440,
    WIDE_SUM = 250,
    LEAST_CURVE = 44,
    MOST_CURVE = 220,
    IMAGE = 36,
    IMAGE_MOST = 56,
};

static void place_picker(NeuronPlaces *places, const Paint *paint, const NetShape *shape,
                         SDL_Rect *rest)
{
    int h = paint_px(paint, PICKER_H), gap = paint_px(paint, PICKER_PITCH) - h;
    places->name_w = paint_px(paint, PICKER_NAME_W);
    for (int l = 0; l < shape->layers; l++) {
        places->picker[l] = row_top(rest, h, gap);
        row_left(&places->picker[l], places->name_w, 0);
    }
    row_top(rest, paint_px(paint, GAP) / 2, 0);
}

static void place_sum(NeuronPlaces *places, const Paint *paint, SDL_Rect box)
{
    int line = paint_px(paint, LINE_H);
    places->title = row_top(&box, line, 0);
    places->head = row_top(&box, line, 0);
    places->sum = box;
    places->row_h = paint_px(paint, ROW_H);
    places->terms = SDL_clamp(box.h / places->row_h - NEURON_ROWS, 1, NEURON_TERMS);
}

static void place_pictures(NeuronPlaces *places, const Paint *paint, SDL_Rect *rest)
{
    int gap = paint_px(paint, GAP), line = paint_px(paint, CAPTION_H);
    int side = tiles_side(SDL_min((rest->w - gap) / NEURON_PICTURES, rest->h / 2));
    SDL_Rect captions = row_top(rest, line, 0), pictures = row_top(rest, side, 0);
    SDL_Rect scales = row_top(rest, line, gap);
    for (int i = 0; i < NEURON_PICTURES; i++) {
        bool last = i == NEURON_PICTURES - 1;
        places->caption[i] = row_left(&captions, last ? captions.w : side, gap);
        places->picture[i] = row_left(&pictures, side, gap);
        places->scale[i] = row_left(&scales, side, gap);
    }
}

/* Images under the curve; they go first where there is no room. */
static void place_rest(NeuronPlaces *places, const Paint *paint, SDL_Rect box)
{
    int gap = paint_px(paint, GAP), line = paint_px(paint, CAPTION_H);
    int many = (box.w + gap / 2) / (paint_px(paint, IMAGE) + gap / 2);
    places->image_columns = SDL_clamp(many, NEURON_LEAST_IMAGES, 8);
    int most = paint_px(paint, IMAGE_MOST);
    int images_h = SDL_clamp(box.w / places->image_columns - gap / 2, 1, most) + line + gap / 2;
    places->curve_label = row_top(&box, line, 0);
    int curve_h = box.h - gap - line - images_h;
    bool images = curve_h >= paint_px(paint, LEAST_CURVE);
    curve_h = SDL_min(images ? curve_h : box.h, paint_px(paint, MOST_CURVE));
    places->curve = row_top(&box, curve_h, gap);
    if (images) {
        places->images_label = row_top(&box, line, 0);
        int w = SDL_min(box.w, places->image_columns * (most + 2 * gap));
        places->images = (SDL_Rect){box.x, box.y, w, images_h};
    }
}

void neuron_place(NeuronPlaces *places, const Paint *paint, const NetShape *shape, SDL_Rect box)
{
    *places =
        (NeuronPlaces){.foot = row_bottom(&box, paint_px(paint, FOOT_H), paint_px(paint, GAP))};
    place_picker(places, paint, shape, &box);
    places->wall = box;
    int sum_w = SDL_min(box.w * 45 / 100, paint_px(paint, SUM_MOST));
    places->wide = sum_w >= paint_px(paint, WIDE_SUM);
    int gap = paint_px(paint, places->wide ? COLUMN_GAP : NARROW_GAP);
    place_sum(places, paint, row_left(&box, sum_w, gap));
    place_pictures(places, paint, &box);
    place_rest(places, paint, box);
}

SDL_Rect neuron_cell(const NeuronPlaces *places, const NetShape *shape, int layer, int neuron)
{
    SDL_Rect row = places->picker[layer];
    int count = shape->size[layer + 1];
    /* Cells are a little wider than high where few fill the row. */
    row.w = SDL_min(row.w, count * row.h * CELL_MOST / PICKER_H);
    return row_across(row, count, neuron);
}

bool neuron_at(const NeuronPlaces *places, const NetShape *shape, SDL_Point at, int *layer,
               int *neuron)
{
    for (int l = 0; l < shape->layers; l++) {
        for (int i = 0; i < shape->size[l + 1]; i++) {
            SDL_Rect cell = neuron_cell(places, shape, l, i);
            if (SDL_PointInRect(&at, &cell)) {
                *layer = l;
                *neuron = i;
                return true;
            }
        }
    }
    return false;
}

SDL_Rect neuron_row(const NeuronPlaces *places, int row)
{
    return (SDL_Rect){places->sum.x, places->sum.y + row * places->row_h, places->sum.w,
                      places->row_h};
}

int neuron_row_at(const NeuronPlaces *places, int rows, SDL_Point at)
{
    SDL_Rect all = {places->sum.x, places->sum.y, places->sum.w, rows * places->row_h};
    return SDL_PointInRect(&at, &all) ? (at.y - all.y) / places->row_h : -1;
}

SDL_Rect neuron_pixel(SDL_Rect picture, int pixel)
{
    return row_cell(picture, CANVAS_SIDE, pixel);
}

int neuron_pixel_at(SDL_Rect picture, SDL_Point at)
{
    return row_cell_at(picture, CANVAS_SIDE, at);
}
