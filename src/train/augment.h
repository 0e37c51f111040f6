/* Augmentation: every time an image is trained on, it is turned, scaled, sheared, shifted, bent and
 * made thicker or thinner a little, at random. */
#ifndef TRAIN_AUGMENT_H
#define TRAIN_AUGMENT_H

#include "base/rng.h"
#include "nn/net.h"

/** How strongly, each a standard deviation; all 0 leaves images as they are. */
typedef struct Augment {
    float turn_deg;
    float scale;        /* share, each axis by itself */
    float shear;        /* cells to the side for each cell of height */
    float shift_cell;   /* each axis */
    float elastic_cell; /* of a smooth random field of displacements */
    float width;        /* of the lines, share */
} Augment;

/** None at all. */
static const Augment AUGMENT_NONE;

/** Whether images stay as they are. */
bool augment_is_none(const Augment *augment);

/** Whether every strength is in its range. Errors: one sentence naming the first that is not. */
bool augment_check(const Augment *augment, Err *err);

/** All strengths times `factor`. */
Augment augment_times(const Augment *augment, float factor);

/** "turn 7, scale 0.07": what there is of it, as files have it; "" for none. */
void augment_print(const Augment *augment, char *text, size_t room);

/** An image changed at random. `room` is borrowed by the result; `image` must not be in it. */
NetInput augment_image(const Augment *augment, const NetInput *image, Rng *rng, NetInputRoom *room);

#endif
