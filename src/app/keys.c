/* The keyboard. */
#include "app/keys.h"

#include "app/actions.h"
#include "app/choose.h"
#include "app/explain.h"
#include "app/panel.h"
#include "app/pointer.h"
#include "app/screen.h"
#include "app/views.h"

static const float KEY_PEN_STEP_CELL = 0.5f;

static void ink_key_pen(App *app)
{
    Err err;
    if (app->drawing.pen_down && !drawing_pen_to(&app->drawing, app->key_pen, &err)) {
        app_tell(app, true, ACTION_NONE, err.text);
    }
    app->answer_stale = true;
}

static void put_key_pen_down(App *app)
{
    Err err;
    if (app->drawing.pen_down) {
        drawing_pen_up(&app->drawing);
    } else {
        Tool tool = app->settings.tool;
        app_before_pen(app, tool);
        bool ok =
            drawing_pen_down(&app->drawing, tool, app->settings.brush_cell, app->key_pen, &err);
        app_tell_unless(app, ok, &err);
    }
    app->inked.all = true;
    app->answer_stale = true;
}

/* The sheet has the focus: arrows move the pen, Space puts it down and lifts it. */
static bool sheet_key(App *app, SDL_Keycode key)
{
    float x = key == SDLK_LEFT ? -1.0f : key == SDLK_RIGHT ? 1.0f : 0.0f;
    float y = key == SDLK_UP ? -1.0f : key == SDLK_DOWN ? 1.0f : 0.0f;
    if (key == SDLK_SPACE) {
        put_key_pen_down(app);
        return true;
    }
    if (x == 0.0f && y == 0.0f) {
        return false;
    }
    app->key_pen.x_cell = SDL_clamp(app->key_pen.x_cell + x * KEY_PEN_STEP_CELL, 0.0f, SHEET_SIDE);
    app->key_pen.y_cell = SDL_clamp(app->key_pen.y_cell + y * KEY_PEN_STEP_CELL, 0.0f, SHEET_SIDE);
    ink_key_pen(app);
    return true;
}

static const float SLIDER_STEP = 0.05f;

static bool view_slider_key(App *app, int slider, SDL_Keycode key)
{
    bool less = key == SDLK_LEFT || key == SDLK_DOWN, more = key == SDLK_RIGHT || key == SDLK_UP;
    if (less || more) {
        views_slide(app, slider, views_slider(app, slider) + (more ? SLIDER_STEP : -SLIDER_STEP));
    }
    return less || more;
}

static bool slider_key(App *app, int slider, SDL_Keycode key)
{
    if (slider >= VIEW_FIRST_ACTION) {
        return view_slider_key(app, slider, key);
    }
    bool speed = slider == ACTION_SPEED, time = slider == ACTION_TIME;
    if (key == SDLK_LEFT || key == SDLK_DOWN) {
        app_do(app, time ? ACTION_FRAME_BACK : speed ? ACTION_SLOWER : ACTION_THINNER);
    } else if (key == SDLK_RIGHT || key == SDLK_UP) {
        app_do(app, time ? ACTION_FRAME_FORWARD : speed ? ACTION_FASTER : ACTION_THICKER);
    } else {
        return false;
    }
    return true;
}

static void move_focus(App *app, int step)
{
    int count;
    const Widget *widget = screen_widgets(app, &count);
    int to = widget_next(widget, count, widget_find(widget, count, app->focus), step);
    app->focus = to >= 0 ? widget[to].action : ACTION_NONE;
    app->focus_shown = true;
}

/* A key for the sheet, or for an area of the view on show. */
static bool area_key(App *app, const SDL_Keysym *key)
{
    const View *view = views_get(app->view);
    if (app->focus >= VIEW_FIRST_ACTION) {
        return view->key && view->key(app, key);
    }
    return app->focus == ACTION_SHEET && sheet_key(app, key->sym);
}

/* True where the widget with the focus has taken the key. */
static bool focus_key(App *app, const SDL_Keysym *key)
{
    int count;
    const Widget *widget = screen_widgets(app, &count);
    int i = widget_find(widget, count, app->focus);
    if (app->focus == ACTION_EXPLAIN && app->focus_shown && app->dialog == DIALOG_NONE) {
        return explain_key(app, key->sym);
    }
    /* A view that was pressed has the keyboard at once; buttons have it once it is shown. */
    bool in_view = i >= 0 && widget[i].kind == WIDGET_AREA && app->focus >= VIEW_FIRST_ACTION;
    if (i < 0 || !(app->focus_shown || in_view)) {
        return false;
    }
    switch (widget[i].kind) {
    case WIDGET_AREA:
        return area_key(app, key);
    case WIDGET_SLIDER:
        return slider_key(app, app->focus, key->sym);
    default:
        if (key->sym == SDLK_SPACE || key->sym == SDLK_RETURN || key->sym == SDLK_KP_ENTER) {
            app_do(app, app->focus);
            return true;
        }
        return false;
    }
}

/* Alt with a letter, F10, or Alt alone open the menus. */
static bool menu_opened(App *app, const SDL_Keysym *key)
{
    int menu = key->mod & KMOD_ALT ? menu_by_letter(&app->menu_bar, key->sym) : -1;
    if (key->sym == SDLK_F10) {
        menu = 0;
    }
    if (menu < 0) {
        return false;
    }
    pointer_release(app);
    screen_open_menu(app, menu, true);
    return true;
}

static void page_key(App *app, SDL_Keycode key)
{
    if (key == SDLK_ESCAPE || key == SDLK_RETURN || key == SDLK_KP_ENTER || key == SDLK_SPACE ||
        key == SDLK_F1) {
        app->dialog = DIALOG_NONE;
    }
}

/* Held down, these go on: moving, undoing, changing a size. All others act once a press. */
static bool may_repeat(const App *app, const SDL_KeyboardEvent *event)
{
    SDL_Keycode key = event->keysym.sym;
    bool presses = key == SDLK_SPACE || key == SDLK_RETURN || key == SDLK_KP_ENTER;
    int action = app_action_of_key(key, event->keysym.mod);
    bool turns = action == ACTION_TOUR_NEXT || action == ACTION_TOUR_BACK;
    return (app->dialog != DIALOG_NONE && !panel_shows(app)) ||
           (!presses &&
            (action == ACTION_NONE || (turns && !app->tour_view.running) || action == ACTION_UNDO ||
             action == ACTION_REDO || action == ACTION_THINNER || action == ACTION_THICKER ||
             action == ACTION_SLOWER || action == ACTION_FASTER || action == ACTION_STEP ||
             action == ACTION_FRAME_BACK || action == ACTION_FRAME_FORWARD));
}

/* True where the key was for the focus: Tab moves it, or its widget has taken the key. */
static bool widget_key(App *app, const SDL_Keysym *key)
{
    if (key->sym == SDLK_TAB && !(key->mod & (KMOD_CTRL | KMOD_ALT))) {
        move_focus(app, key->mod & KMOD_SHIFT ? -1 : 1);
        return true;
    }
    return !(key->mod & (KMOD_CTRL | KMOD_ALT | KMOD_GUI)) && focus_key(app, key);
}

/* The digit of a key, also of one that has it on Shift; -1 for none. */
static int digit_of(const SDL_Keysym *key)
{
    static const SDL_Keycode ROW[NET_OUTPUTS] = {SDLK_0, SDLK_1, SDLK_2, SDLK_3, SDLK_4,
                                                 SDLK_5, SDLK_6, SDLK_7, SDLK_8, SDLK_9};
    static const SDL_Keycode PAD[NET_OUTPUTS] = {SDLK_KP_0, SDLK_KP_1, SDLK_KP_2, SDLK_KP_3,
                                                 SDLK_KP_4, SDLK_KP_5, SDLK_KP_6, SDLK_KP_7,
                                                 SDLK_KP_8, SDLK_KP_9};
    static const SDL_Scancode PLACE[NET_OUTPUTS] = {
        SDL_SCANCODE_0, SDL_SCANCODE_1, SDL_SCANCODE_2, SDL_SCANCODE_3, SDL_SCANCODE_4,
        SDL_SCANCODE_5, SDL_SCANCODE_6, SDL_SCANCODE_7, SDL_SCANCODE_8, SDL_SCANCODE_9};
    bool free = app_action_of_key(key->sym, key->mod) == ACTION_NONE;
    for (int i = 0; i < NET_OUTPUTS && !(key->mod & (KMOD_CTRL | KMOD_ALT | KMOD_GUI)); i++) {
        if (key->sym == ROW[i] || key->sym == PAD[i] || (free && key->scancode == PLACE[i])) {
            return i;
        }
    }
    return -1;
}

/* Keys that mean the same in the window and in the panel of the user's digits. */
static bool label_key(App *app, const SDL_Keysym *key)
{
    int digit = digit_of(key);
    if (digit >= 0) {
        app_do(app, ACTION_LABEL_0 + digit);
    }
    return digit >= 0;
}

/* What Escape ends: what came last. */
static int escape_of(const App *app)
{
    static const int ENDS[] = {ACTION_CLOSE_NOTICE, ACTION_TOUR_LEAVE, ACTION_PRESENT_END};
    for (size_t i = 0; i < sizeof ENDS / sizeof ENDS[0]; i++) {
        if (app_can(app, ENDS[i])) {
            return ENDS[i];
        }
    }
    return ACTION_NONE;
}

/* The tour goes on with the same keys whatever has the keyboard. */
static bool tour_key(App *app, const SDL_Keysym *key)
{
    int action = app_action_of_key(key->sym, key->mod);
    bool turns =
        app->tour_view.running && (action == ACTION_TOUR_NEXT || action == ACTION_TOUR_BACK);
    if (turns) {
        app_do(app, action);
    }
    return turns;
}

/* A key while nothing lies over the window, or a menu at most. */
static void window_key(App *app, const SDL_Keysym *key)
{
    if (app->menu.open && !(key->mod & KMOD_ALT)) {
        app_do(app, menu_key(&app->menu_bar, &app->menu, key->sym));
    } else if (!menu_opened(app, key) && !tour_key(app, key) && !widget_key(app, key) &&
               !label_key(app, key)) {
        app_do(app,
               key->sym == SDLK_ESCAPE ? escape_of(app) : app_action_of_key(key->sym, key->mod));
    }
}

static void key_down(App *app, const SDL_KeyboardEvent *event)
{
    SDL_Keycode key = event->keysym.sym;
    if (event->repeat && !may_repeat(app, event)) {
        return;
    }
    app->redraw = true;
    app->alt_alone = (key == SDLK_LALT || key == SDLK_RALT) && !event->repeat;
    if (app->dialog == DIALOG_NONE) {
        window_key(app, &event->keysym);
    } else if (app->dialog == DIALOG_FILES) {
        choose_key(app, event);
    } else if (!panel_shows(app)) {
        page_key(app, key);
    } else if (!widget_key(app, &event->keysym) && !label_key(app, &event->keysym)) {
        panel_key(app, &event->keysym);
    }
}

static void key_up(App *app, const SDL_KeyboardEvent *event)
{
    bool alt = event->keysym.sym == SDLK_LALT || event->keysym.sym == SDLK_RALT;
    if (alt && app->alt_alone && app->dialog == DIALOG_NONE) {
        if (app->menu.open) {
            app->menu.open = false;
        } else {
            pointer_release(app);
            screen_open_menu(app, 0, true);
        }
        app->redraw = true;
    }
    app->alt_alone = false;
}

void keys_handle(App *app, const SDL_Event *event)
{
    if (event->type == SDL_KEYDOWN) {
        key_down(app, &event->key);
    } else if (event->type == SDL_KEYUP) {
        key_up(app, &event->key);
    } else if (app->dialog == DIALOG_FILES) {
        choose_type(app, event->text.text);
    }
}
