/* The texts of forms become knots, and knots become curves. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <math.h>

#include "train/curve.h"

static Skeleton read_text(const char *text, uint64_t seed)
{
    Skeleton skeleton;
    Rng rng;
    rng_init(&rng, seed);
    skeleton_read(&skeleton, text, &rng);
    return skeleton;
}

static void places_corners_and_strokes_are_read(void **state)
{
    (void)state;
    Skeleton skeleton = read_text("5,-20! 100,7; 3,4", 1);
    assert_int_equal(skeleton.strokes, 2);
    assert_int_equal(skeleton.end[0], 2);
    assert_int_equal(skeleton.end[1], 3);
    assert_int_equal(skeleton_first(&skeleton, 0), 0);
    assert_int_equal(skeleton_first(&skeleton, 1), 2);
    const Knot wanted[] = {{5, -20, true}, {100, 7, false}, {3, 4, false}};
    for (int i = 0; i < 3; i++) {
        assert_true(skeleton.knot[i].x == wanted[i].x && skeleton.knot[i].y == wanted[i].y);
        assert_int_equal(skeleton.knot[i].corner, wanted[i].corner);
    }
}

static void open_places_lie_on_their_ways_all_equally_far(void **state)
{
    (void)state;
    float least = 100.0f, most = 0.0f;
    for (uint64_t seed = 0; seed < 100; seed++) {
        Skeleton skeleton = read_text("0,10:100,10 50,0:50,100!", seed);
        const Knot *knot = skeleton.knot;
        assert_true(knot[0].y == 10.0f && knot[1].x == 50.0f && knot[1].corner);
        assert_float_equal(knot[0].x, knot[1].y, 1e-3);
        least = fminf(least, knot[0].x);
        most = fmaxf(most, knot[0].x);
    }
    assert_true(least >= 0.0f && least < 10.0f && most > 90.0f && most <= 100.0f);
}

static void a_question_mark_is_anywhere(void **state)
{
    (void)state;
    Skeleton one = read_text("? ?!; ?", 1), other = read_text("? ?!; ?", 2);
    assert_int_equal(one.end[1], 3);
    assert_true(one.knot[1].corner);
    for (int i = 0; i < 3; i++) {
        assert_true(one.knot[i].x >= 0.0f && one.knot[i].x < 100.0f);
        assert_true(one.knot[i].x != other.knot[i].x && one.knot[i].x != one.knot[i].y);
    }
}

static void trace(Trace *trace, const char *text, float angular, float step)
{
    Skeleton skeleton = read_text(text, 1);
    *trace = (Trace){0};
    curve_trace(skeleton.knot, skeleton.end[0], angular, step, trace);
}

static float distance(Point a, Point b)
{
    return hypotf(a.x_cell - b.x_cell, a.y_cell - b.y_cell);
}

/* How near the points come to a place. */
static float nearest(const Trace *trace, Point place)
{
    float least = 1e9f;
    for (int i = 0; i < trace->points; i++) {
        least = fminf(least, distance(trace->point[i], place));
    }
    return least;
}

static void a_curve_passes_its_knots_in_steps(void **state)
{
    (void)state;
    Trace curve;
    trace(&curve, "50,0 0,50 50,100 100,50 50,0", 0.0f, 3.0f);
    assert_true(nearest(&curve, (Point){0, 50}) < 1e-3f);
    assert_true(nearest(&curve, (Point){50, 100}) < 1e-3f);
    assert_true(distance(curve.point[0], (Point){50, 0}) < 1e-3f);
    assert_true(distance(curve.point[curve.points - 1], (Point){50, 0}) < 1e-3f);
    for (int i = 1; i < curve.points; i++) {
        float step = distance(curve.point[i - 1], curve.point[i]);
        assert_true(step > 0.5f && step < 6.0f);
    }
}

/* The greatest turn from one step to the next, as its cosine. */
static float sharpest(const Trace *trace)
{
    float least = 1.0f;
    for (int i = 1; i + 1 < trace->points; i++) {
        Point a = trace->point[i - 1], b = trace->point[i], c = trace->point[i + 1];
        float dot = (b.x_cell - a.x_cell) * (c.x_cell - b.x_cell) +
                    (b.y_cell - a.y_cell) * (c.y_cell - b.y_cell);
        least = fminf(least, dot / (distance(a, b) * distance(b, c)));
    }
    return least;
}

static void a_curve_is_sharp_at_corners_alone(void **state)
{
    (void)state;
    Trace curve;
    trace(&curve, "0,0 50,0 100,50 100,100", 0.0f, 3.0f);
    assert_true(sharpest(&curve) > 0.9f);
    trace(&curve, "0,0 100,0! 100,100", 0.0f, 3.0f);
    assert_true(sharpest(&curve) < 0.1f);
    assert_true(nearest(&curve, (Point){50, 0}) < 2.0f); /* straight between corners */
}

static void an_angular_curve_is_straight_from_knot_to_knot(void **state)
{
    (void)state;
    Trace curve;
    trace(&curve, "0,0 40,40 80,0", 1.0f, 1.0f);
    for (int i = 0; i < curve.points; i++) {
        Point at = curve.point[i];
        assert_float_equal(at.y_cell, 40 - fabsf(at.x_cell - 40), 1e-3);
    }
}

static void equal_knots_and_single_ones_do_no_harm(void **state)
{
    (void)state;
    Trace curve;
    trace(&curve, "7,7", 0.0f, 3.0f);
    assert_int_equal(curve.points, 1);
    trace(&curve, "7,7 7,7 7,7 50,50", 0.0f, 3.0f);
    for (int i = 0; i < curve.points; i++) {
        assert_true(isfinite(curve.point[i].x_cell) && isfinite(curve.point[i].y_cell));
    }
}

static void another_skeleton_is_joined_to_the_right(void **state)
{
    (void)state;
    Skeleton pair = read_text("10,0 60,50!; 30,5 40,6", 1),
             next = read_text("-20,1 5,100; 7,8!", 1);
    skeleton_join(&pair, &next, 15);
    assert_int_equal(pair.strokes, 4);
    const int end[] = {2, 4, 6, 7};
    const Knot wanted[] = {{10, 0, false}, {60, 50, true},    {30, 5, false}, {40, 6, false},
                           {75, 1, false}, {100, 100, false}, {102, 8, true}};
    for (int s = 0; s < 4; s++) {
        assert_int_equal(pair.end[s], end[s]);
    }
    for (int i = 0; i < 7; i++) {
        assert_true(pair.knot[i].x == wanted[i].x && pair.knot[i].y == wanted[i].y);
        assert_int_equal(pair.knot[i].corner, wanted[i].corner);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_corners_and_strokes_are_read),
        cmocka_unit_test(open_places_lie_on_their_ways_all_equally_far),
        cmocka_unit_test(a_question_mark_is_anywhere),
        cmocka_unit_test(a_curve_passes_its_knots_in_steps),
        cmocka_unit_test(a_curve_is_sharp_at_corners_alone),
        cmocka_unit_test(an_angular_curve_is_straight_from_knot_to_knot),
        cmocka_unit_test(equal_knots_and_single_ones_do_no_harm),
        cmocka_unit_test(another_skeleton_is_joined_to_the_right),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
