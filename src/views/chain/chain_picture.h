/* The picture of the view Chain: nodes and knobs on its branches, and the product under them. */
#ifndef VIEWS_CHAIN_CHAIN_PICTURE_H
#define VIEWS_CHAIN_CHAIN_PICTURE_H

#include "views/chain/view_chain.h"

/** Draw it, without widgets. */
void chain_picture_draw(const ChainView *view);

/** The least and the most that a quantity can be set to. */
double chain_least(int quantity);

/** Likewise. */
double chain_most(int quantity);

/** The chain after a step of gradient descent, which ends where the knobs do. */
Chain chain_after(const Chain *chain, double rate);

#endif
