/* Rulings and frames: straight lines across a picture that are no part of a digit. */
#ifndef INK_RULINGS_H
#define INK_RULINGS_H

#include "ink/field.h"

/**
 * Take rulings and what frames the picture at its edge out of the ink. A ruling is a thin line that
 * runs across most of the picture, level or upright but for a few degrees, and is fainter than the
 * ink or reaches far beyond it; where it passes through a stroke, the stroke stays.
 *
 * @param[in,out] mark  1 where there is ink enough, as `ink`
 * @param[in,out] ink   0 paper .. 255; cleared where a line is left out
 * @param[in,out] gone  becomes true where something was left out
 * @param[out] edge     how thick the frame at the edge was, in pixels; 0 where there was none
 *
 * Errors: out of memory.
 */
bool rulings_leave_out(Field *mark, Field *ink, bool *gone, int *edge);

#endif
