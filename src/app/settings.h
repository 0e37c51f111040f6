/* What the person chose, and choosing something else. */
#ifndef APP_SETTINGS_H
#define APP_SETTINGS_H

#include "app/app.h"

void settings_pen(App *app);
void settings_eraser(App *app);
void settings_thinner(App *app);
void settings_thicker(App *app);
void settings_slower(App *app);
void settings_faster(App *app);

/** Fit and centre the drawings, or no longer; straightening ends with it. */
void settings_fit(App *app);

/** Straighten the drawings, or no longer; they are fitted and centred then. */
void settings_straighten(App *app);

void settings_dark(App *app);
void settings_larger(App *app);
void settings_smaller(App *app);
void settings_normal_size(App *app);
void settings_full_screen(App *app);
void settings_cross_entropy(App *app);
void settings_squared(App *app);

/** Train on that too, or no longer; what is chosen last stays chosen. */
void settings_data_mnist(App *app);
void settings_data_strokes(App *app);
void settings_data_own(App *app);
void settings_augment(App *app);

/** Move a slider, ACTION_BRUSH_SIZE or ACTION_SPEED, to a share of its way, 0..1. */
void settings_slide(App *app, int action, float share);

/** Where a slider is, 0..1. */
float settings_slider(const App *app, int action);

/** Whether a menu shows the action as the one chosen. */
bool settings_chosen(const App *app, int action);

#endif
