/* What was opened: the recent files, and the digits of the picture on the sheet. */
#include "shell/opened.h"

#include <stdio.h>

#include "lab/opening.h"
#include "lab/several.h"
#include "shell/action.h"
#include "shell/tell.h"
#include "shell/widgets.h"
#include "ui/row.h"

/* Design pixels. */
enum { BUTTON = 20, NUMBER_W = 52, GAP = 4 };

bool opened_has_recent(const Lab *lab)
{
    return lab->recent.count > 0;
}

const char *opened_recent_name(const Shell *shell, int i)
{
    const RecentFiles *recent = &shell->lab->recent;
    return i < recent->count ? path_name(recent->file[i].text) : "";
}

void opened_recent(Shell *shell, int i)
{
    Err err;
    RecentFiles *recent = &shell->lab->recent;
    if (i < recent->count) {
        Path path = recent->file[i]; /* the list changes */
        tell_unless(shell, opening_begin(shell->lab, path.text, &err), &err);
    }
}

void opened_clear_recent(Lab *lab)
{
    recent_clear(&lab->recent);
}

bool opened_has_next(const Lab *lab)
{
    return several_can_step(lab, 1);
}

bool opened_has_previous(const Lab *lab)
{
    return several_can_step(lab, -1);
}

/* The parts of the line over the sheet, from the right; their widths are 0 where there is one
 * digit. @return what is left of it */
static SDL_Rect place(const Shell *shell, SDL_Rect *previous, SDL_Rect *number, SDL_Rect *next)
{
    const Paint *paint = shell->paint;
    SDL_Rect line = shell->layout.sheet_label;
    bool shows = several_count(shell->lab) > 1 && line.w > 0;
    int button = shows ? paint_px(paint, BUTTON) : 0, gap = shows ? paint_px(paint, GAP) : 0;
    line.w = shows ? SDL_min(line.w, shell->layout.sheet.w) : line.w;
    *next = row_right(&line, button, 0);
    *number = row_right(&line, shows ? paint_px(paint, NUMBER_W) : 0, 0);
    *previous = row_right(&line, button, gap);
    *next = row_middle(*next, button, button);
    *previous = row_middle(*previous, button, button);
    return line;
}

void opened_add_widgets(Shell *shell)
{
    SDL_Rect previous, number, next;
    place(shell, &previous, &number, &next);
    if (number.w > 0) {
        widgets_add(shell, WIDGET_ROUND, ACTION_PREVIOUS_DIGIT, previous, false)->picture =
            WIDGET_BACK;
        widgets_add(shell, WIDGET_ROUND, ACTION_NEXT_DIGIT, next, false)->picture = WIDGET_FORWARD;
    }
}

SDL_Rect opened_draw(const Shell *shell)
{
    char text[32];
    SDL_Rect previous, number, next, rest = place(shell, &previous, &number, &next);
    snprintf(text, sizeof text, "%d of %d", several_number(shell->lab), several_count(shell->lab));
    if (number.w > 0) {
        paint_text(shell->paint, number, PAINT_CENTRE, text, PAINT_LABEL, TEXT_REGULAR,
                   shell->paint->theme->secondary);
    }
    return rest;
}
