/* How often which digit was taken for which. */
#include "nn/confusion.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

/* Digit d is right d times, and d + 2 times taken for the next one. */
static Confusion make(void)
{
    Confusion confusion = {0};
    for (int d = 0; d < NET_OUTPUTS; d++) {
        for (int i = 0; i < 2 * d + 2; i++) {
            confusion_add(&confusion, d, i < d ? d : (d + 1) % NET_OUTPUTS);
        }
    }
    return confusion;
}

static void every_image_is_in_its_cell_and_in_the_totals(void **state)
{
    (void)state;
    Confusion confusion = make();
    assert_int_equal(confusion.count[7][7], 7);
    assert_int_equal(confusion.count[7][8], 9);
    assert_int_equal(confusion.count[8][7], 0);
    assert_int_equal(confusion.count[9][0], 11);
    assert_int_equal(confusion.count[7][CONFUSION_ALL], 7 + 9);
    assert_int_equal(confusion.count[CONFUSION_ALL][7], 7 + 8);
    assert_int_equal(confusion.count[CONFUSION_ALL][CONFUSION_ALL], 45 + 65);
}

static void accuracy_is_the_diagonal_over_the_total(void **state)
{
    (void)state;
    Confusion confusion = make();
    assert_int_equal(confusion_right(&confusion, 3), 3);
    assert_int_equal(confusion_right(&confusion, CONFUSION_ALL), 45);
    assert_float_equal(confusion_accuracy(&confusion, 3), 3.0 / 8, 1e-12);
    assert_float_equal(confusion_accuracy(&confusion, CONFUSION_ALL), 45.0 / 110, 1e-12);
}

static void the_accuracy_of_nothing_is_zero(void **state)
{
    (void)state;
    Confusion confusion = {0};
    assert_true(confusion_accuracy(&confusion, 3) == 0);
    assert_true(confusion_accuracy(&confusion, CONFUSION_ALL) == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_image_is_in_its_cell_and_in_the_totals),
        cmocka_unit_test(accuracy_is_the_diagonal_over_the_total),
        cmocka_unit_test(the_accuracy_of_nothing_is_zero),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
