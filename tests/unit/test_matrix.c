/* The confusion matrix as a table: where its cells are, and the mark. */
#include "ui/matrix.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "board.h"

enum { W = 700, H = 500 };

static const SDL_Rect WIDE = {10, 20, 660, 460}, NARROW = {10, 20, 344, 280};

static int cell_of(int row, int column)
{
    return row * MATRIX_COLUMNS + column;
}

static void every_cell_is_where_a_press_finds_it(void **state)
{
    const SDL_Rect box[] = {WIDE, NARROW};
    Board board;
    (void)state;
    board_make(&board, W, H);
    for (int k = 0; k < 2; k++) {
        MatrixPlaces places;
        matrix_place(&places, &board.paint, box[k]);
        int found = 0;
        for (int cell = 0; cell < MATRIX_CELLS; cell++) {
            SDL_Rect at = matrix_cell_box(&places, cell);
            if (at.w > 0) {
                assert_true(SDL_HasIntersection(&at, &box[k]));
                assert_true(at.x >= box[k].x && at.x + at.w <= box[k].x + box[k].w);
                assert_true(at.y >= box[k].y && at.y + at.h <= box[k].y + box[k].h);
                assert_int_equal(matrix_cell_at(&places, at.x + at.w / 2, at.y + at.h / 2), cell);
                found++;
            }
        }
        assert_int_equal(found, CONFUSION_SIDE * (k == 0 ? MATRIX_COLUMNS : MATRIX_COLUMNS - 1));
        assert_int_equal(matrix_cell_at(&places, box[k].x + 2, box[k].y + 2), -1);
    }
    board_free(&board);
}

static int after(const MatrixPlaces *places, SDL_Keycode key, int marked)
{
    assert_true(matrix_key(places, key, &marked));
    return marked;
}

static void keys_move_the_mark_within_the_table(void **state)
{
    Board board;
    MatrixPlaces places;
    (void)state;
    board_make(&board, W, H);
    matrix_place(&places, &board.paint, NARROW);
    assert_int_equal(after(&places, SDLK_DOWN, -1), cell_of(0, 0));
    assert_int_equal(after(&places, SDLK_DOWN, cell_of(0, 3)), cell_of(1, 3));
    assert_int_equal(after(&places, SDLK_UP, cell_of(0, 3)), cell_of(0, 3));
    assert_int_equal(after(&places, SDLK_DOWN, cell_of(CONFUSION_ALL, 3)),
                     cell_of(CONFUSION_ALL, 3));
    assert_int_equal(after(&places, SDLK_RIGHT, cell_of(4, 3)), cell_of(4, 4));
    assert_int_equal(after(&places, SDLK_LEFT, cell_of(4, 0)), cell_of(4, 0));
    assert_int_equal(after(&places, SDLK_HOME, cell_of(4, 6)), cell_of(4, 0));
    assert_int_equal(after(&places, SDLK_END, cell_of(4, 6)), cell_of(4, MATRIX_RIGHT));
    matrix_place(&places, &board.paint, WIDE);
    assert_int_equal(after(&places, SDLK_END, cell_of(4, 6)), cell_of(4, MATRIX_OF));
    int marked = 7;
    assert_false(matrix_key(&places, SDLK_a, &marked));
    assert_int_equal(marked, 7);
    board_free(&board);
}

static void cells_are_shaded_by_their_share(void **state)
{
    Board board;
    MatrixPlaces places;
    Confusion confusion = {0};
    (void)state;
    for (int i = 0; i < 100; i++) {
        confusion_add(&confusion, 7, i < 90 ? 7 : 1);
    }
    board_make(&board, W, H);
    board.paint.theme = theme_get(true);
    matrix_place(&places, &board.paint, WIDE);
    matrix_draw(&board.paint, &confusion, &places, -1);
    Uint32 colour[3];
    for (int i = 0; i < 3; i++) {
        SDL_Rect at = matrix_cell_box(&places, cell_of(7, (const int[]){7, 1, 2}[i]));
        colour[i] = board_pixel(&board, at.x + 3, at.y + 3);
    }
    const Theme *theme = board.paint.theme;
    assert_int_equal(colour[0], board_colour(theme_mix(theme->panel, theme->positive, 0.54f)));
    assert_int_not_equal(colour[1], colour[0]);
    assert_true((colour[1] >> 16) > (colour[1] & 255)); /* orange */
    assert_int_equal(colour[2], board_colour(theme->panel));
    board_free(&board);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_cell_is_where_a_press_finds_it),
        cmocka_unit_test(keys_move_the_mark_within_the_table),
        cmocka_unit_test(cells_are_shaded_by_their_share),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
