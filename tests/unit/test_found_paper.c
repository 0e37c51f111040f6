/* A digit found on paper that is not even, and among marks that are no digit. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "found_fixture.h"
#include "sheets.h"

enum { SIDE = 240, X = 80, Y = 60, HIGH = 120 }; /* of the pictures, and of the three in them */

static const float PEN = 9.0f;

/* How much of the ink may lie elsewhere than in a clean picture. */
static const double MOVED = 0.3;

static void draw_three(Grey *picture, float pen, int grey)
{
    draw_figure(picture, THREE, THREE_POINTS, (Point){X, Y}, HIGH, pen, grey);
}

static Grey picture_of_three(uint8_t light, int dark)
{
    Grey picture = paper(SIDE, SIDE, light);
    draw_three(&picture, PEN, dark);
    return picture;
}

static Sheet expected_three(void)
{
    Grey picture = picture_of_three(255, 0);
    return input_of_grey(&picture, PREPARATION_FITTED);
}

/* The three is the only digit, looks as in a clean picture, and is where it was drawn. */
static void check_three(Found *found)
{
    Sheet expected = expected_three();
    assert_int_equal(found->count, 1);
    const FoundDigit *digit = &found->digit[0];
    assert_true(share_moved(&digit->input, &expected) < MOVED);
    assert_memory_equal(&digit->input, &digit->image, sizeof digit->image);
    assert_in_range(digit->x, X - 8, X + 2);
    assert_in_range(digit->y, Y - 8, Y + 2);
    assert_in_range(digit->x + digit->w, X + HIGH * 6 / 10 - 2, X + HIGH * 6 / 10 + 8);
    assert_in_range(digit->y + digit->h, Y + HIGH - 2, Y + HIGH + 8);
    free(found);
}

static void check_grey(Grey *picture)
{
    check_three(found_in_grey(picture, PREPARATION_FITTED));
}

/* Dim what a function says of each place, -0.5 .. 0.5 both ways. */
static void shade(Grey *picture, float (*light)(float x, float y))
{
    for (int i = 0; i < SIDE * SIDE; i++) {
        float x = (float)(i % SIDE) / SIDE - 0.5f, y = (float)(i / SIDE) / SIDE - 0.5f;
        picture->grey[i] = (uint8_t)((float)picture->grey[i] * light(x, y));
    }
}

static float falls_off(float x, float y)
{
    return 0.7f - 0.5f * (x + y) / 2;
}

static float vignette(float x, float y)
{
    return 1 - 0.9f * (x * x + y * y);
}

static float hard_shadow(float x, float y)
{
    return x + 0.4f * y > 0.02f ? 0.55f : 1;
}

static float soft_shadow(float x, float y)
{
    return 1 - 0.45f * fminf(fmaxf((0.3f * x + y) / 0.08f, 0), 1);
}

static void light_that_is_not_even_is_no_ink(void **state)
{
    (void)state;
    float (*const LIGHT[])(float, float) = {falls_off, vignette, hard_shadow, soft_shadow};
    for (int i = 0; i < 4; i++) {
        Grey picture = picture_of_three(230, 50);
        shade(&picture, LIGHT[i]);
        add_noise(&picture, 3, (uint64_t)i);
        check_grey(&picture);
    }
}

static void paper_alone_has_no_digit(void **state)
{
    (void)state;
    float (*const LIGHT[])(float, float) = {NULL, falls_off, vignette, soft_shadow, hard_shadow};
    const float NOISE[] = {0, 4, 20};
    for (int i = 0; i < 5 * 3; i++) {
        Grey picture = paper(SIDE, SIDE, 220);
        if (LIGHT[i / 3] != NULL) {
            shade(&picture, LIGHT[i / 3]);
        }
        add_noise(&picture, NOISE[i % 3], (uint64_t)i);
        Found *found = found_in_grey(&picture, PREPARATION_STRAIGHTENED);
        assert_int_equal(found->count, 0);
        free(found);
    }
}

static void noise_is_no_ink(void **state)
{
    (void)state;
    Grey picture = picture_of_three(210, 40);
    add_noise(&picture, 20, 5);
    check_grey(&picture);
}

static void rulings_are_left_out(void **state)
{
    (void)state;
    for (int tilt = -4; tilt <= 4; tilt += 2) {
        for (int squared = 0; squared < 2; squared++) {
            Grey picture = paper(SIDE, SIDE, 225);
            for (int at = 8; at < SIDE; at += 20) {
                float low = (float)(at - tilt), high = (float)(at + tilt);
                draw_grey_line(&picture, (Point){0, low}, (Point){SIDE, high}, 1.3f, 150);
                if (squared) {
                    draw_grey_line(&picture, (Point){high, 0}, (Point){low, SIDE}, 1.3f, 150);
                }
            }
            draw_three(&picture, PEN, 40);
            add_noise(&picture, 3, 1);
            check_grey(&picture);
        }
    }
}

static void ruled_paper_alone_has_no_digit(void **state)
{
    (void)state;
    for (int squared = 0; squared < 2; squared++) {
        Grey picture = paper(SIDE, SIDE, 235);
        for (int at = 12; at < SIDE; at += 24) {
            fill(&picture, 0, at, SIDE, 1, 150);
            fill(&picture, at, 0, squared, SIDE, 150);
        }
        Found *found = found_in_grey(&picture, PREPARATION_STRAIGHTENED);
        assert_int_equal(found->count, 0);
        free(found);
    }
}

static void a_frame_at_the_edge_is_left_out(void **state)
{
    (void)state;
    for (int thick = 1; thick <= 9; thick += 4) {
        Grey picture = picture_of_three(255, 0);
        fill(&picture, 0, 0, SIDE, thick, 0);
        fill(&picture, 0, SIDE - thick, SIDE, thick, 0);
        fill(&picture, 0, 0, thick, SIDE, 0);
        fill(&picture, SIDE - thick, 0, thick, SIDE, 0);
        check_grey(&picture);
    }
}

static void a_frame_inside_is_left_out(void **state)
{
    (void)state;
    const Point corner[] = {{20, 24}, {222, 18}, {226, 220}, {24, 226}, {20, 24}};
    for (int pen = 1; pen <= 5; pen += 2) {
        Grey picture = picture_of_three(20, 250);
        draw_figure(&picture, corner, 5, (Point){0, 0}, 1, (float)pen, 250);
        check_grey(&picture);
    }
}

static void the_edge_of_a_card_is_left_out(void **state)
{
    (void)state;
    for (int sides = 1; sides < 16; sides++) {
        Grey picture = picture_of_three(250, 90);
        fill(&picture, 0, 0, sides & 1 ? 11 : 0, SIDE, 50);
        fill(&picture, SIDE - 16, 0, sides & 2 ? 16 : 0, SIDE, 50);
        fill(&picture, 0, 0, SIDE, sides & 4 ? 7 : 0, 60);
        fill(&picture, 0, SIDE - 30, SIDE, sides & 8 ? 30 : 0, 50);
        check_grey(&picture);
    }
}

static void specks_are_left_out(void **state)
{
    (void)state;
    Grey picture = picture_of_three(255, 0);
    fill(&picture, 30, 30, 1, 2, 0);
    fill(&picture, 200, 100, 3, 3, 0);
    fill(&picture, 120, 230, 4, 2, 0);
    check_grey(&picture);
}

static void a_blot_in_the_shadow_is_no_digit(void **state)
{
    (void)state;
    Grey picture = picture_of_three(230, 50);
    draw_grey_line(&picture, (Point){200, 120}, (Point){200, 122}, 40, 60);
    shade(&picture, soft_shadow);
    check_grey(&picture);
}

static void thin_lines_are_drawn_wider(void **state)
{
    (void)state;
    const float WIDTH[] = {1.5f, 2.5f, 4};
    for (int i = 0; i < 3; i++) {
        Grey picture = paper(SIDE, SIDE, 0);
        draw_three(&picture, WIDTH[i], 255);
        Sheet input = input_of_grey(&picture, PREPARATION_FITTED), expected = expected_three();
        int ink = 0, wanted = 0;
        for (int k = 0; k < SHEET_CELLS; k++) {
            ink += input.cell[k];
            wanted += expected.cell[k];
        }
        assert_in_range(ink, wanted * 9 / 10, wanted * 3 / 2);
    }
}

/* The three in two colours, alpha with them. */
static Found *coloured(const uint8_t ink[4], const uint8_t ground[4])
{
    Grey picture = picture_of_three(0, 255);
    uint8_t *rgba = malloc((size_t)4 * SIDE * SIDE);
    assert_non_null(rgba);
    for (int i = 0; i < SIDE * SIDE; i++) {
        for (int c = 0; c < 4; c++) {
            int mixed = picture.grey[i] * ink[c] + (255 - picture.grey[i]) * ground[c];
            rgba[4 * i + c] = (uint8_t)(mixed / 255);
        }
    }
    free(picture.grey);
    Found *found = found_in(rgba, SIDE, SIDE, PREPARATION_FITTED);
    free(rgba);
    return found;
}

static void ink_on_transparent_paper_is_found_whatever_its_colour(void **state)
{
    (void)state;
    const uint8_t INK[][4] = {{255, 255, 255, 255}, {0, 0, 0, 255}, {200, 30, 90, 255}};
    for (int i = 0; i < 3; i++) {
        const uint8_t clear[] = {INK[i][0], INK[i][1], INK[i][2], 0};
        check_three(coloured(INK[i], clear));
    }
}

static void colours_of_equal_lightness_are_told_apart(void **state)
{
    (void)state;
    const uint8_t RED[] = {255, 0, 0, 255}, GREEN[] = {0, 130, 0, 255};
    const uint8_t BLUE[] = {0, 0, 255, 255}, BROWN[] = {60, 15, 0, 255};
    check_three(coloured(RED, GREEN));
    check_three(coloured(GREEN, RED));
    check_three(coloured(BLUE, BROWN));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(light_that_is_not_even_is_no_ink),
        cmocka_unit_test(paper_alone_has_no_digit),
        cmocka_unit_test(noise_is_no_ink),
        cmocka_unit_test(rulings_are_left_out),
        cmocka_unit_test(ruled_paper_alone_has_no_digit),
        cmocka_unit_test(a_frame_at_the_edge_is_left_out),
        cmocka_unit_test(a_frame_inside_is_left_out),
        cmocka_unit_test(the_edge_of_a_card_is_left_out),
        cmocka_unit_test(specks_are_left_out),
        cmocka_unit_test(a_blot_in_the_shadow_is_no_digit),
        cmocka_unit_test(thin_lines_are_drawn_wider),
        cmocka_unit_test(ink_on_transparent_paper_is_found_whatever_its_colour),
        cmocka_unit_test(colours_of_equal_lightness_are_told_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
