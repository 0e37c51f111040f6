/* What the view Slope says. */
#ifndef VIEWS_SLOPE_SLOPE_SAY_H
#define VIEWS_SLOPE_SLOPE_SAY_H

#include "ui/hint.h"
#include "views/slope/view_slope.h"

/** What the line is along: "the bias of output 3", "the weight from neuron 5 of layer 1 to neuron 2
 * of layer 2", "the gradient". */
void slope_say_line(const SlopeView *view, char *text, size_t room);

/** How many images the curve is of: "2,000". */
HintNumber slope_say_images(const SlopeView *view);

/** How the network was where its line begins: "as it is"; once it has changed, "as it was". */
const char *slope_say_when(const SlopeView *view);

/** What is under the picture; "" for nothing. */
void slope_say(const SlopeView *view, char said[SLOPE_SAYS][SLOPE_SENTENCE]);

/** The number of the axis across at a place: the weight's own value, or how far it is from the
 * network as it is. */
double slope_say_value(const SlopeView *view, double place);

#endif
