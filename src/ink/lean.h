/* Whether the ink of a picture is darker than its paper, or lighter. */
#ifndef INK_LEAN_H
#define INK_LEAN_H

#include "ink/field.h"

/** What a picture tells. */
typedef enum Lean {
    LEAN_NONE, /* nothing: there are as many narrow things of both kinds */
    LEAN_DARK, /* of what is narrow, far more is darker than what is around it */
    LEAN_LIGHT,
} Lean;

/**
 * Compare what is dark and narrow with what is light and narrow, at the smallest width at which
 * there is enough of either: lines are narrower than the paper that they enclose, and than shadows,
 * cards and the edges of those.
 *
 * @param noise       the standard deviation of the grain, levels
 * @param[out] width  pixels that the lines of ink are not wider than: in windows wider than that
 *                    there is hardly more of it; 0 where that is not known
 *
 * Errors: out of memory.
 */
bool lean_of(const Field *grey, double noise, Lean *lean, double *width);

#endif
