/* The curves of the view Learning: cost and accuracy of all runs, with the legend under them. */
#ifndef APP_LEARNING_CURVES_H
#define APP_LEARNING_CURVES_H

#include "app/app.h"
#include "ui/hint.h"

/** Place plots, legend and, where there is room, the band under them in `box`. */
void learning_curves_place(App *app, SDL_Rect box);

/** What the plots show, widgets and spots, in the places. */
void learning_curves_update(App *app);
void learning_curves_draw(const App *app);

/** The epoch that is crossed: under the pointer, or else the one that is held; -1 for none. */
int learning_curves_epoch(const App *app);

/** Hold the epoch at a place in a plot; false where there is none. */
bool learning_curves_hold(App *app, int x, int y);

/** Hold an epoch that is so many on from the one held; the last one of all where none is. */
void learning_curves_step(App *app, int epochs);

/** What a spot of these is. */
void learning_curves_explain(const App *app, int about, Hint *hint);

#endif
