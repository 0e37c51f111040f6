/* Where everything is beside a view that has nearly the whole window: a small sheet, and under it
 * what it reads. Numbers here are design pixels. */
#include <math.h>

#include "ui/room.h"

enum {
    CELLS = 28, /* of a side of the sheet */
    DIGITS = 10,
    LEAST_W = 140, /* of the rail */
    LEAST_SHEET = 112,
    NOTE_H = 32,      /* two lines under the sheet */
    DIGITS_W = 18,    /* left of the bars */
    GAP = 12,         /* between the parts */
    PITCH_LEAST = 18, /* of a bar that leaves room for others; */
    LINE_LEAST = 15,  /* and of any */
};

/* The rail's side of the window, as wide and as high as it may become; a bar's pitch of its width.
 */
static const float WIDE = 0.13125f, HIGH = 0.27f, PITCH = 26.0f / 168.0f;

static void place_bars(Layout *layout, Room rail)
{
    float w = rail.right - rail.left;
    Room label = room_cut_top(&rail, LABEL_H, 4.0f);
    float h = fminf(rail.bottom - rail.top, DIGITS * PITCH * w);
    if (h < DIGITS * LINE_LEAST) {
        return; /* their numbers would touch */
    }
    layout->chart_label = room_box(label);
    Room bars = room_cut_top(&rail, h, 0.0f);
    layout->digits = room_box(room_cut_left(&bars, DIGITS_W, 0.0f));
    layout->chart = room_box(bars);
}

/* Under the sheet, with a line to say what its drawing is kept as, where there is room. */
static void place_tools(Layout *layout, Room *rail)
{
    Room row = room_cut_top(rail, CONTROL_H, 8.0f);
    float w = (row.right - row.left - 6.0f) / 2.0f;
    layout->undo = room_box(room_cut_left(&row, w, 6.0f));
    layout->clear = room_box(row);
    float least = DIGITS * PITCH_LEAST + LABEL_H + 4 + GAP;
    if (rail->bottom - rail->top >= NOTE_H + least) {
        layout->label_note = room_box(room_cut_top(rail, NOTE_H, 0.0f));
    }
}

void layout_place_rail(Layout *layout, Room *rest)
{
    const Frame *f = rest->frame;
    float w = fmaxf(fminf(WIDE * f->w, HIGH * f->h), LEAST_W);
    float top = fmaxf(rest->top, f->under_card);
    float tools = layout_has(f, LAYOUT_TOOLS) ? CONTROL_H + 8.0f : 0.0f;
    float bars = LABEL_H + 4.0f + DIGITS * LINE_LEAST; /* which a low sheet gives way to */
    float room = rest->bottom - top - 4 * GAP - LABEL_H - 4.0f;
    float side = fminf(w, fmaxf(room - tools - bars, LEAST_SHEET));
    int cell_px = (int)fmaxf(side * f->scale / CELLS + 0.01f, 1.0f);
    side = (float)(cell_px * CELLS) / f->scale;
    rest->top = top + room_pick(f, GAP, 8.0f);
    Room rail = room_cut_left(rest, w, room_pick(f, 20.0f, GAP));
    rail.bottom -= GAP;
    layout->sheet_label = room_box(room_cut_top(&rail, LABEL_H, 4.0f));
    layout->sheet = room_box(room_cut_top(&rail, side, room_pick(f, GAP, 8.0f)));
    layout->sheet.w = layout->sheet.h = cell_px * CELLS;
    if (layout_has(f, LAYOUT_TOOLS)) {
        place_tools(layout, &rail);
    }
    if (layout_has(f, LAYOUT_ANSWER)) {
        rail.top += room_pick(f, GAP, 0.0f);
        place_bars(layout, rail);
    }
}
