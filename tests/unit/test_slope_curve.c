/* A curve of measured costs: where it is lowest, between which ends its valley shows, and the rates
 * that do on it what they are called. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <math.h>

#include "lab/slope_rates.h"

typedef double CostAt(double place);

static double sigmoid(double z)
{
    return 1.0 / (1.0 + exp(-z));
}

static double parabola(double x)
{
    return 0.2 + 0.05 * (x - 0.7431) * (x - 0.7431);
}

/* Of a weight before an output that is 1 for one image in ten: as in a network that knows nothing,
 * one side of the valley is hardly there. */
static double lopsided(double x)
{
    double a = sigmoid(x);
    return 2.0 + 0.9 * a * a + 0.1 * (1.0 - a) * (1.0 - a);
}

/* Likewise, of an output with another bias: the valley is beyond the end. */
static double beyond(double x)
{
    return lopsided(x + 5.0);
}

/* As in a trained network: walls that level off. */
static double levelled(double x)
{
    return 0.02 + sigmoid(2.0 * x - 6.0) + 0.6 * sigmoid(-1.5 * x - 4.0);
}

static double falling(double x)
{
    return 1.0 + sigmoid(x);
}

static void measure(SlopeCurve *curve, CostAt *cost, double low, double high)
{
    slope_curve_init(curve, low, high);
    while (!curve->whole) {
        slope_curve_take(curve, cost(slope_curve_next(curve)));
    }
}

/* As the view does. */
static void measure_framed(SlopeCurve *curve, CostAt *cost)
{
    double low = -6.0, high = 6.0;
    measure(curve, cost, low, high);
    for (int i = 0; i < 2 && slope_curve_frame(curve, &low, &high); i++) {
        measure(curve, cost, low, high);
    }
}

static void the_lowest_place_is_between_the_points(void **state)
{
    (void)state;
    static const struct {
        CostAt *cost;
        double at;
    } CASE[] = {{parabola, 0.7431}, {lopsided, -2.197225}, {levelled, 0.0}};
    for (int i = 0; i < 3; i++) {
        SlopeCurve curve;
        measure(&curve, CASE[i].cost, -6.0, 6.0);
        double lowest = CASE[i].at;
        for (int k = 0; k < 200000 && CASE[i].cost == levelled; k++) { /* by looking everywhere */
            double x = -6.0 + 12.0 * k / 200000;
            lowest = levelled(x) < levelled(lowest) ? x : lowest;
        }
        assert_true(fabs(curve.lowest - lowest) < 1e-2);
        assert_true(curve.least == CASE[i].cost(curve.lowest)); /* measured there */
        assert_true(curve.least - CASE[i].cost(lowest) < 1e-6);
        assert_false(slope_curve_falls_on(&curve));
    }
}

static void the_height_is_that_of_the_points(void **state)
{
    (void)state;
    SlopeCurve curve;
    slope_curve_init(&curve, -3.0, 5.0);
    for (int i = 0; i < SLOPE_POINTS; i++) {
        assert_false(curve.whole);
        double place = slope_curve_next(&curve);
        slope_curve_take(&curve, parabola(place));
        bool between = i >= 4; /* the coarse ones are known, the ends among them */
        assert_true(!between || fabs(slope_curve_height(&curve, place) - parabola(place)) < 1e-12);
    }
    for (int i = 0; i < SLOPE_POINTS; i++) {
        assert_true(curve.known[i]);
        double place = slope_curve_place(&curve, i);
        assert_true(fabs(slope_curve_height(&curve, place) - parabola(place)) < 1e-12);
    }
    for (double x = -2.87; x < 4.87; x += 0.013) { /* a parabola is a cubic, too */
        assert_true(fabs(slope_curve_height(&curve, x) - parabola(x)) < 1e-9);
    }
    assert_true(slope_curve_height(&curve, -9.0) == slope_curve_height(&curve, -3.0));
}

static void the_ends_are_where_the_valley_shows(void **state)
{
    (void)state;
    SlopeCurve curve;
    double low, high;
    measure(&curve, parabola, -6.0, 6.0);
    assert_false(slope_curve_frame(&curve, &low, &high));
    static CostAt *const FAINT[] = {lopsided, beyond};
    for (int i = 0; i < 2; i++) {
        measure(&curve, FAINT[i], -6.0, 6.0);
        assert_true(slope_curve_frame(&curve, &low, &high));
        measure_framed(&curve, FAINT[i]);
        double left = curve.cost[0] - curve.least;
        double right = curve.cost[SLOPE_POINTS - 1] - curve.least;
        assert_true(fmin(left, right) > 0.15 * fmax(left, right));
        assert_false(slope_curve_falls_on(&curve));
    }
    measure(&curve, falling, -6.0, 6.0);
    assert_true(slope_curve_falls_on(&curve));
    assert_true(slope_curve_frame(&curve, &low, &high));
    assert_true(low < -6.0 && high < 6.0 && high > low);
}

/* Steps with the true slope, as a ball makes them. */
static double step(CostAt *cost, double at, double rate)
{
    return at - rate * (cost(at + 1e-5) - cost(at - 1e-5)) / 2e-5;
}

static void check_large(const SlopeCurve *curve, const SlopeRates *rates, CostAt *cost)
{
    double at = rates->start[RATE_LARGE], begin = cost(at), highest = begin;
    int within = 0, crossed = 0;
    for (int i = 0; i < 8; i++) {
        double before = at;
        at = step(cost, at, rates->rate[RATE_LARGE]);
        if (at < curve->low || at > curve->high) {
            break;
        }
        within++;
        crossed += (at - curve->lowest) * (before - curve->lowest) < 0.0;
        highest = fmax(highest, cost(at));
    }
    double extent = fmax(curve->cost[0], curve->cost[SLOPE_POINTS - 1]) - curve->least;
    assert_true(within >= 3 && crossed >= 2);
    assert_true(highest > begin + 0.03 * extent);
}

static void rates_do_what_they_are_called(void **state)
{
    (void)state;
    static CostAt *const ALL[] = {parabola, lopsided, beyond, levelled};
    for (int i = 0; i < 4; i++) {
        SlopeCurve curve;
        SlopeRates rates;
        measure_framed(&curve, ALL[i]);
        slope_rates_find(&curve, &rates);
        assert_true(rates.climbs);
        check_large(&curve, &rates, ALL[i]);
        double right = rates.start[RATE_RIGHT], small = rates.start[RATE_SMALL];
        double begin = ALL[i](right) - curve.least;
        assert_true(right == small && begin > 0.2 * (ALL[i](curve.high) - curve.least));
        for (int k = 0; k < 8; k++) {
            double before = right;
            right = step(ALL[i], right, rates.rate[RATE_RIGHT]);
            small = step(ALL[i], small, rates.rate[RATE_SMALL]);
            assert_true(ALL[i](right) <= ALL[i](before) + 1e-9);
        }
        assert_true(ALL[i](right) - curve.least < 0.06 * begin); /* settled */
        assert_true(ALL[i](small) - curve.least > 0.3 * begin);  /* creeps */
        assert_true(ALL[i](small) - curve.least < begin);
    }
}

static void where_there_is_no_valley_nothing_climbs(void **state)
{
    (void)state;
    SlopeCurve curve;
    SlopeRates rates;
    measure_framed(&curve, falling);
    slope_rates_find(&curve, &rates);
    assert_false(rates.climbs);
    for (int i = 0; i + 1 < SLOPE_RATES; i++) {
        assert_true(rates.rate[i] > 0.0 && rates.rate[i] < rates.rate[i + 1]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_lowest_place_is_between_the_points),
        cmocka_unit_test(the_height_is_that_of_the_points),
        cmocka_unit_test(the_ends_are_where_the_valley_shows),
        cmocka_unit_test(rates_do_what_they_are_called),
        cmocka_unit_test(where_there_is_no_valley_nothing_climbs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
