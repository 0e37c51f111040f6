/* Mouse and touch. */
#include "shell/pointer.h"

#include <math.h>

#include "shell/action.h"
#include "shell/choose.h"
#include "shell/hold.h"
#include "shell/notice.h"
#include "shell/panel.h"
#include "shell/seat.h"
#include "shell/tell.h"
#include "shell/widgets.h"
#include "ui/sheet.h"

static bool over_sheet(const Shell *shell, float x_px, float y_px)
{
    return SDL_PointInRect(&(SDL_Point){(int)x_px, (int)y_px}, &shell->layout.sheet);
}

static bool over_notice(const Shell *shell, float x_px, float y_px)
{
    return !widgets_are_covered(shell) && notice_covers(shell, x_px, y_px);
}

/* The widget that can be pressed at a place; NULL for none. */
static const Widget *widget_under(Shell *shell, float x_px, float y_px)
{
    int count;
    const Widget *widget = widgets_reach(shell, &count);
    if (over_notice(shell, x_px, y_px)) {
        count = shell->noticed;
    }
    int i = widget_at(widget, count, (int)x_px, (int)y_px);
    return i >= 0 ? &widget[i] : NULL;
}

static void draw_from(Shell *shell, Tool tool, float x_px, float y_px)
{
    Err err;
    if (!lab_pen_down(shell->lab, tool, shell->lab->settings.brush_cell,
                      sheet_point(shell->layout.sheet, x_px, y_px), &err)) {
        tell(shell, true, ACTION_NONE, err.text);
        return;
    }
    shell->hold = HOLD_PEN;
}

static void draw_to(Shell *shell, float x_px, float y_px)
{
    Err err;
    if (!lab_pen_is_down(shell->lab)) { /* undone while it was drawn */
        shell->hold = HOLD_NOTHING;
    } else if (!lab_pen_to(shell->lab, sheet_point(shell->layout.sheet, x_px, y_px), &err)) {
        tell(shell, true, ACTION_NONE, err.text);
        hold_release(shell);
    }
}

static void slide(Shell *shell, const Widget *widget, float x_px)
{
    action_slide(shell, widget->action,
                 widget_slider_value(widget, (int)x_px, shell->paint->scale));
}

static void press_menu(Shell *shell, int title)
{
    if (shell->menu.open && menu_of_bar(&shell->menu_bar, &shell->menu) == title) {
        shell->menu.open = false;
    } else {
        widgets_open_menu(shell, title, false);
        shell->hold = HOLD_MENU;
    }
}

/* A press while a menu is open, or on its title. True where it was for the menus. */
static bool press_in_menus(Shell *shell, float x_px, float y_px)
{
    int title = menu_title_at(&shell->menu_bar, (int)x_px, (int)y_px);
    if (title >= 0) {
        press_menu(shell, title);
        return true;
    }
    if (!shell->menu.open) {
        return false;
    }
    if (menu_covers(&shell->menu_bar, &shell->menu, (int)x_px, (int)y_px)) {
        shell->hold = HOLD_MENU;
    } else {
        shell->menu.open = false;
    }
    return true;
}

static void press_widget(Shell *shell, const Widget *widget, float x_px)
{
    if (!widget->enabled) {
        return;
    }
    shell->hold = HOLD_WIDGET;
    shell->held_action = widget->action;
    shell->focus = widget->action;
    if (widget->kind == WIDGET_SLIDER) {
        slide(shell, widget, x_px);
    }
}

static void point_at(Shell *shell, float x_px, float y_px)
{
    shell->pointer_x_px = x_px;
    shell->pointer_y_px = y_px;
    shell->pointer_inside = over_sheet(shell, x_px, y_px);
    shell->pointed = (Pointed){.moved_ms = shell->hold == HOLD_NOTHING ? shell->now_ms : 0};
}

/* True where the view on show was pressed. */
static bool press_view(Shell *shell, float x_px, float y_px, bool twice)
{
    const PaneSeat *seat = seat_shown(shell);
    SDL_Point at = {(int)x_px, (int)y_px};
    if (!SDL_PointInRect(&at, &shell->layout.view)) {
        return false;
    }
    shell->focus = view_action(shell->view, 0); /* or what the view gives it to */
    if (seat->pane->press && seat->pane->press(seat->self, at.x, at.y, twice)) {
        shell->hold = HOLD_VIEW;
    }
    return true;
}

static void press(Shell *shell, float x_px, float y_px, bool eraser, bool twice)
{
    point_at(shell, x_px, y_px);
    shell->redraw = true;
    shell->focus_shown = false;
    if (shell->dialog == DIALOG_FILES) {
        choose_press(shell, (int)x_px, (int)y_px, twice);
        return;
    }
    if (shell->dialog != DIALOG_NONE && !widgets_are_covered(shell)) {
        shell->dialog = DIALOG_NONE;
        return;
    }
    if (shell->hold != HOLD_NOTHING ||
        (!widgets_are_covered(shell) && press_in_menus(shell, x_px, y_px))) {
        return;
    }
    const Widget *widget = widget_under(shell, x_px, y_px);
    if (twice && widget && widget->kind == WIDGET_SPOT && widget->action != shell->held_action) {
        return; /* what was pressed first has made room for it */
    }
    if (widget && widget->kind != WIDGET_AREA) {
        press_widget(shell, widget, x_px);
    } else if (panel_shows(shell)) {
        panel_press(shell, (int)x_px, (int)y_px, twice);
    } else if (over_notice(shell, x_px, y_px)) {
        notice_press(shell);
    } else if (!widgets_are_covered(shell) && !press_view(shell, x_px, y_px, twice) &&
               over_sheet(shell, x_px, y_px)) {
        shell->focus = ACTION_SHEET;
        draw_from(shell, eraser ? TOOL_ERASER : shell->lab->settings.tool, x_px, y_px);
    }
}

static void move_over_menus(Shell *shell, float x_px, float y_px)
{
    int title = menu_title_at(&shell->menu_bar, (int)x_px, (int)y_px);
    if (title >= 0 && title != menu_of_bar(&shell->menu_bar, &shell->menu)) {
        widgets_open_menu(shell, title, false);
    } else {
        menu_point(&shell->menu_bar, &shell->menu, (int)x_px, (int)y_px);
    }
}

static void move(Shell *shell, float x_px, float y_px)
{
    point_at(shell, x_px, y_px);
    shell->redraw = true;
    if (shell->hold == HOLD_PEN) {
        draw_to(shell, x_px, y_px);
    } else if (shell->hold == HOLD_VIEW) {
        const PaneSeat *seat = seat_shown(shell);
        if (seat->pane->drag) {
            seat->pane->drag(seat->self, (int)x_px, (int)y_px);
        }
    } else if (shell->hold == HOLD_WIDGET) {
        int i = widget_find(shell->widget, shell->widgets, shell->held_action);
        if (i >= 0 && shell->widget[i].kind == WIDGET_SLIDER) {
            slide(shell, &shell->widget[i], x_px);
        }
    } else if (shell->menu.open) {
        move_over_menus(shell, x_px, y_px);
    }
}

static void release_menu(Shell *shell, float x_px, float y_px)
{
    menu_point(&shell->menu_bar, &shell->menu, (int)x_px, (int)y_px);
    int item = shell->menu.item;
    if (item >= 0 && shell->menu_bar.menu[shell->menu.menu].item[item].enabled) {
        shell->menu.open = false;
        action_do(shell, shell->menu_bar.menu[shell->menu.menu].item[item].action);
    }
}

static void release(Shell *shell, float x_px, float y_px)
{
    Hold held = shell->hold;
    hold_release(shell);
    if (held == HOLD_MENU) {
        release_menu(shell, x_px, y_px);
    } else if (held == HOLD_WIDGET) {
        const Widget *widget = widget_under(shell, x_px, y_px);
        if (widget && widget->action == shell->held_action) {
            action_do(shell, shell->held_action);
        }
    }
}

static void scroll_view(Shell *shell, int rows)
{
    SDL_Point at = {(int)shell->pointer_x_px, (int)shell->pointer_y_px};
    const PaneSeat *seat = seat_shown(shell);
    if (seat->pane->scroll && SDL_PointInRect(&at, &shell->layout.view)) {
        seat->pane->scroll(seat->self, at.x, at.y, rows);
        shell->redraw = true;
    }
}

/* A touchpad sends small parts of a row: they add up until they make a step. */
static void scroll(Shell *shell, float rows)
{
    shell->scrolled += shell->dialog == DIALOG_FILES ? 3.0f * rows : rows;
    int steps = (int)shell->scrolled;
    shell->scrolled -= (float)steps;
    if (shell->dialog == DIALOG_FILES) {
        choose_scroll(shell, -steps);
    } else if (panel_shows(shell)) {
        panel_scroll(shell, -steps);
    } else if (shell->dialog == DIALOG_NONE && shell->pointer_inside) {
        for (int i = 0; i < SDL_abs(steps); i++) {
            action_do(shell, steps > 0 ? ACTION_THICKER : ACTION_THINNER);
        }
    } else if (shell->dialog == DIALOG_NONE && steps != 0) {
        scroll_view(shell, -steps);
    }
}

/* The first finger draws and presses; others rest until it is lifted. */
static void handle_finger(Shell *shell, const SDL_TouchFingerEvent *finger)
{
    float x_px = finger->x * (float)shell->w_px, y_px = finger->y * (float)shell->h_px;
    if (finger->type == SDL_FINGERDOWN && !shell->finger_down) {
        press(shell, x_px, y_px, false, false);
        shell->finger = finger->fingerId;
        shell->finger_down = true;
    } else if (shell->finger_down && finger->fingerId == shell->finger) {
        if (finger->type == SDL_FINGERMOTION) {
            move(shell, x_px, y_px);
        } else if (finger->type == SDL_FINGERUP) {
            release(shell, x_px, y_px);
            shell->pointer_inside = false;
        }
    }
}

void pointer_handle(Shell *shell, const SDL_Event *event)
{
    float unit = shell->px_per_unit;
    switch (event->type) {
    case SDL_MOUSEBUTTONDOWN:
        if (event->button.which != SDL_TOUCH_MOUSEID && shell->button == 0 &&
            (event->button.button == SDL_BUTTON_LEFT || event->button.button == SDL_BUTTON_RIGHT)) {
            shell->button = event->button.button;
            press(shell, ((float)event->button.x + 0.5f) * unit,
                  ((float)event->button.y + 0.5f) * unit, event->button.button == SDL_BUTTON_RIGHT,
                  event->button.clicks == 2);
        }
        break;
    case SDL_MOUSEBUTTONUP:
        if (event->button.which != SDL_TOUCH_MOUSEID && event->button.button == shell->button) {
            release(shell, ((float)event->button.x + 0.5f) * unit,
                    ((float)event->button.y + 0.5f) * unit);
        }
        break;
    case SDL_MOUSEMOTION:
        if (event->motion.which != SDL_TOUCH_MOUSEID) {
            move(shell, ((float)event->motion.x + 0.5f) * unit,
                 ((float)event->motion.y + 0.5f) * unit);
        }
        break;
    case SDL_MOUSEWHEEL:
        scroll(shell, event->wheel.preciseY);
        break;
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP:
        handle_finger(shell, &event->tfinger);
        break;
    default:
        break;
    }
}
