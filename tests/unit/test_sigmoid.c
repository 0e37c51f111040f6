/* The curve of the sigmoid: the mark is on it. */
#include "ui/sigmoid.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <math.h>

#include "board.h"

static const SDL_Rect BOX = {20, 30, 414, 216};

/* The middle of what has that colour at its fullest, in pixels; false where nothing has. */
static bool middle_of(const Board *board, SDL_Color colour, double *x, double *y)
{
    /* The mark is the only place that is so coloured over several pixels both ways. */
    Uint32 wanted = board_colour(colour);
    int count = 0;
    *x = *y = 0.0;
    for (int j = BOX.y + 1; j < BOX.y + BOX.h - 1; j++) {
        for (int i = BOX.x + 1; i < BOX.x + BOX.w - 1; i++) {
            if (board_pixel(board, i, j) == wanted && board_pixel(board, i - 1, j - 1) == wanted &&
                board_pixel(board, i + 1, j + 1) == wanted &&
                board_pixel(board, i - 1, j + 1) == wanted) {
                *x += i;
                *y += j;
                count++;
            }
        }
    }
    *x /= count > 0 ? count : 1;
    *y /= count > 0 ? count : 1;
    return count > 0;
}

static void mark_at(Board *board, double z, double *x, double *y)
{
    const Theme *theme = board->paint.theme;
    paint_fill(&board->paint, (SDL_Rect){0, 0, 500, 300}, theme->window);
    sigmoid_draw(&board->paint, z, 1.0 / (1.0 + exp(-z)), BOX);
    assert_true(middle_of(board, z < 0.0 ? theme->negative : theme->positive, x, y));
}

static void the_mark_is_where_z_and_its_activation_are(void **state)
{
    (void)state;
    Board board;
    double x, y;
    board_make(&board, 500, 300);
    for (double z = -7.0; z <= 7.0; z += 3.5) {
        mark_at(&board, z, &x, &y);
        /* 400 x 200 pixels from -8 to 8, the axis numbers left and under; 5 above 1 and under 0 */
        assert_true(fabs(x - (BOX.x + 14.0 + 400.0 * (z + 8.0) / 16.0)) < 2.0);
        assert_true(fabs(y - (BOX.y + 5.0 + 190.0 / (1.0 + exp(z)))) < 2.0);
    }
    board_free(&board);
}

static void far_marks_are_still_on_the_curve(void **state)
{
    static const double Z[] = {-12.0, 20.0, -300.0, 5e5};
    (void)state;
    Board board;
    double x, y;
    board_make(&board, 500, 300);
    for (int i = 0; i < 4; i++) {
        mark_at(&board, Z[i], &x, &y);
        assert_true(x > BOX.x + 14 && x < BOX.x + BOX.w);
        assert_true(Z[i] < 0.0 ? y > BOX.y + 190 : y < BOX.y + 10);
    }
    board_free(&board);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_mark_is_where_z_and_its_activation_are),
        cmocka_unit_test(far_marks_are_still_on_the_curve),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
