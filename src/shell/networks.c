/* The panel of networks. */
#include "shell/networks.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/number.h"
#include "lab/models.h"
#include "shell/action.h"
#include "shell/panel.h"
#include "shell/tell.h"
#include "shell/widgets.h"
#include "ui/row.h"

/* Places of cards that are no entry of the shelf; behind them those that ship, by Shipped. */
enum { ON_SHOW = -1, SHIPS = -2 };

static const char NOTE[] = "The one on show, those that were before, the newest first, and those "
                           "that ship: what each reads from your drawing.",
                  LOSES[] = "It is kept nowhere else: press Remove again to lose it.",
                  TAKES[] = "Press Remove again to take it off the shelf; its file stays.";

static const Model *model_at(const Shell *shell, int place)
{
    return place >= 0         ? &shell->lab->shelf.entry[place].model
           : place == ON_SHOW ? &shell->lab->model
                              : &shell->panel.networks.shipped[SHIPS - place];
}

/* Where the one that is marked stands. */
static int marked(const Shell *shell)
{
    return shell->panel.networks.place[shell->panel.wall.marked];
}

static const char *note_of(const Model *model, int place)
{
    if (place == ON_SHOW) {
        return model->starts ? "on show, every start" : "on show";
    }
    return model->starts ? "every start" : model->broken_off ? "broken off" : "";
}

/* When its last run began, in the person's time. */
static void print_time(const Model *model, char *text, size_t room)
{
    time_t at = (time_t)model->trained_s;
    const struct tm *local = model->trained_s == 0 ? NULL : localtime(&at);
    if (!local || strftime(text, room, ", %d %b %H:%M", local) == 0) {
        *text = 0;
    }
}

/* Those of one shape are told apart by their time. */
static void print_name(const Model *model, char *text, size_t room)
{
    bool named = *model->name || *model->path.text || model_shipped(model) != SHIPPED_NONE;
    model_print_name(model, text, room);
    if (!named) {
        size_t used = strlen(text);
        print_time(model, text + used, room - used);
    }
}

static bool add_card(Shell *shell, int place, Err *err)
{
    char right[NUMBER_TEXT];
    float outputs[NET_OUTPUTS];
    Panel *panel = &shell->panel;
    const Lab *lab = shell->lab;
    const Model *model = model_at(shell, place);
    NetCard *card = &panel->networks.card[panel->wall.tiles];
    *card = (NetCard){.net = &model->net};
    print_name(model, card->name, sizeof card->name);
    snprintf(card->note, sizeof card->note, "%s", note_of(model, place));
    snprintf(card->accuracy, sizeof card->accuracy, model->fresh ? "random weights" : "not tested");
    if (model->info.tested) {
        number_print_share(right, sizeof right, model->info.test_accuracy);
        snprintf(card->accuracy, sizeof card->accuracy, "test: %s", right);
        card->bad = shelf_has_better(&lab->shelf, model);
    }
    if (lab->has_ink) {
        if (!models_read(lab, model, outputs, err)) {
            return false;
        }
        chart_update(&card->reading, outputs);
    }
    panel->networks.place[panel->wall.tiles++] = place;
    return true;
}

/* One that ships, unless it has a card already. One that cannot be read has none. */
static bool add_shipped(Shell *shell, Shipped which, Err *err)
{
    Err ignored;
    Model *model = &shell->panel.networks.shipped[which];
    for (int i = 0; i < shell->panel.wall.tiles; i++) {
        if (model_shipped(model_at(shell, shell->panel.networks.place[i])) == which) {
            return true;
        }
    }
    return (!model->net.block && !model_load_shipped(model, which, &ignored)) ||
           add_card(shell, SHIPS - (int)which, err);
}

/* The same name again is counted, from the oldest on. */
static void tell_apart(Networks *networks, int cards)
{
    for (int i = 0; i < cards; i++) {
        int before = 0;
        NetCard *card = &networks->card[i];
        for (int older = i + 1; older < cards; older++) {
            before += strcmp(networks->card[older].name, card->name) == 0;
        }
        if (before > 0) {
            size_t used = strlen(card->name);
            snprintf(card->name + used, sizeof card->name - used, " (%d)", before + 1);
        }
    }
}

bool networks_fill(Shell *shell, Err *err)
{
    Panel *panel = &shell->panel;
    const Lab *lab = shell->lab;
    panel->wall = (Wall){.marked = SDL_max(panel->wall.marked, 0), .top = panel->wall.top};
    bool ok = add_card(shell, ON_SHOW, err);
    for (int i = 0; ok && i < lab->shelf.count; i++) {
        ok = model_is_same(&lab->shelf.entry[i].model, &lab->model) || add_card(shell, i, err);
    }
    for (int i = SHIPPED_NONE + 1; ok && i < SHIPPED_NETWORKS; i++) {
        ok = add_shipped(shell, (Shipped)i, err);
    }
    tell_apart(&panel->networks, panel->wall.tiles);
    panel->wall.marked = SDL_min(panel->wall.marked, panel->wall.tiles - 1);
    panel->networks.shelf_revision = lab->shelf.revision;
    panel->networks.answers = lab->answers;
    snprintf(panel->note_text, sizeof panel->note_text, "%s", NOTE);
    return ok;
}

static void end_name(Networks *networks)
{
    if (networks->named > 0) {
        SDL_StopTextInput();
    }
    networks->named = 0;
}

void networks_follow(Shell *shell)
{
    Err err;
    Networks *networks = &shell->panel.networks;
    if (networks->shelf_revision != shell->lab->shelf.revision ||
        networks->answers != shell->lab->answers) {
        tell_unless(shell, networks_fill(shell, &err), &err);
    }
    if (networks->asked != shell->panel.wall.marked + 1) {
        networks->asked = 0; /* another one was marked since */
    }
    if (networks->named != shell->panel.wall.marked + 1) {
        end_name(networks);
    }
}

void networks_add_widgets(Shell *shell, SDL_Rect foot)
{
    static const PanelButton BUTTON[] = {{ACTION_REMOVE_NETWORK, 84.0f},
                                         {ACTION_NAME_NETWORK, 84.0f},
                                         {ACTION_CHOOSE_NETWORK, 64.0f},
                                         {ACTION_CLOSE_PANEL, 64.0f}};
    bool starts = networks_shows(shell) && model_at(shell, marked(shell))->starts;
    widgets_add(shell, WIDGET_TOGGLE, ACTION_START_NETWORK,
                row_left(&foot, paint_px(shell->paint, 150.0f), 0), starts);
    panel_add_buttons(shell, foot, BUTTON, sizeof BUTTON / sizeof BUTTON[0]);
}

void networks_print_marked(const Shell *shell, char *text, size_t room)
{
    char shape[64], begun[48];
    const Model *model = model_at(shell, marked(shell));
    if (shell->panel.networks.asked > 0) {
        bool filed = model_shipped(model) != SHIPPED_NONE || (*model->path.text && !model->changed);
        snprintf(text, room, "%s", filed ? TAKES : LOSES);
        return;
    }
    net_shape_print(&model->net.shape, shape, sizeof shape);
    print_time(model, begun, sizeof begun);
    if (*model->info.data && model->info.epochs > 0) {
        snprintf(text, room, "%s, trained on %s, %d epoch%s%s.", shape, model->info.data,
                 model->info.epochs, model->info.epochs > 1 ? "s" : "", begun);
    } else {
        snprintf(text, room, "%s%s.", shape, begun);
    }
}

bool networks_shows(const Shell *shell)
{
    return shell->dialog == DIALOG_NETWORKS && shell->panel.wall.marked >= 0;
}

bool networks_can_remove(const Shell *shell)
{
    return networks_shows(shell) && marked(shell) >= 0;
}

bool networks_can_name(const Shell *shell)
{
    return networks_shows(shell) && marked(shell) >= ON_SHOW;
}

bool networks_types(const Shell *shell)
{
    return networks_shows(shell) && shell->panel.networks.named > 0;
}

void networks_name(Shell *shell)
{
    shell->panel.networks.named = shell->panel.wall.marked + 1;
    files_set_name(&shell->files, model_at(shell, marked(shell))->name);
    shell->files.focus = FILES_NAME;
    SDL_StartTextInput();
}

static void take_name(Shell *shell)
{
    char name[MODEL_NAME_MAX];
    SDL_utf8strlcpy(name, shell->files.name, sizeof name);
    models_name(shell->lab, marked(shell), name);
}

void networks_key(Shell *shell, SDL_Keycode key)
{
    bool taken = key == SDLK_RETURN || key == SDLK_KP_ENTER || key == SDLK_TAB;
    if (taken) {
        take_name(shell);
    }
    if (taken || key == SDLK_ESCAPE) {
        end_name(&shell->panel.networks);
    } else {
        files_edit(&shell->files, key);
    }
}

void networks_open(Shell *shell)
{
    Err err;
    int place = marked(shell);
    if (place >= 0) {
        models_choose(shell->lab, place);
    } else if (place != ON_SHOW) {
        bool ok = models_open_shipped(shell->lab, (Shipped)(SHIPS - place), &err);
        tell_unless(shell, ok, &err);
    }
    panel_close(shell);
}

void networks_start(Shell *shell)
{
    Err err;
    Lab *lab = shell->lab;
    int place = marked(shell);
    if (place >= ON_SHOW) {
        models_set_start(lab, place);
    } else if (shelf_keep(&lab->shelf, model_at(shell, place), &err)) {
        models_set_start(lab, 0);
    } else {
        tell_unless(shell, false, &err);
    }
}

void networks_remove(Shell *shell)
{
    Networks *networks = &shell->panel.networks;
    if (networks->asked == 0) {
        networks->asked = shell->panel.wall.marked + 1;
        return;
    }
    Model removed = shelf_take(&shell->lab->shelf, marked(shell));
    networks->asked = 0;
    model_free(&removed);
}

void networks_open_shipped(Shell *shell, int which)
{
    Err err;
    tell_unless(shell, models_open_shipped(shell->lab, (Shipped)which, &err), &err);
}

bool networks_shows_shipped(const Shell *shell, int which)
{
    return (int)model_shipped(&shell->lab->model) == which;
}

void networks_make(Shell *shell, int which)
{
    Err err;
    NetShape shape;
    bool ok = net_shape_parse(which == NETWORKS_LARGE ? "128,64" : "16,16", &shape, &err) &&
              models_new(shell->lab, &shape, &err);
    tell_unless(shell, ok, &err);
}
