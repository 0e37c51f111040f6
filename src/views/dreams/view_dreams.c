/* The view Dreams: a row of pages, the digits to choose from, the controls of the page on show. */
#include "views/dreams/view_dreams.h"

#include "shell/widgets.h"
#include "ui/row.h"
#include "views/dreams/dreams_page.h"

static const DreamsPage *const PAGE[DREAMS_PAGES] = {
    [DREAMS_PIXELS] = &DREAMS_OF_PIXELS,   [DREAMS_DREAM] = &DREAMS_OF_DREAM,
    [DREAMS_NOISE] = &DREAMS_OF_NOISE,     [DREAMS_CHANGE] = &DREAMS_OF_CHANGE,
    [DREAMS_COMPARE] = &DREAMS_OF_COMPARE,
};

enum { GAP = 8, ROW_H = 28, TOGGLE_W = 44, BUTTON_PAD = 24 };

static const DreamsPage *page_of(const DreamsView *view)
{
    return PAGE[view->page];
}

static void add_page_row(DreamsView *view, SDL_Rect row)
{
    int gap = paint_px(view->shell->paint, GAP);
    for (int i = 0; i < DREAMS_PAGES; i++) {
        panes_add_widget(view->shell, WIDGET_BUTTON, DREAMS_SHOW_PAGE + i,
                         row_apart(row, gap, DREAMS_PAGES, i), view->page == (DreamsPageId)i);
    }
}

static void add_digit_row(DreamsView *view, SDL_Rect row)
{
    int gap = paint_px(view->shell->paint, GAP / 2.0f);
    view->at.digit[0] = row_left(&row, paint_px(view->shell->paint, 68.0f), gap);
    for (int d = 0; d < NET_OUTPUTS; d++) {
        view->at.digit[1 + d] = row_apart(row, gap, NET_OUTPUTS, d);
    }
    for (int i = 0; i <= NET_OUTPUTS; i++) {
        panes_add_widget(view->shell, WIDGET_BUTTON, DREAMS_ANY + i, view->at.digit[i],
                         view->chosen[view->page] == i);
    }
}

static bool is_on(const DreamsView *view, int command)
{
    const DreamsPage *page = page_of(view);
    return page->on && page->on(view, command);
}

static const char *control_label(const DreamsView *view, const DreamsControl *control)
{
    return control->label_on && is_on(view, control->command) ? control->label_on : control->label;
}

/* From the bottom of the box, in as many rows as they need. */
static void add_controls(DreamsView *view, SDL_Rect *rest)
{
    const DreamsPage *page = page_of(view);
    SDL_Rect box[DREAMS_CONTROLS], line = *rest;
    int gap = paint_px(view->shell->paint, GAP);
    line.h = paint_px(view->shell->paint, ROW_H);
    for (int i = 0; i < page->controls; i++) {
        const DreamsControl *control = &page->control[i];
        bool toggle = control->kind == WIDGET_TOGGLE;
        int more = toggle ? TOGGLE_W : BUTTON_PAD;
        const char *wide = control->label_on ? control->label_on : control->label;
        int w = paint_text_width(view->shell->paint, wide, PAINT_BODY, TEXT_MEDIUM) +
                paint_px(view->shell->paint, (float)more);
        row_wrap(*rest, &line, toggle ? gap : 0, w, gap);
        box[i] = row_left(&line, w, gap);
    }
    SDL_Rect lines = row_bottom(rest, line.y + line.h - rest->y, gap);
    for (int i = 0; i < page->controls; i++) {
        box[i].y += lines.y - rest->y;
        panes_add_widget(view->shell, page->control[i].kind, page->control[i].command, box[i],
                         is_on(view, page->control[i].command));
    }
}

static void update(void *self, SDL_Rect box)
{
    DreamsView *view = self;
    const DreamsPage *page = page_of(view);
    int h = paint_px(view->shell->paint, ROW_H), gap = paint_px(view->shell->paint, GAP);
    add_page_row(view, row_top(&box, h, gap));
    if (page->any) {
        add_digit_row(view, row_top(&box, h, gap));
    }
    add_controls(view, &box);
    panes_add_widget(view->shell, WIDGET_AREA, DREAMS_AREA, box, false);
    page->pane.update(view, box);
}

static void draw(const void *self, SDL_Rect box)
{
    const DreamsView *view = self;
    page_of(view)->pane.draw(view, box);
}

static void work(void *self)
{
    DreamsView *view = self;
    if (page_of(view)->pane.work) {
        page_of(view)->pane.work(view);
    }
}

static void explain(const void *self, int about, SDL_Point at, Hint *hint)
{
    const DreamsView *view = self;
    page_of(view)->pane.explain(view, about, at, hint);
}

static void run(void *self, int command)
{
    DreamsView *view = self;
    if (command >= DREAMS_SHOW_PAGE && command < DREAMS_SHOW_PAGE + DREAMS_PAGES) {
        view->page = (DreamsPageId)(command - DREAMS_SHOW_PAGE);
    } else if (command >= DREAMS_ANY && command <= DREAMS_ANY + NET_OUTPUTS) {
        view->chosen[view->page] = command - DREAMS_ANY;
    } else if (page_of(view)->pane.run) {
        page_of(view)->pane.run(view, command);
    }
    shell_redraw(view->shell);
}

static bool can(const void *self, int command)
{
    const DreamsView *view = self;
    return command < DREAMS_ON_INK || !page_of(view)->pane.can ||
           page_of(view)->pane.can(view, command);
}

static const char *label(const void *self, int command)
{
    const DreamsView *view = self;
    static const char *const DIGIT[] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
    const DreamsPage *page = page_of(view);
    if (command == DREAMS_ANY) {
        return page->any ? page->any : "";
    }
    if (command >= DREAMS_SHOW_PAGE && command < DREAMS_ANY) {
        return PAGE[command - DREAMS_SHOW_PAGE]->name;
    }
    if (command >= DREAMS_DIGIT && command < DREAMS_DIGIT + NET_OUTPUTS) {
        return DIGIT[command - DREAMS_DIGIT];
    }
    for (int i = 0; i < page->controls; i++) {
        if (page->control[i].command == command) {
            return control_label(view, &page->control[i]);
        }
    }
    return "";
}

static bool press(void *self, int x, int y, bool twice)
{
    DreamsView *view = self;
    return page_of(view)->pane.press && page_of(view)->pane.press(view, x, y, twice);
}

static void scroll(void *self, int x, int y, int rows)
{
    DreamsView *view = self;
    if (page_of(view)->pane.scroll) {
        page_of(view)->pane.scroll(view, x, y, rows);
    }
}

/* Left and right choose a digit, page up and down the page, Space and Enter do what it is for. */
static bool key(void *self, const SDL_Keysym *key)
{
    DreamsView *view = self;
    const DreamsPage *page = page_of(view);
    int *chosen = &view->chosen[view->page], page_now = (int)view->page;
    if (page->pane.key && page->pane.key(view, key)) {
        return true;
    }
    switch (key->sym) {
    case SDLK_LEFT:
    case SDLK_RIGHT:
        *chosen = SDL_clamp(*chosen + (key->sym == SDLK_LEFT ? -1 : 1), 0, NET_OUTPUTS);
        return page->any != NULL;
    case SDLK_PAGEUP:
    case SDLK_PAGEDOWN:
        page_now += key->sym == SDLK_PAGEUP ? DREAMS_PAGES - 1 : 1;
        view->page = (DreamsPageId)(page_now % DREAMS_PAGES);
        return true;
    case SDLK_SPACE:
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
        if (can(view, page->main_command)) {
            run(view, page->main_command);
        }
        return true;
    default:
        return false;
    }
}

static int sleep_ms(const void *self)
{
    const DreamsView *view = self;
    return page_of(view)->pane.sleep_ms ? page_of(view)->pane.sleep_ms(view) : -1;
}

static bool table(const void *self, FILE *out)
{
    const DreamsView *view = self;
    return page_of(view)->pane.table(view, out) && ferror(out) == 0;
}

static void free_view(void *self)
{
    DreamsView *view = self;
    net_acts_free(&view->dream.acts);
    net_acts_free(&view->noise.acts);
    net_acts_free(&view->change.acts);
    net_acts_free(&view->compare.acts);
    net_free(&view->noise.counted);
    net_free(&view->change.searched);
}

static int did(const void *self, int thing)
{
    const DreamsView *view = self;
    return thing == VIEW_THING_NOISE ? view->noise.image : 0;
}

/* What puts noise on the sheet, or leads to it. */
static SDL_Rect place(const void *self, int thing)
{
    const DreamsView *view = self;
    int command = view->page == DREAMS_NOISE ? DREAMS_PUT_NOISE : DREAMS_SHOW_PAGE + DREAMS_NOISE;
    (void)thing;
    return widgets_box(view->shell, view_action(VIEW_DREAMS, command));
}

const Pane PANE_OF_DREAMS = {
    .work = work,
    .update = update,
    .draw = draw,
    .explain = explain,
    .run = run,
    .can = can,
    .label = label,
    .press = press,
    .scroll = scroll,
    .key = key,
    .sleep_ms = sleep_ms,
    .table = table,
    .did = did,
    .place = place,
    .free = free_view,
};
