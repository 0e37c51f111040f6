/* Pictures that leave the program, as PNG. */
#include "base/picture_file.h"

#include <assert.h>
#include <png.h>
#include <stdlib.h>

#include "base/file.h"

bool picture_file_make(const uint8_t *rgb, int w, int h, uint8_t **png, size_t *size, Err *err)
{
    assert(w > 0 && h > 0);
    /* FAST leaves the filters out, which only lengthen pictures of plain colours. */
    png_image image = {.version = PNG_IMAGE_VERSION,
                       .width = (png_uint_32)w,
                       .height = (png_uint_32)h,
                       .format = PNG_FORMAT_RGB,
                       .flags = PNG_IMAGE_FLAG_FAST};
    png_alloc_size_t room = PNG_IMAGE_PNG_SIZE_MAX(image);
    *png = malloc(room);
    if (!*png) {
        return err_set_code(err, ERR_NO_MEMORY, "There is not enough memory for the picture.");
    }
    if (!png_image_write_to_memory(&image, *png, &room, 0, rgb, 0, NULL)) {
        free(*png);
        *png = NULL;
        return err_set(err, "The picture cannot be made: %s.", image.message);
    }
    *size = room;
    return true;
}

bool picture_file_save(const uint8_t *rgb, int w, int h, const char *path, Err *err)
{
    uint8_t *png;
    size_t size = 0;
    bool ok = picture_file_make(rgb, w, h, &png, &size, err) && file_save(path, png, size, err);
    free(png);
    return ok;
}
