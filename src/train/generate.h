/* Pen strokes of our own: digits as people write them, made by bending skeletons at random. */
#ifndef TRAIN_GENERATE_H
#define TRAIN_GENERATE_H

#include "ink/normalise.h"
#include "train/dataset.h"

/** How many forms (ways of writing it) there are of a digit, 0..9, or of NET_NO_DIGIT (scribbles,
 * letters, signs). */
int generate_forms(int label);

/** "plain", "slashed", "with a long upstroke": what sets a form apart. */
const char *generate_form_name(int label, int form);

/**
 * Write a digit on an empty drawing, anywhere on the sheet that it fits, at the default brush.
 *
 * @param label         0..9, or NET_NO_DIGIT
 * @param form          0..generate_forms(label)-1
 * @param[out] drawing  release it with drawing_free()
 *
 * Errors: out of memory; drawing is zeroed then.
 */
bool generate_drawing(Drawing *drawing, int label, int form, Rng *rng, Err *err);

/**
 * Images of generated digits, in random order: labels equally often, common forms more often than
 * rare ones. The same seed gives the same images, whatever the number of threads.
 *
 * @param images    at least one
 * @param no_digit  share of images that show no digit, 0..1
 * @param threads   that make them side by side
 *
 * Errors: out of memory; data is zeroed then.
 */
bool generate_dataset(Dataset *data, int images, float no_digit, Preparation preparation,
                      uint64_t seed, int threads, Err *err);

#endif
