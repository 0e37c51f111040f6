/* What each number of the view Slope is, and its table. */
#ifndef VIEWS_SLOPE_SLOPE_EXPLAIN_H
#define VIEWS_SLOPE_SLOPE_EXPLAIN_H

#include "views/slope/view_slope.h"

/** Add all that explains itself. */
void slope_explain_add(SlopeView *view);

/** For Pane.explain. */
void slope_explain(const void *self, int about, SDL_Point at, Hint *hint);

/** For Pane.table: the curve, then the paths step by step. */
bool slope_table(const void *self, FILE *out);

#endif
