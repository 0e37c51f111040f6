/* From state to what is on the screen. */
#include "app/screen.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "app/actions.h"
#include "app/explain.h"
#include "app/leave.h"
#include "app/notice.h"
#include "app/pages.h"
#include "app/panel.h"
#include "app/present.h"
#include "app/progress.h"
#include "app/settings.h"
#include "app/tour.h"
#include "app/views.h"
#include "app/widgets.h"
#include "lab/mine.h"
#include "lab/models.h"

static void add_tabs(App *app)
{
    SDL_Rect tab = app->layout.tabs;
    tab.w = paint_px(app->paint, app->layout.compact ? 63.0f : 80.0f);
    for (int view = 0; view < VIEWS; view++) {
        widgets_add(app, WIDGET_TAB, ACTION_VIEW_NETWORK + view, tab, view == (int)app->view);
        tab.x += tab.w;
    }
}

static void add_tools(App *app)
{
    const Layout *at = &app->layout;
    bool pen = app->lab.settings.tool == TOOL_PEN;
    widgets_add(app, WIDGET_BUTTON, ACTION_PEN, at->pen, pen);
    widgets_add(app, WIDGET_BUTTON, ACTION_ERASER, at->eraser, !pen);
    widgets_add(app, WIDGET_SLIDER, ACTION_BRUSH_SIZE, at->size, false);
    widgets_add(app, WIDGET_BUTTON, ACTION_UNDO, at->undo, false);
    widgets_add(app, WIDGET_BUTTON, ACTION_CLEAR, at->clear, false);
}

static void add_training(App *app)
{
    const Layout *at = &app->layout;
    widgets_add(app, WIDGET_BUTTON, ACTION_TRAIN, at->train, true);
    widgets_add(app, WIDGET_BUTTON, ACTION_STEP, at->step, false);
    widgets_add(app, WIDGET_BUTTON, ACTION_STOP, at->stop, false);
    widgets_add(app, WIDGET_BUTTON, ACTION_RESET, at->reset, false);
    widgets_add(app, WIDGET_SLIDER, ACTION_SPEED, at->speed, false);
    if (progress_has_time_line(app)) {
        widgets_add(app, WIDGET_SLIDER, ACTION_TIME, at->progress, false);
    }
}

/* In the order of Tab. */
static void make_widgets(App *app)
{
    const Layout *at = &app->layout;
    app->widgets = app->spots = 0;
    if (*app->notice.text) {
        notice_add_widgets(app);
    }
    if (tour_card_shows(app)) {
        tour_add_widgets(app);
    }
    widgets_add(app, WIDGET_AREA, ACTION_SHEET, at->sheet, false);
    if (present_shows(app, LAYOUT_TOOLS)) {
        add_tools(app);
    }
    if (present_shows(app, LAYOUT_INPUT)) {
        widgets_add(app, WIDGET_TOGGLE, ACTION_FIT, at->fit, app_chosen(app, ACTION_FIT));
        widgets_add(app, WIDGET_TOGGLE, ACTION_STRAIGHTEN, at->straighten,
                    app_chosen(app, ACTION_STRAIGHTEN));
    }
    for (int digit = 0; digit < NET_OUTPUTS && present_shows(app, LAYOUT_ANSWER); digit++) {
        SDL_Rect box = chart_digit_box(app->paint, at->chart, digit);
        widgets_add(app, WIDGET_SPOT, ACTION_LABEL_0 + digit, box, false);
    }
    add_tabs(app);
    views_update(app);
    if (present_shows(app, LAYOUT_STRIP)) {
        add_training(app);
    }
    if (app->presenting) {
        present_add_widgets(app);
    }
}

/* "784-16-16-10 · 96.1 % on MNIST · 41 of 44 of my digits", at the right end of the menu bar. Of
 * several sources the first is tested on, see mix_load(). */
static void describe_model(const App *app, char *text, size_t room)
{
    char shape[64];
    const NetInfo *info = &app->lab.model.info;
    const Reading *reading = &app->lab.mine.reading;
    net_shape_print(&app->lab.model.net.shape, shape, sizeof shape);
    if (info->tested) {
        const char *data = *info->data ? info->data : "its test images",
                   *more = strstr(data, " + ");
        snprintf(text, room, "%s · %.1f %% on %.*s", shape, 100.0 * info->test_accuracy,
                 (int)(more ? more - data : (ptrdiff_t)strlen(data)), data);
    } else {
        snprintf(text, room, "%s · %s", shape,
                 app->lab.model.fresh ? "random weights" : "not tested");
    }
    if (reading->of > 0) {
        size_t length = strlen(text);
        snprintf(text + length, room - length, " · %d of %d of my digits%s", reading->right,
                 reading->of, strstr(info->data, "my digits") ? ", trained on them" : "");
    }
}

static void title_window(const App *app)
{
    char name[FILES_NAME_MAX], title[FILES_NAME_MAX + 16];
    model_print_name(&app->lab.model, name, sizeof name);
    snprintf(title, sizeof title, "%s%s - Inkling", app->lab.model.changed ? "*" : "", name);
    if (app->window && strcmp(SDL_GetWindowTitle(app->window), title) != 0) {
        SDL_SetWindowTitle(app->window, title);
    }
}

/* While presenting, the menus give their line to the presenter's, until one is opened. */
static SDL_Rect menu_line(const App *app)
{
    return app->presenting && !app->menu.open ? (SDL_Rect){0} : app->layout.menu;
}

void screen_update(App *app)
{
    Paint *paint = app->paint;
    paint->theme = theme_get(app->lab.settings.dark);
    LayoutWish wish = {.form = app->view == VIEW_NETWORK ? LAYOUT_NETWORK : LAYOUT_VIEW,
                       .presenting = app->presenting,
                       .hidden = present_hidden(app)};
    float zoom = app->lab.settings.zoom * app->desktop_scale * app->px_per_unit * present_zoom(app);
    paint_set_scale(paint, layout_scale(app->w_px, app->h_px, zoom, wish.hidden));
    wish.hidden |= tour_hides(app);
    /* The layout says how wide notice and card are, and that how high: then the rest makes room. */
    layout_make(&app->layout, app->w_px, app->h_px, paint->scale, &wish);
    wish.notice_h_px = notice_height(app);
    wish.card_h_px = tour_height(app);
    layout_make(&app->layout, app->w_px, app->h_px, paint->scale, &wish);
    describe_model(app, app->model_text, sizeof app->model_text);
    app->menu_bar.note = app->model_text;
    app_menus(app, &app->menu_bar);
    menu_place(&app->menu_bar, &app->menu, paint, menu_line(app));
    make_widgets(app);
    explain_add_frame(app);
    app->explained = SDL_min(app->explained, app->spots - 1);
    app->covered = widgets_are_covered(app) ? app->widgets : 0;
    if (panel_shows(app)) {
        panel_update(app);
    }
    if (leave_shows(app)) {
        leave_add_widgets(app);
    }
    progress_update(app);
    title_window(app);
    explain_update(app);
}

/* How drawings are prepared, and whether the network's training images were, too. */
static const char *describe_input(const App *app)
{
    static const char *const TEXT[PREPARATIONS] = {
        [PREPARATION_RAW] = "What the network sees: the sheet as it is",
        [PREPARATION_FITTED] = "What the network sees: fitted, centred",
        [PREPARATION_STRAIGHTENED] = "What the network sees: upright, fitted, centred",
    };
    if (app->lab.exhibit.shown) {
        return "What the network sees: the image as it is";
    }
    bool as_trained =
        strcmp(app->lab.model.info.preparation, preparation_name(app->lab.preparation)) == 0;
    return as_trained || app->lab.model.fresh ? TEXT[app->lab.preparation]
                                              : "What the network sees: not as it was trained";
}

static void draw_sheet(const App *app)
{
    Paint *out = app->paint;
    const Layout *at = &app->layout;
    SDL_Color faint = out->theme->secondary;
    char note[64];
    bool by_keys = app->focus_shown && app->focus == ACTION_SHEET;
    BrushMark brush = {app->pointer_inside || by_keys, app->pointer_x_px, app->pointer_y_px,
                       app->lab.settings.brush_cell};
    if (by_keys) {
        float cell_px = (float)at->sheet.w / (float)SHEET_SIDE;
        brush.x_px = (float)at->sheet.x + app->key_pen.x_cell * cell_px;
        brush.y_px = (float)at->sheet.y + app->key_pen.y_cell * cell_px;
    }
    char title[96] = "Draw here";
    if (app->lab.exhibit.shown) {
        snprintf(title, sizeof title, "%s: draw to begin anew", app->lab.exhibit.name);
    }
    paint_text(out, at->sheet_label, PAINT_LEFT, title, PAINT_LABEL, TEXT_REGULAR, faint);
    sheet_draw(out, &app->lab.sheet, &brush, at->sheet);
    paint_text(out, at->size_label, PAINT_LEFT, "Size", PAINT_LABEL, TEXT_REGULAR, faint);
    if (!present_shows(app, LAYOUT_INPUT)) {
        return;
    }
    paint_text(out, at->input_label, PAINT_LEFT, describe_input(app), PAINT_LABEL, TEXT_REGULAR,
               faint);
    sheet_draw_input(out, &app->lab.input, at->input);
    mine_print_note(&app->lab, note, sizeof note);
    paint_text(out, at->label_note, PAINT_LEFT, note, PAINT_LABEL, TEXT_REGULAR, faint);
}

static void draw_answer(const App *app)
{
    Paint *out = app->paint;
    const Layout *at = &app->layout;
    SDL_Rect label = at->chart_label;
    int bars = paint_px(out, CHART_BARS_X);
    label.x += bars;
    label.w -= bars;
    if (label.w > 0) {
        paint_text(out, label, PAINT_LEFT, "Activation", PAINT_LABEL, TEXT_REGULAR,
                   out->theme->secondary);
    }
    chart_draw(out, &app->chart, at->chart);
    if (at->answer.h > 0) {
        chart_draw_answer(out, &app->chart, at->answer);
    }
}

/* Those from first to end-1, which may be under something that is open. */
static void draw_widgets(const App *app, int first, int end, bool covered)
{
    const Widget *widget = &app->widget[first];
    int hot = widget_at(widget, end - first, (int)app->pointer_x_px, (int)app->pointer_y_px);
    for (int i = 0; i < end - first; i++) {
        widget_draw(app->paint, &widget[i], i == hot && !covered && app->hold != HOLD_PEN,
                    app->focus_shown && widget[i].action == app->focus && !covered);
    }
}

static void draw_dialog(const App *app)
{
    FilesPlaces places;
    switch (app->dialog) {
    case DIALOG_NONE:
        break;
    case DIALOG_KEYS:
        pages_draw_keys(app);
        break;
    case DIALOG_USE:
        pages_draw_use(app);
        break;
    case DIALOG_ABOUT:
        pages_draw_about(app);
        break;
    case DIALOG_FILES:
        files_place(&places, app->paint, &app->files, app->layout.window);
        files_draw(app->paint, &app->files, &places, app->layout.window);
        break;
    case DIALOG_MINE:
    case DIALOG_STROKES:
    case DIALOG_AUGMENTED:
        panel_draw(app);
        draw_widgets(app, app->covered, app->widgets, false);
        break;
    case DIALOG_LEAVE:
        leave_draw(app);
        draw_widgets(app, app->covered, app->widgets, false);
        break;
    }
}

/* `covered`: something is open over it, or is to be thought so. */
static void draw_window(const App *app, bool covered)
{
    paint_fill(app->paint, app->layout.window, app->paint->theme->window);
    draw_sheet(app);
    views_draw(app);
    if (present_shows(app, LAYOUT_ANSWER)) {
        draw_answer(app);
    }
    if (present_shows(app, LAYOUT_STRIP)) {
        strip_draw(app->paint, &app->strip, &app->layout);
    }
    if (*app->notice.text) {
        notice_draw(app);
    }
    if (tour_card_shows(app)) {
        tour_draw(app);
    }
    draw_widgets(app, 0, widgets_are_covered(app) ? app->covered : app->widgets, covered);
    if (tour_card_shows(app)) {
        tour_draw_ring(app);
    }
}

void screen_draw_window(const App *app)
{
    draw_window(app, true);
}

void screen_draw(const App *app)
{
    bool covered = app->menu.open || app->dialog != DIALOG_NONE;
    draw_window(app, covered);
    explain_draw(app);
    if (!app->presenting || app->menu.open) {
        menu_draw(app->paint, &app->menu_bar, &app->menu);
    }
    draw_dialog(app);
}
