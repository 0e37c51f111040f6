/* Everything a person can make the program do. */
#include "shell/action.h"

#include <assert.h>
#include <stdio.h>

#include "shell/action_table.h"
#include "shell/seat.h"
#include "shell/tell.h"

/* The row of an action; NULL where it has none. */
static const Action *row_of(int id)
{
    for (int i = 0; i < ACTION_ROWS; i++) {
        if ((int)ACTION_TABLE[i].id == id) {
            return &ACTION_TABLE[i];
        }
    }
    return NULL;
}

static bool *switch_of(const Shell *shell, const Action *row)
{
    return (bool *)((char *)shell->lab + row->turns);
}

bool action_can(const Shell *shell, int action)
{
    const Action *row = row_of(action);
    if (action >= VIEW_FIRST_ACTION) {
        return seat_can(shell, action);
    }
    return row && (!row->can || row->can(shell)) && (!row->can_lab || row->can_lab(shell->lab));
}

static void run(Shell *shell, const Action *row)
{
    if (row->turns) {
        *switch_of(shell, row) = !*switch_of(shell, row);
    }
    if (row->run) {
        row->run(shell);
    } else if (row->run_with) {
        row->run_with(shell, row->with);
    } else if (row->run_lab) {
        row->run_lab(shell->lab);
    } else if (row->run_lab_with) {
        row->run_lab_with(shell->lab, row->with);
    }
}

void action_do(Shell *shell, int action)
{
    if (!action_can(shell, action)) {
        return;
    }
    if (action >= VIEW_FIRST_ACTION) {
        seat_run(shell, action);
    } else {
        run(shell, row_of(action));
    }
    tell_news(shell);
    shell->redraw = true;
}

const char *action_label(const Shell *shell, int action)
{
    const Action *row = row_of(action);
    if (action >= VIEW_FIRST_ACTION) {
        return seat_label(shell, action);
    }
    const char *now = row && row->label_now    ? row->label_now(shell)
                      : row && row->label_with ? row->label_with(shell, row->with)
                                               : NULL;
    return now ? now : row ? row->label : "";
}

bool action_chosen(const Shell *shell, int action)
{
    const Action *row = row_of(action);
    if (row && row->turns) {
        return *switch_of(shell, row);
    }
    return row && ((row->chosen && row->chosen(shell, row->with)) ||
                   (row->chosen_lab && row->chosen_lab(shell->lab, row->with)));
}

bool action_repeats(int action)
{
    const Action *row = row_of(action);
    return row && row->repeats;
}

float action_slider(const Shell *shell, int action)
{
    const Action *row = row_of(action);
    return action >= VIEW_FIRST_ACTION ? seat_slider(shell, action)
           : row && row->slider        ? row->slider(shell->lab)
                                       : 0.0f;
}

void action_slide(Shell *shell, int action, float share)
{
    const Action *row = row_of(action);
    if (action >= VIEW_FIRST_ACTION) {
        seat_slide(shell, action, share);
    } else if (row && row->slide) {
        row->slide(shell->lab, share);
    }
    tell_news(shell);
    shell->redraw = true;
}

static const float SLIDER_STEP = 0.05f;

void action_slide_step(Shell *shell, int action, bool more)
{
    const Action *row = row_of(action);
    if (action >= VIEW_FIRST_ACTION) {
        action_slide(shell, action,
                     action_slider(shell, action) + (more ? SLIDER_STEP : -SLIDER_STEP));
    } else if (row) {
        action_do(shell, (int)(more ? row->more : row->less));
    }
}

/* Which of Ctrl, Shift and Alt a key came with; Command counts as Ctrl. */
static Uint16 modifiers(Uint16 mod)
{
    return (Uint16)((mod & (KMOD_CTRL | KMOD_GUI) ? KMOD_CTRL : 0) |
                    (mod & KMOD_SHIFT ? KMOD_SHIFT : 0) | (mod & KMOD_ALT ? KMOD_ALT : 0));
}

static int action_of(SDL_Keycode key, Uint16 held)
{
    for (int i = 0; i < ACTION_ROWS && key; i++) {
        if (ACTION_TABLE[i].key == key && ACTION_TABLE[i].mod == held) {
            return (int)ACTION_TABLE[i].id;
        }
    }
    for (int i = 0; i < ACTION_KEYS_MORE; i++) {
        if (ACTION_KEY[i].key == key && ACTION_KEY[i].mod == held) {
            return (int)ACTION_KEY[i].id;
        }
    }
    return ACTION_NONE;
}

int action_of_key(SDL_Keycode key, Uint16 mod)
{
    Uint16 held = modifiers(mod);
    int action = action_of(key, held);
    return action == ACTION_NONE && held == KMOD_SHIFT ? action_of(key, 0) : action; /* P is p */
}

static void print_shortcut(const Action *action, char *text, size_t room)
{
    bool bare = action->mod == 0; /* a dot alone would hardly be seen */
    const char *name = bare && action->key == SDLK_COMMA    ? "Comma"
                       : bare && action->key == SDLK_PERIOD ? "Full stop"
                       : action->key == SDLK_PLUS           ? "+"
                       : action->key == SDLK_MINUS          ? "-"
                       : action->key == SDLK_PERIOD         ? "."
                       : action->key == SDLK_PAGEUP         ? "PgUp"
                       : action->key == SDLK_PAGEDOWN       ? "PgDn"
                                                            : SDL_GetKeyName(action->key);
    snprintf(text, room, "%s%s%s", action->mod & KMOD_CTRL ? "Ctrl+" : "",
             action->mod & KMOD_SHIFT ? "Shift+" : "", action->key ? name : "");
}

static void add_item(const Shell *shell, const Action *action, MenuBar *bar)
{
    Menu *menu = &bar->menu[action->menu - IN_FILE];
    assert(menu->items < MENU_MAX_ITEMS);
    MenuItem *item = &menu->item[menu->items];
    *item = (MenuItem){
        .label = action_label(shell, (int)action->id),
        .action = (int)action->id,
        .enabled = action_can(shell, (int)action->id),
        .checked = action_chosen(shell, (int)action->id),
        .rule_above = action->rule_above,
    };
    print_shortcut(action, item->shortcut, sizeof item->shortcut);
    if (action->opens != IN_NO_MENU) {
        item->opens = (int)action->opens - IN_FILE;
        bar->menu[item->opens].beside = (int)action->menu - IN_FILE;
        bar->menu[item->opens].beside_item = menu->items;
    }
    menu->items++;
}

void action_menus(const Shell *shell, MenuBar *bar)
{
    static const char *const TITLE[] = {"File", "Edit", "View", "Network", "Data", "Help", ""};
    bar->menus = IN_HELP;
    bar->all = IN_RECENT;
    for (int i = 0; i < bar->all; i++) {
        bar->menu[i].title = TITLE[i];
        bar->menu[i].items = 0;
    }
    for (int i = 0; i < ACTION_ROWS; i++) {
        const Action *action = &ACTION_TABLE[i];
        bool named = !action->label_with || *action->label_with(shell, action->with);
        if (action->menu != IN_NO_MENU && named) {
            add_item(shell, action, bar);
        }
    }
}

int action_key_rows(DialogRow *row, int max, char (*keys)[24])
{
    int rows = 0;
    for (int i = 0; i < ACTION_ROWS && rows < max; i++) {
        if (ACTION_TABLE[i].key && ACTION_TABLE[i].menu != IN_NO_MENU) {
            print_shortcut(&ACTION_TABLE[i], keys[rows], sizeof keys[rows]);
            row[rows] = (DialogRow){keys[rows], ACTION_TABLE[i].label};
            rows++;
        }
    }
    return rows;
}
