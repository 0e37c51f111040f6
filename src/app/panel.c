/* The panel over the window with a wall of images. */
#include "app/panel.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "app/actions.h"
#include "app/pointer.h"
#include "app/samples.h"
#include "app/screen.h"

/* Design pixels. */
enum { PANEL_W = 1240, PANEL_H = 780, PAD = 20, LINE_H = 22, BUTTON_H = 30, GAP = 8 };

static const char STROKES_NOTE[] =
    "Digits written by chance, as people learn them in different countries: all forms of each.";
static const char AUGMENTED_NOTE[] =
    "The first of a row is as it is; the others are changed at random, as training may do.";

bool panel_shows(const App *app)
{
    return app->dialog == DIALOG_STROKES || app->dialog == DIALOG_AUGMENTED;
}

static void fill(App *app)
{
    Err err;
    bool ok =
        app->dialog == DIALOG_STROKES ? samples_strokes(app, &err) : samples_augmented(app, &err);
    app_tell_unless(app, ok, &err);
}

void panel_open(App *app, DialogKind kind)
{
    pointer_release(app);
    panel_free(app);
    app->dialog = kind;
    app->panel.seed = 1;
    app->focus = ACTION_WALL;
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
    app->panel = (Panel){0};
}

void panel_renew(App *app)
{
    app->panel.seed++;
    fill(app);
}

bool panel_can(const App *app, int action)
{
    (void)action;
    return panel_shows(app);
}

/* Buttons from the right end of the foot to the left. */
static void add_buttons(App *app, SDL_Rect foot)
{
    static const struct {
        ActionId action;
        float w;
    } BUTTON[] = {{ACTION_CLOSE_PANEL, 72.0f}, {ACTION_RENEW, 96.0f}};
    int right = foot.x + foot.w;
    for (size_t i = 0; i < sizeof BUTTON / sizeof BUTTON[0]; i++) {
        int w = paint_px(app->paint, BUTTON[i].w);
        SDL_Rect box = {right - w, foot.y, w, foot.h};
        screen_add_widget(app, WIDGET_BUTTON, BUTTON[i].action, box, false);
        right = box.x - paint_px(app->paint, GAP);
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
    wall_place(&panel->places, &panel->wall, paint, wall);
    screen_add_widget(app, WIDGET_AREA, ACTION_WALL, wall, false);
    add_buttons(app, foot);
}

void panel_draw(const App *app)
{
    Paint *out = app->paint;
    const Panel *panel = &app->panel;
    bool strokes = app->dialog == DIALOG_STROKES;
    SDL_Color faint = out->theme->secondary;
    dialog_draw_panel(out, app->layout.window, panel->box,
                      strokes ? "Built-in strokes" : "Augmented samples");
    paint_text(out, panel->note, PAINT_LEFT, strokes ? STROKES_NOTE : AUGMENTED_NOTE, PAINT_LABEL,
               TEXT_REGULAR, faint);
    wall_draw(out, &panel->wall, &panel->places);
    if (panel->wall.marked >= 0) {
        paint_text(out, panel->caption, PAINT_LEFT, panel->wall.tile[panel->wall.marked].caption,
                   PAINT_BODY, TEXT_REGULAR, out->theme->text);
    }
}

void panel_key(App *app, const SDL_Keysym *key)
{
    if (key->sym == SDLK_ESCAPE) {
        app_do(app, ACTION_CLOSE_PANEL);
    } else if (key->sym == SDLK_n) {
        app_do(app, ACTION_RENEW);
    } else {
        wall_key(&app->panel.wall, &app->panel.places, key->sym);
    }
}

void panel_press(App *app, int x, int y)
{
    int tile = wall_tile_at(&app->panel.wall, &app->panel.places, x, y);
    if (tile >= 0) {
        wall_mark(&app->panel.wall, &app->panel.places, tile);
    }
}

void panel_scroll(App *app, int rows)
{
    wall_scroll(&app->panel.wall, &app->panel.places, rows);
    app->redraw = true;
}
