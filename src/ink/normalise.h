/* A drawing or an image made into the network's input, as MNIST's images were made: fitted into
 * 20x20 cells, its centre of mass in the middle of 28x28, lines as wide as MNIST's; and, for the
 * networks that want it, without its slant. */
#ifndef INK_NORMALISE_H
#define INK_NORMALISE_H

#include "base/preparation.h"
#include "ink/raster.h"

/**
 * The network's input for a drawing. Fitted: the parts of the pen strokes that are on the sheet and
 * not erased, stray marks apart (see ink/stray.h), are scaled and moved as geometry and inked once,
 * at MNIST's line width, so the place, size and brush of the drawing do not matter. Straightened
 * and upright: they are sheared before, until they lean to neither side (see ink/slant.h). Raw: the
 * sheet as raster_drawing() inks it.
 *
 * @param[out] input  784 levels; all 0 where nothing is on the sheet
 *
 * Errors: out of memory; the input is blank then.
 */
bool normalise_drawing(const Drawing *drawing, Preparation preparation, Sheet *input, Err *err);

/** Where a point of the sheet comes to lie on that input, maybe outside; where it is, if there is
 * no ink or no memory. */
Point normalise_point(const Drawing *drawing, Preparation preparation, Point at);

/**
 * The network's input for an image that is already fitted, as those of MNIST are. Raw and fitted: a
 * copy. Straightened and upright: the slant is removed, and the ink fitted and centred again, by
 * one resampling.
 */
void normalise_image(const Sheet *image, Preparation preparation, Sheet *input);

#endif
