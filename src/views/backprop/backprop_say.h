/* The sentence under the picture of the view Backprop. */
#ifndef VIEWS_BACKPROP_BACKPROP_SAY_H
#define VIEWS_BACKPROP_BACKPROP_SAY_H

#include "views/backprop/view_backprop.h"

/** Bytes of the sentence, its final 0 included. */
enum { BACKPROP_CAPTION_MAX = 192 };

/** The move on show; a network with fewer layers may have come. */
DiagramMove backprop_move(const BackpropView *view);

/** What the picture shows. @param in_short  for a window with little room */
void backprop_caption(const BackpropView *view, bool in_short, char text[BACKPROP_CAPTION_MAX]);

#endif
