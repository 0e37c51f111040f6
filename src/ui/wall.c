/* A wall of 28x28 pictures with captions. */
#include "ui/wall.h"

/* Design pixels. */
enum { SIDE = 56, GAP = 4, WIDE_GAP = 16, CAPTION_H = 18, BAR_W = 4 };

static int count_rows(const Wall *wall, const WallPlaces *places)
{
    return (wall->tiles + places->columns - 1) / places->columns;
}

/* As large as the columns allow; where their number is given, all rows show if they can. */
static int choose_side(const Wall *wall, const WallPlaces *places, const Paint *paint, int gap)
{
    int side = SDL_min(places->pitch_w - gap, paint_px(paint, SIDE));
    if (wall->columns > 0) {
        int pitch_h = places->box.h / SDL_max(count_rows(wall, places), 1);
        side = SDL_min(side, SDL_max(pitch_h - places->caption_h - gap, paint_px(paint, SIDE / 2)));
    }
    return SDL_max(side, 1);
}

void wall_place(WallPlaces *places, Wall *wall, const Paint *paint, SDL_Rect box)
{
    int gap = paint_px(paint, wall->columns > 0 ? GAP : WIDE_GAP);
    int w = box.w - paint_px(paint, 2 * BAR_W) + gap; /* the last column needs no gap */
    *places = (WallPlaces){.box = box, .tiles_w = SDL_max(w, 1), .columns = wall->columns};
    if (places->columns == 0) {
        places->columns = SDL_max(w / (paint_px(paint, SIDE) + gap), 1);
    }
    places->pitch_w = SDL_max(w / places->columns, 1);
    places->bar_w = paint_px(paint, BAR_W);
    places->caption_h = wall->captions ? paint_px(paint, CAPTION_H) : 0;
    places->side_px = choose_side(wall, places, paint, gap);
    int gap_h = paint_px(paint, GAP);
    places->pitch_h = places->side_px + places->caption_h + gap_h;
    places->rows = SDL_max((box.h + gap_h) / places->pitch_h, 1);
    wall->marked = SDL_min(wall->marked, wall->tiles - 1);
    wall_scroll(wall, places, 0);
}

int wall_showing(const Wall *wall, const WallPlaces *places, int *first)
{
    *first = wall->top * places->columns;
    return SDL_clamp(wall->tiles - *first, 0, places->rows * places->columns);
}

int wall_tile_at(const Wall *wall, const WallPlaces *places, int x, int y)
{
    SDL_Rect tiles = {places->box.x, places->box.y, places->tiles_w,
                      places->rows * places->pitch_h};
    if (!SDL_PointInRect(&(SDL_Point){x, y}, &tiles)) {
        return -1;
    }
    int row = wall->top + (y - tiles.y) / places->pitch_h;
    int tile = row * places->columns + (x - tiles.x) * places->columns / places->tiles_w;
    return tile < wall->tiles ? tile : -1;
}

void wall_scroll(Wall *wall, const WallPlaces *places, int rows)
{
    int last = SDL_max(count_rows(wall, places) - places->rows, 0);
    wall->top = SDL_clamp(wall->top + rows, 0, last);
}

void wall_mark(Wall *wall, const WallPlaces *places, int tile)
{
    wall->marked = SDL_clamp(tile, 0, wall->tiles - 1);
    if (wall->tiles == 0) {
        wall->marked = -1;
        return;
    }
    int row = wall->marked / places->columns, bottom = wall->top + places->rows - 1;
    wall_scroll(wall, places, row < wall->top ? row - wall->top : SDL_max(row - bottom, 0));
}

/* Where the mark goes from `from`, a row up or down: it stays in its column, or on the last one. */
static int beside(const Wall *wall, const WallPlaces *places, int from, int rows)
{
    int to = from + rows * places->columns, last = wall->tiles - 1;
    bool below = from / places->columns < last / places->columns;
    return to < 0 ? from : to <= last ? to : below ? last : from;
}

bool wall_key(Wall *wall, const WallPlaces *places, SDL_Keycode key)
{
    int from = SDL_max(wall->marked, 0), page = places->rows * places->columns;
    switch (key) {
    case SDLK_LEFT:
        wall_mark(wall, places, from - 1);
        return true;
    case SDLK_RIGHT:
        wall_mark(wall, places, from + 1);
        return true;
    case SDLK_UP:
    case SDLK_DOWN:
        wall_mark(wall, places, beside(wall, places, from, key == SDLK_UP ? -1 : 1));
        return true;
    case SDLK_PAGEUP:
        wall_mark(wall, places, from - page);
        return true;
    case SDLK_PAGEDOWN:
        wall_mark(wall, places, from + page);
        return true;
    case SDLK_HOME:
        wall_mark(wall, places, 0);
        return true;
    case SDLK_END:
        wall_mark(wall, places, wall->tiles - 1);
        return true;
    default:
        return false;
    }
}

SDL_Rect wall_tile_box(const Wall *wall, const WallPlaces *places, int tile)
{
    int row = tile / places->columns - wall->top, column = tile % places->columns;
    return (SDL_Rect){places->box.x + column * places->tiles_w / places->columns,
                      places->box.y + row * places->pitch_h, places->side_px, places->side_px};
}

static SDL_Rect bar_box(const WallPlaces *places)
{
    return (SDL_Rect){places->box.x + places->box.w - places->bar_w, places->box.y, places->bar_w,
                      places->rows * places->pitch_h};
}

bool wall_bar_at(const Wall *wall, const WallPlaces *places, int x, int y)
{
    SDL_Rect box = bar_box(places);
    box.x -= box.w; /* thin things are hard to hit */
    box.w *= 3;
    return count_rows(wall, places) > places->rows && SDL_PointInRect(&(SDL_Point){x, y}, &box);
}

void wall_drag_bar(Wall *wall, const WallPlaces *places, int y)
{
    SDL_Rect box = bar_box(places);
    float share = (float)(y - box.y) / (float)SDL_max(box.h, 1);
    int middle = (int)(share * (float)count_rows(wall, places));
    wall_scroll(wall, places, middle - places->rows / 2 - wall->top);
}

void wall_bar_draw(Paint *out, const Wall *wall, const WallPlaces *places)
{
    int rows = count_rows(wall, places);
    if (rows <= places->rows) {
        return;
    }
    SDL_Rect track = bar_box(places);
    int thumb_h = SDL_max(track.h * places->rows / rows, 4 * track.w);
    int last = rows - places->rows;
    SDL_Rect thumb = {track.x, track.y + (track.h - thumb_h) * wall->top / last, track.w, thumb_h};
    paint_round(out, track, BAR_W / 2.0f, out->theme->track);
    paint_round(out, thumb, BAR_W / 2.0f, out->theme->secondary);
}

static void caption_draw(Paint *out, const Wall *wall, const WallPlaces *places, int number)
{
    const Theme *theme = out->theme;
    const WallTile *tile = &wall->tile[number - wall->first];
    SDL_Rect box = wall_tile_box(wall, places, number);
    SDL_Rect line = {box.x + box.w / 2 - places->pitch_w / 2, box.y + box.h, places->pitch_w,
                     places->caption_h};
    paint_text(out, line, PAINT_CENTRE, tile->caption, PAINT_AXIS, TEXT_REGULAR,
               tile->frame == WALL_BAD ? theme->negative : theme->secondary);
}

/* All pictures are parts of one texture: hundreds of textures would be slow. */
static void pictures_draw(Paint *out, const Wall *wall, const WallPlaces *places, int first,
                          int end)
{
    Canvas *canvas = &out->canvas[PAINT_WALL];
    int columns = places->columns;
    SDL_Rect part = {0, 0, CANVAS_SIDE, CANVAS_SIDE};
    Uint32 shade[CANVAS_LEVELS];
    canvas_levels(out->theme->paper, out->theme->ink, shade);
    if (!canvas_begin(canvas, columns * part.w, places->rows * part.h, out->theme->panel)) {
        return;
    }
    for (int i = first; i < end; i++) {
        canvas_picture(canvas, i % columns * part.w, (i - first) / columns * part.h,
                       wall->tile[i - wall->first].level, shade);
    }
    if (!canvas_upload(canvas, out->renderer)) {
        return;
    }
    for (int i = first; i < end; i++) {
        part.x = i % columns * part.w;
        part.y = (i - first) / columns * part.h;
        canvas_show_part(canvas, out->renderer, part, wall_tile_box(wall, places, i));
    }
}

void wall_draw(Paint *out, const Wall *wall, const WallPlaces *places)
{
    const Theme *theme = out->theme;
    int first, shown = wall_showing(wall, places, &first), end = first + shown;
    pictures_draw(out, wall, places, first, end);
    for (int i = first; i < end; i++) {
        WallFrame frame = wall->tile[i - wall->first].frame;
        if (wall->captions) {
            caption_draw(out, wall, places, i);
        }
        if (frame != WALL_PLAIN) {
            paint_outline(out, wall_tile_box(wall, places, i), 1.5f,
                          frame == WALL_BAD ? theme->negative : theme->secondary);
        }
    }
    if (wall->marked >= first && wall->marked < end) {
        paint_outline(out, wall_tile_box(wall, places, wall->marked), 1.5f, theme->positive);
    }
    wall_bar_draw(out, wall, places);
}
