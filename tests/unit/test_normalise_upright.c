/* What looks upright stays so on its way into the network. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include "ink/normalise.h"
#include "ink/slant.h"
#include "sheets.h"

enum { STROKES = 2, POINTS = 4 };

/* What hardly shows, and the rounding of images. */
static const double UPRIGHT = 0.17;

/* A digit whose stem is upright, 1 high. */
typedef struct Upright {
    const char *name;
    int strokes;
    Point stroke[STROKES][POINTS];
    Point top, foot;     /* of its stem */
    double straightened; /* by how much its moments make the stem lean */
} Upright;

static const Upright DIGIT[] = {
    {"a square 7",
     1,
     {{{0.0f, 0.0f}, {0.6f, 0.0f}, {0.6f, 0.5f}, {0.6f, 1.0f}}},
     {0.6f, 0.3f},
     {0.6f, 0.9f},
     0.32},
    {"an open 4",
     2,
     {{{0.0f, 0.0f}, {0.0f, 0.55f}, {0.3f, 0.55f}, {0.6f, 0.55f}},
      {{0.5f, 0.1f}, {0.5f, 0.4f}, {0.5f, 0.7f}, {0.5f, 1.0f}}},
     {0.5f, 0.65f},
     {0.5f, 0.9f},
     0.44},
    {"a 4 like a plus",
     2,
     {{{0.4f, 0.0f}, {0.0f, 0.6f}, {0.4f, 0.6f}, {0.8f, 0.6f}},
      {{0.45f, 0.35f}, {0.45f, 0.6f}, {0.45f, 0.8f}, {0.45f, 1.0f}}},
     {0.45f, 0.7f},
     {0.45f, 0.9f},
     0.23},
};
enum { DIGITS = sizeof DIGIT / sizeof *DIGIT };

static Point placed(Point point, float slant)
{
    return (Point){8.0f + 16.0f * (point.x_cell - slant * point.y_cell),
                   6.0f + 16.0f * point.y_cell};
}

/* Leaning to the right by `slant`. */
static void draw(Drawing *drawing, const Upright *digit, float slant)
{
    Err err;
    *drawing = (Drawing){0};
    for (int s = 0; s < digit->strokes; s++) {
        const Point *point = digit->stroke[s];
        assert_true(drawing_pen_down(drawing, TOOL_PEN, 2.0f, placed(point[0], slant), &err));
        for (int i = 1; i < POINTS; i++) {
            assert_true(drawing_pen_to(drawing, placed(point[i], slant), &err));
        }
        drawing_pen_up(drawing);
    }
}

/* How far its stem leans to the right on the input of the drawing, for each cell of height; less
 * than 0 to the left. */
static double stem_of_drawing(const Upright *digit, float slant, Preparation preparation)
{
    Drawing drawing;
    draw(&drawing, digit, slant);
    Point top = normalise_point(&drawing, preparation, placed(digit->top, slant));
    Point foot = normalise_point(&drawing, preparation, placed(digit->foot, slant));
    drawing_free(&drawing);
    return (double)(top.x_cell - foot.x_cell) / (double)(foot.y_cell - top.y_cell);
}

/* The middle of the ink of a row. */
static double middle(const Sheet *sheet, int row)
{
    double ink = 0.0, sum = 0.0;
    for (int x = 0; x < SHEET_SIDE; x++) {
        ink += sheet->cell[row * SHEET_SIDE + x];
        sum += sheet->cell[row * SHEET_SIDE + x] * x;
    }
    return sum / ink;
}

/* The same of the image of the drawing, as those of MNIST are; below its bars, where nothing but
 * the stem is. */
static double stem_of_image(const Upright *digit, float slant, Preparation preparation)
{
    enum { TOP = 19, FOOT = 22 };
    Drawing drawing;
    Sheet image, input;
    Err err;
    draw(&drawing, digit, slant);
    assert_true(normalise_drawing(&drawing, PREPARATION_FITTED, &image, &err));
    normalise_image(&image, preparation, &input);
    drawing_free(&drawing);
    return (middle(&input, TOP) - middle(&input, FOOT)) / (FOOT - TOP);
}

static void an_upright_digit_stays_upright(void **state)
{
    (void)state;
    for (int i = 0; i < DIGITS; i++) {
        double drawn = stem_of_drawing(&DIGIT[i], 0.0f, PREPARATION_UPRIGHT);
        double image = stem_of_image(&DIGIT[i], 0.0f, PREPARATION_UPRIGHT);
        if (fabs(drawn) > UPRIGHT || fabs(image) > UPRIGHT) {
            fail_msg("%s leans by %.2f, its image by %.2f", DIGIT[i].name, drawn, image);
        }
    }
}

/* Networks of older files were trained so. */
static void straightened_goes_by_the_moments_alone(void **state)
{
    (void)state;
    for (int i = 0; i < DIGITS; i++) {
        double drawn = stem_of_drawing(&DIGIT[i], 0.0f, PREPARATION_STRAIGHTENED);
        double image = stem_of_image(&DIGIT[i], 0.0f, PREPARATION_STRAIGHTENED);
        assert_true(fabs(drawn - DIGIT[i].straightened) < 0.01);
        assert_true(fabs(image - DIGIT[i].straightened) < 0.08);
    }
}

static void a_digit_that_leans_far_is_made_more_upright(void **state)
{
    (void)state;
    const float lean[] = {-0.8f, -0.6f, 0.6f, 0.8f};
    for (int i = 0; i < DIGITS; i++) {
        for (int k = 0; k < 4; k++) {
            double drawn = stem_of_drawing(&DIGIT[i], lean[k], PREPARATION_UPRIGHT);
            double image = stem_of_image(&DIGIT[i], lean[k], PREPARATION_UPRIGHT);
            assert_true(fabs(drawn) < fabs((double)lean[k]) - 0.1);
            assert_true(fabs(image) < fabs((double)lean[k]) - 0.1);
        }
    }
}

static void a_line_that_leans_is_made_upright(void **state)
{
    (void)state;
    InkSums sums = {0};
    slant_add_line(&sums, (Point){20.0f, 4.0f}, (Point){8.0f, 24.0f});
    assert_true(fabs(slant_of(&sums, PREPARATION_UPRIGHT) - -0.6) < 1e-6);
}

static InkSums sums_of_lines(const Drawing *drawing)
{
    InkSums sums = {0};
    for (int s = 0; s < drawing->shown; s++) {
        const Point *point = drawing->point + drawing->stroke[s].first;
        for (int i = 1; i < drawing->stroke[s].count; i++) {
            slant_add_line(&sums, point[i - 1], point[i]);
        }
    }
    return sums;
}

static InkSums sums_of_image(const Sheet *image)
{
    InkSums sums = {0};
    for (int y = 0; y <= SHEET_SIDE; y++) {
        const uint8_t *row = image->cell + y * SHEET_SIDE;
        slant_add_edges(&sums, y > 0 ? row - SHEET_SIDE : NULL, y < SHEET_SIDE ? row : NULL,
                        SHEET_SIDE);
    }
    return sums;
}

/* Nearly: the ends of lines are edges, too, and lean to neither side. */
static void the_edges_of_an_image_lean_as_its_lines_do(void **state)
{
    (void)state;
    const float lean[] = {-0.4f, 0.0f, 0.2f, 0.4f};
    for (int i = 0; i < 4 * DIGITS; i++) {
        Drawing drawing;
        Sheet image;
        Err err;
        draw(&drawing, &DIGIT[i / 4], lean[i % 4]);
        assert_true(normalise_drawing(&drawing, PREPARATION_FITTED, &image, &err));
        InkSums lines = sums_of_lines(&drawing), edges = sums_of_image(&image);
        drawing_free(&drawing);
        double drawn = lines.edge_xy / lines.edge_yy;
        assert_true(fabs(edges.edge_xy / edges.edge_yy - drawn) < 0.05 + 0.4 * fabs(drawn));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_upright_digit_stays_upright),
        cmocka_unit_test(straightened_goes_by_the_moments_alone),
        cmocka_unit_test(a_digit_that_leans_far_is_made_more_upright),
        cmocka_unit_test(a_line_that_leans_is_made_upright),
        cmocka_unit_test(the_edges_of_an_image_lean_as_its_lines_do),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
