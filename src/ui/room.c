/* Cutting the window into its parts. */
#include "ui/room.h"

#include <math.h>

float room_pick(const Frame *frame, float roomy, float compact)
{
    return frame->compact ? compact : roomy;
}

SDL_Rect room_box(Room room)
{
    float s = room.frame->scale;
    int left = (int)lroundf(room.left * s), top = (int)lroundf(room.top * s);
    return (SDL_Rect){left, top, (int)lroundf(room.right * s) - left,
                      (int)lroundf(room.bottom * s) - top};
}

Room room_cut_top(Room *rest, float h, float gap)
{
    Room cut = *rest;
    cut.bottom = cut.top + h;
    rest->top = cut.bottom + gap;
    return cut;
}

Room room_cut_bottom(Room *rest, float h)
{
    Room cut = *rest;
    cut.top = rest->bottom -= h;
    return cut;
}

Room room_cut_left(Room *rest, float w, float gap)
{
    Room cut = *rest;
    cut.right = cut.left + w;
    rest->left = cut.right + gap;
    return cut;
}

Room room_cut_right(Room *rest, float w, float gap)
{
    Room cut = *rest;
    cut.left = cut.right - w;
    rest->right = cut.left - gap;
    return cut;
}

Room room_grow(Room room, float sides, float above, float below)
{
    return (Room){room.frame, room.left - sides, room.top - above, room.right + sides,
                  room.bottom + below};
}
