/* The window's state as one value: its rooms are wired here, and the path of the ink leads through.
 */
#include "app/app.h"

#include "base/clock.h"
#include "lab/choices.h"
#include "lab/opening.h"
#include "shell/panes.h"
#include "shell/screen.h"
#include "shell/tell.h"

/* Each view, and the tour, with its lab and its shell. */
static void seat_views(App *app)
{
    Lab *lab = &app->lab;
    Shell *shell = &app->shell;
    app->network_view = (NetworkView){.lab = lab, .shell = shell};
    app->neuron_view = (NeuronView){.lab = lab, .shell = shell};
    app->backprop_view = (BackpropView){.lab = lab, .shell = shell};
    app->chain_view = (ChainView){.lab = lab, .shell = shell};
    app->learning_view = (LearningView){.lab = lab, .shell = shell};
    app->landscape_view = (LandscapeView){.lab = lab, .shell = shell};
    landscape_init(&app->landscape_view.landscape);
    app->slope_view = (SlopeView){.lab = lab, .shell = shell};
    app->data_view = (DataView){.lab = lab, .shell = shell};
    app->dreams_view = (DreamsView){.lab = lab, .shell = shell};
    app->tour = (Tour){.lab = lab, .shell = shell};
    panes_add(shell, VIEW_NETWORK, &PANE_OF_NETWORK, &app->network_view);
    panes_add(shell, VIEW_NEURON, &PANE_OF_NEURON, &app->neuron_view);
    panes_add(shell, VIEW_BACKPROP, &PANE_OF_BACKPROP, &app->backprop_view);
    panes_add(shell, VIEW_CHAIN, &PANE_OF_CHAIN, &app->chain_view);
    panes_add(shell, VIEW_LEARNING, &PANE_OF_LEARNING, &app->learning_view);
    panes_add(shell, VIEW_LANDSCAPE, &PANE_OF_LANDSCAPE, &app->landscape_view);
    panes_add(shell, VIEW_SLOPE, &PANE_OF_SLOPE, &app->slope_view);
    panes_add(shell, VIEW_DATA, &PANE_OF_DATA, &app->data_view);
    panes_add(shell, VIEW_DREAMS, &PANE_OF_DREAMS, &app->dreams_view);
    panes_add(shell, VIEW_TOUR, &PANE_OF_TOUR, &app->tour);
}

bool app_make(App *app, SDL_Window *window, Paint *paint, const char *data, const char *file,
              Err *err)
{
    *app = (App){.wake_event = SDL_RegisterEvents(1)};
    shell_init(&app->shell, &app->lab, window, paint);
    seat_views(app);
    if (!lab_make(&app->lab, data, app_wake, app, err)) {
        app_free(app);
        return false;
    }
    choices_present(&app->lab, LAYOUT_TOOLS | LAYOUT_STRIP);
    if (!lab_start(&app->lab, err)) {
        app_free(app);
        return false;
    }
    if (file) {
        Err why;
        news_fail_unless(&app->lab.news, opening_begin(&app->lab, file, &why), &why);
    }
    tour_begin(&app->tour);
    tell_news(&app->shell);
    return true;
}

void app_free(App *app)
{
    shell_free(&app->shell);
    lab_free(&app->lab);
    *app = (App){0};
}

void app_handle(App *app, const SDL_Event *event)
{
    shell_handle(&app->shell, event);
}

void app_update(App *app)
{
    lab_poll(&app->lab);
    shell_poll(&app->shell);
    if (lab_update(&app->lab)) {
        shell_answer(&app->shell);
    }
    shell_update(&app->shell);
    tour_update(&app->tour);
    shell_keep(&app->shell);
    if (app->shell.redraw) {
        screen_update(&app->shell);
        tour_point(&app->tour);
    }
}

void app_wake(void *context)
{
    SDL_Event event = {.type = ((const App *)context)->wake_event};
    SDL_PushEvent(&event);
}

void app_draw(const App *app)
{
    screen_draw(&app->shell);
}

int app_sleep_ms(const App *app)
{
    return clock_sooner_ms(lab_sleep_ms(&app->lab), shell_sleep_ms(&app->shell));
}
