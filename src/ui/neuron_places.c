/* Where the parts of the view of one neuron are. */
#include "ui/neuron_places.h"

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

static SDL_Rect place_picker(NeuronPlaces *places, const Paint *paint, const NetShape *shape,
                             SDL_Rect box)
{
    int pitch = paint_px(paint, PICKER_PITCH), h = paint_px(paint, PICKER_H);
    places->name_w = paint_px(paint, PICKER_NAME_W);
    for (int l = 0; l < shape->layers; l++) {
        places->picker[l] =
            (SDL_Rect){box.x + places->name_w, box.y + l * pitch, box.w - places->name_w, h};
    }
    int used = shape->layers * pitch + paint_px(paint, GAP) / 2;
    return (SDL_Rect){box.x, box.y + used, box.w, box.h - used};
}

static void place_sum(NeuronPlaces *places, const Paint *paint, SDL_Rect box)
{
    int line = paint_px(paint, LINE_H);
    places->title = (SDL_Rect){box.x, box.y, box.w, line};
    places->head = (SDL_Rect){box.x, box.y + line, box.w, line};
    places->row_h = paint_px(paint, ROW_H);
    places->sum = (SDL_Rect){box.x, box.y + 2 * line, box.w, box.h - 2 * line};
    int rows = places->sum.h / places->row_h - NEURON_ROWS;
    places->terms = SDL_clamp(rows, 1, NEURON_TERMS);
    places->wide = box.w >= paint_px(paint, WIDE_SUM);
}

static int place_pictures(NeuronPlaces *places, const Paint *paint, SDL_Rect box)
{
    int gap = paint_px(paint, GAP), line = paint_px(paint, CAPTION_H);
    int side = tiles_side(SDL_min((box.w - gap) / NEURON_PICTURES, box.h / 2));
    for (int i = 0; i < NEURON_PICTURES; i++) {
        int x = box.x + i * (side + gap);
        bool last = i == NEURON_PICTURES - 1;
        places->caption[i] = (SDL_Rect){x, box.y, last ? box.x + box.w - x : side, line};
        places->picture[i] = (SDL_Rect){x, box.y + line, side, side};
        places->scale[i] = (SDL_Rect){x, box.y + line + side, side, line};
    }
    return side + 2 * line + gap;
}

/* Images under the curve; they go first where there is no room. */
static void place_rest(NeuronPlaces *places, const Paint *paint, SDL_Rect box)
{
    int gap = paint_px(paint, GAP), line = paint_px(paint, CAPTION_H);
    int many = (box.w + gap / 2) / (paint_px(paint, IMAGE) + gap / 2);
    places->image_columns = SDL_clamp(many, NEURON_LEAST_IMAGES, 8);
    int side = SDL_clamp(box.w / places->image_columns - gap / 2, 1, paint_px(paint, IMAGE_MOST));
    int images_h = side + 2 * line + gap / 2;
    int curve_h = box.h - images_h - gap - line;
    bool images = curve_h >= paint_px(paint, LEAST_CURVE);
    curve_h = SDL_min(images ? curve_h : box.h - line, paint_px(paint, MOST_CURVE));
    places->curve_label = (SDL_Rect){box.x, box.y, box.w, line};
    places->curve = (SDL_Rect){box.x, box.y + line, box.w, curve_h};
    if (images) {
        int y = box.y + line + curve_h + gap;
        int w = SDL_min(box.w, places->image_columns * (paint_px(paint, IMAGE_MOST) + 2 * gap));
        places->images_label = (SDL_Rect){box.x, y, box.w, line};
        places->images = (SDL_Rect){box.x, y + line, w, images_h - line};
    }
}

void neuron_place(NeuronPlaces *places, const Paint *paint, const NetShape *shape, SDL_Rect box)
{
    int gap = paint_px(paint, GAP), foot_h = paint_px(paint, FOOT_H);
    *places = (NeuronPlaces){.foot = {box.x, box.y + box.h - foot_h, box.w, foot_h}};
    SDL_Rect in = place_picker(places, paint, shape, box);
    in.h -= foot_h + gap;
    places->wall = in;
    int sum_w = SDL_min(in.w * 45 / 100, paint_px(paint, SUM_MOST));
    place_sum(places, paint, (SDL_Rect){in.x, in.y, sum_w, in.h});
    int x = sum_w + paint_px(paint, places->wide ? COLUMN_GAP : NARROW_GAP);
    SDL_Rect right = {in.x + x, in.y, in.w - x, in.h};
    int used = place_pictures(places, paint, right);
    place_rest(places, paint, (SDL_Rect){right.x, right.y + used, right.w, right.h - used});
}

SDL_Rect neuron_cell(const NeuronPlaces *places, const NetShape *shape, int layer, int neuron)
{
    SDL_Rect row = places->picker[layer];
    int count = shape->size[layer + 1];
    /* Cells are a little wider than high where few fill the row. */
    int w = SDL_min(row.w, count * row.h * CELL_MOST / PICKER_H);
    int from = neuron * w / count, to = (neuron + 1) * w / count;
    return (SDL_Rect){row.x + from, row.y, to - from, row.h};
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
    int column = pixel % CANVAS_SIDE, row = pixel / CANVAS_SIDE;
    int x = picture.x + column * picture.w / CANVAS_SIDE;
    int y = picture.y + row * picture.h / CANVAS_SIDE;
    return (SDL_Rect){x, y, picture.x + (column + 1) * picture.w / CANVAS_SIDE - x,
                      picture.y + (row + 1) * picture.h / CANVAS_SIDE - y};
}

int neuron_pixel_at(SDL_Rect picture, SDL_Point at)
{
    int x = (at.x - picture.x) * CANVAS_SIDE / SDL_max(picture.w, 1);
    int y = (at.y - picture.y) * CANVAS_SIDE / SDL_max(picture.h, 1);
    return SDL_clamp(y, 0, CANVAS_SIDE - 1) * CANVAS_SIDE + SDL_clamp(x, 0, CANVAS_SIDE - 1);
}
