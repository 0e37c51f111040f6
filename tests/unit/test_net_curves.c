/* The curves that go with a network: thinned as they grow, and text that is not trusted. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "nn/net_curves.h"

#define NAMES "epoch,train_cost,train_accuracy,test_cost,test_accuracy\n"

/* The curves of a run of so many epochs; figures have no more digits than the text. */
static NetCurves run_of(int epochs)
{
    NetCurves curves = {0};
    for (int e = 0; e <= epochs; e++) {
        NetPoint point = {e, e ? 0.5f : 0, e ? 0.75f : 0, 0.25f + (float)(e % 4), 0.875f};
        net_curves_add(&curves, &point);
    }
    return curves;
}

static void a_short_run_keeps_every_epoch(void **state)
{
    (void)state;
    NetCurves curves = run_of(NET_CURVE_POINTS - 1);
    assert_int_equal(curves.points, NET_CURVE_POINTS);
    for (int i = 0; i < curves.points; i++) {
        assert_int_equal(curves.point[i].epoch, i);
        assert_float_equal(curves.point[i].test_cost, 0.25f + (float)(i % 4), 0);
    }
}

static void a_long_run_keeps_epochs_evenly_and_the_newest(void **state)
{
    (void)state;
    static const int EPOCHS[] = {256, 257, 300, 511, 512, 513, 1023, 1025, 9999, 10000};
    for (size_t n = 0; n < sizeof EPOCHS / sizeof *EPOCHS; n++) {
        NetCurves curves = run_of(EPOCHS[n]);
        int last = curves.points - 1, every = curves.point[1].epoch;
        assert_true(last >= NET_CURVE_POINTS / 2 && last < NET_CURVE_POINTS);
        for (int i = 0; i < last; i++) {
            assert_int_equal(curves.point[i].epoch, i * every);
        }
        assert_int_equal(curves.point[last].epoch, EPOCHS[n]);
        assert_true(EPOCHS[n] - curves.point[last - 1].epoch <= every);
    }
}

static void what_is_printed_is_read_again(void **state)
{
    (void)state;
    static const int EPOCHS[] = {0, 1, 255, 256, 5000};
    for (size_t n = 0; n < sizeof EPOCHS / sizeof *EPOCHS; n++) {
        NetCurves curves = run_of(EPOCHS[n]), back;
        char *text = net_curves_print(&curves);
        assert_non_null(text);
        assert_true(net_curves_parse(&back, text));
        assert_int_equal(back.points, curves.points);
        assert_memory_equal(back.point, curves.point, sizeof curves.point[0] * (size_t)back.points);
        free(text);
    }
}

static void numbers_of_any_size_are_read_again(void **state)
{
    (void)state;
    NetCurves curves = {0}, back;
    NetPoint point = {1000000, 3.4e38f, 1, 1e-30f, 0.00012345f};
    net_curves_add(&curves, &point);
    char *text = net_curves_print(&curves);
    assert_string_equal(text, NAMES "1000000,3.4e+38,1,1e-30,0.00012345\n");
    assert_true(net_curves_parse(&back, text));
    assert_float_equal(back.point[0].train_cost, 3.4e38f, 1e33f);
    assert_float_equal(back.point[0].test_accuracy, 0.00012345f, 1e-12f);
    free(text);
}

static void more_points_than_there_is_room_for_are_thinned(void **state)
{
    (void)state;
    size_t room = 100000, used = (size_t)snprintf(NULL, 0, NAMES);
    char *text = malloc(room);
    NetCurves curves;
    assert_non_null(text);
    strcpy(text, NAMES);
    for (int e = 1; e < 2000; e += 2) {
        used += (size_t)snprintf(text + used, room - used, "%d,1,1,1,1\n", e);
    }
    assert_true(net_curves_parse(&curves, text));
    assert_true(curves.points > NET_CURVE_POINTS / 2 && curves.points <= NET_CURVE_POINTS);
    assert_int_equal(curves.point[0].epoch, 1);
    assert_int_equal(curves.point[curves.points - 1].epoch, 1999);
    free(text);
}

static void text_cut_anywhere_but_behind_a_line_is_refused(void **state)
{
    (void)state;
    NetCurves curves = run_of(3);
    char *text = net_curves_print(&curves);
    assert_non_null(text);
    for (size_t length = strlen(text); length > 0; length--) {
        bool whole = text[length - 1] == '\n';
        text[length] = 0;
        assert_int_equal(net_curves_parse(&curves, text), whole);
        assert_true(whole || curves.points == 0);
    }
    free(text);
}

static void wrong_lines_are_refused(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "\n",
        "1,0.5,0.8,0.4\n",
        "1,0.5,0.8,0.4,0.9,1\n",
        "1,0.5,0.8,0.4,1.01\n",
        "1,0.5,1.5,0.4,0.9\n",
        "1,-0.5,0.8,0.4,0.9\n",
        "1,0.5,0.8,1e39,0.9\n",
        "1,0.5,0.8,inf,0.9\n",
        "1,nan,0.8,0.4,0.9\n",
        "1,0x1,0.8,0.4,0.9\n",
        "1,0.5, 0.8,0.4,0.9\n",
        "1,1e,0.8,0.4,0.9\n",
        "1,,,0.4,0.9\n",
        "0,0.5,0.8,0.4,0.9\n",
        ",0.5,0.8,0.4,0.9\n",
        "-1,0.5,0.8,0.4,0.9\n",
        "1.5,0.5,0.8,0.4,0.9\n",
        "1000001,0.5,0.8,0.4,0.9\n",
        "99999999999999999999,0.5,0.8,0.4,0.9\n",
        "2,0.5,0.8,0.4,0.9\n2,0.5,0.8,0.4,0.9\n",
        "2,0.5,0.8,0.4,0.9\n1,0.5,0.8,0.4,0.9\n",
        "1,0.5,0.8,0.4,0.9\r\n",
    };
    NetCurves curves;
    char text[256];
    assert_true(net_curves_parse(&curves, NAMES "1,0.5,0.8,0.4,0.9\n"));
    for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++) {
        snprintf(text, sizeof text, "%s%s", NAMES, LINES[i]);
        if (net_curves_parse(&curves, text) || curves.points != 0) {
            fail_msg("read, where it should not have: %s", LINES[i]);
        }
    }
    assert_false(net_curves_parse(&curves, "epoch,cost\n1,0.5,0.8,0.4,0.9\n"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_short_run_keeps_every_epoch),
        cmocka_unit_test(a_long_run_keeps_epochs_evenly_and_the_newest),
        cmocka_unit_test(what_is_printed_is_read_again),
        cmocka_unit_test(numbers_of_any_size_are_read_again),
        cmocka_unit_test(more_points_than_there_is_room_for_are_thinned),
        cmocka_unit_test(text_cut_anywhere_but_behind_a_line_is_refused),
        cmocka_unit_test(wrong_lines_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
