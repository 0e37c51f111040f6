/* The panel of the user's own digits. */
#include "shell/album.h"

#include <stdio.h>
#include <stdlib.h>

#include "lab/mine.h"
#include "lab/reading.h"
#include "shell/action.h"
#include "shell/panel.h"
#include "shell/tell.h"
#include "shell/widgets.h"
#include "ui/row.h"

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

bool album_fill(Shell *shell, Err *err)
{
    const Digits *digits = &shell->lab->mine.own.digits;
    const Reading *reading = &shell->lab->mine.reading;
    Panel *panel = &shell->panel;
    size_t count = (size_t)SDL_max(digits->digits, 1);
    panel->wall = (Wall){.marked = panel->wall.marked, .top = panel->wall.top, .captions = true};
    free(panel->tile);
    free(panel->digit);
    panel->tile = calloc(count, sizeof *panel->tile);
    panel->digit = calloc(count, sizeof *panel->digit);
    if (!panel->tile || !panel->digit || !reading_finish(shell->lab)) {
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
    panel->revision = shell->lab->mine.revision;
    note_count(panel, reading);
    return true;
}

/* The digit that is marked; -1 for none. */
static int marked(const Shell *shell)
{
    const Panel *panel = &shell->panel;
    int tile = panel->wall.marked;
    return tile >= 0 && tile < panel->wall.tiles ? panel->digit[tile] : -1;
}

bool album_shows(const Shell *shell)
{
    return shell->dialog == DIALOG_MINE;
}

bool album_has_marked(const Shell *shell)
{
    return album_shows(shell) && marked(shell) >= 0;
}

bool album_can_undo(const Shell *shell)
{
    return album_shows(shell) && own_can_undo(&shell->lab->mine.own);
}

/* After a change that went well or not: another window may have changed the digits, too. */
static void show_change(Shell *shell, bool ok)
{
    if (ok && shell->notice.bad) {
        shell->notice = (Notice){0}; /* of a change before */
    }
    album_follow(shell);
}

void album_follow(Shell *shell)
{
    Err err;
    if (shell->dialog == DIALOG_MINE && shell->panel.revision != shell->lab->mine.revision) {
        tell_unless(shell, album_fill(shell, &err), &err);
    }
}

void album_recount(Shell *shell)
{
    Err err;
    if (shell->panel.counts != shell->lab->mine.reading.counts) {
        tell_unless(shell, album_fill(shell, &err), &err);
    }
}

void album_relabel(Shell *shell, int label)
{
    show_change(shell, mine_relabel(shell->lab, marked(shell), label));
}

void album_delete(Shell *shell)
{
    show_change(shell, mine_delete(shell->lab, marked(shell)));
}

void album_undo(Shell *shell)
{
    show_change(shell, mine_undo(shell->lab));
}

void album_to_sheet(Shell *shell)
{
    mine_to_sheet(shell->lab, marked(shell));
    panel_close(shell);
}

void album_misread(Shell *shell)
{
    Err err;
    shell->panel.misread_only = !shell->panel.misread_only;
    tell_unless(shell, album_fill(shell, &err), &err);
}

void album_print_marked(const Shell *shell, char *text, size_t room)
{
    int i = marked(shell);
    snprintf(text, room, "Meant as %d, read as %d.", shell->lab->mine.own.digits.digit[i].label,
             shell->lab->mine.reading.answer[i]);
}

void album_add_widgets(Shell *shell, SDL_Rect foot)
{
    static const PanelButton BUTTON[] = {{ACTION_UNDO_DIGIT, 56.0f},
                                         {ACTION_DELETE_DIGIT, 64.0f},
                                         {ACTION_TO_SHEET, 124.0f},
                                         {ACTION_CLOSE_PANEL, 64.0f}};
    int gap = paint_px(shell->paint, 4.0f), i = marked(shell);
    int label = i >= 0 ? shell->lab->mine.own.digits.digit[i].label : -1;
    for (int digit = 0; digit < NET_OUTPUTS; digit++) {
        ActionId action = (ActionId)(ACTION_LABEL_0 + digit);
        SDL_Rect box = row_left(&foot, paint_px(shell->paint, 28.0f), gap);
        widgets_add(shell, WIDGET_BUTTON, (int)action, box, digit == label);
    }
    row_left(&foot, 0, 3 * gap);
    widgets_add(shell, WIDGET_TOGGLE, ACTION_MISREAD,
                row_left(&foot, paint_px(shell->paint, 140.0f), 0), shell->panel.misread_only);
    panel_add_buttons(shell, foot, BUTTON, sizeof BUTTON / sizeof BUTTON[0]);
}
