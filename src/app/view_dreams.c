/* The view Dreams: a row of pages, the digits to choose from, the controls of the page on show. */
#include "app/view_dreams.h"

#include "app/dreams_page.h"
#include "app/views.h"

static const DreamsPage *const PAGE[DREAMS_PAGES] = {
    [DREAMS_PIXELS] = &DREAMS_OF_PIXELS,   [DREAMS_DREAM] = &DREAMS_OF_DREAM,
    [DREAMS_NOISE] = &DREAMS_OF_NOISE,     [DREAMS_CHANGE] = &DREAMS_OF_CHANGE,
    [DREAMS_COMPARE] = &DREAMS_OF_COMPARE,
};

enum { GAP = 8, ROW_H = 28, TOGGLE_W = 44, BUTTON_PAD = 24 };

static const DreamsPage *page_of(const App *app)
{
    return PAGE[app->dreams_view.page];
}

static void add_page_row(App *app, SDL_Rect row)
{
    int gap = paint_px(app->paint, GAP);
    for (int i = 0; i < DREAMS_PAGES; i++) {
        int left = i * (row.w + gap) / DREAMS_PAGES, right = (i + 1) * (row.w + gap) / DREAMS_PAGES;
        SDL_Rect box = {row.x + left, row.y, right - left - gap, row.h};
        views_add_widget(app, WIDGET_BUTTON, DREAMS_SHOW_PAGE + i, box,
                         app->dreams_view.page == (DreamsPageId)i);
    }
}

static void add_digit_row(App *app, SDL_Rect row)
{
    DreamsView *view = &app->dreams_view;
    int gap = paint_px(app->paint, GAP / 2.0f), any_w = paint_px(app->paint, 68.0f);
    int rest_w = row.w - any_w;
    view->at.digit[0] = (SDL_Rect){row.x, row.y, any_w, row.h};
    for (int d = 0; d < NET_OUTPUTS; d++) {
        int left = any_w + gap + d * rest_w / NET_OUTPUTS;
        int right = any_w + (d + 1) * rest_w / NET_OUTPUTS;
        view->at.digit[1 + d] = (SDL_Rect){row.x + left, row.y, right - left, row.h};
    }
    for (int i = 0; i <= NET_OUTPUTS; i++) {
        views_add_widget(app, WIDGET_BUTTON, DREAMS_ANY + i, view->at.digit[i],
                         view->chosen[view->page] == i);
    }
}

static bool is_on(const App *app, int command)
{
    const DreamsPage *page = page_of(app);
    return page->on && page->on(app, command);
}

static const char *control_label(const App *app, const DreamsControl *control)
{
    return control->label_on && is_on(app, control->command) ? control->label_on : control->label;
}

/* From the bottom of the box, in as many rows as they need. */
static void add_controls(App *app, SDL_Rect *rest)
{
    const DreamsPage *page = page_of(app);
    SDL_Rect box[DREAMS_CONTROLS];
    int gap = paint_px(app->paint, GAP), h = paint_px(app->paint, ROW_H), x = 0, y = 0;
    for (int i = 0; i < page->controls; i++) {
        const DreamsControl *control = &page->control[i];
        bool toggle = control->kind == WIDGET_TOGGLE;
        int more = toggle ? TOGGLE_W : BUTTON_PAD;
        const char *wide = control->label_on ? control->label_on : control->label;
        int w = paint_text_width(app->paint, wide, PAINT_BODY, TEXT_MEDIUM) +
                paint_px(app->paint, (float)more);
        x += toggle && x > 0 ? gap : 0;
        if (x > 0 && x + w > rest->w) {
            x = 0;
            y += h + gap;
        }
        box[i] = (SDL_Rect){rest->x + x, y, w, h};
        x += w + gap;
    }
    rest->h -= y + h;
    for (int i = 0; i < page->controls; i++) {
        box[i].y += rest->y + rest->h;
        views_add_widget(app, page->control[i].kind, page->control[i].command, box[i],
                         is_on(app, page->control[i].command));
    }
    rest->h -= gap;
}

static void update(App *app, SDL_Rect box)
{
    const DreamsPage *page = page_of(app);
    SDL_Rect rest = box;
    add_page_row(app, dreams_page_cut_row(app->paint, &rest, ROW_H, GAP));
    if (page->any) {
        add_digit_row(app, dreams_page_cut_row(app->paint, &rest, ROW_H, GAP));
    }
    add_controls(app, &rest);
    views_add_widget(app, WIDGET_AREA, DREAMS_AREA, rest, false);
    page->place(app, rest);
}

static void draw(const App *app, SDL_Rect box)
{
    (void)box;
    page_of(app)->draw(app);
}

static void work(App *app)
{
    if (page_of(app)->work) {
        page_of(app)->work(app);
    }
}

static void explain(const App *app, int about, SDL_Point at, Hint *hint)
{
    page_of(app)->explain(app, about, at, hint);
}

static void run(App *app, int command)
{
    DreamsView *view = &app->dreams_view;
    if (command >= DREAMS_SHOW_PAGE && command < DREAMS_SHOW_PAGE + DREAMS_PAGES) {
        view->page = (DreamsPageId)(command - DREAMS_SHOW_PAGE);
    } else if (command >= DREAMS_ANY && command <= DREAMS_ANY + NET_OUTPUTS) {
        view->chosen[view->page] = command - DREAMS_ANY;
    } else if (page_of(app)->run) {
        page_of(app)->run(app, command);
    }
    app->redraw = true;
}

static bool can(const App *app, int command)
{
    return command < DREAMS_ON_INK || !page_of(app)->can || page_of(app)->can(app, command);
}

static const char *label(const App *app, int command)
{
    static const char *const DIGIT[] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
    const DreamsPage *page = page_of(app);
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
            return control_label(app, &page->control[i]);
        }
    }
    return "";
}

static bool press(App *app, int x, int y, bool twice)
{
    return page_of(app)->press && page_of(app)->press(app, x, y, twice);
}

static void scroll(App *app, int x, int y, int rows)
{
    (void)x;
    (void)y;
    if (page_of(app)->scroll) {
        page_of(app)->scroll(app, rows);
    }
}

/* Left and right choose a digit, page up and down the page, Space and Enter do what it is for. */
static bool key(App *app, const SDL_Keysym *key)
{
    DreamsView *view = &app->dreams_view;
    const DreamsPage *page = page_of(app);
    int *chosen = &view->chosen[view->page], page_now = (int)view->page;
    if (page->key && page->key(app, key->sym)) {
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
        if (can(app, page->main_command)) {
            run(app, page->main_command);
        }
        return true;
    default:
        return false;
    }
}

static int sleep_ms(const App *app)
{
    return page_of(app)->sleep_ms ? page_of(app)->sleep_ms(app) : -1;
}

static bool table(const App *app, FILE *out)
{
    return page_of(app)->table(app, out) && ferror(out) == 0;
}

static void free_view(App *app)
{
    net_free(&app->dreams_view.noise.counted);
    net_free(&app->dreams_view.change.searched);
}

const View VIEW_OF_DREAMS = {
    .name = "Dreams",
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
    .free = free_view,
};
