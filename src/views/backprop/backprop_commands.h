/* What can be done in the view Backprop, by widgets and keys. */
#ifndef VIEWS_BACKPROP_BACKPROP_COMMANDS_H
#define VIEWS_BACKPROP_BACKPROP_COMMANDS_H

#include "views/backprop/view_backprop.h"

/** The view's commands. */
enum {
    BACKPROP_DO_AREA,
    BACKPROP_DO_DIGIT, /* 0 to 9: what the drawing should be */
    BACKPROP_DO_PAGE = BACKPROP_DO_DIGIT + NET_OUTPUTS,
    BACKPROP_DO_LAYER = BACKPROP_DO_PAGE + BACKPROP_PAGES,
    BACKPROP_DO_APPLY = BACKPROP_DO_LAYER + NET_MAX_LAYERS,
    BACKPROP_DO_UNDO,
    BACKPROP_DO_RATE,
    BACKPROP_DO_NEXT, /* minibatch */
    BACKPROP_DO_MINE, /* the drawing is one of its images */
    BACKPROP_DO_MOVE, /* back, on through what the picture shows */
    BACKPROP_DO_ASK = BACKPROP_DO_MOVE + BACKPROP_MOVES, /* show biases, weights of the minibatch */
    BACKPROP_DO_COST = BACKPROP_DO_ASK + BACKPROP_ASK,   /* in the order of NetCost; the one in use
                                                          * changes to the other */
};

/** The learning rate at first: one step shows, and does not do it all at once. */
static const float BACKPROP_USUAL_RATE = 0.01f;

/** As Pane.can. */
bool backprop_can(const void *self, int command);

/** As Pane.run. */
void backprop_run(void *self, int command);

/** As Pane.label. */
const char *backprop_label(const void *self, int command);

/** As Pane.slider: even in the logarithm of the rate, 0.001 to 10. */
float backprop_slider(const void *self, int command);

/** As Pane.slide. */
void backprop_slide(void *self, int command, float share);

#endif
