/* The panel at the right of the view Learning: rows under a title, and where they do not all fit, a
 * button that leads to the others. */
#include "views/learning/learning_panel.h"

#include <assert.h>

#include "ui/row.h"

/* Design pixels. */
enum { PAD_X = 16, PAD_Y = 10, TITLE_H = 26, MORE_H = 26, MORE_W = 84, GAP = 4 };

int learning_panel_width(const LearningView *view)
{
    return view->side.w - 2 * paint_px(view->shell->paint, PAD_X);
}

/* How many rows from `first` on fit into a height. */
static int rows_that_fit(const int *row_h, int first, int rows, int h)
{
    int end = first;
    while (end < rows && row_h[end] <= h) {
        h -= row_h[end++];
    }
    return end - first;
}

/* Which rows are in sight, where `h` is left for them. */
static void choose_rows(LearningPanel *panel, const int *row_h, int h)
{
    panel->last_first = 0;
    while (panel->last_first + rows_that_fit(row_h, panel->last_first, panel->rows, h) <
               panel->rows &&
           panel->last_first < panel->rows - 1) {
        panel->last_first++;
    }
    panel->first = SDL_clamp(panel->first, 0, panel->last_first);
    panel->end = panel->first + rows_that_fit(row_h, panel->first, panel->rows, h);
}

void learning_panel_place(LearningView *view, const int *row_h, int rows)
{
    assert(rows <= LEARNING_PANEL_ROWS);
    LearningPanel *panel = &view->panel;
    const Paint *paint = view->shell->paint;
    SDL_Rect rest = row_inset(view->side, paint_px(paint, PAD_X), paint_px(paint, PAD_Y));
    panel->rows = rows;
    panel->title = row_top(&rest, paint_px(paint, TITLE_H), paint_px(paint, GAP));
    bool all = rows_that_fit(row_h, 0, rows, rest.h) == rows;
    SDL_Rect more = rest;
    if (!all) {
        more = row_bottom(&rest, paint_px(paint, MORE_H), paint_px(paint, GAP));
    }
    choose_rows(panel, row_h, rest.h);
    for (int i = 0; i < rows; i++) {
        bool in_sight = i >= panel->first && i < panel->end && row_h[i] > 0;
        panel->row[i] = in_sight ? row_top(&rest, row_h[i], 0) : (SDL_Rect){0};
    }
    if (all) { /* the ground ends under the last one */
        view->side.h -= SDL_max(rest.h, 0);
    } else {
        panes_add_widget(view->shell, WIDGET_BUTTON, LEARNING_MORE,
                         row_right(&more, paint_px(paint, MORE_W), 0), false);
    }
}

SDL_Rect learning_panel_row(const LearningView *view, int row)
{
    return view->panel.row[row];
}

void learning_panel_draw(const LearningView *view, const char *title, const char *note)
{
    Paint *out = view->shell->paint;
    paint_panel(out, view->side, 6.0f, out->theme->panel, out->theme->hairline);
    paint_text(out, view->panel.title, PAINT_LEFT, title, PAINT_BODY, TEXT_MEDIUM,
               out->theme->text);
    paint_text(out, view->panel.title, PAINT_RIGHT, note, PAINT_LABEL, TEXT_REGULAR,
               out->theme->secondary);
}

void learning_panel_scroll(LearningView *view, int rows)
{
    view->panel.first = SDL_clamp(view->panel.first + rows, 0, view->panel.last_first);
    shell_redraw(view->shell);
}

static bool is_at_end(const LearningView *view)
{
    return view->panel.first >= view->panel.last_first;
}

void learning_panel_turn(LearningView *view)
{
    const LearningPanel *panel = &view->panel;
    learning_panel_scroll(view, is_at_end(view) ? -panel->rows : panel->end - panel->first);
}

const char *learning_panel_turn_label(const LearningView *view)
{
    return is_at_end(view) ? "To the top" : "More";
}
