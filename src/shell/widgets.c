/* The widgets of the frame, and the menus over them. */
#include "shell/widgets.h"

#include <assert.h>

#include "lab/scrub.h"
#include "shell/action.h"

Widget *widgets_add(Shell *shell, WidgetKind kind, int action, SDL_Rect box, bool on)
{
    assert(shell->widgets < SHELL_WIDGETS);
    shell->widget[shell->widgets++] = (Widget){
        .kind = kind,
        .action = action,
        .box = box,
        .label = action_label(shell, action),
        .enabled = kind == WIDGET_AREA || kind == WIDGET_SLIDER || action_can(shell, action),
        .on = on,
        .value = kind == WIDGET_SLIDER ? action_slider(shell, action) : 0.0f,
    };
    Widget *added = &shell->widget[shell->widgets - 1];
    added->filled = action == ACTION_TIME ? scrub_place(shell->lab, (double)shell->lab->stats.steps)
                                          : added->value;
    return added;
}

bool widgets_are_covered(const Shell *shell)
{
    switch (shell->dialog) {
    case DIALOG_MINE:
    case DIALOG_STROKES:
    case DIALOG_AUGMENTED:
    case DIALOG_NETWORKS:
    case DIALOG_LEAVE:
        return true;
    default:
        return false;
    }
}

Widget *widgets_reach(Shell *shell, int *count)
{
    *count = shell->widgets - shell->covered;
    return &shell->widget[shell->covered];
}

SDL_Rect widgets_box(const Shell *shell, int action)
{
    int i = widget_find(shell->widget, shell->widgets, action);
    return i >= 0 ? shell->widget[i].box : (SDL_Rect){0};
}

void widgets_open_menu(Shell *shell, int menu, bool marked)
{
    menu_open(&shell->menu_bar, &shell->menu, menu, marked);
    menu_place(&shell->menu_bar, &shell->menu, shell->paint, shell->layout.menu);
}
