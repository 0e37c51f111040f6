/* The training strip at many sizes: folded, open, and low. */
#include "ui/layout.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

static void assert_at_least(SDL_Rect at, float w, float h, float scale)
{
    assert_true((float)at.w + 1.0f >= w * scale && (float)at.h + 1.0f >= h * scale);
}

typedef void Check(const Layout *layout, float scale);

static void for_many_sizes(Check *check, LayoutWish wish)
{
    static const SDL_Point SIZE[] = {{900, 600},  {1079, 719},  {1080, 720}, {1280, 800},
                                     {1920, 600}, {1920, 1080}, {3840, 2160}};
    static const float WISH[] = {0.5f, 1.0f, 1.5f, 4.0f};
    for (size_t i = 0; i < sizeof SIZE / sizeof SIZE[0]; i++) {
        for (size_t k = 0; k < sizeof WISH / sizeof WISH[0]; k++) {
            Layout layout;
            float scale = layout_scale(SIZE[i].x, SIZE[i].y, WISH[k], 0);
            layout_make(&layout, SIZE[i].x, SIZE[i].y, scale, &wish);
            check(&layout, scale);
        }
    }
}

static void check_strip(const Layout *layout, float scale)
{
    const SDL_Rect *in[] = {&layout->back,   &layout->forward, &layout->play,
                            &layout->resume, &layout->scratch, &layout->fold,
                            &layout->time,   &layout->figures, &layout->status};
    (void)scale;
    for (size_t i = 0; i < sizeof in / sizeof in[0]; i++) {
        if (in[i]->w == 0) { /* of a strip that is folded or low */
            continue;
        }
        SDL_Rect both;
        assert_true(SDL_IntersectRect(in[i], &layout->strip, &both));
        assert_true(SDL_RectEquals(in[i], &both));
    }
    assert_false(SDL_HasIntersection(&layout->strip, &layout->input));
    assert_false(SDL_HasIntersection(&layout->strip, &layout->diagram));
}

static void check_open_strip(const Layout *l, float scale)
{
    check_strip(l, scale);
    assert_at_least(l->play, 36.0f, 36.0f, scale);
    assert_at_least(l->back, 32.0f, 32.0f, scale);
    assert_at_least(l->forward, 32.0f, 32.0f, scale);
    assert_at_least(l->speed, 60.0f, 20.0f, scale);
    assert_at_least(l->time, 300.0f, 25.0f, scale);
    assert_at_least(l->figures, 136.0f, 70.0f, scale);
}

static void training_stays_in_its_strip(void **state)
{
    (void)state;
    for_many_sizes(check_strip, (LayoutWish){0});
    for_many_sizes(check_open_strip, (LayoutWish){.strip = LAYOUT_STRIP_OPEN});
    for_many_sizes(check_open_strip, (LayoutWish){.form = LAYOUT_VIEW, .strip = LAYOUT_STRIP_LOW});
}

/* As in the design: the height that a folded strip leaves is the network's. */
static void the_network_is_larger_while_the_strip_is_folded(void **state)
{
    Layout folded, open;
    (void)state;
    layout_make(&folded, 1280, 800, 1.0f, &(LayoutWish){.modes = true});
    layout_make(&open, 1280, 800, 1.0f, &(LayoutWish){.modes = true, .strip = LAYOUT_STRIP_OPEN});
    assert_int_equal(folded.strip.h, 48);
    assert_int_equal(open.strip.h, 136);
    assert_int_equal(folded.inputs.h, 5 * 112);
    assert_int_equal(open.inputs.h, 4 * 112);
    assert_int_equal(folded.inputs.y + folded.inputs.h / 2, 408);
    assert_in_range(open.inputs.y + open.inputs.h / 2, 360, 364);
    assert_int_equal(folded.sheet.w, 392);
    assert_int_equal(open.sheet.w, 392);
    layout_make(&open, 900, 600, 1.0f, &(LayoutWish){.modes = true, .strip = LAYOUT_STRIP_FOLDED});
    assert_int_equal(open.inputs.h, 3 * 112);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(training_stays_in_its_strip),
        cmocka_unit_test(the_network_is_larger_while_the_strip_is_folded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
