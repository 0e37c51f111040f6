/* The widgets of the frame, and the menus over them. */
#include "app/widgets.h"

#include <assert.h>

#include "app/actions.h"

void widgets_add(App *app, WidgetKind kind, int action, SDL_Rect box, bool on)
{
    assert(app->widgets < APP_WIDGETS);
    app->widget[app->widgets++] = (Widget){
        .kind = kind,
        .action = action,
        .box = box,
        .label = app_label(app, action),
        .enabled = kind == WIDGET_AREA || kind == WIDGET_SLIDER || app_can(app, action),
        .on = on,
        .value = kind == WIDGET_SLIDER ? app_slider(app, action) : 0.0f,
    };
    Widget *added = &app->widget[app->widgets - 1];
    added->filled = action == ACTION_TIME ? (float)app->lab.stats.done : added->value;
}

bool widgets_are_covered(const App *app)
{
    switch (app->dialog) {
    case DIALOG_MINE:
    case DIALOG_STROKES:
    case DIALOG_AUGMENTED:
    case DIALOG_LEAVE:
        return true;
    default:
        return false;
    }
}

Widget *widgets_reach(App *app, int *count)
{
    *count = app->widgets - app->covered;
    return &app->widget[app->covered];
}

void widgets_open_menu(App *app, int menu, bool marked)
{
    menu_open(&app->menu_bar, &app->menu, menu, marked);
    menu_place(&app->menu_bar, &app->menu, app->paint, app->layout.menu);
}
