/* Several digits side by side are told from one. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "ink/apart.h"

static void line(Drawing *drawing, Point from, Point to)
{
    Err err;
    assert_true(drawing_pen_down(drawing, TOOL_PEN, 2.0f, from, &err));
    assert_true(drawing_pen_to(drawing, to, &err));
    drawing_pen_up(drawing);
}

static bool several(Drawing *drawing)
{
    bool is = apart_several(drawing);
    drawing_free(drawing);
    return is;
}

static void two_digits_side_by_side_are_several(void **state)
{
    (void)state;
    Drawing drawing = {0};
    line(&drawing, (Point){6, 6}, (Point){6, 22}); /* a 1 and a 7 */
    line(&drawing, (Point){14, 6}, (Point){22, 6});
    line(&drawing, (Point){22, 6}, (Point){16, 22});
    assert_true(several(&drawing));
    line(&drawing, (Point){20, 5}, (Point){20, 22}); /* also from right to left */
    line(&drawing, (Point){7, 6}, (Point){7, 20});
    assert_true(several(&drawing));
}

static void one_digit_is_one(void **state)
{
    (void)state;
    Drawing drawing = {0};
    assert_false(several(&drawing));
    line(&drawing, (Point){14, 4}, (Point){14, 24});
    assert_false(several(&drawing));
    line(&drawing, (Point){8, 4}, (Point){8, 14}); /* a 4 */
    line(&drawing, (Point){8, 14}, (Point){20, 14});
    line(&drawing, (Point){17, 4}, (Point){17, 24});
    assert_false(several(&drawing));
    line(&drawing, (Point){10, 4}, (Point){10, 24}); /* close together */
    line(&drawing, (Point){11, 4}, (Point){11, 24});
    assert_false(several(&drawing));
    line(&drawing, (Point){8, 4}, (Point){8, 24}); /* one of them is low: a mark beside it */
    line(&drawing, (Point){18, 20}, (Point){18, 24});
    assert_false(several(&drawing));
    line(&drawing, (Point){4, 10}, (Point){24, 10}); /* an equals sign */
    line(&drawing, (Point){4, 18}, (Point){24, 18});
    assert_false(several(&drawing));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_digits_side_by_side_are_several),
        cmocka_unit_test(one_digit_is_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
