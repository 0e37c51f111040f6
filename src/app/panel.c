/* The panel over the window with a wall of images. */
#include "app/panel.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "app/actions.h"
#include "app/album.h"
#include "app/hold.h"
#include "app/samples.h"
#include "app/tell.h"
#include "app/widgets.h"
#include "lab/mine.h"

/* Design pixels. */
enum { PANEL_W = 1240, PANEL_H = 780, PAD = 20, LINE_H = 22, BUTTON_H = 30, GAP = 8 };

static const struct {
    const char *title, *note;
    bool (*fill)(App *app, Err *err);
    void (*add_widgets)(App *app, SDL_Rect foot); /* in the place of the usual buttons */
    void (*print_marked)(const App *app, char *text, size_t room); /* of its caption */
} KIND[] = {
    [DIALOG_MINE] = {"My digits", "", album_fill, album_add_widgets, album_print_marked},
    [DIALOG_STROKES] = {"Built-in strokes",
                        "Digits written by chance, in the forms that people learn in different "
                        "countries.",
                        samples_strokes, NULL, NULL},
    [DIALOG_AUGMENTED] = {"Augmented samples",
                          "The first of a row is as it is; the others are changed at random, as "
                          "training may do.",
                          samples_augmented, NULL, NULL},
};

bool panel_shows(const App *app)
{
    return app->dialog == DIALOG_MINE || app->dialog == DIALOG_STROKES ||
           app->dialog == DIALOG_AUGMENTED;
}

static void fill(App *app)
{
    Err err;
    tell_unless(app, KIND[app->dialog].fill(app, &err), &err);
}

void panel_open(App *app, DialogKind kind)
{
    hold_release(app);
    panel_free(app);
    app->dialog = kind;
    app->panel.places = (WallPlaces){.columns = 1, .rows = 1}; /* until it is placed */
    app->panel.seed = 0;
    snprintf(app->panel.note_text, sizeof app->panel.note_text, "%s", KIND[kind].note);
    app->focus = ACTION_WALL;
    if (kind == DIALOG_MINE) {
        mine_refresh(&app->lab);
    }
    fill(app);
}

void panel_close(App *app)
{
    panel_free(app);
    app->dialog = DIALOG_NONE;
    app->focus = ACTION_SHEET;
}

void panel_free(App *app)
{
    free(app->panel.tile);
    free(app->panel.image);
    free(app->panel.digit);
    app->panel = (Panel){0};
}

bool panel_can_renew(const App *app)
{
    return panel_shows(app) && app->dialog != DIALOG_MINE;
}

void panel_renew(App *app)
{
    app->panel.seed++;
    fill(app);
}

void panel_add_buttons(App *app, SDL_Rect foot, const PanelButton *button, int count)
{
    int gap = paint_px(app->paint, GAP), x = foot.x + foot.w + gap;
    for (int i = 0; i < count; i++) {
        x -= paint_px(app->paint, button[i].w) + gap;
    }
    for (int i = 0; i < count; i++) {
        SDL_Rect box = {x, foot.y, paint_px(app->paint, button[i].w), foot.h};
        widgets_add(app, WIDGET_BUTTON, (int)button[i].action, box, false);
        x += box.w + gap;
    }
}

static void add_widgets(App *app, SDL_Rect foot)
{
    static const PanelButton BUTTON[] = {{ACTION_RENEW, 96.0f}, {ACTION_CLOSE_PANEL, 64.0f}};
    if (KIND[app->dialog].add_widgets) {
        KIND[app->dialog].add_widgets(app, foot);
    } else {
        panel_add_buttons(app, foot, BUTTON, 2);
    }
}

void panel_update(App *app)
{
    Panel *panel = &app->panel;
    const Paint *paint = app->paint;
    int pad = paint_px(paint, PAD), line = paint_px(paint, LINE_H), gap = paint_px(paint, GAP);
    int button = paint_px(paint, BUTTON_H);
    panel->box = dialog_box(paint, app->layout.window, PANEL_W, PANEL_H);
    SDL_Rect in = {panel->box.x + pad, panel->box.y + pad, panel->box.w - 2 * pad,
                   panel->box.h - 2 * pad};
    panel->note = (SDL_Rect){in.x, in.y + line, in.w, line};
    SDL_Rect foot = {in.x, in.y + in.h - button, in.w, button};
    panel->caption = (SDL_Rect){in.x, foot.y - gap - line, in.w, line};
    int top = panel->note.y + line + gap;
    SDL_Rect wall = {in.x, top, in.w, panel->caption.y - gap - top};
    if (app->dialog == DIALOG_MINE && panel->counts != app->lab.mine.reading.counts) {
        fill(app); /* the network has learned */
    }
    wall_place(&panel->places, &panel->wall, paint, wall);
    widgets_add(app, WIDGET_AREA, ACTION_WALL, wall, false);
    add_widgets(app, foot);
}

/* What is marked; or what has failed, as the notice is covered. */
static void caption_draw(Paint *out, const App *app)
{
    const Panel *panel = &app->panel;
    if (*app->notice.text && app->notice.bad) {
        paint_text(out, panel->caption, PAINT_LEFT, app->notice.text, PAINT_BODY, TEXT_REGULAR,
                   out->theme->negative);
    } else if (panel->wall.marked >= 0) {
        char text[128];
        if (KIND[app->dialog].print_marked) {
            KIND[app->dialog].print_marked(app, text, sizeof text);
        } else {
            snprintf(text, sizeof text, "%s", panel->wall.tile[panel->wall.marked].caption);
        }
        paint_text(out, panel->caption, PAINT_LEFT, text, PAINT_BODY, TEXT_REGULAR,
                   out->theme->text);
    }
}

void panel_draw(const App *app)
{
    Paint *out = app->paint;
    const Panel *panel = &app->panel;
    dialog_draw_panel(out, app->layout.window, panel->box, KIND[app->dialog].title);
    paint_text(out, panel->note, PAINT_LEFT, panel->note_text, PAINT_LABEL, TEXT_REGULAR,
               out->theme->secondary);
    wall_draw(out, &panel->wall, &panel->places);
    caption_draw(out, app);
}

/* The action of a key; those that move the mark have none. */
static int action_of(const SDL_Keysym *key)
{
    switch (key->sym) {
    case SDLK_ESCAPE:
        return ACTION_CLOSE_PANEL;
    case SDLK_n:
        return ACTION_RENEW;
    case SDLK_m:
        return ACTION_MISREAD;
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
        return ACTION_TO_SHEET;
    case SDLK_DELETE:
        return ACTION_DELETE_DIGIT;
    case SDLK_z:
        return key->mod & KMOD_CTRL ? ACTION_UNDO_DIGIT : ACTION_NONE;
    default:
        return ACTION_NONE;
    }
}

bool panel_key(App *app, const SDL_Keysym *key)
{
    if (wall_key(&app->panel.wall, &app->panel.places, key->sym)) {
        return true;
    }
    int action = action_of(key);
    app_do(app, action);
    return action != ACTION_NONE;
}

void panel_press(App *app, int x, int y, bool twice)
{
    int tile = wall_tile_at(&app->panel.wall, &app->panel.places, x, y);
    if (tile >= 0) {
        wall_mark(&app->panel.wall, &app->panel.places, tile);
        app_do(app, twice ? ACTION_TO_SHEET : ACTION_NONE);
    }
}

void panel_scroll(App *app, int rows)
{
    wall_scroll(&app->panel.wall, &app->panel.places, rows);
    app->redraw = true;
}
