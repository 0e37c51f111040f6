/* Numbers in little room, and which bar or cell is at a point. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <math.h>
#include <string.h>

#include "ui/wish.h"

static void numbers_have_two_or_three_digits(void **state)
{
    static const struct {
        double value;
        const char *text;
    } CASES[] = {
        {0, "0"},         {0.5, "0.500"},        {-0.0123, "-0.012"},   {0.99, "0.990"},
        {0.9996, "1.00"}, {-1.234, "-1.23"},     {12.34, "12.3"},       {999.4, "999"},
        {1000, "1.0e3"},  {0.00994, "9.9e-3"},   {-3.14e-5, "-3.1e-5"}, {9.96e-10, "1.0e-9"},
        {1e9, "1.0e9"},   {2.5e-120, "2.5e-120"}};
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        char text[WISH_TEXT];
        wish_print(CASES[i].value, text);
        assert_string_equal(text, CASES[i].text);
    }
}

static void what_is_no_number_is_still_printed(void **state)
{
    (void)state;
    char text[WISH_TEXT];
    wish_print((double)NAN, text);
    assert_non_null(strstr(text, "nan"));
    wish_print((double)INFINITY, text);
    assert_string_equal(text, "inf");
}

/* Every pixel of the box belongs to one bar, in their order. */
static void every_bar_can_be_hit(void **state)
{
    static const int COUNTS[] = {1, 10, 16, 333, 512};
    (void)state;
    for (int n = 0; n < 5; n++) {
        SDL_Rect box = {37, 11, 700, 40};
        int last = 0;
        for (int x = box.x; x < box.x + box.w; x++) {
            int i = wish_bar_at(box, COUNTS[n], x);
            assert_in_range(i - last, 0, 1);
            last = i;
        }
        assert_int_equal(last, COUNTS[n] - 1);
        assert_int_equal(wish_bar_at(box, COUNTS[n], 0), 0);
        assert_int_equal(wish_bar_at(box, COUNTS[n], 5000), COUNTS[n] - 1);
    }
}

static void cells_are_counted_row_by_row(void **state)
{
    (void)state;
    SDL_Rect box = {10, 20, 56, 56};
    assert_int_equal(wish_cell_at(box, (SDL_Point){10, 20}), 0);
    assert_int_equal(wish_cell_at(box, (SDL_Point){12, 20}), 1);
    assert_int_equal(wish_cell_at(box, (SDL_Point){11, 23}), 28);
    assert_int_equal(wish_cell_at(box, (SDL_Point){500, 500}), 783);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_have_two_or_three_digits),
        cmocka_unit_test(what_is_no_number_is_still_printed),
        cmocka_unit_test(every_bar_can_be_hit),
        cmocka_unit_test(cells_are_counted_row_by_row),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
