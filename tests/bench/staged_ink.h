/* The ink of staged pictures. */
#ifndef BENCH_STAGED_INK_H
#define BENCH_STAGED_INK_H

#include "staged.h"

/** A place for a digit: its corner, and its longer side. */
typedef struct StagedPlace {
    float x_px, y_px, side_px;
} StagedPlace;

/** A number from `least` up to `more` more. */
static inline float staged_within(Rng *rng, float least, float more)
{
    return least + more * rng_unit(rng);
}

/** How wide and high a digit is whose longer side is 1. */
Point staged_shape(const StagedDigit *digit);

/** Ink a digit; strokes with a pen of that width. */
void staged_ink(Staged *staged, const StagedDigit *digit, StagedPlace place, float pen_px);

/** Ink a digit like that, moved to the left until it shares ink with what is there. Errors: out of
 * memory. */
bool staged_ink_touching(Staged *staged, const StagedDigit *digit, StagedPlace place, float pen_px,
                         Err *err);

/** Ink a straight line with a round pen; `most` is what it covers of a pixel. */
void staged_line(Staged *staged, Point from, Point to, float pen_px, float most);

#endif
