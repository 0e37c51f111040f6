/* Thin lines drawn again, as wide as networks read them best. */
#ifndef INK_THICKEN_H
#define INK_THICKEN_H

#include "ink/field.h"

/**
 * Draw a digit again if its lines, fitted, are thinner than those of MNIST by far: each place of
 * them becomes a disc.
 *
 * @param[in,out] ink  a digit, 0 paper .. 255; another field, of another size, where it is redrawn
 *
 * Errors: out of memory; ink is as it was then.
 */
bool thicken(Field *ink);

#endif
