/* Text of several fonts: it is as wide as is said, stands on one line, and is cut between letters.
 */
#include "ui/text.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "board.h"

enum { W = 900, H = 60, SIZE = 20, X = 10, Y = 15 };

static const SDL_Color WHITE = {255, 255, 255, 255};

/* A letter that Inter lacks and a font of the system has; NULL for none. */
static const char *foreign_letter(Board *board)
{
    static const char *const LETTER[] = {"\u4e2d", "\u0531", "\u05d0", "\u2588"};
    for (size_t i = 0; i < sizeof LETTER / sizeof *LETTER; i++) {
        uint32_t code;
        utf8_read(LETTER[i], &code);
        if (faces_find(&board->paint.text.faces, TEXT_REGULAR, code) >= 0) {
            return LETTER[i];
        }
    }
    print_message("No font here has a letter that Inter lacks.\n");
    return NULL;
}

static int width(Board *board, const char *string)
{
    return text_measure(&board->paint.text, string, SIZE, TEXT_REGULAR, NULL);
}

static void draw(Board *board, const char *string)
{
    SDL_SetRenderDrawColor(board->renderer, 0, 0, 0, 255);
    SDL_RenderClear(board->renderer);
    text_draw(&board->paint.text, string, SIZE, TEXT_REGULAR, WHITE, X, Y);
}

/* A sum that tells pictures of these columns apart. */
static Uint32 columns(const Board *board, int from, int to)
{
    Uint32 sum = 0;
    for (int y = 0; y < H; y++) {
        for (int x = from; x < to; x++) {
            sum = sum * 31 + board_pixel(board, x, y);
        }
    }
    return sum;
}

/* How many pixels have ink in these columns. */
static int ink(const Board *board, int from, int to)
{
    int pixels = 0;
    for (int i = from * H; i < to * H; i++) {
        pixels += board_pixel(board, i / H, i % H) != 0;
    }
    return pixels;
}

static int right_end(const Board *board)
{
    for (int x = W - 1; x >= 0; x--) {
        for (int y = 0; y < H; y++) {
            if (board_pixel(board, x, y) != 0) {
                return x;
            }
        }
    }
    return -1;
}

static void the_system_is_asked_for_what_inter_lacks_alone(void **state)
{
    Board *board = *state;
    const Faces *faces = &board->paint.text.faces;
    assert_true(width(board, "\u03c3(z), 3, \u2202C, \u0416\u0443\u043a, \u00e9 \xff") > 0);
    assert_int_equal(faces->count, TEXT_WEIGHTS);
    assert_null(faces->system[TEXT_REGULAR]);
    const char *letter = foreign_letter(board);
    if (!letter) {
        skip();
    }
    assert_int_equal(faces->count, TEXT_WEIGHTS + 1);
    assert_true(width(board, letter) > 0);
    assert_int_equal(faces->count, TEXT_WEIGHTS + 1); /* no file twice */
}

static void parts_in_other_fonts_add_up(void **state)
{
    Board *board = *state;
    const char *letter = foreign_letter(board);
    char string[64], twice[64];
    int h, line;
    if (!letter) {
        skip();
    }
    snprintf(string, sizeof string, "ab%scd", letter);
    snprintf(twice, sizeof twice, "%s %s", letter, letter);
    assert_int_equal(width(board, string),
                     width(board, "ab") + width(board, letter) + width(board, "cd"));
    assert_true(width(board, twice) > 2 * width(board, letter));
    text_measure(&board->paint.text, letter, SIZE, TEXT_REGULAR, &h);
    text_measure(&board->paint.text, "x", SIZE, TEXT_REGULAR, &line);
    assert_int_equal(h, line);
    draw(board, string);
    int drawn = right_end(board);
    assert_true(drawn < X + width(board, string) && drawn > X + width(board, string) - SIZE / 2);
}

static void all_parts_stand_on_one_line(void **state)
{
    Board *board = *state;
    const char *letter = foreign_letter(board);
    char string[64];
    if (!letter) {
        skip();
    }
    snprintf(string, sizeof string, "x%sp", letter);
    int x = X + width(board, "x"), p = x + width(board, letter), end = p + width(board, "p");
    draw(board, "x");
    Uint32 alone = columns(board, 0, x);
    draw(board, string);
    assert_int_equal(columns(board, 0, x), alone);
    Uint32 in_line = columns(board, p, end), foreign = columns(board, x, p);
    draw(board, "p");
    assert_int_equal(columns(board, X, X + width(board, "p")), in_line);
    draw(board, letter);
    assert_int_equal(columns(board, X, X + width(board, letter)), foreign);
}

static void words_that_run_to_the_left_do_so_as_a_whole(void **state)
{
    Board *board = *state;
    if (faces_find(&board->paint.text.faces, TEXT_REGULAR, 0x5d0) < 0) {
        print_message("No font here has Hebrew letters.\n");
        skip();
    }
    int half = X + width(board, "\u05e9 \u05d9") / 2; /* a wide letter, then a narrow one */
    draw(board, "\u05e9 \u05d9");
    assert_true(ink(board, half, W) > 2 * ink(board, 0, half));
}

/* As many signs of three bytes behind `begin` as there is room for. */
static void fill(char *string, size_t room, const char *begin)
{
    snprintf(string, room, "%s", begin);
    for (size_t used = strlen(string); used + 3 < room; used += 3) {
        memcpy(string + used, "\u2211", 4);
    }
}

static void long_text_is_cut_between_letters(void **state)
{
    Board *board = *state;
    static const char *const BEGIN[] = {"", "x", "xx"};
    for (int i = 0; i < 3; i++) {
        char string[2 * TEXT_MAX], whole[TEXT_MAX];
        fill(string, sizeof string, BEGIN[i]);
        fill(whole, sizeof whole, BEGIN[i]);
        assert_int_equal(width(board, string), width(board, whole));
    }
}

static void a_string_that_is_too_wide_ends_in_its_box(void **state)
{
    Board *board = *state;
    const char *letter = foreign_letter(board);
    char string[TEXT_MAX] = "";
    if (!letter) {
        skip();
    }
    while (strlen(string) + strlen(letter) + 1 < sizeof string) {
        strcat(string, strlen(string) % 5 ? letter : "a");
    }
    for (int w = 2 * SIZE; w < 200; w += 7) {
        SDL_SetRenderDrawColor(board->renderer, 0, 0, 0, 255);
        SDL_RenderClear(board->renderer);
        paint_text(&board->paint, (SDL_Rect){X, Y, w, SIZE}, PAINT_LEFT, string, SIZE, TEXT_REGULAR,
                   WHITE);
        assert_true(right_end(board) < X + w);
    }
}

static void bytes_that_are_no_letters_do_no_harm(void **state)
{
    static const char *const STRING[] = {"x\xffz",      "\xe6\x96",      "\xc3",   "\xed\xa0\x80",
                                         "\u4e2d \xff", "\u4e2d \u0301", "\u0301", " "};
    Board *board = *state;
    for (size_t i = 0; i < sizeof STRING / sizeof *STRING; i++) {
        draw(board, STRING[i]);
        assert_true(right_end(board) < X + width(board, STRING[i]) + SIZE / 2);
    }
    assert_int_equal(width(board, ""), 0);
}

static void more_sizes_than_are_kept_open_do_no_harm(void **state)
{
    Board *board = *state;
    for (int size = 6; size < 6 + 2 * TEXT_FONTS; size++) {
        text_draw(&board->paint.text, "a\u4e2db\u0531c\u05d0d", size, TEXT_BOLD, WHITE, X, Y);
        assert_true(
            text_measure(&board->paint.text, "a\u4e2db\u0531c\u05d0d", size, TEXT_BOLD, NULL) >
            text_measure(&board->paint.text, "abcd", size, TEXT_BOLD, NULL));
    }
}

static int make(void **state)
{
    Board *board = malloc(sizeof *board);
    assert_non_null(board);
    board_make(board, W, H);
    *state = board;
    return 0;
}

static int release(void **state)
{
    board_free(*state);
    free(*state);
    return 0;
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, make, release)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(the_system_is_asked_for_what_inter_lacks_alone),
        CASE(parts_in_other_fonts_add_up),
        CASE(all_parts_stand_on_one_line),
        CASE(words_that_run_to_the_left_do_so_as_a_whole),
        CASE(long_text_is_cut_between_letters),
        CASE(a_string_that_is_too_wide_ends_in_its_box),
        CASE(bytes_that_are_no_letters_do_no_harm),
        CASE(more_sizes_than_are_kept_open_do_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
