/* Boxes drawn around digits, one or a row of them, with walls between the cells of a form. */
#ifndef INK_BOXES_H
#define INK_BOXES_H

#include "ink/field.h"

/**
 * Take boxes out of the ink: four straight sides, each about level or upright, with something
 * inside, and the straight walls between them. Where a stroke crosses a side, the stroke stays.
 *
 * @param[in,out] mark  1 where there is ink enough, as `ink`
 * @param[in,out] ink   0 paper .. 255; cleared where a line is left out
 * @param[in,out] gone  becomes true where something was left out
 *
 * Errors: out of memory.
 */
bool boxes_leave_out(Field *mark, Field *ink, bool *gone);

#endif
