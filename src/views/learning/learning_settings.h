/* The settings of the view Learning: the recipe of the next run, in the panel beside the curves. */
#ifndef VIEWS_LEARNING_LEARNING_SETTINGS_H
#define VIEWS_LEARNING_LEARNING_SETTINGS_H

#include "views/learning/view_learning.h"

/** Data, augmentation and cost: they are chosen, not slid. */
enum { LEARNING_CHOICES = 6 };

/** Widgets and spots in view->side; see lab/recipe.h. */
void learning_settings_update(LearningView *view);

/** Draw them, without their widgets. */
void learning_settings_draw(const LearningView *view);

/** One of data, augmentation and cost: carry it out. */
void learning_settings_choose(LearningView *view, int choice);

/** Its name. */
const char *learning_settings_name(const LearningView *view, int choice);

/** One step up (step 1) or down (step -1): the hidden layers for `what` 0, then the neurons of each
 * of them. */
void learning_settings_add(LearningView *view, int what, int step);

/** Whether there is one. */
bool learning_settings_can_add(const LearningView *view, int what, int step);

#endif
