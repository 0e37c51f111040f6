/* A frame of the film of a run. */
#include "ui/film_picture.h"

#include <stdio.h>

#include "ui/row.h"

/* Design pixels. */
enum {
    EDGE = 28,
    GAP = 28,
    LABEL_H = 24,
    CAPTION_H = 24,
    SHEET = 224, /* 8 a cell */
    DIGITS_W = 28,
    BARS_W = 196,
    COST_H = 120,
    TICKS_H = 24, /* under the cost */
    TICKS_W = 56, /* left of it */
    NAME_W = 80,
};

/* A label over a part. */
static SDL_Rect label_of(const Paint *paint, SDL_Rect *part)
{
    return row_top(part, paint_px(paint, LABEL_H), 0);
}

void film_picture_place(FilmPlaces *places, const Paint *paint, bool ground, SDL_Rect box)
{
    int gap = paint_px(paint, GAP);
    *places = (FilmPlaces){0};
    box = row_inset(box, paint_px(paint, EDGE), paint_px(paint, EDGE));
    places->caption = row_bottom(&box, paint_px(paint, CAPTION_H), paint_px(paint, GAP / 2));
    row_bottom(&box, paint_px(paint, TICKS_H), 0);
    places->cost = row_bottom(&box, paint_px(paint, COST_H + LABEL_H), gap);
    row_left(&places->cost, paint_px(paint, TICKS_W), 0);
    places->cost_label = label_of(paint, &places->cost);
    SDL_Rect left = row_left(&box, paint_px(paint, SHEET + GAP + DIGITS_W + BARS_W), gap);
    SDL_Rect bars = row_top(&left, paint_px(paint, LABEL_H + SHEET), gap);
    places->sheet = row_left(&bars, paint_px(paint, SHEET), gap);
    places->sheet_label = label_of(paint, &places->sheet);
    places->bars_label = label_of(paint, &bars);
    places->digits = row_left(&bars, paint_px(paint, DIGITS_W), 0);
    places->bars = bars;
    if (ground) {
        places->ground_label = label_of(paint, &box);
        places->ground = box;
        places->wall = left;
    } else {
        places->answer = left;
        places->wall = box;
    }
    places->wall_label = label_of(paint, &places->wall);
}

static void label_draw(Paint *out, SDL_Rect box, PaintAlign align, const char *text)
{
    paint_text(out, box, align, text, PAINT_LABEL, TEXT_MEDIUM, out->theme->secondary);
}

static void wall_draw(Paint *out, const FilmPicture *picture, const FilmPlaces *places)
{
    char text[96];
    TilesPlaces tiles;
    if (picture->neurons < picture->of) {
        snprintf(text, sizeof text, "What %d of the %d neurons of layer 1 look for",
                 picture->neurons, picture->of);
    } else {
        snprintf(text, sizeof text, "What the %d neuron%s of layer 1 look%s for", picture->of,
                 picture->of > 1 ? "s" : "", picture->of > 1 ? "" : "s");
    }
    label_draw(out, places->wall_label, PAINT_LEFT, text);
    tiles_place(&tiles, out, picture->neurons, 0, places->wall);
    neuron_wall_draw(out, &picture->wall, &tiles);
}

void film_picture_draw(Paint *out, const FilmPicture *picture, SDL_Rect box)
{
    FilmPlaces places;
    film_picture_place(&places, out, picture->ground != NULL, box);
    paint_fill(out, box, out->theme->window);
    label_draw(out, places.sheet_label, PAINT_LEFT, "Drawing");
    sheet_draw(out, picture->sheet, places.sheet);
    if (!picture->ground) {
        chart_draw_answer(out, &picture->chart, places.answer);
    }
    label_draw(out, places.bars_label, PAINT_LEFT, "Outputs");
    chart_draw_digits(out, &picture->chart, places.digits);
    chart_draw(out, &picture->chart, places.bars);
    wall_draw(out, picture, &places);
    if (picture->ground) {
        label_draw(out, places.ground_label, PAINT_LEFT,
                   "The cost around the run as ground, height on a log scale");
        film_ground_draw(out, picture->ground, places.ground);
    }
    label_draw(out, places.cost_label, PAINT_LEFT, "Cost of the minibatches");
    label_draw(out, places.cost_label, PAINT_RIGHT, picture->moment);
    strip_draw_cost(out, picture->cost, places.cost);
    SDL_Rect caption = places.caption;
    SDL_Rect name = row_right(&caption, paint_px(out, NAME_W), 0);
    paint_text(out, caption, PAINT_LEFT, picture->caption, PAINT_LABEL, TEXT_REGULAR,
               out->theme->secondary);
    paint_text(out, name, PAINT_RIGHT, "Inkling", PAINT_LABEL, TEXT_REGULAR, out->theme->secondary);
}
