/* The rail at many sizes: a small sheet over the bars, and a view that has all the rest. */
#include "ui/layout.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

enum { CELLS = 28 };

static void assert_at_least(SDL_Rect at, float w, float h, float scale)
{
    assert_true((float)at.w + 1.0f >= w * scale && (float)at.h + 1.0f >= h * scale);
}

static void check_bars(const Layout *l, float scale)
{
    assert_at_least(l->chart, 110.0f, 140.0f, scale);
    assert_at_least(l->digits, 16.0f, 140.0f, scale);
    assert_int_equal(l->chart.x + l->chart.w, l->clear.x + l->clear.w);
    assert_true(l->chart_label.y >= l->label_note.y + l->label_note.h);
    assert_true(l->chart_label.y >= l->undo.y + l->undo.h);
    assert_true(l->chart_label.y + l->chart_label.h <= l->chart.y);
    assert_true(l->view.x > l->chart.x + l->chart.w);
}

static void check_rail(const Layout *l, float scale)
{
    assert_true(l->sheet.w >= CELLS * (int)(112.0f * scale / CELLS)); /* cells are whole pixels */
    assert_int_equal(l->sheet.w % CELLS, 0);
    assert_int_equal(l->sheet.w, l->sheet.h);
    assert_at_least(l->undo, 60.0f, 28.0f, scale);
    assert_at_least(l->clear, 60.0f, 28.0f, scale);
    assert_at_least(l->view, 680.0f, 180.0f, scale);
    assert_false(SDL_HasIntersection(&l->card, &l->view) ||
                 SDL_HasIntersection(&l->card, &l->sheet_label));
    if (l->card.h == 0 || l->chart.h > 0) { /* else the bars give way to the tour's card */
        check_bars(l, scale);
    }
    assert_int_equal(l->answer.h + l->input.h + l->pen.h, 0);
}

static void all_of_it_is_large_enough(void **state)
{
    static const SDL_Point SIZE[] = {{900, 600},  {1079, 719},  {1080, 720}, {1280, 800},
                                     {1920, 600}, {1920, 1080}, {3840, 2160}};
    static const float WISH[] = {0.5f, 1.0f, 1.5f, 4.0f};
    (void)state;
    for (int i = 0; i < 7 * 4 * 2 * 3; i++) {
        Layout layout;
        SDL_Point size = SIZE[i % 7];
        float scale = layout_scale(size.x, size.y, WISH[i / 7 % 4], 0);
        LayoutWish wish = {
            .form = LAYOUT_RAIL, .card = i / 28 % 2 == 1, .strip = (LayoutStrip)(i / 56)};
        layout_make(&layout, size.x, size.y, scale, &wish);
        check_rail(&layout, scale);
    }
}

static void it_grows_with_the_window(void **state)
{
    int before = 0;
    (void)state;
    for (int w = 900; w <= 3840; w += 140) {
        Layout layout;
        layout_make(&layout, w, w * 10 / 16, 1.0f, &(LayoutWish){.form = LAYOUT_RAIL});
        assert_true(layout.sheet.w >= before);
        before = layout.sheet.w;
    }
    assert_true(before > 400);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_of_it_is_large_enough),
        cmocka_unit_test(it_grows_with_the_window),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
