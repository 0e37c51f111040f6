/* Where everything is in the window. Numbers here are design pixels. */
#include "ui/layout.h"

#include <math.h>

enum { MARGIN = 24, MENU_H = 34, CONTROL_H = 30, CELLS = 28 };

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

typedef struct Frame {
    float scale;
    float w, h;             /* of the window */
    float notice_h, card_h; /* with the gap over it */
    LayoutForm form;
    bool presenting;
    unsigned hidden;
} Frame;

static SDL_Rect at(const Frame *frame, float x, float y, float w, float h)
{
    float s = frame->scale;
    int left = (int)lroundf(x * s), top = (int)lroundf(y * s);
    return (SDL_Rect){left, top, (int)lroundf((x + w) * s) - left, (int)lroundf((y + h) * s) - top};
}

static float tools_height(const Layout *layout)
{
    return CONTROL_H + (layout->compact ? 10.0f : 16.0f);
}

static float input_height(const Layout *layout)
{
    return layout->compact ? 100.0f : 124.0f;
}

static void place_tools(Layout *layout, const Frame *f, float row, float right)
{
    layout->pen = at(f, MARGIN, row, 48.0f, CONTROL_H);
    layout->eraser = at(f, MARGIN + 54.0f, row, 60.0f, CONTROL_H);
    layout->clear = at(f, right - 48.0f, row, 48.0f, CONTROL_H);
    layout->undo = at(f, right - 102.0f, row, 48.0f, CONTROL_H);
    float spare = right - 114.0f - (MARGIN + 126.0f); /* between eraser and undo */
    float label_w = spare > 92.0f ? 32.0f : 0.0f;
    layout->size_label = at(f, MARGIN + 126.0f, row, label_w, CONTROL_H);
    layout->size = at(f, MARGIN + 126.0f + label_w, row, spare - label_w, CONTROL_H);
}

static void place_input(Layout *layout, const Frame *f, float row, float right)
{
    float side = layout->compact ? 66.0f : 84.0f;
    layout->input_label = at(f, MARGIN, row - 4.0f, right - MARGIN, 20.0f);
    layout->input = at(f, MARGIN, row + 20.0f, side, side);
    layout->input.h = layout->input.w; /* square, whatever the rounding */
    float beside = MARGIN + side + 20.0f, toggle_h = layout->compact ? 24.0f : 28.0f;
    row += layout->compact ? 20.0f : 22.0f;
    layout->fit = at(f, beside, row, right - beside, toggle_h);
    layout->straighten = at(f, beside, row + toggle_h, right - beside, toggle_h);
    row += 2.0f * toggle_h + (layout->compact ? 0.0f : 6.0f);
    layout->label_note = at(f, beside, row, right - beside, 20.0f);
}

/* The left column: the sheet, the tools under it, what the network sees. Returns its right edge. */
static float place_sheet(Layout *layout, const Frame *f, float bottom)
{
    bool tools = has(f->hidden, LAYOUT_TOOLS), input = has(f->hidden, LAYOUT_INPUT);
    float label_y = MENU_H + (layout->compact ? 8.0f : 12.0f), y = label_y + 28.0f;
    float gap = layout->compact ? 10.0f : 16.0f;
    float below =
        gap + (tools ? tools_height(layout) : 0.0f) + (input ? input_height(layout) : 0.0f);
    float side = fminf(bottom - y - below, 0.3f * f->w);
    int cell_px = (int)fmaxf(side * f->scale / CELLS, 1.0f); /* cells are whole pixels wide */
    side = (float)(cell_px * CELLS) / f->scale;
    float column = fmaxf(side, has_tools(f->hidden) ? 300.0f : 200.0f);
    layout->sheet_label = f->presenting ? (SDL_Rect){0} : at(f, MARGIN, label_y, column, 20.0f);
    layout->sheet = at(f, MARGIN, y, side, side);
    layout->sheet.w = layout->sheet.h = cell_px * CELLS;
    float row = y + side + gap, right = MARGIN + column;
    if (tools) {
        place_tools(layout, f, row, right);
        row += tools_height(layout);
    }
    if (input) {
        place_input(layout, f, row, right);
    }
    return right;
}

enum {
    TABS_H = 24,
    VIEW_LEAST_H = 150, /* a notice and a card together leave it that */
    ANSWER_COLUMN_W = 160,
    ANSWER_LEAST_H = 60,
    BARS_LEAST_H = 160,
    UNDER_H = 12,      /* under a notice or a card */
    UNDER_VIEW_H = 16, /* under the view */
};

/* The network between sheet and bars, the answer right of them. */
static void place_network(Layout *layout, const Frame *f, float left, float top, float bottom)
{
    bool answered = has(f->hidden, LAYOUT_ANSWER);
    float room = f->w - left - MARGIN;
    float answer_w = fmaxf(fminf(0.08f * f->w, fminf(0.22f * f->h, 180.0f)), 96.0f);
    float chart_w = fminf(fmaxf(0.375f * room, 190.0f), 520.0f);
    float chart_x = f->w - MARGIN - (answered ? answer_w + 12.0f + chart_w : 0.0f);
    float y = top + 24.0f, h = bottom - y;
    layout->diagram_label = at(f, left, top, chart_x - left, 20.0f);
    layout->diagram = at(f, left + 2.0f, y, chart_x - left - 2.0f, h); /* clear of the sheet */
    layout->view = at(f, left + 2.0f, top, chart_x - left - 2.0f, bottom - top);
    if (answered) {
        layout->chart_label = at(f, chart_x, top, chart_w, 20.0f);
        layout->chart = at(f, chart_x, y, chart_w, h);
        layout->answer = at(f, f->w - MARGIN - answer_w, y, answer_w, fminf(answer_w * 1.6f, h));
    }
}

/* Another view, and a column with the answer over the bars. A low column is the bars' alone. */
static void place_view(Layout *layout, const Frame *f, float left, float top, float bottom)
{
    bool answered = has(f->hidden, LAYOUT_ANSWER);
    float right = f->w - MARGIN - (answered ? ANSWER_COLUMN_W + 24.0f : 0.0f);
    layout->view = at(f, left + 24.0f, top, right - left - 24.0f, bottom - top);
    if (answered) {
        float most = layout->compact ? 118.0f : 146.0f, x = right + 24.0f, y = top;
        float answer_h = fminf(most, bottom - top - 8.0f - BARS_LEAST_H);
        if (answer_h >= ANSWER_LEAST_H) {
            layout->answer = at(f, x, top, ANSWER_COLUMN_W, answer_h);
            y += answer_h + 8.0f;
        }
        layout->chart = at(f, x, y, ANSWER_COLUMN_W, bottom - y);
    }
}

/* From the sheet to the right edge, and above the strip. */
static void place_laboratory(Layout *layout, const Frame *f, float left, float strip_y)
{
    float top = MENU_H + (layout->compact ? 6.0f : 10.0f), x = left + 24.0f;
    float tabs_x = f->presenting ? MARGIN : x, w = f->w - x - MARGIN, bottom = strip_y;
    layout->tabs = at(f, tabs_x, top, f->w - tabs_x - MARGIN, TABS_H);
    top += TABS_H + (layout->compact ? 4.0f : 8.0f);
    bool both = bottom - f->card_h - f->notice_h - UNDER_VIEW_H - top >= VIEW_LEAST_H;
    float card_h = f->notice_h > 0.0f && !both ? 0.0f : f->card_h;
    bottom -= card_h;
    layout->card = at(f, x, bottom, w, fmaxf(card_h - UNDER_H, 0.0f));
    bottom -= f->notice_h;
    layout->notice = at(f, x, bottom, w, fmaxf(f->notice_h - UNDER_H, 0.0f));
    if (f->form == LAYOUT_NETWORK) {
        place_network(layout, f, left, top, bottom - UNDER_VIEW_H);
    } else {
        place_view(layout, f, left, top, bottom - UNDER_VIEW_H);
    }
}

static void place_strip(Layout *layout, const Frame *f, float top, float h)
{
    float pad = layout->compact ? 14.0f : 20.0f, y = top + pad;
    float line_h = layout->compact ? 16.0f : 19.0f, right = MARGIN + 308.0f;
    layout->train = at(f, MARGIN, y, 92.0f, CONTROL_H);
    layout->step = at(f, MARGIN + 98.0f, y, 64.0f, CONTROL_H);
    layout->stop = at(f, MARGIN + 168.0f, y, 64.0f, CONTROL_H);
    layout->reset = at(f, MARGIN + 238.0f, y, 70.0f, CONTROL_H);
    y += CONTROL_H + (layout->compact ? 4.0f : 8.0f);
    layout->speed_label = at(f, MARGIN, y, 40.0f, 22.0f);
    layout->speed = at(f, MARGIN + 42.0f, y, 190.0f, 22.0f);
    layout->speed_value = at(f, MARGIN + 242.0f, y, 66.0f, 22.0f);
    y += layout->compact ? 23.0f : 28.0f;
    layout->status[0] = at(f, MARGIN, y, 308.0f, line_h);
    layout->status[1] = at(f, MARGIN, y + line_h, 308.0f, line_h);
    layout->progress = at(f, MARGIN, top + h - (layout->compact ? 24.0f : 33.0f), 308.0f, 16.0f);
    float figures_w = 140.0f, figures_x = f->w - MARGIN - figures_w;
    layout->figures = at(f, figures_x, top + pad - 4.0f, figures_w, h - 2.0f * pad + 8.0f);
    /* Each plot has its axis numbers left of it and under it, its title above. */
    float axis = 46.0f, gap = 36.0f, room = figures_x - gap - right - gap;
    float plot_y = top + pad + 14.0f, plot_h = h - 2.0f * pad - 14.0f - 18.0f;
    if (layout->compact) {
        layout->cost = (SDL_Rect){0};
        layout->accuracy = at(f, right + gap + axis, plot_y, room - axis, plot_h);
        return;
    }
    float plot_w = (room - gap) / 2.0f - axis;
    layout->cost = at(f, right + gap + axis, plot_y, plot_w, plot_h);
    layout->accuracy = at(f, right + gap + axis + plot_w + gap + axis, plot_y, plot_w, plot_h);
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
    *layout = (Layout){.hidden = wish->hidden, .window = {0, 0, w_px, h_px}};
    layout->compact = f.h < 720.0f || f.w < 1080.0f;
    float strip_h = layout->compact ? 128.0f : 168.0f;
    float strip_y = has(f.hidden, LAYOUT_STRIP) ? f.h - strip_h : f.h;
    layout->menu = at(&f, 0.0f, 0.0f, f.w, MENU_H);
    float left = place_sheet(layout, &f, strip_y);
    place_laboratory(layout, &f, left, strip_y);
    if (has(f.hidden, LAYOUT_STRIP)) {
        layout->strip = at(&f, 0.0f, strip_y, f.w, strip_h);
        place_strip(layout, &f, strip_y, strip_h);
    }
}
