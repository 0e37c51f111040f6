/* The leave-out test: which digits of a writer are learned from, and which are measured on. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <stdio.h>
#include <string.h>

#include "leave_out.h"

/* The digits that labels stand for, in their order: x tells them apart. Those of another writer
 * stand between them. */
static void add(Digits *digits, const char *source, const char *labels)
{
    Err err;
    for (int i = 0; labels[i]; i++) {
        char lines[100];
        snprintf(lines, sizeof lines, "%c %s %d,5\n%c other 0,0\n", labels[i], source, i,
                 labels[i]);
        assert_true(digits_parse(digits, lines, strlen(lines), "lines", &err));
    }
}

static void check(const Digits *digits, const char *labels, const int *x)
{
    assert_int_equal(digits->digits, strlen(labels));
    for (int i = 0; i < digits->digits; i++) {
        assert_string_equal(digits->digit[i].source, "me");
        assert_int_equal(digits->digit[i].label, labels[i] - '0');
        assert_int_equal(digits->point[i].x, x[i]);
    }
}

static void check_split(const char *labels, const char *learned_labels, const int *learned_x,
                        const char *rest_labels, const int *rest_x)
{
    Digits digits = {0}, learned = {0}, rest = {0};
    Err err;
    add(&digits, "me", labels);
    assert_true(leave_out_split(&digits, "me", &learned, &rest, &err));
    check(&learned, learned_labels, learned_x);
    check(&rest, rest_labels, rest_x);
    digits_free(&digits);
    digits_free(&learned);
    digits_free(&rest);
}

static void one_digit_of_each_label_is_learned(void **state)
{
    (void)state;
    check_split("00123456778998", "0123456789", (int[]){0, 2, 3, 4, 5, 6, 7, 8, 10, 11}, "0798",
                (int[]){1, 9, 12, 13});
}

static void where_a_label_is_missing_others_are_learned_twice(void **state)
{
    (void)state;
    check_split("001123456700019", "0012345679", (int[]){0, 1, 2, 4, 5, 6, 7, 8, 9, 14}, "10001",
                (int[]){3, 10, 11, 12, 13});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_digit_of_each_label_is_learned),
        cmocka_unit_test(where_a_label_is_missing_others_are_learned_twice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
