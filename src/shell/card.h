/* The card under the view that leads through the program, and the ring around what it is about. The
 * tour fills it in; the shell gives it its place. */
#ifndef SHELL_CARD_H
#define SHELL_CARD_H

#include "shell/shell.h"

/** What its buttons ask of the pane VIEW_TOUR, as commands of that. */
enum { CARD_NEXT = 90, CARD_BACK, CARD_LEAVE };

/** Put a card up, or (zeroed) take it down. */
void card_set(Shell *shell, const Card *card);

/** Press a button of it. */
void card_press(Shell *shell, int command);

/** Whether it is to be up: while it leads, except over the list of the tour. */
bool card_shows(const Shell *shell);

/** Whether it is up in the layout as it is. */
bool card_has_place(const Shell *shell);

/** Whether there is a step to go on to. */
bool card_can_next(const Shell *shell);

/** Whether there is a step to go back to. */
bool card_can_back(const Shell *shell);

/** The parts of the window that it points at: they may not be hidden. */
unsigned card_needs(const Shell *shell);

/** The parts that give their room to it, as the window is low: the training strip, where the step
 * can do without. */
unsigned card_hides(const Shell *shell);

/** How high it is, in the layout as it is; 0 where there is none. */
int card_height(const Shell *shell);

/** Its buttons. */
void card_add_widgets(Shell *shell);

/** Without its buttons. */
void card_draw(const Shell *shell);

/** The ring, over everything else. */
void card_draw_ring(const Shell *shell);

#endif
