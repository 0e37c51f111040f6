/* Parts of the ink of a picture that may be digits, or pieces of them. */
#ifndef INK_CANDIDATES_H
#define INK_CANDIDATES_H

#include "ink/parts.h"

/** The most of them; the largest ones where there are more. */
enum { CANDIDATES_MAX = 512 };

/** The candidates, the largest first. Dropped ones are no digits after all. */
typedef struct Candidates {
    const InkParts *parts;      /* borrowed, as long as the candidates are used */
    int number[CANDIDATES_MAX]; /* in `parts` */
    int joined[CANDIDATES_MAX]; /* the first one of the same digit, as pieces_choose() has it */
    bool dropped[CANDIDATES_MAX];
    int count;
} Candidates;

/** Choose from all parts, which are neither too small nor frames, shadows, at the border, specks or
 * far fainter than the rest. `noisy` and `even` as of pieces_choose(). */
void candidates_choose(Candidates *candidates, const InkParts *parts, bool noisy, bool even);

/** The part of a candidate. */
const InkPart *candidates_part(const Candidates *candidates, int i);

/** How high a part is. */
int candidates_height(const InkPart *part);

/** How far two parts are from each other to the side, from box to box; below 0 where they overlap.
 */
int candidates_gap_x(const InkPart *a, const InkPart *b);

/** The same upwards or downwards. */
int candidates_gap_y(const InkPart *a, const InkPart *b);

/** The larger of both gaps; 0 where the boxes touch. */
int candidates_apart(const InkPart *a, const InkPart *b);

#endif
