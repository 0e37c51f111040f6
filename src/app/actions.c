/* Everything a person can make the program do. */
#include "app/actions.h"

#include <assert.h>
#include <stdio.h>

#include "app/action_table.h"
#include "app/album.h"
#include "app/leave.h"
#include "app/outgoing.h"
#include "app/panel.h"
#include "app/pointer.h"
#include "app/settings.h"
#include "app/tour.h"
#include "app/tour_steps.h"
#include "app/views.h"
#include "lab/mine.h"
#include "lab/moment.h"
#include "lab/scrub.h"
#include "lab/weights.h"

static const Action *find(int id)
{
    for (int i = 0; i < ACTION_ROWS; i++) {
        if ((int)ACTION_TABLE[i].id == id) {
            return &ACTION_TABLE[i];
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
    return app->dialog == DIALOG_NONE
               ? !app->lab.exhibit.shown && !drawing_is_empty(&app->lab.drawing)
               : album_can(app, ACTION_LABEL_0);
}

static void run_label(App *app, int label)
{
    if (app->dialog == DIALOG_MINE) {
        album_relabel(app, label);
    } else {
        pointer_release(app);
        mine_label(&app->lab, label);
    }
}

static bool is_export(int action)
{
    return action >= ACTION_EXPORT && action <= ACTION_EXPORT_DRAWING;
}

/* Whether there is something to save. */
static bool can_export(const App *app, int action)
{
    switch (action) {
    case ACTION_EXPORT:
        return app->lab.mine.own.digits.digits > 0;
    case ACTION_EXPORT_TABLE:
        return outgoing_has_table(app);
    case ACTION_EXPORT_DRAWING:
        return !raster_is_blank(&app->lab.sheet);
    default:
        return true;
    }
}

static bool can_in_panel(const App *app, int action)
{
    switch (action) {
    case ACTION_RENEW:
        return panel_shows(app) && app->dialog != DIALOG_MINE;
    case ACTION_CLOSE_PANEL:
        return panel_shows(app);
    default:
        return album_can(app, action);
    }
}

/* An action of the table. */
static bool can_run(const App *app, int action)
{
    switch (action) {
    case ACTION_UNDO:
        return lab_can_undo(&app->lab);
    case ACTION_REDO:
        return lab_can_redo(&app->lab);
    case ACTION_CLEAR:
        return lab_can_clear(&app->lab);
    case ACTION_UNDO_WEIGHTS:
        return weights_can_undo(&app->lab);
    case ACTION_GET_MNIST:
        return !app->lab.mnist_found;
    case ACTION_STEP:
        return app->lab.stats.phase != TRAIN_RUNNING;
    case ACTION_STOP:
        return app->lab.stats.phase != TRAIN_IDLE;
    case ACTION_RESUME_FRAME:
    case ACTION_LIVE:
    case ACTION_FRAME_FORWARD:
        return moment_frame(&app->lab) >= 0;
    case ACTION_FRAME_BACK:
        return scrub_can(&app->lab) && moment_frame(&app->lab) != 0;
    case ACTION_PREVIOUS:
        return app->lab.previous.net.block != NULL;
    case ACTION_CLOSE_NOTICE:
        return *app->notice.text != 0;
    case ACTION_PRESENT_END:
        return app->presenting;
    default:
        return find(action) != NULL;
    }
}

bool app_can(const App *app, int action)
{
    if (is_label(action)) {
        return can_label(app);
    }
    if (is_export(action)) {
        return can_export(app, action);
    }
    if (action >= ACTION_RENEW && action <= ACTION_CLOSE_PANEL) {
        return can_in_panel(app, action);
    }
    if (action >= ACTION_LEAVE_AGAIN && action <= ACTION_LEAVE_BACK) {
        return leave_shows(app);
    }
    if (action >= ACTION_TOUR_NEXT && action <= ACTION_TOUR_LEAVE) {
        return tour_can(app, action);
    }
    return action >= VIEW_FIRST_ACTION ? views_can(app, action) : can_run(app, action);
}

void app_do(App *app, int action)
{
    if (!app_can(app, action)) {
        return;
    }
    if (is_label(action)) {
        run_label(app, action - ACTION_LABEL_0);
    } else if (action >= VIEW_FIRST_ACTION) {
        views_run(app, action);
    } else {
        const Action *row = find(action);
        if (row->run) {
            row->run(app);
        } else {
            row->run_lab(&app->lab);
        }
    }
    app_hear(app);
    app->redraw = true;
}

const char *app_label(const App *app, int action)
{
    if (action == ACTION_TRAIN && app->lab.stats.phase != TRAIN_IDLE) {
        return app->lab.stats.phase == TRAIN_RUNNING ? "Pause" : "Resume";
    }
    if (action == ACTION_GET_MNIST && app->lab.fetch) {
        return "Cancel the download";
    }
    if (action == ACTION_DATA_MNIST && app->lab.mix.other) {
        return "Train on other data";
    }
    if (is_label(action)) {
        static const char *const DIGIT[] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
        return DIGIT[action - ACTION_LABEL_0];
    }
    if (action >= VIEW_FIRST_ACTION) {
        return views_label(app, action);
    }
    if (action == ACTION_TOUR_NEXT && app->lab.settings.tour_step + 1 == tour_steps()) {
        return "Finish";
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
    if (held == KMOD_SHIFT) {
        held = 0; /* P is p */
    }
    for (int i = 0; i < ACTION_ROWS; i++) {
        if (ACTION_TABLE[i].key == key && key && ACTION_TABLE[i].mod == held) {
            return (int)ACTION_TABLE[i].id;
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
    bar->menus = IN_NO_MENU;
    for (int i = 0; i < bar->menus; i++) {
        bar->menu[i].title = TITLE[i];
        bar->menu[i].items = 0;
    }
    for (int i = 0; i < ACTION_ROWS; i++) {
        const Action *action = &ACTION_TABLE[i];
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
    for (int i = 0; i < ACTION_ROWS && rows < max; i++) {
        if (ACTION_TABLE[i].key && ACTION_TABLE[i].menu != IN_NO_MENU) {
            print_shortcut(&ACTION_TABLE[i], keys[rows], sizeof keys[rows]);
            row[rows] = (DialogRow){keys[rows], ACTION_TABLE[i].label};
            rows++;
        }
    }
    return rows;
}
