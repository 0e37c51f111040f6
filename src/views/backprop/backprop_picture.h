/* The first page of the view Backprop: the picture of the network from right to left, for the
 * drawing as it is. */
#ifndef VIEWS_BACKPROP_BACKPROP_PICTURE_H
#define VIEWS_BACKPROP_BACKPROP_PICTURE_H

#include "views/backprop/view_backprop.h"

/** Bring what it shows up to the gradient and the rate. */
void backprop_picture_work(BackpropView *view);

/** Release its memory. */
void backprop_picture_free(BackpropPicture *picture);

/** As Pane.update. */
void backprop_picture_update(BackpropView *view);

/** As Pane.draw. */
void backprop_picture_draw(const BackpropView *view);

/** The digit whose bar or square is there, -1 for none. */
int backprop_picture_digit_at(const BackpropView *view, SDL_Point at);

/** The neuron that is there, -1 for none. */
DiagramNeuron backprop_picture_neuron_at(const BackpropView *view, SDL_Point at);

/** Go on to the next move, or to the one before. After the last comes the first. */
void backprop_picture_move(BackpropView *view, int by);

/** Around the diagram. */
SDL_Rect backprop_picture_box(const BackpropView *view);

#endif
