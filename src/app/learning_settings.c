/* Settings and experiments of the view Learning. */
#include "app/learning_settings.h"

#include "app/actions.h"
#include "app/learning_legend.h"
#include "app/views.h"
#include "lab/experiments.h"
#include "lab/recipe.h"

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

void learning_settings_choose(App *app, int choice)
{
    app_do(app, CHOICE[choice].action);
}

const char *learning_settings_name(const App *app, int choice)
{
    bool other = app->lab.mix.other && CHOICE[choice].action == ACTION_DATA_MNIST;
    return other ? "Other data" : CHOICE[choice].name;
}

/* Row i of `rows` in the place of settings and experiments. */
static SDL_Rect row_box(const App *app, int i, int rows, int row_h)
{
    SDL_Rect box = app->learning_view.side;
    int h = SDL_min(paint_px(app->paint, (float)row_h), box.h / rows);
    return (SDL_Rect){box.x, box.y + i * h, box.w, h};
}

/* Where name, control, value and the time it takes hold stand. */
typedef struct SettingColumns {
    SDL_Rect name, control, value, when;
} SettingColumns;

static SettingColumns cells_of(const App *app, int row, bool has_value)
{
    const Paint *paint = app->paint;
    SDL_Rect box = row_box(app, row, ROWS, ROW_H);
    int gap = paint_px(paint, GAP), h = SDL_min(paint_px(paint, CONTROL_H), box.h - 2);
    int name_w = paint_px(paint, NAME_W), when_w = paint_px(paint, WHEN_W);
    int value_w = has_value ? paint_px(paint, VALUE_W) : 0;
    box.y += (box.h - h) / 2;
    int most = box.w - name_w - value_w - when_w - gap;
    int w = SDL_min(most, paint_px(paint, CONTROL_MAX_W - (has_value ? VALUE_W : 0)));
    int left = box.x + name_w, right = left + w + gap;
    return (SettingColumns){
        .name = {box.x, box.y, name_w, h},
        .control = {left, box.y, w, h},
        .value = {right, box.y, value_w, h},
        .when = {right + value_w, box.y, when_w, h},
    };
}

static void add_choices(App *app, int row)
{
    SDL_Rect box = cells_of(app, row, false).control;
    int count = 0, gap = paint_px(app->paint, GAP);
    for (int i = 0; i < LEARNING_CHOICES; i++) {
        count += CHOICE[i].row == row;
    }
    int w = SDL_min((box.w + gap) / count - gap, paint_px(app->paint, 110.0f));
    for (int i = 0, x = box.x; i < LEARNING_CHOICES; i++) {
        if (CHOICE[i].row == row) {
            views_add_widget(app, WIDGET_BUTTON, LEARNING_CHOICE + i,
                             (SDL_Rect){x, box.y, w, box.h}, app_chosen(app, CHOICE[i].action));
            x += w + gap;
        }
    }
}

void learning_settings_update(App *app)
{
    for (int knob = 0; knob < KNOBS; knob++) {
        SettingColumns cells = cells_of(app, knob, true);
        views_add_widget(app, WIDGET_SLIDER, LEARNING_KNOB + knob, cells.control, false);
        SDL_Rect said = {cells.value.x, cells.value.y, cells.value.w + cells.when.w, cells.value.h};
        views_add_spot(app, said, LEARNING_ABOUT_KNOB + knob);
    }
    for (int row = ROW_COST; row <= ROW_AUGMENT; row++) {
        add_choices(app, row);
    }
    SDL_Rect box = cells_of(app, ROW_DEFAULTS, false).control;
    box.w = SDL_min(paint_px(app->paint, DEFAULTS_W), box.w);
    views_add_widget(app, WIDGET_BUTTON, LEARNING_DEFAULTS, box, false);
}

static void draw_row(const App *app, int row, const char *name, const char *value, const char *when)
{
    Paint *out = app->paint;
    SettingColumns cells = cells_of(app, row, *value);
    paint_text(out, cells.name, PAINT_LEFT, name, PAINT_LABEL, TEXT_REGULAR, out->theme->secondary);
    paint_text(out, cells.value, PAINT_LEFT, value, PAINT_LABEL, TEXT_MEDIUM, out->theme->text);
    paint_text(out, cells.when, PAINT_LEFT, when, PAINT_AXIS, TEXT_REGULAR, out->theme->secondary);
}

void learning_settings_draw(const App *app)
{
    for (int knob = 0; knob < KNOBS; knob++) {
        char value[64];
        recipe_print_value(&app->lab, (Knob)knob, value, sizeof value);
        draw_row(app, knob, recipe_knob_name((Knob)knob), value,
                 recipe_when(&app->lab, (Knob)knob));
    }
    draw_row(app, ROW_COST, "Cost", "", recipe_when_cost(&app->lab));
    draw_row(app, ROW_DATA, "Data", "", recipe_when_data(&app->lab));
    draw_row(app, ROW_AUGMENT, "Images", "", recipe_when_augment(&app->lab));
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

void learning_settings_explain(const App *app, int about, Hint *hint)
{
    explain_knob(&app->lab, (Knob)(about - LEARNING_ABOUT_KNOB), hint);
}

/* Experiments: a button each, with its sentence under it. */

static SDL_Rect button_box(const App *app, int which)
{
    const Paint *paint = app->paint;
    SDL_Rect row = row_box(app, which, EXPERIMENTS, EXPERIMENT_H);
    return (SDL_Rect){row.x, row.y, SDL_min(paint_px(paint, BUTTON_W), row.w),
                      SDL_min(paint_px(paint, BUTTON_H), row.h)};
}

void learning_experiments_update(App *app)
{
    for (int which = 0; which < EXPERIMENTS; which++) {
        views_add_widget(app, WIDGET_BUTTON, LEARNING_EXPERIMENT + which, button_box(app, which),
                         false);
    }
}

void learning_experiments_draw(const App *app)
{
    Paint *out = app->paint;
    for (int which = 0; which < EXPERIMENTS; which++) {
        SDL_Rect row = row_box(app, which, EXPERIMENTS, EXPERIMENT_H);
        SDL_Rect button = button_box(app, which);
        SDL_Rect text = {row.x, button.y + button.h + paint_px(out, 3.0f), row.w, row.h};
        paint_lines(out, text, experiment_about((Experiment)which), PAINT_AXIS,
                    out->theme->secondary, false);
    }
}
