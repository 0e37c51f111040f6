/* What each number of the view Chain is, and its table. */
#ifndef VIEWS_CHAIN_CHAIN_EXPLAIN_H
#define VIEWS_CHAIN_CHAIN_EXPLAIN_H

#include "views/chain/view_chain.h"

/** Add all that explains itself. */
void chain_explain_add(ChainView *view);

/** For Pane.explain. */
void chain_explain(const void *self, int about, SDL_Point at, Hint *hint);

/** For Pane.table: a line for each quantity, with its value, ratio and gradient. */
bool chain_table(const void *self, FILE *out);

#endif
