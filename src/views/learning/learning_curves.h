/* The curves of the view Learning: cost and accuracy of all runs, with the legend under them. */
#ifndef VIEWS_LEARNING_LEARNING_CURVES_H
#define VIEWS_LEARNING_LEARNING_CURVES_H

#include "ui/hint.h"
#include "views/learning/view_learning.h"

/** The line over a plot, and the numbers left of it, in design pixels. */
enum { LEARNING_TITLE_H = 22, LEARNING_AXIS_W = 48 };

/** Place plots, legend and, where there is room, the band under them in `box`. */
void learning_curves_place(LearningView *view, SDL_Rect box);

/** What the plots show, widgets and spots, in the places. */
void learning_curves_update(LearningView *view);

/** Draw them. */
void learning_curves_draw(const LearningView *view);

/** The epoch that is crossed: under the pointer, or else the one that is held; -1 for none. */
int learning_curves_epoch(const LearningView *view);

/** Hold the epoch at a place in a plot; false where there is none. */
bool learning_curves_hold(LearningView *view, int x, int y);

/** Hold an epoch that is so many on from the one held; the last one of all where none is. */
void learning_curves_step(LearningView *view, int epochs);

/** What a spot of these is. */
void learning_curves_explain(const LearningView *view, int about, Hint *hint);

#endif
