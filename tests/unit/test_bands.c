/* The rows of brightness: places, and what is drawn where. */
#include "ui/bands.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <string.h>

#include "board.h"

enum { W = 214, H = 128 };

/* Three moments: at the first all is dark, at the last row 7 is bright. */
static Bands three_moments(void)
{
    Bands bands = {.columns = 3, .mark = 1.0f, .ticks = 2, .best = 7};
    for (int i = 0; i < 3; i++) {
        bands.column[i].at = (float)i / 2.0f;
        bands.column[i].known = true;
    }
    bands.column[2].activation[7] = 1.0f;
    return bands;
}

static void parts_lie_in_the_box_and_apart(void **state)
{
    (void)state;
    Board board = {0};
    board_make(&board, W, H);
    for (int h = 64; h <= 128; h++) {
        BandsPlaces at;
        SDL_Rect box = {3, 5, W, h};
        bands_place(&at, &board.paint, box);
        assert_true(at.picture.h >= 36);
        assert_true(at.title.y == box.y && at.title.y + at.title.h <= at.picture.y);
        assert_int_equal(at.picture.y + at.picture.h + at.axis.h, box.y + box.h);
        assert_int_equal(at.digits.x + at.digits.w, at.picture.x);
        assert_int_equal(at.picture.x + at.picture.w, box.x + box.w);
    }
    board_free(&board);
}

static void places_and_moments_belong_together(void **state)
{
    (void)state;
    BandsPlaces at = {.picture = {10, 20, 100, 50}};
    assert_float_equal(bands_share_at(&at, 60), 0.505f, 1e-6);
    assert_float_equal(bands_share_at(&at, -5), 0.0f, 0);
    assert_float_equal(bands_share_at(&at, 500), 1.0f, 0);
    for (int row = 0; row < NET_OUTPUTS; row++) {
        assert_int_equal(bands_row_at(&at, 20 + row * 5), row);
        assert_int_equal(bands_row_at(&at, 24 + row * 5), row);
    }
    assert_int_equal(bands_row_at(&at, 0), 0);
    assert_int_equal(bands_row_at(&at, 900), NET_OUTPUTS - 1);
}

static void brightness_stands_in_its_row_from_half_way_to_its_moment(void **state)
{
    (void)state;
    Board board = {0};
    BandsPlaces at;
    board_make(&board, W, H);
    Bands bands = three_moments();
    bands_place(&at, &board.paint, (SDL_Rect){0, 0, W, H});
    bands_draw(&board.paint, &bands, &at);
    Uint32 dark = board_colour(board.paint.theme->track);
    Uint32 bright = board_colour(board.paint.theme->positive);
    int y = at.picture.y + 7 * at.picture.h / 10 + 2, row_h = at.picture.h / 10;
    assert_int_equal(board_pixel(&board, at.picture.x + at.picture.w * 70 / 100, y), dark);
    assert_int_equal(board_pixel(&board, at.picture.x + at.picture.w * 80 / 100, y), bright);
    assert_int_equal(board_pixel(&board, at.picture.x + at.picture.w * 80 / 100, y - row_h), dark);
    assert_int_equal(board_pixel(&board, at.picture.x + at.picture.w * 80 / 100, y + row_h), dark);
    assert_int_equal(board_pixel(&board, at.picture.x + at.picture.w - 1, y),
                     board_colour(board.paint.theme->text)); /* the moment on show */
    board_free(&board);
}

static void the_moment_before_stands_for_one_that_is_not_known(void **state)
{
    (void)state;
    Board board = {0};
    BandsPlaces at;
    board_make(&board, W, H);
    Bands bands = three_moments();
    bands.column[0].activation[2] = 1.0f;
    bands.column[1].known = false;
    bands.best = 2;
    bands_place(&at, &board.paint, (SDL_Rect){0, 0, W, H});
    bands_draw(&board.paint, &bands, &at);
    int y = at.picture.y + 2 * at.picture.h / 10 + 2;
    Uint32 bright = board_colour(board.paint.theme->positive);
    assert_int_equal(board_pixel(&board, at.picture.x + at.picture.w * 70 / 100, y), bright);
    assert_int_not_equal(board_pixel(&board, at.picture.x + at.picture.w * 80 / 100, y), bright);
    board_free(&board);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_lie_in_the_box_and_apart),
        cmocka_unit_test(places_and_moments_belong_together),
        cmocka_unit_test(brightness_stands_in_its_row_from_half_way_to_its_moment),
        cmocka_unit_test(the_moment_before_stands_for_one_that_is_not_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
