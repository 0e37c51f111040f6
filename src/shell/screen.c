/* From state to what is on the screen. */
#include "shell/screen.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "lab/mine.h"
#include "lab/moment.h"
#include "lab/opinion.h"
#include "shell/action.h"
#include "shell/card.h"
#include "shell/explain.h"
#include "shell/first_start.h"
#include "shell/leave.h"
#include "shell/notice.h"
#include "shell/opened.h"
#include "shell/pages.h"
#include "shell/panel.h"
#include "shell/panes.h"
#include "shell/places.h"
#include "shell/present.h"
#include "shell/progress.h"
#include "shell/widgets.h"
#include "shell/zoom.h"
#include "ui/row.h"
#include "ui/sheet.h"

/* How the picture that the network sees is made. */
static void add_preparation(Shell *shell)
{
    const Layout *at = &shell->layout;
    bool marks = layout_is_network(at);
    WidgetKind kind = marks ? WIDGET_CHECK : WIDGET_TOGGLE;
    /* The picture may be too low for them; an image is prepared already. */
    if (at->fit.w == 0 || shell->lab->exhibit.shown) {
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
    if (at->pen.w > 0) {
        widgets_add(shell, WIDGET_BUTTON, ACTION_PEN, at->pen, pen);
        widgets_add(shell, WIDGET_BUTTON, ACTION_ERASER, at->eraser, !pen);
    }
    if (at->size.w > 0) {
        widgets_add(shell, WIDGET_SLIDER, ACTION_BRUSH_SIZE, at->size, false);
    }
    widgets_add(shell, WIDGET_BUTTON, ACTION_UNDO, at->undo, false);
    widgets_add(shell, WIDGET_BUTTON, ACTION_CLEAR, at->clear, false);
}

/* In the order of Tab. */
static void make_widgets(Shell *shell)
{
    const Layout *at = &shell->layout;
    bool teaches = at->digits.h > 0 && at->form != LAYOUT_BACKWARD && at->form != LAYOUT_CLOSEUP;
    shell->widgets = shell->spots = 0;
    notice_add_widgets(shell);
    if (card_has_place(shell)) {
        card_add_widgets(shell);
    }
    if (at->sheet.w > 0) {
        opened_add_widgets(shell);
        widgets_add(shell, WIDGET_AREA, ACTION_SHEET, at->sheet, false);
    }
    if (at->undo.w > 0) {
        add_tools(shell);
    }
    first_start_add_widgets(shell);
    if (at->input.w > 0) {
        add_preparation(shell);
    }
    for (int digit = 0; teaches && digit < NET_OUTPUTS; digit++) {
        SDL_Rect box = chart_digit_box(shell->paint, at->digits, digit);
        widgets_add(shell, WIDGET_SPOT, ACTION_LABEL_0 + digit, box, false);
    }
    places_add_widgets(shell);
    panes_update(shell);
    if (present_shows(shell, LAYOUT_STRIP)) {
        progress_add_widgets(shell);
    }
    if (shell->presenting && !shell->menu.open) {
        present_add_widgets(shell);
    }
}

/* "784-16-16-10 · 96.1 % on MNIST · 41 of 44 of my digits", at the right end of the menu bar. */
static void describe_model(const Shell *shell, char *text, size_t room)
{
    char shape[64], right[60];
    const NetInfo *info = &shell->lab->model.info;
    const Reading *reading = &shell->lab->mine.reading;
    net_shape_print(&shell->lab->model.net.shape, shape, sizeof shape);
    if (moment_is_in_training(shell->lab)) {
        snprintf(text, room, "%s · in training", shape); /* figures are those of a moment */
        return;
    }
    progress_print_tested(shell->lab, right, sizeof right);
    snprintf(text, room, "%s · %s", shape, right);
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
    LayoutWish wish = {.form = panes_form(shell),
                       .presenting = shell->presenting,
                       .large = first_start_large(shell),
                       .modes = places_has_modes(shell->view),
                       .hidden = present_hidden(shell),
                       .strip = progress_form(shell)};
    paint_set_scale(paint, zoom_scale(shell, wish.hidden));
    wish.card = card_shows(shell);
    wish.hidden |= card_hides(shell);
    /* The layout says how wide the notice is, and that how high: then it is placed. */
    layout_make(&shell->layout, shell->w_px, shell->h_px, paint->scale, &wish);
    wish.notice_h_px = notice_height(shell);
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

/* Whether drawings are prepared as the network's training images were. */
static bool as_trained(const Shell *shell)
{
    const Model *model = &shell->lab->model;
    return model->fresh ||
           strcmp(model->info.preparation, preparation_name(shell->lab->preparation)) == 0;
}

/* How drawings are prepared. */
static const char *describe_input(const Shell *shell)
{
    static const char *const TEXT[PREPARATIONS] = {
        [PREPARATION_RAW] = "What the network sees: the sheet as it is",
        [PREPARATION_FITTED] = "What the network sees: fitted, centred",
        [PREPARATION_STRAIGHTENED] = "What the network sees: straightened, fitted, centred",
        [PREPARATION_UPRIGHT] = "What the network sees: upright, fitted, centred",
    };
    if (layout_is_network(&shell->layout)) { /* there is little room, and marks say the rest */
        return shell->layout.input_label.w < paint_px(shell->paint, 76.0f) ? "It sees"
                                                                           : "What it sees";
    }
    return shell->lab->exhibit.shown ? "What the network sees: the image as it is"
           : as_trained(shell)       ? TEXT[shell->lab->preparation]
                                     : "What the network sees: not as it was trained";
}

/* Under the marks: what they do not say; of an image, which has none, in their place. */
static void draw_input_note(const Shell *shell)
{
    bool exhibit = shell->lab->exhibit.shown;
    const char *text = exhibit             ? "the image as it is"
                       : as_trained(shell) ? ""
                                           : "not as it was trained";
    const Theme *theme = shell->paint->theme;
    SDL_Rect box = shell->layout.input_note;
    if (exhibit && layout_is_network(&shell->layout)) { /* there the fan is not narrow yet */
        box.y = shell->layout.straighten.y;
        box.w = shell->layout.input.w;
    }
    paint_lines(shell->paint, box, text, PAINT_LABEL, exhibit ? theme->secondary : theme->negative,
                false);
}

static void draw_brush(const Shell *shell)
{
    const Layout *at = &shell->layout;
    bool by_keys = shell->focus_shown && shell->focus == ACTION_SHEET;
    BrushMark brush = {shell->pointer_inside || by_keys, shell->pointer_x_px, shell->pointer_y_px,
                       shell->lab->settings.brush_cell};
    if (by_keys) {
        float cell_px = (float)at->sheet.w / (float)SHEET_SIDE;
        brush.x_px = (float)at->sheet.x + shell->key_pen.x_cell * cell_px;
        brush.y_px = (float)at->sheet.y + shell->key_pen.y_cell * cell_px;
    }
    sheet_draw_brush(shell->paint, &brush, at->sheet);
}

static void draw_sheet(const Shell *shell)
{
    Paint *out = shell->paint;
    const Layout *at = &shell->layout;
    SDL_Color faint = out->theme->secondary;
    char note[64], title[96] = "Draw here";
    if (shell->lab->exhibit.shown) {
        snprintf(title, sizeof title, at->form == LAYOUT_RAIL ? "%s" : "%s: draw on it",
                 shell->lab->exhibit.name);
    }
    paint_text(out, opened_draw(shell), PAINT_LEFT, title, PAINT_LABEL, TEXT_REGULAR, faint);
    if (first_start_has_ghost(shell)) {
        first_start_draw(shell);
    } else {
        sheet_draw(out, &shell->lab->sheet, at->sheet);
    }
    draw_brush(shell);
    paint_text(out, at->size_label, PAINT_LEFT, "Size", PAINT_LABEL, TEXT_REGULAR, faint);
    if (shell->view == VIEW_BACKPROP && shell->lab->has_ink) {
        snprintf(note, sizeof note, "0 to 9: what it should be");
    } else {
        mine_print_note(shell->lab, note, sizeof note);
    }
    if (at->form == LAYOUT_RAIL && at->label_note.h > 0) { /* it is narrow, and has two lines */
        paint_lines(out, at->label_note, note, PAINT_LABEL, faint, false);
    }
    if (at->input.w == 0) {
        return;
    }
    paint_text(out, at->input_label, layout_is_network(at) ? PAINT_CENTRE : PAINT_LEFT,
               describe_input(shell), PAINT_LABEL, TEXT_REGULAR, faint);
    draw_input_note(shell);
    sheet_draw_input(out, &shell->lab->input, at->input);
    paint_text(out, at->label_note, PAINT_LEFT, note, PAINT_LABEL, TEXT_REGULAR, faint);
}

static void draw_answer(const Shell *shell)
{
    Paint *out = shell->paint;
    const Layout *at = &shell->layout;
    paint_text(out, at->chart_label, PAINT_LEFT, "What it reads, now", PAINT_LABEL, TEXT_REGULAR,
               out->theme->secondary);
    if (!layout_is_network(at)) { /* else the outputs carry them */
        chart_draw_digits(out, &shell->chart, at->digits);
    }
    Chart chart = shell->chart;
    const Easing *easing = shell_easing(shell);
    if (easing) {
        memcpy(chart.bar, easing->shown[shell->lab->model.net.shape.layers - 1], sizeof chart.bar);
    }
    chart_draw(out, &chart, at->chart);
    if (at->answer.h > 0 && !first_start_has_ghost(shell)) {
        chart.answer = shell->steady.shown;
        opinion_print(&shell->lab->opinion, chart.second, sizeof chart.second);
        chart.several = shell->lab->several_drawn;
        chart.unclear = motion_left(&shell->motion, MOTION_ANSWER);
        chart_draw_answer(out, &chart, at->answer);
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
    case DIALOG_NETWORKS:
        panel_draw(shell);
        draw_widgets(shell, shell->covered, shell->widgets, false);
        break;
    case DIALOG_LEAVE:
        leave_draw(shell);
        draw_widgets(shell, shell->covered, shell->widgets, false);
        break;
    }
}

/* The view on show and the answer; until the first touch the network sleeps. */
static void draw_view(const Shell *shell)
{
    const Theme *theme = shell->paint->theme, asleep = theme_asleep(theme);
    if (first_start_has_ghost(shell)) {
        shell->paint->theme = &asleep;
    }
    panes_draw(shell);
    if (present_shows(shell, LAYOUT_ANSWER) && shell->layout.form != LAYOUT_BACKWARD) {
        draw_answer(shell);
    }
    shell->paint->theme = theme;
}

void screen_draw_picture(const Shell *shell)
{
    paint_fill(shell->paint, shell->layout.window, shell->paint->theme->window);
    if (shell->layout.sheet.w > 0) {
        draw_sheet(shell);
    }
    draw_view(shell);
}

/* `covered`: something is open over it. */
static void draw_window(const Shell *shell, bool covered)
{
    screen_draw_picture(shell);
    if (!shell->presenting || shell->menu.open) {
        menu_draw(shell->paint, &shell->menu_bar, &shell->menu);
    }
    places_draw(shell);
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

void screen_draw(const Shell *shell)
{
    bool covered = shell->menu.open || shell->dialog != DIALOG_NONE;
    draw_window(shell, covered);
    explain_draw(shell);
    menu_draw_open(shell->paint, &shell->menu_bar, &shell->menu);
    draw_dialog(shell);
}
