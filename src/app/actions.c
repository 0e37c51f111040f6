/* Everything a person can make the program do: one table for menus, keys, buttons and toggles. */
#include "app/actions.h"

#include <assert.h>
#include <stdio.h>

#include "app/album.h"
#include "app/choose.h"
#include "app/mine.h"
#include "app/models.h"
#include "app/panel.h"
#include "app/pointer.h"
#include "app/settings.h"
#include "app/supply.h"
#include "app/training.h"

typedef enum MenuName { IN_FILE, IN_EDIT, IN_VIEW, IN_NETWORK, IN_HELP, IN_NO_MENU } MenuName;

typedef struct Action {
    ActionId id;
    MenuName menu;
    bool rule_above;
    const char *label;
    SDL_Keycode key;
    Uint16 mod; /* KMOD_CTRL, KMOD_SHIFT */
    void (*run)(App *app);
} Action;

static void drawing_changed(App *app)
{
    app->inked.all = true;
    app->answer_stale = true;
}

static void run_open(App *app)
{
    choose_begin(app, FILES_OPEN);
}

static void run_save_as(App *app)
{
    choose_begin(app, FILES_SAVE);
}

static void run_save(App *app)
{
    Err err;
    if (!*app->model.path.text) {
        run_save_as(app);
        return;
    }
    char path[PATH_TEXT_MAX];
    snprintf(path, sizeof path, "%s", app->model.path.text);
    app_tell_unless(app, models_save(app, path, &err), &err);
}

static void run_quit(App *app)
{
    app->quit = true;
}

static void run_undo(App *app)
{
    if (mine_can_take_back(app)) {
        mine_take_back(app);
    } else {
        drawing_undo(&app->drawing);
        drawing_changed(app);
        mine_find(app);
    }
}

static void run_redo(App *app)
{
    drawing_redo(&app->drawing);
    drawing_changed(app);
    mine_find(app);
}

static void run_clear(App *app)
{
    Err err;
    app_tell_unless(app, drawing_clear(&app->drawing, &err), &err);
    drawing_changed(app);
}

static void new_network(App *app, const char *hidden)
{
    Err err;
    NetShape shape;
    app_tell_unless(app, net_shape_parse(hidden, &shape, &err) && models_new(app, &shape, &err),
                    &err);
}

static void run_new_small(App *app)
{
    new_network(app, "16,16");
}

static void run_new_large(App *app)
{
    new_network(app, "128,64");
}

static void run_default_network(App *app)
{
    Err err;
    app_tell_unless(app, models_open_shipped(app, SHIPPED_DEFAULT, &err), &err);
}

static void run_large_network(App *app)
{
    Err err;
    app_tell_unless(app, models_open_shipped(app, SHIPPED_LARGE, &err), &err);
}

static void run_keys(App *app)
{
    pointer_release(app);
    app->dialog = DIALOG_KEYS;
}

static void run_about(App *app)
{
    pointer_release(app);
    app->dialog = DIALOG_ABOUT;
}

static void run_export(App *app)
{
    choose_begin(app, FILES_EXPORT);
}

static void run_mine(App *app)
{
    panel_open(app, DIALOG_MINE);
}

static void run_strokes(App *app)
{
    panel_open(app, DIALOG_STROKES);
}

static void run_augmented(App *app)
{
    panel_open(app, DIALOG_AUGMENTED);
}

static void run_close_notice(App *app)
{
    app->notice = (Notice){0};
}

#define CTRL KMOD_CTRL
#define SHIFT KMOD_SHIFT

/* In the order of the menus. Rows without a menu are second keys, and buttons. */
static const Action ACTION[] = {
    {ACTION_OPEN, IN_FILE, false, "Open network…", SDLK_o, CTRL, run_open},
    {ACTION_SAVE, IN_FILE, false, "Save network", SDLK_s, CTRL, run_save},
    {ACTION_SAVE_AS, IN_FILE, false, "Save network as…", SDLK_s, CTRL | SHIFT, run_save_as},
    {ACTION_EXPORT, IN_FILE, true, "Export my digits…", SDLK_e, CTRL, run_export},
    {ACTION_GET_MNIST, IN_FILE, true, "Get MNIST", SDLK_m, CTRL, supply_fetch},
    {ACTION_QUIT, IN_FILE, true, "Quit", SDLK_q, CTRL, run_quit},
    {ACTION_UNDO, IN_EDIT, false, "Undo", SDLK_z, CTRL, run_undo},
    {ACTION_REDO, IN_EDIT, false, "Redo", SDLK_z, CTRL | SHIFT, run_redo},
    {ACTION_CLEAR, IN_EDIT, false, "Clear", SDLK_DELETE, 0, run_clear},
    {ACTION_PEN, IN_EDIT, true, "Pen", SDLK_p, 0, settings_pen},
    {ACTION_ERASER, IN_EDIT, false, "Eraser", SDLK_e, 0, settings_eraser},
    {ACTION_THINNER, IN_EDIT, false, "Thinner brush", SDLK_LEFTBRACKET, 0, settings_thinner},
    {ACTION_THICKER, IN_EDIT, false, "Thicker brush", SDLK_RIGHTBRACKET, 0, settings_thicker},
    {ACTION_FIT, IN_VIEW, false, "Fit and centre", SDLK_f, 0, settings_fit},
    {ACTION_STRAIGHTEN, IN_VIEW, false, "Straighten", SDLK_g, 0, settings_straighten},
    {ACTION_MINE, IN_VIEW, true, "My digits…", SDLK_F2, 0, run_mine},
    {ACTION_STROKES, IN_VIEW, false, "Built-in strokes…", SDLK_F3, 0, run_strokes},
    {ACTION_AUGMENTED, IN_VIEW, false, "Augmented samples…", SDLK_F4, 0, run_augmented},
    {ACTION_DARK, IN_VIEW, true, "Dark theme", SDLK_d, CTRL, settings_dark},
    {ACTION_LARGER, IN_VIEW, true, "Larger", SDLK_PLUS, CTRL, settings_larger},
    {ACTION_SMALLER, IN_VIEW, false, "Smaller", SDLK_MINUS, CTRL, settings_smaller},
    {ACTION_NORMAL_SIZE, IN_VIEW, false, "Normal size", SDLK_0, CTRL, settings_normal_size},
    {ACTION_FULL_SCREEN, IN_VIEW, true, "Full screen", SDLK_F11, 0, settings_full_screen},
    {ACTION_TRAIN, IN_NETWORK, false, "Train", SDLK_t, CTRL, training_toggle},
    {ACTION_STEP, IN_NETWORK, false, "Step", SDLK_t, CTRL | SHIFT, training_step},
    {ACTION_STOP, IN_NETWORK, false, "Stop", SDLK_PERIOD, CTRL, training_stop},
    {ACTION_RESET, IN_NETWORK, false, "Reset", SDLK_r, CTRL, training_reset},
    {ACTION_TRAIN_FURTHER, IN_NETWORK, false, "Train this network further", SDLK_r, CTRL | SHIFT,
     training_further},
    {ACTION_SLOWER, IN_NETWORK, true, "Slower", SDLK_COMMA, 0, settings_slower},
    {ACTION_FASTER, IN_NETWORK, false, "Faster", SDLK_PERIOD, 0, settings_faster},
    {ACTION_COST_CROSS_ENTROPY, IN_NETWORK, true, "Cost: cross-entropy", SDLK_1, CTRL,
     settings_cross_entropy},
    {ACTION_COST_SQUARED, IN_NETWORK, false, "Cost: squared error", SDLK_2, CTRL, settings_squared},
    {ACTION_DATA_MNIST, IN_NETWORK, true, "Data: MNIST", SDLK_3, CTRL, settings_data_mnist},
    {ACTION_DATA_STROKES, IN_NETWORK, false, "Data: built-in strokes", SDLK_4, CTRL,
     settings_data_strokes},
    {ACTION_DATA_OWN, IN_NETWORK, false, "Data: my digits", SDLK_5, CTRL, settings_data_own},
    {ACTION_AUGMENT, IN_NETWORK, false, "Augmentation", SDLK_6, CTRL, settings_augment},
    {ACTION_DEFAULT_NETWORK, IN_NETWORK, true, "Default network", SDLK_b, CTRL | SHIFT,
     run_default_network},
    {ACTION_LARGE_NETWORK, IN_NETWORK, false, "Large network", SDLK_l, CTRL | SHIFT,
     run_large_network},
    {ACTION_NEW_SMALL, IN_NETWORK, false, "New 784-16-16-10", SDLK_n, CTRL, run_new_small},
    {ACTION_NEW_LARGE, IN_NETWORK, false, "New 784-128-64-10", SDLK_n, CTRL | SHIFT, run_new_large},
    {ACTION_PREVIOUS, IN_NETWORK, false, "Previous network", SDLK_b, CTRL, models_swap},
    {ACTION_KEYS, IN_HELP, false, "Keys and mouse", SDLK_F1, 0, run_keys},
    {ACTION_ABOUT, IN_HELP, false, "About Inkling", SDLK_F1, CTRL, run_about},
    {ACTION_REDO, IN_NO_MENU, false, "Redo", SDLK_y, CTRL, run_redo},
    {ACTION_LARGER, IN_NO_MENU, false, "Larger", SDLK_EQUALS, CTRL, settings_larger},
    {ACTION_LARGER, IN_NO_MENU, false, "Larger", SDLK_PLUS, CTRL | SHIFT, settings_larger},
    {ACTION_LARGER, IN_NO_MENU, false, "Larger", SDLK_EQUALS, CTRL | SHIFT, settings_larger},
    {ACTION_LARGER, IN_NO_MENU, false, "Larger", SDLK_KP_PLUS, CTRL, settings_larger},
    {ACTION_SMALLER, IN_NO_MENU, false, "Smaller", SDLK_KP_MINUS, CTRL, settings_smaller},
    {ACTION_CLOSE_NOTICE, IN_NO_MENU, false, "Close", SDLK_ESCAPE, 0, run_close_notice},
    {ACTION_RENEW, IN_NO_MENU, false, "New ones", 0, 0, panel_renew},
    {ACTION_MISREAD, IN_NO_MENU, false, "Misread only", 0, 0, album_misread},
    {ACTION_TO_SHEET, IN_NO_MENU, false, "Put on the sheet", 0, 0, album_to_sheet},
    {ACTION_DELETE_DIGIT, IN_NO_MENU, false, "Delete", 0, 0, album_delete},
    {ACTION_UNDO_DIGIT, IN_NO_MENU, false, "Undo", 0, 0, album_undo},
    {ACTION_CLOSE_PANEL, IN_NO_MENU, false, "Close", 0, 0, panel_close},
};

enum { ACTIONS = sizeof ACTION / sizeof ACTION[0] };

static const Action *find(int id)
{
    for (int i = 0; i < ACTIONS; i++) {
        if ((int)ACTION[i].id == id) {
            return &ACTION[i];
        }
    }
    return NULL;
}

static bool is_label(int action)
{
    return action >= ACTION_LABEL_0 && action <= ACTION_LABEL_9;
}

/* Say what the drawing was meant to be, or in the panel the digit that is marked. */
static bool can_label(const App *app)
{
    return app->dialog == DIALOG_NONE ? !drawing_is_empty(&app->drawing)
                                      : album_can(app, ACTION_LABEL_0);
}

static void run_label(App *app, int label)
{
    if (app->dialog == DIALOG_MINE) {
        album_relabel(app, label);
    } else {
        mine_label(app, label);
    }
}

bool app_can(const App *app, int action)
{
    if (is_label(action)) {
        return can_label(app);
    }
    switch (action) {
    case ACTION_UNDO:
        return mine_can_take_back(app) || drawing_can_undo(&app->drawing);
    case ACTION_REDO:
        return drawing_can_redo(&app->drawing);
    case ACTION_CLEAR:
        return !drawing_is_empty(&app->drawing);
    case ACTION_GET_MNIST:
        return !app->mnist_found;
    case ACTION_STEP:
        return app->stats.phase != TRAIN_RUNNING;
    case ACTION_STOP:
        return app->stats.phase != TRAIN_IDLE;
    case ACTION_PREVIOUS:
        return app->previous.net.block != NULL;
    case ACTION_CLOSE_NOTICE:
        return *app->notice.text != 0;
    case ACTION_EXPORT:
        return app->mine.own.digits.digits > 0;
    case ACTION_RENEW:
        return panel_shows(app) && app->dialog != DIALOG_MINE;
    case ACTION_CLOSE_PANEL:
        return panel_shows(app);
    case ACTION_MISREAD:
    case ACTION_TO_SHEET:
    case ACTION_DELETE_DIGIT:
    case ACTION_UNDO_DIGIT:
        return album_can(app, action);
    default:
        return find(action) != NULL;
    }
}

void app_do(App *app, int action)
{
    if (!app_can(app, action)) {
        return;
    }
    if (is_label(action)) {
        run_label(app, action - ACTION_LABEL_0);
    } else {
        find(action)->run(app);
    }
    app->redraw = true;
}

const char *app_label(const App *app, int action)
{
    if (action == ACTION_TRAIN && app->stats.phase != TRAIN_IDLE) {
        return app->stats.phase == TRAIN_RUNNING ? "Pause" : "Resume";
    }
    if (action == ACTION_GET_MNIST && app->fetch) {
        return "Cancel the download";
    }
    if (is_label(action)) {
        static const char *const DIGIT[] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
        return DIGIT[action - ACTION_LABEL_0];
    }
    const Action *found = find(action);
    return found ? found->label : "";
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
    if (held == SHIFT) {
        held = 0; /* P is p */
    }
    for (int i = 0; i < ACTIONS; i++) {
        if (ACTION[i].key == key && key && ACTION[i].mod == held) {
            return (int)ACTION[i].id;
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
    snprintf(text, room, "%s%s%s", action->mod & CTRL ? "Ctrl+" : "",
             action->mod & SHIFT ? "Shift+" : "", action->key ? name : "");
}

void app_menus(const App *app, MenuBar *bar)
{
    static const char *const TITLE[] = {"File", "Edit", "View", "Network", "Help"};
    bar->menus = IN_NO_MENU;
    for (int i = 0; i < bar->menus; i++) {
        bar->menu[i].title = TITLE[i];
        bar->menu[i].items = 0;
    }
    for (int i = 0; i < ACTIONS; i++) {
        const Action *action = &ACTION[i];
        if (action->menu == IN_NO_MENU) {
            continue;
        }
        Menu *menu = &bar->menu[action->menu];
        assert(menu->items < MENU_MAX_ITEMS);
        MenuItem *item = &menu->item[menu->items++];
        *item = (MenuItem){
            .label = app_label(app, (int)action->id),
            .action = (int)action->id,
            .enabled = app_can(app, (int)action->id),
            .checked = settings_chosen(app, (int)action->id),
            .rule_above = action->rule_above,
        };
        print_shortcut(action, item->shortcut, sizeof item->shortcut);
    }
}

int app_key_rows(DialogRow *row, int max, char (*keys)[24])
{
    int rows = 0;
    for (int i = 0; i < ACTIONS && rows < max; i++) {
        if (ACTION[i].key && ACTION[i].menu != IN_NO_MENU) {
            print_shortcut(&ACTION[i], keys[rows], sizeof keys[rows]);
            row[rows] = (DialogRow){keys[rows], ACTION[i].label};
            rows++;
        }
    }
    return rows;
}
