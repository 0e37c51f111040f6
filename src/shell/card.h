/* The card that leads through the program, and the ring around what it is about. The tour fills it
 * in; the shell gives it its place. */
#ifndef SHELL_CARD_H
#define SHELL_CARD_H

#include "shell/shell.h"

/** What its buttons ask of the pane VIEW_TOUR, as commands of that. */
enum { CARD_OPEN = 90, CARD_NEXT, CARD_BACK, CARD_LEAVE };

/** Put a card up, or (zeroed) take it down. */
void card_set(Shell *shell, const Card *card);

/** Press a button of it. */
void card_press(Shell *shell, int command);

/** Whether it is to be up: while it leads, except over the list of the tour. */
bool card_shows(const Shell *shell);

/** Whether it leads, or its list is on show: CARD_OPEN is chosen then. */
bool card_is_chosen(const Shell *shell, int command);

/** Whether it is up in the layout as it is. */
bool card_has_place(const Shell *shell);

/** Whether it leads, and so there is a step to go on to, and something to leave. */
bool card_is_up(const Shell *shell);

/** Whether there is a step to go back to. */
bool card_can_back(const Shell *shell);

/** The parts of the window that it points at: they may not be hidden. */
unsigned card_needs(const Shell *shell);

/** The parts that give their room to it, as the window is low: the training strip, or where the
 * step points at that, the tools. */
unsigned card_hides(const Shell *shell);

/** Whether all that it says has room in it. */
bool card_fits(const Shell *shell);

/** Its buttons. */
void card_add_widgets(Shell *shell);

/** Without its buttons; with an arrow to what is beside it. */
void card_draw(const Shell *shell);

/** The ring, over everything else. */
void card_draw_ring(const Shell *shell);

#endif
