/* Everything a person can make the program do. */
#include "app/actions.h"

#include <assert.h>
#include <stdio.h>

#include "app/action_table.h"
#include "app/tell.h"
#include "app/view.h"

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

static bool *switch_of(App *app, const Action *row)
{
    return (bool *)((char *)app + row->turns);
}

bool app_can(const App *app, int action)
{
    const Action *row = row_of(action);
    if (action >= VIEW_FIRST_ACTION) {
        return view_can(app, action);
    }
    return row && (!row->can || row->can(app)) && (!row->can_lab || row->can_lab(&app->lab));
}

static void run(App *app, const Action *row)
{
    if (row->turns) {
        *switch_of(app, row) = !*switch_of(app, row);
    }
    if (row->run) {
        row->run(app);
    } else if (row->run_with) {
        row->run_with(app, row->with);
    } else if (row->run_lab) {
        row->run_lab(&app->lab);
    }
}

void app_do(App *app, int action)
{
    if (!app_can(app, action)) {
        return;
    }
    if (action >= VIEW_FIRST_ACTION) {
        view_run(app, action);
    } else {
        run(app, row_of(action));
    }
    tell_news(app);
    app->redraw = true;
}

const char *app_label(const App *app, int action)
{
    const Action *row = row_of(action);
    if (action >= VIEW_FIRST_ACTION) {
        return view_label(app, action);
    }
    const char *now = row && row->label_now ? row->label_now(app) : NULL;
    return now ? now : row ? row->label : "";
}

bool app_chosen(const App *app, int action)
{
    const Action *row = row_of(action);
    if (row && row->turns) {
        return *(const bool *)((const char *)app + row->turns);
    }
    return row && row->chosen && row->chosen(app, row->with);
}

bool app_repeats(int action)
{
    const Action *row = row_of(action);
    return row && row->repeats;
}

float app_slider(const App *app, int action)
{
    const Action *row = row_of(action);
    return action >= VIEW_FIRST_ACTION ? view_slider(app, action)
           : row && row->slider        ? row->slider(app)
                                       : 0.0f;
}

void app_slide(App *app, int action, float share)
{
    const Action *row = row_of(action);
    if (action >= VIEW_FIRST_ACTION) {
        view_slide(app, action, share);
    } else if (row && row->slide) {
        row->slide(app, share);
    }
    tell_news(app);
    app->redraw = true;
}

static const float SLIDER_STEP = 0.05f;

void app_slide_step(App *app, int action, bool more)
{
    const Action *row = row_of(action);
    if (action >= VIEW_FIRST_ACTION) {
        app_slide(app, action, app_slider(app, action) + (more ? SLIDER_STEP : -SLIDER_STEP));
    } else if (row) {
        app_do(app, (int)(more ? row->more : row->less));
    }
}

/* Which of Ctrl, Shift and Alt a key came with; Command counts as Ctrl. */
static Uint16 modifiers(Uint16 mod)
{
    return (Uint16)((mod & (KMOD_CTRL | KMOD_GUI) ? KMOD_CTRL : 0) |
                    (mod & KMOD_SHIFT ? KMOD_SHIFT : 0) | (mod & KMOD_ALT ? KMOD_ALT : 0));
}

int app_action_of_key(SDL_Keycode key, Uint16 mod)
{
    Uint16 held = modifiers(mod);
    if (held == KMOD_SHIFT) {
        held = 0; /* P is p */
    }
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

static void print_shortcut(const Action *action, char *text, size_t room)
{
    bool bare = action->mod == 0; /* a dot alone would hardly be seen */
    const char *name = bare && action->key == SDLK_COMMA    ? "Comma"
                       : bare && action->key == SDLK_PERIOD ? "Full stop"
                       : action->key == SDLK_PLUS           ? "+"
                       : action->key == SDLK_MINUS          ? "-"
                       : action->key == SDLK_PERIOD         ? "."
                                                            : SDL_GetKeyName(action->key);
    snprintf(text, room, "%s%s%s", action->mod & KMOD_CTRL ? "Ctrl+" : "",
             action->mod & KMOD_SHIFT ? "Shift+" : "", action->key ? name : "");
}

void app_menus(const App *app, MenuBar *bar)
{
    static const char *const TITLE[] = {"File", "Edit", "View", "Network", "Data", "Help"};
    bar->menus = IN_HELP;
    for (int i = 0; i < bar->menus; i++) {
        bar->menu[i].title = TITLE[i];
        bar->menu[i].items = 0;
    }
    for (int i = 0; i < ACTION_ROWS; i++) {
        const Action *action = &ACTION_TABLE[i];
        if (action->menu == IN_NO_MENU) {
            continue;
        }
        Menu *menu = &bar->menu[action->menu - IN_FILE];
        assert(menu->items < MENU_MAX_ITEMS);
        MenuItem *item = &menu->item[menu->items++];
        *item = (MenuItem){
            .label = app_label(app, (int)action->id),
            .action = (int)action->id,
            .enabled = app_can(app, (int)action->id),
            .checked = app_chosen(app, (int)action->id),
            .rule_above = action->rule_above,
        };
        print_shortcut(action, item->shortcut, sizeof item->shortcut);
    }
}

int app_key_rows(DialogRow *row, int max, char (*keys)[24])
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
