/* The legend of the view Learning: the runs by name, with the figures of an epoch. */
#ifndef VIEWS_LEARNING_LEARNING_LEGEND_H
#define VIEWS_LEARNING_LEARNING_LEGEND_H

#include <stdio.h>

#include "ui/hint.h"
#include "views/learning/view_learning.h"

/** Sizes, and where the spots of the view begin. */
enum {
    LEARNING_ROW_H = 24,     /* design pixels; the names of the columns are a row, too */
    LEARNING_ABOUT_RUN = 10, /* spots from here on are the runs' */
    LEARNING_ABOUT_KNOB = 30,
    LEARNING_ABOUT_LAYERS = 40,
    LEARNING_ABOUT_CHOICE = 50,
};

/** Widgets and spots, in view->legend. */
void learning_legend_update(LearningView *view);

/** Draw it, without its widgets. */
void learning_legend_draw(const LearningView *view);

/** Choose the run so many further down, and bring it into sight. */
void learning_legend_choose(LearningView *view, int runs);

/** Scroll it by so many rows, > 0 down. */
void learning_legend_scroll(LearningView *view, int rows);

/** What the figures of a run are. */
void learning_legend_explain(const LearningView *view, int run, Hint *hint);

/** The curves of all runs as CSV. */
bool learning_legend_table(const void *self, FILE *out);

#endif
