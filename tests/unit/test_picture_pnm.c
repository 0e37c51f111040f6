/* Pictures in netpbm's formats. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include "picture_check.h"

/* The bytes of a string, and how many. */
#define BYTES(text) text, sizeof(text) - 1

static void pgm_as_text_is_read(void **state)
{
    (void)state;
    check_grey(BYTES("P2 # a comment\n3 # another\n 2\n10\n0 5 10\n10 1 # last\n 0 \n"), 3, 2,
               (uint8_t[]){0, 128, 255, 255, 26, 0});
}

static void pgm_of_one_byte_a_sample_is_read(void **state)
{
    (void)state;
    check_grey(BYTES("P5\n2 2\n255\n\0#\n\377"), 2, 2, (uint8_t[]){0, '#', '\n', 255});
}

static void pgm_of_two_bytes_a_sample_is_read(void **state)
{
    (void)state;
    check_grey(BYTES("P5 2 1 65535 \x80\x80\xFF\xFF"), 2, 1, (uint8_t[]){128, 255});
}

static void what_stands_behind_the_picture_is_passed_over(void **state)
{
    (void)state;
    check_grey(BYTES("P5 2 1 255 \1\2\n"), 2, 1, (uint8_t[]){1, 2});
    check_grey(BYTES("P5 2 1 255 \1\2P5 9 9 255 "), 2, 1, (uint8_t[]){1, 2});
    check_grey(BYTES("P2 2 1 9 0 9 3"), 2, 1, (uint8_t[]){0, 255});
}

static void colours_are_read(void **state)
{
    const uint8_t rgba[] = {255, 0, 128, 255, 0, 255, 255, 255};
    (void)state;
    check_read(BYTES("P3 2 1 2 2 0 1 0 2 2"), 2, 1, rgba);
    check_read(BYTES("P6 2 1 255\n\xFF\0\x80\0\xFF\xFF"), 2, 1, rgba);
}

static void bits_are_read(void **state)
{
    const uint8_t grey[] = {0,   255, 0,   255, 255, 255, 255, 255, 255, 0,
                            255, 0,   255, 0,   255, 0,   255, 0,   0,   255};
    (void)state;
    check_grey(BYTES("P1 10 2 1010000001 0 1 0 1 0 1 0 1 1 0"), 10, 2, grey);
    check_grey(BYTES("P4 10 2\n\xA0\x7F\x55\x80"), 10, 2, grey);
}

static void pam_has_alpha(void **state)
{
    (void)state;
    check_read(BYTES("P7\n# a comment\nWIDTH 2\nHEIGHT 1\nDEPTH 4\nMAXVAL 255\n"
                     "TUPLTYPE RGB_ALPHA\nENDHDR\n\1\2\3\0\4\5\6\377"),
               2, 1, (uint8_t[]){1, 2, 3, 0, 4, 5, 6, 255});
    check_read(BYTES("P7\nDEPTH 2\nMAXVAL 255\nWIDTH 1\nHEIGHT 1\nENDHDR\n\7\x80"), 1, 1,
               (uint8_t[]){7, 7, 7, 128});
    check_grey(BYTES("P7\nDEPTH 1\nMAXVAL 1\nWIDTH 2\nHEIGHT 1\nTUPLTYPE BLACKANDWHITE\nENDHDR\n"
                     "\1\0"),
               2, 1, (uint8_t[]){255, 0});
}

static void damaged_headers_are_refused(void **state)
{
    (void)state;
    check_refused(BYTES("P5 2 1 0 \0\0"), "header");
    check_refused(BYTES("P5 2 1 65536 \0\0"), "header");
    check_refused(BYTES("P5 2"), "header");
    check_refused(BYTES("P5"), "header");
    check_refused(BYTES("P5 2 1 255"), "header");
    check_refused(BYTES("P5 0 1 255 "), "no pixels");
    check_refused(BYTES("P7\nWIDTH 1\nHEIGHT 1\nDEPTH 5\nMAXVAL 1\nENDHDR\n\0\0\0\0\0"), "header");
    check_refused(BYTES("P7\nWIDTH 1\nHEIGHT 1\nENDHDR\n\0"), "header");
    check_refused(BYTES("P7\nWIDTH 1\n"), "header");
    check_refused(BYTES("P7\nWIDTH x\n"), "header");
}

static void damaged_samples_are_refused(void **state)
{
    (void)state;
    check_refused(BYTES("P5 2 2 255 \1\2\3"), "ends too early");
    check_refused(BYTES("P6 1 1 256 \1\2\3\1\2"), "ends too early");
    check_refused(BYTES("P4 9 1\n\1"), "ends too early");
    check_refused(BYTES("P5 2 1 9 \1\12"), "lighter than white");
    check_refused(BYTES("P2 2 1 9 10 1"), "lighter than white");
    check_refused(BYTES("P2 2 1 9 1      "), "ends too early");
    check_refused(BYTES("P2 2 1 9 1 x"), "not a number");
    check_refused(BYTES("P1 2 1 1 2 "), "not a number");
}

/* Nothing is taken for what a header claims and the file does not have. */
static void absurd_sizes_are_refused(void **state)
{
    (void)state;
    check_refused(BYTES("P5 999999999 999999999 255 \1"), "64 million");
    check_refused(BYTES("P5 1 67108865 255 \1"), "64 million");
    check_refused(BYTES("P5 8000 8000 255 \1"), "ends too early");
    check_refused(BYTES("P3 8000 8000 255 1 1 1"), "ends too early");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pgm_as_text_is_read),
        cmocka_unit_test(pgm_of_one_byte_a_sample_is_read),
        cmocka_unit_test(pgm_of_two_bytes_a_sample_is_read),
        cmocka_unit_test(what_stands_behind_the_picture_is_passed_over),
        cmocka_unit_test(colours_are_read),
        cmocka_unit_test(bits_are_read),
        cmocka_unit_test(pam_has_alpha),
        cmocka_unit_test(damaged_headers_are_refused),
        cmocka_unit_test(damaged_samples_are_refused),
        cmocka_unit_test(absurd_sizes_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
