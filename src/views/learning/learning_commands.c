/* What the view Learning can be told to do. */
#include "views/learning/learning_commands.h"

#include "lab/experiments.h"
#include "lab/recipe.h"
#include "lab/series.h"
#include "views/learning/learning_panel.h"
#include "views/learning/learning_settings.h"

static bool is_one_of(int command, int first, int count)
{
    return command >= first && command < first + count;
}

bool learning_commands_show_one(const LearningView *view)
{
    return view->plots.w > 0 && (view->cost_box.w == 0 || view->accuracy_box.w == 0);
}

static void show_page(LearningView *view, LearningPage page)
{
    view->page = page;
    view->panel.first = 0;
}

/* The panel makes room for the curves, which show what it does. */
static void begin_experiment(LearningView *view, Experiment which)
{
    show_page(view, PAGE_CURVES);
    view->held = 0;
    shell_take_focus(view->shell, view_action(VIEW_LEARNING, LEARNING_AREA));
    series_begin(shell_change(view->shell), which);
}

/* Commands of the runs, and those that stand for several. */
static bool run_numbered(LearningView *view, int command)
{
    int runs = view->lab->runs.count;
    if (is_one_of(command, LEARNING_CHOICE, LEARNING_CHOICES)) {
        learning_settings_choose(view, command - LEARNING_CHOICE);
    } else if (is_one_of(command, LEARNING_EXPERIMENT, EXPERIMENTS)) {
        begin_experiment(view, (Experiment)(command - LEARNING_EXPERIMENT));
    } else if (is_one_of(command, LEARNING_SHOW, runs)) {
        KeptRun *kept = &shell_change(view->shell)->runs.run[command - LEARNING_SHOW];
        kept->hidden = !kept->hidden;
    } else if (is_one_of(command, LEARNING_REMOVE, runs)) {
        runs_remove(&shell_change(view->shell)->runs, command - LEARNING_REMOVE);
    } else if (is_one_of(command, LEARNING_LESS, NET_MAX_LAYERS)) {
        learning_settings_add(view, command - LEARNING_LESS, -1);
    } else if (is_one_of(command, LEARNING_ADD, NET_MAX_LAYERS)) {
        learning_settings_add(view, command - LEARNING_ADD, 1);
    } else {
        return false;
    }
    return true;
}

void learning_commands_run(void *self, int command)
{
    LearningView *view = self;
    if (run_numbered(view, command)) {
        return;
    }
    switch (command) {
    case LEARNING_SETTINGS:
        show_page(view, view->page == PAGE_CURVES ? PAGE_SETTINGS : PAGE_CURVES);
        break;
    case LEARNING_EXPERIMENTS:
        show_page(view, PAGE_EXPERIMENTS);
        break;
    case LEARNING_BACK:
        show_page(view, PAGE_SETTINGS);
        break;
    case LEARNING_LOG:
        view->linear = !view->linear;
        break;
    case LEARNING_WHICH:
        view->show_accuracy = !view->show_accuracy;
        break;
    case LEARNING_DEFAULTS:
        recipe_default(shell_change(view->shell));
        break;
    case LEARNING_MORE:
        learning_panel_turn(view);
        break;
    case LEARNING_BEGIN:
        action_do(view->shell, ACTION_SCRATCH);
        break;
    default:
        break;
    }
}

/* A run under way stays where its curves are looked for. */
bool learning_commands_can(const void *self, int command)
{
    const LearningView *view = self;
    const Runs *runs = &view->lab->runs;
    bool last = command == LEARNING_REMOVE + runs->count - 1;
    if (is_one_of(command, LEARNING_LESS, NET_MAX_LAYERS)) {
        return learning_settings_can_add(view, command - LEARNING_LESS, -1);
    }
    if (is_one_of(command, LEARNING_ADD, NET_MAX_LAYERS)) {
        return learning_settings_can_add(view, command - LEARNING_ADD, 1);
    }
    if (command == LEARNING_DEFAULTS) {
        return !recipe_is_default(view->lab);
    }
    return !(last && runs->open && view->lab->stats.phase != TRAIN_IDLE);
}

/* Of those that stand for several; NULL of the others. */
static const char *numbered_label(const LearningView *view, int command)
{
    if (is_one_of(command, LEARNING_CHOICE, LEARNING_CHOICES)) {
        return learning_settings_name(view, command - LEARNING_CHOICE);
    }
    if (is_one_of(command, LEARNING_EXPERIMENT, EXPERIMENTS)) {
        return experiment_name((Experiment)(command - LEARNING_EXPERIMENT));
    }
    if (is_one_of(command, LEARNING_SHOW, view->lab->runs.count)) {
        return view->lab->runs.run[command - LEARNING_SHOW].name;
    }
    if (is_one_of(command, LEARNING_LESS, NET_MAX_LAYERS)) {
        return "–";
    }
    return is_one_of(command, LEARNING_ADD, NET_MAX_LAYERS) ? "+"
           : is_one_of(command, LEARNING_REMOVE, RUNS_MAX)  ? "×"
                                                            : NULL;
}

const char *learning_commands_label(const void *self, int command)
{
    const LearningView *view = self;
    const char *numbered = numbered_label(view, command);
    if (numbered) {
        return numbered;
    }
    switch (command) {
    case LEARNING_SETTINGS:
    case LEARNING_BACK:
        return "Settings";
    case LEARNING_EXPERIMENTS:
        return "Experiments…";
    case LEARNING_LOG:
        return "log scale";
    case LEARNING_WHICH:
        return view->show_accuracy ? "Cost" : "Accuracy";
    case LEARNING_DEFAULTS:
        return "Defaults";
    case LEARNING_MORE:
        return learning_panel_turn_label(view);
    case LEARNING_BEGIN:
        return "Train from scratch";
    default:
        return "";
    }
}

float learning_commands_slider(const void *self, int command)
{
    const LearningView *view = self;
    return recipe_share(view->lab, (Knob)(command - LEARNING_KNOB));
}

/* The pointer goes anywhere; a key goes one stop, however far apart those are. */
void learning_commands_slide(void *self, int command, float share)
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
