/* The experiments of the view Learning, in the place of its settings: a button each, with what it
 * shows. */
#ifndef VIEWS_LEARNING_LEARNING_EXPERIMENTS_H
#define VIEWS_LEARNING_LEARNING_EXPERIMENTS_H

#include "views/learning/view_learning.h"

/** Their buttons in view->side; see lab/experiments.h. */
void learning_experiments_update(LearningView *view);

/** Draw what stands under the buttons. */
void learning_experiments_draw(const LearningView *view);

#endif
