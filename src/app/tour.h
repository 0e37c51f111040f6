/* The guided walk while it goes on: a card under the view, and a ring around what it is about. */
#ifndef APP_TOUR_H
#define APP_TOUR_H

#include "app/app.h"

/** Go to a step, 0..tour_steps()-1: its view comes up, and what is done from now on counts. */
void tour_go(App *app, int step);

/** Go on where it was left. */
void tour_resume(App *app);

/** The next step; after the last one the walk ends and the list comes up. */
void tour_next(App *app);
void tour_back(App *app);

/** The card goes; the step is kept. */
void tour_leave(App *app);

/** Forget what was done, and begin with the first step. */
void tour_start_over(App *app);

/** Whether the card is to be up: while the walk goes on, except over its own list. */
bool tour_shows(const App *app);

/** Whether it is up in the layout as it is, where it may have to wait for a notice. */
bool tour_card_shows(const App *app);

/** Whether there is a step to go on from, or to go back to. */
bool tour_can_next(const App *app);
bool tour_can_back(const App *app);

/** The parts of the window that the step points at, as in LayoutWish: they may not be hidden. */
unsigned tour_needs(const App *app);

/** The parts that give their room to the card, as the window is low: the training strip, where the
 * step can do without. */
unsigned tour_hides(const App *app);

bool tour_is_done(const App *app, int step);

/** Take note of what has been done. Part of app_update(). */
void tour_update(App *app);

/** How high the card is, in the layout as it is; 0 where there is none. */
int tour_height(const App *app);

void tour_add_widgets(App *app);

/** What the ring is around, in output pixels: what the step is about, or the tab that leads to its
 * view. Empty where there is nothing. */
SDL_Rect tour_target(const App *app);

/** The card, without its buttons. */
void tour_draw(const App *app);
void tour_draw_ring(const App *app);

#endif
