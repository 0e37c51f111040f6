/* A view as somebody would write a first one: how much ink each row of the sheet has, or each
 * column. A press, or up and down, marks one; Wipe empties the sheet. */
#ifndef UNIT_EXERCISE_VIEW_H
#define UNIT_EXERCISE_VIEW_H

#include "ui/row.h"
#include "views/view.h"

typedef struct InkView {
    const Lab *lab; /* borrowed, as long as the view lives */
    Shell *shell;   /* likewise */
    bool columns;
    int marked, answers;   /* the bar; when the ink was added up */
    float ink[SHEET_SIDE]; /* of each row or column, 0..1 */
    SDL_Rect bars;
} InkView;

enum { INK_AREA, INK_COLUMNS, INK_WIPE };

static void ink_work(void *self)
{
    InkView *view = self;
    if (view->answers == view->lab->answers) {
        return;
    }
    view->answers = view->lab->answers;
    memset(view->ink, 0, sizeof view->ink);
    for (int i = 0; i < SHEET_CELLS; i++) {
        int bar = view->columns ? i % SHEET_SIDE : i / SHEET_SIDE;
        view->ink[bar] += (float)view->lab->sheet.cell[i] / (255.0f * SHEET_SIDE);
    }
    shell_redraw(view->shell);
}

static void ink_update(void *self, SDL_Rect box)
{
    InkView *view = self;
    SDL_Rect line = row_top(&box, paint_px(view->shell->paint, 28.0f), 8), button[2];
    row_flow(line, paint_px(view->shell->paint, 90.0f), 8, 2, button);
    view->bars = box;
    panes_add_widget(view->shell, WIDGET_TOGGLE, INK_COLUMNS, button[0], view->columns);
    panes_add_widget(view->shell, WIDGET_BUTTON, INK_WIPE, button[1], false);
    panes_add_widget(view->shell, WIDGET_AREA, INK_AREA, box, false);
    for (int i = 0; i < SHEET_SIDE; i++) {
        panes_add_spot(view->shell, row_down(box, SHEET_SIDE, i), i);
    }
}

static void ink_draw(const void *self, SDL_Rect box)
{
    const InkView *view = self;
    const Theme *theme = view->shell->paint->theme;
    (void)box;
    for (int i = 0; i < SHEET_SIDE; i++) {
        SDL_Rect bar = row_down(view->bars, SHEET_SIDE, i);
        bar.w = (int)(view->ink[i] * (float)bar.w);
        paint_fill(view->shell->paint, bar, i == view->marked ? theme->positive : theme->ink);
    }
}

static void ink_explain(const void *self, int about, SDL_Point at, Hint *hint)
{
    const InkView *view = self;
    (void)at;
    hint_title(hint, "Ink of %s %d", view->columns ? "column" : "row", about + 1);
    hint_say(hint, "%s of its 28 cells are full.",
             hint_short(28.0 * (double)view->ink[about]).text);
    hint_unit(hint, "share of a row, 0 to 1");
}

static void ink_run(void *self, int command)
{
    InkView *view = self;
    if (command == INK_COLUMNS) {
        view->columns = !view->columns;
        view->answers = -1;
    } else if (command == INK_WIPE) {
        lab_clear(shell_change(view->shell));
    }
}

static bool ink_can(const void *self, int command)
{
    const InkView *view = self;
    return command != INK_WIPE || lab_can_clear(view->lab);
}

static const char *ink_label(const void *self, int command)
{
    (void)self;
    return command == INK_COLUMNS ? "Columns" : command == INK_WIPE ? "Wipe" : "";
}

static bool ink_press(void *self, int x, int y, bool twice)
{
    InkView *view = self;
    (void)x;
    (void)twice;
    view->marked = (y - view->bars.y) * SHEET_SIDE / SDL_max(view->bars.h, 1);
    return false;
}

static bool ink_key(void *self, const SDL_Keysym *key)
{
    InkView *view = self;
    int step = key->sym == SDLK_UP ? -1 : key->sym == SDLK_DOWN ? 1 : 0;
    view->marked = SDL_clamp(view->marked + step, 0, SHEET_SIDE - 1);
    return step != 0;
}

static const Pane PANE_OF_INK = {
    .work = ink_work,
    .update = ink_update,
    .draw = ink_draw,
    .explain = ink_explain,
    .run = ink_run,
    .can = ink_can,
    .label = ink_label,
    .press = ink_press,
    .key = ink_key,
};

#endif
