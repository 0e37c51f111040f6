/* Colours that are shared. */
#include "base/palette.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

static void a_mix_begins_with_one_colour_and_ends_with_the_other(void **state)
{
    (void)state;
    for (int a = 0; a < 256; a += 5) {
        for (int b = 0; b < 256; b += 3) {
            assert_int_equal(palette_mix((uint8_t)a, (uint8_t)b, 0.0f), a);
            assert_int_equal(palette_mix((uint8_t)a, (uint8_t)b, 1.0f), b);
        }
    }
    assert_int_equal(palette_mix(0, 200, 0.25f), 50);
    assert_int_equal(palette_mix(200, 0, 0.25f), 150);
    assert_int_equal(palette_mix(0, 255, 0.5f), 128);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_mix_begins_with_one_colour_and_ends_with_the_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
