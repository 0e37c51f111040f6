/* The panel over the window with a wall of images or of networks. */
#include "shell/panel.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "lab/mine.h"
#include "shell/action.h"
#include "shell/album.h"
#include "shell/hold.h"
#include "shell/networks.h"
#include "shell/samples.h"
#include "shell/tell.h"
#include "shell/widgets.h"
#include "ui/row.h"

/* Design pixels. */
enum { PANEL_W = 1240, PANEL_H = 780, PAD = 20, LINE_H = 22, BUTTON_H = 30, GAP = 8 };

static const struct {
    const char *title, *note;
    bool (*fill)(Shell *shell, Err *err);
    void (*add_widgets)(Shell *shell, SDL_Rect foot); /* in the place of the usual buttons */
    void (*print_marked)(const Shell *shell, char *text, size_t room); /* of its caption */
    void (*follow)(Shell *shell); /* what has changed meanwhile */
} KIND[] = {
    [DIALOG_MINE] = {"My digits", "", album_fill, album_add_widgets, album_print_marked,
                     album_recount},
    [DIALOG_STROKES] = {"Built-in strokes",
                        "Digits written by chance, in the forms that people learn in different "
                        "countries.",
                        samples_strokes, NULL, NULL, NULL},
    [DIALOG_AUGMENTED] = {"Augmented samples",
                          "The first of a row is as it is; the others are changed at random, as "
                          "training may do.",
                          samples_augmented, NULL, NULL, NULL},
    [DIALOG_NETWORKS] = {"Networks", "", networks_fill, networks_add_widgets, networks_print_marked,
                         networks_follow},
};

bool panel_shows(const Shell *shell)
{
    return shell->dialog == DIALOG_MINE || shell->dialog == DIALOG_STROKES ||
           shell->dialog == DIALOG_AUGMENTED || shell->dialog == DIALOG_NETWORKS;
}

static void fill(Shell *shell)
{
    Err err;
    tell_unless(shell, KIND[shell->dialog].fill(shell, &err), &err);
}

void panel_open(Shell *shell, DialogKind kind)
{
    hold_release(shell);
    panel_free(shell);
    shell->dialog = kind;
    shell->panel.places = (WallPlaces){.columns = 1, .rows = 1}; /* until it is placed */
    shell->panel.seed = 0;
    snprintf(shell->panel.note_text, sizeof shell->panel.note_text, "%s", KIND[kind].note);
    shell->focus = ACTION_WALL;
    if (kind == DIALOG_MINE) {
        mine_refresh(shell->lab);
    }
    fill(shell);
}

void panel_close(Shell *shell)
{
    panel_free(shell);
    shell->dialog = DIALOG_NONE;
    shell->focus = ACTION_SHEET;
}

static void free_networks(Networks *networks)
{
    if (networks->named > 0) {
        SDL_StopTextInput();
    }
    for (int i = 0; i < SHIPPED_NETWORKS; i++) {
        model_free(&networks->shipped[i]);
    }
}

void panel_free(Shell *shell)
{
    free(shell->panel.tile);
    free(shell->panel.image);
    free(shell->panel.digit);
    free_networks(&shell->panel.networks);
    shell->panel = (Panel){0};
}

bool panel_can_renew(const Shell *shell)
{
    return shell->dialog == DIALOG_STROKES || shell->dialog == DIALOG_AUGMENTED;
}

void panel_renew(Shell *shell)
{
    shell->panel.seed++;
    fill(shell);
}

void panel_add_buttons(Shell *shell, SDL_Rect foot, const PanelButton *button, int count)
{
    int gap = paint_px(shell->paint, GAP);
    SDL_Rect before = foot;
    for (int i = 0; i < count; i++) {
        row_right(&before, paint_px(shell->paint, button[i].w), gap);
    }
    row_left(&foot, before.w, gap);
    for (int i = 0; i < count; i++) {
        SDL_Rect box = row_left(&foot, paint_px(shell->paint, button[i].w), gap);
        widgets_add(shell, WIDGET_BUTTON, (int)button[i].action, box, false);
    }
}

static void add_widgets(Shell *shell, SDL_Rect foot)
{
    static const PanelButton BUTTON[] = {{ACTION_RENEW, 96.0f}, {ACTION_CLOSE_PANEL, 64.0f}};
    if (KIND[shell->dialog].add_widgets) {
        KIND[shell->dialog].add_widgets(shell, foot);
    } else {
        panel_add_buttons(shell, foot, BUTTON, 2);
    }
}

void panel_update(Shell *shell)
{
    Panel *panel = &shell->panel;
    const Paint *paint = shell->paint;
    int pad = paint_px(paint, PAD), line = paint_px(paint, LINE_H), gap = paint_px(paint, GAP);
    panel->box = dialog_box(paint, shell->layout.window, PANEL_W, PANEL_H);
    SDL_Rect wall = row_inset(panel->box, pad, pad);
    row_top(&wall, line, 0); /* the title */
    panel->note = row_top(&wall, line, gap);
    SDL_Rect foot = row_bottom(&wall, paint_px(paint, BUTTON_H), gap);
    panel->caption = row_bottom(&wall, line, gap);
    if (KIND[shell->dialog].follow) {
        KIND[shell->dialog].follow(shell);
    }
    if (shell->dialog == DIALOG_NETWORKS) {
        net_cards_place(&panel->places, &panel->wall, paint, wall);
    } else {
        wall_place(&panel->places, &panel->wall, paint, wall);
    }
    widgets_add(shell, WIDGET_AREA, ACTION_WALL, wall, false);
    add_widgets(shell, foot);
}

/* What is marked; or what has failed, as the notice is covered. */
static void caption_draw(Paint *out, const Shell *shell)
{
    const Panel *panel = &shell->panel;
    if (*shell->notice.text && shell->notice.bad) {
        paint_text(out, panel->caption, PAINT_LEFT, shell->notice.text, PAINT_BODY, TEXT_REGULAR,
                   out->theme->negative);
    } else if (panel->networks.named > 0) {
        files_draw_name(out, &shell->files, "name", panel->caption);
    } else if (panel->wall.marked >= 0) {
        char text[160];
        if (KIND[shell->dialog].print_marked) {
            KIND[shell->dialog].print_marked(shell, text, sizeof text);
        } else {
            snprintf(text, sizeof text, "%s", panel->wall.tile[panel->wall.marked].caption);
        }
        paint_text(out, panel->caption, PAINT_LEFT, text, PAINT_BODY, TEXT_REGULAR,
                   out->theme->text);
    }
}

void panel_draw(const Shell *shell)
{
    Paint *out = shell->paint;
    const Panel *panel = &shell->panel;
    dialog_draw_panel(out, shell->layout.window, panel->box, KIND[shell->dialog].title);
    paint_text(out, panel->note, PAINT_LEFT, panel->note_text, PAINT_LABEL, TEXT_REGULAR,
               out->theme->secondary);
    if (shell->dialog == DIALOG_NETWORKS) {
        net_cards_draw(out, panel->networks.card, &panel->wall, &panel->places);
    } else {
        wall_draw(out, &panel->wall, &panel->places);
    }
    caption_draw(out, shell);
}

/* The action of a key; those that move the mark have none. */
static int action_of(const Shell *shell, const SDL_Keysym *key)
{
    bool networks = shell->dialog == DIALOG_NETWORKS;
    switch (key->sym) {
    case SDLK_ESCAPE:
        return ACTION_CLOSE_PANEL;
    case SDLK_n:
        return ACTION_RENEW;
    case SDLK_m:
        return ACTION_MISREAD;
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
        return networks ? ACTION_CHOOSE_NETWORK : ACTION_TO_SHEET;
    case SDLK_DELETE:
        return networks ? ACTION_REMOVE_NETWORK : ACTION_DELETE_DIGIT;
    case SDLK_F2:
        return networks ? ACTION_NAME_NETWORK : ACTION_NONE;
    case SDLK_s:
        return networks ? ACTION_START_NETWORK : ACTION_NONE;
    case SDLK_z:
        return key->mod & KMOD_CTRL ? ACTION_UNDO_DIGIT : ACTION_NONE;
    default:
        return ACTION_NONE;
    }
}

bool panel_key(Shell *shell, const SDL_Keysym *key)
{
    if (wall_key(&shell->panel.wall, &shell->panel.places, key->sym)) {
        return true;
    }
    int action = action_of(shell, key);
    action_do(shell, action);
    return action != ACTION_NONE;
}

void panel_press(Shell *shell, int x, int y, bool twice)
{
    int tile = wall_tile_at(&shell->panel.wall, &shell->panel.places, x, y);
    if (tile >= 0) {
        wall_mark(&shell->panel.wall, &shell->panel.places, tile);
        action_do(shell, !twice                             ? ACTION_NONE
                         : shell->dialog == DIALOG_NETWORKS ? ACTION_CHOOSE_NETWORK
                                                            : ACTION_TO_SHEET);
    }
}

void panel_scroll(Shell *shell, int rows)
{
    wall_scroll(&shell->panel.wall, &shell->panel.places, rows);
    shell->redraw = true;
}
