/* The view Learning: curves of all runs, the recipe of the next one, experiments. */
#include "app/view_learning.h"

#include "app/learning_curves.h"
#include "app/learning_legend.h"
#include "app/learning_settings.h"
#include "app/ribbon.h"
#include "app/views.h"
#include "lab/experiments.h"
#include "lab/recipe.h"
#include "lab/training.h"

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

static void add_head(App *app, SDL_Rect head, bool curves)
{
    const LearningView *view = &app->learning_view;
    const Paint *paint = app->paint;
    int gap = paint_px(paint, GAP), right = head.x + head.w;
    SDL_Rect box = {head.x, head.y, paint_px(paint, SETTINGS_W), head.h};
    views_add_widget(app, WIDGET_BUTTON, LEARNING_SETTINGS, box, view->page == PAGE_SETTINGS);
    box.x += box.w + gap;
    box.w = paint_px(paint, EXPERIMENTS_W);
    views_add_widget(app, WIDGET_BUTTON, LEARNING_EXPERIMENTS, box, view->page == PAGE_EXPERIMENTS);
    if (!curves) {
        return;
    }
    box.w = paint_px(paint, WHICH_W);
    box.x = right - box.w;
    if (shows_one(view)) {
        views_add_widget(app, WIDGET_BUTTON, LEARNING_WHICH, box, false);
        right = box.x - gap;
    }
    box.w = paint_px(paint, shows_one(view) ? LOG_SHORT_W : LOG_W);
    box.x = right - box.w;
    if (view->cost_box.w > 0) {
        views_add_widget(app, WIDGET_TOGGLE, LEARNING_LOG, box, view->log);
    }
}

static bool has_curves(const App *app)
{
    return app->learning_view.plots.w > 0;
}

static bool has_ribbon(const App *app)
{
    return app->learning_view.ribbon.w > 0;
}

static void work(App *app)
{
    if (has_ribbon(app)) {
        ribbon_work(app);
    }
}

static int sleep_ms(const App *app)
{
    return has_ribbon(app) ? ribbon_sleep_ms(app) : -1;
}

static void update(App *app, SDL_Rect box)
{
    LearningView *view = &app->learning_view;
    const Paint *paint = app->paint;
    int head_h = paint_px(paint, HEAD_H), gap = paint_px(paint, GAP);
    bool wide = box.w >= paint_px(paint, SIDE_FROM_W), curves = wide || view->page == PAGE_CURVES;
    SDL_Rect head = {box.x, box.y, box.w, head_h};
    SDL_Rect body = {box.x, box.y + head_h + gap, box.w, box.h - head_h - gap};
    view->side = body;
    view->plots = view->cost_box = view->accuracy_box = view->legend = view->ribbon = (SDL_Rect){0};
    if (wide && view->page != PAGE_CURVES) {
        view->side.w = paint_px(paint, SIDE_W);
        body.x += view->side.w + 3 * gap;
        body.w -= view->side.w + 3 * gap;
    }
    if (curves) {
        learning_curves_place(app, body);
    }
    add_head(app, head, curves);
    if (view->page == PAGE_SETTINGS) {
        learning_settings_update(app);
    } else if (view->page == PAGE_EXPERIMENTS) {
        learning_experiments_update(app);
    }
    if (curves) {
        learning_curves_update(app);
    }
    if (has_ribbon(app)) {
        ribbon_update(app, view->ribbon);
    }
}

static void draw(const App *app, SDL_Rect box)
{
    (void)box;
    if (has_curves(app)) {
        learning_curves_draw(app);
    }
    if (has_ribbon(app)) {
        ribbon_draw(app, app->learning_view.ribbon);
    }
    if (app->learning_view.page == PAGE_SETTINGS) {
        learning_settings_draw(app);
    } else if (app->learning_view.page == PAGE_EXPERIMENTS) {
        learning_experiments_draw(app);
    }
}

static void explain(const App *app, int about, SDL_Point at, Hint *hint)
{
    if (about == RIBBON_ABOUT) {
        ribbon_explain(app, at, hint);
    } else if (is_one_of(about, LEARNING_ABOUT_KNOB, KNOBS)) {
        learning_settings_explain(app, about, hint);
    } else {
        learning_curves_explain(app, about, hint);
    }
}

static void show_page(LearningView *view, LearningPage page)
{
    view->page = view->page == page ? PAGE_CURVES : page;
}

static void run(App *app, int command)
{
    LearningView *view = &app->learning_view;
    if (is_one_of(command, LEARNING_CHOICE, LEARNING_CHOICES)) {
        learning_settings_choose(app, command - LEARNING_CHOICE);
    } else if (is_one_of(command, LEARNING_EXPERIMENT, EXPERIMENTS)) {
        training_experiment(&app->lab, (Experiment)(command - LEARNING_EXPERIMENT));
    } else if (is_one_of(command, LEARNING_SHOW, app->lab.runs.count)) {
        KeptRun *kept = &app->lab.runs.run[command - LEARNING_SHOW];
        kept->hidden = !kept->hidden;
    } else if (is_one_of(command, LEARNING_REMOVE, app->lab.runs.count)) {
        runs_remove(&app->lab.runs, command - LEARNING_REMOVE);
    } else if (command == LEARNING_SETTINGS || command == LEARNING_EXPERIMENTS) {
        show_page(view, command == LEARNING_SETTINGS ? PAGE_SETTINGS : PAGE_EXPERIMENTS);
    } else if (command == LEARNING_LOG) {
        view->log = !view->log;
    } else if (command == LEARNING_WHICH) {
        view->show_accuracy = !view->show_accuracy;
    } else if (command == LEARNING_DEFAULTS) {
        recipe_default(&app->lab);
    }
}

/* A run under way stays where its curves are looked for. */
static bool can(const App *app, int command)
{
    const Runs *runs = &app->lab.runs;
    bool last = command == LEARNING_REMOVE + runs->count - 1;
    return !(last && runs->open && app->lab.stats.phase != TRAIN_IDLE);
}

static const char *label(const App *app, int command)
{
    const LearningView *view = &app->learning_view;
    if (is_one_of(command, LEARNING_CHOICE, LEARNING_CHOICES)) {
        return learning_settings_name(app, command - LEARNING_CHOICE);
    }
    if (is_one_of(command, LEARNING_EXPERIMENT, EXPERIMENTS)) {
        return experiment_name((Experiment)(command - LEARNING_EXPERIMENT));
    }
    if (is_one_of(command, LEARNING_SHOW, app->lab.runs.count)) {
        return app->lab.runs.run[command - LEARNING_SHOW].name;
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

static float slider(const App *app, int command)
{
    return recipe_share(&app->lab, (Knob)(command - LEARNING_KNOB));
}

/* The pointer goes anywhere; a key goes one stop, however far apart those are. */
static void slide(App *app, int command, float share)
{
    Knob knob = (Knob)(command - LEARNING_KNOB);
    float now = recipe_share(&app->lab, knob);
    if (app->hold == HOLD_WIDGET) {
        recipe_slide(&app->lab, knob, share);
    } else if (share != now) {
        recipe_turn(&app->lab, knob, share > now ? 1 : -1);
    }
}

static bool press(App *app, int x, int y, bool twice)
{
    (void)twice;
    app->learning_view.ribbon_pressed = has_ribbon(app) && ribbon_press(app, x, y, false);
    return app->learning_view.ribbon_pressed || learning_curves_hold(app, x, y);
}

static void drag(App *app, int x, int y)
{
    if (app->learning_view.ribbon_pressed) {
        ribbon_press(app, x, y, true);
    } else {
        learning_curves_hold(app, x, y);
    }
}

static void scroll(App *app, int x, int y, int rows)
{
    (void)x;
    (void)y;
    learning_legend_scroll(app, rows);
}

/* Left and right hold an epoch; up and down choose a run, which the other keys act on. */
static bool key(App *app, const SDL_Keysym *key)
{
    LearningView *view = &app->learning_view;
    bool held;
    switch (key->sym) {
    case SDLK_LEFT:
    case SDLK_RIGHT:
        learning_curves_step(app, key->sym == SDLK_LEFT ? -1 : 1);
        return true;
    case SDLK_HOME:
    case SDLK_END:
        learning_curves_step(app, key->sym == SDLK_HOME ? -view->cost.epochs : view->cost.epochs);
        return true;
    case SDLK_UP:
    case SDLK_DOWN:
        learning_legend_choose(app, key->sym == SDLK_UP ? -1 : 1);
        return true;
    case SDLK_SPACE:
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
        run(app, LEARNING_SHOW + view->chosen);
        return true;
    case SDLK_DELETE:
        if (app->lab.runs.count > 0 && can(app, LEARNING_REMOVE + view->chosen)) {
            run(app, LEARNING_REMOVE + view->chosen);
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

const View VIEW_OF_LEARNING = {
    .name = "Learning",
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
};
