/* From state to what is on the screen. */
#include "shell/screen.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "lab/mine.h"
#include "lab/models.h"
#include "shell/action.h"
#include "shell/card.h"
#include "shell/explain.h"
#include "shell/leave.h"
#include "shell/notice.h"
#include "shell/pages.h"
#include "shell/panel.h"
#include "shell/panes.h"
#include "shell/present.h"
#include "shell/progress.h"
#include "shell/widgets.h"
#include "shell/zoom.h"
#include "ui/row.h"
#include "ui/sheet.h"

/* Design pixels. */
enum { BACK_W = 196, BACK_H = 30, NOTE_GAP = 12, TOUR_W = 36, MODES_W = 276, BESIDE_MODES_W = 116 };

/* What there is to see, and of it the ways to look at the network. */
static const ViewId PLACE[] = {VIEW_NETWORK, VIEW_LEARNING, VIEW_DATA, VIEW_DREAMS},
                    MODE[] = {VIEW_NETWORK, VIEW_NEURON, VIEW_BACKPROP};

enum { PLACES = sizeof PLACE / sizeof PLACE[0], MODES = sizeof MODE / sizeof MODE[0] };

static bool is_of_network(ViewId view)
{
    bool found = false;
    for (int i = 0; i < MODES; i++) {
        found |= MODE[i] == view;
    }
    return found;
}

static void add_places(Shell *shell)
{
    SDL_Rect places = shell->layout.places;
    SDL_Rect tour = row_right(&places, SDL_min(paint_px(shell->paint, TOUR_W), places.w), 0);
    for (int i = 0; i < PLACES && places.w > 0; i++) {
        bool on = PLACE[i] == VIEW_NETWORK ? is_of_network(shell->view) : PLACE[i] == shell->view;
        widgets_add(shell, WIDGET_TAB, ACTION_VIEW_NETWORK + (int)PLACE[i],
                    row_across(places, PLACES, i), on);
    }
    if (tour.w > 0) {
        widgets_add(shell, WIDGET_TAB, ACTION_VIEW_TOUR, tour, shell->view == VIEW_TOUR)->label =
            "?";
    }
}

/* The way back to the network that was on show before: right of the places, or where the window is
 * narrow and the sheet leaves room, over the sheet. */
static void add_way_back(Shell *shell)
{
    const Layout *at = &shell->layout;
    int w = paint_px(shell->paint, BACK_W), h = paint_px(shell->paint, BACK_H);
    SDL_Rect line = at->note;
    if (line.w == 0 && at->modes.h > 0 && !SDL_RectEmpty(&at->inputs)) {
        line = (SDL_Rect){at->sheet.x, at->modes.y, SDL_min(at->modes.x - at->sheet.x, w), h};
    }
    if (line.w >= w && !shell->presenting && models_was_better(shell->lab)) {
        SDL_Rect box = row_middle(row_right(&line, w, 0), w, h);
        widgets_add(shell, WIDGET_BUTTON, ACTION_PREVIOUS, box, false)->label =
            "Back to the trained network";
        shell->menu_bar.note_box.w -= at->note.w > 0 ? w + paint_px(shell->paint, NOTE_GAP) : 0;
    }
}

/* The ground of the row of modes. */
static SDL_Rect modes_box(const Shell *shell)
{
    SDL_Rect row = shell->layout.modes;
    int room = row.w - paint_px(shell->paint, BESIDE_MODES_W);
    return row_left(&row, SDL_max(SDL_min(paint_px(shell->paint, MODES_W), room), 0), 0);
}

static void add_modes(Shell *shell)
{
    for (int i = 0; i < MODES && shell->layout.modes.h > 0; i++) {
        Widget *mode = widgets_add(shell, WIDGET_MODE, ACTION_VIEW_NETWORK + (int)MODE[i],
                                   row_across(modes_box(shell), MODES, i), MODE[i] == shell->view);
        mode->label = MODE[i] == VIEW_NETWORK ? "Forward" : mode->label;
    }
}

/* How the picture that the network sees is made. */
static void add_preparation(Shell *shell)
{
    const Layout *at = &shell->layout;
    bool marks = shell->view == VIEW_NETWORK;
    WidgetKind kind = marks ? WIDGET_CHECK : WIDGET_TOGGLE;
    if (at->fit.w == 0) { /* the picture is too low for them */
        return;
    }
    Widget *straighten = widgets_add(shell, kind, ACTION_STRAIGHTEN, at->straighten,
                                     action_chosen(shell, ACTION_STRAIGHTEN));
    Widget *fit = widgets_add(shell, kind, ACTION_FIT, at->fit, action_chosen(shell, ACTION_FIT));
    if (marks) {
        straighten->label = "straight";
        fit->label = "fitted centred";
    }
}

static void add_tools(Shell *shell)
{
    const Layout *at = &shell->layout;
    bool pen = shell->lab->settings.tool == TOOL_PEN;
    widgets_add(shell, WIDGET_BUTTON, ACTION_PEN, at->pen, pen);
    widgets_add(shell, WIDGET_BUTTON, ACTION_ERASER, at->eraser, !pen);
    if (at->size.w > 0) {
        widgets_add(shell, WIDGET_SLIDER, ACTION_BRUSH_SIZE, at->size, false);
    }
    widgets_add(shell, WIDGET_BUTTON, ACTION_UNDO, at->undo, false);
    widgets_add(shell, WIDGET_BUTTON, ACTION_CLEAR, at->clear, false);
}

static void add_training(Shell *shell)
{
    const Layout *at = &shell->layout;
    widgets_add(shell, WIDGET_BUTTON, ACTION_TRAIN, at->train, true);
    widgets_add(shell, WIDGET_BUTTON, ACTION_STEP, at->step, false);
    widgets_add(shell, WIDGET_BUTTON, ACTION_STOP, at->stop, false);
    widgets_add(shell, WIDGET_BUTTON, ACTION_RESET, at->reset, false);
    widgets_add(shell, WIDGET_SLIDER, ACTION_SPEED, at->speed, false);
    if (progress_has_time_line(shell)) {
        widgets_add(shell, WIDGET_SLIDER, ACTION_TIME, at->progress, false);
    }
}

/* In the order of Tab. */
static void make_widgets(Shell *shell)
{
    const Layout *at = &shell->layout;
    shell->widgets = shell->spots = 0;
    notice_add_widgets(shell);
    if (card_has_place(shell)) {
        card_add_widgets(shell);
    }
    widgets_add(shell, WIDGET_AREA, ACTION_SHEET, at->sheet, false);
    if (present_shows(shell, LAYOUT_TOOLS)) {
        add_tools(shell);
    }
    if (present_shows(shell, LAYOUT_INPUT)) {
        add_preparation(shell);
    }
    for (int digit = 0; digit < NET_OUTPUTS && present_shows(shell, LAYOUT_ANSWER); digit++) {
        SDL_Rect box = chart_digit_box(shell->paint, at->digits, digit);
        widgets_add(shell, WIDGET_SPOT, ACTION_LABEL_0 + digit, box, false);
    }
    add_places(shell);
    add_way_back(shell);
    add_modes(shell);
    panes_update(shell);
    if (present_shows(shell, LAYOUT_STRIP)) {
        add_training(shell);
    }
    if (shell->presenting && !shell->menu.open) {
        present_add_widgets(shell);
    }
}

/* "784-16-16-10 · 96.1 % on MNIST · 41 of 44 of my digits", at the right end of the menu bar. Of
 * several sources the first is tested on, see mix_load(). */
static void describe_model(const Shell *shell, char *text, size_t room)
{
    char shape[64];
    const NetInfo *info = &shell->lab->model.info;
    const Reading *reading = &shell->lab->mine.reading;
    net_shape_print(&shell->lab->model.net.shape, shape, sizeof shape);
    if (info->tested) {
        const char *data = *info->data ? info->data : "its test images",
                   *more = strstr(data, " + ");
        snprintf(text, room, "%s · %.1f %% on %.*s", shape, 100.0 * info->test_accuracy,
                 (int)(more ? more - data : (ptrdiff_t)strlen(data)), data);
    } else {
        snprintf(text, room, "%s · %s", shape,
                 shell->lab->model.fresh ? "random weights" : "not tested");
    }
    if (reading->of > 0) {
        size_t length = strlen(text);
        snprintf(text + length, room - length, " · %d of %d of my digits%s", reading->right,
                 reading->of, strstr(info->data, "my digits") ? ", trained on them" : "");
    }
}

static void title_window(const Shell *shell)
{
    char name[FILES_NAME_MAX], title[FILES_NAME_MAX + 16];
    model_print_name(&shell->lab->model, name, sizeof name);
    snprintf(title, sizeof title, "%s%s - Inkling", shell->lab->model.changed ? "*" : "", name);
    if (shell->window && strcmp(SDL_GetWindowTitle(shell->window), title) != 0) {
        SDL_SetWindowTitle(shell->window, title);
    }
}

/* While presenting, the menus give their line to the presenter's, until one is opened. */
static SDL_Rect menu_line(const Shell *shell)
{
    return shell->presenting && !shell->menu.open ? (SDL_Rect){0} : shell->layout.menu;
}

void screen_update(Shell *shell)
{
    Paint *paint = shell->paint;
    paint->theme = theme_get(shell->lab->settings.dark);
    LayoutWish wish = {.form = shell->view == VIEW_NETWORK ? LAYOUT_NETWORK : LAYOUT_VIEW,
                       .presenting = shell->presenting,
                       .modes = is_of_network(shell->view),
                       .hidden = present_hidden(shell)};
    paint_set_scale(paint, zoom_scale(shell, wish.hidden));
    wish.hidden |= card_hides(shell);
    /* The layout says how wide notice and card are, and that how high: then they are placed. */
    layout_make(&shell->layout, shell->w_px, shell->h_px, paint->scale, &wish);
    wish.notice_h_px = notice_height(shell);
    wish.card_h_px = card_height(shell);
    layout_make(&shell->layout, shell->w_px, shell->h_px, paint->scale, &wish);
    describe_model(shell, shell->model_text, sizeof shell->model_text);
    shell->menu_bar.note = shell->model_text;
    shell->menu_bar.note_box = shell->layout.note;
    action_menus(shell, &shell->menu_bar);
    menu_place(&shell->menu_bar, &shell->menu, paint, menu_line(shell));
    make_widgets(shell);
    explain_add_frame(shell);
    shell->explained = SDL_min(shell->explained, shell->spots - 1);
    shell->covered = widgets_are_covered(shell) ? shell->widgets : 0;
    if (panel_shows(shell)) {
        panel_update(shell);
    }
    if (leave_shows(shell)) {
        leave_add_widgets(shell);
    }
    progress_update(shell);
    title_window(shell);
    explain_update(shell);
}

/* How drawings are prepared, and whether the network's training images were, too. */
static const char *describe_input(const Shell *shell)
{
    static const char *const TEXT[PREPARATIONS] = {
        [PREPARATION_RAW] = "What the network sees: the sheet as it is",
        [PREPARATION_FITTED] = "What the network sees: fitted, centred",
        [PREPARATION_STRAIGHTENED] = "What the network sees: upright, fitted, centred",
    };
    if (shell->view == VIEW_NETWORK) { /* there is little room, and marks say the rest */
        return shell->layout.input_label.w < paint_px(shell->paint, 76.0f) ? "It sees"
                                                                           : "What it sees";
    }
    if (shell->lab->exhibit.shown) {
        return "What the network sees: the image as it is";
    }
    bool as_trained =
        strcmp(shell->lab->model.info.preparation, preparation_name(shell->lab->preparation)) == 0;
    return as_trained || shell->lab->model.fresh ? TEXT[shell->lab->preparation]
                                                 : "What the network sees: not as it was trained";
}

static void draw_sheet(const Shell *shell)
{
    Paint *out = shell->paint;
    const Layout *at = &shell->layout;
    SDL_Color faint = out->theme->secondary;
    char note[64];
    bool by_keys = shell->focus_shown && shell->focus == ACTION_SHEET;
    BrushMark brush = {shell->pointer_inside || by_keys, shell->pointer_x_px, shell->pointer_y_px,
                       shell->lab->settings.brush_cell};
    if (by_keys) {
        float cell_px = (float)at->sheet.w / (float)SHEET_SIDE;
        brush.x_px = (float)at->sheet.x + shell->key_pen.x_cell * cell_px;
        brush.y_px = (float)at->sheet.y + shell->key_pen.y_cell * cell_px;
    }
    char title[96] = "Draw here";
    if (shell->lab->exhibit.shown) {
        snprintf(title, sizeof title, "%s: draw to begin anew", shell->lab->exhibit.name);
    }
    paint_text(out, at->sheet_label, PAINT_LEFT, title, PAINT_LABEL, TEXT_REGULAR, faint);
    sheet_draw(out, &shell->lab->sheet, &brush, at->sheet);
    paint_text(out, at->size_label, PAINT_LEFT, "Size", PAINT_LABEL, TEXT_REGULAR, faint);
    if (!present_shows(shell, LAYOUT_INPUT)) {
        return;
    }
    paint_text(out, at->input_label, shell->view == VIEW_NETWORK ? PAINT_CENTRE : PAINT_LEFT,
               describe_input(shell), PAINT_LABEL, TEXT_REGULAR, faint);
    sheet_draw_input(out, &shell->lab->input, at->input);
    mine_print_note(shell->lab, note, sizeof note);
    paint_text(out, at->label_note, PAINT_LEFT, note, PAINT_LABEL, TEXT_REGULAR, faint);
}

static void draw_answer(const Shell *shell)
{
    Paint *out = shell->paint;
    const Layout *at = &shell->layout;
    if (shell->view != VIEW_NETWORK) { /* there the outputs carry them */
        chart_draw_digits(out, &shell->chart, at->digits);
    }
    chart_draw(out, &shell->chart, at->chart);
    if (at->answer.h > 0) {
        Chart large = shell->chart;
        large.answer = shell->steady.shown;
        chart_draw_answer(out, &large, at->answer);
    }
}

/* Those from first to end-1, which may be under something that is open or under the notice. */
static void draw_widgets(const Shell *shell, int first, int end, bool covered)
{
    const Widget *widget = &shell->widget[first];
    float x_px = shell->pointer_x_px, y_px = shell->pointer_y_px;
    bool below =
        notice_covers(shell, x_px, y_px) && first >= shell->noticed && !widgets_are_covered(shell);
    int hot = below ? -1 : widget_at(widget, end - first, (int)x_px, (int)y_px);
    for (int i = 0; i < end - first; i++) {
        widget_draw(shell->paint, &widget[i], i == hot && !covered && shell->hold != HOLD_PEN,
                    shell->focus_shown && widget[i].action == shell->focus && !covered);
    }
}

static void draw_dialog(const Shell *shell)
{
    FilesPlaces places;
    switch (shell->dialog) {
    case DIALOG_NONE:
        break;
    case DIALOG_KEYS:
        pages_draw_keys(shell);
        break;
    case DIALOG_USE:
        pages_draw_use(shell);
        break;
    case DIALOG_ABOUT:
        pages_draw_about(shell);
        break;
    case DIALOG_FILES:
        files_place(&places, shell->paint, &shell->files, shell->layout.window);
        files_draw(shell->paint, &shell->files, &places, shell->layout.window);
        break;
    case DIALOG_MINE:
    case DIALOG_STROKES:
    case DIALOG_AUGMENTED:
        panel_draw(shell);
        draw_widgets(shell, shell->covered, shell->widgets, false);
        break;
    case DIALOG_LEAVE:
        leave_draw(shell);
        draw_widgets(shell, shell->covered, shell->widgets, false);
        break;
    }
}

/* `covered`: something is open over it, or is to be thought so. */
static void draw_window(const Shell *shell, bool covered)
{
    paint_fill(shell->paint, shell->layout.window, shell->paint->theme->window);
    if (!shell->presenting || shell->menu.open) {
        menu_draw(shell->paint, &shell->menu_bar, &shell->menu);
    }
    paint_round(shell->paint, modes_box(shell), 6.0f, shell->paint->theme->track);
    draw_sheet(shell);
    panes_draw(shell);
    if (present_shows(shell, LAYOUT_ANSWER)) {
        draw_answer(shell);
    }
    if (present_shows(shell, LAYOUT_STRIP)) {
        strip_draw(shell->paint, &shell->strip, &shell->layout);
    }
    if (card_has_place(shell)) {
        card_draw(shell);
    }
    int own = shell->noticed;
    draw_widgets(shell, own, widgets_are_covered(shell) ? shell->covered : shell->widgets, covered);
    if (card_has_place(shell)) {
        card_draw_ring(shell);
    }
    if (*shell->notice.text) {
        notice_draw(shell);
        draw_widgets(shell, 0, own, covered);
    }
}

void screen_draw_window(const Shell *shell)
{
    draw_window(shell, true);
}

void screen_draw(const Shell *shell)
{
    bool covered = shell->menu.open || shell->dialog != DIALOG_NONE;
    draw_window(shell, covered);
    explain_draw(shell);
    menu_draw_open(shell->paint, &shell->menu_bar, &shell->menu);
    draw_dialog(shell);
}
