/* Text of several lines: nothing of it is left out, long words are broken. */
#include "ui/paint.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "board.h"

enum { W = 400, H = 200 };

static int width(Board *board, const char *text)
{
    return paint_text_width(&board->paint, text, PAINT_BODY, TEXT_REGULAR);
}

/* How many lines a text has in a box as wide as `wide`. */
static int lines(Board *board, const char *text, const char *wide)
{
    SDL_Rect box = {0, 0, width(board, wide), H};
    SDL_Color colour = {255, 255, 255, 255};
    int one = paint_lines(&board->paint, box, "a", PAINT_BODY, colour, true);
    return paint_lines(&board->paint, box, text, PAINT_BODY, colour, true) / one;
}

static void words_stay_whole(void **state)
{
    Board *board = *state;
    assert_int_equal(lines(board, "one two", "one two"), 1);
    assert_int_equal(lines(board, "one two", "one tw"), 2);
    assert_int_equal(lines(board, "one\ntwo", "one two"), 2);
    assert_int_equal(lines(board, "", "one"), 0);
}

static void a_word_that_is_too_wide_is_broken(void **state)
{
    Board *board = *state;
    assert_int_equal(lines(board, "xxxxxxxxxxxxxxxxxxxxx", "xxxxxxxxxx"), 3);
    assert_int_equal(lines(board, "ééééé", "éé"), 3);
    assert_int_equal(lines(board, "xx", ""), 2); /* a character at least */
    assert_int_equal(lines(board, "one xxxxxxxx two", "xxxxx"), 4);
}

static void a_path_is_broken_after_a_folder(void **state)
{
    Board *board = *state;
    assert_int_equal(lines(board, "/folder/folder/folder/", "/folder/fold"), 3);
    assert_int_equal(lines(board, "/x/a-long-name.json", "/x/a-long-nam"), 2);
}

/* The rightmost column that has ink between two rows; -1 for none. */
static int right_end(const Board *board, int top, int bottom)
{
    for (int x = W - 1; x >= 0; x--) {
        for (int y = top; y < bottom; y++) {
            if (board_pixel(board, x, y) != 0) {
                return x;
            }
        }
    }
    return -1;
}

static void all_parts_of_a_broken_word_are_drawn(void **state)
{
    Board *board = *state;
    SDL_Color colour = {255, 255, 255, 255};
    SDL_Rect box = {0, 0, width(board, "MMMMM"), H};
    SDL_SetRenderDrawColor(board->renderer, 0, 0, 0, 255);
    SDL_RenderClear(board->renderer);
    int h = paint_lines(&board->paint, box, "MMMMMMMMMMMM", PAINT_BODY, colour, false) / 3;
    int letter = width(board, "M");
    for (int line = 0; line < 3; line++) {
        int end = right_end(board, line * h, (line + 1) * h), letters = line < 2 ? 5 : 2;
        assert_in_range(end, letters * letter - letter / 2, letters * letter + 1);
    }
}

static int make(void **state)
{
    static Board board;
    board_make(&board, W, H);
    *state = &board;
    return 0;
}

static int unmake(void **state)
{
    board_free(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_stay_whole),
        cmocka_unit_test(a_word_that_is_too_wide_is_broken),
        cmocka_unit_test(a_path_is_broken_after_a_folder),
        cmocka_unit_test(all_parts_of_a_broken_word_are_drawn),
    };
    return cmocka_run_group_tests(tests, make, unmake);
}
