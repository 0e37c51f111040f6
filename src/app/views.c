/* The laboratory: the view on show, its widgets and commands, and what explains itself. */
#include "app/views.h"

#include <assert.h>

#include "app/actions.h"
#include "app/explain.h"
#include "app/hold.h"
#include "app/widgets.h"

void views_show(App *app, ViewId view)
{
    if (app->focus != ACTION_EXPLAIN) { /* that goes on */
        app->focus = view_action(view, 0);
    }
    if (view == app->view) {
        return;
    }
    hold_release(app);
    if (view_get(app->view)->close) {
        view_get(app->view)->close(app);
    }
    app->view = view;
    app->explained = SDL_min(app->explained, 0); /* it goes on with the first of the new spots */
    if (view_get(view)->open) {
        view_get(view)->open(app);
    }
    app->redraw = true;
}

void views_add_widget(App *app, WidgetKind kind, int command, SDL_Rect box, bool on)
{
    assert(command >= 0 && command < VIEW_COMMANDS);
    widgets_add(app, kind, view_action(app->view, command), box, on);
}

void views_add_spot(App *app, SDL_Rect box, int about)
{
    explain_add(app, box, app->view, about);
}

void views_work(App *app)
{
    if (view_get(app->view)->work) {
        view_get(app->view)->work(app);
    }
}

void views_update(App *app)
{
    if (view_get(app->view)->update) {
        view_get(app->view)->update(app, app->layout.view);
    }
}

void views_draw(const App *app)
{
    if (view_get(app->view)->draw) {
        view_get(app->view)->draw(app, app->layout.view);
    }
}

int views_sleep_ms(const App *app)
{
    return view_get(app->view)->sleep_ms ? view_get(app->view)->sleep_ms(app) : -1;
}

void views_free(App *app)
{
    for (int view = 0; view < VIEWS; view++) {
        if (view_get((ViewId)view)->free) {
            view_get((ViewId)view)->free(app);
        }
    }
}
