/* What the person chooses, for the rows of actions: setting it, and whether it is chosen. */
#ifndef APP_SETTINGS_H
#define APP_SETTINGS_H

#include "app/app.h"

/** A Tool. */
void settings_tool(App *app, int tool);
bool settings_has_tool(const App *app, int tool);

/** Width of the brush, speed of training, scale of the window: so many steps more; 0 for the usual
 * scale. */
void settings_brush(App *app, int steps);
void settings_speed(App *app, int steps);
void settings_zoom(App *app, int steps);

/** The same as sliders, 0..1. */
float settings_brush_share(const App *app);
void settings_slide_brush(App *app, float share);
float settings_speed_share(const App *app);
void settings_slide_speed(App *app, float share);

/** How drawings are prepared: one of Preparation, or no longer. Raw ones are prepared as the
 * network on show was trained. */
void settings_prepare(App *app, int preparation);
bool settings_has_preparation(const App *app, int preparation);

/** The window follows Settings.full_screen. */
void settings_full_screen(App *app);

/** A NetCost. */
void settings_cost(App *app, int cost);
bool settings_has_cost(const App *app, int cost);

typedef enum Source { SOURCE_MNIST, SOURCE_STROKES, SOURCE_OWN } Source;

/** Train on a Source too, or no longer; what is chosen last stays chosen. */
void settings_data(App *app, int source);
bool settings_has_data(const App *app, int source);

#endif
