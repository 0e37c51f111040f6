/* Settings and experiments of the view Learning. */
#include "views/learning/learning_settings.h"

#include "lab/experiments.h"
#include "lab/recipe.h"
#include "ui/row.h"
#include "views/learning/learning_legend.h"

/* Design pixels. */
enum {
    ROW_H = 40,
    NAME_W = 86,
    VALUE_W = 96,
    WHEN_W = 50,
    CONTROL_H = 24,
    CONTROL_MAX_W = 330,
    GAP = 6,
    EXPERIMENT_H = 72,
    BUTTON_W = 190,
    BUTTON_H = 28,
    DEFAULTS_W = 90,
};

/* The rows: a knob each, then these. */
enum { ROW_COST = KNOBS, ROW_DATA, ROW_AUGMENT, ROW_DEFAULTS, ROWS };

static const struct {
    int row, action;
    const char *name;
} CHOICE[LEARNING_CHOICES] = {
    {ROW_COST, ACTION_COST_CROSS_ENTROPY, "Cross-entropy"},
    {ROW_COST, ACTION_COST_SQUARED, "Squared"},
    {ROW_DATA, ACTION_DATA_MNIST, "MNIST"},
    {ROW_DATA, ACTION_DATA_STROKES, "Strokes"},
    {ROW_DATA, ACTION_DATA_OWN, "My digits"},
    {ROW_AUGMENT, ACTION_AUGMENT, "Augmented"},
};

void learning_settings_choose(LearningView *view, int choice)
{
    action_do(view->shell, CHOICE[choice].action);
}

const char *learning_settings_name(const LearningView *view, int choice)
{
    bool other = view->lab->mix.other && CHOICE[choice].action == ACTION_DATA_MNIST;
    return other ? "Other data" : CHOICE[choice].name;
}

/* Row i of `rows` in the place of settings and experiments. */
static SDL_Rect row_box(const LearningView *view, int i, int rows, int row_h)
{
    SDL_Rect box = view->side;
    box.h = rows * SDL_min(paint_px(view->shell->paint, (float)row_h), box.h / rows);
    return row_down(box, rows, i);
}

/* Where name, control, value and the time it takes hold stand. */
typedef struct SettingColumns {
    SDL_Rect name, control, value, when;
} SettingColumns;

static SettingColumns cells_of(const LearningView *view, int row, bool has_value)
{
    const Paint *paint = view->shell->paint;
    SDL_Rect box = row_box(view, row, ROWS, ROW_H);
    int gap = paint_px(paint, GAP), h = SDL_min(paint_px(paint, CONTROL_H), box.h - 2);
    int when_w = paint_px(paint, WHEN_W), value_w = has_value ? paint_px(paint, VALUE_W) : 0;
    box = row_middle(box, box.w, h);
    SettingColumns cells = {.name = row_left(&box, paint_px(paint, NAME_W), 0)};
    int w = SDL_min(box.w - gap - value_w - when_w,
                    paint_px(paint, CONTROL_MAX_W - (has_value ? VALUE_W : 0)));
    cells.control = row_left(&box, w, gap);
    cells.value = row_left(&box, value_w, 0);
    cells.when = row_left(&box, when_w, 0);
    return cells;
}

static void add_choices(LearningView *view, int row)
{
    SDL_Rect box = cells_of(view, row, false).control;
    SDL_Rect place[LEARNING_CHOICES];
    int count = 0;
    for (int i = 0; i < LEARNING_CHOICES; i++) {
        count += CHOICE[i].row == row;
    }
    row_flow(box, paint_px(view->shell->paint, 110.0f), paint_px(view->shell->paint, GAP), count,
             place);
    for (int i = 0, at = 0; i < LEARNING_CHOICES; i++) {
        if (CHOICE[i].row == row) {
            panes_add_widget(view->shell, WIDGET_BUTTON, LEARNING_CHOICE + i, place[at++],
                             action_chosen(view->shell, CHOICE[i].action));
        }
    }
}

void learning_settings_update(LearningView *view)
{
    for (int knob = 0; knob < KNOBS; knob++) {
        SettingColumns cells = cells_of(view, knob, true);
        panes_add_widget(view->shell, WIDGET_SLIDER, LEARNING_KNOB + knob, cells.control, false);
        panes_add_spot(view->shell, row_around((SDL_Rect[]){cells.value, cells.when}, 2),
                       LEARNING_ABOUT_KNOB + knob);
    }
    for (int row = ROW_COST; row <= ROW_AUGMENT; row++) {
        add_choices(view, row);
    }
    SDL_Rect box = cells_of(view, ROW_DEFAULTS, false).control;
    box.w = SDL_min(paint_px(view->shell->paint, DEFAULTS_W), box.w);
    panes_add_widget(view->shell, WIDGET_BUTTON, LEARNING_DEFAULTS, box, false);
}

static void draw_row(const LearningView *view, int row, const char *name, const char *value,
                     const char *when)
{
    Paint *out = view->shell->paint;
    SettingColumns cells = cells_of(view, row, *value);
    paint_text(out, cells.name, PAINT_LEFT, name, PAINT_LABEL, TEXT_REGULAR, out->theme->secondary);
    paint_text(out, cells.value, PAINT_LEFT, value, PAINT_LABEL, TEXT_MEDIUM, out->theme->text);
    paint_text(out, cells.when, PAINT_LEFT, when, PAINT_AXIS, TEXT_REGULAR, out->theme->secondary);
}

void learning_settings_draw(const LearningView *view)
{
    for (int knob = 0; knob < KNOBS; knob++) {
        char value[64];
        recipe_print_value(view->lab, (Knob)knob, value, sizeof value);
        draw_row(view, knob, recipe_knob_name((Knob)knob), value,
                 recipe_when(view->lab, (Knob)knob));
    }
    draw_row(view, ROW_COST, "Cost", "", recipe_when_cost(view->lab));
    draw_row(view, ROW_DATA, "Data", "", recipe_when_data(view->lab));
    draw_row(view, ROW_AUGMENT, "Images", "", recipe_when_augment(view->lab));
}

static void explain_knob(const Lab *lab, Knob knob, Hint *hint)
{
    static const struct {
        const char *before, *after, *unit; /* the value stands between the first two */
    } TEXT[KNOBS] = {
        [KNOB_RATE] = {"w <- w - rate * dC/dw, with rate = ",
                       " at the start;\nit falls along a cosine to a hundredth of that.",
                       "a factor, no unit"},
        [KNOB_MINIBATCH] = {"The gradient of a step is the mean over ", " training images.",
                            "images"},
        [KNOB_EPOCHS] = {"A run passes ", " times through all training images.", "passes"},
        [KNOB_DECAY] = {"w <- w * (1 - rate * decay) with each step, decay = ",
                        ":\nweights that nothing needs fade away.", "a factor, no unit"},
        [KNOB_LAYERS] = {"Neurons of each layer: ",
                         ".\nThe first are the pixels, the last the ten digits.", "neurons"},
        [KNOB_SEED] = {"Random weights and the order of the images come from seed ",
                       ":\nthe same seed and recipe, the same run.", "any whole number"},
    };
    char value[64];
    recipe_print_value(lab, knob, value, sizeof value);
    hint_title(hint, "%s: %s (%s)", recipe_knob_name(knob), value, recipe_when(lab, knob));
    hint_say(hint, "%s%s%s", TEXT[knob].before, value, TEXT[knob].after);
    hint_unit(hint, "%s", TEXT[knob].unit);
}

void learning_settings_explain(const LearningView *view, int about, Hint *hint)
{
    explain_knob(view->lab, (Knob)(about - LEARNING_ABOUT_KNOB), hint);
}

/* Experiments: a button each, with its sentence under it. */

static SDL_Rect button_box(const LearningView *view, int which)
{
    const Paint *paint = view->shell->paint;
    SDL_Rect row = row_box(view, which, EXPERIMENTS, EXPERIMENT_H);
    return (SDL_Rect){row.x, row.y, SDL_min(paint_px(paint, BUTTON_W), row.w),
                      SDL_min(paint_px(paint, BUTTON_H), row.h)};
}

void learning_experiments_update(LearningView *view)
{
    for (int which = 0; which < EXPERIMENTS; which++) {
        panes_add_widget(view->shell, WIDGET_BUTTON, LEARNING_EXPERIMENT + which,
                         button_box(view, which), false);
    }
}

void learning_experiments_draw(const LearningView *view)
{
    Paint *out = view->shell->paint;
    for (int which = 0; which < EXPERIMENTS; which++) {
        SDL_Rect row = row_box(view, which, EXPERIMENTS, EXPERIMENT_H);
        row_top(&row, button_box(view, which).h, paint_px(out, 3.0f));
        paint_lines(out, row, experiment_about((Experiment)which), PAINT_AXIS,
                    out->theme->secondary, false);
    }
}
