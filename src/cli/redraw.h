/* Pen digits drawn on the sheet as a person may draw them: small or large, in the middle or
 * anywhere, with a thin or thick pen. */
#ifndef CLI_REDRAW_H
#define CLI_REDRAW_H

#include "base/rng.h"
#include "ink/digits.h"
#include "ink/normalise.h"
#include "nn/answer.h"
#include "nn/net.h"

/** How they are drawn. */
typedef struct Redraw {
    float size_least, size_most; /* of the digit's longer side, a share of the sheet's side */
    bool at_random;              /* on the sheet; else in its middle */
    float brush_cell;
    float dot; /* so far outside of the digit's box, a share of its longer side, lies a stray dot
                  where the sheet has room; 0 for none */
} Redraw;

/**
 * What options say, and check it, the brush and the dot too.
 *
 * @param size  of --size: a share above 0 and up to 1, or two as in "0.4..0.9"
 * @param at    of --at: "centre" or "random"
 *
 * Errors: the sentence names the option.
 */
bool redraw_parse(Redraw *redraw, const char *size, const char *at, Err *err);

/**
 * Draw digit i, and what the network makes of it.
 *
 * @param[out] acts    for the shape of the network: its run
 * @param[in,out] rng  of size and place, where those are chosen
 *
 * Errors: out of memory.
 */
bool redraw_answer(const Redraw *redraw, const Digits *digits, int i, Preparation preparation,
                   const Net *net, NetActs *acts, Rng *rng, Answer *answer, Err *err);

#endif
