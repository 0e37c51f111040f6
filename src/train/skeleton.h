/* Skeletons: the places that a pen passes when it writes something, read from the text of a form.
 */
#ifndef TRAIN_SKELETON_H
#define TRAIN_SKELETON_H

#include <stdbool.h>

#include "base/rng.h"

/** The most knots and strokes of a skeleton. */
enum { SKELETON_KNOTS = 48, SKELETON_STROKES = 6 };

/** A place that the pen passes, x and y about 0..100, y growing downwards. */
typedef struct Knot {
    float x, y;
    bool corner; /* the pen turns sharply; elsewhere it goes round */
} Knot;

/** Stroke s has knots end[s - 1] (0 for the first)..end[s] - 1. */
typedef struct Skeleton {
    Knot knot[SKELETON_KNOTS];
    int end[SKELETON_STROKES];
    int strokes;
} Skeleton;

/** Read the text of a form (see train/forms.h); `rng` draws what it leaves open. */
void skeleton_read(Skeleton *skeleton, const char *text, Rng *rng);

/** Add another skeleton right of one, as far from it as `gap` says; there is room for both. */
void skeleton_join(Skeleton *skeleton, const Skeleton *next, float gap);

/** The first knot of a stroke. */
int skeleton_first(const Skeleton *skeleton, int stroke);

#endif
