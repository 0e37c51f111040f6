/* Pictures of 28x28 signed numbers. */
#include "ui/tiles.h"

#include <stdio.h>

#include "ui/row.h"

/* Design pixels. */
enum { LEAST_SIDE = 28, GAP = 8, CAPTION_H = 16, NUMBER_W = 40, BAR_H = 6, SCROLL_W = 4 };

/* Of so many pictures each has a caption: more texts than are kept would be drawn anew each frame.
 */
enum { CAPTIONS_MOST = 128 };

bool tiles_begin(Tiles *tiles, Paint *out, int columns, int rows)
{
    const Theme *theme = out->theme;
    tiles->out = out;
    canvas_shades(theme->negative, theme->paper, theme->positive, tiles->shade);
    return canvas_begin(&out->canvas[PAINT_TILES], columns * CANVAS_SIDE, rows * CANVAS_SIDE,
                        theme->paper);
}

void tiles_put(Tiles *tiles, int column, int row, const float *value, float full)
{
    canvas_signed(&tiles->out->canvas[PAINT_TILES], column * CANVAS_SIDE, row * CANVAS_SIDE, value,
                  full, tiles->shade);
}

bool tiles_upload(Tiles *tiles)
{
    return canvas_upload(&tiles->out->canvas[PAINT_TILES], tiles->out->renderer);
}

void tiles_show(Tiles *tiles, int column, int row, SDL_Rect box)
{
    SDL_Rect part = {column * CANVAS_SIDE, row * CANVAS_SIDE, CANVAS_SIDE, CANVAS_SIDE};
    paint_frame(tiles->out, box);
    canvas_show_part(&tiles->out->canvas[PAINT_TILES], tiles->out->renderer, part, box);
}

void tiles_scale_draw(Paint *out, float full, SDL_Rect box)
{
    enum { STEPS = 65 };
    const Theme *theme = out->theme;
    char low[16], high[16];
    snprintf(low, sizeof low, "%+.2g", (double)-full);
    snprintf(high, sizeof high, "%+.2g", (double)full);
    int needed = SDL_max(paint_text_width(out, low, PAINT_AXIS, TEXT_REGULAR),
                         paint_text_width(out, high, PAINT_AXIS, TEXT_REGULAR));
    int number = SDL_max(SDL_min(paint_px(out, NUMBER_W), box.w * 2 / 5), needed);
    paint_text(out, row_left(&box, number, 0), PAINT_LEFT, low, PAINT_AXIS, TEXT_REGULAR,
               theme->secondary);
    SDL_Rect scale = row_left(&box, SDL_max(box.w - number, 0), 0);
    box.w = number;
    paint_text(out, box, PAINT_RIGHT, high, PAINT_AXIS, TEXT_REGULAR, theme->secondary);
    scale = row_middle(scale, scale.w, paint_px(out, BAR_H));
    for (int i = 0; i < STEPS; i++) {
        float at = 2.0f * (float)i / (STEPS - 1) - 1.0f;
        SDL_Color end = at < 0.0f ? theme->negative : theme->positive;
        paint_fill(out, row_across(scale, STEPS, i),
                   theme_mix(theme->paper, end, at < 0.0f ? -at : at));
    }
}

int tiles_side(int room)
{
    int whole = room - room % CANVAS_SIDE;
    return SDL_max(4 * whole >= 3 * room ? whole : room, 1);
}

/* The largest side with which all rows show in so many columns. */
static int side_with(const TilesPlaces *places, int columns, int gap)
{
    int rows = (places->tiles + columns - 1) / columns;
    int w = (places->box.w + gap) / columns - gap;
    int h = (places->box.h + gap) / rows - gap - places->caption_h;
    return SDL_min(w, h);
}

void tiles_place(TilesPlaces *places, const Paint *paint, int tiles, int top, SDL_Rect box)
{
    int gap = paint_px(paint, GAP), best = 0;
    box.w -= 2 * paint_px(paint, SCROLL_W);
    *places = (TilesPlaces){.box = box, .tiles = tiles, .columns = 1};
    places->caption_h = tiles <= CAPTIONS_MOST ? paint_px(paint, CAPTION_H) : 0;
    for (int columns = 1; columns <= tiles; columns++) {
        int side = tiles_side(side_with(places, columns, gap));
        if (side > best) {
            best = side;
            places->columns = columns;
        }
    }
    int least = paint_px(paint, LEAST_SIDE);
    places->side_px = SDL_max(best, tiles_side(least));
    if (best < least) {
        places->columns = SDL_max((box.w + gap) / (least + gap), 1);
    }
    places->pitch_w = SDL_max((box.w + gap) / places->columns, 1);
    places->pitch_h = places->side_px + places->caption_h + gap;
    places->rows = SDL_max((box.h + gap) / places->pitch_h, 1);
    int rows = (tiles + places->columns - 1) / places->columns;
    if (rows <= places->rows) { /* all show: they share the height */
        places->rows = rows;
        places->pitch_h = SDL_min((box.h + gap) / rows, places->pitch_h + places->side_px / 2);
    }
    places->top = SDL_clamp(top, 0, SDL_max(rows - places->rows, 0));
}

SDL_Rect tiles_box(const TilesPlaces *places, int tile)
{
    int row = tile / places->columns - places->top, column = tile % places->columns;
    return (SDL_Rect){places->box.x + column * places->pitch_w,
                      places->box.y + row * places->pitch_h, places->side_px, places->side_px};
}

int tiles_at(const TilesPlaces *places, int x, int y)
{
    int column = (x - places->box.x) / places->pitch_w, row = (y - places->box.y) / places->pitch_h;
    int tile = (places->top + row) * places->columns + column;
    bool inside =
        x >= places->box.x && y >= places->box.y && column < places->columns && row < places->rows;
    return inside && tile < places->tiles ? tile : -1;
}

void tiles_bar_draw(Paint *out, const TilesPlaces *places)
{
    int rows = (places->tiles + places->columns - 1) / places->columns;
    int w = paint_px(out, SCROLL_W);
    if (rows <= places->rows) {
        return;
    }
    SDL_Rect track = {places->box.x + places->box.w + w, places->box.y, w,
                      places->rows * places->pitch_h};
    SDL_Rect thumb = {track.x, track.y + track.h * places->top / rows, w,
                      SDL_max(track.h * places->rows / rows, 2 * w)};
    paint_round(out, track, SCROLL_W / 2.0f, out->theme->track);
    paint_round(out, thumb, SCROLL_W / 2.0f, out->theme->secondary);
}
