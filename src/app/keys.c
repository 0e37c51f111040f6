/* The keyboard. */
#include "app/keys.h"

#include "app/actions.h"
#include "app/choose.h"
#include "app/explain.h"
#include "app/hold.h"
#include "app/keyboard.h"
#include "app/leave.h"
#include "app/panel.h"
#include "app/tell.h"
#include "app/view.h"
#include "app/widgets.h"

static const float KEY_PEN_STEP_CELL = 0.5f;

static void ink_key_pen(App *app)
{
    Err err;
    if (app->lab.drawing.pen_down && !lab_pen_to(&app->lab, app->key_pen, &err)) {
        tell(app, true, ACTION_NONE, err.text);
    }
}

static void put_key_pen_down(App *app)
{
    Err err;
    if (app->lab.drawing.pen_down) {
        drawing_pen_up(&app->lab.drawing);
        lab_drawing_changed(&app->lab);
    } else {
        bool ok = lab_pen_down(&app->lab, app->lab.settings.tool, app->lab.settings.brush_cell,
                               app->key_pen, &err);
        tell_unless(app, ok, &err);
    }
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

static bool slider_key(App *app, int slider, SDL_Keycode key)
{
    bool less = key == SDLK_LEFT || key == SDLK_DOWN, more = key == SDLK_RIGHT || key == SDLK_UP;
    if (less || more) {
        app_slide_step(app, slider, more);
    }
    return less || more;
}

static void move_focus(App *app, int step)
{
    int count;
    const Widget *widget = widgets_reach(app, &count);
    int to = widget_next(widget, count, widget_find(widget, count, app->focus), step);
    app->focus = to >= 0 ? widget[to].action : ACTION_NONE;
    app->focus_shown = true;
}

/* A key for the sheet, or for an area of the view on show. */
static bool area_key(App *app, const SDL_Keysym *key)
{
    const View *view = view_get(app->view);
    if (app->focus >= VIEW_FIRST_ACTION) {
        return view->key && view->key(app, key);
    }
    return app->focus == ACTION_SHEET && sheet_key(app, key->sym);
}

/* True where the widget with the focus has taken the key. */
static bool focus_key(App *app, const SDL_Keysym *key)
{
    int count;
    const Widget *widget = widgets_reach(app, &count);
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

/* Alt with a letter, F10, or Alt alone open the menus. Right Alt is AltGr on most keyboards, and
 * nobody can tell. */
static bool menu_opened(App *app, const SDL_Keysym *key)
{
    int menu = key->mod & KMOD_LALT ? menu_by_letter(&app->menu_bar, key->sym) : -1;
    if (key->sym == SDLK_F10) {
        menu = 0;
    }
    if (menu < 0) {
        return false;
    }
    hold_release(app);
    widgets_open_menu(app, menu, true);
    return true;
}

static bool page_key(App *app, SDL_Keycode key)
{
    bool closes = key == SDLK_ESCAPE || key == SDLK_RETURN || key == SDLK_KP_ENTER ||
                  key == SDLK_SPACE || key == SDLK_F1;
    if (closes) {
        app->dialog = DIALOG_NONE;
    }
    return closes;
}

/* Held down, these go on: moving, undoing, changing a size. All others act once a press. */
static bool may_repeat(const App *app, const SDL_Keysym *press)
{
    SDL_Keycode key = press->sym;
    bool presses = key == SDLK_SPACE || key == SDLK_RETURN || key == SDLK_KP_ENTER;
    int action = app_action_of_key(key, press->mod);
    bool turns = action == ACTION_TOUR_NEXT || action == ACTION_TOUR_BACK;
    return (app->dialog != DIALOG_NONE && !widgets_are_covered(app)) ||
           (!presses &&
            (action == ACTION_NONE || (turns && !app->tour_view.running) || app_repeats(action)));
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

/* Keys that mean the same in the window and in the panel of the user's digits. */
static bool label_key(App *app, const SDL_Keysym *key)
{
    int digit = key->mod & (KMOD_CTRL | KMOD_ALT | KMOD_GUI) ? -1 : keyboard_digit(key->sym);
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
static bool window_key(App *app, const SDL_Keysym *key)
{
    if (app->menu.open && !(key->mod & KMOD_ALT)) {
        app_do(app, menu_key(&app->menu_bar, &app->menu, key->sym));
        return true;
    }
    if (menu_opened(app, key) || tour_key(app, key) || widget_key(app, key) ||
        label_key(app, key)) {
        return true;
    }
    int action = key->sym == SDLK_ESCAPE ? escape_of(app) : app_action_of_key(key->sym, key->mod);
    app_do(app, action);
    return action != ACTION_NONE;
}

/* True where the press, read like that, means something. */
static bool reading_key(App *app, const SDL_Keysym *key)
{
    if (app->dialog == DIALOG_NONE) {
        return window_key(app, key);
    }
    if (leave_shows(app)) {
        return widget_key(app, key) || leave_key(app, key);
    }
    if (!panel_shows(app)) {
        return page_key(app, key->sym);
    }
    return widget_key(app, key) || label_key(app, key) || panel_key(app, key);
}

/* Held, these make another sign of a key. */
enum { CHANGES_SIGN = KMOD_SHIFT | KMOD_RALT | KMOD_MODE };

/* The character that the key has typed comes before the next key; 0 where none does. Other threads
 * may have sent something in between. */
static char typed_with(SDL_Keycode key)
{
    SDL_Event next[8];
    bool types = !(key & SDLK_SCANCODE_MASK);
    int count = types ? SDL_PeepEvents(next, SDL_arraysize(next), SDL_PEEKEVENT, SDL_FIRSTEVENT,
                                       SDL_LASTEVENT)
                      : 0;
    for (int i = 0; i < count && next[i].type != SDL_KEYDOWN && next[i].type != SDL_KEYUP; i++) {
        const char *text = next[i].text.text;
        if (next[i].type == SDL_TEXTINPUT) {
            return text[0] && !text[1] ? text[0] : '\0';
        }
    }
    return '\0';
}

enum { FOCUS_KEYS_MS = 100 };

/* Left Alt alone, and pressed here: who comes back to the window by Alt+Tab holds it already, and
 * that is told as a press when the window gets the focus. */
static bool is_alt_alone(const App *app, const SDL_KeyboardEvent *event)
{
    bool came_with_it = app->focused_ms && event->timestamp - app->focused_ms < FOCUS_KEYS_MS;
    return event->keysym.sym == SDLK_LALT && !event->repeat && !app->button && !came_with_it &&
           !(event->keysym.mod & (KMOD_CTRL | KMOD_SHIFT | KMOD_RALT | KMOD_GUI | KMOD_MODE));
}

static void key_down(App *app, const SDL_KeyboardEvent *event)
{
    SDL_Keysym reading[KEYBOARD_READINGS];
    app->alt_alone = is_alt_alone(app, event);
    if (app->dialog == DIALOG_FILES) {
        app->redraw = true;
        choose_key(app, event);
        return;
    }
    bool latin = SDL_GetScancodeFromKey(SDLK_a) != SDL_SCANCODE_UNKNOWN;
    int readings = keyboard_read(&event->keysym, typed_with(event->keysym.sym), latin, reading);
    for (int i = 0; i < readings && (!event->repeat || may_repeat(app, &reading[i])); i++) {
        app->redraw = true;
        if (reading_key(app, &reading[i])) {
            return;
        }
    }
}

/* Who leaves the window has its keys released first, and is told of it only then. */
static bool focus_goes(void)
{
    SDL_Event next[8];
    int count = SDL_PeepEvents(next, 8, SDL_PEEKEVENT, SDL_WINDOWEVENT, SDL_WINDOWEVENT);
    bool goes = false;
    for (int i = 0; i < count; i++) {
        goes = goes || next[i].window.event == SDL_WINDOWEVENT_FOCUS_LOST;
    }
    return goes;
}

/* What keys_watch() began ends once all of it is read: SDL drops with it what is still to come. */
static void end_text(const SDL_KeyboardEvent *event)
{
    if (!(event->keysym.mod & CHANGES_SIGN) && SDL_IsTextInputActive() &&
        !SDL_HasEvent(SDL_TEXTINPUT)) {
        SDL_StopTextInput();
    }
}

static void key_up(App *app, const SDL_KeyboardEvent *event)
{
    if (app->dialog != DIALOG_FILES) {
        end_text(event);
    }
    bool alt = event->keysym.sym == SDLK_LALT && app->alt_alone && !focus_goes();
    app->alt_alone = false;
    if (alt && app->dialog == DIALOG_NONE) {
        if (app->menu.open) {
            app->menu.open = false;
        } else {
            hold_release(app);
            widgets_open_menu(app, 0, true);
        }
        app->redraw = true;
    }
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

void keys_note(App *app, const SDL_Event *event)
{
    bool key = event->type == SDL_KEYDOWN || event->type == SDL_KEYUP;
    bool window = event->type == SDL_WINDOWEVENT;
    bool drawn = window && event->window.event == SDL_WINDOWEVENT_EXPOSED;
    if (window && event->window.event == SDL_WINDOWEVENT_FOCUS_GAINED) {
        app->focused_ms = SDL_max(event->window.timestamp, 1);
    }
    if (!key && !drawn && event->type != SDL_TEXTINPUT && event->type < SDL_USEREVENT) {
        app->alt_alone = false;
    }
}

int keys_watch(void *app, SDL_Event *event)
{
    bool down = event->type == SDL_KEYDOWN && ((const App *)app)->dialog != DIALOG_FILES;
    if (down && (event->key.keysym.mod & CHANGES_SIGN) && !SDL_IsTextInputActive()) {
        SDL_StartTextInput();
    }
    return 0;
}
