/* Pictures of signed numbers: their colours, and where a wall has them. */
#include "ui/tiles.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "board.h"

enum { W = 640, H = 480, CELLS = CANVAS_SIDE * CANVAS_SIDE };

static void positive_is_blue_and_negative_orange(void **state)
{
    (void)state;
    Board board;
    Tiles tiles;
    float value[CELLS] = {0};
    value[0] = 2.0f;
    value[1] = -2.0f;
    value[2] = 9.0f; /* beyond the scale */
    value[3] = -9.0f;
    value[4] = 1.0f;
    board_make(&board, W, H);
    const Theme *theme = board.paint.theme;
    assert_true(tiles_begin(&tiles, &board.paint, 2, 1));
    tiles_put(&tiles, 1, 0, value, 2.0f);
    assert_true(tiles_upload(&tiles));
    tiles_show(&tiles, 1, 0, (SDL_Rect){10, 20, 4 * CANVAS_SIDE, 4 * CANVAS_SIDE});
    Uint32 blue = board_colour(theme->positive), orange = board_colour(theme->negative);
    const Uint32 expected[] = {blue,
                               orange,
                               blue,
                               orange,
                               board_colour(theme_mix(theme->paper, theme->positive, 0.504f)),
                               board_colour(theme->paper)};
    for (int i = 0; i < 6; i++) {
        assert_int_equal(board_pixel(&board, 10 + 4 * i + 2, 22), expected[i]);
    }
    assert_int_equal(board_pixel(&board, 12, 26), board_colour(theme->paper)); /* the next row */
    board_free(&board);
}

static void a_picture_of_zeros_has_the_colour_of_paper(void **state)
{
    (void)state;
    Board board;
    Tiles tiles;
    float value[CELLS] = {0};
    board_make(&board, W, H);
    assert_true(tiles_begin(&tiles, &board.paint, 1, 1));
    tiles_put(&tiles, 0, 0, value, 0.0f);
    assert_true(tiles_upload(&tiles));
    tiles_show(&tiles, 0, 0, (SDL_Rect){10, 20, 2 * CANVAS_SIDE, 2 * CANVAS_SIDE});
    assert_int_equal(board_pixel(&board, 40, 50), board_colour(board.paint.theme->paper));
    board_free(&board);
}

static void pictures_are_whole_pixels_a_cell(void **state)
{
    (void)state;
    assert_int_equal(tiles_side(28), 28);
    assert_int_equal(tiles_side(35), 28);
    assert_int_equal(tiles_side(56), 56);
    assert_int_equal(tiles_side(55), 55); /* half of it would be lost */
    assert_int_equal(tiles_side(20), 20);
    assert_int_equal(tiles_side(-5), 1);
}

static void check_wall(const Paint *paint, int count, SDL_Rect box)
{
    TilesPlaces places;
    tiles_place(&places, paint, count, 1000, box);
    int first = places.top * places.columns, shown = places.rows * places.columns;
    int rows = (count + places.columns - 1) / places.columns;
    assert_int_equal(places.top, rows - places.rows); /* as far down as it goes */
    for (int i = first; i < count && i < first + shown; i++) {
        SDL_Rect tile = tiles_box(&places, i);
        assert_true(tile.x >= box.x && tile.x + tile.w <= box.x + box.w);
        assert_true(tile.y >= box.y && tile.y + tile.h + places.caption_h <= box.y + box.h);
        assert_int_equal(tiles_at(&places, tile.x, tile.y), i);
        assert_int_equal(tiles_at(&places, tile.x + tile.w - 1, tile.y + tile.h - 1), i);
        for (int j = first; j < i; j++) {
            SDL_Rect other = tiles_box(&places, j);
            assert_false(SDL_HasIntersection(&tile, &other));
        }
    }
    assert_int_equal(tiles_at(&places, box.x - 1, box.y), -1);
    assert_int_equal(tiles_at(&places, box.x, box.y - 1), -1);
}

static void tiles_lie_side_by_side_in_the_box(void **state)
{
    static const int COUNT[] = {1, 2, 5, 16, 30, 100, 512};
    (void)state;
    Board board;
    board_make(&board, W, H);
    for (int i = 0; i < 7; i++) {
        check_wall(&board.paint, COUNT[i], (SDL_Rect){5, 7, 350, 240});
        check_wall(&board.paint, COUNT[i], (SDL_Rect){5, 7, 640, 400});
        check_wall(&board.paint, COUNT[i], (SDL_Rect){5, 7, 1900, 900});
    }
    board_free(&board);
}

static void few_pictures_are_large(void **state)
{
    (void)state;
    Board board;
    TilesPlaces places;
    board_make(&board, W, H);
    tiles_place(&places, &board.paint, 16, 0, (SDL_Rect){0, 0, 650, 430});
    assert_true(places.side_px >= 84);
    assert_true(places.rows * places.columns >= 16);
    tiles_place(&places, &board.paint, 512, 0, (SDL_Rect){0, 0, 650, 430});
    assert_int_equal(places.side_px, 28);
    assert_true(places.rows * places.columns < 512);
    assert_int_equal(places.top, 0);
    board_free(&board);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(positive_is_blue_and_negative_orange),
        cmocka_unit_test(a_picture_of_zeros_has_the_colour_of_paper),
        cmocka_unit_test(pictures_are_whole_pixels_a_cell),
        cmocka_unit_test(tiles_lie_side_by_side_in_the_box),
        cmocka_unit_test(few_pictures_are_large),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
