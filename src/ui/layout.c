/* Where everything is in the window. Numbers here are design pixels. */
#include "ui/layout.h"

#include <math.h>

enum { MARGIN = 24, MENU_H = 34, CONTROL_H = 30, LABEL_H = 20, CELLS = 28 };

/* What a window can be smaller by where parts are hidden. */
enum { SAVED_COLUMN_W = 48, SAVED_ANSWER_W = 172, SAVED_STRIP_H = 128 };

static bool has(unsigned hidden, LayoutPart part)
{
    return (hidden & (unsigned)part) == 0;
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

/* The window. */
typedef struct Frame {
    float scale;
    float w, h;
    bool compact;
    float notice_h, card_h; /* with the gap under it */
    LayoutForm form;
    bool presenting;
    unsigned hidden;
} Frame;

/* A part of the window that is still to be cut, as row.h cuts boxes. Its edges are design pixels,
 * and no whole ones: they are rounded where a box is made of it, and not before. */
typedef struct Room {
    const Frame *frame;
    float left, top, right, bottom;
} Room;

/* A size, which is less in a compact window. */
static float pick(const Frame *frame, float roomy, float compact)
{
    return frame->compact ? compact : roomy;
}

static SDL_Rect box(Room room)
{
    float s = room.frame->scale;
    int left = (int)lroundf(room.left * s), top = (int)lroundf(room.top * s);
    return (SDL_Rect){left, top, (int)lroundf(room.right * s) - left,
                      (int)lroundf(room.bottom * s) - top};
}

static Room cut_top(Room *rest, float h, float gap)
{
    Room cut = *rest;
    cut.bottom = cut.top + h;
    rest->top = cut.bottom + gap;
    return cut;
}

static Room cut_bottom(Room *rest, float h)
{
    Room cut = *rest;
    cut.top = rest->bottom -= h;
    return cut;
}

static Room cut_left(Room *rest, float w, float gap)
{
    Room cut = *rest;
    cut.right = cut.left + w;
    rest->left = cut.right + gap;
    return cut;
}

static Room cut_right(Room *rest, float w, float gap)
{
    Room cut = *rest;
    cut.left = cut.right - w;
    rest->right = cut.left - gap;
    return cut;
}

static Room grow(Room room, float sides, float above, float below)
{
    return (Room){room.frame, room.left - sides, room.top - above, room.right + sides,
                  room.bottom + below};
}

static void place_tools(Layout *layout, Room row)
{
    layout->pen = box(cut_left(&row, 48.0f, 6.0f));
    layout->eraser = box(cut_left(&row, 60.0f, 12.0f));
    layout->clear = box(cut_right(&row, 48.0f, 6.0f));
    layout->undo = box(cut_right(&row, 48.0f, 12.0f));
    layout->size_label = box(cut_left(&row, row.right - row.left > 92.0f ? 32.0f : 0.0f, 0.0f));
    layout->size = box(row);
}

static void place_input(Layout *layout, Room rest)
{
    const Frame *f = rest.frame;
    float toggle_h = pick(f, 28.0f, 24.0f);
    rest.top -= 4.0f;
    layout->input_label = box(cut_top(&rest, LABEL_H, 4.0f));
    layout->input = box(cut_left(&rest, pick(f, 84.0f, 66.0f), 20.0f));
    layout->input.h = layout->input.w; /* square, whatever the rounding */
    rest.top += pick(f, 2.0f, 0.0f);
    layout->fit = box(cut_top(&rest, toggle_h, 0.0f));
    layout->straighten = box(cut_top(&rest, toggle_h, pick(f, 6.0f, 0.0f)));
    layout->label_note = box(cut_top(&rest, LABEL_H, 0.0f));
}

/* The left column: the sheet, the tools under it, what the network sees. Returns its right edge. */
static float place_sheet(Layout *layout, Room rest)
{
    const Frame *f = rest.frame;
    bool tools = has(f->hidden, LAYOUT_TOOLS), input = has(f->hidden, LAYOUT_INPUT);
    float gap = pick(f, 16.0f, 10.0f);
    float below = gap + (tools ? CONTROL_H + gap : 0.0f) + (input ? pick(f, 124.0f, 100.0f) : 0.0f);
    rest.left = MARGIN;
    rest.top += pick(f, 12.0f, 8.0f);
    Room label = cut_top(&rest, LABEL_H, 8.0f);
    float side = fminf(rest.bottom - rest.top - below, 0.3f * f->w);
    int cell_px = (int)fmaxf(side * f->scale / CELLS, 1.0f); /* cells are whole pixels wide */
    side = (float)(cell_px * CELLS) / f->scale;
    rest.right = label.right = MARGIN + fmaxf(side, has_tools(f->hidden) ? 300.0f : 200.0f);
    layout->sheet_label = f->presenting ? (SDL_Rect){0} : box(label);
    layout->sheet = box(cut_top(&rest, side, gap));
    layout->sheet.w = layout->sheet.h = cell_px * CELLS;
    if (tools) {
        place_tools(layout, cut_top(&rest, CONTROL_H, gap));
    }
    if (input) {
        place_input(layout, rest);
    }
    return rest.right;
}

enum {
    TABS_H = 24,
    SHEET_GAP = 24,     /* right of the sheet */
    VIEW_LEAST_H = 150, /* a notice and a card together leave it that */
    ANSWER_COLUMN_W = 160,
    ANSWER_LEAST_H = 60,
    BARS_LEAST_H = 160,
    UNDER_H = 12,      /* under a notice or a card */
    UNDER_VIEW_H = 16, /* under the view */
};

/* The network between sheet and bars, the answer right of them. */
static void place_network(Layout *layout, Room rest)
{
    const Frame *f = rest.frame;
    rest.left -= SHEET_GAP;
    if (has(f->hidden, LAYOUT_ANSWER)) {
        float chart_w = fminf(fmaxf(0.375f * (rest.right - rest.left), 190.0f), 520.0f);
        float answer_w = fmaxf(fminf(0.08f * f->w, fminf(0.22f * f->h, 180.0f)), 96.0f);
        Room both = cut_right(&rest, answer_w + 12.0f + chart_w, 0.0f);
        Room answer = cut_right(&both, answer_w, 0.0f), chart = cut_left(&both, chart_w, 0.0f);
        layout->chart_label = box(cut_top(&chart, LABEL_H, 4.0f));
        layout->chart = box(chart);
        answer.top = chart.top;
        answer.bottom = fminf(answer.top + answer_w * 1.6f, answer.bottom);
        layout->answer = box(answer);
    }
    Room view = rest;
    view.left += 2.0f; /* clear of the sheet */
    layout->view = box(view);
    layout->diagram_label = box(cut_top(&rest, LABEL_H, 4.0f));
    view.top = rest.top;
    layout->diagram = box(view);
}

/* Another view, and a column with the answer over the bars. A low column is the bars' alone. */
static void place_view(Layout *layout, Room rest)
{
    if (has(rest.frame->hidden, LAYOUT_ANSWER)) {
        Room column = cut_right(&rest, ANSWER_COLUMN_W, 24.0f);
        float answer_h = fminf(pick(rest.frame, 146.0f, 118.0f),
                               column.bottom - column.top - 8.0f - BARS_LEAST_H);
        if (answer_h >= ANSWER_LEAST_H) {
            layout->answer = box(cut_top(&column, answer_h, 8.0f));
        }
        layout->chart = box(column);
    }
    layout->view = box(rest);
}

/* At the bottom; without height where there is nothing to show. */
static SDL_Rect place_under(Room *rest, float h)
{
    Room cut = cut_bottom(rest, h);
    cut.bottom = cut.top + fmaxf(h - UNDER_H, 0.0f);
    return box(cut);
}

/* From the sheet to the right edge, and above the strip. */
static void place_laboratory(Layout *layout, Room rest, float left)
{
    const Frame *f = rest.frame;
    rest.left = left + SHEET_GAP;
    rest.top += pick(f, 10.0f, 6.0f);
    Room tabs = cut_top(&rest, TABS_H, pick(f, 8.0f, 4.0f));
    tabs.left = f->presenting ? MARGIN : tabs.left;
    layout->tabs = box(tabs);
    bool both = rest.bottom - f->card_h - f->notice_h - UNDER_VIEW_H - rest.top >= VIEW_LEAST_H;
    layout->card = place_under(&rest, f->notice_h > 0.0f && !both ? 0.0f : f->card_h);
    layout->notice = place_under(&rest, f->notice_h);
    rest.bottom -= UNDER_VIEW_H;
    if (f->form == LAYOUT_NETWORK) {
        place_network(layout, rest);
    } else {
        place_view(layout, rest);
    }
}

static void place_training(Layout *layout, Room rest)
{
    const Frame *f = rest.frame;
    float line_h = pick(f, 19.0f, 16.0f);
    rest.bottom += pick(f, 3.0f, 6.0f); /* the progress reaches into the margin */
    layout->progress = box(cut_bottom(&rest, 16.0f));
    Room buttons = cut_top(&rest, CONTROL_H, pick(f, 8.0f, 4.0f));
    layout->train = box(cut_left(&buttons, 92.0f, 6.0f));
    layout->step = box(cut_left(&buttons, 64.0f, 6.0f));
    layout->stop = box(cut_left(&buttons, 64.0f, 6.0f));
    layout->reset = box(buttons);
    Room speed = cut_top(&rest, 22.0f, pick(f, 6.0f, 1.0f));
    layout->speed_label = box(cut_left(&speed, 40.0f, 2.0f));
    layout->speed = box(cut_left(&speed, 190.0f, 10.0f));
    layout->speed_value = box(speed);
    layout->status[0] = box(cut_top(&rest, line_h, 0.0f));
    layout->status[1] = box(cut_top(&rest, line_h, 0.0f));
}

static void place_strip(Layout *layout, Room rest)
{
    /* Each plot has its axis numbers left of it and under it, its title above. */
    float pad = pick(rest.frame, 20.0f, 14.0f), axis = 46.0f, gap = 36.0f;
    layout->strip = box(rest);
    rest = grow(rest, -MARGIN, -pad, -pad);
    layout->figures = box(grow(cut_right(&rest, 140.0f, gap), 0.0f, 4.0f, 4.0f));
    place_training(layout, cut_left(&rest, 308.0f, gap));
    rest = grow(rest, 0.0f, -14.0f, -18.0f);
    if (!rest.frame->compact) {
        Room cost = cut_left(&rest, (rest.right - rest.left - gap) / 2.0f, gap);
        cost.left += axis;
        layout->cost = box(cost);
    }
    rest.left += axis;
    layout->accuracy = box(rest);
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
        .hidden = wish->hidden,
    };
    f.compact = f.h < 720.0f || f.w < 1080.0f;
    *layout = (Layout){.hidden = wish->hidden, .window = {0, 0, w_px, h_px}, .compact = f.compact};
    Room rest = {&f, 0.0f, 0.0f, f.w, f.h};
    layout->menu = box(cut_top(&rest, MENU_H, 0.0f));
    if (has(f.hidden, LAYOUT_STRIP)) {
        place_strip(layout, cut_bottom(&rest, pick(&f, 168.0f, 128.0f)));
    }
    float left = place_sheet(layout, rest);
    rest.right -= MARGIN;
    place_laboratory(layout, rest, left);
}
