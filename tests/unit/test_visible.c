/* What shows of the centre-lines, against a naive sampling of them. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <math.h>

#include "base/rng.h"
#include "ink/visible.h"

static const float CLOSE_CELL = 0.02f; /* nearer to an edge than this, a sample says nothing */

static void draw(Drawing *drawing, Tool tool, float width_cell, const Point *point, int points)
{
    Err err;
    assert_true(drawing_pen_down(drawing, tool, width_cell, point[0], &err));
    for (int i = 1; i < points; i++) {
        assert_true(drawing_pen_to(drawing, point[i], &err));
    }
    drawing_pen_up(drawing);
}

static float distance(Point at, Point from, Point to)
{
    float dx = to.x_cell - from.x_cell, dy = to.y_cell - from.y_cell;
    float fx = at.x_cell - from.x_cell, fy = at.y_cell - from.y_cell;
    float length_sq = dx * dx + dy * dy;
    float t = length_sq > 0.0f ? fminf(fmaxf((fx * dx + fy * dy) / length_sq, 0.0f), 1.0f) : 0.0f;
    return hypotf(fx - t * dx, fy - t * dy);
}

/* How far a point of a stroke is from being cut: below 0 it is off the sheet or erased after. */
static float clearance(const Drawing *drawing, int stroke, Point at)
{
    float clear =
        fminf(fminf(at.x_cell, SHEET_SIDE - at.x_cell), fminf(at.y_cell, SHEET_SIDE - at.y_cell));
    for (int s = stroke + 1; s < drawing->shown; s++) {
        const Stroke *eraser = &drawing->stroke[s];
        for (int i = 0; eraser->tool == TOOL_ERASER && i < eraser->count; i++) {
            const Point *to = &drawing->point[eraser->first + i];
            float gap = distance(at, i > 0 ? to[-1] : *to, *to) - eraser->width_cell / 2;
            clear = fminf(clear, gap);
        }
    }
    return clear;
}

static float nearest_piece(const Visible *visible, Point at)
{
    float nearest = INFINITY;
    for (int i = 0; i < visible->pieces; i++) {
        nearest = fminf(nearest, distance(at, visible->piece[i].from, visible->piece[i].to));
    }
    return nearest;
}

/* Every sample of a pen stroke that is not cut lies on a piece. */
static void assert_nothing_is_missing(const Drawing *drawing, const Visible *visible)
{
    for (int s = 0; s < drawing->shown; s++) {
        const Stroke *stroke = &drawing->stroke[s];
        for (int i = 1; stroke->tool == TOOL_PEN && i < stroke->count; i++) {
            const Point *to = &drawing->point[stroke->first + i];
            for (float t = 0.0f; t <= 1.0f; t += 0.05f) {
                Point at = {to[-1].x_cell + t * (to->x_cell - to[-1].x_cell),
                            to[-1].y_cell + t * (to->y_cell - to[-1].y_cell)};
                if (clearance(drawing, s, at) > CLOSE_CELL) {
                    assert_true(nearest_piece(visible, at) < 0.001f);
                }
            }
        }
    }
}

/* No piece lies where an eraser drawn after everything went, or off the sheet. */
static void assert_nothing_is_left(const Drawing *drawing, const Visible *visible, int last_pen)
{
    for (int i = 0; i < visible->pieces; i++) {
        Point from = visible->piece[i].from, to = visible->piece[i].to;
        for (float t = 0.0f; t <= 1.0f; t += 0.05f) {
            Point at = {from.x_cell + t * (to.x_cell - from.x_cell),
                        from.y_cell + t * (to.y_cell - from.y_cell)};
            assert_true(clearance(drawing, last_pen, at) > -CLOSE_CELL);
        }
    }
}

static void random_stroke(Drawing *drawing, Tool tool, Rng *rng)
{
    Point point[80] = {{34.0f * rng_unit(rng) - 3.0f, 34.0f * rng_unit(rng) - 3.0f}};
    bool fine = rng_below(rng, 2) == 0;
    int points = 1 + rng_below(rng, fine ? 80 : 12);
    float step_cell = fine ? 1.0f : 5.0f;
    for (int i = 1; i < points; i++) {
        point[i] = (Point){point[i - 1].x_cell + step_cell * rng_normal(rng),
                           point[i - 1].y_cell + step_cell * rng_normal(rng)};
    }
    draw(drawing, tool, 0.5f + 5.0f * rng_unit(rng), point, points);
}

static void random_scribbles_are_cut_where_a_naive_sampling_says(void **state)
{
    (void)state;
    Rng rng;
    Err err;
    rng_init(&rng, 23);
    int pieces = 0;
    for (int round = 0; round < 150; round++) {
        Drawing drawing = {0};
        Visible visible;
        int last_pen = 0;
        for (int stroke = 0; stroke < 10; stroke++) {
            Tool tool = stroke > 0 && rng_below(&rng, 2) == 0 ? TOOL_ERASER : TOOL_PEN;
            last_pen = tool == TOOL_PEN ? stroke : last_pen;
            random_stroke(&drawing, tool, &rng);
        }
        assert_true(visible_make(&visible, &drawing, &err));
        assert_nothing_is_missing(&drawing, &visible);
        assert_nothing_is_left(&drawing, &visible, last_pen);
        pieces += visible.pieces;
        visible_free(&visible);
        drawing_free(&drawing);
    }
    assert_true(pieces > 1000);
}

static void a_stroke_that_is_not_cut_stays_in_one_run(void **state)
{
    (void)state;
    Err err;
    Drawing drawing = {0};
    Visible visible;
    const Point point[] = {{3.1f, 4.7f}, {9.3f, 5.9f}, {11.7f, 20.1f}, {26.2f, 22.3f}};
    draw(&drawing, TOOL_PEN, 2.0f, point, 4);
    draw(&drawing, TOOL_ERASER, 2.0f, (Point[]){{18.0f, 2.0f}, {20.0f, 9.0f}}, 2);
    assert_true(visible_make(&visible, &drawing, &err));
    assert_int_equal(visible.pieces, 3);
    for (int i = 0; i < 3; i++) {
        assert_memory_equal(&visible.piece[i].from, &point[i], sizeof *point);
        assert_memory_equal(&visible.piece[i].to, &point[i + 1], sizeof *point);
    }
    visible_free(&visible);
    drawing_free(&drawing);
}

static void a_dot_goes_when_the_eraser_covers_its_middle(void **state)
{
    (void)state;
    Err err;
    Visible visible;
    for (int covered = 0; covered < 2; covered++) {
        Drawing drawing = {0};
        float x = covered ? 9.1f : 8.9f;
        draw(&drawing, TOOL_PEN, 6.0f, &(Point){10.0f, 10.0f}, 1);
        draw(&drawing, TOOL_ERASER, 2.0f, (Point[]){{x, 2.0f}, {x, 20.0f}}, 2);
        assert_true(visible_make(&visible, &drawing, &err));
        assert_int_equal(visible.pieces, covered ? 0 : 1);
        visible_free(&visible);
        drawing_free(&drawing);
    }
}

static void a_tap_of_the_eraser_makes_a_hole(void **state)
{
    (void)state;
    Err err;
    Drawing drawing = {0};
    Visible visible;
    draw(&drawing, TOOL_PEN, 2.0f, (Point[]){{4.0f, 10.0f}, {24.0f, 10.0f}}, 2);
    draw(&drawing, TOOL_ERASER, 4.0f, &(Point){14.0f, 10.0f}, 1);
    assert_true(visible_make(&visible, &drawing, &err));
    assert_int_equal(visible.pieces, 2);
    assert_float_equal(nearest_piece(&visible, (Point){14.0f, 10.0f}), 2.0f, 0.001f);
    visible_free(&visible);
    drawing_free(&drawing);
}

static void every_crossing_of_a_long_eraser_stroke_makes_a_hole(void **state)
{
    (void)state;
    enum { CROSSINGS = 50 };
    Err err;
    Drawing drawing = {0};
    Visible visible;
    Point zigzag[CROSSINGS + 1];
    for (int i = 0; i <= CROSSINGS; i++) {
        zigzag[i] = (Point){1.0f + 0.5f * (float)i, i % 2 == 0 ? 10.0f : 18.0f};
    }
    draw(&drawing, TOOL_PEN, 2.0f, (Point[]){{0.5f, 14.0f}, {27.5f, 14.0f}}, 2);
    draw(&drawing, TOOL_ERASER, 0.25f, zigzag, CROSSINGS + 1);
    assert_true(visible_make(&visible, &drawing, &err));
    assert_int_equal(visible.pieces, CROSSINGS + 1);
    visible_free(&visible);
    drawing_free(&drawing);
}

static void nothing_shows_of_an_empty_drawing(void **state)
{
    (void)state;
    Err err;
    Visible visible;
    assert_true(visible_make(&visible, &(Drawing){0}, &err));
    assert_int_equal(visible.pieces, 0);
    visible_free(&visible);
    visible_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_scribbles_are_cut_where_a_naive_sampling_says),
        cmocka_unit_test(a_stroke_that_is_not_cut_stays_in_one_run),
        cmocka_unit_test(a_dot_goes_when_the_eraser_covers_its_middle),
        cmocka_unit_test(a_tap_of_the_eraser_makes_a_hole),
        cmocka_unit_test(every_crossing_of_a_long_eraser_stroke_makes_a_hole),
        cmocka_unit_test(nothing_shows_of_an_empty_drawing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
