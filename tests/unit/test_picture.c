/* Pictures: their formats, told by contents, and how they were held. BMP and netpbm's have tests of
 * their own. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <SDL_image.h>
#include <png.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "picture_check.h"
#include "place.h"

/* A file as it is made up. */
typedef struct Made {
    uint8_t data[4000];
    size_t size;
} Made;

static void add(Made *made, const void *data, size_t size)
{
    assert_true(made->size + size <= sizeof made->data);
    memcpy(made->data + made->size, data, size);
    made->size += size;
}

/* A PNG of `format` of libpng. */
static Made make_png(png_uint_32 format, png_uint_32 width, png_uint_32 height, const void *pixels)
{
    Made made = {.size = sizeof made.data};
    png_image image = {
        .version = PNG_IMAGE_VERSION, .width = width, .height = height, .format = format};
    assert_true(png_image_write_to_memory(&image, made.data, &made.size, 0, pixels, 0, NULL));
    return made;
}

/* A JPEG whose pixels are dark at the left, and light at the right; 32 x 16. */
static Made make_jpeg(void)
{
    enum { WIDTH = 32, HEIGHT = 16 };
    static uint8_t rgb[WIDTH * HEIGHT * 3];
    Made made = {0};
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
        memset(rgb + 3 * i, i % WIDTH < WIDTH / 2 ? 20 : 230, 3);
    }
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormatFrom(rgb, WIDTH, HEIGHT, 24, 3 * WIDTH,
                                                              SDL_PIXELFORMAT_RGB24);
    SDL_RWops *out = SDL_RWFromMem(made.data, sizeof made.data);
    assert_int_equal(IMG_SaveJPG_RW(surface, out, 0, 95), 0);
    made.size = (size_t)SDL_RWtell(out);
    SDL_RWclose(out);
    SDL_FreeSurface(surface);
    return made;
}

static const uint8_t EXIF_BIG[] = {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0,
                                   3,   0,   0, 0,  1, 0, 6, 0, 0, 0, 0, 0,    0};

/* EXIF in the other order of bytes, its entry behind another one. */
static void make_exif(uint8_t exif[38], int orientation)
{
    const uint8_t little[38] = {'I', 'I', 42, 0,    8, 0, 0, 0, 2, 0, 0, 1, 3, 0, 1, 0, 0, 0, 9,
                                0,   0,   0,  0x12, 1, 3, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    memcpy(exif, little, 38);
    exif[30] = (uint8_t)orientation;
}

/* The JPEG with EXIF right behind its beginning, as cameras put it. */
static Made with_exif(const Made *jpeg, int orientation)
{
    uint8_t exif[38];
    Made made = {0};
    make_exif(exif, orientation);
    add(&made, jpeg->data, 2);
    add(&made, (uint8_t[]){0xFF, 0xE1, 0, 2 + 6 + 38, 'E', 'x', 'i', 'f', 0, 0}, 10);
    add(&made, exif, 38);
    add(&made, jpeg->data + 2, jpeg->size - 2);
    return made;
}

static const uint8_t WEBP[] = {0x52, 0x49, 0x46, 0x46, 0x20, 0x00, 0x00, 0x00, 0x57, 0x45,
                               0x42, 0x50, 0x56, 0x50, 0x38, 0x4c, 0x13, 0x00, 0x00, 0x00,
                               0x2f, 0x01, 0x00, 0x00, 0x00, 0x0f, 0x10, 0x07, 0xfc, 0x1f,
                               0xc0, 0xf9, 0x8f, 0x0a, 0x15, 0x88, 0xe8, 0x7f, 0x00, 0x00};

static const uint8_t GIF[] = {
    'G',  'I',  'F',  '8',  '9', 'a', 2, 0, 1, 0, 0x80, 0, 0, /* 2 x 1 */
    255,  0,    0,    0,    0,   255,                         /* red, blue */
    0x21, 0xF9, 4,    1,    0,   0,   1, 0,                   /* the second one is transparent */
    ',',  0,    0,    0,    0,   2,   0, 1, 0, 0,             /* the image */
    2,    2,    0x44, 0x0A, 0,   ';'};

static void png_keeps_its_alpha(void **state)
{
    (void)state;
    Made png = make_png(PNG_FORMAT_GRAY, 3, 1, (uint8_t[]){0, 100, 255});
    check_grey(png.data, png.size, 3, 1, (uint8_t[]){0, 100, 255});
    png = make_png(PNG_FORMAT_RGB, 1, 2, (uint8_t[]){255, 254, 253, 90, 91, 92});
    check_read(png.data, png.size, 1, 2, (uint8_t[]){255, 254, 253, 255, 90, 91, 92, 255});
    png = make_png(PNG_FORMAT_RGBA, 2, 1, (uint8_t[]){9, 8, 7, 255, 1, 2, 3, 0});
    check_read(png.data, png.size, 2, 1, (uint8_t[]){9, 8, 7, 255, 1, 2, 3, 0});
}

static void damaged_png_is_refused(void **state)
{
    enum { IEND_BYTES = 12 };
    uint8_t pixels[32 * 32];
    (void)state;
    for (int i = 0; i < 32 * 32; i++) {
        pixels[i] = (uint8_t)(i * i >> 3);
    }
    Made png = make_png(PNG_FORMAT_GRAY, 32, 32, pixels);
    for (size_t kept = 1; kept < png.size - IEND_BYTES; kept += 7) {
        check_refused(png.data, kept, "cannot be read as a picture");
    }
    memset(png.data + 16, 0x11, 8);
    check_refused(png.data, png.size, "64 million pixels; make it smaller");
}

static void gif_webp_and_jpeg_are_read(void **state)
{
    Picture picture;
    Err err;
    (void)state;
    check_read(GIF, sizeof GIF, 2, 1, (uint8_t[]){255, 0, 0, 255, 0, 0, 0, 0});
    check_read(WEBP, sizeof WEBP, 2, 1, (uint8_t[]){255, 0, 0, 255, 127, 0, 128, 255});
    Made jpeg = make_jpeg();
    assert_true(picture_read(&picture, jpeg.data, jpeg.size, "it", &err));
    assert_int_equal(picture.width, 32);
    assert_int_equal(picture.height, 16);
    assert_in_range(picture.rgba[0], 10, 30);
    assert_in_range(picture.rgba[4 * 31], 220, 240);
    assert_int_equal(picture.rgba[3], 255);
    picture_free(&picture);
}

static void cut_files_are_refused(void **state)
{
    (void)state;
    Made jpeg = make_jpeg();
    for (size_t kept = 3; kept < jpeg.size; kept += 5) {
        check_refused(jpeg.data, kept, "cannot be read as a picture");
    }
    for (size_t kept = 12; kept < sizeof WEBP; kept++) {
        check_refused(WEBP, kept, "cannot be read as a picture");
    }
    for (size_t kept = 6; kept < sizeof GIF - 6; kept++) {
        check_refused(GIF, kept, "cannot be read as a picture");
    }
}

/* Puts bytes into a copy of a file. */
static Made changed(const void *file, size_t size, size_t at, const void *bytes, size_t count)
{
    Made made = {0};
    add(&made, file, size);
    memcpy(made.data + at, bytes, count);
    return made;
}

static void absurd_sizes_are_refused_before_there_is_room(void **state)
{
    static const uint8_t huge[] = {255, 255, 255, 255};
    (void)state;
    Made gif = changed(GIF, sizeof GIF, 6, huge, 4);
    check_refused(gif.data, gif.size, "64 million");
    gif = changed(GIF, sizeof GIF, 32, huge, 4);
    check_refused(gif.data, gif.size, "64 million");
    Made webp = changed(WEBP, sizeof WEBP, 21, huge, 4);
    check_refused(webp.data, webp.size, "64 million");
    Made jpeg = make_jpeg();
    size_t at = 0;
    while (jpeg.data[at] != 0xFF || jpeg.data[at + 1] != 0xC0) {
        at++;
    }
    Made other = changed(jpeg.data, jpeg.size, at + 5, huge, 4);
    check_refused(other.data, other.size, "64 million");
    other = changed(jpeg.data, jpeg.size, at + 9, (uint8_t[]){4}, 1);
    check_refused(other.data, other.size, "CMYK");
}

/* Where the dark left half of a JPEG is, once it stands upright. */
static void check_dark(int orientation, int width, int height, int x, int y)
{
    Made jpeg = make_jpeg(), made = with_exif(&jpeg, orientation);
    Picture picture;
    Err err;
    assert_true(picture_read(&picture, made.data, made.size, "it", &err));
    assert_int_equal(picture.width, width);
    assert_int_equal(picture.height, height);
    int opposite = (height - 1 - y) * width + width - 1 - x;
    assert_in_range(picture.rgba[4 * (y * width + x)], 0, 40);
    assert_in_range(picture.rgba[4 * opposite], 210, 255);
    picture_free(&picture);
}

static void jpeg_stands_upright(void **state)
{
    (void)state;
    check_dark(0, 32, 16, 0, 0);
    check_dark(1, 32, 16, 0, 0);
    check_dark(2, 32, 16, 31, 0);
    check_dark(3, 32, 16, 31, 0);
    check_dark(4, 32, 16, 0, 0);
    check_dark(5, 16, 32, 0, 0);
    check_dark(6, 16, 32, 0, 0);
    check_dark(7, 16, 32, 0, 31);
    check_dark(8, 16, 32, 0, 31);
    check_dark(9, 32, 16, 0, 0);
}

/* A PNG with eXIf behind its header: the reader of PNG does not check its sum. */
static Made png_with_exif(int orientation)
{
    uint8_t exif[38];
    Made png = make_png(PNG_FORMAT_GRAY, 2, 3, (uint8_t[]){1, 2, 3, 4, 5, 6}), made = {0};
    enum { HEADER_END = 8 + 25 };
    make_exif(exif, orientation);
    add(&made, png.data, HEADER_END);
    add(&made, (uint8_t[]){0, 0, 0, 38, 'e', 'X', 'I', 'f'}, 8);
    add(&made, exif, 38);
    add(&made, (uint8_t[4]){0}, 4);
    add(&made, png.data + HEADER_END, png.size - HEADER_END);
    return made;
}

/* All pixels of 1 2 / 3 4 / 5 6, in all eight positions. */
static void png_stands_upright_in_all_orientations(void **state)
{
    static const uint8_t UPRIGHT[8][6] = {
        {1, 2, 3, 4, 5, 6}, {2, 1, 4, 3, 6, 5}, {6, 5, 4, 3, 2, 1}, {5, 6, 3, 4, 1, 2},
        {1, 3, 5, 2, 4, 6}, {5, 3, 1, 6, 4, 2}, {6, 4, 2, 5, 3, 1}, {2, 4, 6, 1, 3, 5}};
    (void)state;
    for (int orientation = 1; orientation <= 8; orientation++) {
        Made png = png_with_exif(orientation);
        bool tall = orientation <= 4;
        check_grey(png.data, png.size, tall ? 2 : 3, tall ? 3 : 2, UPRIGHT[orientation - 1]);
    }
}

/* A WebP whose chunk of EXIF says 6: right of what was the bottom. */
static void webp_stands_upright(void **state)
{
    uint8_t chunk[8] = {'E', 'X', 'I', 'F', sizeof EXIF_BIG};
    Made webp = changed(WEBP, sizeof WEBP, 4, (uint8_t[]){32 + 8 + sizeof EXIF_BIG}, 1);
    (void)state;
    add(&webp, chunk, sizeof chunk);
    add(&webp, EXIF_BIG, sizeof EXIF_BIG);
    check_read(webp.data, webp.size, 1, 2, (uint8_t[]){255, 0, 0, 255, 127, 0, 128, 255});
}

static void damaged_exif_turns_nothing(void **state)
{
    (void)state;
    for (size_t at = 0; at < 30; at++) {
        Made png = png_with_exif(6);
        png.data[8 + 25 + 8 + at] ^= 0xFF;
        Picture picture;
        Err err;
        assert_true(picture_read(&picture, png.data, png.size, "it", &err));
        picture_free(&picture);
    }
}

static void foreign_formats_are_named(void **state)
{
    (void)state;
    check_refused("\0\0\0\x18"
                  "ftypheic",
                  12, "it is an HEIC; save it as PNG or JPEG.");
    check_refused("\0\0\0\x18"
                  "ftypavif",
                  12, "an AVIF;");
    check_refused("II*\0", 4, "a TIFF;");
    check_refused("%PDF-1.7", 8, "a PDF;");
    check_refused("<?xml version='1.0'?>\n<svg>", 27, "an SVG;");
    check_refused("<!DOCTYPE html>", 15, "a page of the web");
    check_refused("P", 1, "of no format that Inkling knows");
    check_refused("", 0, "is empty");
}

static void pipe_is_read(void **state)
{
    Place *place = *state;
    Picture picture;
    Err err;
    int end[2], in = dup(STDIN_FILENO);
    assert_int_equal(pipe(end), 0);
    assert_int_equal(write(end[1], "P5 2 1 255 \1\2", 13), 13);
    close(end[1]);
    dup2(end[0], STDIN_FILENO);
    close(end[0]);
    assert_true(picture_load_stream(&picture, "-", &err));
    assert_int_equal(picture.rgba[4], 2);
    picture_free(&picture);
    assert_false(picture_load_stream(&picture, "-", &err));
    assert_non_null(strstr(err.text, "Standard input"));
    dup2(in, STDIN_FILENO);
    close(in);
    /* A window would wait for ever. */
    assert_int_equal(mkfifo(place->file.text, 0600), 0);
    assert_false(picture_load(&picture, place->file.text, &err));
    assert_non_null(strstr(err.text, place->file.text));
    assert_false(picture_seems(place->file.text));
}

static void file_is_read_from_disk(void **state)
{
    Place *place = *state;
    Picture picture;
    Err err;
    assert_true(file_save(place->file.text, "P5 2 1 255 \1\2", 13, &err));
    assert_true(picture_load(&picture, place->file.text, &err));
    picture_free(&picture);
    assert_true(picture_load_stream(&picture, place->file.text, &err));
    picture_free(&picture);
    assert_true(picture_seems(place->file.text));
    assert_false(picture_seems("/nowhere/at/all"));
    assert_false(picture_seems("/"));
    assert_true(file_save(place->file.text, "BM\0\0\0\0\0\0{}", 10, &err)); /* a network */
    assert_false(picture_seems(place->file.text));
    assert_false(picture_load(&picture, "/nowhere/at/all", &err));
    assert_null(picture.rgba);
    assert_false(picture_load_stream(&picture, "/nowhere/at/all", &err));
    assert_false(picture_load_stream(&picture, "/", &err));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(png_keeps_its_alpha),
        cmocka_unit_test(damaged_png_is_refused),
        cmocka_unit_test(gif_webp_and_jpeg_are_read),
        cmocka_unit_test(cut_files_are_refused),
        cmocka_unit_test(absurd_sizes_are_refused_before_there_is_room),
        cmocka_unit_test(jpeg_stands_upright),
        cmocka_unit_test(png_stands_upright_in_all_orientations),
        cmocka_unit_test(webp_stands_upright),
        cmocka_unit_test(damaged_exif_turns_nothing),
        cmocka_unit_test(foreign_formats_are_named),
        PLACE_TEST(pipe_is_read),
        PLACE_TEST(file_is_read_from_disk),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
