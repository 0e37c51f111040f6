/* Layout by cutting. */
#include "ui/row.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

static void assert_box(SDL_Rect box, int x, int y, int w, int h)
{
    assert_int_equal(box.x, x);
    assert_int_equal(box.y, y);
    assert_int_equal(box.w, w);
    assert_int_equal(box.h, h);
}

static void strips_come_off_the_edges_and_leave_the_rest(void **state)
{
    (void)state;
    SDL_Rect rest = {10, 20, 100, 80};
    assert_box(row_top(&rest, 15, 5), 10, 20, 100, 15);
    assert_box(rest, 10, 40, 100, 60);
    assert_box(row_bottom(&rest, 10, 2), 10, 90, 100, 10);
    assert_box(rest, 10, 40, 100, 48);
    assert_box(row_left(&rest, 30, 4), 10, 40, 30, 48);
    assert_box(rest, 44, 40, 66, 48);
    assert_box(row_right(&rest, 20, 6), 90, 40, 20, 48);
    assert_box(rest, 44, 40, 40, 48);
}

static void parts_share_a_box_to_the_last_pixel(void **state)
{
    (void)state;
    SDL_Rect box = {7, 3, 101, 53};
    for (int count = 1; count < 120; count++) {
        int x = box.x, y = box.y;
        for (int i = 0; i < count; i++) {
            SDL_Rect column = row_across(box, count, i), line = row_down(box, count, i);
            assert_box(column, x, box.y, column.w, box.h);
            assert_in_range(column.w, box.w / count, box.w / count + 1);
            assert_box(line, box.x, y, box.w, line.h);
            assert_in_range(line.h, box.h / count, box.h / count + 1);
            x += column.w;
            y += line.h;
        }
        assert_int_equal(x, box.x + box.w);
        assert_int_equal(y, box.y + box.h);
    }
    assert_box(row_down(box, 0, 0), 7, 3, 101, 53);
    assert_box(row_down((SDL_Rect){0, 0, 10, 40}, 4, 5), 0, 50, 10, 10);
}

static void a_cell_is_found_at_its_middle(void **state)
{
    enum { SIDE = 28 };
    (void)state;
    SDL_Rect box = {5, 9, 100, 90};
    for (int cell = 0; cell < SIDE * SIDE; cell++) {
        SDL_Rect at = row_cell(box, SIDE, cell);
        SDL_Point middle = {at.x + at.w / 2, at.y + at.h / 2};
        assert_int_equal(row_cell_at(box, SIDE, middle), cell);
    }
    assert_box(row_cell((SDL_Rect){0, 0, 56, 28}, SIDE, 30), 4, 1, 2, 1);
    assert_int_equal(row_cell_at(box, SIDE, (SDL_Point){-50, -50}), 0);
    assert_int_equal(row_cell_at(box, SIDE, (SDL_Point){500, 500}), SIDE * SIDE - 1);
    assert_int_equal(row_cell_at((SDL_Rect){0}, SIDE, (SDL_Point){0, 0}), 0);
}

static void boxes_flow_as_wide_as_they_should_be_or_as_fits(void **state)
{
    (void)state;
    SDL_Rect box[3];
    row_flow((SDL_Rect){10, 20, 100, 8}, 20, 5, 3, box);
    assert_box(box[0], 10, 20, 20, 8);
    assert_box(box[2], 60, 20, 20, 8);
    row_flow((SDL_Rect){10, 20, 50, 8}, 20, 5, 3, box);
    assert_box(box[0], 10, 20, 13, 8);
    assert_box(box[2], 46, 20, 13, 8);
}

static void a_box_keeps_its_middle(void **state)
{
    (void)state;
    SDL_Rect box = {10, 20, 100, 80};
    assert_box(row_middle(box, 50, 10), 35, 55, 50, 10);
    assert_box(row_middle(box, 120, 80), 0, 20, 120, 80);
    assert_box(row_inset(box, 3, 4), 13, 24, 94, 72);
    assert_box(row_inset(box, -1, -1), 9, 19, 102, 82);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(strips_come_off_the_edges_and_leave_the_rest),
        cmocka_unit_test(parts_share_a_box_to_the_last_pixel),
        cmocka_unit_test(a_cell_is_found_at_its_middle),
        cmocka_unit_test(boxes_flow_as_wide_as_they_should_be_or_as_fits),
        cmocka_unit_test(a_box_keeps_its_middle),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
