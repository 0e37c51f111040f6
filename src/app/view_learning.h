/* State of the view Learning; VIEW_OF_LEARNING in app/views.h has what it does. */
#ifndef APP_VIEW_LEARNING_H
#define APP_VIEW_LEARNING_H

#include "lab/runs.h"
#include "ui/plot.h"

/** What the view can be told to do; see VIEW_COMMANDS. */
enum {
    LEARNING_AREA,
    LEARNING_SETTINGS,
    LEARNING_EXPERIMENTS,
    LEARNING_LOG,
    LEARNING_WHICH,
    LEARNING_DEFAULTS,
    LEARNING_CHOICE = 10,     /* and so on: cost, data, augmentation */
    LEARNING_KNOB = 20,       /* those of lab/recipe.h */
    LEARNING_EXPERIMENT = 30, /* those of lab/experiments.h */
    LEARNING_SHOW = 40,       /* the runs: show or hide, and remove */
    LEARNING_REMOVE = 50,
};

/** What stands in the view; where it is wide, the curves stand beside the other two. */
typedef enum LearningPage { PAGE_CURVES, PAGE_SETTINGS, PAGE_EXPERIMENTS } LearningPage;

/** All of it belongs to the UI thread; zeroed at the start. */
typedef struct LearningView {
    LearningPage page;
    bool log;           /* of the cost's axis */
    bool show_accuracy; /* in place of the cost, where there is room for one plot alone */
    int held;           /* one more than the epoch whose figures stay on show; 0 for the last one */
    int chosen;         /* the run that keys act on */
    bool ribbon_pressed;
    int top; /* first run in the legend where not all have room */
    /* Made anew for each frame: places, of width 0 where something does not show. */
    SDL_Rect side; /* of settings and experiments */
    SDL_Rect plots, cost_box, accuracy_box, legend;
    SDL_Rect ribbon; /* of the ten outputs over the run, see app/ribbon.h */
    int rows;        /* of the legend that have room */
    Plot cost, accuracy;
    PlotRun cost_run[RUNS_MAX], accuracy_run[RUNS_MAX];
} LearningView;

#endif
