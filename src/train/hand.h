/* A hand that writes: it follows a skeleton, more or less. */
#ifndef TRAIN_HAND_H
#define TRAIN_HAND_H

#include "train/curve.h"

/**
 * Write down a skeleton in a handwriting drawn at random: its proportions, slant, bends, corners,
 * where strokes begin and end, and how far it strays; mostly a little, now and then a lot.
 *
 * @param[in,out] skeleton  is bent
 * @param[out] trace        what the pen reports, at least one point a stroke
 */
void hand_write(Skeleton *skeleton, Rng *rng, Trace *trace);

#endif
