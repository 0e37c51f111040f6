/* Connected parts of the marks in a picture. */
#ifndef INK_PARTS_H
#define INK_PARTS_H

#include "ink/field.h"

/** One part: marks that touch, also at their corners. */
typedef struct InkPart {
    int x, y, end_x, end_y; /* its box */
    int area;               /* pixels */
    int outline;            /* sides of pixels between it and what is none of it */
    int64_t ink;            /* its levels, added up */
} InkPart;

/** All parts of a picture; release them with parts_free(). */
typedef struct InkParts {
    InkPart *part;
    int parts;
    int *of; /* for each pixel: the number of its part, or -1 */
    int width, height;
    int edge; /* what is so near to the edge reaches the border */
} InkParts;

/**
 * Find the parts.
 *
 * @param mark  1 where there is ink enough; else 0
 * @param ink   the levels, as large
 * @param edge  how thick a frame was taken off at the edge of the picture
 *
 * Errors: out of memory; parts is zeroed then.
 */
bool parts_find(const Field *mark, const Field *ink, int edge, InkParts *parts);

/** Add to each part the faint ink within so many pixels of it, which belongs to the nearest one.
 * Boxes and sums stay as they are. */
void parts_grow(InkParts *parts, const Field *ink, int times);

/** Release them; parts is zeroed then. NULL is allowed. */
void parts_free(InkParts *parts);

/** The width of a part's lines in pixels: twice its area for its outline. */
double part_line(const InkPart *part);

/** The longer side of its box. */
int part_longer(const InkPart *part);

/** Whether it reaches the border of the picture. */
bool part_at_border(const InkParts *parts, const InkPart *part);

#endif
