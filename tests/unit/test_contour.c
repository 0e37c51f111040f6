/* The outline of ink: closed lines around it, where the level is passed. */
#include "ink/contour.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "base/rng.h"

static const float HALF = 127.5f;

static bool same(float x, float y, float u, float v)
{
    return fabsf(x - u) < 1e-4f && fabsf(y - v) < 1e-4f;
}

/* How many ends of pieces lie at a place. */
static int ends_at(const ContourPiece *piece, int pieces, float x, float y)
{
    int ends = 0;
    for (int i = 0; i < pieces; i++) {
        ends += same(piece[i].x0, piece[i].y0, x, y) + same(piece[i].x1, piece[i].y1, x, y);
    }
    return ends;
}

static float length_of(const ContourPiece *piece, int pieces)
{
    float length = 0.0f;
    for (int i = 0; i < pieces; i++) {
        length += hypotf(piece[i].x1 - piece[i].x0, piece[i].y1 - piece[i].y0);
    }
    return length;
}

static void paper_has_none(void **state)
{
    uint8_t level[SHEET_CELLS] = {0};
    ContourPiece piece[CONTOUR_PIECES];
    (void)state;
    assert_int_equal(contour_of(level, HALF, piece), 0);
    memset(level, 127, sizeof level);
    assert_int_equal(contour_of(level, HALF, piece), 0);
}

static void a_cell_of_ink_has_a_diamond_around_it(void **state)
{
    uint8_t level[SHEET_CELLS] = {[10 * SHEET_SIDE + 4] = 255};
    ContourPiece piece[CONTOUR_PIECES];
    (void)state;
    assert_int_equal(contour_of(level, HALF, piece), 4);
    assert_int_equal(ends_at(piece, 4, 4.5f, 10.0f), 2);
    assert_int_equal(ends_at(piece, 4, 5.0f, 10.5f), 2);
    assert_int_equal(ends_at(piece, 4, 4.5f, 11.0f), 2);
    assert_int_equal(ends_at(piece, 4, 4.0f, 10.5f), 2);
}

static void it_passes_where_the_level_does(void **state)
{
    uint8_t level[SHEET_CELLS] = {0};
    ContourPiece piece[CONTOUR_PIECES];
    (void)state;
    for (int y = 0; y < SHEET_SIDE; y++) {
        level[y * SHEET_SIDE + 8] = 255;
        level[y * SHEET_SIDE + 9] = 100;
    }
    int pieces = contour_of(level, HALF, piece);
    float right = 8.5f + (255.0f - HALF) / (255.0f - 100.0f);
    assert_int_equal(ends_at(piece, pieces, right, 14.5f), 2);
    assert_int_equal(ends_at(piece, pieces, 8.0f, 14.5f), 2);
}

static void ink_on_all_of_it_is_gone_round_once(void **state)
{
    uint8_t level[SHEET_CELLS];
    ContourPiece piece[CONTOUR_PIECES];
    (void)state;
    memset(level, 255, sizeof level);
    int pieces = contour_of(level, HALF, piece);
    assert_float_equal(length_of(piece, pieces), 4.0f * (27.0f + sqrtf(0.5f)), 1e-2f);
}

static void corners_that_touch_are_parted_or_joined_by_what_is_between(void **state)
{
    uint8_t level[SHEET_CELLS] = {0};
    ContourPiece piece[CONTOUR_PIECES];
    (void)state;
    level[5 * SHEET_SIDE + 5] = level[6 * SHEET_SIDE + 6] = 200; /* their mean is 100 */
    assert_int_equal(contour_of(level, HALF, piece), 8);
    assert_true(length_of(piece, 8) < 8.0f * sqrtf(0.5f)); /* two small ones */
    level[5 * SHEET_SIDE + 6] = level[6 * SHEET_SIDE + 5] = 100;
    int pieces = contour_of(level, HALF, piece);
    assert_int_equal(ends_at(piece, pieces, 6.5f - 27.5f / 100.0f, 5.5f), 2);
}

static void lines_are_closed_whatever_the_picture(void **state)
{
    uint8_t level[SHEET_CELLS];
    ContourPiece piece[CONTOUR_PIECES];
    Rng rng;
    (void)state;
    rng_init(&rng, 4);
    for (int n = 0; n < 20; n++) {
        for (int i = 0; i < SHEET_CELLS; i++) {
            level[i] = (uint8_t)rng_below(&rng, 256);
        }
        int pieces = contour_of(level, HALF, piece);
        assert_true(pieces > 300 && pieces <= CONTOUR_PIECES);
        for (int i = 0; i < pieces; i++) {
            assert_int_equal(ends_at(piece, pieces, piece[i].x0, piece[i].y0) % 2, 0);
            assert_int_equal(ends_at(piece, pieces, piece[i].x1, piece[i].y1) % 2, 0);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paper_has_none),
        cmocka_unit_test(a_cell_of_ink_has_a_diamond_around_it),
        cmocka_unit_test(it_passes_where_the_level_does),
        cmocka_unit_test(ink_on_all_of_it_is_gone_round_once),
        cmocka_unit_test(corners_that_touch_are_parted_or_joined_by_what_is_between),
        cmocka_unit_test(lines_are_closed_whatever_the_picture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
