/* Whether a drawing is one digit, or several side by side. */
#ifndef INK_APART_H
#define INK_APART_H

#include "ink/drawing.h"

/** Whether what shows of a drawing, stray marks aside, stands in columns side by side, each about
 * as high as all of it: no digit does. False where there is no memory to tell. */
bool apart_several(const Drawing *drawing);

#endif
