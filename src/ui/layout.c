/* Where everything is in the window. Numbers here are design pixels. */
#include "ui/layout.h"

#include <math.h>

#include "ui/room.h"

enum { MENU_H = 40, MODES_H = 48, CELLS = 28 };

/* What a window can be smaller by where parts are hidden. */
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

/* The left column: the sheet, the tools under it, what the network sees. Returns its right edge. */
static float place_sheet(Layout *layout, Room rest)
{
    const Frame *f = rest.frame;
    bool tools = layout_has(f, LAYOUT_TOOLS), input = layout_has(f, LAYOUT_INPUT);
    float gap = room_pick(f, 16.0f, 10.0f);
    float below =
        gap + (tools ? CONTROL_H + gap : 0.0f) + (input ? room_pick(f, 124.0f, 100.0f) : 0.0f);
    rest.left = MARGIN;
    rest.top += room_pick(f, 12.0f, 8.0f);
    Room label = room_cut_top(&rest, LABEL_H, 8.0f);
    float side = fminf(rest.bottom - rest.top - below, 0.3f * f->w);
    int cell_px = (int)fmaxf(side * f->scale / CELLS, 1.0f); /* cells are whole pixels wide */
    side = (float)(cell_px * CELLS) / f->scale;
    rest.right = label.right = MARGIN + fmaxf(side, has_tools(f->hidden) ? 300.0f : 200.0f);
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
    ANSWER_LEAST_H = 60,
    BARS_LEAST_H = 160,
    UNDER_H = 12,      /* under a notice or a card */
    UNDER_VIEW_H = 16, /* under the view */
};

/* Another view, and a column with the answer over the bars. A low column is the bars' alone. */
static void place_view(Layout *layout, Room rest)
{
    if (layout_has(rest.frame, LAYOUT_ANSWER)) {
        Room column = room_cut_right(&rest, ANSWER_COLUMN_W, 24.0f);
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

/* At the bottom; without height where there is nothing to show. */
static SDL_Rect place_under(Room *rest, float h)
{
    Room cut = room_cut_bottom(rest, h);
    cut.bottom = cut.top + fmaxf(h - UNDER_H, 0.0f);
    return room_box(cut);
}

/* Right of the sheet and above the strip: the card under what `rest` has, the notice over that. */
static void place_messages(Layout *layout, Room *rest)
{
    const Frame *f = rest->frame;
    layout->card = place_under(rest, f->card_h);
    Room over = *rest;
    layout->notice = place_under(&over, f->notice_h);
}

/* The menus or what the presenter has in their place, what there is to see, and at the end what
 * network it is. */
static void place_bar(Layout *layout, Room bar)
{
    enum { PLACES = 4, TOUR_W = 36, LEAVE_W = 88, MENUS_W = 324, PARTS_W = 460 };
    const Frame *f = bar.frame;
    bool roomy = f->w >= 1080.0f;
    float w = PLACES * (roomy ? 84.0f : 76.0f) + TOUR_W;
    layout->menu = room_box(bar);
    bar.right -= (float)(MARGIN + (f->presenting ? LEAVE_W : 0));
    if (roomy) {
        room_cut_left(&bar, fmaxf((f->w - w) / 2.0f, f->presenting ? PARTS_W : MENUS_W), 0.0f);
        layout->places = room_box(room_cut_left(&bar, w, MARGIN));
        layout->note = room_box(bar);
    } else if (!f->presenting) {
        layout->places = room_box(room_cut_right(&bar, w, 0.0f));
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
    place_messages(layout, &rest);
    rest.bottom -= UNDER_VIEW_H;
    place_view(layout, rest);
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
    place_messages(layout, &rest);
    layout_place_network(layout, rest, cell_px);
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
        .card_h = with_gap(wish->card_h_px, scale),
        .form = wish->form,
        .presenting = wish->presenting,
        .modes = wish->modes,
        .hidden = wish->hidden,
    };
    f.compact = f.h < 720.0f || f.w < 1080.0f;
    *layout = (Layout){.hidden = wish->hidden, .window = {0, 0, w_px, h_px}, .compact = f.compact};
    Room rest = {&f, 0.0f, 0.0f, f.w, f.h};
    place_bar(layout, room_cut_top(&rest, MENU_H, 0.0f));
    if (layout_has(&f, LAYOUT_STRIP)) {
        layout_place_strip(layout, room_cut_bottom(&rest, room_pick(&f, 168.0f, 128.0f)));
    }
    if (f.form == LAYOUT_NETWORK) {
        place_picture(layout, rest);
    } else {
        place_laboratory(layout, rest);
    }
}
