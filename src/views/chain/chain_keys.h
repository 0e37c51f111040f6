/* Knobs and keys of the view Chain: what changes a value, and which quantity is selected. */
#ifndef VIEWS_CHAIN_CHAIN_KEYS_H
#define VIEWS_CHAIN_CHAIN_KEYS_H

#include "views/chain/view_chain.h"

/** Select a quantity before the cost. */
void chain_select(ChainView *view, int quantity);

/** Set one by hand, as near as its ends allow. */
void chain_set(ChainView *view, int quantity, double value);

/** Set it to where its knob is with the pointer at x. */
void chain_drag(ChainView *view, int quantity, int x);

/** A key while the tree or a knob has the keyboard; false where it is for others. */
bool chain_key(ChainView *view, const SDL_Keysym *key);

/** The key of a digit: a knob that has the keyboard goes to 0 or 1. */
bool chain_digit(ChainView *view, int digit);

#endif
