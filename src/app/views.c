/* The laboratory: the view on show, its widgets and commands, and what explains itself. */
#include "app/views.h"

#include <assert.h>

#include "app/actions.h"
#include "app/explain.h"
#include "app/pointer.h"
#include "app/screen.h"

static const View *const VIEW[VIEWS] = {
    [VIEW_NETWORK] = &VIEW_OF_NETWORK,   [VIEW_NEURON] = &VIEW_OF_NEURON,
    [VIEW_BACKPROP] = &VIEW_OF_BACKPROP, [VIEW_LEARNING] = &VIEW_OF_LEARNING,
    [VIEW_DATA] = &VIEW_OF_DATA,         [VIEW_DREAMS] = &VIEW_OF_DREAMS,
    [VIEW_TOUR] = &VIEW_OF_TOUR,
};

const View *views_get(ViewId view)
{
    return VIEW[view];
}

void views_show(App *app, ViewId view)
{
    if (app->focus != ACTION_EXPLAIN) { /* that goes on */
        app->focus = view_action(view, 0);
    }
    if (view == app->view) {
        return;
    }
    pointer_release(app);
    if (VIEW[app->view]->close) {
        VIEW[app->view]->close(app);
    }
    app->view = view;
    app->explained = SDL_min(app->explained, 0); /* it goes on with the first of the new spots */
    if (VIEW[view]->open) {
        VIEW[view]->open(app);
    }
    app->redraw = true;
}

void views_add_widget(App *app, WidgetKind kind, int command, SDL_Rect box, bool on)
{
    assert(command >= 0 && command < VIEW_COMMANDS);
    screen_add_widget(app, kind, view_action(app->view, command), box, on);
}

void views_add_spot(App *app, SDL_Rect box, int about)
{
    explain_add(app, box, app->view, about);
}

/* The view that an action from VIEW_FIRST_ACTION on belongs to, and its number there. */
static const View *owner_of(int action, int *command)
{
    int view = (action - VIEW_FIRST_ACTION) / VIEW_COMMANDS;
    assert(view >= 0 && view < VIEWS);
    *command = (action - VIEW_FIRST_ACTION) % VIEW_COMMANDS;
    return VIEW[view];
}

bool views_can(const App *app, int action)
{
    int command;
    const View *view = owner_of(action, &command);
    return view == VIEW[app->view] && view->run && (!view->can || view->can(app, command));
}

void views_run(App *app, int action)
{
    int command;
    owner_of(action, &command)->run(app, command);
}

const char *views_label(const App *app, int action)
{
    int command;
    const View *view = owner_of(action, &command);
    return view->label ? view->label(app, command) : "";
}

float views_slider(const App *app, int action)
{
    int command;
    const View *view = owner_of(action, &command);
    return view->slider ? view->slider(app, command) : 0.0f;
}

void views_slide(App *app, int action, float share)
{
    int command;
    const View *view = owner_of(action, &command);
    if (view->slide) {
        view->slide(app, command, SDL_clamp(share, 0.0f, 1.0f));
        app->redraw = true;
    }
}

void views_work(App *app)
{
    if (VIEW[app->view]->work) {
        VIEW[app->view]->work(app);
    }
}

void views_update(App *app)
{
    if (VIEW[app->view]->update) {
        VIEW[app->view]->update(app, app->layout.view);
    }
}

void views_draw(const App *app)
{
    if (VIEW[app->view]->draw) {
        VIEW[app->view]->draw(app, app->layout.view);
    }
}

int views_sleep_ms(const App *app)
{
    return VIEW[app->view]->sleep_ms ? VIEW[app->view]->sleep_ms(app) : -1;
}

void views_free(App *app)
{
    for (int view = 0; view < VIEWS; view++) {
        if (VIEW[view]->free) {
            VIEW[view]->free(app);
        }
    }
}
