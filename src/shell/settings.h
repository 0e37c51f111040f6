/* What the person chooses, for the rows of actions: setting it, and whether it is chosen. */
#ifndef SHELL_SETTINGS_H
#define SHELL_SETTINGS_H

#include "shell/shell.h"

/** A Tool. */
void settings_tool(Shell *shell, int tool);
bool settings_has_tool(const Shell *shell, int tool);

/** Width of the brush, speed of training, scale of the window: so many steps more; 0 for the usual
 * scale. */
void settings_brush(Shell *shell, int steps);
void settings_speed(Shell *shell, int steps);
void settings_zoom(Shell *shell, int steps);

/** The same as sliders, 0..1. */
float settings_brush_share(const Shell *shell);
void settings_slide_brush(Shell *shell, float share);
float settings_speed_share(const Shell *shell);
void settings_slide_speed(Shell *shell, float share);

/** How drawings are prepared: one of Preparation, or no longer. Raw ones are prepared as the
 * network on show was trained. */
void settings_prepare(Shell *shell, int preparation);
bool settings_has_preparation(const Shell *shell, int preparation);

/** The window follows Settings.full_screen. */
void settings_full_screen(Shell *shell);

/** A NetCost. */
void settings_cost(Shell *shell, int cost);
bool settings_has_cost(const Shell *shell, int cost);

typedef enum Source { SOURCE_MNIST, SOURCE_STROKES, SOURCE_OWN } Source;

/** Train on a Source too, or no longer; what is chosen last stays chosen. */
void settings_data(Shell *shell, int source);
bool settings_has_data(const Shell *shell, int source);

#endif
