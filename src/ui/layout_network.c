/* Where everything is in the picture of the network, from the sheet to the answer. Numbers here are
 * design pixels. */
#include <math.h>

#include "ui/diagram_places.h"
#include "ui/room.h"

enum {
    CELLS = 28,      /* of a side of the sheet */
    GAP = 16,        /* between the sheet and what belongs to it */
    UNDER_AXIS = 12, /* the axis is so much above the middle: the labels weigh less */
    LABELS_H = 32,   /* over the picture */
    NUMBER_W = 46,   /* right of a bar */
    RADIUS = 15,     /* of an output */
    NARROW_W = 900,
    ROOMY_W = 1280,
};

/* The column of inputs, of the picture's width. */
static const float WIDEST = 0.055f;

/* A size that grows with the window: so large in the smallest one, so large in that of the design.
 */
static float between(const Frame *frame, float narrow, float roomy)
{
    float share = fmaxf((frame->w - NARROW_W) / (ROOMY_W - NARROW_W), 0.0f);
    return narrow + share * (roomy - narrow);
}

/* The height that everything is centred on. */
static float axis_of(Room room)
{
    return (room.top + room.bottom) / 2.0f - UNDER_AXIS;
}

/* A room of that size, its middle at the height `axis`. */
static Room centred(Room room, float h, float axis)
{
    room.top = axis - h / 2.0f;
    room.bottom = axis + h / 2.0f;
    return room;
}

int layout_place_large_sheet(Layout *layout, Room *rest)
{
    const Frame *f = rest->frame;
    bool tools = layout_has(f, LAYOUT_TOOLS);
    float above = f->presenting ? 0.0f : LABEL_H + 8.0f;
    float under = tools ? GAP + CONTROL_H + 8.0f + LABEL_H : 0.0f;
    float axis = axis_of(*rest);
    float half = fminf(axis - rest->top - above, rest->bottom - 8.0f - axis - under);
    float side = fminf(2.0f * half, between(f, 252.0f, 392.0f));
    int cell_px = (int)fmaxf(side * f->scale / CELLS + 0.01f, 1.0f);
    side = (float)(cell_px * CELLS) / f->scale;
    Room left = room_cut_left(rest, fmaxf(side, 224.0f), between(f, 23.0f, 24.0f));
    Room sheet = centred(left, side, axis);
    sheet.right = sheet.left + side;
    layout->sheet = room_box(sheet);
    layout->sheet.w = layout->sheet.h = cell_px * CELLS;
    Room label = left;
    label.top = sheet.top - above;
    if (!f->presenting) {
        layout->sheet_label = room_box(room_cut_top(&label, LABEL_H, 0.0f));
    }
    left.top = sheet.bottom + GAP;
    if (tools) {
        layout_place_tools(layout, room_cut_top(&left, CONTROL_H, 8.0f));
        layout->label_note = room_box(room_cut_top(&left, LABEL_H, 0.0f));
    }
    return cell_px;
}

/* What the network sees, and how that is made. */
static void place_input(Layout *layout, Room *rest, int cell_px, float axis)
{
    const Frame *f = rest->frame;
    int input_px = (int)fmaxf(0.2143f * (float)cell_px + 0.5f, 1.0f);
    float side = (float)(input_px * CELLS) / f->scale;
    Room column = room_cut_left(rest, side, 0.0f), picture = centred(column, side, axis);
    layout->input = room_box(picture);
    layout->input.w = layout->input.h = input_px * CELLS;
    layout->input_label = room_box(room_grow(picture, 0.0f, 28.0f, -side - 8.0f));
    column.top = picture.bottom + 10.0f;
    column.right = column.left + fmaxf(side, 72.0f); /* there the fan is narrow */
    if (column.bottom - column.top >= 3 * LABEL_H) {
        layout->straighten = room_box(room_cut_top(&column, LABEL_H, 0.0f));
        layout->fit = room_box(room_cut_top(&column, 2 * LABEL_H, 0.0f));
    }
}

/* Bars, their numbers, and the answer at the height of the axis. */
static void place_answer(Layout *layout, Room *rest, Room rows, float axis, float w)
{
    float answer_w = 0.15f * w, number_w = fminf(0.09f * w, NUMBER_W);
    Room answer = room_cut_right(rest, fminf(fmaxf(answer_w, 60.0f), 200.0f), 0.025f * w);
    float answer_h = fminf(1.6f * (answer.right - answer.left), rows.bottom - rows.top);
    layout->answer = room_box(centred(answer, answer_h, axis));
    Room chart = room_cut_right(rest, 0.223f * w + fmaxf(number_w, 40.0f), RADIUS * 0.33f);
    chart.top = rows.top;
    chart.bottom = rows.bottom;
    layout->chart = room_box(chart);
    Room digits = rows;
    digits.right = rest->right;
    digits.left = digits.right - 2 * RADIUS;
    layout->digits = room_box(digits);
}

/* How high the column of inputs is, in output pixels: its cells are whole pixels where they can be.
 */
static int column_height_px(Room picture)
{
    const Frame *f = picture.frame;
    float h = picture.bottom - picture.top - 2.0f * LABELS_H - UNDER_AXIS;
    float w = WIDEST * (picture.right - picture.left);
    int pitch_px = (int)(fminf(h / DIAGRAM_LINES, w / DIAGRAM_LINE_CELLS) * f->scale);
    return pitch_px >= 3 ? pitch_px * DIAGRAM_LINES : (int)fmaxf(h * f->scale, 1.0f);
}

void layout_place_network(Layout *layout, Room picture, int cell_px)
{
    const Frame *f = picture.frame;
    float axis = axis_of(picture);
    if (layout_has(f, LAYOUT_INPUT)) {
        place_input(layout, &picture, cell_px, axis);
    }
    int h_px = column_height_px(picture);
    Room rows = centred(picture, (float)h_px / f->scale, axis);
    float inputs_w = (float)(h_px * DIAGRAM_LINE_CELLS / DIAGRAM_LINES) / f->scale;
    float fan_w = layout_has(f, LAYOUT_INPUT) ? between(f, 32.0f, 60.0f) : 12.0f;
    float w = picture.right - picture.left - fan_w - inputs_w;
    rows.right = picture.right;
    if (layout_has(f, LAYOUT_ANSWER)) {
        place_answer(layout, &picture, rows, axis, w);
        rows.right = picture.right;
    }
    layout->diagram = room_box(rows);
    layout->diagram.h = h_px;
    layout->chart.y = layout->digits.y = layout->diagram.y;
    layout->chart.h = layout->digits.h = layout->chart.w > 0 ? layout->diagram.h : 0;
    layout->inputs = (SDL_Rect){layout->diagram.x + (int)lroundf(fan_w * f->scale),
                                layout->diagram.y, h_px * DIAGRAM_LINE_CELLS / DIAGRAM_LINES, h_px};
    Room label = rows;
    label.bottom = rows.top - 10.0f;
    label.top = label.bottom - LABEL_H;
    layout->diagram_label = room_box(label);
    rows.top = picture.top;
    rows.bottom = picture.bottom - GAP;
    layout->view = room_box(rows);
}
