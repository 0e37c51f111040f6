/* How neurons and bars go from one answer to the next. */
#include "shell/easing.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

static Easing easing;

/* Two layers of two and ten; all of it at `level`. */
static void aim(float level)
{
    float first[2], second[NET_OUTPUTS];
    NetShape shape = {.layers = 2, .size = {NET_INPUTS, 2, NET_OUTPUTS}};
    NetActs acts = {.activation = {first, second}};
    for (int i = 0; i < NET_OUTPUTS; i++) {
        second[i] = level;
        first[i % 2] = level;
    }
    easing_aim(&easing, &shape, &acts);
}

static int begin(void **state)
{
    (void)state;
    easing = (Easing){0};
    aim(0.25f);
    easing_update(&easing, 0.0f);
    return 0;
}

static void it_goes_from_what_is_shown_to_the_answer(void **state)
{
    (void)state;
    assert_float_equal(easing.shown[0][1], 0.25f, 0.0f);
    aim(0.75f);
    easing_update(&easing, 1.0f);
    assert_float_equal(easing.shown[1][9], 0.25f, 1e-6f);
    easing_update(&easing, 0.5f);
    assert_float_equal(easing.shown[1][9], 0.5f, 1e-6f);
    assert_float_equal(easing.shown[0][0], 0.5f, 1e-6f);
    easing_update(&easing, 0.0f);
    assert_float_equal(easing.shown[1][9], 0.75f, 0.0f); /* exactly */
}

static void another_answer_takes_over_where_it_is(void **state)
{
    (void)state;
    aim(0.75f);
    easing_update(&easing, 0.5f);
    aim(0.0f);
    easing_update(&easing, 1.0f);
    assert_float_equal(easing.shown[1][3], 0.5f, 1e-6f);
    easing_update(&easing, 0.5f);
    assert_float_equal(easing.shown[1][3], 0.25f, 1e-6f);
}

static void without_an_answer_all_goes_to_nothing(void **state)
{
    (void)state;
    NetShape shape = easing.shape;
    easing_aim(&easing, &shape, NULL);
    easing_update(&easing, 0.5f);
    assert_float_equal(easing.shown[0][0], 0.125f, 1e-6f);
    easing_update(&easing, 0.0f);
    assert_float_equal(easing.shown[0][0], 0.0f, 0.0f);
}

static void a_network_of_another_shape_is_there_at_once(void **state)
{
    (void)state;
    float outputs[NET_OUTPUTS] = {1.0f};
    NetShape shape = {.layers = 1, .size = {NET_INPUTS, NET_OUTPUTS}};
    NetActs acts = {.activation = {outputs}};
    easing_aim(&easing, &shape, &acts);
    easing_update(&easing, 1.0f);
    assert_float_equal(easing.shown[0][0], 1.0f, 0.0f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(it_goes_from_what_is_shown_to_the_answer, begin),
        cmocka_unit_test_setup(another_answer_takes_over_where_it_is, begin),
        cmocka_unit_test_setup(without_an_answer_all_goes_to_nothing, begin),
        cmocka_unit_test_setup(a_network_of_another_shape_is_there_at_once, begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
