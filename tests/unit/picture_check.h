/* What the tests of pictures share: a file's bytes, and what is read from them. */
#ifndef TESTS_PICTURE_CHECK_H
#define TESTS_PICTURE_CHECK_H

#include <string.h>

#include "base/picture.h"

/** Reads bytes that must be a picture of these pixels, `rgba` of width x height x 4. */
static inline void check_read(const void *data, size_t size, int width, int height,
                              const uint8_t *rgba)
{
    Picture picture;
    Err err = {0};
    if (!picture_read(&picture, data, size, "it", &err)) {
        fail_msg("%s", err.text);
    }
    assert_int_equal(picture.width, width);
    assert_int_equal(picture.height, height);
    assert_memory_equal(picture.rgba, rgba, (size_t)(4 * width * height));
    picture_free(&picture);
    assert_null(picture.rgba);
}

/** As check_read(), of a picture of opaque greys. */
static inline void check_grey(const void *data, size_t size, int width, int height,
                              const uint8_t *grey)
{
    uint8_t rgba[4 * 64];
    assert_true(width * height <= 64);
    for (int i = 0; i < width * height; i++) {
        memset(rgba + 4 * i, grey[i], 3);
        rgba[4 * i + 3] = 255;
    }
    check_read(data, size, width, height, rgba);
}

/** Bytes that must be refused, with this in the sentence. */
static inline void check_refused(const void *data, size_t size, const char *why)
{
    Picture picture;
    Err err = {0};
    assert_false(picture_read(&picture, data, size, "this.thing", &err));
    assert_non_null(strstr(err.text, "this.thing"));
    if (!strstr(err.text, why)) {
        fail_msg("%s (instead of: %s)", err.text, why);
    }
    assert_null(picture.rgba);
}

#endif
