/* Small pictures of what was drawn: reduced from a surface, kept as PNG, compared. */
#ifndef GOLDEN_PICTURE_H
#define GOLDEN_PICTURE_H

#include <SDL.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

/** Release it with golden_free(). */
typedef struct Golden {
    int w, h;
    uint8_t *rgb; /* w * h * 3 bytes, row by row */
} Golden;

/** How two pictures of one size differ, in levels of 0..255. */
typedef struct Difference {
    double mean;  /* of all pixels */
    double worst; /* the largest mean of a tile of some pixels */
    int x, y;     /* the worst tile's top left pixel */
} Difference;

/** A surface of ARGB8888, each of its `by` x `by` pixels made one, the mean of them. Errors: out of
 * memory. */
bool golden_reduce(Golden *picture, const SDL_Surface *surface, int by, Err *err);
void golden_free(Golden *picture);

/** Errors: missing, not a PNG, out of memory. */
bool golden_load(Golden *picture, const char *path, Err *err);
bool golden_save(const Golden *picture, const char *path, Err *err);

/**
 * Compare two pictures of the same size. A pixel counts as far as it lies outside what the other
 * picture has there and one pixel around: an edge that moved by less makes no difference.
 */
Difference golden_compare(const Golden *a, const Golden *b);

#endif
