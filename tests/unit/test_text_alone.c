/* Text where the system has no fonts at all: Inter is there, and a sign for what it lacks. */
#include "ui/text.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "board.h"
#include "scratch.h"

enum { W = 300, H = 60, SIZE = 20, X = 10, Y = 15 };

static Uint32 draw(Board *board, const char *string)
{
    Uint32 sum = 0;
    SDL_SetRenderDrawColor(board->renderer, 0, 0, 0, 255);
    SDL_RenderClear(board->renderer);
    text_draw(&board->paint.text, string, SIZE, TEXT_REGULAR, (SDL_Color){255, 255, 255, 255}, X,
              Y);
    for (int i = 0; i < W * H; i++) {
        sum = sum * 31 + board_pixel(board, i % W, i / W);
    }
    return sum;
}

static void letters_that_nobody_has_become_a_sign(void **state)
{
    Board *board = *state;
    Text *text = &board->paint.text;
    Uint32 nothing = draw(board, ""), sign = draw(board, "\u4e2d"), three = draw(board, "3");
    assert_int_not_equal(sign, nothing);
    assert_int_not_equal(sign, three);
    assert_int_equal(draw(board, "\u6587"), sign);
    int one = text_measure(text, "\u4e2d", SIZE, TEXT_REGULAR, NULL);
    assert_true(one > 0);
    assert_int_equal(text_measure(text, "\u6587", SIZE, TEXT_REGULAR, NULL), one);
    assert_int_equal(text->faces.count, TEXT_WEIGHTS);
}

static int make(void **state)
{
    static const char NO_FONTS[] = "<fontconfig><dir>%s</dir><cachedir>%s</cachedir></fontconfig>";
    Path folder;
    char settings[sizeof NO_FONTS + 2 * PATH_TEXT_MAX];
    Board *board = malloc(sizeof *board);
    assert_non_null(board);
    scratch_make(&folder);
    int length = snprintf(settings, sizeof settings, NO_FONTS, folder.text, folder.text);
    Path file = scratch_path(&folder, "fonts.conf");
    scratch_write(file.text, settings, (size_t)length);
    setenv("FONTCONFIG_FILE", file.text, 1);
    board_make(board, W, H);
    *state = board;
    return 0;
}

static int release(void **state)
{
    Path folder;
    path_folder(getenv("FONTCONFIG_FILE"), &folder);
    scratch_free(&folder);
    board_free(*state);
    free(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(letters_that_nobody_has_become_a_sign, make, release),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
