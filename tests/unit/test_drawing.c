/* The drawing as a log of edits: undo, redo, clear, its limits, and a naive model to agree with. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <math.h>
#include <string.h>

#include "base/rng.h"
#include "ink/drawing.h"

/* A stroke of `points` points in a row that begins at x. */
static void draw_stroke(Drawing *drawing, Tool tool, float x, int points)
{
    Err err;
    assert_true(drawing_pen_down(drawing, tool, 2.0f, (Point){x, 5.0f}, &err));
    for (int i = 1; i < points; i++) {
        assert_true(drawing_pen_to(drawing, (Point){x + (float)i, 5.0f}, &err));
    }
    drawing_pen_up(drawing);
}

static int strokes_on_sheet(const Drawing *drawing)
{
    return drawing->shown - drawing_first_shown(drawing);
}

static void a_zeroed_drawing_is_empty(void **state)
{
    (void)state;
    Drawing drawing = {0};
    assert_true(drawing_is_empty(&drawing));
    assert_false(drawing_can_undo(&drawing));
    assert_false(drawing_can_redo(&drawing));
    drawing_undo(&drawing);
    drawing_redo(&drawing);
    drawing_pen_up(&drawing);
    assert_int_equal(drawing.shown, 0);
    drawing_free(&drawing);
    drawing_free(NULL);
}

static void undo_takes_back_the_last_stroke_and_redo_brings_it_back(void **state)
{
    (void)state;
    Drawing drawing = {0};
    draw_stroke(&drawing, TOOL_PEN, 1.0f, 3);
    draw_stroke(&drawing, TOOL_ERASER, 9.0f, 4);
    drawing_undo(&drawing);
    assert_int_equal(strokes_on_sheet(&drawing), 1);
    assert_true(drawing_can_redo(&drawing));
    drawing_redo(&drawing);
    assert_int_equal(strokes_on_sheet(&drawing), 2);
    assert_false(drawing_can_redo(&drawing));
    assert_int_equal(drawing.stroke[1].tool, TOOL_ERASER);
    assert_int_equal(drawing.stroke[1].count, 4);
    assert_float_equal(drawing.point[drawing.stroke[1].first].x_cell, 9.0f, 0.0f);
    drawing_free(&drawing);
}

static void a_new_stroke_drops_what_was_undone(void **state)
{
    (void)state;
    Drawing drawing = {0};
    draw_stroke(&drawing, TOOL_PEN, 1.0f, 3);
    draw_stroke(&drawing, TOOL_PEN, 2.0f, 3);
    drawing_undo(&drawing);
    draw_stroke(&drawing, TOOL_PEN, 7.0f, 2);
    assert_false(drawing_can_redo(&drawing));
    assert_int_equal(drawing.strokes, 2);
    assert_int_equal(drawing.points, 5);
    assert_float_equal(drawing.point[3].x_cell, 7.0f, 0.0f);
    drawing_free(&drawing);
}

static void a_clear_empties_the_sheet_and_undo_brings_all_back(void **state)
{
    (void)state;
    Err err;
    Drawing drawing = {0};
    draw_stroke(&drawing, TOOL_PEN, 1.0f, 3);
    draw_stroke(&drawing, TOOL_PEN, 2.0f, 3);
    assert_true(drawing_clear(&drawing, &err));
    assert_true(drawing_is_empty(&drawing));
    draw_stroke(&drawing, TOOL_PEN, 3.0f, 1);
    assert_int_equal(strokes_on_sheet(&drawing), 1);
    drawing_undo(&drawing);
    drawing_undo(&drawing);
    assert_int_equal(strokes_on_sheet(&drawing), 2);
    assert_int_equal(drawing_first_shown(&drawing), 0);
    drawing_free(&drawing);
}

static void clearing_an_empty_sheet_is_no_edit(void **state)
{
    (void)state;
    Err err;
    Drawing drawing = {0};
    assert_true(drawing_clear(&drawing, &err));
    assert_int_equal(drawing.strokes, 0);
    draw_stroke(&drawing, TOOL_PEN, 1.0f, 3);
    assert_true(drawing_clear(&drawing, &err));
    assert_true(drawing_clear(&drawing, &err));
    assert_int_equal(drawing.strokes, 2);
    drawing_free(&drawing);
}

static void undo_while_the_pen_is_down_ends_the_stroke(void **state)
{
    (void)state;
    Err err;
    Drawing drawing = {0};
    assert_true(drawing_pen_down(&drawing, TOOL_PEN, 2.0f, (Point){1.0f, 1.0f}, &err));
    drawing_undo(&drawing);
    assert_false(drawing.pen_down);
    assert_true(drawing_pen_to(&drawing, (Point){9.0f, 9.0f}, &err));
    assert_true(drawing_is_empty(&drawing));
    drawing_redo(&drawing);
    assert_int_equal(drawing.stroke[0].count, 1);
    drawing_free(&drawing);
}

static void a_repeated_point_adds_nothing(void **state)
{
    (void)state;
    Err err;
    Drawing drawing = {0};
    assert_true(drawing_pen_down(&drawing, TOOL_PEN, 2.0f, (Point){1.0f, 1.0f}, &err));
    assert_true(drawing_pen_to(&drawing, (Point){1.0f, 1.0f}, &err));
    assert_int_equal(drawing.points, 1);
    assert_true(drawing_pen_to(&drawing, (Point){1.0f, 1.5f}, &err));
    assert_int_equal(drawing.points, 2);
    drawing_free(&drawing);
}

static void a_place_that_is_no_number_is_refused(void **state)
{
    (void)state;
    Err err = {0};
    Drawing drawing = {0};
    assert_false(drawing_pen_down(&drawing, TOOL_PEN, 2.0f, (Point){NAN, 1.0f}, &err));
    assert_true(strlen(err.text) > 0);
    assert_int_equal(drawing.strokes, 0);
    assert_true(drawing_pen_down(&drawing, TOOL_PEN, 2.0f, (Point){1.0f, 1.0f}, &err));
    assert_false(drawing_pen_to(&drawing, (Point){1.0f, INFINITY}, &err));
    assert_int_equal(drawing.points, 1);
    drawing_free(&drawing);
}

static void far_points_and_odd_widths_are_brought_into_range(void **state)
{
    (void)state;
    Err err;
    Drawing drawing = {0};
    assert_true(drawing_pen_down(&drawing, TOOL_PEN, 99.0f, (Point){1e30f, -1e30f}, &err));
    assert_true(drawing_pen_down(&drawing, TOOL_PEN, -1.0f, (Point){-3.0f, 40.0f}, &err));
    assert_float_equal(drawing.point[0].x_cell, 1000.0f, 0.0f);
    assert_float_equal(drawing.point[0].y_cell, -1000.0f, 0.0f);
    assert_float_equal(drawing.point[1].x_cell, -3.0f, 0.0f);
    assert_float_equal(drawing.stroke[0].width_cell, 8.0f, 0.0f);
    assert_float_equal(drawing.stroke[1].width_cell, 0.25f, 0.0f);
    drawing_free(&drawing);
}

static void a_refused_stroke_leaves_redo_as_it_was(void **state)
{
    (void)state;
    Err err;
    Drawing drawing = {0};
    draw_stroke(&drawing, TOOL_PEN, 1.0f, 3);
    drawing_undo(&drawing);
    assert_false(drawing_pen_down(&drawing, TOOL_PEN, 2.0f, (Point){NAN, NAN}, &err));
    assert_true(drawing_can_redo(&drawing));
    drawing_redo(&drawing);
    assert_int_equal(drawing.stroke[0].count, 3);
    drawing_free(&drawing);
}

/* Lengthen the stroke until the drawing refuses. */
static void fill_up(Drawing *drawing)
{
    Err err = {0};
    while (drawing_pen_to(drawing, (Point){(float)(drawing->points % 28), 3.0f}, &err)) {
    }
    assert_non_null(strstr(err.text, "full"));
    assert_int_equal(drawing->points, DRAWING_MAX_POINTS);
}

static void a_full_drawing_is_refused_until_it_is_cleared(void **state)
{
    (void)state;
    Err err = {0};
    Drawing drawing = {0};
    draw_stroke(&drawing, TOOL_PEN, 1.0f, 3);
    assert_true(drawing_pen_down(&drawing, TOOL_PEN, 2.0f, (Point){1.0f, 1.0f}, &err));
    fill_up(&drawing);
    assert_false(drawing_pen_down(&drawing, TOOL_PEN, 2.0f, (Point){1.0f, 1.0f}, &err));
    assert_int_equal(err.code, ERR_NO_ROOM);
    assert_int_equal(drawing.strokes, 2);
    assert_true(drawing_clear(&drawing, &err));
    assert_int_equal(drawing.strokes, 3);
    draw_stroke(&drawing, TOOL_PEN, 4.0f, 2);
    assert_int_equal(drawing.strokes, 1);
    assert_int_equal(drawing.points, 2);
    assert_float_equal(drawing.point[0].x_cell, 4.0f, 0.0f);
    drawing_free(&drawing);
}

static void the_oldest_hidden_edits_are_forgotten_while_a_stroke_grows(void **state)
{
    (void)state;
    Err err = {0};
    Drawing drawing = {0};
    draw_stroke(&drawing, TOOL_PEN, 1.0f, 10);
    assert_true(drawing_clear(&drawing, &err));
    draw_stroke(&drawing, TOOL_PEN, 6.0f, 2);
    assert_true(drawing_pen_down(&drawing, TOOL_PEN, 2.0f, (Point){1.0f, 1.0f}, &err));
    fill_up(&drawing);
    assert_int_equal(drawing.strokes, 2);
    assert_int_equal(drawing.stroke[0].first, 0);
    assert_float_equal(drawing.point[0].x_cell, 6.0f, 0.0f);
    assert_int_equal(drawing.stroke[1].first, 2);
    assert_int_equal(drawing.stroke[1].count, DRAWING_MAX_POINTS - 2);
    drawing_free(&drawing);
}

static void a_drawing_full_of_strokes_can_still_be_cleared(void **state)
{
    (void)state;
    Err err = {0};
    Drawing drawing = {0};
    while (drawing_pen_down(&drawing, TOOL_PEN, 2.0f, (Point){1.0f, 1.0f}, &err)) {
    }
    assert_int_equal(drawing.strokes, DRAWING_MAX_STROKES - 1);
    assert_true(drawing_clear(&drawing, &err));
    assert_int_equal(drawing.strokes, DRAWING_MAX_STROKES);
    draw_stroke(&drawing, TOOL_PEN, 4.0f, 2);
    assert_int_equal(drawing.strokes, 1);
    drawing_free(&drawing);
}

/* The naive model: the list of edits, each with a mark of its own; undone ones behind `shown`. */
typedef struct Model {
    float mark[4096]; /* where the stroke begins; a clear has -1 */
    int edits, shown;
} Model;

static void model_edit(Model *model, float mark)
{
    model->mark[model->shown++] = mark;
    model->edits = model->shown;
}

static bool model_is_empty(const Model *model)
{
    return model->shown == 0 || model->mark[model->shown - 1] < 0.0f;
}

static void assert_agree(const Drawing *drawing, const Model *model)
{
    assert_int_equal(drawing->strokes, model->edits);
    assert_int_equal(drawing->shown, model->shown);
    assert_int_equal(drawing_is_empty(drawing), model_is_empty(model));
    int first = 0;
    for (int i = 0; i < model->shown; i++) {
        first = model->mark[i] < 0.0f ? i + 1 : first;
    }
    assert_int_equal(drawing_first_shown(drawing), first);
    for (int i = 0; i < model->edits; i++) {
        const Stroke *stroke = &drawing->stroke[i];
        if (model->mark[i] < 0.0f) {
            assert_int_equal(stroke->tool, TOOL_CLEAR);
            assert_int_equal(stroke->count, 0);
        } else {
            assert_float_equal(drawing->point[stroke->first].x_cell, model->mark[i], 0.0f);
        }
    }
}

static void any_sequence_of_edits_agrees_with_a_naive_model(void **state)
{
    (void)state;
    Model model = {0};
    Drawing drawing = {0};
    Rng rng;
    Err err;
    rng_init(&rng, 7);
    for (int step = 0; step < 4000; step++) {
        int what = rng_below(&rng, 10);
        if (what < 4) {
            draw_stroke(&drawing, TOOL_PEN, (float)step / 8, 1 + rng_below(&rng, 5));
            model_edit(&model, (float)step / 8);
        } else if (what == 4 && !model_is_empty(&model)) {
            assert_true(drawing_clear(&drawing, &err));
            model_edit(&model, -1.0f);
        } else if (what < 8) {
            drawing_undo(&drawing);
            model.shown -= model.shown > 0;
        } else {
            drawing_redo(&drawing);
            model.shown += model.shown < model.edits;
        }
        assert_int_equal(drawing_can_undo(&drawing), model.shown > 0);
        assert_int_equal(drawing_can_redo(&drawing), model.shown < model.edits);
        if (step % 16 == 0) {
            assert_agree(&drawing, &model);
        }
    }
    drawing_free(&drawing);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_zeroed_drawing_is_empty),
        cmocka_unit_test(undo_takes_back_the_last_stroke_and_redo_brings_it_back),
        cmocka_unit_test(a_new_stroke_drops_what_was_undone),
        cmocka_unit_test(a_clear_empties_the_sheet_and_undo_brings_all_back),
        cmocka_unit_test(clearing_an_empty_sheet_is_no_edit),
        cmocka_unit_test(undo_while_the_pen_is_down_ends_the_stroke),
        cmocka_unit_test(a_repeated_point_adds_nothing),
        cmocka_unit_test(a_place_that_is_no_number_is_refused),
        cmocka_unit_test(far_points_and_odd_widths_are_brought_into_range),
        cmocka_unit_test(a_refused_stroke_leaves_redo_as_it_was),
        cmocka_unit_test(a_full_drawing_is_refused_until_it_is_cleared),
        cmocka_unit_test(the_oldest_hidden_edits_are_forgotten_while_a_stroke_grows),
        cmocka_unit_test(a_drawing_full_of_strokes_can_still_be_cleared),
        cmocka_unit_test(any_sequence_of_edits_agrees_with_a_naive_model),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
