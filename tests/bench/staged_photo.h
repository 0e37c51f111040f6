/* Staged pictures that a camera takes, and those with a patch of another colour. */
#ifndef BENCH_STAGED_PHOTO_H
#define BENCH_STAGED_PHOTO_H

#include "staged.h"

/** Colour the pixels of a patch, dark or light, around the digit: a note with a darker digit, or a
 * button with a light one. */
void staged_patch(Staged *staged, bool button, Rng *rng);

/** Photograph the ink: paper of a kind, light on it, and what the camera and the file make of both.
 * Errors: out of memory; staged is zeroed then. */
bool staged_photo(Staged *staged, StagedKind kind, Rng *rng, Err *err);

#endif
