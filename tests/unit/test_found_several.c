/* Several digits in a picture, and pieces that belong together. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "found_fixture.h"
#include "sheets.h"

static const Point SEVEN[] = {{0, 0}, {0.6f, 0}, {0.25f, 1}};
static const Point FIVE[] = {{0.5f, 0}, {0.05f, 0}, {0, 0.45f}, {0.5f, 0.5f}, {0.5f, 0.9f}, {0, 1}};

typedef struct Drawn {
    const Point *point;
    int points;
    float x, y, side;
} Drawn;

static Found *found_of(const Drawn *drawn, int count, int width, int height, float pen)
{
    Grey picture = paper(width, height, 255);
    for (int i = 0; i < count; i++) {
        draw_figure(&picture, drawn[i].point, drawn[i].points, (Point){drawn[i].x, drawn[i].y},
                    drawn[i].side, pen, 0);
    }
    return found_in_grey(&picture, PREPARATION_STRAIGHTENED);
}

/* The box of each digit is that of its lines and half a pen around them. */
static void check_boxes(const Found *found, const Drawn *drawn, int count, float pen)
{
    assert_int_equal(found->count, count);
    for (int i = 0; i < count; i++) {
        const FoundDigit *digit = &found->digit[i];
        float wide = 0;
        for (int k = 0; k < drawn[i].points; k++) {
            wide = fmaxf(wide, drawn[i].point[k].x_cell * drawn[i].side);
        }
        assert_true(fabsf((float)digit->x - (drawn[i].x - pen / 2)) < 3);
        assert_true(fabsf((float)digit->y - (drawn[i].y - pen / 2)) < 3);
        assert_true(fabsf((float)digit->w - (wide + pen)) < 4);
        assert_true(fabsf((float)digit->h - (drawn[i].side + pen)) < 4);
    }
}

static void digits_are_found_from_left_to_right(void **state)
{
    (void)state;
    const Drawn drawn[] = {
        {THREE, THREE_POINTS, 40, 30, 100}, {SEVEN, 3, 170, 45, 90}, {FIVE, 6, 290, 25, 110}};
    Found *found = found_of(drawn, 3, 400, 160, 9);
    check_boxes(found, drawn, 3, 9);
    for (int i = 0; i < 3; i++) {
        Found *alone = found_of(&drawn[i], 1, 400, 160, 9);
        assert_int_equal(alone->count, 1);
        assert_true(share_moved(&found->digit[i].input, &alone->digit[0].input) < 0.02);
        assert_true(share_moved(&found->digit[i].image, &alone->digit[0].image) < 0.02);
        free(alone);
    }
    free(found);
}

static void lines_are_found_from_top_to_bottom(void **state)
{
    (void)state;
    const Drawn drawn[] = {{SEVEN, 3, 30, 40, 80},
                           {FIVE, 6, 150, 25, 80},
                           {THREE, THREE_POINTS, 20, 160, 80},
                           {SEVEN, 3, 140, 175, 80}};
    const Drawn mixed[] = {drawn[3], drawn[0], drawn[2], drawn[1]};
    Found *found = found_of(mixed, 4, 260, 290, 7);
    check_boxes(found, drawn, 4, 7);
    free(found);
}

static void pieces_of_a_digit_stay_together(void **state)
{
    (void)state;
    static const Point BODY[] = {{0.05f, 0.1f}, {0, 0.5f}, {0.45f, 0.55f}, {0.4f, 0.95f}, {0, 1}};
    static const Point TOP[] = {{0.2f, 0}, {0.65f, 0}}, BAR[] = {{0.15f, 0.5f}, {0.3f, 0.5f}};
    static const Point ELBOW[] = {{0.1f, 0}, {0, 0.55f}, {0.36f, 0.55f}};
    static const Point STEM[] = {{0.5f, 0.2f}, {0.5f, 1}}, DOT[] = {{0.4f, 0}, {0.4f, 0}};
    static const Point LOW[] = {{0.4f, 0.2f}, {0.4f, 1}};
    static const Point FAR[] = {{0.75f, 0}, {1.1f, 0}};
    const Drawn DRAWN[][2] = {{{BODY, 5, 40, 50, 140}, {FAR, 2, 40, 50, 140}},
                              {{BODY, 5, 60, 50, 140}, {TOP, 2, 60, 50, 140}},
                              {{ELBOW, 3, 60, 50, 140}, {STEM, 2, 60, 50, 140}},
                              {{SEVEN, 3, 60, 50, 140}, {BAR, 2, 60, 50, 140}},
                              {{DOT, 2, 60, 50, 140}, {LOW, 2, 60, 50, 140}}};
    for (int i = 0; i < 5; i++) {
        Found *found = found_of(DRAWN[i], 2, 240, 240, 12);
        assert_int_equal(found->count, 1);
        assert_in_range(found->digit[0].h, 148, 156);
        free(found);
    }
}

static void ones_are_no_rulings(void **state)
{
    (void)state;
    for (int ones = 1; ones <= 3; ones++) {
        Grey picture = paper(60 + 60 * ones, 120, 240);
        for (int i = 0; i < ones; i++) {
            fill(&picture, 50 + 60 * i, 14, 4, 92, 20);
        }
        Found *found = found_in_grey(&picture, PREPARATION_STRAIGHTENED);
        assert_int_equal(found->count, ones);
        free(found);
    }
}

static void too_many_digits_are_refused(void **state)
{
    (void)state;
    enum { ACROSS = 9, PITCH = 60 };
    for (int down = 7; down <= 8; down++) {
        Grey picture = paper(ACROSS * PITCH, down * PITCH, 255);
        for (int i = 0; i < ACROSS * down; i++) {
            draw_seven(&picture, 15 + i % ACROSS * PITCH, 10 + i / ACROSS * PITCH, 40, 0);
        }
        uint8_t *rgba = malloc(4 * (size_t)(picture.width * picture.height));
        assert_non_null(rgba);
        for (int i = 0; i < picture.width * picture.height; i++) {
            memset(rgba + 4 * i, picture.grey[i], 3);
            rgba[4 * i + 3] = 255;
        }
        Err err;
        Found *found = malloc(sizeof *found);
        assert_non_null(found);
        bool ok =
            found_in_picture(rgba, picture.width, picture.height, PREPARATION_FITTED, found, &err);
        assert_int_equal(ok, down == 7);
        assert_int_equal(found->count, ok ? 63 : 0);
        if (!ok) {
            assert_non_null(strstr(err.text, "72 digits"));
            assert_non_null(strstr(err.text, "no more than 64"));
        }
        free(found);
        free(rgba);
        free(picture.grey);
    }
}

static void a_large_picture_is_reduced_first(void **state)
{
    (void)state;
    enum { WIDTH = 6000, HEIGHT = 4000 };
    Grey picture = paper(WIDTH, HEIGHT, 240), small = paper(600, 400, 240);
    draw_seven(&picture, 1000, 1000, 2000, 20);
    draw_seven(&picture, 4000, 1200, 2000, 20);
    draw_seven(&small, 100, 100, 200, 20);
    Sheet expected = input_of_grey(&small, PREPARATION_STRAIGHTENED);
    Found *found = found_in_grey(&picture, PREPARATION_STRAIGHTENED);
    assert_int_equal(found->count, 2);
    assert_true(abs(found->digit[0].x - 1000) <= 6 && abs(found->digit[1].x - 4000) <= 6);
    assert_true(abs(found->digit[0].y - 1000) <= 6 && abs(found->digit[1].h - 2000) <= 12);
    assert_true(share_moved(&found->digit[0].input, &expected) < 0.1);
    free(found);
}

static void a_raw_input_of_several_is_each_digit_fitted(void **state)
{
    (void)state;
    for (int digits = 1; digits <= 2; digits++) {
        Grey picture = paper(280, 140, 255);
        draw_seven(&picture, 20, 30, 80, 0);
        draw_seven(&picture, 180, 30, digits > 1 ? 80 : 0, 0);
        Found *found = found_in_grey(&picture, PREPARATION_RAW);
        assert_int_equal(found->count, digits);
        bool fitted = memcmp(&found->digit[0].input, &found->digit[0].image, sizeof(Sheet)) == 0;
        assert_int_equal(fitted, digits > 1);
        free(found);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(digits_are_found_from_left_to_right),
        cmocka_unit_test(lines_are_found_from_top_to_bottom),
        cmocka_unit_test(pieces_of_a_digit_stay_together),
        cmocka_unit_test(ones_are_no_rulings),
        cmocka_unit_test(too_many_digits_are_refused),
        cmocka_unit_test(a_large_picture_is_reduced_first),
        cmocka_unit_test(a_raw_input_of_several_is_each_digit_fitted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
