/* The axes and lines of a plotted chart. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cli/plot_chart.h"

static NetCurves curves_of(const NetPoint *point, int points)
{
    NetCurves curves = {0};
    for (int i = 0; i < points; i++) {
        net_curves_add(&curves, &point[i]);
    }
    return curves;
}

static const NetPoint RUN[] = {
    {0, 0, 0, 6.5f, 0.0975f}, {1, 0.75f, 0.8125f, 0.5f, 0.875f}, {2, 0.4f, 0.9f, 0.3f, 0.91f}};

static void axes_have_few_round_ticks_and_hold_all(void **state)
{
    (void)state;
    for (int epochs = 0; epochs <= 10000; epochs += epochs < 100 ? 1 : 97) {
        PlotAxis axis = plot_chart_epochs(epochs);
        assert_float_equal(axis.low, 0, 0);
        assert_float_equal(axis.high, fmax(epochs, 1), 0);
        assert_float_equal(axis.step, floor(axis.step), 0);
        assert_true(axis.step >= 1 && axis.high / axis.step < 6.01);
        assert_true(axis.step <= 1 || axis.high / axis.step > 2);
    }
    for (float cost = 1e-5f; cost < 1000; cost *= 1.37f) {
        NetPoint point = {1, cost, 0.5f, cost / 2, 0.5f};
        NetCurves curves = curves_of(&point, 1);
        PlotAxis axis = plot_chart_cost(&curves);
        assert_true(axis.high >= (double)cost * 0.9999 && axis.high < 1.6 * (double)cost);
        assert_true(axis.high / axis.step < 6.01);
    }
}

static void the_cost_before_training_does_not_stretch_the_axis(void **state)
{
    (void)state;
    NetCurves curves = curves_of(RUN, 3);
    assert_float_equal(plot_chart_cost(&curves).high, 0.8, 1e-9);
    curves = curves_of(RUN, 1);
    assert_float_equal(plot_chart_cost(&curves).high, 8, 1e-9);
}

static void accuracies_begin_below_the_least_of_a_trained_epoch(void **state)
{
    (void)state;
    NetCurves curves = curves_of(RUN, 3);
    PlotAxis axis = plot_chart_accuracy(&curves);
    assert_float_equal(axis.low, 0.8, 1e-9);
    assert_float_equal(axis.high, 1, 0);
    assert_float_equal(axis.step, 0.05, 1e-9);
    curves = curves_of(RUN, 1);
    assert_float_equal(plot_chart_accuracy(&curves).low, 0, 1e-9);
    NetPoint perfect = {1, 0, 1, 0, 1};
    curves = curves_of(&perfect, 1);
    axis = plot_chart_accuracy(&curves);
    assert_true(axis.low < 1 && axis.step > 0 && (axis.high - axis.low) / axis.step < 6.01);
    assert_true(plot_chart_cost(&curves).high > 0);
}

static char *chart_of(const NetCurves *curves, bool accuracy)
{
    char *text;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    assert_non_null(out);
    plot_chart_write(out, curves, accuracy, (SvgBox){100, 50, 200, 100}, plot_theme_get(false));
    assert_int_equal(fclose(out), 0);
    return text;
}

static void lines_go_through_their_points_and_are_cut_at_the_axis(void **state)
{
    (void)state;
    NetCurves curves = curves_of(RUN, 3);
    char *text = chart_of(&curves, false);
    /* Cost, axis 0..0.8: train from epoch 1 on, test from epoch 0 on, which is cut. */
    assert_non_null(strstr(text, "points=\"200.00,56.25 300.00,100.00\""));
    assert_non_null(strstr(text, "points=\"100.00,50.00 200.00,87.50 300.00,112.50\""));
    assert_non_null(strstr(text, ">train 0.4000<"));
    assert_non_null(strstr(text, ">test 0.3000<"));
    free(text);
    text = chart_of(&curves, true);
    assert_non_null(strstr(text, "points=\"200.00,143.75 300.00,100.00\""));
    assert_non_null(strstr(text, ">test 91.00 %<"));
    assert_non_null(strstr(text, ">95 %<"));
    free(text);
}

static void single_points_are_discs(void **state)
{
    (void)state;
    NetCurves curves = curves_of(RUN, 1);
    char *text = chart_of(&curves, true);
    assert_non_null(strstr(text, "<circle cx=\"100.00\" cy=\"140.25\""));
    assert_null(strstr(text, "polyline"));
    assert_null(strstr(text, ">train"));
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(axes_have_few_round_ticks_and_hold_all),
        cmocka_unit_test(the_cost_before_training_does_not_stretch_the_axis),
        cmocka_unit_test(accuracies_begin_below_the_least_of_a_trained_epoch),
        cmocka_unit_test(lines_go_through_their_points_and_are_cut_at_the_axis),
        cmocka_unit_test(single_points_are_discs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
