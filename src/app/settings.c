/* What the person chooses. */
#include "app/settings.h"

#include <math.h>

#include "app/actions.h"
#include "app/tell.h"
#include "lab/training.h"

static const float BRUSH_STEP_CELL = 0.25f, ZOOM_STEP = 0.25f, ZOOM_LEAST = 0.5f, ZOOM_MOST = 4.0f;

void settings_tool(App *app, int tool)
{
    app->lab.settings.tool = (Tool)tool;
}

bool settings_has_tool(const App *app, int tool)
{
    return (int)app->lab.settings.tool == tool;
}

void settings_brush(App *app, int steps)
{
    float *brush_cell = &app->lab.settings.brush_cell;
    *brush_cell =
        SDL_clamp(*brush_cell + (float)steps * BRUSH_STEP_CELL, BRUSH_MIN_CELL, BRUSH_MAX_CELL);
}

float settings_brush_share(const App *app)
{
    return (app->lab.settings.brush_cell - BRUSH_MIN_CELL) / (BRUSH_MAX_CELL - BRUSH_MIN_CELL);
}

void settings_slide_brush(App *app, float share)
{
    app->lab.settings.brush_cell = BRUSH_MIN_CELL + share * (BRUSH_MAX_CELL - BRUSH_MIN_CELL);
}

void settings_speed(App *app, int steps)
{
    training_set_speed(&app->lab, app->lab.plan.speed + steps);
}

float settings_speed_share(const App *app)
{
    return (float)app->lab.plan.speed / (PLAN_SPEEDS - 1);
}

void settings_slide_speed(App *app, float share)
{
    training_set_speed(&app->lab, (int)lroundf(share * (PLAN_SPEEDS - 1)));
}

void settings_zoom(App *app, int steps)
{
    float zoom = steps ? app->lab.settings.zoom + (float)steps * ZOOM_STEP : 1.0f;
    app->lab.settings.zoom = SDL_clamp(zoom, ZOOM_LEAST, ZOOM_MOST);
}

/* Fitted: back to how the network was trained, straightened or not. */
static Preparation prepared_as_trained(const Lab *lab)
{
    Preparation trained = model_preparation(&lab->model);
    return trained == PREPARATION_RAW ? PREPARATION_FITTED : trained;
}

void settings_prepare(App *app, int preparation)
{
    Lab *lab = &app->lab;
    bool on = settings_has_preparation(app, preparation);
    if (preparation == PREPARATION_STRAIGHTENED) {
        lab->preparation = on ? PREPARATION_FITTED : PREPARATION_STRAIGHTENED;
    } else {
        lab->preparation = on ? PREPARATION_RAW : prepared_as_trained(lab);
    }
    lab->answer_stale = true;
}

bool settings_has_preparation(const App *app, int preparation)
{
    return preparation == PREPARATION_STRAIGHTENED
               ? app->lab.preparation == PREPARATION_STRAIGHTENED
               : app->lab.preparation != PREPARATION_RAW;
}

void settings_full_screen(App *app)
{
    if (app->window) {
        SDL_SetWindowFullscreen(app->window,
                                app->lab.settings.full_screen ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0);
    }
}

void settings_cost(App *app, int cost)
{
    app->lab.plan.cost = (NetCost)cost;
}

bool settings_has_cost(const App *app, int cost)
{
    return (int)app->lab.plan.cost == cost;
}

/* What there is to say of a source that was chosen and is not there. */
static void tell_missing(App *app, Source source)
{
    if (source == SOURCE_MNIST && !app->lab.mnist_found) {
        tell(app, false, ACTION_GET_MNIST,
             "MNIST is not on this machine: get it (12 MB) to train on it.");
    } else if (source == SOURCE_OWN && app->lab.mine.own.digits.digits == 0) {
        tell(app, false, ACTION_NONE,
             "There are no digits of yours yet: draw one, then press the key of what it was "
             "meant to be.");
    }
}

void settings_data(App *app, int source)
{
    Plan *plan = &app->lab.plan;
    bool *const CHOSEN[] = {&plan->data_mnist, &plan->data_strokes, &plan->data_own};
    bool *chosen = CHOSEN[source];
    *chosen = !*chosen;
    if (!plan->data_mnist && !plan->data_strokes && !plan->data_own) {
        *chosen = true;
        tell(app, false, ACTION_NONE,
             "Training needs something to train on: choose other data first.");
    }
    if (*chosen) {
        tell_missing(app, (Source)source);
    }
    plan->data_asked = plan->data_asked || source == SOURCE_STROKES;
}

bool settings_has_data(const App *app, int source)
{
    const Plan *plan = &app->lab.plan;
    return source == SOURCE_MNIST     ? plan->data_mnist
           : source == SOURCE_STROKES ? plan->data_strokes
                                      : plan->data_own;
}
