/* Ten rows of brightness over time. */
#include "ui/bands.h"

#include <math.h>

#include "ui/row.h"

enum { TITLE_H = 24, UNIT_GAP = 12, AXIS_H = 16, LEVELS = 64, AXIS_FROM_H = 84 };

void bands_place(BandsPlaces *places, const Paint *paint, SDL_Rect box)
{
    int axis = box.h >= paint_px(paint, AXIS_FROM_H) ? paint_px(paint, AXIS_H) : 0;
    places->title = row_top(&box, paint_px(paint, TITLE_H), paint_px(paint, 4.0f));
    row_left(&places->title, paint_px(paint, BANDS_DIGITS_W), 0);
    SDL_Rect picture = row_top(&box, SDL_max(box.h - axis, 0), 0);
    places->digits = row_left(&picture, paint_px(paint, BANDS_DIGITS_W), 0);
    places->picture = picture;
    places->axis = (SDL_Rect){picture.x, box.y, picture.w, axis};
}

float bands_share_at(const BandsPlaces *places, int x)
{
    float share = ((float)(x - places->picture.x) + 0.5f) / (float)SDL_max(places->picture.w, 1);
    return fminf(fmaxf(share, 0.0f), 1.0f);
}

int bands_row_at(const BandsPlaces *places, int y)
{
    int row = (y - places->picture.y) * NET_OUTPUTS / SDL_max(places->picture.h, 1);
    return SDL_clamp(row, 0, NET_OUTPUTS - 1);
}

/* Where a column ends: half way to the next, or where it is. */
static int end_x(const Bands *bands, SDL_Rect box, int column)
{
    const BandsColumn *at = &bands->column[column];
    float end = column == bands->columns - 1 ? at[0].at : 0.5f * (at[0].at + at[1].at);
    return box.x + (int)lroundf(end * (float)box.w);
}

/* Neighbours of one brightness are one box. */
static void row_draw(Paint *out, const Bands *bands, int row, SDL_Rect box)
{
    const Theme *theme = out->theme;
    SDL_Rect rest = row_down(box, NET_OUTPUTS, row);
    SDL_Color strong = row == bands->best ? theme->positive : theme->bar;
    int level = 0;
    rest.h -= rest.h > paint_px(out, 4.0f); /* rows are told apart where there is room */
    paint_fill(out, rest, theme->track);
    for (int i = 0; i < bands->columns; i++) {
        const BandsColumn *column = &bands->column[i];
        level = column->known ? (int)lroundf(column->activation[row] * LEVELS) : level;
        const BandsColumn *next = i + 1 < bands->columns ? column + 1 : NULL;
        bool same = next && (!next->known || (int)lroundf(next->activation[row] * LEVELS) == level);
        int end = end_x(bands, box, i);
        if (!same && end > rest.x) {
            paint_fill(out, row_left(&rest, end - rest.x, 0),
                       theme_mix(theme->track, strong, (float)level / LEVELS));
        }
    }
}

/* As many as there is room for, from 0 on. */
static void digits_draw(Paint *out, const Bands *bands, SDL_Rect box)
{
    int line = paint_px(out, PAINT_AXIS), step = 1;
    while (step * box.h < line * NET_OUTPUTS && step < NET_OUTPUTS) {
        step++;
    }
    for (int row = 0; row < NET_OUTPUTS; row += step) {
        char digit[2] = {(char)('0' + row), 0};
        SDL_Rect at = row_down(box, NET_OUTPUTS, row);
        at = (SDL_Rect){at.x, (2 * at.y + at.h) / 2 - line / 2, at.w, line};
        bool best = row == bands->best;
        paint_text(out, at, PAINT_LEFT, digit, PAINT_AXIS, best ? TEXT_BOLD : TEXT_REGULAR,
                   best ? out->theme->text : out->theme->secondary);
    }
}

static void axis_draw(Paint *out, const Bands *bands, SDL_Rect box)
{
    int gap = paint_px(out, 8.0f), left = box.x - box.w;
    for (int i = 0; i < bands->ticks; i++) {
        int w = paint_text_width(out, bands->tick[i].text, PAINT_AXIS, TEXT_REGULAR);
        int x = box.x + (int)lroundf(bands->tick[i].at * (float)box.w) - w / 2;
        x = SDL_min(x, box.x + box.w - w);
        if (x >= left) {
            paint_text(out, (SDL_Rect){x, box.y, w, box.h}, PAINT_LEFT, bands->tick[i].text,
                       PAINT_AXIS, TEXT_REGULAR, out->theme->secondary);
            left = x + w + gap;
        }
    }
}

/* The unit where there is room for it. */
static void title_draw(Paint *out, const Bands *bands, SDL_Rect box)
{
    SDL_Color colour = out->theme->secondary;
    paint_text(out, box, PAINT_LEFT, bands->title, PAINT_LABEL, TEXT_REGULAR, colour);
    row_left(&box, paint_text_width(out, bands->title, PAINT_LABEL, TEXT_REGULAR),
             paint_px(out, UNIT_GAP));
    if (bands->unit && paint_text_width(out, bands->unit, PAINT_AXIS, TEXT_REGULAR) <= box.w) {
        paint_text(out, box, PAINT_RIGHT, bands->unit, PAINT_AXIS, TEXT_REGULAR, colour);
    }
}

void bands_draw(Paint *out, const Bands *bands, const BandsPlaces *places)
{
    const Theme *theme = out->theme;
    SDL_Rect picture = places->picture;
    title_draw(out, bands, places->title);
    if (bands->columns == 0 || picture.h <= 0) {
        return;
    }
    digits_draw(out, bands, places->digits);
    for (int row = 0; row < NET_OUTPUTS; row++) {
        row_draw(out, bands, row, picture);
    }
    int line = paint_px(out, 2.0f);
    int x = picture.x + (int)lroundf(bands->mark * (float)(picture.w - line));
    paint_fill(out, (SDL_Rect){x, picture.y - line, line, picture.h + 2 * line}, theme->text);
    if (places->axis.h > 0) {
        axis_draw(out, bands, places->axis);
    }
}
