/* The forms of digits, told from strokes written here by hand. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <string.h>

#include "cli/forms.h"

static void check(const char *line, const char *wanted)
{
    Digits digits = {0};
    Err err;
    assert_true(digits_parse(&digits, line, strlen(line), "line", &err));
    const char *form = forms_name(digits.digit[0].label, forms_tell(&digits, 0));
    if (strcmp(form, wanted) != 0) {
        fail_msg("%s: %s, not %s", line, form, wanted);
    }
    digits_free(&digits);
}

static void zeros_are_plain_or_slashed(void **state)
{
    (void)state;
    check("0 s 300,0 0,300 0,700 300,1000 600,700 600,300 300,0", "plain");
    check("0 s 60,0 0,300 0,700 60,1000 120,700 120,300 60,0", "plain");
    check("0 s 300,500 200,300 0,300 0,700 300,1000 600,700 600,300 300,0", "plain");
    check("0 s 300,0 0,300 0,700 300,1000 600,700 600,300 310,0 310,500 300,0", "plain");
    check("0 s 300,100 0,300 0,700 300,900 600,700 600,300 300,100;600,0 0,1000", "slashed");
    check("0 s 300,100 0,300 0,700 300,900 600,700 600,300 300,100;600,0 100,1000", "slashed");
    check("0 s 300,100 0,300 0,700 300,900 600,700 600,300 300,100;0,0 600,1000", "slashed");
    check("0 s 300,100 0,300 0,700 300,900 600,700 600,0 300,500 0,1000", "slashed");
}

static void ones_have_a_flag_an_upstroke_a_foot_or_nothing(void **state)
{
    (void)state;
    check("1 s 0,0 0,1000", "bar");
    check("1 s 400,0 0,1000", "bar");
    check("1 s 0,1000 400,0", "bar");
    check("1 s 30,60 50,0 50,1000", "bar");
    check("1 s 20,200 50,0 50,1000", "bar");
    check("1 s 0,200 200,0 200,1000", "flag");
    check("1 s 0,700 400,0 400,1000", "long upstroke");
    check("1 s 0,900 400,0 600,1000", "long upstroke");
    check("1 s 200,0 200,1000;0,1000 400,1000", "foot");
    check("1 s 0,200 200,0 200,980 0,1000 400,1000", "foot");
}

static void twos_and_threes_may_have_a_loop(void **state)
{
    (void)state;
    check("2 s 0,200 300,0 600,200 0,1000 600,1000", "plain foot");
    check("2 s 0,200 300,0 600,200 300,700 100,1000 0,850 100,750 600,1000", "looped foot");
    check("2 s 0,200 300,0 600,200 20,1000 10,990 600,980", "plain foot");
    check("3 s 0,100 500,0 600,200 200,450 600,700 400,1000 0,900", "plain");
    check("3 s 0,100 500,0 600,200 300,520 150,450 300,400 600,700 400,1000 0,900",
          "looped middle");
}

static void fours_are_open_or_closed(void **state)
{
    (void)state;
    check("4 s 0,0 0,500 600,500;500,0 500,1000", "open");
    check("4 s 200,0 0,700 600,700;300,500 300,1000", "open");
    check("4 s 0,0 0,500 400,500 500,0 500,1000", "open");
    check("4 s 400,0 0,700 600,700;400,0 400,1000", "closed");
    check("4 s 400,0 0,600 450,600 400,0 400,1000", "closed");
}

static void the_other_digits_have_a_bar_a_tail_or_a_second_stroke(void **state)
{
    (void)state;
    check("5 s 500,0 0,0 0,400 500,700 0,1000", "one stroke");
    check("5 s 0,0 0,400 500,700 0,1000;0,0 500,0", "two strokes");
    check("6 s 500,0 0,600 300,1000 500,700 0,700", "plain");
    check("7 s 0,0 600,0 200,1000", "plain");
    check("7 s 0,0 600,0 200,1000;100,500 600,450", "crossed");
    check("7 s 600,0 200,1000;0,0 600,0", "plain");
    check("8 s 500,0 0,200 500,700 0,1000 0,700 500,0", "one stroke");
    check("8 s 200,0 0,200 200,400 400,200 200,0;200,400 0,700 200,1000 400,700 200,400",
          "two strokes");
    check("9 s 500,100 200,0 0,200 200,400 500,100 450,1000", "straight tail");
    check("9 s 700,100 200,0 0,200 200,400 700,100 200,1000", "straight tail");
    check("9 s 500,100 200,0 0,200 200,400 500,100 480,900 250,1000 0,900", "curved tail");
}

static void a_dot_has_a_form_whatever_its_label(void **state)
{
    (void)state;
    for (char line[] = "0 s 5,5"; line[0] <= '9'; line[0]++) {
        Digits digits = {0};
        Err err;
        assert_true(digits_parse(&digits, line, strlen(line), "line", &err));
        int form = forms_tell(&digits, 0);
        assert_in_range(form, 0, forms_count(line[0] - '0') - 1);
        digits_free(&digits);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(zeros_are_plain_or_slashed),
        cmocka_unit_test(ones_have_a_flag_an_upstroke_a_foot_or_nothing),
        cmocka_unit_test(twos_and_threes_may_have_a_loop),
        cmocka_unit_test(fours_are_open_or_closed),
        cmocka_unit_test(the_other_digits_have_a_bar_a_tail_or_a_second_stroke),
        cmocka_unit_test(a_dot_has_a_form_whatever_its_label),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
