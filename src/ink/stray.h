/* Marks beside a digit that are no part of it: a pen that touched the sheet, a decimal point, a
 * dash, a line below or above. */
#ifndef INK_STRAY_H
#define INK_STRAY_H

#include "ink/raster.h"
#include "ink/visible.h"

/**
 * Leave out the marks that lie beside what was written: short ones well outside of it, or within
 * its box and far from all its lines; short level ones left or right of it; level lines below or
 * above all of it. A mark is what was drawn without lifting the pen, as far as it shows. Of what is
 * drawn, something always stays.
 */
void stray_leave_out(Visible *visible);

/** Ink the strokes that are shown on an image of a digit, but those that lie beside its ink: each
 * is a mark, and within its box none is stray. */
void stray_ink_on(Sheet *image, const Drawing *drawing);

#endif
