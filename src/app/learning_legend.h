/* The legend of the view Learning: the runs by name, with the figures of an epoch. */
#ifndef APP_LEARNING_LEGEND_H
#define APP_LEARNING_LEGEND_H

#include <stdio.h>

#include "app/app.h"
#include "ui/hint.h"

enum {
    LEARNING_ROW_H = 24,     /* design pixels; the names of the columns are a row, too */
    LEARNING_ABOUT_RUN = 10, /* spots from here on are the runs' */
    LEARNING_ABOUT_KNOB = 30,
};

/** Widgets and spots, in view->legend. */
void learning_legend_update(App *app);
void learning_legend_draw(const App *app);

/** Choose the run so many further down, and bring it into sight. */
void learning_legend_choose(App *app, int runs);

void learning_legend_scroll(App *app, int rows);

/** What the figures of a run are. */
void learning_legend_explain(const App *app, int run, Hint *hint);

/** The curves of all runs as CSV. */
bool learning_legend_table(const App *app, FILE *out);

#endif
