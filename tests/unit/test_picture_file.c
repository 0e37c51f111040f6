/* Pictures as PNG: what is saved is what libpng reads, and nothing is saved by halves. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <png.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/path.h"
#include "base/picture_file.h"

enum { W = 37, H = 19 };

static void fill(uint8_t *rgb)
{
    for (int i = 0; i < W * H * 3; i++) {
        rgb[i] = (uint8_t)(i * i / 7);
    }
}

static void a_picture_comes_back_to_the_bit(void **state)
{
    (void)state;
    uint8_t rgb[W * H * 3], back[sizeof rgb], *png;
    size_t size;
    Err err;
    png_image image = {.version = PNG_IMAGE_VERSION};
    fill(rgb);
    assert_true(picture_file_make(rgb, W, H, &png, &size, &err));
    assert_true(png_image_begin_read_from_memory(&image, png, size));
    assert_int_equal(image.width, W);
    assert_int_equal(image.height, H);
    assert_int_equal(image.format, PNG_FORMAT_RGB);
    assert_true(png_image_finish_read(&image, NULL, back, 0, NULL));
    assert_memory_equal(back, rgb, sizeof rgb);
    free(png);
}

static void a_picture_is_saved_whole_or_not_at_all(void **state)
{
    (void)state;
    uint8_t rgb[W * H * 3];
    Err err = {0};
    Path folder = {"/tmp/inkling-test-XXXXXX"}, path;
    png_image image = {.version = PNG_IMAGE_VERSION};
    fill(rgb);
    assert_non_null(mkdtemp(folder.text));
    assert_true(path_join(&path, folder.text, "none/a.png"));
    assert_false(picture_file_save(rgb, W, H, path.text, &err));
    assert_non_null(strstr(err.text, "none/a.png cannot be saved"));
    assert_true(path_join(&path, folder.text, "a.png"));
    assert_true(picture_file_save(rgb, W, H, path.text, &err));
    assert_true(png_image_begin_read_from_file(&image, path.text));
    png_image_free(&image);
    unlink(path.text);
    assert_int_equal(rmdir(folder.text), 0); /* so nothing else was left there */
}

static void a_picture_wider_than_png_allows_is_refused(void **state)
{
    (void)state;
    enum { TOO_WIDE = 2000000 };
    uint8_t *rgb = calloc(TOO_WIDE, 3), *png;
    size_t size;
    Err err = {0};
    assert_non_null(rgb);
    assert_false(picture_file_make(rgb, TOO_WIDE, 1, &png, &size, &err));
    assert_null(png);
    assert_non_null(strstr(err.text, "The picture cannot be made"));
    free(rgb);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_picture_comes_back_to_the_bit),
        cmocka_unit_test(a_picture_is_saved_whole_or_not_at_all),
        cmocka_unit_test(a_picture_wider_than_png_allows_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
