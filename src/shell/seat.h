/* The pane on show, and the commands of panes as actions. */
#ifndef SHELL_SEAT_H
#define SHELL_SEAT_H

#include "shell/shell.h"

/** The pane on show and its state; there is one. */
static inline const PaneSeat *seat_shown(const Shell *shell)
{
    return &shell->pane[shell->view];
}

/** A pane's command, as an action from VIEW_FIRST_ACTION on; see Pane. */
bool seat_can(const Shell *shell, int action);

/** Carry it out. */
void seat_run(Shell *shell, int action);

/** Its name on the screen. */
const char *seat_label(const Shell *shell, int action);

/** Where its slider is, 0..1. */
float seat_slider(const Shell *shell, int action);

/** Move its slider; `share` is held to 0..1. */
void seat_slide(Shell *shell, int action, float share);

#endif
