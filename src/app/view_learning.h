/* State of the view Learning; VIEW_OF_LEARNING in app/views.h has what it does. */
#ifndef APP_VIEW_LEARNING_H
#define APP_VIEW_LEARNING_H

#include "app/runs.h"
#include "ui/plot.h"

/** What the view can be told to do; see VIEW_COMMANDS. */
enum {
    LEARNING_AREA,
    LEARNING_CURVES,
    LEARNING_SETTINGS,
    LEARNING_EXPERIMENTS,
    LEARNING_LOG,
    LEARNING_WHICH,
    LEARNING_DEFAULTS,
    LEARNING_KNOB = 10,       /* and so on: the knobs of app/recipe.h */
    LEARNING_EXPERIMENT = 20, /* those of app/experiments.h */
    LEARNING_SHOW = 30,       /* the runs: show or hide, and remove */
    LEARNING_REMOVE = 40,
};

/** What the view shows; where it is wide, the curves stand beside each. */
typedef enum LearningPage { PAGE_CURVES, PAGE_SETTINGS, PAGE_EXPERIMENTS } LearningPage;

/** All of it belongs to the UI thread; zeroed at the start. */
typedef struct LearningView {
    Runs runs;
} LearningView;

#endif
