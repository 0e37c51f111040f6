/* A grid of bytes of a size found at run time: greys, ink or marks, a pixel each. */
#ifndef INK_FIELD_H
#define INK_FIELD_H

#include <stdbool.h>
#include <stdint.h>

/** height x width bytes, row by row from the top. Release it with field_free(). */
typedef struct Field {
    uint8_t *at;
    int width, height;
} Field;

/** A field of zeros. Errors: out of memory gives false, and a zeroed field. */
bool field_make(Field *field, int width, int height);

/** A copy. Errors: as field_make(). */
bool field_copy(Field *to, const Field *from);

/** Release the bytes; the field is zeroed then. NULL is allowed. */
void field_free(Field *field);

/** The pixels of a field. */
static inline int field_pixels(const Field *field)
{
    return field->width * field->height;
}

/** The longer side. */
static inline int field_longer(const Field *field)
{
    return field->width > field->height ? field->width : field->height;
}

/** The level that `share` of the pixels are at or below, of those above `least`; 0 where none is.
 */
int field_quantile(const Field *field, int least, double share);

/** Smooth by a kernel of 1 2 1 in both directions, so many times. Errors: out of memory. */
bool field_smooth(Field *field, int times);

/**
 * Raise what is darker than all around it and narrower than a window: every pixel becomes the least
 * that the windows over it have as their lightest pixel.
 *
 * @param w, h    of the window, 1 .. the field's own
 * @param beyond  windows may reach beyond the field: what darkens towards its edge stays as it is
 *
 * Errors: out of memory. Source: closing by a rectangle, Serra (1982).
 */
bool field_close(Field *field, int w, int h, bool beyond);

#endif
