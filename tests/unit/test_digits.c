/* Pen digits: their lines read and written, made of drawings and drawn. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ink/digits.h"
#include "ink/normalise.h"

static const char GOOD[] = "7 site/a.dat 0,0 500,0;200,1000\n0 b 3,4\n";

static void parse(Digits *digits, const char *text)
{
    Err err;
    assert_true(digits_parse(digits, text, strlen(text), "some", &err));
}

static void check_good(const Digits *digits)
{
    assert_int_equal(digits->digits, 2);
    assert_int_equal(digits->strokes, 3);
    assert_int_equal(digits->points, 4);
    assert_int_equal(digits->digit[0].label, 7);
    assert_int_equal(digits->digit[0].count, 2);
    assert_string_equal(digits->digit[0].source, "site/a.dat");
    assert_int_equal(digits->digit[1].label, 0);
    assert_int_equal(digits->digit[1].first, 2);
    assert_string_equal(digits->digit[1].source, "b");
    assert_int_equal(digits->stroke[0].count, 2);
    assert_int_equal(digits->stroke[2].first, 3);
    assert_int_equal(digits->point[2].x, 200);
    assert_int_equal(digits->point[2].y, 1000);
    assert_int_equal(digits->point[3].y, 4);
}

static void check_line(const Digits *digits, int i, const char *wanted)
{
    size_t length;
    Err err;
    char *line = digits_line(digits, i, &length, &err);
    assert_non_null(line);
    assert_string_equal(line, wanted);
    assert_int_equal(length, strlen(wanted));
    free(line);
}

static void draw_stroke(Drawing *drawing, Tool tool, const Point *point, int points)
{
    Err err;
    assert_true(drawing_pen_down(drawing, tool, 2.0f, point[0], &err));
    for (int i = 1; i < points; i++) {
        assert_true(drawing_pen_to(drawing, point[i], &err));
    }
    drawing_pen_up(drawing);
}

static void lines_are_read(void **state)
{
    (void)state;
    Digits digits = {0};
    parse(&digits, GOOD);
    check_good(&digits);
    digits_free(&digits);
    assert_null(digits.point);
    assert_int_equal(digits.point_room, 0);
}

static void the_last_line_feed_may_be_missing(void **state)
{
    (void)state;
    Digits digits = {0};
    Err err;
    assert_true(digits_parse(&digits, GOOD, sizeof GOOD - 2, "some", &err));
    check_good(&digits);
    digits_free(&digits);
}

static void nothing_is_read_from_an_empty_text(void **state)
{
    (void)state;
    Digits digits = {0};
    parse(&digits, "");
    assert_int_equal(digits.digits, 0);
    digits_free(&digits);
}

static void lines_are_added_behind_those_there_are(void **state)
{
    (void)state;
    Digits digits = {0};
    parse(&digits, "5 first 1,2;3,4\n");
    parse(&digits, GOOD);
    assert_int_equal(digits.digits, 3);
    check_line(&digits, 0, "5 first 1,2;3,4\n");
    check_line(&digits, 1, "7 site/a.dat 0,0 500,0;200,1000\n");
    check_line(&digits, 2, "0 b 3,4\n");
    digits_free(&digits);
}

static void many_lines_are_read(void **state)
{
    (void)state;
    enum { LINES = 20000 };
    const char line[] = "5 s 1,2 3,4\n";
    char *text = malloc(LINES * sizeof line);
    for (int i = 0; i < LINES; i++) {
        memcpy(text + (size_t)i * (sizeof line - 1), line, sizeof line);
    }
    Digits digits = {0};
    parse(&digits, text);
    assert_int_equal(digits.digits, LINES);
    assert_int_equal(digits.point[2 * LINES - 1].y, 4);
    digits_free(&digits);
    free(text);
}

static void a_damaged_line_is_named_and_nothing_is_added(void **state)
{
    (void)state;
    const char *const line[] = {
        "x s 1,2",      "10 s 1,2",      "1",        "1 ",         "1 s",         "1 s ",
        "1  1,2",       "1 s 1",         "1 s 1,",   "1 s 1,2;",   "1 s ;1,2",    "1 s 1,2;;3,4",
        "1 s 1,2  3,4", "1 s -1,2",      "1 s .5,2", "1 s 1001,2", "1 s 1,99999", "1 s 1,2\r3",
        "1 s 1,2,3",    "1 s 1,2 3,4 x",
    };
    for (size_t i = 0; i < sizeof line / sizeof *line; i++) {
        char text[100];
        snprintf(text, sizeof text, "%s%s\n", GOOD, line[i]);
        Digits digits = {0};
        Err err;
        parse(&digits, GOOD);
        assert_false(digits_parse(&digits, text, strlen(text), "some", &err));
        assert_true(err.code == ERR_DAMAGED && strstr(err.text, "some is damaged in line 3: "));
        check_good(&digits);
        digits_free(&digits);
    }
}

static void a_drawing_without_a_label_is_written_and_asks_for_one_when_it_is_read(void **state)
{
    (void)state;
    Drawing drawing = {0};
    Digits digits = {0};
    Err err;
    assert_true(drawing_pen_down(&drawing, TOOL_PEN, 2, (Point){4, 4}, &err));
    assert_true(drawing_pen_to(&drawing, (Point){4, 24}, &err));
    assert_true(digits_add_drawing(&digits, DIGITS_UNKNOWN, "me", &drawing, &err));
    check_line(&digits, 0, "? me 0,0 0,1000\n");
    assert_false(digits_parse(&digits, "? me 0,0 0,1000\n", 16, "some", &err));
    assert_string_equal(err.text, "some is damaged in line 1: its drawing has no label: write the "
                                  "digit in the place of the ?.");
    digits_free(&digits);
    drawing_free(&drawing);
}

static void bytes_of_zero_are_refused(void **state)
{
    (void)state;
    Digits digits = {0};
    Err err;
    assert_false(digits_parse(&digits, "1 s 1,2\0 3,4\n", 13, "some", &err));
    assert_false(digits_parse(&digits, "1 \0 1,2\n", 8, "some", &err));
    assert_false(digits_parse(&digits, "1 a\0b 1,2\n", 10, "some", &err));
    digits_free(&digits);
}

static void long_sources_are_cut(void **state)
{
    (void)state;
    Digits digits = {0};
    parse(&digits, "1 a-source-of-more-than-23-letters 1,2\n");
    assert_string_equal(digits.digit[0].source, "a-source-of-more-than-2");
    check_line(&digits, 0, "1 a-source-of-more-than-2 1,2\n");
    digits_free(&digits);
}

static void a_line_has_room_for_the_longest_numbers(void **state)
{
    (void)state;
    const char text[] = "8 a-source-of-more-than-2 1000,1000 0,1000;1000,1000;1000,999 1000,1000\n";
    Digits digits = {0};
    parse(&digits, text);
    check_line(&digits, 0, text);
    digits_free(&digits);
}

static void digits_are_copied_from_one_row_to_another(void **state)
{
    (void)state;
    Digits from = {0}, to = {0};
    Err err;
    parse(&from, "4 x 9,9\n7 site/a.dat 0,0 500,0;200,1000\n0 b 3,4\n");
    for (int i = 1; i < 3; i++) {
        assert_true(digits_add_copy(&to, &from, i, &err));
    }
    digits_free(&from);
    check_good(&to);
    digits_free(&to);
}

static void a_drawing_is_kept_with_its_longer_side_a_thousand(void **state)
{
    (void)state;
    Drawing drawing = {0};
    Digits digits = {0};
    Err err;
    draw_stroke(&drawing, TOOL_PEN, (Point[]){{4, 2}, {14, 2}, {6, 22}}, 3);
    draw_stroke(&drawing, TOOL_PEN, (Point[]){{9, 12}}, 1);
    assert_true(digits_add_drawing(&digits, 7, "me", &drawing, &err));
    check_line(&digits, 0, "7 me 0,0 500,0 100,1000;250,500\n");
    drawing_free(&drawing);
    digits_free(&digits);
}

static void a_stroke_begins_where_the_pen_was_lifted(void **state)
{
    (void)state;
    Drawing drawing = {0};
    Digits digits = {0};
    Err err;
    draw_stroke(&drawing, TOOL_PEN, (Point[]){{5, 5}, {15, 5}}, 2);
    draw_stroke(&drawing, TOOL_PEN, (Point[]){{15, 6}, {10, 7}}, 2);
    draw_stroke(&drawing, TOOL_PEN, (Point[]){{11, 7}, {6, 8}}, 2);
    assert_true(digits_add_drawing(&digits, 5, "me", &drawing, &err));
    check_line(&digits, 0, "5 me 0,0 1000,0;1000,100 500,200;600,200 100,300\n");
    drawing_free(&drawing);
    digits_free(&digits);
}

static void a_dot_is_a_digit_too(void **state)
{
    (void)state;
    Drawing drawing = {0};
    Digits digits = {0};
    Err err;
    draw_stroke(&drawing, TOOL_PEN, (Point[]){{9, 12}}, 1);
    assert_true(digits_add_drawing(&digits, 0, "me", &drawing, &err));
    check_line(&digits, 0, "0 me 0,0\n");
    drawing_free(&drawing);
    digits_free(&digits);
}

static void what_does_not_show_is_not_kept(void **state)
{
    (void)state;
    Drawing drawing = {0};
    Digits digits = {0};
    Err err;
    draw_stroke(&drawing, TOOL_PEN, (Point[]){{20, 20}, {25, 25}}, 2);
    assert_true(drawing_clear(&drawing, &err));
    draw_stroke(&drawing, TOOL_PEN, (Point[]){{-5, 10}, {20, 10}}, 2); /* cut at the edge */
    draw_stroke(&drawing, TOOL_PEN, (Point[]){{0, 26}, {8, 26}}, 2);
    draw_stroke(&drawing, TOOL_ERASER, (Point[]){{-2, 26}, {12, 26}}, 2);
    draw_stroke(&drawing, TOOL_PEN, (Point[]){{3, 3}, {9, 9}}, 2);
    drawing_undo(&drawing);
    assert_true(digits_add_drawing(&digits, 1, "me", &drawing, &err));
    check_line(&digits, 0, "1 me 0,0 1000,0\n");
    drawing_free(&drawing);
    digits_free(&digits);
}

static void an_empty_sheet_is_no_digit(void **state)
{
    (void)state;
    Drawing drawing = {0};
    Digits digits = {0};
    Err err;
    assert_false(digits_add_drawing(&digits, 1, "me", &drawing, &err));
    assert_non_null(strstr(err.text, "nothing on the sheet"));
    draw_stroke(&drawing, TOOL_PEN, (Point[]){{3, 3}, {9, 9}}, 2);
    assert_true(drawing_clear(&drawing, &err));
    assert_false(digits_add_drawing(&digits, 1, "me", &drawing, &err));
    assert_int_equal(digits.digits, 0);
    drawing_free(&drawing);
    digits_free(&digits);
}

static void points_that_scaling_makes_equal_are_kept_once(void **state)
{
    (void)state;
    Drawing drawing = {0};
    Digits digits = {0};
    Err err;
    draw_stroke(&drawing, TOOL_PEN,
                (Point[]){{0, 4}, {0.001f, 4}, {0.002f, 4}, {20, 4}, {20.001f, 4}}, 5);
    assert_true(digits_add_drawing(&digits, 1, "me", &drawing, &err));
    check_line(&digits, 0, "1 me 0,0 1000,0\n");
    drawing_free(&drawing);
    digits_free(&digits);
}

static void a_digit_is_drawn_where_and_as_large_as_told(void **state)
{
    (void)state;
    const Point wanted[] = {{3, 5}, {8, 5}, {5, 15}};
    Drawing drawing = {0};
    Digits digits = {0};
    Err err;
    parse(&digits, "7 s 100,200 500,200;260,1000\n");
    PenBox box = digits_box(&digits, 0);
    assert_int_equal(box.low.x, 100);
    assert_int_equal(box.low.y, 200);
    assert_int_equal(box.high.x, 500);
    assert_int_equal(box.high.y, 1000);
    assert_true(digits_draw(&digits, 0, (Point){3, 5}, 10, 1.5f, &drawing, &err));
    assert_int_equal(drawing.shown, 2);
    assert_int_equal(drawing.points, 3);
    assert_int_equal(drawing.stroke[0].count, 2);
    assert_false(drawing.pen_down);
    for (int i = 0; i < 3; i++) {
        assert_float_equal(drawing.point[i].x_cell, wanted[i].x_cell, 1e-5f);
        assert_float_equal(drawing.point[i].y_cell, wanted[i].y_cell, 1e-5f);
    }
    assert_float_equal(drawing.stroke[1].width_cell, 1.5f, 0);
    drawing_free(&drawing);
    digits_free(&digits);
}

/* The network's input is the same as for the drawing, but for the rounding to a thousandth. */
static void a_kept_drawing_reads_as_it_did(void **state)
{
    (void)state;
    Drawing drawing = {0}, again = {0};
    Digits digits = {0};
    Sheet before, after;
    Err err;
    draw_stroke(&drawing, TOOL_PEN, (Point[]){{5, 4}, {13.3f, 3.2f}, {11, 8}, {7.7f, 17.1f}}, 4);
    draw_stroke(&drawing, TOOL_PEN, (Point[]){{6.5f, 10}, {12.2f, 9.1f}}, 2);
    assert_true(digits_add_drawing(&digits, 7, "me", &drawing, &err));
    assert_true(digits_draw(&digits, 0, (Point){2, 2}, 24, 2, &again, &err));
    assert_true(normalise_drawing(&drawing, PREPARATION_FITTED, &before, &err));
    assert_true(normalise_drawing(&again, PREPARATION_FITTED, &after, &err));
    assert_false(raster_is_blank(&before));
    for (int i = 0; i < SHEET_CELLS; i++) {
        assert_in_range(before.cell[i] - after.cell[i] + 6, 0, 12);
    }
    drawing_free(&drawing);
    drawing_free(&again);
    digits_free(&digits);
}

/* Wherever and however large it is drawn, but for rounding. */
static void the_input_of_a_digit_is_that_of_its_drawing(void **state)
{
    (void)state;
    Drawing drawing = {0};
    Digits digits = {0};
    Sheet input, drawn;
    Err err;
    parse(&digits, "7 s 100,200 500,200;260,1000\n");
    assert_true(digits_input(&digits, 0, PREPARATION_FITTED, &input, &err));
    assert_true(digits_draw(&digits, 0, (Point){11, 3}, 7, 4, &drawing, &err));
    assert_true(normalise_drawing(&drawing, PREPARATION_FITTED, &drawn, &err));
    assert_false(raster_is_blank(&input));
    for (int i = 0; i < SHEET_CELLS; i++) {
        assert_in_range(input.cell[i] - drawn.cell[i] + 2, 0, 4);
    }
    assert_true(digits_input(&digits, 0, PREPARATION_RAW, &input, &err));
    Point centre = raster_centre(&input); /* of two dots and a stroke, in a box of 10 by 20 */
    assert_in_range(centre.x_cell, 9, 19);
    assert_in_range(centre.y_cell, 4, 24);
    drawing_free(&drawing);
    digits_free(&digits);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_read),
        cmocka_unit_test(the_last_line_feed_may_be_missing),
        cmocka_unit_test(nothing_is_read_from_an_empty_text),
        cmocka_unit_test(lines_are_added_behind_those_there_are),
        cmocka_unit_test(many_lines_are_read),
        cmocka_unit_test(a_damaged_line_is_named_and_nothing_is_added),
        cmocka_unit_test(a_drawing_without_a_label_is_written_and_asks_for_one_when_it_is_read),
        cmocka_unit_test(bytes_of_zero_are_refused),
        cmocka_unit_test(long_sources_are_cut),
        cmocka_unit_test(a_line_has_room_for_the_longest_numbers),
        cmocka_unit_test(digits_are_copied_from_one_row_to_another),
        cmocka_unit_test(a_drawing_is_kept_with_its_longer_side_a_thousand),
        cmocka_unit_test(a_stroke_begins_where_the_pen_was_lifted),
        cmocka_unit_test(a_dot_is_a_digit_too),
        cmocka_unit_test(what_does_not_show_is_not_kept),
        cmocka_unit_test(an_empty_sheet_is_no_digit),
        cmocka_unit_test(points_that_scaling_makes_equal_are_kept_once),
        cmocka_unit_test(a_digit_is_drawn_where_and_as_large_as_told),
        cmocka_unit_test(a_kept_drawing_reads_as_it_did),
        cmocka_unit_test(the_input_of_a_digit_is_that_of_its_drawing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
