/* Dashes. */
#include "ui/dashes.h"

/* Design pixels, as are the gaps. */
enum { DASH = 3 };

void dashes_line(Paint *out, SDL_Point from, SDL_Point to, SDL_Color colour)
{
    int dash = paint_px(out, DASH), line = paint_px(out, 1.0f);
    bool down = to.x == from.x;
    int way = down ? to.y - from.y : to.x - from.x;
    for (int at = 0; at < way; at += 2 * dash) {
        int length = SDL_min(dash, way - at);
        paint_fill(out,
                   down ? (SDL_Rect){from.x, from.y + at, line, length}
                        : (SDL_Rect){from.x + at, from.y, length, line},
                   colour);
    }
}

void dashes_box(Paint *out, SDL_Rect box, SDL_Color colour)
{
    int line = paint_px(out, 1.0f), right = box.x + box.w, bottom = box.y + box.h;
    dashes_line(out, (SDL_Point){box.x, box.y}, (SDL_Point){right, box.y}, colour);
    dashes_line(out, (SDL_Point){box.x, bottom - line}, (SDL_Point){right, bottom - line}, colour);
    dashes_line(out, (SDL_Point){box.x, box.y}, (SDL_Point){box.x, bottom}, colour);
    dashes_line(out, (SDL_Point){right - line, box.y}, (SDL_Point){right - line, bottom}, colour);
}
