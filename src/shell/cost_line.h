/* What the minibatches of a run cost, as the strip draws it. */
#ifndef SHELL_COST_LINE_H
#define SHELL_COST_LINE_H

#include "train/history.h"
#include "ui/strip.h"

/**
 * The curve with the numbers of both axes.
 *
 * @param points       so many of the history, the first ones; the axis of the cost is for all
 * @param end          the minibatch that the axis of these ends at; 0 for none, which has no points
 * @param[out] strip   its points and ticks; the rest stays as it is
 */
void cost_line_make(Strip *strip, const History *history, int points, double end);

#endif
