/* The views by number, and their commands. */
#include "app/view.h"

#include <assert.h>

static const View *const VIEW[VIEWS] = {
    [VIEW_NETWORK] = &VIEW_OF_NETWORK,   [VIEW_NEURON] = &VIEW_OF_NEURON,
    [VIEW_BACKPROP] = &VIEW_OF_BACKPROP, [VIEW_LEARNING] = &VIEW_OF_LEARNING,
    [VIEW_DATA] = &VIEW_OF_DATA,         [VIEW_DREAMS] = &VIEW_OF_DREAMS,
    [VIEW_TOUR] = &VIEW_OF_TOUR,
};

const View *view_get(ViewId view)
{
    return VIEW[view];
}

/* The view that an action from VIEW_FIRST_ACTION on belongs to, and its number there. */
static const View *owner_of(int action, int *command)
{
    int view = (action - VIEW_FIRST_ACTION) / VIEW_COMMANDS;
    assert(view >= 0 && view < VIEWS);
    *command = (action - VIEW_FIRST_ACTION) % VIEW_COMMANDS;
    return VIEW[view];
}

bool view_can(const App *app, int action)
{
    int command;
    const View *view = owner_of(action, &command);
    return view == VIEW[app->view] && view->run && (!view->can || view->can(app, command));
}

void view_run(App *app, int action)
{
    int command;
    owner_of(action, &command)->run(app, command);
}

const char *view_label(const App *app, int action)
{
    int command;
    const View *view = owner_of(action, &command);
    return view->label ? view->label(app, command) : "";
}

float view_slider(const App *app, int action)
{
    int command;
    const View *view = owner_of(action, &command);
    return view->slider ? view->slider(app, command) : 0.0f;
}

void view_slide(App *app, int action, float share)
{
    int command;
    const View *view = owner_of(action, &command);
    if (view->slide) {
        view->slide(app, command, SDL_clamp(share, 0.0f, 1.0f));
        app->redraw = true;
    }
}
