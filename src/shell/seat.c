/* The pane on show, and the commands of panes as actions. */
#include "shell/seat.h"

#include <assert.h>

/* Whose command an action from VIEW_FIRST_ACTION on is, and its number there. */
static const PaneSeat *owner_of(const Shell *shell, int action, int *command)
{
    int view = (action - VIEW_FIRST_ACTION) / VIEW_COMMANDS;
    assert(view >= 0 && view < VIEWS);
    *command = (action - VIEW_FIRST_ACTION) % VIEW_COMMANDS;
    return &shell->pane[view];
}

bool seat_can(const Shell *shell, int action)
{
    int command;
    const PaneSeat *seat = owner_of(shell, action, &command);
    return seat == seat_shown(shell) && seat->pane->run &&
           (!seat->pane->can || seat->pane->can(seat->self, command));
}

void seat_run(Shell *shell, int action)
{
    int command;
    const PaneSeat *seat = owner_of(shell, action, &command);
    seat->pane->run(seat->self, command);
}

const char *seat_label(const Shell *shell, int action)
{
    int command;
    const PaneSeat *seat = owner_of(shell, action, &command);
    return seat->pane->label ? seat->pane->label(seat->self, command) : "";
}

float seat_slider(const Shell *shell, int action)
{
    int command;
    const PaneSeat *seat = owner_of(shell, action, &command);
    return seat->pane->slider ? seat->pane->slider(seat->self, command) : 0.0f;
}

void seat_slide(Shell *shell, int action, float share)
{
    int command;
    const PaneSeat *seat = owner_of(shell, action, &command);
    if (seat->pane->slide) {
        seat->pane->slide(seat->self, command, SDL_clamp(share, 0.0f, 1.0f));
        shell->redraw = true;
    }
}
