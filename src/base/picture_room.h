/* Room for the pixels of a picture that is read. */
#ifndef BASE_PICTURE_ROOM_H
#define BASE_PICTURE_ROOM_H

#include "base/picture.h"

/** Two of the things that can be wrong, which have remedies of their own. */
extern const char PICTURE_TOO_LARGE[], PICTURE_NO_MEMORY[];

/** Whether a picture of these sizes is one, and not too large. @return what is wrong, or NULL */
const char *picture_fits(int64_t width, int64_t height);

/** Take room for one, all of it transparent. @return what is wrong, or NULL */
const char *picture_make(Picture *picture, int64_t width, int64_t height);

#endif
