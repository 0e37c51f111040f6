/* Where everything is in the window. Numbers here are design pixels. */
#include "ui/layout.h"

#include <math.h>

enum { MARGIN = 24, MENU_H = 34, CONTROL_H = 30, CELLS = 28 };

float layout_scale(int w_px, int h_px, float wish)
{
    float fits = fminf((float)w_px / (float)LAYOUT_MIN_W, (float)h_px / (float)LAYOUT_MIN_H);
    return fmaxf(fminf(wish, fits), 0.5f);
}

typedef struct Frame {
    float scale;
    float w, h;     /* of the window */
    float notice_h; /* with the gap over it */
} Frame;

static SDL_Rect at(const Frame *frame, float x, float y, float w, float h)
{
    float s = frame->scale;
    int left = (int)lroundf(x * s), top = (int)lroundf(y * s);
    return (SDL_Rect){left, top, (int)lroundf((x + w) * s) - left, (int)lroundf((y + h) * s) - top};
}

/* The left column: the sheet, the tools under it, what the network sees. Returns its right edge. */
static float place_sheet(Layout *layout, const Frame *f, float bottom)
{
    float label_y = MENU_H + (layout->compact ? 8.0f : 12.0f), y = label_y + 28.0f;
    float input_side = layout->compact ? 66.0f : 84.0f, gap = layout->compact ? 10.0f : 16.0f;
    float below = gap + CONTROL_H + gap + 16.0f + 4.0f + input_side + gap + 4.0f;
    float side = fminf(bottom - y - below, 0.3f * f->w);
    int cell_px = (int)fmaxf(side * f->scale / CELLS, 1.0f); /* cells are whole pixels wide */
    side = (float)(cell_px * CELLS) / f->scale;
    float column = fmaxf(side, 300.0f);
    layout->sheet_label = at(f, MARGIN, label_y, column, 20.0f);
    layout->sheet = at(f, MARGIN, y, side, side);
    layout->sheet.w = layout->sheet.h = cell_px * CELLS;
    float row = y + side + gap, right = MARGIN + column;
    layout->pen = at(f, MARGIN, row, 48.0f, CONTROL_H);
    layout->eraser = at(f, MARGIN + 54.0f, row, 60.0f, CONTROL_H);
    layout->clear = at(f, right - 48.0f, row, 48.0f, CONTROL_H);
    layout->undo = at(f, right - 102.0f, row, 48.0f, CONTROL_H);
    float spare = right - 114.0f - (MARGIN + 126.0f); /* between eraser and undo */
    float label_w = spare > 92.0f ? 32.0f : 0.0f;
    layout->size_label = at(f, MARGIN + 126.0f, row, label_w, CONTROL_H);
    layout->size = at(f, MARGIN + 126.0f + label_w, row, spare - label_w, CONTROL_H);
    row += CONTROL_H + gap;
    layout->input_label = at(f, MARGIN, row - 4.0f, column, 20.0f);
    layout->input = at(f, MARGIN, row + 20.0f, input_side, input_side);
    layout->input.h = layout->input.w; /* square, whatever the rounding */
    float beside = MARGIN + input_side + 20.0f, toggle_h = layout->compact ? 24.0f : 28.0f;
    row += layout->compact ? 20.0f : 22.0f;
    layout->fit = at(f, beside, row, right - beside, toggle_h);
    layout->straighten = at(f, beside, row + toggle_h, right - beside, toggle_h);
    row += 2.0f * toggle_h + (layout->compact ? 0.0f : 6.0f);
    layout->label_note = at(f, beside, row, right - beside, 20.0f);
    return right;
}

enum { TABS_H = 24, ANSWER_COLUMN_W = 160 };

/* The network between sheet and bars, the answer right of them. */
static void place_network(Layout *layout, const Frame *f, float left, float top, float bottom)
{
    float room = f->w - left - MARGIN;
    float answer_w = fmaxf(fminf(0.08f * f->w, fminf(0.22f * f->h, 180.0f)), 96.0f);
    float chart_w = fminf(fmaxf(0.375f * room, 190.0f), 520.0f);
    float chart_x = f->w - MARGIN - answer_w - 12.0f - chart_w;
    float y = top + 24.0f, h = bottom - y;
    layout->diagram_label = at(f, left, top, chart_x - left, 20.0f);
    layout->diagram = at(f, left + 2.0f, y, chart_x - left - 2.0f, h); /* clear of the sheet */
    layout->view = at(f, left + 2.0f, top, chart_x - left - 2.0f, bottom - top);
    layout->chart_label = at(f, chart_x, top, chart_w, 20.0f);
    layout->chart = at(f, chart_x, y, chart_w, h);
    layout->answer = at(f, f->w - MARGIN - answer_w, y, answer_w, answer_w * 1.6f);
}

/* Another view, and a column with the answer over the bars. */
static void place_view(Layout *layout, const Frame *f, float left, float top, float bottom)
{
    float x = f->w - MARGIN - ANSWER_COLUMN_W, answer_w = layout->compact ? 84.0f : 104.0f;
    float answer_h = answer_w * 1.4f, y = top + answer_h + 8.0f;
    layout->view = at(f, left + 24.0f, top, x - left - 48.0f, bottom - top);
    layout->answer = at(f, x + (ANSWER_COLUMN_W - answer_w) / 2.0f, top, answer_w, answer_h);
    layout->chart = at(f, x, y, ANSWER_COLUMN_W, bottom - y);
}

/* From the sheet to the right edge, and above the strip. */
static void place_laboratory(Layout *layout, const Frame *f, LayoutForm form, float left,
                             float strip_y)
{
    float top = MENU_H + (layout->compact ? 6.0f : 10.0f), bottom = strip_y - f->notice_h - 16.0f;
    layout->tabs = at(f, left + 24.0f, top, f->w - left - 24.0f - MARGIN, TABS_H);
    layout->notice = at(f, left + 24.0f, strip_y - f->notice_h, f->w - left - 24.0f - MARGIN,
                        f->notice_h - 12.0f);
    top += TABS_H + (layout->compact ? 4.0f : 8.0f);
    if (form == LAYOUT_NETWORK) {
        place_network(layout, f, left, top, bottom);
    } else {
        place_view(layout, f, left, top, bottom);
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

void layout_make(Layout *layout, int w_px, int h_px, float scale, LayoutForm form, int notice_h_px)
{
    float notice_h = notice_h_px > 0 ? (float)notice_h_px / scale + 12.0f : 0.0f;
    Frame f = {scale, (float)w_px / scale, (float)h_px / scale, notice_h};
    *layout = (Layout){.window = {0, 0, w_px, h_px}};
    layout->compact = f.h < 720.0f || f.w < 1080.0f;
    float strip_h = layout->compact ? 128.0f : 168.0f, strip_y = f.h - strip_h;
    layout->menu = at(&f, 0.0f, 0.0f, f.w, MENU_H);
    layout->strip = at(&f, 0.0f, strip_y, f.w, strip_h);
    float left = place_sheet(layout, &f, strip_y);
    place_laboratory(layout, &f, form, left, strip_y);
    place_strip(layout, &f, strip_y, strip_h);
}
