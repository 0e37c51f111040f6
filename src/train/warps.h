/* The loops that change an image, compiled for several instruction sets and picked at run time. */
#ifndef TRAIN_WARPS_H
#define TRAIN_WARPS_H

#include "train/augment.h"

/** One set of loops. All change images alike, to the last level. */
typedef struct Warps {
    const char *name; /* the instruction set: "baseline", "avx2", "vbmi" */

    /** augment_image(), of which some strength is not 0. */
    NetInput (*change)(const Augment *augment, const NetInput *image, Rng *rng, NetInputRoom *room);
} Warps;

/** The sets there are, each warps_body.c compiled once more; all but the first only on x86-64. */
extern const Warps WARPS_BASELINE, WARPS_AVX2, WARPS_VBMI;

/** The fastest set that this machine runs. */
const Warps *warps_best(void);

/** Set number `index` of those this machine runs, the slowest first; NULL past the last. */
const Warps *warps_nth(int index);

#endif
