/* The pages of numbers of the view Backprop: where everything is, and how it is drawn. */
#ifndef VIEWS_BACKPROP_BACKPROP_PAGE_H
#define VIEWS_BACKPROP_BACKPROP_PAGE_H

#include "views/backprop/view_backprop.h"

/** As Pane.update. */
void backprop_page_update(BackpropView *view, SDL_Rect box);

/** As Pane.draw. */
void backprop_page_draw(const BackpropView *view, SDL_Rect box);

#endif
