/* The ribbon of a run: what each output says of the drawing at every frame of the time line. The
 * view Learning has it at its bottom. */
#ifndef VIEWS_LEARNING_RIBBON_H
#define VIEWS_LEARNING_RIBBON_H

#include "ui/hint.h"
#include "views/learning/view_learning.h"

/** Its spot, for the view to pass on. */
enum { RIBBON_ABOUT = 9000 };

/** Compute what is stale, a part a frame: coarse first, then every moment. */
void ribbon_work(LearningView *view);

/** As Pane.sleep_ms: 0 while something is stale, else -1. */
int ribbon_sleep_ms(const LearningView *view);

/** Place it, with the buttons of the moment on show. 64 to 110 design pixels are high enough. */
void ribbon_update(LearningView *view, SDL_Rect box);

/** Draw it, without its buttons. */
void ribbon_draw(const LearningView *view, SDL_Rect box);

/** A press or, where `dragged`, a move after one: its moment comes on show. False where the press
 * is not on it. */
bool ribbon_press(LearningView *view, int x, int y, bool dragged);

/** What the place under the pointer is. */
void ribbon_explain(const LearningView *view, SDL_Point at, Hint *hint);

#endif
