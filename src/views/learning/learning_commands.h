/* What the view Learning can be told to do; as the fields of a Pane have it. */
#ifndef VIEWS_LEARNING_LEARNING_COMMANDS_H
#define VIEWS_LEARNING_LEARNING_COMMANDS_H

#include "views/learning/view_learning.h"

/** Whether there is room for one plot alone, which a command changes for the other. */
bool learning_commands_show_one(const LearningView *view);

/** Carry a command out. */
void learning_commands_run(void *self, int command);

/** Whether it can be. */
bool learning_commands_can(const void *self, int command);

/** What its widget is called. */
const char *learning_commands_label(const void *self, int command);

/** Where a slider is, 0..1. */
float learning_commands_slider(const void *self, int command);

/** Move it. */
void learning_commands_slide(void *self, int command, float share);

#endif
