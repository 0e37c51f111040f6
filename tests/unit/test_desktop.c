/* Where a window goes on screens of many sizes, and how large things are in it. */
#include "app/desktop.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

static void assert_whole(SDL_Rect box, SDL_Rect usable)
{
    assert_true(box.w > 0 && box.h > 0);
    assert_true(box.x >= usable.x && box.x + box.w <= usable.x + usable.w);
    assert_true(box.y >= usable.y && box.y + box.h <= usable.y + usable.h);
    assert_in_range(2 * (box.x - usable.x) + box.w, usable.w - 1, usable.w); /* in the middle */
    assert_in_range(2 * (box.y - usable.y) + box.h, usable.h - 1, usable.h);
}

static void assert_first(SDL_Rect usable, float scale, int w, int h)
{
    SDL_Rect box = desktop_place(usable, scale, 0, 0);
    assert_whole(box, usable);
    assert_int_equal(box.w, w);
    assert_int_equal(box.h, h);
}

static void the_first_window_is_as_large_as_the_screen_asks_for(void **state)
{
    (void)state;
    assert_first((SDL_Rect){0, 0, 800, 480}, 1.0f, 800, 480);
    assert_first((SDL_Rect){0, 28, 1024, 572}, 1.0f, 1024, 572);
    assert_first((SDL_Rect){64, 27, 1302, 741}, 1.0f, 1280, 741);
    assert_first((SDL_Rect){0, 0, 1920, 1080}, 1.0f, 1440, 810);
    assert_first((SDL_Rect){0, 0, 2560, 1600}, 1.0f, 1920, 1200);
    assert_first((SDL_Rect){0, 0, 2560, 1600}, 2.0f, 2560, 1600);
    assert_first((SDL_Rect){0, 0, 3840, 2160}, 2.0f, 2880, 1620);
}

static void a_window_is_as_it_was_the_last_time(void **state)
{
    (void)state;
    SDL_Rect usable = {0, 0, 2560, 1600}, box = desktop_place(usable, 1.0f, 1000, 700);
    assert_whole(box, usable);
    assert_true(box.w == 1000 && box.h == 700);
    box = desktop_place(usable, 2.0f, 1000, 700); /* the same on a denser screen */
    assert_whole(box, usable);
    assert_true(box.w == 2000 && box.h == 1400);
}

static void a_window_that_fits_no_longer_is_made_to_fit(void **state)
{
    (void)state;
    for (float scale = 0.5f; scale <= 4.0f; scale += 0.25f) {
        SDL_Rect small = {0, 0, 800, 480}, left = {-1366, 40, 1366, 728};
        assert_whole(desktop_place(small, scale, 16384, 16384), small);
        assert_whole(desktop_place(left, scale, 1920, 700), left);
    }
}

static void the_scale_is_what_the_desktop_has_set(void **state)
{
    (void)state;
    SDL_Rect usable = {0, 0, 2560, 1600};
    assert_float_equal(desktop_scale_of(96.0f, usable), 1.0f, 0.0f);
    assert_float_equal(desktop_scale_of(120.0f, usable), 1.25f, 0.0f);
    assert_float_equal(desktop_scale_of(192.0f, usable), 2.0f, 0.0f);
    assert_float_equal(desktop_scale_of(1e9f, usable), 4.0f, 0.0f);
    assert_float_equal(desktop_scale_of(1.0f, usable), 0.5f, 0.0f);
}

static void the_scale_grows_with_the_screen_where_nothing_is_set(void **state)
{
    (void)state;
    assert_float_equal(desktop_scale_of(0.0f, (SDL_Rect){0, 0, 800, 480}), 1.0f, 0.0f);
    assert_float_equal(desktop_scale_of(0.0f, (SDL_Rect){0, 0, 1920, 1080}), 1.0f, 0.0f);
    assert_float_equal(desktop_scale_of(0.0f, (SDL_Rect){0, 0, 2560, 1600}), 1.5f, 0.0f);
    assert_float_equal(desktop_scale_of(0.0f, (SDL_Rect){0, 0, 3840, 2160}), 2.0f, 0.0f);
    assert_float_equal(desktop_scale_of(-3.0f, (SDL_Rect){0, 0, 1280, 800}), 1.0f, 0.0f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_window_is_as_large_as_the_screen_asks_for),
        cmocka_unit_test(a_window_is_as_it_was_the_last_time),
        cmocka_unit_test(a_window_that_fits_no_longer_is_made_to_fit),
        cmocka_unit_test(the_scale_is_what_the_desktop_has_set),
        cmocka_unit_test(the_scale_grows_with_the_screen_where_nothing_is_set),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
