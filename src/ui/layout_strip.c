/* Where everything is in the training strip. Numbers here are design pixels. */
#include "ui/room.h"

enum { RESUME_W = 84, SCRATCH_W = 142, FOLD_W = 84, BUTTON_GAP = 8, AXIS_W = 44, AXIS_H = 16 };

float layout_strip_height(const Frame *frame)
{
    return frame->strip == LAYOUT_STRIP_FOLDED ? 48.0f
           : frame->strip == LAYOUT_STRIP_LOW  ? 120.0f
                                               : room_pick(frame, 136.0f, 128.0f);
}

/* In the middle of the height of `row`. */
static SDL_Rect level(Room row, float h)
{
    row.top = (row.top + row.bottom - h) / 2.0f;
    row.bottom = row.top + h;
    return room_box(row);
}

static void place_folded(Layout *layout, Room row)
{
    row = room_grow(row, 0.0f, -9.0f, -9.0f);
    layout->resume = room_box(room_cut_left(&row, RESUME_W, BUTTON_GAP));
    layout->scratch = room_box(room_cut_left(&row, SCRATCH_W, 20.0f));
    layout->fold = room_box(room_cut_right(&row, FOLD_W, 12.0f));
    layout->status = level(row, LABEL_H);
}

static void place_buttons(Layout *layout, Room *row)
{
    layout->resume = level(room_cut_left(row, RESUME_W, BUTTON_GAP), CONTROL_H);
    layout->scratch = level(room_cut_left(row, SCRATCH_W, 0.0f), CONTROL_H);
}

static void place_speed(Layout *layout, Room row)
{
    float value = room_pick(row.frame, 76.0f, 64.0f);
    layout->speed_label = level(room_cut_left(&row, 36.0f, 4.0f), LABEL_H);
    layout->speed_value = level(room_cut_right(&row, value, 8.0f), LABEL_H);
    layout->speed = level(row, 22.0f);
}

/* Buttons, speed, and what it is trained on. A compact window has the speed beside the round
 * buttons. */
static void place_transport(Layout *layout, Room rest)
{
    bool compact = rest.frame->compact;
    float side = compact ? 32.0f : 36.0f, play = compact ? 36.0f : 44.0f;
    Room row = room_cut_top(&rest, play, compact ? 6.0f : 8.0f);
    layout->back = level(room_cut_left(&row, side, BUTTON_GAP), side);
    layout->forward = level(room_cut_left(&row, side, BUTTON_GAP), side);
    layout->play = room_box(room_cut_left(&row, play, compact ? 10.0f : 16.0f));
    Room second = room_cut_top(&rest, compact ? CONTROL_H : 22.0f, 4.0f);
    place_buttons(layout, compact ? &second : &row);
    place_speed(layout, compact ? row : second);
    layout->status = room_box(room_cut_top(&rest, 18.0f, 0.0f));
}

void layout_place_strip(Layout *layout, Room rest)
{
    const Frame *f = rest.frame;
    layout->strip = room_box(rest);
    rest = room_grow(rest, -MARGIN, 0.0f, 0.0f);
    if (f->strip == LAYOUT_STRIP_FOLDED) {
        place_folded(layout, rest);
        return;
    }
    float pad = f->strip == LAYOUT_STRIP_LOW || f->compact ? 12.0f : 16.0f;
    rest = room_grow(rest, 0.0f, -pad, -pad);
    layout->figures = room_box(room_cut_right(&rest, 150.0f, room_pick(f, 40.0f, 24.0f)));
    place_transport(layout, room_cut_left(&rest, room_pick(f, 384.0f, 300.0f), 20.0f));
    rest.left += AXIS_W;
    Room title = room_cut_top(&rest, AXIS_H, 6.0f);
    layout->fold = room_box(room_cut_right(&title, FOLD_W, 8.0f));
    layout->time_title = room_box(title);
    room_cut_bottom(&rest, AXIS_H);
    layout->time = room_box(rest);
}
