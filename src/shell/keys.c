/* The keyboard. */
#include "shell/keys.h"

#include "shell/action.h"
#include "shell/card.h"
#include "shell/choose.h"
#include "shell/explain.h"
#include "shell/hold.h"
#include "shell/keyboard.h"
#include "shell/leave.h"
#include "shell/networks.h"
#include "shell/panel.h"
#include "shell/seat.h"
#include "shell/tell.h"
#include "shell/widgets.h"

static const float KEY_PEN_STEP_CELL = 0.5f;

static void ink_key_pen(Shell *shell)
{
    Err err;
    if (lab_pen_is_down(shell->lab) && !lab_pen_to(shell->lab, shell->key_pen, &err)) {
        tell(shell, true, ACTION_NONE, err.text);
    }
}

static void put_key_pen_down(Shell *shell)
{
    Err err;
    if (lab_pen_is_down(shell->lab)) {
        lab_pen_up(shell->lab);
        lab_drawing_changed(shell->lab);
    } else {
        bool ok = lab_pen_down(shell->lab, shell->lab->settings.tool,
                               shell->lab->settings.brush_cell, shell->key_pen, &err);
        tell_unless(shell, ok, &err);
    }
}

/* The sheet has the focus: arrows move the pen, Space puts it down and lifts it. */
static bool sheet_key(Shell *shell, SDL_Keycode key)
{
    float x = key == SDLK_LEFT ? -1.0f : key == SDLK_RIGHT ? 1.0f : 0.0f;
    float y = key == SDLK_UP ? -1.0f : key == SDLK_DOWN ? 1.0f : 0.0f;
    if (key == SDLK_SPACE) {
        put_key_pen_down(shell);
        return true;
    }
    if (x == 0.0f && y == 0.0f) {
        return false;
    }
    shell->key_pen.x_cell =
        SDL_clamp(shell->key_pen.x_cell + x * KEY_PEN_STEP_CELL, 0.0f, SHEET_SIDE);
    shell->key_pen.y_cell =
        SDL_clamp(shell->key_pen.y_cell + y * KEY_PEN_STEP_CELL, 0.0f, SHEET_SIDE);
    ink_key_pen(shell);
    return true;
}

static bool slider_key(Shell *shell, int slider, SDL_Keycode key)
{
    bool less = key == SDLK_LEFT || key == SDLK_DOWN, more = key == SDLK_RIGHT || key == SDLK_UP;
    if (less || more) {
        action_slide_step(shell, slider, more);
    }
    return less || more;
}

static void move_focus(Shell *shell, int step)
{
    int count;
    const Widget *widget = widgets_reach(shell, &count);
    int to = widget_next(widget, count, widget_find(widget, count, shell->focus), step);
    shell->focus = to >= 0 ? widget[to].action : ACTION_NONE;
    shell->focus_shown = true;
}

/* A key for the sheet, or for an area of the view on show. */
static bool area_key(Shell *shell, const SDL_Keysym *key)
{
    const PaneSeat *seat = seat_shown(shell);
    if (shell->focus >= VIEW_FIRST_ACTION) {
        return seat->pane->key && seat->pane->key(seat->self, key);
    }
    return shell->focus == ACTION_SHEET && sheet_key(shell, key->sym);
}

/* True where the widget with the focus has taken the key. */
static bool focus_key(Shell *shell, const SDL_Keysym *key)
{
    int count;
    const Widget *widget = widgets_reach(shell, &count);
    int i = widget_find(widget, count, shell->focus);
    if (shell->focus == ACTION_EXPLAIN && shell->focus_shown && shell->dialog == DIALOG_NONE) {
        return explain_key(shell, key->sym);
    }
    /* A view that was pressed has the keyboard at once; buttons have it once it is shown. */
    bool in_view = i >= 0 && widget[i].kind == WIDGET_AREA && shell->focus >= VIEW_FIRST_ACTION;
    if (i < 0 || !(shell->focus_shown || in_view)) {
        return false;
    }
    switch (widget[i].kind) {
    case WIDGET_AREA:
        return area_key(shell, key);
    case WIDGET_SLIDER:
        return slider_key(shell, shell->focus, key->sym);
    default:
        if (key->sym == SDLK_SPACE || key->sym == SDLK_RETURN || key->sym == SDLK_KP_ENTER) {
            action_do(shell, shell->focus);
            return true;
        }
        return area_key(shell, key);
    }
}

/* Alt with a letter, F10, or Alt alone open the menus. Right Alt is AltGr on most keyboards, and
 * nobody can tell. */
static bool menu_opened(Shell *shell, const SDL_Keysym *key)
{
    int menu = key->mod & KMOD_LALT ? menu_by_letter(&shell->menu_bar, key->sym) : -1;
    if (key->sym == SDLK_F10) {
        menu = 0;
    }
    if (menu < 0) {
        return false;
    }
    hold_release(shell);
    widgets_open_menu(shell, menu, true);
    return true;
}

static bool page_key(Shell *shell, SDL_Keycode key)
{
    bool closes = key == SDLK_ESCAPE || key == SDLK_RETURN || key == SDLK_KP_ENTER ||
                  key == SDLK_SPACE || key == SDLK_F1;
    if (closes) {
        shell->dialog = DIALOG_NONE;
    }
    return closes;
}

/* Held down, these go on: moving, undoing, changing a size. All others act once a press. */
static bool may_repeat(const Shell *shell, const SDL_Keysym *press)
{
    SDL_Keycode key = press->sym;
    bool presses = key == SDLK_SPACE || key == SDLK_RETURN || key == SDLK_KP_ENTER;
    int action = action_of_key(key, press->mod);
    bool turns = action == ACTION_TOUR_NEXT || action == ACTION_TOUR_BACK;
    return (shell->dialog != DIALOG_NONE && !widgets_are_covered(shell)) ||
           (!presses &&
            (action == ACTION_NONE || (turns && !shell->card.up) || action_repeats(action)));
}

/* True where the key was for the focus: Tab moves it, or its widget has taken the key. */
static bool widget_key(Shell *shell, const SDL_Keysym *key)
{
    if (key->sym == SDLK_TAB && !(key->mod & (KMOD_CTRL | KMOD_ALT))) {
        move_focus(shell, key->mod & KMOD_SHIFT ? -1 : 1);
        return true;
    }
    return !(key->mod & (KMOD_CTRL | KMOD_ALT | KMOD_GUI)) && focus_key(shell, key);
}

/* Keys that mean the same in the window and in the panel of the user's digits. */
static bool label_key(Shell *shell, const SDL_Keysym *key)
{
    int digit = key->mod & (KMOD_CTRL | KMOD_ALT | KMOD_GUI) ? -1 : keyboard_digit(key->sym);
    const PaneSeat *seat = seat_shown(shell);
    bool of_pane = digit >= 0 && shell->dialog == DIALOG_NONE && seat->pane->digit &&
                   seat->pane->digit(seat->self, digit);
    if (digit >= 0 && !of_pane) {
        action_do(shell, ACTION_LABEL_0 + digit);
    }
    return digit >= 0;
}

/* Escape ends what came last; where there is nothing, it leads one step out of what is on show. */
static bool escape(Shell *shell)
{
    static const int ENDS[] = {ACTION_CLOSE_NOTICE, ACTION_TOUR_LEAVE, ACTION_PRESENT_END};
    for (size_t i = 0; i < sizeof ENDS / sizeof ENDS[0]; i++) {
        if (action_can(shell, ENDS[i])) {
            action_do(shell, ENDS[i]);
            return true;
        }
    }
    const PaneSeat *seat = seat_shown(shell);
    return seat->pane->out && seat->pane->out(seat->self);
}

/* The tour goes on with the same keys whatever has the keyboard. */
static bool tour_key(Shell *shell, const SDL_Keysym *key)
{
    int action = action_of_key(key->sym, key->mod);
    bool turns = shell->card.up && (action == ACTION_TOUR_NEXT || action == ACTION_TOUR_BACK);
    if (turns) {
        action_do(shell, action);
    }
    return turns;
}

/* A key while nothing lies over the window, or a menu at most. */
static bool window_key(Shell *shell, const SDL_Keysym *key)
{
    if (shell->menu.open && !(key->mod & KMOD_ALT)) {
        action_do(shell, menu_key(&shell->menu_bar, &shell->menu, key->sym));
        return true;
    }
    if (menu_opened(shell, key) || tour_key(shell, key) || widget_key(shell, key) ||
        label_key(shell, key)) {
        return true;
    }
    if (key->sym == SDLK_ESCAPE) {
        return escape(shell);
    }
    int action = action_of_key(key->sym, key->mod);
    action_do(shell, action);
    shell->focus_shown |= action == ACTION_VIEW_TOUR && card_shows(shell); /* Enter goes on */
    return action != ACTION_NONE;
}

/* True where the press, read like that, means something. */
static bool reading_key(Shell *shell, const SDL_Keysym *key)
{
    if (shell->dialog == DIALOG_NONE) {
        return window_key(shell, key);
    }
    if (leave_shows(shell)) {
        return widget_key(shell, key) || leave_key(shell, key);
    }
    if (!panel_shows(shell)) {
        return page_key(shell, key->sym);
    }
    return widget_key(shell, key) || label_key(shell, key) || panel_key(shell, key);
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
static bool is_alt_alone(const Shell *shell, const SDL_KeyboardEvent *event)
{
    bool came_with_it = shell->focused_ms && event->timestamp - shell->focused_ms < FOCUS_KEYS_MS;
    return event->keysym.sym == SDLK_LALT && !event->repeat && !shell->button && !came_with_it &&
           !(event->keysym.mod & (KMOD_CTRL | KMOD_SHIFT | KMOD_RALT | KMOD_GUI | KMOD_MODE));
}

/* Whether a name is being typed: the keys are its characters. */
static bool types(const Shell *shell)
{
    return shell->dialog == DIALOG_FILES || networks_types(shell);
}

static void type_key(Shell *shell, const SDL_KeyboardEvent *event)
{
    if (shell->dialog == DIALOG_FILES) {
        choose_key(shell, event);
    } else {
        networks_key(shell, event->keysym.sym);
    }
}

static void key_down(Shell *shell, const SDL_KeyboardEvent *event)
{
    SDL_Keysym reading[KEYBOARD_READINGS];
    shell->alt_alone = is_alt_alone(shell, event);
    if (types(shell)) {
        shell->redraw = true;
        type_key(shell, event);
        return;
    }
    bool latin = SDL_GetScancodeFromKey(SDLK_a) != SDL_SCANCODE_UNKNOWN;
    int readings = keyboard_read(&event->keysym, typed_with(event->keysym.sym), latin, reading);
    for (int i = 0; i < readings && (!event->repeat || may_repeat(shell, &reading[i])); i++) {
        shell->redraw = true;
        if (reading_key(shell, &reading[i])) {
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

static void key_up(Shell *shell, const SDL_KeyboardEvent *event)
{
    if (!types(shell)) {
        end_text(event);
    }
    bool alt = event->keysym.sym == SDLK_LALT && shell->alt_alone && !focus_goes();
    shell->alt_alone = false;
    if (alt && shell->dialog == DIALOG_NONE) {
        if (shell->menu.open) {
            shell->menu.open = false;
        } else {
            hold_release(shell);
            widgets_open_menu(shell, 0, true);
        }
        shell->redraw = true;
    }
}

void keys_handle(Shell *shell, const SDL_Event *event)
{
    if (event->type == SDL_KEYDOWN) {
        key_down(shell, &event->key);
    } else if (event->type == SDL_KEYUP) {
        key_up(shell, &event->key);
    } else if (shell->dialog == DIALOG_FILES) {
        choose_type(shell, event->text.text);
    } else if (types(shell)) {
        files_type(&shell->files, event->text.text);
        shell->redraw = true;
    }
}

void keys_note(Shell *shell, const SDL_Event *event)
{
    bool key = event->type == SDL_KEYDOWN || event->type == SDL_KEYUP;
    bool window = event->type == SDL_WINDOWEVENT;
    bool drawn = window && event->window.event == SDL_WINDOWEVENT_EXPOSED;
    if (window && event->window.event == SDL_WINDOWEVENT_FOCUS_GAINED) {
        shell->focused_ms = SDL_max(event->window.timestamp, 1);
    }
    if (!key && !drawn && event->type != SDL_TEXTINPUT && event->type < SDL_USEREVENT) {
        shell->alt_alone = false;
    }
}

int keys_watch(void *shell, SDL_Event *event)
{
    bool down = event->type == SDL_KEYDOWN && !types(shell);
    if (down && (event->key.keysym.mod & CHANGES_SIGN) && !SDL_IsTextInputActive()) {
        SDL_StartTextInput();
    }
    return 0;
}
