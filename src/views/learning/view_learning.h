/* The view Learning: its state, and the pane that it is. */
#ifndef VIEWS_LEARNING_VIEW_LEARNING_H
#define VIEWS_LEARNING_VIEW_LEARNING_H

#include "lab/runs.h"
#include "ui/bands.h"
#include "ui/plot.h"
#include "views/view.h"

/** What the view can be told to do; see VIEW_COMMANDS. */
enum {
    LEARNING_AREA,
    LEARNING_SETTINGS,
    LEARNING_EXPERIMENTS,
    LEARNING_BACK, /* from those to the settings */
    LEARNING_LOG,
    LEARNING_WHICH,
    LEARNING_DEFAULTS,
    LEARNING_MORE,            /* of what the panel has */
    LEARNING_BEGIN,           /* the first run */
    LEARNING_CHOICE = 10,     /* and so on: data, augmentation, cost */
    LEARNING_KNOB = 20,       /* those of lab/recipe.h */
    LEARNING_EXPERIMENT = 30, /* those of lab/experiments.h */
    LEARNING_SHOW = 40,       /* the runs: show or hide, and remove */
    LEARNING_REMOVE = 50,
    LEARNING_LESS = 60, /* a hidden layer, and of each of them the neurons */
    LEARNING_ADD = 70,
};

/** What stands beside the curves. Where the view is wide, the settings do while nothing else does.
 */
typedef enum LearningPage { PAGE_CURVES, PAGE_SETTINGS, PAGE_EXPERIMENTS } LearningPage;

/** Rows of the panel at most. */
enum { LEARNING_PANEL_ROWS = 24 };

/** The panel; see learning_panel.h. */
typedef struct LearningPanel {
    int first; /* row in sight */
    /* Made anew for each frame. */
    SDL_Rect title, row[LEARNING_PANEL_ROWS];
    int rows, end;  /* how many there are; the first one below those in sight */
    int last_first; /* that row on which all that follow fit */
} LearningPanel;

/** What each output says of the drawing at the frames of the time line; see ribbon.h. */
typedef struct Ribbon {
    Bands bands;             /* a column for each frame */
    int id[TIMELINE_FRAMES]; /* of the frames */
    Sheet input;             /* the drawing that they read */
    NetActs acts;            /* for their networks */
    bool complete;           /* all columns are known */
    BandsPlaces places;
} Ribbon;

/** All of it belongs to the UI thread; zeroed at the start but for the two pointers. */
typedef struct LearningView {
    const Lab *lab; /* borrowed, as long as the view lives */
    Shell *shell;   /* likewise */
    LearningPage page;
    bool linear;        /* the cost's axis, which otherwise goes by powers of ten */
    bool show_accuracy; /* in place of the cost, where there is room for one plot alone */
    int held;           /* one more than the epoch whose figures stay on show; 0 for the last one */
    int chosen;         /* the run that keys act on */
    Ribbon ribbon;
    bool ribbon_pressed;
    int top;    /* first run in the legend where not all have room */
    int listed; /* runs that there were in the frame before */
    LearningPanel panel;
    /* Made anew for each frame: places, of width 0 where something does not show. */
    SDL_Rect side;       /* of settings and experiments */
    SDL_Rect head, told; /* a line of buttons; what is said of an experiment */
    SDL_Rect invitation; /* in the place of curves of which there are none */
    char message[160];   /* that is told */
    SDL_Rect plots, cost_box, accuracy_box, legend;
    SDL_Rect ribbon_box; /* of the ten outputs over the run, see views/learning/ribbon.h */
    int rows;            /* of the legend that have room */
    Plot cost, accuracy;
    PlotRun cost_run[RUNS_MAX], accuracy_run[RUNS_MAX];
    PlotPoint live_cost[HISTORY_POINTS], raw_cost[HISTORY_POINTS]; /* of the open run */
    PlotPoint live_accuracy[HISTORY_POINTS];
    int live, estimates; /* how many they are */
} LearningView;

/** What it does. */
extern const Pane PANE_OF_LEARNING;

#endif
