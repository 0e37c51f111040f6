/* Settings and experiments of the view Learning. */
#ifndef VIEWS_LEARNING_LEARNING_SETTINGS_H
#define VIEWS_LEARNING_LEARNING_SETTINGS_H

#include "ui/hint.h"
#include "views/learning/view_learning.h"

/** Cost, data and augmentation: they are chosen, not slid. */
enum { LEARNING_CHOICES = 6 };

/** Widgets and spots of the settings in view->side; see lab/recipe.h. */
void learning_settings_update(LearningView *view);

/** Draw them, without their widgets. */
void learning_settings_draw(const LearningView *view);

/** One of cost, data and augmentation: carry it out. */
void learning_settings_choose(LearningView *view, int choice);

/** Its name. */
const char *learning_settings_name(const LearningView *view, int choice);

/** What a spot of the settings is. */
void learning_settings_explain(const LearningView *view, int about, Hint *hint);

/** Buttons of the experiments in view->side; see lab/experiments.h. */
void learning_experiments_update(LearningView *view);

/** Draw what stands beside the buttons. */
void learning_experiments_draw(const LearningView *view);

#endif
