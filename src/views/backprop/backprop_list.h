/* The page of the view Backprop with the gradient as a list: all its components, the largest first,
 * beside the picture of the network, which marks one. */
#ifndef VIEWS_BACKPROP_BACKPROP_LIST_H
#define VIEWS_BACKPROP_BACKPROP_LIST_H

#include "views/backprop/view_backprop.h"

/** Bring the list up to the gradient, while it shows. */
void backprop_list_work(BackpropView *view);

/** Release its memory. */
void backprop_list_free(BackpropList *list);

/** Place it in a box, which its head is above; and its spots. */
void backprop_list_update(BackpropView *view, SDL_Rect box, SDL_Rect head);

/** Draw it. */
void backprop_list_draw(const BackpropView *view);

/** The one that is marked, as the picture marks it. */
DiagramEdge backprop_list_mark(const BackpropView *view);

/** Mark the one at a point. */
void backprop_list_press(BackpropView *view, SDL_Point at);

/** Mark another one, so many rows further, and bring it into sight. */
void backprop_list_go(BackpropView *view, int rows);

/** Go through it without marking. */
void backprop_list_scroll(BackpropView *view, int rows);

/** The component in row `row` of those in sight; NULL for none. */
const Component *backprop_list_at(const BackpropView *view, int row);

#endif
