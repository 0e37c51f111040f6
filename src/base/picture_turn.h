/* How a picture was held when it was taken: EXIF's orientation, and turning it upright. */
#ifndef BASE_PICTURE_TURN_H
#define BASE_PICTURE_TURN_H

#include "base/picture.h"

/** The orientation that EXIF data states: 1 (upright) .. 8; 1 where it states none, or is damaged.
 * Source: CIPA DC-008 (Exif 2.3), tag 0x0112. */
int picture_orientation(const uint8_t *exif, size_t size);

/** Turn and mirror a picture of that orientation upright. Errors: out of memory (false), then it is
 * as it was. */
bool picture_turn(Picture *picture, int orientation);

#endif
