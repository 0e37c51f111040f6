/* The two pages of the view Backprop: where everything is, and how it is drawn. */
#ifndef APP_BACKPROP_PAGE_H
#define APP_BACKPROP_PAGE_H

#include "app/app.h"

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
    BACKPROP_DO_ASK,  /* show biases, weights of the minibatch */
};

/** Whether the page of the drawing shows, not that of the minibatch. */
bool backprop_on_drawing(const App *app);

/** The layer that is looked at. */
int backprop_layer(const App *app);

/** The digit that the drawing should be: the person's choice, else what is known of the image, else
 * what the network says. */
int backprop_wanted(const App *app);

void backprop_page_update(App *app, SDL_Rect box);
void backprop_page_draw(const App *app, SDL_Rect box);

#endif
