/* Where the view Slope has everything. */
#include "views/slope/slope_page.h"

#include "ui/row.h"

/* Design pixels. */
enum {
    GAP = 8,
    LINE_H = 20,
    BUTTON_H = 30,
    AXIS_W = 48, /* left of the plots */
    AXIS_H = 18,
    PATHS_LEAST = 56,
    NARROW = 820,
    ALL_SAID = 280, /* so high has room for every sentence */
    EDGE = 10       /* right of the plots */
};

/* Shares of what the curve and the paths have. */
static const float PATHS = 0.36f;

static void place_controls(SlopePlaces *places, Paint *paint, SDL_Rect row)
{
    int gap = paint_px(paint, GAP);
    bool narrow = row.w < paint_px(paint, NARROW);
    places->play = row_right(&row, paint_px(paint, 64.0f), gap);
    places->step = row_right(&row, paint_px(paint, 58.0f), gap);
    places->back = row_right(&row, paint_px(paint, narrow ? 58.0f : 106.0f), gap);
    for (int i = 0; i < 3; i++) {
        places->rates[i] = row_left(&row, paint_px(paint, narrow ? 84.0f : 96.0f), gap);
    }
    int text_w = paint_px(paint, 80.0f), w = SDL_max(row.w - text_w - gap, 0);
    places->rate = row_left(&row, SDL_min(w, paint_px(paint, 200.0f)), gap);
    places->rate_text = row_left(&row, SDL_min(row.w, text_w), 0);
}

static void place_choice(SlopePlaces *places, Paint *paint, SDL_Rect row)
{
    int gap = paint_px(paint, GAP), arrow = paint_px(paint, BUTTON_H);
    places->less = row_left(&row, arrow, gap / 2);
    places->more = row_left(&row, arrow, gap);
    places->uphill = row_left(&row, paint_px(paint, 136.0f), gap);
    places->renew = row_right(&row, SDL_min(row.w, paint_px(paint, 92.0f)), gap);
}

void slope_page_place(SlopePlaces *places, Paint *paint, SDL_Rect box, SDL_Rect row)
{
    *places = (SlopePlaces){0};
    int gap = paint_px(paint, GAP), line = paint_px(paint, LINE_H), left = paint_px(paint, AXIS_W);
    if (row.h > 0) {
        place_choice(places, paint, row);
        place_controls(places, paint, row_bottom(&box, paint_px(paint, BUTTON_H), gap));
    }
    for (int i = SLOPE_SAYS - 1; i >= 0; i--) {
        if (i != SLOPE_SAY_MINIBATCH || box.h >= paint_px(paint, ALL_SAID)) {
            places->said[i] = row_bottom(&box, line, i == 0 ? gap : 0);
        }
    }
    places->title = row_top(&box, line, gap);
    row_right(&box, paint_px(paint, EDGE), 0);
    int paths = (int)(PATHS * (float)box.h);
    if (paths >= paint_px(paint, PATHS_LEAST)) {
        places->paths = row_bottom(&box, paths - line, 0);
        row_left(&places->paths, left, 0);
        places->paths_title = row_bottom(&box, line, gap);
        row_left(&places->paths_title, left, 0);
    }
    places->axis_y = row_left(&box, left, 0);
    places->axis_x = row_bottom(&box, paint_px(paint, AXIS_H), 0);
    places->axis_y.h = box.h;
    places->plot = box;
}
