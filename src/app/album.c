/* The panel of the user's own digits. */
#include "app/album.h"

#include <stdio.h>
#include <stdlib.h>

#include "app/actions.h"
#include "app/panel.h"
#include "app/tell.h"
#include "app/widgets.h"
#include "lab/mine.h"
#include "lab/reading.h"

static const float SIDE_CELL = 20.0f; /* of a digit on the sheet, as the network takes it */

static void caption_tile(WallTile *tile, int label, int answer)
{
    tile->frame = label == answer ? WALL_PLAIN : WALL_BAD;
    snprintf(tile->caption, sizeof tile->caption, label == answer ? "%d" : "%d, read %d", label,
             answer);
}

static void note_count(Panel *panel, const Reading *reading)
{
    if (reading->of == 0) {
        snprintf(panel->note_text, sizeof panel->note_text,
                 "None yet: draw a digit, then press the key of what it was meant to be.");
    } else {
        snprintf(panel->note_text, sizeof panel->note_text,
                 "The network on show reads %d of %d as they were meant.", reading->right,
                 reading->of);
    }
}

bool album_fill(App *app, Err *err)
{
    const Digits *digits = &app->lab.mine.own.digits;
    const Reading *reading = &app->lab.mine.reading;
    Panel *panel = &app->panel;
    size_t count = (size_t)SDL_max(digits->digits, 1);
    panel->wall = (Wall){.marked = panel->wall.marked, .top = panel->wall.top, .captions = true};
    free(panel->tile);
    free(panel->digit);
    panel->tile = calloc(count, sizeof *panel->tile);
    panel->digit = calloc(count, sizeof *panel->digit);
    if (!panel->tile || !panel->digit || !reading_finish(&app->lab)) {
        return err_set(err, "There is not enough memory to show your digits.");
    }
    for (int i = 0; i < digits->digits; i++) {
        int label = digits->digit[i].label, answer = reading->answer[i];
        if (label != answer || !panel->misread_only) {
            int tile = panel->wall.tiles++;
            panel->digit[tile] = i;
            panel->tile[tile].level = reading->input[i].cell;
            caption_tile(&panel->tile[tile], label, answer);
        }
    }
    panel->wall.tile = panel->tile;
    panel->wall.marked = SDL_max(panel->wall.marked, 0);
    panel->counts = reading->counts;
    panel->revision = app->lab.mine.revision;
    note_count(panel, reading);
    return true;
}

/* The digit that is marked; -1 for none. */
static int marked(const App *app)
{
    const Panel *panel = &app->panel;
    int tile = panel->wall.marked;
    return tile >= 0 && tile < panel->wall.tiles ? panel->digit[tile] : -1;
}

bool album_shows(const App *app)
{
    return app->dialog == DIALOG_MINE;
}

bool album_has_marked(const App *app)
{
    return album_shows(app) && marked(app) >= 0;
}

bool album_can_undo(const App *app)
{
    return album_shows(app) && own_can_undo(&app->lab.mine.own);
}

/* After a change that went well or not: another window may have changed the digits, too. */
static void show_change(App *app, bool ok, const Err *err)
{
    app->lab.mine.labelled.edits = 0;
    if (ok && app->notice.bad) {
        app->notice = (Notice){0}; /* of a change before */
    }
    mine_carry_out(&app->lab, ok, err);
    album_follow(app);
}

void album_follow(App *app)
{
    Err err;
    if (app->dialog == DIALOG_MINE && app->panel.revision != app->lab.mine.revision) {
        tell_unless(app, album_fill(app, &err), &err);
    }
}

void album_relabel(App *app, int label)
{
    Err err;
    int i = marked(app);
    if (app->lab.mine.own.digits.digit[i].label != label) {
        show_change(app, own_relabel(&app->lab.mine.own, i, label, &err), &err);
    }
}

void album_delete(App *app)
{
    Err err;
    show_change(app, own_delete(&app->lab.mine.own, marked(app), &err), &err);
}

void album_undo(App *app)
{
    Err err;
    show_change(app, own_undo(&app->lab.mine.own, &err), &err);
}

void album_to_sheet(App *app)
{
    Err err;
    int i = marked(app);
    const Digits *digits = &app->lab.mine.own.digits;
    Point size = digits_size(digits, i, SIDE_CELL);
    Point corner = {(SHEET_SIDE - size.x_cell) / 2, (SHEET_SIDE - size.y_cell) / 2};
    bool ok = drawing_clear(&app->lab.drawing, &err) &&
              digits_draw(digits, i, corner, SIDE_CELL, app->lab.settings.brush_cell,
                          &app->lab.drawing, &err) &&
              mine_link(&app->lab, i, &err);
    app->lab.answer_stale = true;
    panel_close(app);
    tell_unless(app, ok, &err);
}

void album_misread(App *app)
{
    Err err;
    app->panel.misread_only = !app->panel.misread_only;
    tell_unless(app, album_fill(app, &err), &err);
}

void album_print_marked(const App *app, char *text, size_t room)
{
    int i = marked(app);
    snprintf(text, room, "Meant as %d, read as %d.", app->lab.mine.own.digits.digit[i].label,
             app->lab.mine.reading.answer[i]);
}

void album_add_widgets(App *app, SDL_Rect foot)
{
    static const PanelButton BUTTON[] = {{ACTION_UNDO_DIGIT, 56.0f},
                                         {ACTION_DELETE_DIGIT, 64.0f},
                                         {ACTION_TO_SHEET, 124.0f},
                                         {ACTION_CLOSE_PANEL, 64.0f}};
    int gap = paint_px(app->paint, 4.0f), i = marked(app);
    int label = i >= 0 ? app->lab.mine.own.digits.digit[i].label : -1;
    SDL_Rect box = {foot.x, foot.y, paint_px(app->paint, 28.0f), foot.h};
    for (int digit = 0; digit < NET_OUTPUTS; digit++) {
        ActionId action = (ActionId)(ACTION_LABEL_0 + digit);
        widgets_add(app, WIDGET_BUTTON, (int)action, box, digit == label);
        box.x += box.w + gap;
    }
    box.x += 3 * gap;
    box.w = paint_px(app->paint, 140.0f);
    widgets_add(app, WIDGET_TOGGLE, ACTION_MISREAD, box, app->panel.misread_only);
    panel_add_buttons(app, foot, BUTTON, sizeof BUTTON / sizeof BUTTON[0]);
}
