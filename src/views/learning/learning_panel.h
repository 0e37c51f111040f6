/* The panel at the right of the view Learning: rows under a title, and where they do not all fit, a
 * button that leads to the others. */
#ifndef VIEWS_LEARNING_LEARNING_PANEL_H
#define VIEWS_LEARNING_LEARNING_PANEL_H

#include "views/learning/view_learning.h"

/** Place rows of such heights in view->side, in output pixels; one of height 0 does not show. Adds
 * the button. */
void learning_panel_place(LearningView *view, const int *row_h, int rows);

/** Where a row is; empty where it is not in sight. */
SDL_Rect learning_panel_row(const LearningView *view, int row);

/** How wide rows are. */
int learning_panel_width(const LearningView *view);

/** Draw its ground and its title, with a note at the right end of that line. */
void learning_panel_draw(const LearningView *view, const char *title, const char *note);

/** Scroll by so many rows, > 0 down. */
void learning_panel_scroll(LearningView *view, int rows);

/** To the rows that do not fit, or from the last ones back to the first. */
void learning_panel_turn(LearningView *view);

/** What the button that does it is called. */
const char *learning_panel_turn_label(const LearningView *view);

#endif
