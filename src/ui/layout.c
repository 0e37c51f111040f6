/* Where everything is in the window. Numbers here are design pixels. */
#include "ui/layout.h"

#include <math.h>

#include "ui/room.h"

enum { MENU_H = 40, MODES_H = 48, CELLS = 28 };

/* What a window can be smaller by where parts are hidden; the strip may be open. */
enum { SAVED_COLUMN_W = 48, SAVED_ANSWER_W = 172, SAVED_STRIP_H = 128 };

static bool has(unsigned hidden, LayoutPart part)
{
    return (hidden & (unsigned)part) == 0;
}

bool layout_has(const Frame *frame, LayoutPart part)
{
    return has(frame->hidden, part);
}

/* Whether there is something under the sheet that is wider than a small sheet. */
static bool has_tools(unsigned hidden)
{
    return has(hidden, LAYOUT_TOOLS) || has(hidden, LAYOUT_INPUT);
}

float layout_scale(int w_px, int h_px, float wish, unsigned hidden)
{
    int w = LAYOUT_MIN_W - (has_tools(hidden) ? 0 : SAVED_COLUMN_W) -
            (has(hidden, LAYOUT_ANSWER) ? 0 : SAVED_ANSWER_W);
    int h = LAYOUT_MIN_H - (has(hidden, LAYOUT_STRIP) ? 0 : SAVED_STRIP_H);
    float fits = fminf((float)w_px / (float)w, (float)h_px / (float)h);
    return fmaxf(fminf(wish, fits), 0.5f);
}

void layout_place_tools(Layout *layout, Room row)
{
    enum { ROOMY_W = 278, GAP = 6, WIDE_GAP = 12 };
    bool roomy = row.right - row.left >= ROOMY_W; /* else the wheel and keys change the size */
    float gap = roomy ? WIDE_GAP : GAP;
    layout->pen = room_box(room_cut_left(&row, 48.0f, GAP));
    layout->eraser = room_box(room_cut_left(&row, 60.0f, gap));
    layout->clear = room_box(room_cut_right(&row, 48.0f, GAP));
    layout->undo = room_box(room_cut_right(&row, 48.0f, gap));
    if (roomy) {
        layout->size_label =
            room_box(room_cut_left(&row, row.right - row.left > 92.0f ? 32.0f : 0.0f, 0.0f));
        layout->size = room_box(row);
    }
}

static void place_input(Layout *layout, Room rest)
{
    const Frame *f = rest.frame;
    float toggle_h = room_pick(f, 28.0f, 24.0f);
    rest.top -= 4.0f;
    layout->input_label = room_box(room_cut_top(&rest, LABEL_H, 4.0f));
    layout->input = room_box(room_cut_left(&rest, room_pick(f, 84.0f, 66.0f), 20.0f));
    layout->input.h = layout->input.w; /* square, whatever the rounding */
    rest.top += room_pick(f, 2.0f, 0.0f);
    layout->straighten = room_box(room_cut_top(&rest, toggle_h, 0.0f));
    layout->fit = room_box(room_cut_top(&rest, toggle_h, room_pick(f, 6.0f, 0.0f)));
    layout->label_note = room_box(room_cut_top(&rest, LABEL_H, 0.0f));
}

/* What is under the sheet is wider than a small sheet, and so is the card over it. */
static float column_w(const Frame *f)
{
    return f->under_card > 0.0f ? CARD_W : has_tools(f->hidden) ? 300.0f : 200.0f;
}

/* The left column: the sheet, the tools under it, what the network sees. Returns its right edge. */
static float place_sheet(Layout *layout, Room rest)
{
    const Frame *f = rest.frame;
    bool tools = layout_has(f, LAYOUT_TOOLS), input = layout_has(f, LAYOUT_INPUT);
    float gap = room_pick(f, 16.0f, 10.0f);
    float below =
        gap + (tools ? CONTROL_H + gap : 0.0f) + (input ? room_pick(f, 124.0f, 100.0f) : 0.0f);
    rest.left = MARGIN;
    rest.top = fmaxf(rest.top, f->under_card) + room_pick(f, 12.0f, 8.0f);
    Room label = room_cut_top(&rest, LABEL_H, 8.0f);
    float side = fminf(rest.bottom - rest.top - below, 0.3f * f->w);
    int cell_px = (int)fmaxf(side * f->scale / CELLS, 1.0f); /* cells are whole pixels wide */
    side = (float)(cell_px * CELLS) / f->scale;
    rest.right = label.right = MARGIN + fmaxf(side, column_w(f));
    layout->sheet_label = f->presenting ? (SDL_Rect){0} : room_box(label);
    layout->sheet = room_box(room_cut_top(&rest, side, gap));
    layout->sheet.w = layout->sheet.h = cell_px * CELLS;
    if (tools) {
        layout_place_tools(layout, room_cut_top(&rest, CONTROL_H, gap));
    }
    if (input) {
        place_input(layout, rest);
    }
    return rest.right;
}

enum {
    SHEET_GAP = 24, /* right of the sheet */
    ANSWER_COLUMN_W = 160,
    ANSWER_GAP = 24, /* left of that */
    ANSWER_LEAST_H = 60,
    BARS_LEAST_H = 160,
    UNDER_H = 12,      /* under a notice or a card */
    UNDER_VIEW_H = 16, /* under the view */
};

/* Another view, and a column with the answer over the bars. A low column is the bars' alone. */
static void place_view(Layout *layout, Room rest)
{
    if (layout_has(rest.frame, LAYOUT_ANSWER)) {
        Room column = room_cut_right(&rest, ANSWER_COLUMN_W, ANSWER_GAP);
        float answer_h = fminf(room_pick(rest.frame, 146.0f, 118.0f),
                               column.bottom - column.top - 8.0f - BARS_LEAST_H);
        if (answer_h >= ANSWER_LEAST_H) {
            layout->answer = room_box(room_cut_top(&column, answer_h, 8.0f));
        }
        layout->digits = room_box(room_cut_left(&column, 40.0f, 0.0f));
        layout->chart = room_box(column);
    }
    layout->view = room_box(rest);
}

/* Right of the sheet and above the strip, over what is there; without height where there is none.
 */
static void place_notice(Layout *layout, Room rest)
{
    float h = rest.frame->notice_h;
    Room cut = room_cut_bottom(&rest, h);
    cut.bottom = cut.top + fmaxf(h - UNDER_H, 0.0f);
    layout->notice = room_box(cut);
}

/* Always in the same place: over the sheet, or in a narrow window across all of it. */
static void place_card(Layout *layout, Frame *f, Room *rest)
{
    enum { ROOMY_W = 1180, H = 156, LOW_H = 94, ABOVE_H = 14, LOW_ABOVE_H = 8 };
    bool roomy = f->w >= ROOMY_W;
    Room card = *rest;
    card.top += roomy ? ABOVE_H : LOW_ABOVE_H;
    card.bottom = card.top + (roomy ? H : LOW_H);
    card.left = MARGIN;
    card.right = roomy ? card.left + CARD_W : card.right - MARGIN;
    layout->card = room_box(card);
    if (roomy) {
        f->under_card = card.bottom + UNDER_H;
    } else {
        rest->top = card.bottom;
    }
}

/* The menus or what the presenter has in their place, what there is to see, and at the end what
 * network it is. */
static void place_bar(Layout *layout, Room bar)
{
    enum { PLACES = 4, TOUR_W = 36, LEAVE_W = 196, MENUS_W = 324, PARTS_W = 460 };
    const Frame *f = bar.frame;
    bool roomy = f->w >= 1080.0f;
    float w = PLACES * (roomy ? 84.0f : 76.0f) + TOUR_W, left = f->presenting ? PARTS_W : MENUS_W;
    layout->menu = room_box(bar);
    bar.right -= (float)(MARGIN + (f->presenting ? LEAVE_W : 0));
    if (roomy) {
        room_cut_left(&bar, fmaxf((f->w - w) / 2.0f, left), 0.0f);
        layout->places = room_box(room_cut_left(&bar, w, MARGIN));
        layout->note = room_box(bar);
    } else if (!f->presenting) {
        room_cut_left(&bar, left, 0.0f);
        layout->places = room_box(room_cut_right(&bar, w, 10.0f));
        layout->note = room_box(bar);
    }
}

/* The sheet, the view right of it with its modes, the answer. */
static void place_laboratory(Layout *layout, Room rest)
{
    const Frame *f = rest.frame;
    float left = place_sheet(layout, rest);
    rest.left = left + SHEET_GAP;
    rest.right -= MARGIN;
    rest.top += room_pick(f, 10.0f, 6.0f);
    if (f->modes) {
        layout->modes = room_box(room_cut_top(&rest, CONTROL_H, room_pick(f, 12.0f, 8.0f)));
    }
    Room beside = rest;
    beside.right -= layout_has(f, LAYOUT_ANSWER) ? ANSWER_COLUMN_W + ANSWER_GAP : 0;
    place_notice(layout, beside);
    rest.bottom -= UNDER_VIEW_H;
    place_view(layout, rest);
}

/* The rail, and the view in all that is left. Its modes are over both, or in a low window and under
 * a card over the view alone. */
static void place_beside_rail(Layout *layout, Room rest)
{
    const Frame *f = rest.frame;
    float edge = (MODES_H - CONTROL_H) / 2.0f;
    bool over_both = f->modes && !f->compact && f->under_card <= 0.0f;
    rest.left += MARGIN;
    rest.right -= MARGIN;
    Room modes =
        over_both ? room_grow(room_cut_top(&rest, MODES_H, 0.0f), 0.0f, -edge, -edge) : rest;
    layout_place_rail(layout, &rest);
    if (f->modes && !over_both) {
        modes = room_cut_top(&rest, CONTROL_H, 8.0f);
    }
    if (f->modes) {
        modes.left = rest.left;
        layout->modes = room_box(modes);
    }
    place_notice(layout, rest);
    rest.bottom -= UNDER_VIEW_H;
    layout->view = room_box(rest);
}

/* The network across the whole window, its modes over what the network sees. */
static void place_picture(Layout *layout, Room rest)
{
    float edge = (MODES_H - CONTROL_H) / 2.0f;
    Room modes = room_grow(room_cut_top(&rest, MODES_H, 0.0f), -MARGIN, -edge, -edge);
    rest = room_grow(rest, -MARGIN, 0.0f, 0.0f);
    int cell_px = layout_place_large_sheet(layout, &rest);
    modes.left = rest.left;
    layout->modes = room_box(modes);
    layout_place_network(layout, rest, cell_px);
    place_notice(layout, layout_notice_room(layout, rest));
}

/* One neuron across the whole window. */
static void place_closeup(Layout *layout, Room rest)
{
    float edge = (MODES_H - CONTROL_H) / 2.0f;
    rest.top = fmaxf(rest.top, rest.frame->under_card);
    layout->modes = room_box(room_grow(room_cut_top(&rest, MODES_H, 0.0f), -MARGIN, -edge, -edge));
    rest = room_grow(rest, -MARGIN, 0.0f, 0.0f);
    layout_place_closeup(layout, rest);
    place_notice(layout, layout_notice_room(layout, rest));
}

static float with_gap(int h_px, float scale)
{
    return h_px > 0 ? (float)h_px / scale + UNDER_H : 0.0f;
}

void layout_make(Layout *layout, int w_px, int h_px, float scale, const LayoutWish *wish)
{
    Frame f = {
        .scale = scale,
        .w = (float)w_px / scale,
        .h = (float)h_px / scale,
        .notice_h = with_gap(wish->notice_h_px, scale),
        .form = wish->form,
        .presenting = wish->presenting,
        .modes = wish->modes,
        .hidden = wish->hidden,
        .strip = wish->strip,
    };
    f.compact = f.h < 720.0f || f.w < 1080.0f;
    *layout = (Layout){.form = wish->form,
                       .hidden = wish->hidden,
                       .window = {0, 0, w_px, h_px},
                       .compact = f.compact};
    Room rest = {&f, 0.0f, 0.0f, f.w, f.h};
    place_bar(layout, room_cut_top(&rest, MENU_H, 0.0f));
    if (layout_has(&f, LAYOUT_STRIP)) {
        layout_place_strip(layout, room_cut_bottom(&rest, layout_strip_height(&f)));
    }
    if (wish->card) {
        place_card(layout, &f, &rest);
    }
    if (f.form == LAYOUT_CLOSEUP) {
        place_closeup(layout, rest);
    } else if (f.form == LAYOUT_RAIL) {
        place_beside_rail(layout, rest);
    } else if (layout_is_network(layout)) {
        place_picture(layout, rest);
        if (wish->large > 0.0f) {
            layout_enlarge_sheet(layout, wish->large);
        }
    } else {
        place_laboratory(layout, rest);
    }
}
