/* Presenter mode: large type, and chosen parts of the window. */
#include "shell/present.h"

#include "shell/action.h"
#include "shell/card.h"
#include "shell/widgets.h"
#include "ui/row.h"

static const float ZOOM = 1.5f;

/* Design pixels. */
enum { TOGGLE_W = 44, TOGGLE_GAP = 16, LEAVE_W = 60, LEAVE_H = 26, LEAVE_GAP = 6, MARGIN = 24 };

static const struct {
    int action;
    LayoutPart part;
} PART[] = {
    {ACTION_PRESENT_TOOLS, LAYOUT_TOOLS},
    {ACTION_PRESENT_INPUT, LAYOUT_INPUT},
    {ACTION_PRESENT_ANSWER, LAYOUT_ANSWER},
    {ACTION_PRESENT_STRIP, LAYOUT_STRIP},
};

enum { PARTS = sizeof PART / sizeof PART[0] };

void present_toggle(Shell *shell)
{
    shell->presenting = !shell->presenting;
    shell->focus = ACTION_SHEET;
    shell->redraw = true;
}

unsigned present_hidden(const Shell *shell)
{
    bool all = !shell->presenting || card_shows(shell); /* which points at any of it */
    return all ? 0 : shell->lab->settings.present_hidden;
}

bool present_shows(const Shell *shell, LayoutPart part)
{
    return !(shell->layout.hidden & (unsigned)part);
}

float present_zoom(const Shell *shell)
{
    return shell->presenting ? ZOOM : 1.0f;
}

bool present_line_is_open(const Shell *shell)
{
    SDL_Point at = {(int)shell->pointer_x_px, (int)shell->pointer_y_px};
    return !shell->presenting || shell->focus_shown || SDL_PointInRect(&at, &shell->layout.menu);
}

void present_add_widgets(Shell *shell)
{
    SDL_Rect line = row_inset(shell->layout.menu, paint_px(shell->paint, MARGIN), 0);
    static const int AT_HAND[] = {ACTION_PRESENT_END, ACTION_CLEAR, ACTION_UNDO};
    int buttons = present_shows(shell, LAYOUT_TOOLS) ? 1 : 3; /* the tools have the others */
    for (int i = 0; i < buttons; i++) {
        SDL_Rect box =
            row_right(&line, paint_px(shell->paint, LEAVE_W), paint_px(shell->paint, LEAVE_GAP));
        widgets_add(shell, WIDGET_BUTTON, AT_HAND[i],
                    row_middle(box, box.w, paint_px(shell->paint, LEAVE_H)), false);
    }
    for (int i = 0; i < PARTS && present_line_is_open(shell); i++) {
        int w = paint_px(shell->paint, TOGGLE_W) +
                paint_text_width(shell->paint, action_label(shell, PART[i].action), PAINT_BODY,
                                 TEXT_REGULAR);
        widgets_add(shell, WIDGET_TOGGLE, PART[i].action,
                    row_left(&line, w, paint_px(shell->paint, TOGGLE_GAP)),
                    present_shows(shell, PART[i].part));
    }
}
