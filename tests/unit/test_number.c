/* Numbers as text. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <stdio.h>

#include "base/number.h"

static void a_count_has_its_thousands(void **state)
{
    (void)state;
    static const struct {
        double count;
        const char *text;
    } CASE[] = {{0.0, "0"}, {950.4, "950"}, {60000.0, "60,000"}, {1.44e6, "1.4 M"}};
    for (int i = 0; i < 4; i++) {
        char text[NUMBER_TEXT];
        number_print(text, sizeof text, CASE[i].count);
        assert_string_equal(text, CASE[i].text);
    }
}

/* Every share of 10,000 images. */
static void a_share_reads_the_same_from_a_float(void **state)
{
    (void)state;
    int apart = 0;
    for (int right = 0; right <= 10000; right++) {
        char whole[NUMBER_TEXT], single[NUMBER_TEXT], expected[32], plain[32];
        double share = right / 10000.0;
        number_print_share(whole, sizeof whole, share);
        number_print_share(single, sizeof single, (double)(float)share);
        snprintf(expected, sizeof expected, "%d.%d %%", (right + 5) / 100, (right + 5) / 10 % 10);
        assert_string_equal(whole, expected);
        assert_string_equal(single, expected);
        snprintf(plain, sizeof plain, "%.1f %%", 100.0 * (double)(float)share);
        apart += expected[0] != plain[0] || expected[3] != plain[3];
    }
    assert_true(apart > 0); /* else it would not be needed */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_count_has_its_thousands),
        cmocka_unit_test(a_share_reads_the_same_from_a_float),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
