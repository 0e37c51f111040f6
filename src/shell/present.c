/* Presenter mode: large type, and chosen parts of the window. */
#include "shell/present.h"

#include "shell/action.h"
#include "shell/card.h"
#include "shell/widgets.h"
#include "ui/row.h"

static const float ZOOM = 1.5f;

/* Design pixels. */
enum { TOGGLE_W = 44, TOGGLE_GAP = 16, LEAVE_W = 64, LEAVE_H = 26, MARGIN = 24 };

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
    return shell->presenting ? shell->lab->settings.present_hidden & ~card_needs(shell) : 0;
}

bool present_shows(const Shell *shell, LayoutPart part)
{
    return !(shell->layout.hidden & (unsigned)part);
}

float present_zoom(const Shell *shell)
{
    return shell->presenting ? ZOOM : 1.0f;
}

void present_add_widgets(Shell *shell)
{
    SDL_Rect line = row_inset(shell->layout.menu, paint_px(shell->paint, MARGIN), 0);
    SDL_Rect leave = row_right(&line, paint_px(shell->paint, LEAVE_W), 0);
    for (int i = 0; i < PARTS; i++) {
        int w = paint_px(shell->paint, TOGGLE_W) +
                paint_text_width(shell->paint, action_label(shell, PART[i].action), PAINT_BODY,
                                 TEXT_REGULAR);
        widgets_add(shell, WIDGET_TOGGLE, PART[i].action,
                    row_left(&line, w, paint_px(shell->paint, TOGGLE_GAP)),
                    present_shows(shell, PART[i].part));
    }
    widgets_add(shell, WIDGET_BUTTON, ACTION_PRESENT_END,
                row_middle(leave, leave.w, paint_px(shell->paint, LEAVE_H)), false);
}
