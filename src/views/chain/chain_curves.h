/* What of the view Chain is drawn pixel by pixel: the branches with their ratios, and the curves
 * under them. */
#ifndef VIEWS_CHAIN_CHAIN_CURVES_H
#define VIEWS_CHAIN_CHAIN_CURVES_H

#include "views/chain/view_chain.h"

/** Draw them over the whole picture, whose ground they are. */
void chain_curves_draw(const ChainView *view);

/** Whether the selected quantity reaches the cost through that one. */
bool chain_is_on_path(int selected, int quantity);

#endif
