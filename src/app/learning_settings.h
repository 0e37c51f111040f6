/* Settings and experiments of the view Learning. */
#ifndef APP_LEARNING_SETTINGS_H
#define APP_LEARNING_SETTINGS_H

#include "app/app.h"
#include "ui/hint.h"

enum { LEARNING_CHOICES = 6 }; /* cost, data and augmentation */

/** Widgets and spots of the settings in view->side; see lab/recipe.h. */
void learning_settings_update(App *app);
void learning_settings_draw(const App *app);

/** One of cost, data and augmentation: carry it out; its name. */
void learning_settings_choose(App *app, int choice);
const char *learning_settings_name(const App *app, int choice);

/** What a spot of the settings is. */
void learning_settings_explain(const App *app, int about, Hint *hint);

/** Buttons of the experiments in view->side; see lab/experiments.h. */
void learning_experiments_update(App *app);
void learning_experiments_draw(const App *app);

#endif
