/* Patches: sheets, cards, buttons on the paper that are papers themselves. */
#ifndef INK_PATCHES_H
#define INK_PATCHES_H

#include "ink/paper.h"

/**
 * Find what was taken for ink but is a patch: an even area, filled, with marks in it that contrast
 * as much as it does itself. There the ink becomes what differs from the patch.
 *
 * @param grey           the picture
 * @param[in,out] paper  what paper_and_ink() made of it
 * @param[out] any       whether there is a patch
 *
 * Errors: out of memory.
 */
bool patches_look_into(const Field *grey, Paper *paper, bool *any);

#endif
