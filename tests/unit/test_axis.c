/* The axis of a plot: its ends, its ticks, and what they are called. */
#include "base/axis.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <math.h>

static void an_end_is_round_and_not_below_the_figures(void **state)
{
    (void)state;
    for (double most = 1e-9; most < 1e9; most *= 1.037) {
        double end = axis_round_up(most), lead = end / pow(10, floor(log10(end * 1.0001)));
        assert_true(end >= most * 0.9999 && end <= most * 2.51);
        assert_true(fabs(lead - 1) < 1e-6 || fabs(lead - 2) < 1e-6 || fabs(lead - 5) < 1e-6);
    }
    assert_float_equal(axis_round_up(0.3), 0.5, 1e-12);
    assert_float_equal(axis_round_up(0.2), 0.2, 1e-12);
    assert_float_equal(axis_round_up(51), 100, 1e-9);
}

static void nothing_has_an_end_too(void **state)
{
    (void)state;
    assert_true(axis_round_up(0) > 0);
    assert_true(axis_round_up(-1) > 0);
    assert_true(isfinite(axis_round_up(NAN)));
}

static void ticks_are_the_multiples_of_a_step_between_the_ends(void **state)
{
    (void)state;
    double tick[8];
    assert_int_equal(axis_ticks(0, 1, 0.2, 6, tick), 6);
    for (int i = 0; i < 6; i++) {
        assert_float_equal(tick[i], 0.2f * (float)i, 1e-6f);
    }
    assert_int_equal(axis_ticks(0.8, 1, 0.05, 5, tick), 5);
    assert_float_equal(tick[0], 0.8, 1e-9);
    assert_float_equal(tick[4], 1, 1e-9);
    assert_int_equal(axis_ticks(0.07, 0.29, 0.1, 8, tick), 2);
    assert_float_equal(tick[0], 0.1, 1e-9);
    assert_int_equal(axis_ticks(0, 120, 20, 8, tick), 7);
    assert_int_equal(axis_ticks(0, 120, 20, 4, tick), 4);
    for (double low = 0; low < 1; low += 0.07) {
        for (double high = low + 0.01; high < 300; high *= 1.7) {
            int count = axis_ticks(low, high, axis_round_up((high - low) / 8), 8, tick);
            assert_in_range(count, 1, 8);
            assert_true(tick[0] >= low - 0.01 * (high - low));
            assert_true(tick[count - 1] <= high + 0.01 * (high - low));
        }
    }
}

static void ticks_of_a_log_axis_are_powers_of_ten_where_there_are_many(void **state)
{
    (void)state;
    double tick[8];
    assert_int_equal(axis_log_ticks(0.1, 1, 8, tick), 4);
    assert_float_equal(tick[1], 0.2, 1e-9);
    assert_float_equal(tick[2], 0.5, 1e-9);
    assert_int_equal(axis_log_ticks(1e-4, 10, 8, tick), 6);
    assert_float_equal(tick[0], 1e-4, 1e-9);
    assert_float_equal(tick[5], 10, 1e-9);
    assert_in_range(axis_log_ticks(1e-12, 1e6, 4, tick), 2, 4);
}

static void ticks_are_written_short(void **state)
{
    static const struct {
        double value;
        bool percent;
        const char *text;
    } CASE[] = {{0, false, "0"},           {0.1 * 3, false, "0.3"}, {2e-7, false, "2e-07"},
                {0.975, true, "97.5 %"},   {1, true, "100 %"},      {0.1 * 7, true, "70 %"},
                {0.9998, true, "99.98 %"}, {120, false, "120"}};
    (void)state;
    for (size_t i = 0; i < sizeof CASE / sizeof CASE[0]; i++) {
        char text[24];
        axis_print(CASE[i].value, CASE[i].percent, text, sizeof text);
        assert_string_equal(text, CASE[i].text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_end_is_round_and_not_below_the_figures),
        cmocka_unit_test(nothing_has_an_end_too),
        cmocka_unit_test(ticks_are_the_multiples_of_a_step_between_the_ends),
        cmocka_unit_test(ticks_of_a_log_axis_are_powers_of_ten_where_there_are_many),
        cmocka_unit_test(ticks_are_written_short),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
