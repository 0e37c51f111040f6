/* What the person chooses. */
#include "shell/settings.h"

#include <math.h>

#include "lab/training.h"
#include "shell/action.h"
#include "shell/tell.h"

static const float BRUSH_STEP_CELL = 0.25f, ZOOM_STEP = 0.25f, ZOOM_LEAST = 0.5f, ZOOM_MOST = 4.0f;

void settings_tool(Shell *shell, int tool)
{
    shell->lab->settings.tool = (Tool)tool;
}

bool settings_has_tool(const Shell *shell, int tool)
{
    return (int)shell->lab->settings.tool == tool;
}

void settings_brush(Shell *shell, int steps)
{
    float *brush_cell = &shell->lab->settings.brush_cell;
    *brush_cell =
        SDL_clamp(*brush_cell + (float)steps * BRUSH_STEP_CELL, BRUSH_MIN_CELL, BRUSH_MAX_CELL);
}

float settings_brush_share(const Shell *shell)
{
    return (shell->lab->settings.brush_cell - BRUSH_MIN_CELL) / (BRUSH_MAX_CELL - BRUSH_MIN_CELL);
}

void settings_slide_brush(Shell *shell, float share)
{
    shell->lab->settings.brush_cell = BRUSH_MIN_CELL + share * (BRUSH_MAX_CELL - BRUSH_MIN_CELL);
}

void settings_speed(Shell *shell, int steps)
{
    training_set_speed(shell->lab, shell->lab->plan.speed + steps);
}

float settings_speed_share(const Shell *shell)
{
    return (float)shell->lab->plan.speed / (PLAN_SPEEDS - 1);
}

void settings_slide_speed(Shell *shell, float share)
{
    training_set_speed(shell->lab, (int)lroundf(share * (PLAN_SPEEDS - 1)));
}

void settings_zoom(Shell *shell, int steps)
{
    float zoom = steps ? shell->lab->settings.zoom + (float)steps * ZOOM_STEP : 1.0f;
    shell->lab->settings.zoom = SDL_clamp(zoom, ZOOM_LEAST, ZOOM_MOST);
}

/* Fitted: back to how the network was trained, straightened or not. */
static Preparation prepared_as_trained(const Lab *lab)
{
    Preparation trained = model_preparation(&lab->model);
    return trained == PREPARATION_RAW ? PREPARATION_FITTED : trained;
}

void settings_prepare(Shell *shell, int preparation)
{
    Lab *lab = shell->lab;
    bool on = settings_has_preparation(shell, preparation);
    if (preparation == PREPARATION_STRAIGHTENED) {
        lab->preparation = on ? PREPARATION_FITTED : PREPARATION_STRAIGHTENED;
    } else {
        lab->preparation = on ? PREPARATION_RAW : prepared_as_trained(lab);
    }
    lab->answer_stale = true;
}

bool settings_has_preparation(const Shell *shell, int preparation)
{
    return preparation == PREPARATION_STRAIGHTENED
               ? shell->lab->preparation == PREPARATION_STRAIGHTENED
               : shell->lab->preparation != PREPARATION_RAW;
}

void settings_full_screen(Shell *shell)
{
    if (shell->window) {
        SDL_SetWindowFullscreen(
            shell->window, shell->lab->settings.full_screen ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0);
    }
}

void settings_cost(Shell *shell, int cost)
{
    shell->lab->plan.cost = (NetCost)cost;
}

bool settings_has_cost(const Shell *shell, int cost)
{
    return (int)shell->lab->plan.cost == cost;
}

/* What there is to say of a source that was chosen and is not there. */
static void tell_missing(Shell *shell, Source source)
{
    if (source == SOURCE_MNIST && !shell->lab->mnist_found) {
        tell(shell, false, ACTION_GET_MNIST,
             "MNIST is not on this machine: get it (12 MB) to train on it.");
    } else if (source == SOURCE_OWN && shell->lab->mine.own.digits.digits == 0) {
        tell(shell, false, ACTION_NONE,
             "There are no digits of yours yet: draw one, then press the key of what it was "
             "meant to be.");
    }
}

void settings_data(Shell *shell, int source)
{
    Plan *plan = &shell->lab->plan;
    bool *const CHOSEN[] = {&plan->data_mnist, &plan->data_strokes, &plan->data_own};
    bool *chosen = CHOSEN[source];
    *chosen = !*chosen;
    if (!plan->data_mnist && !plan->data_strokes && !plan->data_own) {
        *chosen = true;
        tell(shell, false, ACTION_NONE,
             "Training needs something to train on: choose other data first.");
    }
    if (*chosen) {
        tell_missing(shell, (Source)source);
    }
    plan->data_asked = plan->data_asked || source == SOURCE_STROKES;
}

bool settings_has_data(const Shell *shell, int source)
{
    const Plan *plan = &shell->lab->plan;
    return source == SOURCE_MNIST     ? plan->data_mnist
           : source == SOURCE_STROKES ? plan->data_strokes
                                      : plan->data_own;
}
