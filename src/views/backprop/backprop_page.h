/* The two pages of the view Backprop: where everything is, and how it is drawn. */
#ifndef VIEWS_BACKPROP_BACKPROP_PAGE_H
#define VIEWS_BACKPROP_BACKPROP_PAGE_H

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
    BACKPROP_DO_NEXT,                                  /* minibatch */
    BACKPROP_DO_ASK,                                   /* show biases, weights of the minibatch */
    BACKPROP_DO_COST = BACKPROP_DO_ASK + BACKPROP_ASK, /* in the order of NetCost; the one in use
                                                        * changes to the other */
};

/** Whether the page of the drawing shows, not that of the minibatch. */
bool backprop_on_drawing(const BackpropView *view);

/** The layer that is looked at. */
int backprop_layer(const BackpropView *view);

/** The digit that the drawing should be: the person's choice, else what is known of the image, else
 * what the network says. */
int backprop_wanted(const BackpropView *view);

/** As Pane.update. */
void backprop_page_update(void *self, SDL_Rect box);

/** As Pane.draw. */
void backprop_page_draw(const void *self, SDL_Rect box);

#endif
