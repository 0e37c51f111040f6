/* The paper of a picture, and the ink on it. */
#ifndef INK_PAPER_H
#define INK_PAPER_H

#include "ink/field.h"

/** Ink told from its paper. */
typedef struct Paper {
    Field ink;  /* 0 paper .. 255; release it with field_free() */
    bool even;  /* the paper has one grey, and `ink` is how far each pixel is from it */
    bool noisy; /* the paper has grain, and the ink was smoothed */
    int grain;  /* ink of a higher level is none of it */
} Paper;

/**
 * Tell ink from paper. The majority is the paper: of the fields that are left when all that is dark
 * and narrow is filled, or all that is light and narrow, it is the more even one. Where it has no
 * one grey, dark ink is what share of the light is missing.
 *
 * @param[in,out] grey  is used up for work
 *
 * Errors: out of memory; paper has nothing to release then.
 */
bool paper_and_ink(Field *grey, Paper *paper);

/**
 * Tell what lies on the paper, be it darker or lighter: all that differs from the border's grey.
 *
 * @param[out] even  whether the border has one grey, so that this means something
 *
 * Errors: out of memory; paper has nothing to release then.
 */
bool paper_of_border(const Field *grey, Paper *paper, bool *even);

#endif
