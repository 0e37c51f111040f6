/* Digits on what lies on the paper, in boxes, above lines, and small ones. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "found_fixture.h"
#include "sheets.h"

enum { SIDE = 240, HIGH = 90 };

static void draw_three(Grey *picture, float x, float y, float high, int grey)
{
    draw_figure(picture, THREE, THREE_POINTS, (Point){x, y}, high, high * 0.09f, grey);
}

/* So many threes are found, each as if it were alone; the picture is freed. */
static void check_threes(Grey *picture, int count)
{
    Grey alone = paper(SIDE, SIDE, 255);
    draw_three(&alone, 80, 60, 120, 0);
    Sheet expected = input_of_grey(&alone, PREPARATION_FITTED);
    Found *found = found_in_grey(picture, PREPARATION_FITTED);
    assert_int_equal(found->count, count);
    for (int i = 0; i < count; i++) {
        assert_true(share_moved(&found->digit[i].input, &expected) < 0.3);
    }
    free(found);
}

static void a_note_on_the_paper_is_paper(void **state)
{
    (void)state;
    for (int note = 185; note <= 245; note += 20) {
        Grey picture = paper(SIDE, SIDE, 255);
        fill(&picture, 40, 50, 150, 140, (uint8_t)note);
        draw_three(&picture, 90, 75, HIGH, note / 4);
        check_threes(&picture, 1);
    }
}

static void a_line_of_two_greys_is_no_note(void **state)
{
    (void)state;
    for (int middle = -22; middle <= 22; middle += 44) {
        Grey picture = paper(SIDE, SIDE, 210);
        draw_grey_line(&picture, (Point){120, 80}, (Point){120, 160}, 40, 186);
        draw_grey_line(&picture, (Point){120, 85}, (Point){120, 155}, 12, 186 + middle);
        Found *found = found_in_grey(&picture, PREPARATION_FITTED);
        assert_int_equal(found->count, 1);
        assert_in_range(found->digit[0].w, 38, 44);
        assert_in_range(found->digit[0].h, 116, 124);
        free(found);
    }
}

static void light_edges_of_a_dark_line_are_no_ink(void **state)
{
    (void)state;
    for (int wide = 9; wide <= 11; wide++) {
        Grey picture = paper(SIDE, SIDE, 190);
        draw_grey_line(&picture, (Point){120, 80}, (Point){120, 160}, (float)wide + 6, 225);
        draw_grey_line(&picture, (Point){120, 80}, (Point){120, 160}, (float)wide, 130);
        add_noise(&picture, 2, 1);
        Found *found = found_in_grey(&picture, PREPARATION_FITTED);
        assert_int_equal(found->count, 1);
        assert_in_range(found->digit[0].w, wide - 3, wide + 3);
        assert_in_range(found->digit[0].h, wide + 77, wide + 83);
        free(found);
    }
}

static void a_light_digit_on_a_dark_button_is_found(void **state)
{
    (void)state;
    for (int grey = 20; grey <= 100; grey += 40) {
        Grey picture = paper(SIDE, SIDE, 250);
        draw_grey_line(&picture, (Point){120, 120}, (Point){120, 120}, 180, grey);
        draw_three(&picture, 95, 75, HIGH, 250);
        check_threes(&picture, 1);
    }
}

static void boxes_around_digits_are_left_out(void **state)
{
    (void)state;
    for (int walls = 0; walls < 2; walls++) {
        Grey picture = paper(3 * SIDE, SIDE, 255);
        fill(&picture, 30, 30, 660, 3, 0);
        fill(&picture, 30, 207, 660, 3, 0);
        fill(&picture, 30, 30, 3, 180, 0);
        fill(&picture, 687, 30, 3, 180, 0);
        fill(&picture, 250, 30, 3 * walls, 180, 0);
        fill(&picture, 470, 30, 3 * walls, 180, 0);
        for (int i = 0; i < 3; i++) {
            draw_three(&picture, (float)(110 + 220 * i), 75, HIGH, 0);
        }
        check_threes(&picture, 3);
    }
}

static void a_line_below_is_left_out(void **state)
{
    (void)state;
    for (int wide = 70; wide <= 150; wide += 40) {
        Grey picture = paper(SIDE, SIDE, 255);
        draw_three(&picture, 90, 60, HIGH, 0);
        Point from = {(float)(117 - wide / 2), 168}, to = {(float)(117 + wide / 2), 164};
        draw_grey_line(&picture, from, to, 5, 0);
        check_threes(&picture, 1);
    }
}

static void small_digits_are_found(void **state)
{
    (void)state;
    Grey picture = paper(3000, 2000, 250);
    draw_seven(&picture, 1700, 900, 43, 10);
    Found *found = found_in_grey(&picture, PREPARATION_FITTED);
    assert_int_equal(found->count, 1);
    assert_in_range(found->digit[0].x, 1697, 1702);
    assert_in_range(found->digit[0].h, 40, 47);
    free(found);
    picture = paper(2 * SIDE, SIDE, 255);
    draw_three(&picture, 60, 40, 160, 0);
    draw_three(&picture, 320, 120, 40, 0);
    check_threes(&picture, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_note_on_the_paper_is_paper),
        cmocka_unit_test(a_line_of_two_greys_is_no_note),
        cmocka_unit_test(light_edges_of_a_dark_line_are_no_ink),
        cmocka_unit_test(a_light_digit_on_a_dark_button_is_found),
        cmocka_unit_test(boxes_around_digits_are_left_out),
        cmocka_unit_test(a_line_below_is_left_out),
        cmocka_unit_test(small_digits_are_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
