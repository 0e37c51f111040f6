/* What the person chose, and choosing something else. */
#include "app/settings.h"

#include <math.h>

#include "app/actions.h"
#include "app/present.h"
#include "app/views.h"
#include "lab/models.h"
#include "lab/scrub.h"
#include "lab/training.h"

void settings_pen(App *app)
{
    app->lab.settings.tool = TOOL_PEN;
}

void settings_eraser(App *app)
{
    app->lab.settings.tool = TOOL_ERASER;
}

static void change_brush(App *app, float by_cell)
{
    app->lab.settings.brush_cell =
        SDL_clamp(app->lab.settings.brush_cell + by_cell, BRUSH_MIN_CELL, BRUSH_MAX_CELL);
}

void settings_thinner(App *app)
{
    change_brush(app, -0.25f);
}

void settings_thicker(App *app)
{
    change_brush(app, 0.25f);
}

void settings_slower(App *app)
{
    training_set_speed(&app->lab, app->lab.plan.speed - 1);
}

void settings_faster(App *app)
{
    training_set_speed(&app->lab, app->lab.plan.speed + 1);
}

void settings_fit(App *app)
{
    if (app->lab.preparation != PREPARATION_RAW) {
        app->lab.preparation = PREPARATION_RAW;
    } else {
        /* Back to how the network was trained, straightened or not. */
        preparation_parse(app->lab.model.info.preparation, &app->lab.preparation);
        app->lab.preparation =
            app->lab.preparation == PREPARATION_RAW ? PREPARATION_FITTED : app->lab.preparation;
    }
    app->lab.answer_stale = true;
}

void settings_straighten(App *app)
{
    bool straightened = app->lab.preparation == PREPARATION_STRAIGHTENED;
    app->lab.preparation = straightened ? PREPARATION_FITTED : PREPARATION_STRAIGHTENED;
    app->lab.answer_stale = true;
}

void settings_dark(App *app)
{
    app->lab.settings.dark = !app->lab.settings.dark;
}

static void change_zoom(App *app, float zoom)
{
    app->lab.settings.zoom = SDL_clamp(zoom, 0.5f, 4.0f);
}

void settings_larger(App *app)
{
    change_zoom(app, app->lab.settings.zoom + 0.25f);
}

void settings_smaller(App *app)
{
    change_zoom(app, app->lab.settings.zoom - 0.25f);
}

void settings_normal_size(App *app)
{
    change_zoom(app, 1.0f);
}

void settings_full_screen(App *app)
{
    app->lab.settings.full_screen = !app->lab.settings.full_screen;
    if (app->window) {
        SDL_SetWindowFullscreen(app->window,
                                app->lab.settings.full_screen ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0);
    }
}

void settings_cross_entropy(App *app)
{
    app->lab.plan.cost = NET_COST_CROSS_ENTROPY;
}

void settings_squared(App *app)
{
    app->lab.plan.cost = NET_COST_SQUARED;
}

static void change_data(App *app, bool *chosen)
{
    const Plan *plan = &app->lab.plan;
    *chosen = !*chosen;
    if (!plan->data_mnist && !plan->data_strokes && !plan->data_own) {
        *chosen = true;
        app_tell(app, false, ACTION_NONE,
                 "Training needs something to train on: choose other data first.");
    }
}

void settings_data_mnist(App *app)
{
    change_data(app, &app->lab.plan.data_mnist);
    if (app->lab.plan.data_mnist && !app->lab.mnist_found) {
        app_tell(app, false, ACTION_GET_MNIST,
                 "MNIST is not on this machine: get it (12 MB) to train on it.");
    }
}

void settings_data_strokes(App *app)
{
    change_data(app, &app->lab.plan.data_strokes);
    app->lab.plan.data_asked = true;
}

void settings_data_own(App *app)
{
    change_data(app, &app->lab.plan.data_own);
    if (app->lab.plan.data_own && app->lab.mine.own.digits.digits == 0) {
        app_tell(app, false, ACTION_NONE,
                 "There are no digits of yours yet: draw one, then press the key of what it was "
                 "meant to be.");
    }
}

void settings_augment(App *app)
{
    app->lab.plan.augment = !app->lab.plan.augment;
}

void settings_slide(App *app, int action, float share)
{
    if (action >= VIEW_FIRST_ACTION) {
        views_slide(app, action, share);
    } else if (action == ACTION_TIME) {
        scrub_slide(&app->lab, share);
    } else if (action == ACTION_SPEED) {
        training_set_speed(&app->lab, (int)lroundf(share * (PLAN_SPEEDS - 1)));
    } else {
        app->lab.settings.brush_cell = BRUSH_MIN_CELL + share * (BRUSH_MAX_CELL - BRUSH_MIN_CELL);
    }
    app->redraw = true;
}

float settings_slider(const App *app, int action)
{
    if (action >= VIEW_FIRST_ACTION) {
        return views_slider(app, action);
    }
    if (action == ACTION_TIME) {
        return scrub_slider(&app->lab);
    }
    if (action == ACTION_SPEED) {
        return (float)app->lab.plan.speed / (PLAN_SPEEDS - 1);
    }
    return (app->lab.settings.brush_cell - BRUSH_MIN_CELL) / (BRUSH_MAX_CELL - BRUSH_MIN_CELL);
}

bool settings_chosen(const App *app, int action)
{
    if (action >= ACTION_VIEW_NETWORK && action <= ACTION_VIEW_TOUR) {
        return action - ACTION_VIEW_NETWORK == (int)app->view;
    }
    switch (action) {
    case ACTION_PEN:
        return app->lab.settings.tool == TOOL_PEN;
    case ACTION_ERASER:
        return app->lab.settings.tool == TOOL_ERASER;
    case ACTION_FIT:
        return app->lab.preparation != PREPARATION_RAW;
    case ACTION_STRAIGHTEN:
        return app->lab.preparation == PREPARATION_STRAIGHTENED;
    case ACTION_DARK:
        return app->lab.settings.dark;
    case ACTION_FULL_SCREEN:
        return app->lab.settings.full_screen;
    case ACTION_COST_CROSS_ENTROPY:
        return app->lab.plan.cost == NET_COST_CROSS_ENTROPY;
    case ACTION_COST_SQUARED:
        return app->lab.plan.cost == NET_COST_SQUARED;
    case ACTION_DATA_MNIST:
        return app->lab.plan.data_mnist;
    case ACTION_DATA_STROKES:
        return app->lab.plan.data_strokes;
    case ACTION_DATA_OWN:
        return app->lab.plan.data_own;
    case ACTION_AUGMENT:
        return app->lab.plan.augment;
    case ACTION_DEFAULT_NETWORK:
        return model_shipped(&app->lab.model) == SHIPPED_DEFAULT;
    case ACTION_LARGE_NETWORK:
        return model_shipped(&app->lab.model) == SHIPPED_LARGE;
    default:
        return present_chosen(app, action);
    }
}
