/* What a camera and a compressed file do to a staged picture. */
#ifndef BENCH_STAGED_CAMERA_H
#define BENCH_STAGED_CAMERA_H

#include "staged.h"

/** Blur by a disc-like kernel of a standard deviation in pixels. Errors: out of memory. */
bool staged_blur(Staged *staged, float deviation_px);

/** Add noise of so many levels to each pixel, a third of it to each colour alone. */
void staged_noise(Staged *staged, float levels, Rng *rng);

/** Compress by blocks of 8x8 pixels as JPEG does, `coarse` times as coarsely as its example. */
void staged_compress(Staged *staged, float coarse);

#endif
