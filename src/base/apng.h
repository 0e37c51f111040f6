/* A film as an animated PNG, put together frame by frame: of each frame only what differs from the
 * one before is kept. Source of the format: W3C, "Portable Network Graphics (PNG) Specification
 * (Third Edition)", 2025, 11.3.6 (acTL, fcTL, fdAT). */
#ifndef BASE_APNG_H
#define BASE_APNG_H

#include "base/err.h"

#include <stddef.h>
#include <stdint.h>

/** A film that is being put together. One thread at a time. */
typedef struct Apng Apng;

/** Limits: a side of the picture, the longest that a frame stays. */
enum { APNG_SIDE_MAX = 4096, APNG_MS_MAX = 60000 };

/** Begin a film of w x h pixels, each side 1..APNG_SIDE_MAX. Errors: out of memory; NULL then. */
Apng *apng_create(int w, int h, Err *err);

/** Drop it, with all of its frames. NULL is allowed. */
void apng_destroy(Apng *apng);

/**
 * Add a frame. One that is like the frame before makes that stay longer.
 *
 * @param rgb  h x w x 3, row by row from the top left; not kept
 * @param ms   how long it stays, 1..APNG_MS_MAX
 *
 * Errors: out of memory; the film can only be dropped then.
 */
bool apng_add(Apng *apng, const uint8_t *rgb, int ms, Err *err);

/** How many frames there are, those that were like the one before apart. */
int apng_frames(const Apng *apng);

/** How large the file is going to be, in bytes, as it is now. */
size_t apng_size(const Apng *apng);

/**
 * The file of all frames so far, at least one, which plays over and over: with a palette where they
 * have at most 255 colours together, else in 24 bits a pixel and its alpha.
 *
 * @param[out] png  apng_size() bytes on the heap, the caller frees them
 *
 * Errors: out of memory; png is NULL then.
 */
bool apng_make(const Apng *apng, uint8_t **png, size_t *size, Err *err);

#endif
