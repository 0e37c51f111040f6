/* A digit found in a clean picture: it is taken as it is. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <stdlib.h>
#include <string.h>

#include "base/rng.h"
#include "found_fixture.h"
#include "sheets.h"

static Sheet seven(void)
{
    Grey picture = paper(60, 60, 0);
    draw_seven(&picture, 5, 5, 40, 255);
    return input_of_grey(&picture, PREPARATION_FITTED);
}

/* An image as MNIST has them: a two, 20 cells high, centre of mass in cell 14, many levels. */
static Sheet mnist_like(void)
{
    static const Point TURN[] = {{9.5f, 9},   {11, 6.2f}, {14, 5.1f},  {17.5f, 6.5f}, {18.5f, 10},
                                 {16, 14.5f}, {9, 22.4f}, {14, 22.6f}, {19.5f, 21.5f}};
    Sheet sheet = {0};
    for (size_t i = 1; i < sizeof TURN / sizeof *TURN; i++) {
        raster_piece(&sheet, TOOL_PEN, 2.5f, TURN[i - 1], TURN[i]);
    }
    return sheet;
}

static void one_even_grey_is_blank(void **state)
{
    (void)state;
    const int side[] = {1, 2, 28, 700};
    for (int i = 0; i < 4; i++) {
        for (int grey = 0; grey < 256; grey += 51) {
            for (int preparation = 0; preparation < PREPARATIONS; preparation++) {
                Grey picture = paper(side[i], side[3 - i], (uint8_t)grey);
                Sheet input = input_of_grey(&picture, (Preparation)preparation);
                assert_true(raster_is_blank(&input));
            }
        }
    }
}

static void an_image_of_mnist_stays_as_it_is(void **state)
{
    (void)state;
    Sheet image = mnist_like();
    Point centre = raster_centre(&image);
    assert_int_equal((int)centre.x_cell, 14);
    assert_int_equal((int)centre.y_cell, 14);
    const Preparation keeps[] = {PREPARATION_RAW, PREPARATION_FITTED};
    for (int i = 0; i < 2; i++) {
        Grey picture = paper(SHEET_SIDE, SHEET_SIDE, 0);
        memcpy(picture.grey, image.cell, SHEET_CELLS);
        Sheet input = input_of_grey(&picture, keeps[i]);
        assert_memory_equal(&input, &image, sizeof image);
    }
}

static void a_moved_image_of_mnist_comes_back_to_its_place(void **state)
{
    (void)state;
    Sheet image = mnist_like();
    Grey picture = paper(50, 40, 0);
    for (int i = 0; i < SHEET_CELLS; i++) {
        int x = 20 + i % SHEET_SIDE, y = 3 + i / SHEET_SIDE;
        picture.grey[y * picture.width + x] = image.cell[i];
    }
    Sheet input = input_of_grey(&picture, PREPARATION_FITTED);
    assert_memory_equal(&input, &image, sizeof image);
}

static void dark_on_light_equals_light_on_dark(void **state)
{
    (void)state;
    Sheet expected = seven();
    assert_false(raster_is_blank(&expected));
    Grey picture = paper(60, 60, 255);
    draw_seven(&picture, 5, 5, 40, 0);
    Sheet input = input_of_grey(&picture, PREPARATION_FITTED);
    assert_memory_equal(&input, &expected, sizeof input);
}

static void weak_contrast_is_stretched(void **state)
{
    (void)state;
    Sheet expected = seven();
    Grey picture = paper(60, 60, 120);
    draw_seven(&picture, 5, 5, 40, 90);
    Sheet input = input_of_grey(&picture, PREPARATION_FITTED);
    assert_true(largest_difference(&input, &expected) <= 1);
}

static void place_and_size_of_the_picture_do_not_matter(void **state)
{
    (void)state;
    Sheet expected = seven();
    const int side[] = {20, 80, 200, 1600};
    for (int i = 0; i < 4; i++) {
        Grey picture = paper(side[i] * 2, side[i] * 3 / 2, 255);
        draw_seven(&picture, side[i] / 2, side[i] / 5, side[i], 10);
        Sheet input = input_of_grey(&picture, PREPARATION_FITTED);
        assert_true(largest_difference(&input, &expected) <= (side[i] > 512 ? 64 : 2));
    }
}

static void the_grain_of_paper_is_not_ink(void **state)
{
    (void)state;
    Rng rng;
    rng_init(&rng, 31);
    Sheet expected = seven();
    Grey picture = paper(300, 200, 200);
    draw_seven(&picture, 100, 40, 120, 20);
    for (int i = 0; i < picture.width * picture.height; i++) {
        picture.grey[i] = (uint8_t)(picture.grey[i] + rng_below(&rng, 21) - 10);
    }
    Sheet input = input_of_grey(&picture, PREPARATION_FITTED);
    assert_true(share_moved(&input, &expected) < 0.25);
}

static void a_digit_that_touches_the_border_is_found(void **state)
{
    (void)state;
    Sheet expected = seven();
    Grey picture = paper(90, 80, 255);
    draw_seven(&picture, 0, 0, 80, 0);
    Sheet input = input_of_grey(&picture, PREPARATION_FITTED);
    assert_true(largest_difference(&input, &expected) <= 1);
}

static void a_lopsided_picture_is_not_cut_off(void **state)
{
    (void)state;
    Grey picture = paper(60, 50, 0);
    fill(&picture, 10, 10, 40, 2, 255);
    fill(&picture, 10, 10, 10, 17, 255);
    Sheet input = input_of_grey(&picture, PREPARATION_FITTED);
    /* The middle of the ink lies 5 cells left of the box's, which can move by 4 only. */
    for (int y = 0; y < SHEET_SIDE; y++) {
        assert_int_equal(input.cell[y * SHEET_SIDE + 7], 0);
    }
    assert_int_equal(input.cell[11 * SHEET_SIDE + 8], 255);
    assert_int_equal(input.cell[11 * SHEET_SIDE + 27], 255);
}

static void raw_keeps_the_place_and_the_ratio(void **state)
{
    (void)state;
    Grey picture = paper(56, 28, 255);
    fill(&picture, 0, 10, 4, 4, 0);
    Sheet input = input_of_grey(&picture, PREPARATION_RAW);
    for (int i = 0; i < SHEET_CELLS; i++) {
        int x = i % SHEET_SIDE, y = i / SHEET_SIDE;
        bool ink = x < 2 && y >= 12 && y < 14;
        assert_int_equal(input.cell[i], ink ? 255 : 0);
    }
}

static void a_picture_of_one_row_is_no_trouble(void **state)
{
    (void)state;
    for (int preparation = 0; preparation < PREPARATIONS; preparation++) {
        Grey picture = paper(2000, 1, 255);
        fill(&picture, 700, 0, 100, 1, 0);
        Sheet input = input_of_grey(&picture, (Preparation)preparation);
        assert_false(raster_is_blank(&input));
        picture = paper(1, 3, 0);
        picture.grey[1] = 255;
        input = input_of_grey(&picture, (Preparation)preparation);
        assert_false(raster_is_blank(&input));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_even_grey_is_blank),
        cmocka_unit_test(an_image_of_mnist_stays_as_it_is),
        cmocka_unit_test(a_moved_image_of_mnist_comes_back_to_its_place),
        cmocka_unit_test(dark_on_light_equals_light_on_dark),
        cmocka_unit_test(weak_contrast_is_stretched),
        cmocka_unit_test(place_and_size_of_the_picture_do_not_matter),
        cmocka_unit_test(the_grain_of_paper_is_not_ink),
        cmocka_unit_test(a_digit_that_touches_the_border_is_found),
        cmocka_unit_test(a_lopsided_picture_is_not_cut_off),
        cmocka_unit_test(raw_keeps_the_place_and_the_ratio),
        cmocka_unit_test(a_picture_of_one_row_is_no_trouble),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
