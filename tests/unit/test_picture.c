/* The readers of pictures. */
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

#include "base/file.h"
#include "cli/picture.h"
#include "place.h"

static bool load(Place *place, Picture *picture, const void *data, size_t size)
{
    Err err;
    assert_true(file_save(place->file.text, data, size, &err));
    return picture_load(picture, place->file.text, &place->err);
}

static void check_refused(Place *place, const void *data, size_t size, const char *why)
{
    Picture picture;
    assert_false(load(place, &picture, data, size));
    assert_non_null(strstr(place->err.text, place->file.text));
    assert_non_null(strstr(place->err.text, why));
    assert_null(picture.rgba);
}

static void check_pixels(const Picture *picture, int width, int height, const uint8_t *rgba)
{
    assert_int_equal(picture->width, width);
    assert_int_equal(picture->height, height);
    assert_memory_equal(picture->rgba, rgba, 4 * (size_t)(width * height));
}

static void check_grey(const Picture *picture, int width, int height, const uint8_t *grey)
{
    uint8_t rgba[64];
    for (int i = 0; i < width * height; i++) {
        memset(rgba + 4 * i, grey[i], 3);
        rgba[4 * i + 3] = 255;
    }
    check_pixels(picture, width, height, rgba);
}

static void pgm_as_text_is_read(void **state)
{
    const char text[] = "P2 # a comment\n3 # another\n 2\n10\n0 5 10\n10 1 # last\n 0 \n";
    Picture picture;
    assert_true(load(*state, &picture, text, sizeof text - 1));
    check_grey(&picture, 3, 2, (uint8_t[]){0, 128, 255, 255, 26, 0});
    picture_free(&picture);
    assert_null(picture.rgba);
}

static void pgm_of_one_byte_a_pixel_is_read(void **state)
{
    Picture picture;
    assert_true(load(*state, &picture, "P5\n2 2\n255\n\0#\n\377", 15));
    check_grey(&picture, 2, 2, (uint8_t[]){0, '#', '\n', 255});
    picture_free(&picture);
}

static void pgm_of_two_bytes_a_pixel_is_read(void **state)
{
    Picture picture;
    assert_true(load(*state, &picture, "P5 2 1 65535 \x80\x80\xFF\xFF", 17));
    check_grey(&picture, 2, 1, (uint8_t[]){128, 255});
    picture_free(&picture);
}

static void damaged_pgm_is_refused(void **state)
{
    check_refused(*state, "P5 2 2 255 \1\2\3", 14, "ends too early");
    check_refused(*state, "P5 2 2 255 \1\2\3\4\5", 16, "goes on after");
    check_refused(*state, "P5 2 1 9 \1\12", 11, "lighter than white");
    check_refused(*state, "P5 2 1 0 \0\0", 11, "header");
    check_refused(*state, "P5 2 1 65536 \0\0", 15, "header");
    check_refused(*state, "P5 2", 4, "header");
    check_refused(*state, "P5 2 1 255", 10, "header");
    check_refused(*state, "P5 0 1 255 ", 11, "no pixels");
    check_refused(*state, "P2 2 1 9 1", 10, "ends too early");
    check_refused(*state, "P2 2 1 9 1 x", 12, "not a number");
    check_refused(*state, "P2 2 1 9 1 2 3", 14, "goes on after");
}

static void absurd_sizes_are_refused(void **state)
{
    check_refused(*state, "P5 999999999 999999999 255 \1", 28, "64 million");
    check_refused(*state, "P5 1 67108865 255 \1", 19, "64 million");
}

/* A BMP of one row or more: headers, palette of `colours`, then `pixels`. */
static size_t make_bmp(uint8_t *file, int bits, int width, int height, const uint8_t *palette,
                       int colours, const uint8_t *pixels, size_t size)
{
    uint8_t header[54] = {'B', 'M'};
    header[10] = (uint8_t)(54 + 4 * colours);
    header[14] = 40;
    header[18] = (uint8_t)width;
    memset(header + 22, height < 0 ? 0xFF : 0, 4);
    header[22] = (uint8_t)height;
    header[26] = 1;
    header[28] = (uint8_t)bits;
    header[46] = (uint8_t)colours;
    memcpy(file, header, 54);
    if (colours) {
        memcpy(file + 54, palette, 4 * (size_t)colours);
    }
    memcpy(file + header[10], pixels, size);
    return header[10] + size;
}

static void bmp_of_24_bits_is_read_from_the_bottom(void **state)
{
    const uint8_t pixels[] = {255, 255, 255, 0,   0, 0, 0, 0, /* lower row: white, black */
                              0,   0,   255, 255, 0, 0, 0, 0};
    uint8_t file[200];
    size_t size = make_bmp(file, 24, 2, 2, NULL, 0, pixels, sizeof pixels);
    Picture picture;
    assert_true(load(*state, &picture, file, size));
    check_pixels(&picture, 2, 2,
                 (uint8_t[]){255, 0, 0, 255, 0, 0, 255, 255, 255, 255, 255, 255, 0, 0, 0, 255});
    picture_free(&picture);
}

static void bmp_of_32_bits_is_read_from_the_top(void **state)
{
    const uint8_t pixels[] = {9, 9, 9, 0, 200, 200, 200, 255};
    uint8_t file[200];
    size_t size = make_bmp(file, 32, 1, -2, NULL, 0, pixels, sizeof pixels);
    Picture picture;
    assert_true(load(*state, &picture, file, size));
    check_grey(&picture, 1, 2, (uint8_t[]){9, 200});
    picture_free(&picture);
}

static void bmp_with_palette_is_read(void **state)
{
    const uint8_t palette[] = {255, 255, 255, 0, 0, 0, 0, 0, 7, 7, 7, 0};
    uint8_t file[200];
    Picture picture;
    size_t size = make_bmp(file, 1, 9, 1, palette, 2, (uint8_t[]){0x50, 0x80, 0, 0}, 4);
    assert_true(load(*state, &picture, file, size));
    check_grey(&picture, 9, 1, (uint8_t[]){255, 0, 255, 0, 255, 255, 255, 255, 0});
    picture_free(&picture);
    size = make_bmp(file, 4, 3, 1, palette, 3, (uint8_t[]){0x21, 0, 0, 0}, 4);
    assert_true(load(*state, &picture, file, size));
    check_grey(&picture, 3, 1, (uint8_t[]){7, 0, 255});
    picture_free(&picture);
    size = make_bmp(file, 8, 2, 1, palette, 3, (uint8_t[]){1, 2, 0, 0}, 4);
    assert_true(load(*state, &picture, file, size));
    check_grey(&picture, 2, 1, (uint8_t[]){0, 7});
    picture_free(&picture);
}

static void damaged_bmp_is_refused(void **state)
{
    const uint8_t palette[] = {255, 255, 255, 0, 0, 0, 0, 0};
    uint8_t file[200];
    size_t size = make_bmp(file, 8, 2, 1, palette, 2, (uint8_t[]){0, 1, 0, 0}, 4);
    for (size_t kept = 2; kept < size; kept++) {
        check_refused(*state, file, kept, "cannot be read as a picture");
    }
    file[62] = 2;
    check_refused(*state, file, size, "not in its palette");
    file[30] = 1;
    check_refused(*state, file, size, "that Inkling cannot read; save it again, as PNG.");
    file[30] = 0;
    memset(file + 18, 0x7F, 8);
    check_refused(*state, file, size, "64 million");
    memset(file + 18, 0x80, 8);
    check_refused(*state, file, size, "no pixels");
    memset(file + 18, 1, 1);
    memset(file + 10, 0xFF, 4);
    check_refused(*state, file, size, "cannot be read as a picture");
}

/* A PNG of `format` into memory that the caller frees. */
static uint8_t *make_png(png_uint_32 format, png_uint_32 width, png_uint_32 height,
                         const void *pixels, size_t *size)
{
    png_image image = {.version = PNG_IMAGE_VERSION, .width = width, .height = height};
    image.format = format;
    png_alloc_size_t bytes = 0;
    assert_true(png_image_write_to_memory(&image, NULL, &bytes, 0, pixels, 0, NULL));
    uint8_t *data = malloc(bytes);
    assert_true(png_image_write_to_memory(&image, data, &bytes, 0, pixels, 0, NULL));
    *size = bytes;
    return data;
}

static void png_of_any_kind_is_read(void **state)
{
    size_t size;
    Picture picture;
    uint8_t *data = make_png(PNG_FORMAT_GRAY, 3, 1, (uint8_t[]){0, 100, 255}, &size);
    assert_true(load(*state, &picture, data, size));
    check_grey(&picture, 3, 1, (uint8_t[]){0, 100, 255});
    picture_free(&picture);
    free(data);
    data = make_png(PNG_FORMAT_RGB, 1, 2, (uint8_t[]){255, 255, 255, 90, 90, 90}, &size);
    assert_true(load(*state, &picture, data, size));
    check_grey(&picture, 1, 2, (uint8_t[]){255, 90});
    picture_free(&picture);
    free(data);
    data = make_png(PNG_FORMAT_RGBA, 2, 1, (uint8_t[]){0, 0, 0, 255, 7, 8, 9, 128}, &size);
    assert_true(load(*state, &picture, data, size));
    check_pixels(&picture, 2, 1, (uint8_t[]){0, 0, 0, 255, 7, 8, 9, 128});
    picture_free(&picture);
    free(data);
}

static void damaged_png_is_refused(void **state)
{
    enum { IEND_BYTES = 12 };
    uint8_t pixels[32 * 32];
    for (int i = 0; i < 32 * 32; i++) {
        pixels[i] = (uint8_t)(i * i >> 3);
    }
    size_t size;
    uint8_t *data = make_png(PNG_FORMAT_GRAY, 32, 32, pixels, &size);
    for (size_t kept = 1; kept < size - IEND_BYTES; kept += 7) {
        check_refused(*state, data, kept, "cannot be read as a picture");
    }
    data[size / 2] ^= 1;
    check_refused(*state, data, size, "cannot be read as a picture");
    free(data);
}

static void other_files_are_refused(void **state)
{
    check_refused(*state, "", 0, "neither");
    check_refused(*state, "P", 1, "neither");
    check_refused(*state, "GIF89a", 6, "neither");
    Err err;
    Picture picture;
    assert_false(picture_load(&picture, "/nowhere/at/all", &err));
    assert_null(picture.rgba);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLACE_TEST(pgm_as_text_is_read),
        PLACE_TEST(pgm_of_one_byte_a_pixel_is_read),
        PLACE_TEST(pgm_of_two_bytes_a_pixel_is_read),
        PLACE_TEST(damaged_pgm_is_refused),
        PLACE_TEST(absurd_sizes_are_refused),
        PLACE_TEST(bmp_of_24_bits_is_read_from_the_bottom),
        PLACE_TEST(bmp_of_32_bits_is_read_from_the_top),
        PLACE_TEST(bmp_with_palette_is_read),
        PLACE_TEST(damaged_bmp_is_refused),
        PLACE_TEST(png_of_any_kind_is_read),
        PLACE_TEST(damaged_png_is_refused),
        PLACE_TEST(other_files_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
