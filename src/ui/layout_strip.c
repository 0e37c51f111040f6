/* Where everything is in the training strip. Numbers here are design pixels. */
#include "ui/room.h"

static void place_training(Layout *layout, Room rest)
{
    const Frame *f = rest.frame;
    float line_h = room_pick(f, 19.0f, 16.0f);
    rest.bottom += room_pick(f, 3.0f, 6.0f); /* the progress reaches into the margin */
    layout->progress = room_box(room_cut_bottom(&rest, 16.0f));
    Room buttons = room_cut_top(&rest, CONTROL_H, room_pick(f, 8.0f, 4.0f));
    layout->train = room_box(room_cut_left(&buttons, 92.0f, 6.0f));
    layout->step = room_box(room_cut_left(&buttons, 64.0f, 6.0f));
    layout->stop = room_box(room_cut_left(&buttons, 64.0f, 6.0f));
    layout->reset = room_box(buttons);
    Room speed = room_cut_top(&rest, 22.0f, room_pick(f, 6.0f, 1.0f));
    layout->speed_label = room_box(room_cut_left(&speed, 40.0f, 2.0f));
    layout->speed = room_box(room_cut_left(&speed, 190.0f, 10.0f));
    layout->speed_value = room_box(speed);
    layout->status[0] = room_box(room_cut_top(&rest, line_h, 0.0f));
    layout->status[1] = room_box(room_cut_top(&rest, line_h, 0.0f));
}

void layout_place_strip(Layout *layout, Room rest)
{
    /* Each plot has its axis numbers left of it and under it, its title above. */
    float pad = room_pick(rest.frame, 20.0f, 14.0f), axis = 46.0f, gap = 36.0f;
    layout->strip = room_box(rest);
    rest = room_grow(rest, -MARGIN, -pad, -pad);
    layout->figures = room_box(room_grow(room_cut_right(&rest, 140.0f, gap), 0.0f, 4.0f, 4.0f));
    place_training(layout, room_cut_left(&rest, 308.0f, gap));
    rest = room_grow(rest, 0.0f, -14.0f, -18.0f);
    if (!rest.frame->compact) {
        Room cost = room_cut_left(&rest, (rest.right - rest.left - gap) / 2.0f, gap);
        cost.left += axis;
        layout->cost = room_box(cost);
    }
    rest.left += axis;
    layout->accuracy = room_box(rest);
}
