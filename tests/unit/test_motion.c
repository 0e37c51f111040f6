/* What moves by itself: its clock, with times that the test gives it. */
#include "shell/motion.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

enum { BEGUN_MS = 5000 };

static Motion begun(int ms)
{
    Motion motion = {0};
    motion_tick(&motion, BEGUN_MS);
    motion_begin(&motion, MOTION_UNFOLD, ms);
    return motion;
}

static void nothing_moves_at_rest(void **state)
{
    (void)state;
    Motion motion = {0};
    assert_false(motion_tick(&motion, BEGUN_MS));
    assert_false(motion_goes_on(&motion, MOTION_UNFOLD));
    assert_float_equal(motion_share(&motion, MOTION_UNFOLD), 1.0f, 0.0f);
    assert_float_equal(motion_left(&motion, MOTION_UNFOLD), 0.0f, 0.0f);
    assert_int_equal(motion_sleep_ms(&motion, false), -1);
}

static void a_motion_is_fast_first_and_then_slow(void **state)
{
    (void)state;
    Motion motion = begun(400);
    float last = motion_left(&motion, MOTION_UNFOLD), way = 1.0f;
    assert_float_equal(last, 1.0f, 0.0f);
    for (Uint64 ms = 100; ms < 400; ms += 100) {
        assert_true(motion_tick(&motion, BEGUN_MS + ms));
        float left = motion_left(&motion, MOTION_UNFOLD);
        assert_true(left > 0.0f && last - left > 0.0f && last - left < way);
        way = last - left;
        last = left;
    }
    assert_int_equal(motion_sleep_ms(&motion, false), MOTION_FRAME_MS);
    assert_int_equal(motion_sleep_ms(&motion, true), MOTION_CALM_FRAME_MS); /* ink comes first */
}

static void its_last_frame_is_drawn_and_none_after_it(void **state)
{
    (void)state;
    Motion motion = begun(400);
    assert_true(motion_tick(&motion, BEGUN_MS + 400));
    assert_float_equal(motion_left(&motion, MOTION_UNFOLD), 0.0f, 0.0f);
    assert_int_equal(motion_sleep_ms(&motion, false), -1);
    assert_false(motion_tick(&motion, BEGUN_MS + 416));
}

static void a_motion_of_no_time_is_over_at_once(void **state)
{
    (void)state;
    Motion motion = begun(0);
    assert_false(motion_goes_on(&motion, MOTION_UNFOLD));
    assert_false(motion_tick(&motion, BEGUN_MS));
}

static void a_motion_that_waits_goes_on_where_it_was(void **state)
{
    (void)state;
    Motion motion = begun(400);
    motion_tick(&motion, BEGUN_MS + 100);
    for (Uint64 ms = 120; ms <= 1000; ms += 20) {
        motion_tick(&motion, BEGUN_MS + ms);
        motion_wait(&motion, MOTION_UNFOLD);
        assert_float_equal(motion_share(&motion, MOTION_UNFOLD), 0.25f, 1e-6f);
    }
    motion_tick(&motion, BEGUN_MS + 1100);
    assert_float_equal(motion_share(&motion, MOTION_UNFOLD), 0.5f, 1e-6f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_moves_at_rest),
        cmocka_unit_test(a_motion_is_fast_first_and_then_slow),
        cmocka_unit_test(its_last_frame_is_drawn_and_none_after_it),
        cmocka_unit_test(a_motion_of_no_time_is_over_at_once),
        cmocka_unit_test(a_motion_that_waits_goes_on_where_it_was),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
