/* Pictures as GIF. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include "picture_check.h"

enum { BITS = 3, CLEAR = 4, END = 5, FIRST = 6, INTERLACED = 0x40 };

/* A GIF as it is made up: four greys, codes of three bits. */
typedef struct Gif {
    uint8_t file[200];
    size_t size;
    int bits;
} Gif;

static void add(Gif *gif, const void *data, size_t size)
{
    memcpy(gif->file + gif->size, data, size);
    gif->size += size;
}

static Gif begin(int screen_w, int screen_h, int x, int y, int w, int h, int flags)
{
    static const uint8_t colours[] = {0, 0, 0, 80, 80, 80, 160, 160, 160, 255, 255, 255};
    Gif gif = {.size = 0};
    add(&gif, "GIF89a", 6);
    add(&gif, (uint8_t[]){(uint8_t)screen_w, 0, (uint8_t)screen_h, 0, 0x81, 0, 0}, 7);
    add(&gif, colours, sizeof colours);
    add(&gif, (uint8_t[]){'!', 0xFE, 2, 'h', 'i', 0}, 6); /* a comment */
    add(&gif,
        (uint8_t[]){',', (uint8_t)x, 0, (uint8_t)y, 0, (uint8_t)w, 0, (uint8_t)h, 0, (uint8_t)flags,
                    2},
        11);
    return gif;
}

/* Codes, in blocks of one byte. */
static void add_codes(Gif *gif, const uint8_t *code, int codes)
{
    uint8_t packed[64] = {0};
    for (int i = 0; i < codes * BITS; i++) {
        packed[i / 8] |= (uint8_t)((code[i / BITS] >> i % BITS & 1) << i % 8);
    }
    for (int i = 0; i < (codes * BITS + 7) / 8; i++) {
        add(gif, (uint8_t[]){1, packed[i]}, 2);
    }
    add(gif, "\0;", 2);
}

/* Colours with a clear before each, so that no code gets longer. */
static void add_colours(Gif *gif, const uint8_t *colour, int colours)
{
    uint8_t code[64];
    for (int i = 0; i < colours; i++) {
        code[2 * i] = CLEAR;
        code[2 * i + 1] = colour[i];
    }
    code[2 * colours] = END;
    add_codes(gif, code, 2 * colours + 1);
}

static void strings_of_codes_are_spelt_out(void **state)
{
    /* 1, then 11, then 111, each a string that is not known before it comes. */
    Gif gif = begin(6, 1, 0, 0, 6, 1, 0);
    (void)state;
    add_codes(&gif, (uint8_t[]){CLEAR, 1, FIRST, FIRST + 1}, 4);
    check_grey(gif.file, gif.size, 6, 1, (uint8_t[]){80, 80, 80, 80, 80, 80});
    gif = begin(4, 1, 0, 0, 4, 1, 0);
    add_codes(&gif, (uint8_t[]){CLEAR, 1, 2, FIRST}, 4);
    check_grey(gif.file, gif.size, 4, 1, (uint8_t[]){80, 160, 80, 160});
}

static void interlaced_rows_come_in_four_passes(void **state)
{
    Gif gif = begin(1, 9, 0, 0, 1, 9, INTERLACED);
    (void)state;
    add_colours(&gif, (uint8_t[]){0, 3, 1, 2, 2, 3, 3, 3, 3}, 9); /* rows 0 8, 4, 2 6, 1 3 5 7 */
    check_grey(gif.file, gif.size, 1, 9, (uint8_t[]){0, 255, 160, 255, 80, 255, 160, 255, 255});
}

static void screen_around_the_image_is_transparent(void **state)
{
    Gif gif = begin(3, 1, 1, 0, 1, 1, 0);
    (void)state;
    add_colours(&gif, (uint8_t[]){3}, 1);
    check_read(gif.file, gif.size, 3, 1, (uint8_t[]){0, 0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 0});
    gif = begin(1, 1, 1, 0, 1, 1, 0); /* which is stated too small */
    add_colours(&gif, (uint8_t[]){3}, 1);
    check_read(gif.file, gif.size, 2, 1, (uint8_t[]){0, 0, 0, 0, 255, 255, 255, 255});
}

static void damaged_gif_is_refused(void **state)
{
    Gif gif = begin(2, 1, 0, 0, 2, 1, 0);
    (void)state;
    add_codes(&gif, (uint8_t[]){CLEAR, FIRST}, 2); /* a string of nothing */
    check_refused(gif.file, gif.size, "damaged");
    gif = begin(2, 1, 0, 0, 2, 1, 0);
    add_codes(&gif, (uint8_t[]){CLEAR, 1, FIRST + 1}, 3); /* one that is not the next */
    check_refused(gif.file, gif.size, "damaged");
    gif = begin(2, 1, 0, 0, 2, 1, 0);
    add_codes(&gif, (uint8_t[]){CLEAR, 1, END}, 3);
    check_refused(gif.file, gif.size, "ends too early");
    gif = begin(2, 1, 0, 0, 0, 1, 0);
    check_refused(gif.file, gif.size, "no pixels");
    gif = begin(2, 1, 0, 0, 2, 1, 0);
    gif.file[gif.size - 1] = 12;
    check_refused(gif.file, gif.size, "ends too early");
    add(&gif, "\0\0", 2);
    check_refused(gif.file, gif.size, "damaged");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(strings_of_codes_are_spelt_out),
        cmocka_unit_test(interlaced_rows_come_in_four_passes),
        cmocka_unit_test(screen_around_the_image_is_transparent),
        cmocka_unit_test(damaged_gif_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
