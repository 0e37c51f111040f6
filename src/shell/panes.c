/* What stands beside the sheet: showing one of the panes, and what a pane adds to a frame. */
#include "shell/panes.h"

#include <assert.h>

#include "shell/action.h"
#include "shell/explain.h"
#include "shell/hold.h"
#include "shell/seat.h"
#include "shell/widgets.h"

void panes_add(Shell *shell, ViewId view, const Pane *pane, void *self)
{
    shell->pane[view] = (PaneSeat){pane, self};
}

void panes_show(Shell *shell, ViewId view)
{
    if (shell->focus != ACTION_EXPLAIN) { /* that goes on */
        shell->focus = view_action(view, 0);
    }
    if (view == shell->view) {
        return;
    }
    hold_release(shell);
    const PaneSeat *seat = seat_shown(shell);
    if (seat->pane && seat->pane->close) {
        seat->pane->close(seat->self);
    }
    shell->view = view;
    shell->explained =
        SDL_min(shell->explained, 0); /* it goes on with the first of the new spots */
    seat = seat_shown(shell);
    if (seat->pane->open) {
        seat->pane->open(seat->self);
    }
    shell->redraw = true;
}

void panes_ask_for(Shell *shell, ViewId view)
{
    const PaneSeat *seat = &shell->pane[view];
    if (shell->view == view && seat->pane->again) {
        seat->pane->again(seat->self);
    }
    panes_show(shell, view);
}

void panes_inspect(Shell *shell, int layer, int neuron)
{
    const PaneSeat *seat = &shell->pane[VIEW_NEURON];
    if (seat->pane) {
        panes_show(shell, VIEW_NEURON);
        seat->pane->inspect(seat->self, layer, neuron);
    }
}

void panes_add_widget(Shell *shell, WidgetKind kind, int command, SDL_Rect box, bool on)
{
    assert(command >= 0 && command < VIEW_COMMANDS);
    widgets_add(shell, kind, view_action(shell->view, command), box, on);
}

void panes_add_spot(Shell *shell, SDL_Rect box, int about)
{
    explain_add(shell, box, shell->view, about);
}

void panes_add_spot_in(Shell *shell, SDL_Rect box, SDL_Rect clear, int about)
{
    explain_add_in(shell, box, clear, shell->view, about);
}

void panes_ask_at(Shell *shell, SDL_Point at)
{
    if (shell->spots > 0 && SDL_PointInRect(&at, &shell->spot[shell->spots - 1].box)) {
        shell->spot[shell->spots - 1].at = at;
    }
}

bool panes_has_focus(const Shell *shell, int command)
{
    return shell->focus_shown && shell->focus == view_action(shell->view, command);
}

void panes_work(Shell *shell)
{
    const PaneSeat *seat = seat_shown(shell);
    if (seat->pane->work) {
        seat->pane->work(seat->self);
    }
}

void panes_update(Shell *shell)
{
    const PaneSeat *seat = seat_shown(shell);
    if (seat->pane->update) {
        seat->pane->update(seat->self, shell->layout.view);
    }
}

LayoutForm panes_form(const Shell *shell)
{
    const PaneSeat *seat = seat_shown(shell);
    return seat->pane->form ? seat->pane->form(seat->self) : LAYOUT_VIEW;
}

void panes_draw(const Shell *shell)
{
    const PaneSeat *seat = seat_shown(shell);
    if (seat->pane->draw) {
        seat->pane->draw(seat->self, shell->layout.view);
    }
}

int panes_sleep_ms(const Shell *shell)
{
    const PaneSeat *seat = seat_shown(shell);
    return seat->pane->sleep_ms ? seat->pane->sleep_ms(seat->self) : -1;
}
