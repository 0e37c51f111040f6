/* Where the parts of one neuron seen close up are. */
#include "ui/closeup_places.h"

#include <math.h>

#include "ui/row.h"

/* Design pixels. */
enum {
    LINE_H = 16,
    CAPTION_GAP = 8,
    SCALE_W = 190,
    ROW_MOST = 44,
    ROW_LEAST = 29,
    BAR_H = 10,
    RULE_GAP = 10,
    Z_H = 20,
    NUMBER_W = 52,
    AXIS_LEFT = 14, /* of the axis: the numbers 0 and 1 of the sigmoid */
    CURVE_LEAST = 40,
    IMAGE = 48, /* from one to the next */
    IMAGES_H = 53,
    LABEL_GAP = 3,
    FOOT_H = 28,
};

/* The height of a step, of that of the weights. */
static const float ROW = 0.098f;

/* The axis ends so far beyond the outermost step, and reaches so far at least. */
static const double BEYOND = 1.08, REACH = 6.0;

static void place_under(CloseupPlaces *places, const Paint *paint, SDL_Rect rest)
{
    int gap = paint_px(paint, CAPTION_GAP), line = paint_px(paint, LINE_H);
    SDL_Rect under = row_top(&rest, line, gap);
    places->scale = row_left(&under, SDL_min(paint_px(paint, SCALE_W), under.w * 3 / 5), 2 * gap);
    places->legend = under;
    int images_h = paint_px(paint, IMAGES_H), label_gap = paint_px(paint, LABEL_GAP);
    if (rest.h >= line + label_gap + images_h) {
        places->images_label = row_top(&rest, line, label_gap);
        places->image_columns = SDL_clamp(rest.w / paint_px(paint, IMAGE), 1, 8);
        places->images = row_top(&rest, images_h, 0);
    }
}

static void place_steps(CloseupPlaces *places, const Paint *paint, SDL_Rect *rest, int side)
{
    int line = paint_px(paint, LINE_H), bar_h = paint_px(paint, BAR_H);
    int row_h =
        SDL_clamp((int)(ROW * (float)side), paint_px(paint, ROW_LEAST), paint_px(paint, ROW_MOST));
    for (int i = 0; i < CLOSEUP_ROWS; i++) {
        SDL_Rect row = row_top(rest, row_h, 0);
        row_top(&row, (row_h - line - bar_h) / 3, 0);
        places->label[i] = row_top(&row, line, 0);
        places->number[i] = row_right(&row, paint_px(paint, NUMBER_W), 0);
        row_left(&row, paint_px(paint, AXIS_LEFT), 0);
        places->bar[i] = row_top(&row, bar_h, 0);
        places->number[i].y += bar_h / 2 - line / 2;
        places->number[i].h = line;
    }
}

static void place_sum(CloseupPlaces *places, const Paint *paint, SDL_Rect rest, int side)
{
    int line = paint_px(paint, LINE_H), gap = paint_px(paint, RULE_GAP);
    places->sum_label = row_top(&rest, line, paint_px(paint, CAPTION_GAP));
    place_steps(places, paint, &rest, side);
    bool roomy = rest.h >= 2 * gap + 3 * line + paint_px(paint, Z_H + 2 * CURVE_LEAST);
    places->rule = row_top(&rest, 1, roomy ? gap / 2 : 1);
    SDL_Rect z = row_top(&rest, paint_px(paint, Z_H), 0);
    places->z_number = row_right(&z, paint_px(paint, NUMBER_W), 0);
    places->z_label = z;
    if (rest.h >= 3 * line + paint_px(paint, CURVE_LEAST)) { /* else the hint says it */
        places->needs = row_top(&rest, 2 * line, roomy ? gap : 1);
    }
    row_left(&rest, paint_px(paint, AXIS_LEFT), 0);
    row_right(&rest, paint_px(paint, NUMBER_W), 0);
    places->ticks = row_bottom(&rest, line, 0);
    if (roomy) {
        places->curve_label = row_top(&rest, line, 1);
        places->curve_label.x = places->z_label.x;
        places->curve_label.w = places->z_label.w;
    }
    places->curve = rest;
}

void closeup_place(CloseupPlaces *places, const Paint *paint, const Layout *layout)
{
    const SDL_Rect *weights = &layout->weights;
    SDL_Rect view = layout->view;
    int line = paint_px(paint, LINE_H), bottom = view.y + view.h;
    int under = weights->y + weights->h + paint_px(paint, CAPTION_GAP);
    *places = (CloseupPlaces){.said = layout->said, .picture = *weights};
    places->caption = (SDL_Rect){weights->x, layout->sum.y, weights->w, line};
    places->foot = row_bottom(&view, paint_px(paint, FOOT_H), 0);
    row_left(&places->foot, layout->sum.x - view.x, 0);
    place_under(places, paint,
                (SDL_Rect){weights->x, under, weights->w, SDL_max(bottom - under, 0)});
    place_sum(places, paint, layout->sum, weights->h);
}

CloseupAxis closeup_axis(double positive, double negative, double z)
{
    double low = fmin(fmin(positive + negative, z), 0.0), high = fmax(fmax(positive, z), 0.0);
    return (CloseupAxis){fmin(BEYOND * low, -REACH), fmax(BEYOND * high, REACH)};
}

float closeup_x(const CloseupPlaces *places, CloseupAxis axis, double z)
{
    double share = (z - axis.low) / (axis.high - axis.low);
    const SDL_Rect *box = &places->curve;
    return (float)box->x + (float)(fmin(fmax(share, 0.0), 1.0) * (double)box->w);
}

double closeup_z(const CloseupPlaces *places, CloseupAxis axis, int x)
{
    const SDL_Rect *box = &places->curve;
    double share = (double)(x - box->x) / (double)SDL_max(box->w, 1);
    return axis.low + fmin(fmax(share, 0.0), 1.0) * (axis.high - axis.low);
}

SDL_Rect closeup_bias_box(const CloseupPlaces *places)
{
    return row_around((SDL_Rect[]){places->label[CLOSEUP_BIAS], places->bar[CLOSEUP_BIAS]}, 2);
}
