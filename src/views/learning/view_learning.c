/* The view Learning: curves of all runs, the recipe of the next one, experiments. */
#include "views/learning/view_learning.h"

#include <stdio.h>

#include "lab/series.h"
#include "shell/progress.h"
#include "shell/widgets.h"
#include "ui/row.h"
#include "views/learning/learning_commands.h"
#include "views/learning/learning_curves.h"
#include "views/learning/learning_experiments.h"
#include "views/learning/learning_hints.h"
#include "views/learning/learning_legend.h"
#include "views/learning/learning_panel.h"
#include "views/learning/learning_settings.h"
#include "views/learning/ribbon.h"

/* Design pixels. */
enum {
    HEAD_H = 28,
    SETTINGS_W = 84,
    LOG_W = 104,
    LOG_LEFT = 40, /* of it is the title */
    WHICH_W = 84,
    GAP = 8,
    SIDE_W = 272,
    SIDE_GAP = 32,
    SIDE_FROM_W = 960, /* as wide as the view must be for both plots beside the settings */
    BEGIN_W = 152,
    BEGIN_H = 34,
    INVITATION_W = 420,
    INVITATION_H = 150,
};

static bool has_curves(const LearningView *view)
{
    return view->plots.w > 0;
}

static bool has_ribbon(const LearningView *view)
{
    return view->ribbon_box.w > 0;
}

static bool is_wide(const LearningView *view, SDL_Rect box)
{
    return !view->shell->presenting && box.w >= paint_px(view->shell->paint, SIDE_FROM_W);
}

/* What is in the panel; PAGE_CURVES where there is none. */
static LearningPage page_of(const LearningView *view, bool wide)
{
    return wide && view->page == PAGE_CURVES ? PAGE_SETTINGS : view->page;
}

static void work(void *self)
{
    LearningView *view = self;
    if (has_ribbon(view)) {
        ribbon_work(view);
    }
}

/* A presenter has the sheet large. */
static LayoutForm form(const void *self)
{
    const LearningView *view = self;
    return view->shell->presenting ? LAYOUT_VIEW : LAYOUT_RAIL;
}

static int sleep_ms(const void *self)
{
    const LearningView *view = self;
    return has_ribbon(view) ? ribbon_sleep_ms(view) : -1;
}

/* What is told of an experiment, drawn or measured; returns how high it is. */
static int told_lines(const LearningView *view, bool measure)
{
    Paint *out = view->shell->paint;
    return paint_lines(out, view->told, view->message, PAINT_BODY, out->theme->text, measure);
}

/* The panel, if there is one, the head, what is told, and what is left of the box. */
static SDL_Rect place(LearningView *view, SDL_Rect box)
{
    const Paint *paint = view->shell->paint;
    int gap = paint_px(paint, GAP);
    bool wide = is_wide(view, box);
    view->plots = view->cost_box = view->accuracy_box = view->legend = view->ribbon_box =
        view->side = view->head = view->told = view->invitation = (SDL_Rect){0};
    if (page_of(view, wide) != PAGE_CURVES) {
        view->side = row_right(&box, SDL_min(paint_px(paint, SIDE_W), box.w),
                               wide ? paint_px(paint, SIDE_GAP) : 2 * gap);
    }
    series_print(view->lab, view->message, sizeof view->message);
    if (!wide) {
        view->head = row_top(&box, paint_px(paint, HEAD_H), gap);
    }
    if (*view->message) {
        view->told = box;
        row_left(&view->told, paint_px(paint, LEARNING_AXIS_W), 0);
        view->told.h = told_lines(view, true);
        row_top(&box, view->told.h, gap);
    }
    return box;
}

/* What opens the panel in a narrow window, and which plot shows where one does. */
static void add_head(LearningView *view, bool wide)
{
    const Paint *paint = view->shell->paint;
    int gap = paint_px(paint, GAP);
    if (!wide) {
        panes_add_widget(view->shell, WIDGET_BUTTON, LEARNING_SETTINGS,
                         row_right(&view->head, paint_px(paint, SETTINGS_W), gap),
                         view->page != PAGE_CURVES);
    }
    if (learning_commands_show_one(view)) {
        panes_add_widget(view->shell, WIDGET_BUTTON, LEARNING_WHICH,
                         row_right(&view->head, paint_px(paint, WHICH_W), gap), false);
    }
}

/* Beside the title of the cost. */
static void add_log(LearningView *view)
{
    const Paint *paint = view->shell->paint;
    SDL_Rect at = view->cost_box;
    if (at.w > 0) {
        int h = paint_px(paint, LEARNING_TITLE_H);
        at = (SDL_Rect){at.x + paint_px(paint, LOG_LEFT), at.y - h, paint_px(paint, LOG_W), h};
        panes_add_widget(view->shell, WIDGET_TOGGLE, LEARNING_LOG, at, !view->linear);
    }
}

/* The invitation: its lines, and the button under them. */
static void add_begin(LearningView *view)
{
    const Paint *paint = view->shell->paint;
    SDL_Rect box = view->invitation;
    view->invitation = row_middle(box, SDL_min(paint_px(paint, INVITATION_W), box.w),
                                  SDL_min(paint_px(paint, INVITATION_H), box.h));
    box = view->invitation;
    box = row_bottom(&box, paint_px(paint, BEGIN_H), 0);
    panes_add_widget(view->shell, WIDGET_BUTTON, LEARNING_BEGIN,
                     row_left(&box, SDL_min(paint_px(paint, BEGIN_W), box.w), 0), true);
}

static void add_curves(LearningView *view)
{
    add_log(view);
    learning_curves_update(view);
    if (has_ribbon(view)) {
        ribbon_update(view, view->ribbon_box);
    }
}

static void update(void *self, SDL_Rect box)
{
    LearningView *view = self;
    bool wide = is_wide(view, box);
    LearningPage page = page_of(view, wide);
    SDL_Rect rest = place(view, box);
    if (view->lab->runs.count > 0) {
        learning_curves_place(view, rest);
    } else {
        view->invitation = rest;
    }
    add_head(view, wide);
    if (page == PAGE_SETTINGS) {
        learning_settings_update(view);
    } else if (page == PAGE_EXPERIMENTS) {
        learning_experiments_update(view);
    }
    if (has_curves(view)) {
        add_curves(view);
    } else {
        add_begin(view); /* it lies on the area */
        panes_add_widget(view->shell, WIDGET_AREA, LEARNING_AREA, rest, false);
    }
}

static void draw_invitation(const LearningView *view)
{
    Paint *out = view->shell->paint;
    SDL_Rect box = view->invitation;
    char past[96], text[160];
    progress_print_past(view->shell, past, sizeof past);
    snprintf(text, sizeof text, "The network on show: %s.", past);
    paint_text(out, row_top(&box, paint_px(out, 28.0f), paint_px(out, GAP)), PAINT_LEFT,
               "Watch a network learn", PAINT_INVITATION, TEXT_REGULAR, out->theme->text);
    row_top(&box,
            paint_lines(out, box,
                        "Begin a run, and its curves are here from the first minibatch on.",
                        PAINT_BODY, out->theme->text, false),
            paint_px(out, GAP));
    paint_lines(out, box, text, PAINT_LABEL, out->theme->secondary, false);
}

static void draw(const void *self, SDL_Rect box)
{
    const LearningView *view = self;
    LearningPage page = page_of(view, is_wide(view, box));
    if (view->told.w > 0) {
        told_lines(view, false);
    }
    if (has_curves(view)) {
        learning_curves_draw(view);
    } else {
        draw_invitation(view);
    }
    if (has_ribbon(view)) {
        ribbon_draw(view, view->ribbon_box);
    }
    if (page == PAGE_SETTINGS) {
        learning_settings_draw(view);
    } else if (page == PAGE_EXPERIMENTS) {
        learning_experiments_draw(view);
    }
}

static void explain(const void *self, int about, SDL_Point at, Hint *hint)
{
    const LearningView *view = self;
    if (about == RIBBON_ABOUT) {
        ribbon_explain(view, at, hint);
    } else if (about >= LEARNING_ABOUT_KNOB) {
        learning_hints_explain(view, about, hint);
    } else {
        learning_curves_explain(view, about, hint);
    }
}

static bool press(void *self, int x, int y, bool twice)
{
    LearningView *view = self;
    (void)twice;
    view->ribbon_pressed = has_ribbon(view) && ribbon_press(view, x, y, false);
    return view->ribbon_pressed || learning_curves_hold(view, x, y);
}

static void drag(void *self, int x, int y)
{
    LearningView *view = self;
    if (view->ribbon_pressed) {
        ribbon_press(view, x, y, true);
    } else {
        learning_curves_hold(view, x, y);
    }
}

static void scroll(void *self, int x, int y, int rows)
{
    LearningView *view = self;
    if (SDL_PointInRect(&(SDL_Point){x, y}, &view->side)) {
        learning_panel_scroll(view, rows);
    } else {
        learning_legend_scroll(view, rows);
    }
}

/* Left and right hold an epoch; up and down choose a run, which the other keys act on. */
static bool key(void *self, const SDL_Keysym *key)
{
    LearningView *view = self;
    bool held;
    switch (key->sym) {
    case SDLK_LEFT:
    case SDLK_RIGHT:
        learning_curves_step(view, key->sym == SDLK_LEFT ? -1 : 1);
        return true;
    case SDLK_HOME:
    case SDLK_END:
        learning_curves_step(view, (int)(key->sym == SDLK_HOME ? -view->cost.end : view->cost.end));
        return true;
    case SDLK_UP:
    case SDLK_DOWN:
        learning_legend_choose(view, key->sym == SDLK_UP ? -1 : 1);
        return true;
    case SDLK_SPACE:
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
        learning_commands_run(view, LEARNING_SHOW + view->chosen);
        return true;
    case SDLK_DELETE:
        if (view->lab->runs.count > 0 &&
            learning_commands_can(view, LEARNING_REMOVE + view->chosen)) {
            learning_commands_run(view, LEARNING_REMOVE + view->chosen);
        }
        return true;
    case SDLK_ESCAPE:
        held = view->held > 0;
        view->held = 0;
        return held;
    default:
        return false;
    }
}

/* The settings, or what opens them. */
static SDL_Rect thing_place(const void *self, int thing)
{
    const LearningView *view = self;
    int opens = view->page == PAGE_EXPERIMENTS ? LEARNING_BACK : LEARNING_SETTINGS;
    SDL_Rect box = widgets_box(view->shell, view_action(VIEW_LEARNING, opens));
    (void)thing;
    return view->side.w > 0 && view->page != PAGE_EXPERIMENTS ? view->side : box;
}

static void free_view(void *self)
{
    LearningView *view = self;
    net_acts_free(&view->ribbon.acts);
}

const Pane PANE_OF_LEARNING = {
    .work = work,
    .form = form,
    .update = update,
    .draw = draw,
    .explain = explain,
    .run = learning_commands_run,
    .can = learning_commands_can,
    .label = learning_commands_label,
    .slider = learning_commands_slider,
    .slide = learning_commands_slide,
    .press = press,
    .drag = drag,
    .scroll = scroll,
    .key = key,
    .sleep_ms = sleep_ms,
    .table = learning_legend_table,
    .place = thing_place,
    .free = free_view,
};
