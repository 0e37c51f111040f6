/* Pictures as BMP. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include "picture_check.h"

enum { PLAIN = 0, RLE8 = 1, RLE4 = 2, BITFIELDS = 3, FILE_HEADER = 14, INFO = 40, V5 = 124 };

/* A BMP as it is made up. */
typedef struct Bmp {
    uint8_t file[400];
    size_t size;
} Bmp;

static void put(uint8_t *at, int32_t value, int bytes)
{
    for (int i = 0; i < bytes; i++) {
        at[i] = (uint8_t)((uint32_t)value >> (8 * i));
    }
}

/* Headers, then `table` (colours, or masks where they are no part of the header), then `pixels`. */
static Bmp make_bmp(int header, int bits, int packing, int width, int height, const void *table,
                    int table_bytes, const void *pixels, int pixel_bytes)
{
    Bmp bmp = {{'B', 'M'}, 0};
    int begin = FILE_HEADER + header + table_bytes;
    put(bmp.file + 10, begin, 4);
    put(bmp.file + 14, header, 4);
    put(bmp.file + 18, width, 4);
    put(bmp.file + 22, height, 4);
    put(bmp.file + 26, 1, 2);
    put(bmp.file + 28, bits, 2);
    put(bmp.file + 30, packing, 4);
    put(bmp.file + 46, bits <= 8 ? table_bytes / 4 : 0, 4);
    if (table_bytes) {
        memcpy(bmp.file + FILE_HEADER + header, table, (size_t)table_bytes);
    }
    memcpy(bmp.file + begin, pixels, (size_t)pixel_bytes);
    bmp.size = (size_t)(begin + pixel_bytes);
    return bmp;
}

static void bmp_of_24_bits_is_read_from_the_bottom(void **state)
{
    const uint8_t pixels[] = {255, 255, 255, 0,   0, 0, 0, 0, /* lower row: white, black */
                              0,   0,   255, 255, 0, 0, 0, 0};
    Bmp bmp = make_bmp(INFO, 24, PLAIN, 2, 2, NULL, 0, pixels, sizeof pixels);
    (void)state;
    check_read(bmp.file, bmp.size, 2, 2,
               (uint8_t[]){255, 0, 0, 255, 0, 0, 255, 255, 255, 255, 255, 255, 0, 0, 0, 255});
}

static void bmp_of_32_bits_is_read_from_the_top(void **state)
{
    const uint8_t pixels[] = {9, 9, 9, 0, 200, 200, 200, 0};
    Bmp bmp = make_bmp(INFO, 32, PLAIN, 1, -2, NULL, 0, pixels, sizeof pixels);
    (void)state;
    check_grey(bmp.file, bmp.size, 1, 2, (uint8_t[]){9, 200});
}

static void bmp_of_16_bits_is_read(void **state)
{
    const uint8_t pixels[] = {0x1F, 0x00, 0x00, 0xF8},
                  masks[] = {0, 0xF8, 0, 0, 0xE0, 0x07, 0, 0, 0x1F, 0, 0, 0};
    Bmp bmp = make_bmp(INFO, 16, BITFIELDS, 2, 1, masks, sizeof masks, pixels, sizeof pixels);
    (void)state;
    check_read(bmp.file, bmp.size, 2, 1, (uint8_t[]){0, 0, 255, 255, 255, 0, 0, 255});
}

static void newest_header_has_alpha(void **state)
{
    const uint8_t pixels[] = {1, 2, 3, 0, 4, 5, 6, 255};
    Bmp bmp = make_bmp(V5, 32, BITFIELDS, 2, 1, NULL, 0, pixels, sizeof pixels);
    (void)state;
    put(bmp.file + 54, 0xFF0000, 4);
    put(bmp.file + 58, 0xFF00, 4);
    put(bmp.file + 62, 0xFF, 4);
    put(bmp.file + 66, (int32_t)0xFF000000, 4);
    check_read(bmp.file, bmp.size, 2, 1, (uint8_t[]){3, 2, 1, 0, 6, 5, 4, 255});
}

static const uint8_t COLOURS[] = {255, 255, 255, 0, 0, 0, 0, 0, 7, 7, 7, 0};

static void bmp_with_colour_table_is_read(void **state)
{
    (void)state;
    Bmp bmp = make_bmp(INFO, 1, PLAIN, 9, 1, COLOURS, 8, (uint8_t[]){0x50, 0x80, 0, 0}, 4);
    check_grey(bmp.file, bmp.size, 9, 1, (uint8_t[]){255, 0, 255, 0, 255, 255, 255, 255, 0});
    bmp = make_bmp(INFO, 4, PLAIN, 3, 1, COLOURS, 12, (uint8_t[]){0x21, 0, 0, 0}, 4);
    check_grey(bmp.file, bmp.size, 3, 1, (uint8_t[]){7, 0, 255});
    bmp = make_bmp(INFO, 8, PLAIN, 2, 1, COLOURS, 12, (uint8_t[]){1, 2, 0, 0}, 4);
    check_grey(bmp.file, bmp.size, 2, 1, (uint8_t[]){0, 7});
}

static void compressed_bmp_is_read(void **state)
{
    const uint8_t rle8[] = {3, 1, 0, 0, 2, 2, 1, 0, 0, 1}, rle4[] = {3, 0x12, 0, 0, 3, 0x01, 0, 1};
    (void)state;
    Bmp bmp = make_bmp(INFO, 8, RLE8, 3, 2, COLOURS, 12, rle8, sizeof rle8);
    check_grey(bmp.file, bmp.size, 3, 2, (uint8_t[]){7, 7, 255, 0, 0, 0});
    bmp = make_bmp(INFO, 4, RLE4, 3, 2, COLOURS, 12, rle4, sizeof rle4);
    check_grey(bmp.file, bmp.size, 3, 2, (uint8_t[]){255, 0, 255, 0, 7, 0});
}

static void damaged_bmp_is_refused(void **state)
{
    Bmp bmp = make_bmp(INFO, 8, PLAIN, 2, 1, COLOURS, 8, (uint8_t[]){0, 1, 0, 0}, 4);
    (void)state;
    for (size_t kept = 2; kept < bmp.size - 4; kept++) {
        check_refused(bmp.file, kept, "cannot be read as a picture");
    }
    bmp.file[62] = 99;
    check_refused(bmp.file, bmp.size, "cannot be read as a picture");
    put(bmp.file + 14, 13, 4);
    check_refused(bmp.file, bmp.size, "header is damaged");
    put(bmp.file + 14, INFO, 4);
    put(bmp.file + 30, 77, 4);
    check_refused(bmp.file, bmp.size, "a kind of BMP that Inkling cannot read");
    put(bmp.file + 30, PLAIN, 4);
    memset(bmp.file + 18, 0x7F, 8);
    check_refused(bmp.file, bmp.size, "ends too early");
    put(bmp.file + 30, RLE8, 4);
    check_refused(bmp.file, bmp.size, "64 million");
    memset(bmp.file + 18, 0x80, 8);
    check_refused(bmp.file, bmp.size, "no pixels");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bmp_of_24_bits_is_read_from_the_bottom),
        cmocka_unit_test(bmp_of_32_bits_is_read_from_the_top),
        cmocka_unit_test(bmp_of_16_bits_is_read),
        cmocka_unit_test(newest_header_has_alpha),
        cmocka_unit_test(bmp_with_colour_table_is_read),
        cmocka_unit_test(compressed_bmp_is_read),
        cmocka_unit_test(damaged_bmp_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
