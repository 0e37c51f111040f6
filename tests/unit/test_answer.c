/* The rule of doubt. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "nn/answer.h"

/* Outputs that are 0 but for two digits. */
static Answer of_two(int a, float a_output, int b, float b_output)
{
    float outputs[NET_OUTPUTS] = {0};
    outputs[a] = a_output;
    outputs[b] = b_output;
    return answer_of(outputs);
}

static void assert_answer(Answer answer, AnswerKind kind, int digit, int other)
{
    assert_int_equal(answer.kind, kind);
    assert_int_equal(answer.digit, digit);
    assert_int_equal(answer.other, other);
}

static void one_strong_output_is_sure(void **state)
{
    (void)state;
    assert_answer(of_two(7, 0.95f, 1, 0.1f), ANSWER_SURE, 7, 1);
    assert_answer(of_two(0, 1.0f, 9, 0.0f), ANSWER_SURE, 0, 1);
}

static void two_close_outputs_are_in_doubt(void **state)
{
    (void)state;
    assert_answer(of_two(7, 0.9f, 1, 0.8f), ANSWER_DOUBT, 7, 1);
    assert_answer(of_two(1, 0.8f, 7, 0.9f), ANSWER_DOUBT, 7, 1);
}

static void a_weak_output_is_in_doubt(void **state)
{
    (void)state;
    assert_answer(of_two(4, 0.5f, 9, 0.01f), ANSWER_DOUBT, 4, 9);
}

static void weak_outputs_alone_are_no_digit(void **state)
{
    (void)state;
    assert_answer(of_two(3, 0.2f, 8, 0.1f), ANSWER_NONE, 3, 8);
}

static void blank_outputs_are_no_digit(void **state)
{
    (void)state;
    assert_answer(of_two(0, 0.0f, 1, 0.0f), ANSWER_NONE, 0, 1);
}

/* On either side of each threshold. */
static void the_thresholds_are_those_that_have_names(void **state)
{
    static const float STEP = 0.001f;
    (void)state;
    assert_int_equal(of_two(2, ANSWER_NONE_BELOW - STEP, 3, 0.0f).kind, ANSWER_NONE);
    assert_int_equal(of_two(2, ANSWER_NONE_BELOW, 3, 0.0f).kind, ANSWER_DOUBT);
    assert_int_equal(of_two(2, ANSWER_WEAK_BELOW - STEP, 3, 0.0f).kind, ANSWER_DOUBT);
    assert_int_equal(of_two(2, ANSWER_WEAK_BELOW, 3, 0.0f).kind, ANSWER_SURE);
    assert_int_equal(of_two(2, 1.0f, 3, ANSWER_CLOSE_SHARE).kind, ANSWER_SURE);
    assert_int_equal(of_two(2, 1.0f, 3, ANSWER_CLOSE_SHARE + STEP).kind, ANSWER_DOUBT);
}

static void of_equal_outputs_the_lowest_digits_stand(void **state)
{
    float outputs[NET_OUTPUTS];
    (void)state;
    for (int i = 0; i < NET_OUTPUTS; i++) {
        outputs[i] = 0.7f;
    }
    assert_answer(answer_of(outputs), ANSWER_DOUBT, 0, 1);
    assert_answer(of_two(5, 0.7f, 8, 0.7f), ANSWER_DOUBT, 5, 8);
}

static void the_names_are_those_that_are_shown(void **state)
{
    (void)state;
    assert_string_equal(answer_name(ANSWER_SURE), "sure");
    assert_string_equal(answer_name(ANSWER_DOUBT), "in doubt");
    assert_string_equal(answer_name(ANSWER_NONE), "no digit");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_strong_output_is_sure),
        cmocka_unit_test(two_close_outputs_are_in_doubt),
        cmocka_unit_test(a_weak_output_is_in_doubt),
        cmocka_unit_test(weak_outputs_alone_are_no_digit),
        cmocka_unit_test(blank_outputs_are_no_digit),
        cmocka_unit_test(the_thresholds_are_those_that_have_names),
        cmocka_unit_test(of_equal_outputs_the_lowest_digits_stand),
        cmocka_unit_test(the_names_are_those_that_are_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
