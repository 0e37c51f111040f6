/* The settings of the view Learning: the recipe of the next run, in the panel beside the curves. */
#include "views/learning/learning_settings.h"

#include <string.h>

#include "base/number.h"
#include "lab/recipe.h"
#include "train/mix.h"
#include "ui/row.h"
#include "views/learning/learning_legend.h"
#include "views/learning/learning_panel.h"

/* Design pixels. */
enum {
    HEAD_H = 20, /* of a line of names */
    TOGGLE_H = 26,
    CHIPS_H = 30,
    SLIDER_H = 20,
    GAP = 6, /* under a group */
    LAYER_H = 28,
    STEP_W = 28, /* of + and - */
    STEP_H = 24,
    NUMBER_W = 40, /* between them */
    COUNT_W = 76,
    VALUE_W = 60,
    BUTTON_H = 30,
    DEFAULTS_W = 84,
};

/* The rows, from top to bottom. */
enum {
    ROW_DATA,
    ROW_TOGGLE, /* three sources, and augmentation */
    ROW_COST = ROW_TOGGLE + 4,
    ROW_KNOB,
    ROW_LAYERS = ROW_KNOB + KNOBS,
    ROW_LAYER,
    ROW_FOOT = ROW_LAYER + NET_MAX_HIDDEN,
    ROWS
};

enum { TOGGLES = 4, CHIPS = LEARNING_CHOICES - TOGGLES };

static const struct {
    int action;
    const char *name;
} CHOICE[LEARNING_CHOICES] = {
    {ACTION_DATA_MNIST, "MNIST"},
    {ACTION_DATA_STROKES, "Built-in strokes"},
    {ACTION_DATA_OWN, "My digits"},
    {ACTION_AUGMENT, "Augment"},
    {ACTION_COST_CROSS_ENTROPY, "Cross-entropy"},
    {ACTION_COST_SQUARED, "Squares"},
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

void learning_settings_add(LearningView *view, int what, int step)
{
    if (what == 0) {
        recipe_add_layers(shell_change(view->shell), step);
    } else {
        recipe_add_neurons(shell_change(view->shell), what - 1, step);
    }
}

bool learning_settings_can_add(const LearningView *view, int what, int step)
{
    return what == 0 ? recipe_can_add_layers(view->lab, step)
                     : recipe_can_add_neurons(view->lab, what - 1, step);
}

static int hidden_layers(const LearningView *view)
{
    return recipe_shape(view->lab).layers - 1;
}

/* How high a row is; 0 for a layer that the network does not have. */
static int height_of(const LearningView *view, int row)
{
    float h = row == ROW_DATA                         ? HEAD_H
              : row < ROW_TOGGLE + TOGGLES            ? TOGGLE_H
              : row == ROW_COST                       ? HEAD_H + CHIPS_H + GAP
              : row < ROW_LAYERS                      ? HEAD_H + SLIDER_H + 2
              : row == ROW_LAYERS                     ? LAYER_H
              : row == ROW_FOOT                       ? BUTTON_H + GAP
              : row - ROW_LAYER < hidden_layers(view) ? LAYER_H
                                                      : 0;
    return paint_px(view->shell->paint, h);
}

/* The lines of a row that has more than one. */
static SDL_Rect name_line(const LearningView *view, int row)
{
    SDL_Rect box = learning_panel_row(view, row);
    return row_top(&box, SDL_min(paint_px(view->shell->paint, HEAD_H), box.h), 0);
}

static void add_toggles(LearningView *view)
{
    for (int i = 0; i < TOGGLES; i++) {
        SDL_Rect box = learning_panel_row(view, ROW_TOGGLE + i);
        row_right(&box, paint_px(view->shell->paint, COUNT_W), 0);
        if (box.h > 0) {
            panes_add_widget(view->shell, WIDGET_TOGGLE, LEARNING_CHOICE + i, box,
                             action_chosen(view->shell, CHOICE[i].action));
            panes_add_spot(view->shell, learning_panel_row(view, ROW_TOGGLE + i),
                           LEARNING_ABOUT_CHOICE + i);
        }
    }
}

/* The ground of the chips. */
static SDL_Rect chips_box(const LearningView *view)
{
    SDL_Rect box = learning_panel_row(view, ROW_COST);
    row_top(&box, name_line(view, ROW_COST).h, 0);
    return row_top(&box, SDL_min(paint_px(view->shell->paint, CHIPS_H), box.h), 0);
}

static void add_chips(LearningView *view)
{
    SDL_Rect box = chips_box(view);
    for (int i = 0; i < CHIPS && box.h > 0; i++) {
        int choice = TOGGLES + i;
        SDL_Rect chip = row_across(box, CHIPS, i);
        panes_add_widget(view->shell, WIDGET_MODE, LEARNING_CHOICE + choice, chip,
                         action_chosen(view->shell, CHOICE[choice].action));
        panes_add_spot(view->shell, chip, LEARNING_ABOUT_CHOICE + choice);
    }
}

static void add_knobs(LearningView *view)
{
    for (int knob = 0; knob < KNOBS; knob++) {
        SDL_Rect row = learning_panel_row(view, ROW_KNOB + knob), box = row;
        row_top(&box, name_line(view, ROW_KNOB + knob).h, 0);
        if (box.h > 0) {
            panes_add_widget(view->shell, WIDGET_SLIDER, LEARNING_KNOB + knob,
                             row_top(&box, paint_px(view->shell->paint, SLIDER_H), 0), false);
            panes_add_spot(view->shell, row, LEARNING_ABOUT_KNOB + knob);
        }
    }
}

/* Where - and + of a row of layers are, and their number between them. */
typedef struct Stepper {
    SDL_Rect less, number, more;
} Stepper;

static Stepper stepper_of(const LearningView *view, int row)
{
    const Paint *paint = view->shell->paint;
    SDL_Rect box = learning_panel_row(view, row);
    Stepper at = {{0}, {0}, {0}};
    if (box.h > 0) {
        box = row_middle(box, box.w, paint_px(paint, STEP_H));
        at.more = row_right(&box, paint_px(paint, STEP_W), 0);
        at.number = row_right(&box, paint_px(paint, NUMBER_W), 0);
        at.less = row_right(&box, paint_px(paint, STEP_W), 0);
    }
    return at;
}

static void add_layers(LearningView *view)
{
    for (int what = 0; what <= hidden_layers(view); what++) {
        Stepper at = stepper_of(view, ROW_LAYERS + what);
        if (at.number.h > 0) {
            panes_add_widget(view->shell, WIDGET_BUTTON, LEARNING_LESS + what, at.less, false);
            panes_add_widget(view->shell, WIDGET_BUTTON, LEARNING_ADD + what, at.more, false);
            panes_add_spot(view->shell, learning_panel_row(view, ROW_LAYERS + what),
                           LEARNING_ABOUT_LAYERS);
        }
    }
}

static void add_foot(LearningView *view)
{
    const Paint *paint = view->shell->paint;
    SDL_Rect box = learning_panel_row(view, ROW_FOOT);
    if (box.h > 0) {
        box = row_bottom(&box, paint_px(paint, BUTTON_H), 0);
        SDL_Rect defaults = row_right(&box, paint_px(paint, DEFAULTS_W), paint_px(paint, GAP));
        panes_add_widget(view->shell, WIDGET_BUTTON, LEARNING_EXPERIMENTS, box, false);
        panes_add_widget(view->shell, WIDGET_BUTTON, LEARNING_DEFAULTS, defaults, false);
    }
}

void learning_settings_update(LearningView *view)
{
    int h[ROWS];
    for (int row = 0; row < ROWS; row++) {
        h[row] = height_of(view, row);
    }
    learning_panel_place(view, h, ROWS);
    add_toggles(view);
    add_chips(view);
    add_knobs(view);
    add_layers(view);
    add_foot(view);
}

/* What is said of it where that is not so for all: in a run under way, that it waits for the next
 * one; of random weights, that they follow now. */
static const char *note_of(const LearningView *view, const char *when)
{
    bool waits = view->lab->stats.phase != TRAIN_IDLE && strcmp(when, "next run") == 0;
    return waits || strcmp(when, "now") == 0 ? when : "";
}

static void draw_name(const LearningView *view, SDL_Rect line, const char *name, const char *note,
                      const char *value)
{
    Paint *out = view->shell->paint;
    paint_text(out, line, PAINT_LEFT, name, PAINT_LABEL, TEXT_REGULAR, out->theme->secondary);
    paint_text(out, line, PAINT_RIGHT, value, PAINT_LABEL, TEXT_MEDIUM, out->theme->text);
    if (*value) {
        row_right(&line, paint_px(out, VALUE_W), 0);
    }
    paint_text(out, line, PAINT_RIGHT, note, PAINT_AXIS, TEXT_REGULAR, out->theme->secondary);
}

static void print_count(const LearningView *view, int choice, char *text, size_t room)
{
    const Lab *lab = view->lab;
    const int IMAGES[] = {MIX_MNIST, MIX_STROKES, lab->mine.own.digits.digits};
    if (choice == 3) {
        snprintf(text, room, "%s", note_of(view, recipe_when_augment(lab)));
    } else if (choice == 0 && !lab->mnist_found) {
        snprintf(text, room, "not here");
    } else if (choice == 0 && lab->mix.other) {
        *text = 0;
    } else {
        number_print(text, room, IMAGES[choice]);
    }
}

static void draw_counts(const LearningView *view)
{
    Paint *out = view->shell->paint;
    for (int i = 0; i < TOGGLES; i++) {
        char text[NUMBER_TEXT] = "";
        print_count(view, i, text, sizeof text);
        paint_text(out, learning_panel_row(view, ROW_TOGGLE + i), PAINT_RIGHT, text, PAINT_LABEL,
                   TEXT_REGULAR, out->theme->secondary);
    }
}

/* With its default, where it has another value. */
static void draw_knob(const LearningView *view, Knob knob)
{
    char value[32], first[32], note[48];
    snprintf(note, sizeof note, "%s", note_of(view, recipe_when(view->lab, knob)));
    if (recipe_print_default(view->lab, knob, first, sizeof first) && !*note) {
        snprintf(note, sizeof note, "default %s", first);
    }
    recipe_print_value(view->lab, knob, value, sizeof value);
    draw_name(view, name_line(view, ROW_KNOB + (int)knob), recipe_knob_name(knob), note, value);
}

static void draw_layers(const LearningView *view)
{
    Paint *out = view->shell->paint;
    NetShape shape = recipe_shape(view->lab);
    for (int what = 0; what < shape.layers; what++) {
        char name[40] = "Hidden layers", number[16];
        Stepper at = stepper_of(view, ROW_LAYERS + what);
        SDL_Rect line = learning_panel_row(view, ROW_LAYERS + what);
        line.w = at.less.x - paint_px(out, GAP) - line.x;
        if (what > 0) {
            snprintf(name, sizeof name, "Neurons of layer %d", what);
        }
        snprintf(number, sizeof number, "%d", what > 0 ? shape.size[what] : shape.layers - 1);
        if (at.number.h > 0) {
            draw_name(view, line, name,
                      what == 0 ? note_of(view, recipe_when_layers(view->lab)) : "", "");
            paint_text(out, at.number, PAINT_CENTRE, number, PAINT_LABEL, TEXT_MEDIUM,
                       out->theme->text);
        }
    }
}

void learning_settings_draw(const LearningView *view)
{
    learning_panel_draw(view, "Settings", "from the next run");
    draw_name(view, learning_panel_row(view, ROW_DATA), "Train on",
              note_of(view, recipe_when_data(view->lab)), "");
    draw_counts(view);
    draw_name(view, name_line(view, ROW_COST), "Cost", note_of(view, recipe_when_cost(view->lab)),
              "");
    paint_round(view->shell->paint, chips_box(view), 6.0f, view->shell->paint->theme->track);
    for (int knob = 0; knob < KNOBS; knob++) {
        draw_knob(view, (Knob)knob);
    }
    draw_layers(view);
}
