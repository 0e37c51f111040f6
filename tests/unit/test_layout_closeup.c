/* The layout of one neuron close up at many sizes: what stands in the place of the sheet is large
 * enough, and level with the network. */
#include "ui/layout.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

enum { CELLS = 28 };

static const SDL_Point SIZE[] = {{900, 600},   {1024, 768},  {1280, 720},  {1280, 800},
                                 {1920, 1080}, {2560, 1440}, {3840, 2160}, {900, 2160}};

static Layout layout_at(SDL_Point size, LayoutStrip strip, unsigned hidden, float *scale)
{
    Layout layout;
    *scale = layout_scale(size.x, size.y, hidden ? 1.5f : 1.0f, hidden);
    layout_make(&layout, size.x, size.y, *scale,
                &(LayoutWish){.form = LAYOUT_CLOSEUP,
                              .modes = true,
                              .presenting = hidden != 0,
                              .hidden = hidden,
                              .strip = strip});
    return layout;
}

static void assert_at_least(const char *name, SDL_Rect at, float w, float h, float scale)
{
    if ((float)at.w + 1.0f < w * scale || (float)at.h + 1.0f < h * scale) {
        fail_msg("%s is %dx%d, less than %gx%g at %g", name, at.w, at.h, (double)w, (double)h,
                 (double)scale);
    }
}

static void its_parts_have_room(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof SIZE / sizeof SIZE[0]; i++) {
        for (int strip = LAYOUT_STRIP_FOLDED; strip <= LAYOUT_STRIP_OPEN; strip++) {
            float scale;
            Layout l = layout_at(SIZE[i], (LayoutStrip)strip, 0, &scale);
            assert_at_least("weights", l.weights, 196.0f, 196.0f, scale);
            assert_at_least("sum", l.sum, 150.0f, 220.0f, scale);
            assert_at_least("said", l.said, 400.0f, 40.0f, scale);
            assert_at_least("diagram", l.diagram, 160.0f, 220.0f, scale);
            assert_at_least("chart", l.chart, 90.0f, 220.0f, scale);
            assert_at_least("answer", l.answer, 56.0f, 80.0f, scale);
        }
    }
}

static void it_is_level_with_the_outputs(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof SIZE / sizeof SIZE[0]; i++) {
        float scale;
        Layout l = layout_at(SIZE[i], LAYOUT_STRIP_FOLDED, 0, &scale);
        int middle = l.weights.y + l.weights.h / 2, axis = l.diagram.y + l.diagram.h / 2;
        assert_true(SDL_abs(middle - axis) <= 2);
        assert_int_equal(l.weights.w, l.weights.h);
        assert_int_equal(l.weights.w % CELLS, 0);
        assert_int_equal(l.diagram.y, l.chart.y);
        assert_int_equal(l.diagram.h, l.chart.h);
    }
}

static void there_is_no_sheet(void **state)
{
    (void)state;
    float scale;
    Layout l = layout_at(SIZE[3], LAYOUT_STRIP_FOLDED, 0, &scale);
    assert_int_equal(l.sheet.w + l.pen.w + l.undo.w + l.input.w + l.inputs.w + l.fit.w, 0);
    assert_int_equal(l.weights.w, 448); /* as the design has it */
    assert_int_equal(l.weights.x, 24);
}

static void without_the_answer_the_network_has_its_room(void **state)
{
    (void)state;
    float scale;
    Layout l = layout_at(SIZE[3], LAYOUT_STRIP_FOLDED, LAYOUT_ANSWER, &scale);
    assert_int_equal(l.chart.w + l.answer.w + l.digits.w, 0);
    assert_true(l.diagram.x + l.diagram.w > l.window.w - (int)(26.0f * scale));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(its_parts_have_room),
        cmocka_unit_test(it_is_level_with_the_outputs),
        cmocka_unit_test(there_is_no_sheet),
        cmocka_unit_test(without_the_answer_the_network_has_its_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
