/* Mouse and touch. */
#include "app/pointer.h"

#include <math.h>

#include "app/actions.h"
#include "app/choose.h"
#include "app/hold.h"
#include "app/panel.h"
#include "app/tell.h"
#include "app/view.h"
#include "app/widgets.h"

/* A place in the window, as cells of the sheet. */
static Point sheet_point(const App *app, float x_px, float y_px)
{
    const SDL_Rect *box = &app->layout.sheet;
    float cells_per_px = (float)SHEET_SIDE / (float)box->w;
    return (Point){(x_px - (float)box->x) * cells_per_px, (y_px - (float)box->y) * cells_per_px};
}

static bool over_sheet(const App *app, float x_px, float y_px)
{
    return SDL_PointInRect(&(SDL_Point){(int)x_px, (int)y_px}, &app->layout.sheet);
}

/* The widget that can be pressed at a place; NULL for none. */
static const Widget *widget_under(App *app, float x_px, float y_px)
{
    int count;
    const Widget *widget = widgets_reach(app, &count);
    int i = widget_at(widget, count, (int)x_px, (int)y_px);
    return i >= 0 ? &widget[i] : NULL;
}

static void draw_from(App *app, Tool tool, float x_px, float y_px)
{
    Err err;
    if (!lab_pen_down(&app->lab, tool, app->lab.settings.brush_cell, sheet_point(app, x_px, y_px),
                      &err)) {
        tell(app, true, ACTION_NONE, err.text);
        return;
    }
    app->hold = HOLD_PEN;
}

static void draw_to(App *app, float x_px, float y_px)
{
    Err err;
    if (!app->lab.drawing.pen_down) { /* undone while it was drawn */
        app->hold = HOLD_NOTHING;
    } else if (!lab_pen_to(&app->lab, sheet_point(app, x_px, y_px), &err)) {
        tell(app, true, ACTION_NONE, err.text);
        hold_release(app);
    }
}

static void slide(App *app, const Widget *widget, float x_px)
{
    app_slide(app, widget->action, widget_slider_value(widget, (int)x_px, app->paint->scale));
}

static void press_menu(App *app, int title)
{
    if (app->menu.open && app->menu.menu == title) {
        app->menu.open = false;
    } else {
        widgets_open_menu(app, title, false);
        app->hold = HOLD_MENU;
    }
}

/* A press while a menu is open, or on its title. True where it was for the menus. */
static bool press_in_menus(App *app, float x_px, float y_px)
{
    int title = menu_title_at(&app->menu_bar, (int)x_px, (int)y_px);
    if (title >= 0) {
        press_menu(app, title);
        return true;
    }
    if (!app->menu.open) {
        return false;
    }
    const Menu *menu = &app->menu_bar.menu[app->menu.menu];
    if (SDL_PointInRect(&(SDL_Point){(int)x_px, (int)y_px}, &menu->popup)) {
        app->hold = HOLD_MENU;
    } else {
        app->menu.open = false;
    }
    return true;
}

static void press_widget(App *app, const Widget *widget, float x_px)
{
    if (!widget->enabled) {
        return;
    }
    app->hold = HOLD_WIDGET;
    app->held_action = widget->action;
    app->focus = widget->action;
    if (widget->kind == WIDGET_SLIDER) {
        slide(app, widget, x_px);
    }
}

static void point_at(App *app, float x_px, float y_px)
{
    app->pointer_x_px = x_px;
    app->pointer_y_px = y_px;
    app->pointer_inside = over_sheet(app, x_px, y_px);
}

/* True where the view on show was pressed. */
static bool press_view(App *app, float x_px, float y_px, bool twice)
{
    const View *view = view_get(app->view);
    SDL_Point at = {(int)x_px, (int)y_px};
    if (!SDL_PointInRect(&at, &app->layout.view)) {
        return false;
    }
    app->focus = view_action(app->view, 0); /* or what the view gives it to */
    if (view->press && view->press(app, at.x, at.y, twice)) {
        app->hold = HOLD_VIEW;
    }
    return true;
}

static void press(App *app, float x_px, float y_px, bool eraser, bool twice)
{
    point_at(app, x_px, y_px);
    app->redraw = true;
    app->focus_shown = false;
    if (app->dialog == DIALOG_FILES) {
        choose_press(app, (int)x_px, (int)y_px, twice);
        return;
    }
    if (app->dialog != DIALOG_NONE && !widgets_are_covered(app)) {
        app->dialog = DIALOG_NONE;
        return;
    }
    if (app->hold != HOLD_NOTHING ||
        (!widgets_are_covered(app) && press_in_menus(app, x_px, y_px))) {
        return;
    }
    const Widget *widget = widget_under(app, x_px, y_px);
    if (widget && widget->kind != WIDGET_AREA) {
        press_widget(app, widget, x_px);
    } else if (panel_shows(app)) {
        panel_press(app, (int)x_px, (int)y_px, twice);
    } else if (!widgets_are_covered(app) && !press_view(app, x_px, y_px, twice) &&
               over_sheet(app, x_px, y_px)) {
        app->focus = ACTION_SHEET;
        draw_from(app, eraser ? TOOL_ERASER : app->lab.settings.tool, x_px, y_px);
    }
}

static void move_over_menus(App *app, float x_px, float y_px)
{
    int title = menu_title_at(&app->menu_bar, (int)x_px, (int)y_px);
    if (title >= 0 && title != app->menu.menu) {
        widgets_open_menu(app, title, false);
    } else {
        app->menu.item = menu_item_at(&app->menu_bar, &app->menu, (int)x_px, (int)y_px);
    }
}

static void move(App *app, float x_px, float y_px)
{
    point_at(app, x_px, y_px);
    app->redraw = true;
    if (app->hold == HOLD_PEN) {
        draw_to(app, x_px, y_px);
    } else if (app->hold == HOLD_VIEW) {
        if (view_get(app->view)->drag) {
            view_get(app->view)->drag(app, (int)x_px, (int)y_px);
        }
    } else if (app->hold == HOLD_WIDGET) {
        int i = widget_find(app->widget, app->widgets, app->held_action);
        if (i >= 0 && app->widget[i].kind == WIDGET_SLIDER) {
            slide(app, &app->widget[i], x_px);
        }
    } else if (app->menu.open) {
        move_over_menus(app, x_px, y_px);
    }
}

static void release_menu(App *app, float x_px, float y_px)
{
    int item = menu_item_at(&app->menu_bar, &app->menu, (int)x_px, (int)y_px);
    if (item >= 0 && app->menu_bar.menu[app->menu.menu].item[item].enabled) {
        app->menu.open = false;
        app_do(app, app->menu_bar.menu[app->menu.menu].item[item].action);
    }
}

static void release(App *app, float x_px, float y_px)
{
    Hold held = app->hold;
    hold_release(app);
    if (held == HOLD_MENU) {
        release_menu(app, x_px, y_px);
    } else if (held == HOLD_WIDGET) {
        const Widget *widget = widget_under(app, x_px, y_px);
        if (widget && widget->action == app->held_action) {
            app_do(app, app->held_action);
        }
    }
}

static void scroll_view(App *app, int rows)
{
    SDL_Point at = {(int)app->pointer_x_px, (int)app->pointer_y_px};
    if (view_get(app->view)->scroll && SDL_PointInRect(&at, &app->layout.view)) {
        view_get(app->view)->scroll(app, at.x, at.y, rows);
        app->redraw = true;
    }
}

/* A touchpad sends small parts of a row: they add up until they make a step. */
static void scroll(App *app, float rows)
{
    app->scrolled += app->dialog == DIALOG_FILES ? 3.0f * rows : rows;
    int steps = (int)app->scrolled;
    app->scrolled -= (float)steps;
    if (app->dialog == DIALOG_FILES) {
        choose_scroll(app, -steps);
    } else if (panel_shows(app)) {
        panel_scroll(app, -steps);
    } else if (app->dialog == DIALOG_NONE && app->pointer_inside) {
        for (int i = 0; i < SDL_abs(steps); i++) {
            app_do(app, steps > 0 ? ACTION_THICKER : ACTION_THINNER);
        }
    } else if (app->dialog == DIALOG_NONE && steps != 0) {
        scroll_view(app, -steps);
    }
}

/* The first finger draws and presses; others rest until it is lifted. */
static void handle_finger(App *app, const SDL_TouchFingerEvent *finger)
{
    float x_px = finger->x * (float)app->w_px, y_px = finger->y * (float)app->h_px;
    if (finger->type == SDL_FINGERDOWN && !app->finger_down) {
        press(app, x_px, y_px, false, false);
        app->finger = finger->fingerId;
        app->finger_down = true;
    } else if (app->finger_down && finger->fingerId == app->finger) {
        if (finger->type == SDL_FINGERMOTION) {
            move(app, x_px, y_px);
        } else if (finger->type == SDL_FINGERUP) {
            release(app, x_px, y_px);
            app->pointer_inside = false;
        }
    }
}

void pointer_handle(App *app, const SDL_Event *event)
{
    float unit = app->px_per_unit;
    switch (event->type) {
    case SDL_MOUSEBUTTONDOWN:
        if (event->button.which != SDL_TOUCH_MOUSEID && app->button == 0 &&
            (event->button.button == SDL_BUTTON_LEFT || event->button.button == SDL_BUTTON_RIGHT)) {
            app->button = event->button.button;
            press(app, ((float)event->button.x + 0.5f) * unit,
                  ((float)event->button.y + 0.5f) * unit, event->button.button == SDL_BUTTON_RIGHT,
                  event->button.clicks == 2);
        }
        break;
    case SDL_MOUSEBUTTONUP:
        if (event->button.which != SDL_TOUCH_MOUSEID && event->button.button == app->button) {
            release(app, ((float)event->button.x + 0.5f) * unit,
                    ((float)event->button.y + 0.5f) * unit);
        }
        break;
    case SDL_MOUSEMOTION:
        if (event->motion.which != SDL_TOUCH_MOUSEID) {
            move(app, ((float)event->motion.x + 0.5f) * unit,
                 ((float)event->motion.y + 0.5f) * unit);
        }
        break;
    case SDL_MOUSEWHEEL:
        scroll(app, event->wheel.preciseY);
        break;
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP:
        handle_finger(app, &event->tfinger);
        break;
    default:
        break;
    }
}
