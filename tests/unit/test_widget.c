/* Finding widgets by place, action and order, and what a slider says. */
#include "ui/widget.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "board.h"

/* Three buttons in a row, the middle one disabled. */
static const Widget ROW[] = {
    {.kind = WIDGET_BUTTON, .action = 7, .box = {10, 10, 20, 10}, .label = "a", .enabled = true},
    {.kind = WIDGET_BUTTON, .action = 8, .box = {40, 10, 20, 10}, .label = "b"},
    {.kind = WIDGET_BUTTON, .action = 9, .box = {70, 10, 20, 10}, .label = "c", .enabled = true},
};

static void a_widget_is_found_where_it_is(void **state)
{
    (void)state;
    assert_int_equal(widget_at(ROW, 3, 10, 10), 0);
    assert_int_equal(widget_at(ROW, 3, 29, 19), 0);
    assert_int_equal(widget_at(ROW, 3, 30, 19), -1);
    assert_int_equal(widget_at(ROW, 3, 45, 12), 1);
    assert_int_equal(widget_at(ROW, 3, 45, 9), -1);
    assert_int_equal(widget_at(ROW, 0, 15, 15), -1);
}

static void of_widgets_that_overlap_the_first_is_found(void **state)
{
    (void)state;
    Widget both[] = {ROW[0], ROW[0]};
    assert_int_equal(widget_at(both, 2, 15, 15), 0);
}

static void a_widget_is_found_by_its_action(void **state)
{
    (void)state;
    assert_int_equal(widget_find(ROW, 3, 9), 2);
    assert_int_equal(widget_find(ROW, 3, 1), -1);
}

static void the_order_goes_around_and_leaves_out_the_disabled(void **state)
{
    (void)state;
    assert_int_equal(widget_next(ROW, 3, 0, 1), 2);
    assert_int_equal(widget_next(ROW, 3, 2, 1), 0);
    assert_int_equal(widget_next(ROW, 3, 0, -1), 2);
    assert_int_equal(widget_next(ROW, 3, 2, -1), 0);
    assert_int_equal(widget_next(ROW, 3, -1, 1), 0);
    assert_int_equal(widget_next(ROW, 3, -1, -1), 2);
    assert_int_equal(widget_next(ROW + 1, 1, -1, 1), -1);
    assert_int_equal(widget_next(ROW, 0, -1, 1), -1);
    assert_int_equal(widget_next(ROW, 1, 0, 1), 0);
}

static void a_slider_goes_from_end_to_end_at_every_scale(void **state)
{
    (void)state;
    for (float scale = 0.5f; scale <= 4.0f; scale += 0.5f) {
        int w = (int)(100.0f * scale);
        Widget slider = {.kind = WIDGET_SLIDER, .box = {30, 10, w, 20}};
        assert_float_equal(widget_slider_value(&slider, 30, scale), 0.0f, 0.0f);
        assert_float_equal(widget_slider_value(&slider, -500, scale), 0.0f, 0.0f);
        assert_float_equal(widget_slider_value(&slider, 30 + w / 2, scale), 0.5f, 0.02f);
        assert_float_equal(widget_slider_value(&slider, 30 + w - 1, scale), 1.0f, 0.0f);
        assert_float_equal(widget_slider_value(&slider, 30 + w + 500, scale), 1.0f, 0.0f);
    }
}

/* Where the knob is drawn, the slider has the value that is drawn. */
static void the_knob_is_under_the_pointer(void **state)
{
    (void)state;
    Board board = {0};
    board_make(&board, 220, 60);
    Uint32 knob = board_colour(board.paint.theme->text);
    for (int x = 40; x <= 180; x += 20) {
        Widget slider = {.kind = WIDGET_SLIDER, .box = {20, 20, 180, 20}, .enabled = true};
        slider.value = widget_slider_value(&slider, x, 1.0f);
        paint_fill(&board.paint, (SDL_Rect){0, 0, 220, 60}, board.paint.theme->window);
        widget_draw(&board.paint, &slider, false, false);
        assert_int_equal(board_pixel(&board, x, 30), knob);
        assert_int_not_equal(board_pixel(&board, x - 12, 30), knob);
        assert_int_not_equal(board_pixel(&board, x + 12, 30), knob);
    }
    board_free(&board);
}

static void a_button_shows_its_state(void **state)
{
    (void)state;
    Board board = {0};
    board_make(&board, 100, 60);
    const Theme *theme = board.paint.theme;
    Widget button = {.kind = WIDGET_BUTTON, .box = {20, 20, 60, 20}, .label = "", .enabled = true};
    widget_draw(&board.paint, &button, false, false);
    assert_int_equal(board_pixel(&board, 50, 30), board_colour(theme->panel));
    widget_draw(&board.paint, &button, true, false);
    assert_int_not_equal(board_pixel(&board, 50, 30), board_colour(theme->panel));
    button.on = true;
    widget_draw(&board.paint, &button, false, true);
    assert_int_equal(board_pixel(&board, 50, 30), board_colour(theme->positive));
    assert_int_equal(board_pixel(&board, 17, 30), board_colour(theme->positive));
    button.enabled = false;
    widget_draw(&board.paint, &button, true, false);
    assert_int_equal(board_pixel(&board, 50, 30), board_colour(theme->window));
    board_free(&board);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_widget_is_found_where_it_is),
        cmocka_unit_test(of_widgets_that_overlap_the_first_is_found),
        cmocka_unit_test(a_widget_is_found_by_its_action),
        cmocka_unit_test(the_order_goes_around_and_leaves_out_the_disabled),
        cmocka_unit_test(a_slider_goes_from_end_to_end_at_every_scale),
        cmocka_unit_test(the_knob_is_under_the_pointer),
        cmocka_unit_test(a_button_shows_its_state),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
