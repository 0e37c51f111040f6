/* Drawings, images and pictures without their slant. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <string.h>

#include "base/rng.h"
#include "found_fixture.h"
#include "sheets.h"

enum { ROUNDING = 3, FAINT = 64 }; /* levels: between equal inputs; soft edge of a line */

static const float LEAN[] = {-0.6f, -0.4f, 0.2f, 0.4f, 0.6f};
enum { LEANS = sizeof LEAN / sizeof *LEAN };

/* A four in two strokes, 1 high; its slant is none, as lines go. */
enum { STROKES = 2, POINTS = 4 };
static const Point FOUR[STROKES][POINTS] = {
    {{0.30f, 0.00f}, {0.00f, 0.65f}, {0.60f, 0.65f}, {0.60f, 0.65f}},
    {{0.44f, 0.15f}, {0.44f, 0.50f}, {0.44f, 0.80f}, {0.44f, 1.00f}},
};

/* How a drawing is placed: what lies lower is moved to the right by `slant`. */
typedef struct Place {
    Point corner;
    float scale, slant, brush_cell;
} Place;

static const Place PLAIN = {{8.0f, 5.0f}, 18.0f, 0.0f, 2.0f};

static Point placed(const Place *place, Point point)
{
    return (Point){place->corner.x_cell +
                       place->scale * (point.x_cell + place->slant * point.y_cell),
                   place->corner.y_cell + place->scale * point.y_cell};
}

static void draw_line(Drawing *drawing, const Place *place, const Point *point, int points)
{
    Err err;
    assert_true(
        drawing_pen_down(drawing, TOOL_PEN, place->brush_cell, placed(place, point[0]), &err));
    for (int i = 1; i < points; i++) {
        assert_true(drawing_pen_to(drawing, placed(place, point[i]), &err));
    }
    drawing_pen_up(drawing);
}

/* The input of a drawing, which is freed. */
static Sheet input_of(Drawing *drawing, Preparation preparation)
{
    Err err;
    Sheet input;
    assert_true(normalise_drawing(drawing, preparation, &input, &err));
    drawing_free(drawing);
    return input;
}

static Sheet four(const Place *place, Preparation preparation)
{
    Drawing drawing = {0};
    for (int i = 0; i < STROKES; i++) {
        draw_line(&drawing, place, FOUR[i], POINTS);
    }
    return input_of(&drawing, preparation);
}

static Sheet line(Point from, Point to, Preparation preparation)
{
    Drawing drawing = {0};
    const Place as_it_is = {{0.0f, 0.0f}, 1.0f, 0.0f, 2.0f};
    draw_line(&drawing, &as_it_is, (Point[]){from, to}, 2);
    return input_of(&drawing, preparation);
}

/* A large picture of the same four, leaning, pieced together from sheets. */
static Sheet picture_of_four(float slant, Preparation preparation)
{
    enum { TILES = 12, SIDE = TILES * SHEET_SIDE, POINT_MAX = POINTS - 1 };
    Grey picture = paper(SIDE, SIDE, 0);
    for (int tile = 0; tile < TILES * TILES; tile++) {
        int left = tile % TILES * SHEET_SIDE, top = tile / TILES * SHEET_SIDE;
        Point corner = {120.0f - 90.0f * slant - (float)left, 70.0f - (float)top};
        Place place = {corner, 180.0f, slant, 8.0f};
        Sheet part = {0};
        for (int i = 0; i < STROKES * POINT_MAX; i++) {
            const Point *point = &FOUR[i / POINT_MAX][i % POINT_MAX];
            raster_piece(&part, TOOL_PEN, 20.0f, placed(&place, point[0]),
                         placed(&place, point[1]));
        }
        for (int y = 0; y < SHEET_SIDE; y++) {
            memcpy(&picture.grey[(top + y) * SIDE + left], &part.cell[y * SHEET_SIDE], SHEET_SIDE);
        }
    }
    return input_of_grey(&picture, preparation);
}

static Sheet straightened(const Sheet *image)
{
    Sheet input;
    normalise_image(image, PREPARATION_STRAIGHTENED, &input);
    return input;
}

/* An image as MNIST has them, of a four that leans. */
static Sheet leaning_image(float slant)
{
    Place place = PLAIN;
    place.slant = slant;
    return four(&place, PREPARATION_FITTED);
}

static void a_leaning_drawing_and_an_upright_one_make_the_same_input(void **state)
{
    (void)state;
    Sheet expected = four(&PLAIN, PREPARATION_STRAIGHTENED);
    for (int i = 0; i < LEANS; i++) {
        Place place = PLAIN;
        place.slant = LEAN[i];
        Sheet input = four(&place, PREPARATION_STRAIGHTENED);
        Sheet fitted = four(&place, PREPARATION_FITTED);
        assert_true(share_moved(&expected, &input) < 0.02);
        assert_true(share_moved(&expected, &fitted) > 0.2);
    }
}

static void place_size_and_brush_do_not_matter(void **state)
{
    (void)state;
    Rng rng;
    rng_init(&rng, 5);
    Place leaning = PLAIN;
    leaning.slant = -0.3f;
    Sheet expected = four(&leaning, PREPARATION_STRAIGHTENED);
    for (int i = 0; i < 300; i++) {
        float scale = SHEET_SIDE * (0.3f + 0.65f * rng_unit(&rng));
        Place place = {{0.3f * scale, (SHEET_SIDE - scale) * rng_unit(&rng)},
                       scale,
                       -0.3f,
                       0.25f + 7.0f * rng_unit(&rng)};
        place.corner.x_cell += (SHEET_SIDE - 0.75f * scale) * rng_unit(&rng);
        Sheet input = four(&place, PREPARATION_STRAIGHTENED);
        assert_true(largest_difference(&input, &expected) <= ROUNDING);
    }
}

static void a_straightened_drawing_is_fitted_and_centred(void **state)
{
    (void)state;
    for (int i = 0; i < LEANS; i++) {
        Place place = PLAIN;
        place.slant = LEAN[i];
        Sheet input = four(&place, PREPARATION_STRAIGHTENED);
        Point centre = raster_centre(&input);
        assert_in_range(longer_side(&input, FAINT), 20, 21);
        assert_float_equal(centre.x_cell, 14.5f, 0.05f);
        assert_float_equal(centre.y_cell, 14.5f, 0.05f);
    }
}

static void a_line_that_leans_is_made_upright(void **state)
{
    (void)state;
    Sheet input = line((Point){8.0f, 24.0f}, (Point){20.0f, 4.0f}, PREPARATION_STRAIGHTENED);
    assert_in_range(box_side(&input, FAINT, false), 20, 21);
    assert_in_range(box_side(&input, FAINT, true), 2, 3);
}

/* A dash is no fallen one. What is hardly high hardly moves, to whichever side it would. */
static void a_flat_line_stays_flat(void **state)
{
    (void)state;
    Sheet flat = line((Point){4.0f, 9.0f}, (Point){20.0f, 9.0f}, PREPARATION_STRAIGHTENED);
    Sheet fitted = line((Point){4.0f, 9.0f}, (Point){20.0f, 9.0f}, PREPARATION_FITTED);
    assert_true(largest_difference(&flat, &fitted) <= ROUNDING);
    for (float rise = -0.01f; rise < 0.02f; rise += 0.02f) {
        Sheet near =
            line((Point){4.0f, 9.0f}, (Point){20.0f, 9.0f + rise}, PREPARATION_STRAIGHTENED);
        assert_true(largest_difference(&near, &flat) <= ROUNDING);
    }
}

static void a_dot_stays_as_it_is(void **state)
{
    (void)state;
    Drawing drawing = {0};
    draw_line(&drawing, &PLAIN, FOUR[0], 1);
    Sheet dot = input_of(&drawing, PREPARATION_STRAIGHTENED);
    draw_line(&drawing, &PLAIN, FOUR[0], 1);
    Sheet fitted = input_of(&drawing, PREPARATION_FITTED);
    assert_false(raster_is_blank(&dot));
    assert_memory_equal(&dot, &fitted, sizeof dot);
}

static void nothing_stays_nothing(void **state)
{
    (void)state;
    Drawing drawing = {0};
    Sheet input = input_of(&drawing, PREPARATION_STRAIGHTENED), blank = {0};
    assert_true(raster_is_blank(&input));
    input = straightened(&blank);
    assert_true(raster_is_blank(&input));
}

static void raw_and_fitted_images_are_copied(void **state)
{
    (void)state;
    Sheet image = leaning_image(-0.4f), input;
    const Preparation copies[] = {PREPARATION_RAW, PREPARATION_FITTED};
    for (int i = 0; i < 2; i++) {
        normalise_image(&image, copies[i], &input);
        assert_memory_equal(&input, &image, sizeof input);
    }
}

static void an_image_that_leans_is_made_upright(void **state)
{
    (void)state;
    for (int i = 0; i < LEANS; i++) {
        Sheet image = leaning_image(LEAN[i]), input = straightened(&image);
        Point centre = raster_centre(&input);
        assert_true(fabs(lean(&image)) > 0.05);
        assert_true(fabs(lean(&input)) < 0.005);
        assert_in_range(longer_side(&input, FAINT), 19, 21);
        assert_float_equal(centre.x_cell, 14.5f, 0.05f);
        assert_float_equal(centre.y_cell, 14.5f, 0.05f);
    }
}

static void an_image_straightened_twice_changes_little(void **state)
{
    (void)state;
    for (int i = 0; i < LEANS; i++) {
        Sheet image = leaning_image(LEAN[i]), once = straightened(&image);
        Sheet twice = straightened(&once);
        assert_true(share_moved(&image, &once) > 0.5);
        assert_true(share_moved(&once, &twice) < 0.2); /* edges have become soft */
    }
}

/* A sheet full of noise, single cells, and lines along the edges stay on the sheet. */
static void any_image_can_be_straightened(void **state)
{
    (void)state;
    Rng rng;
    rng_init(&rng, 8);
    for (int i = 0; i < 2000; i++) {
        Sheet image = {0};
        int cells = 1 + (int)rng_below(&rng, i % 2 ? 4 : SHEET_CELLS);
        for (int k = 0; k < cells; k++) {
            image.cell[rng_below(&rng, SHEET_CELLS)] = (uint8_t)(1 + rng_below(&rng, 255));
        }
        Sheet input = straightened(&image);
        assert_in_range(longer_side(&input, 1), 1, SHEET_SIDE);
    }
}

static void a_leaning_picture_and_an_upright_one_make_nearly_the_same_input(void **state)
{
    (void)state;
    Sheet expected = picture_of_four(0.0f, PREPARATION_STRAIGHTENED);
    for (int i = 0; i < LEANS; i++) {
        Sheet input = picture_of_four(LEAN[i], PREPARATION_STRAIGHTENED);
        Sheet fitted = picture_of_four(LEAN[i], PREPARATION_FITTED);
        assert_true(fabs(lean(&input)) < 0.005);
        /* Its lines are slanted with it, where those of a drawing are inked afterwards. */
        assert_true(share_moved(&expected, &input) < 0.3);
        assert_true(share_moved(&expected, &fitted) > 0.4);
    }
}

static void a_picture_and_a_drawing_make_nearly_the_same_input(void **state)
{
    (void)state;
    for (int i = 0; i < LEANS; i++) {
        Place place = PLAIN;
        place.slant = LEAN[i];
        Sheet drawn = four(&place, PREPARATION_STRAIGHTENED);
        Sheet picture = picture_of_four(LEAN[i], PREPARATION_STRAIGHTENED);
        Sheet fitted = picture_of_four(LEAN[i], PREPARATION_FITTED);
        assert_true(share_moved(&drawn, &picture) < 0.3);
        assert_true(share_moved(&drawn, &fitted) > 0.6);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_leaning_drawing_and_an_upright_one_make_the_same_input),
        cmocka_unit_test(place_size_and_brush_do_not_matter),
        cmocka_unit_test(a_straightened_drawing_is_fitted_and_centred),
        cmocka_unit_test(a_line_that_leans_is_made_upright),
        cmocka_unit_test(a_flat_line_stays_flat),
        cmocka_unit_test(a_dot_stays_as_it_is),
        cmocka_unit_test(nothing_stays_nothing),
        cmocka_unit_test(raw_and_fitted_images_are_copied),
        cmocka_unit_test(an_image_that_leans_is_made_upright),
        cmocka_unit_test(an_image_straightened_twice_changes_little),
        cmocka_unit_test(any_image_can_be_straightened),
        cmocka_unit_test(a_leaning_picture_and_an_upright_one_make_nearly_the_same_input),
        cmocka_unit_test(a_picture_and_a_drawing_make_nearly_the_same_input),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
