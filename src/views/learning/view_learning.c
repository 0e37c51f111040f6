/* The view Learning: curves of all runs, the recipe of the next one, experiments. */
#include "views/learning/view_learning.h"

#include "lab/experiments.h"
#include "lab/recipe.h"
#include "lab/training.h"
#include "shell/widgets.h"
#include "ui/row.h"
#include "views/learning/learning_curves.h"
#include "views/learning/learning_legend.h"
#include "views/learning/learning_settings.h"
#include "views/learning/ribbon.h"

/* Design pixels. */
enum {
    HEAD_H = 28,
    SETTINGS_W = 72,
    EXPERIMENTS_W = 98,
    LOG_W = 100,
    LOG_SHORT_W = 70,
    WHICH_W = 76,
    GAP = 8,
    SIDE_W = 400,
    SIDE_FROM_W = 900, /* as wide as the view must be for curves beside the settings */
};

static bool is_one_of(int command, int first, int count)
{
    return command >= first && command < first + count;
}

/* Where there is no room for both plots. */
static bool shows_one(const LearningView *view)
{
    return view->cost_box.w == 0 || view->accuracy_box.w == 0;
}

static void add_head(LearningView *view, SDL_Rect head, bool curves)
{
    const Paint *paint = view->shell->paint;
    int gap = paint_px(paint, GAP);
    panes_add_widget(view->shell, WIDGET_BUTTON, LEARNING_SETTINGS,
                     row_left(&head, paint_px(paint, SETTINGS_W), gap),
                     view->page == PAGE_SETTINGS);
    panes_add_widget(view->shell, WIDGET_BUTTON, LEARNING_EXPERIMENTS,
                     row_left(&head, paint_px(paint, EXPERIMENTS_W), gap),
                     view->page == PAGE_EXPERIMENTS);
    if (curves && shows_one(view)) {
        panes_add_widget(view->shell, WIDGET_BUTTON, LEARNING_WHICH,
                         row_right(&head, paint_px(paint, WHICH_W), gap), false);
    }
    if (curves && view->cost_box.w > 0) {
        int w = paint_px(paint, shows_one(view) ? LOG_SHORT_W : LOG_W);
        panes_add_widget(view->shell, WIDGET_TOGGLE, LEARNING_LOG, row_right(&head, w, 0),
                         view->log);
    }
}

static bool has_curves(const LearningView *view)
{
    return view->plots.w > 0;
}

static bool has_ribbon(const LearningView *view)
{
    return view->ribbon_box.w > 0;
}

static void work(void *self)
{
    LearningView *view = self;
    if (has_ribbon(view)) {
        ribbon_work(view);
    }
}

static int sleep_ms(const void *self)
{
    const LearningView *view = self;
    return has_ribbon(view) ? ribbon_sleep_ms(view) : -1;
}

static void update(void *self, SDL_Rect box)
{
    LearningView *view = self;
    const Paint *paint = view->shell->paint;
    int gap = paint_px(paint, GAP);
    bool wide = box.w >= paint_px(paint, SIDE_FROM_W), curves = wide || view->page == PAGE_CURVES;
    SDL_Rect head = row_top(&box, paint_px(paint, HEAD_H), gap);
    view->side = box;
    view->plots = view->cost_box = view->accuracy_box = view->legend = view->ribbon_box =
        (SDL_Rect){0};
    if (wide && view->page != PAGE_CURVES) {
        view->side = row_left(&box, paint_px(paint, SIDE_W), 3 * gap);
    }
    if (curves) {
        learning_curves_place(view, box);
    }
    add_head(view, head, curves);
    if (view->page == PAGE_SETTINGS) {
        learning_settings_update(view);
    } else if (view->page == PAGE_EXPERIMENTS) {
        learning_experiments_update(view);
    }
    if (curves) {
        learning_curves_update(view);
    }
    if (has_ribbon(view)) {
        ribbon_update(view, view->ribbon_box);
    }
}

static void draw(const void *self, SDL_Rect box)
{
    const LearningView *view = self;
    (void)box;
    if (has_curves(view)) {
        learning_curves_draw(view);
    }
    if (has_ribbon(view)) {
        ribbon_draw(view, view->ribbon_box);
    }
    if (view->page == PAGE_SETTINGS) {
        learning_settings_draw(view);
    } else if (view->page == PAGE_EXPERIMENTS) {
        learning_experiments_draw(view);
    }
}

static void explain(const void *self, int about, SDL_Point at, Hint *hint)
{
    const LearningView *view = self;
    if (about == RIBBON_ABOUT) {
        ribbon_explain(view, at, hint);
    } else if (is_one_of(about, LEARNING_ABOUT_KNOB, KNOBS)) {
        learning_settings_explain(view, about, hint);
    } else {
        learning_curves_explain(view, about, hint);
    }
}

static void show_page(LearningView *view, LearningPage page)
{
    view->page = view->page == page ? PAGE_CURVES : page;
}

static void run(void *self, int command)
{
    LearningView *view = self;
    if (is_one_of(command, LEARNING_CHOICE, LEARNING_CHOICES)) {
        learning_settings_choose(view, command - LEARNING_CHOICE);
    } else if (is_one_of(command, LEARNING_EXPERIMENT, EXPERIMENTS)) {
        training_experiment(shell_change(view->shell), (Experiment)(command - LEARNING_EXPERIMENT));
    } else if (is_one_of(command, LEARNING_SHOW, view->lab->runs.count)) {
        KeptRun *kept = &shell_change(view->shell)->runs.run[command - LEARNING_SHOW];
        kept->hidden = !kept->hidden;
    } else if (is_one_of(command, LEARNING_REMOVE, view->lab->runs.count)) {
        runs_remove(&shell_change(view->shell)->runs, command - LEARNING_REMOVE);
    } else if (command == LEARNING_SETTINGS || command == LEARNING_EXPERIMENTS) {
        show_page(view, command == LEARNING_SETTINGS ? PAGE_SETTINGS : PAGE_EXPERIMENTS);
    } else if (command == LEARNING_LOG) {
        view->log = !view->log;
    } else if (command == LEARNING_WHICH) {
        view->show_accuracy = !view->show_accuracy;
    } else if (command == LEARNING_DEFAULTS) {
        recipe_default(shell_change(view->shell));
    }
}

/* A run under way stays where its curves are looked for. */
static bool can(const void *self, int command)
{
    const LearningView *view = self;
    const Runs *runs = &view->lab->runs;
    bool last = command == LEARNING_REMOVE + runs->count - 1;
    return !(last && runs->open && view->lab->stats.phase != TRAIN_IDLE);
}

static const char *label(const void *self, int command)
{
    const LearningView *view = self;
    if (is_one_of(command, LEARNING_CHOICE, LEARNING_CHOICES)) {
        return learning_settings_name(view, command - LEARNING_CHOICE);
    }
    if (is_one_of(command, LEARNING_EXPERIMENT, EXPERIMENTS)) {
        return experiment_name((Experiment)(command - LEARNING_EXPERIMENT));
    }
    if (is_one_of(command, LEARNING_SHOW, view->lab->runs.count)) {
        return view->lab->runs.run[command - LEARNING_SHOW].name;
    }
    if (is_one_of(command, LEARNING_REMOVE, RUNS_MAX)) {
        return "×";
    }
    switch (command) {
    case LEARNING_SETTINGS:
        return "Settings";
    case LEARNING_EXPERIMENTS:
        return "Experiments";
    case LEARNING_LOG:
        return shows_one(view) ? "Log" : "Log cost";
    case LEARNING_WHICH:
        return view->show_accuracy ? "Cost" : "Accuracy";
    case LEARNING_DEFAULTS:
        return "Defaults";
    default:
        return "";
    }
}

static float slider(const void *self, int command)
{
    const LearningView *view = self;
    return recipe_share(view->lab, (Knob)(command - LEARNING_KNOB));
}

/* The pointer goes anywhere; a key goes one stop, however far apart those are. */
static void slide(void *self, int command, float share)
{
    LearningView *view = self;
    Knob knob = (Knob)(command - LEARNING_KNOB);
    float now = recipe_share(view->lab, knob);
    if (view->shell->hold == HOLD_WIDGET) {
        recipe_slide(shell_change(view->shell), knob, share);
    } else if (share != now) {
        recipe_turn(shell_change(view->shell), knob, share > now ? 1 : -1);
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
    (void)x;
    (void)y;
    learning_legend_scroll(view, rows);
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
        learning_curves_step(view, key->sym == SDLK_HOME ? -view->cost.epochs : view->cost.epochs);
        return true;
    case SDLK_UP:
    case SDLK_DOWN:
        learning_legend_choose(view, key->sym == SDLK_UP ? -1 : 1);
        return true;
    case SDLK_SPACE:
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
        run(view, LEARNING_SHOW + view->chosen);
        return true;
    case SDLK_DELETE:
        if (view->lab->runs.count > 0 && can(view, LEARNING_REMOVE + view->chosen)) {
            run(view, LEARNING_REMOVE + view->chosen);
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
static SDL_Rect place(const void *self, int thing)
{
    const LearningView *view = self;
    (void)thing;
    return view->page == PAGE_SETTINGS
               ? view->side
               : widgets_box(view->shell, view_action(VIEW_LEARNING, LEARNING_SETTINGS));
}

static void free_view(void *self)
{
    LearningView *view = self;
    net_acts_free(&view->ribbon.acts);
}

const Pane PANE_OF_LEARNING = {
    .work = work,
    .update = update,
    .draw = draw,
    .explain = explain,
    .run = run,
    .can = can,
    .label = label,
    .slider = slider,
    .slide = slide,
    .press = press,
    .drag = drag,
    .scroll = scroll,
    .key = key,
    .sleep_ms = sleep_ms,
    .table = learning_legend_table,
    .place = place,
    .free = free_view,
};
