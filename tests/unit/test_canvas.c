/* Lines and discs drawn by the processor: as much ink as their area, and none outside. */
#include "ui/canvas.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/rng.h"

static const SDL_Color BLACK = {0, 0, 0, 255}, WHITE = {255, 255, 255, 255};

static void begin(Canvas *canvas, int w, int h)
{
    assert_true(canvas_begin(canvas, w, h, BLACK));
}

/* White on black, in pixels. */
static double ink(const Canvas *canvas)
{
    double sum = 0.0;
    for (int i = 0; i < canvas->w * canvas->h; i++) {
        Uint32 pixel = canvas->pixel[i];
        assert_int_equal(pixel >> 24, 255);
        assert_int_equal(pixel & 255, pixel >> 8 & 255);
        sum += (double)(pixel & 255) / 255.0;
    }
    return sum;
}

static void the_ink_of_a_line_is_its_length_times_its_width(void **state)
{
    static const float WIDTH[] = {0.3f, 1.0f, 2.0f, 5.5f};
    (void)state;
    Canvas canvas = {0};
    for (int turn = 0; turn < 24; turn++) {
        float angle = (float)turn * 0.2618f + 0.05f;
        float dx = 60.0f * cosf(angle), dy = 60.0f * sinf(angle);
        for (int k = 0; k < 4; k++) {
            begin(&canvas, 150, 150);
            canvas_line(&canvas, 75.3f - dx, 75.6f - dy, 75.3f + dx, 75.6f + dy, WIDTH[k], WHITE);
            double area = 120.0 * (double)WIDTH[k];
            assert_true(fabs(ink(&canvas) / area - 1.0) < 0.03); /* levels are cut, not rounded */
        }
    }
    canvas_free(&canvas);
}

static void the_ink_of_a_disc_is_its_area(void **state)
{
    (void)state;
    Canvas canvas = {0};
    for (float radius = 1.0f; radius < 30.0f; radius *= 1.5f) {
        begin(&canvas, 80, 70);
        canvas_disc(&canvas, 40.2f, 35.7f, radius, WHITE);
        double area = 3.14159265 * (double)(radius * radius);
        assert_true(fabs(ink(&canvas) / area - 1.0) < 0.1 / (double)radius + 0.01);
    }
    canvas_free(&canvas);
}

static void a_line_drawn_backwards_is_the_same(void **state)
{
    (void)state;
    Canvas there = {0}, back = {0};
    begin(&there, 50, 40);
    begin(&back, 50, 40);
    canvas_line(&there, 3.0f, 4.0f, 45.0f, 30.0f, 2.0f, WHITE);
    canvas_line(&back, 45.0f, 30.0f, 3.0f, 4.0f, 2.0f, WHITE);
    assert_memory_equal(there.pixel, back.pixel, 50 * 40 * sizeof(Uint32));
    canvas_free(&there);
    canvas_free(&back);
}

static void see_through_lines_let_the_ground_shine(void **state)
{
    (void)state;
    Canvas canvas = {0};
    SDL_Color half = {255, 255, 255, 128};
    begin(&canvas, 20, 20);
    canvas_line(&canvas, 0.0f, 10.0f, 20.0f, 10.0f, 4.0f, half);
    assert_in_range(canvas.pixel[10 * 20 + 10] & 255, 126, 129);
    canvas_line(&canvas, 0.0f, 10.0f, 20.0f, 10.0f, 4.0f, half);
    assert_in_range(canvas.pixel[10 * 20 + 10] & 255, 189, 193);
    half.a = 0;
    begin(&canvas, 20, 20);
    canvas_line(&canvas, 0.0f, 10.0f, 20.0f, 10.0f, 4.0f, half);
    assert_true(ink(&canvas) <= 0.0);
    canvas_free(&canvas);
}

/* What is partly outside is drawn as on a larger canvas, of which this one is the middle. */
static void shapes_are_cut_at_the_edges(void **state)
{
    enum { SIDE = 40, MARGIN = 60, WHOLE = SIDE + 2 * MARGIN };
    (void)state;
    Canvas small = {0}, large = {0};
    Rng rng;
    rng_init(&rng, 5);
    for (int round = 0; round < 300; round++) {
        float x[4];
        for (int i = 0; i < 4; i++) {
            x[i] = (float)rng_below(&rng, 8 * (SIDE + 100)) / 8.0f - 50.0f;
        }
        float size = 0.25f + (float)rng_below(&rng, 64) / 8.0f;
        begin(&small, SIDE, SIDE);
        begin(&large, WHOLE, WHOLE);
        if (round % 2) {
            canvas_line(&small, x[0], x[1], x[2], x[3], size, WHITE);
            canvas_line(&large, x[0] + MARGIN, x[1] + MARGIN, x[2] + MARGIN, x[3] + MARGIN, size,
                        WHITE);
        } else {
            canvas_disc(&small, x[0], x[1], size, WHITE);
            canvas_disc(&large, x[0] + MARGIN, x[1] + MARGIN, size, WHITE);
        }
        for (int i = 0; i < SIDE * SIDE; i++) {
            int in = (i / SIDE + MARGIN) * WHOLE + i % SIDE + MARGIN;
            assert_true(abs((int)(small.pixel[i] & 255) - (int)(large.pixel[in] & 255)) <= 1);
        }
    }
    canvas_free(&small);
    canvas_free(&large);
}

static void nothing_is_written_outside_the_canvas(void **state)
{
    enum { SIDE = 16, GUARD = 4096 };
    static Uint32 memory[GUARD + SIDE * SIDE + GUARD];
    (void)state;
    Canvas canvas = {.pixel = memory + GUARD, .w = SIDE, .h = SIDE};
    Rng rng;
    rng_init(&rng, 6);
    memset(memory, 0x5a, sizeof memory);
    for (int round = 0; round < 2000; round++) {
        float x[4];
        for (int i = 0; i < 4; i++) {
            x[i] = (rng_unit(&rng) - 0.4f) * (round % 7 ? 40.0f : 1e5f);
        }
        canvas_line(&canvas, x[0], x[1], x[2], x[3], 20.0f * rng_unit(&rng), WHITE);
        canvas_disc(&canvas, x[0], x[1], 20.0f * rng_unit(&rng), WHITE);
    }
    for (int i = 0; i < GUARD; i++) {
        assert_int_equal(memory[i], 0x5a5a5a5a);
        assert_int_equal(memory[GUARD + SIDE * SIDE + i], 0x5a5a5a5a);
    }
}

static void a_line_of_no_length_is_nothing(void **state)
{
    (void)state;
    Canvas canvas = {0};
    begin(&canvas, 10, 10);
    canvas_line(&canvas, 5.0f, 5.0f, 5.0f, 5.0f, 3.0f, WHITE);
    canvas_line(&canvas, 5.25f, 5.75f, 5.25f, 5.75f, 3.0f, WHITE);
    assert_true(ink(&canvas) <= 0.0);
    canvas_free(&canvas);
}

static void a_canvas_takes_another_size(void **state)
{
    (void)state;
    Canvas canvas = {0};
    begin(&canvas, 10, 20);
    begin(&canvas, 33, 7);
    assert_true(canvas.w == 33 && canvas.h == 7);
    assert_true(ink(&canvas) <= 0.0);
    assert_false(canvas_begin(&canvas, 0, 5, BLACK));
    assert_null(canvas.pixel);
    assert_false(canvas_begin(&canvas, -3, 5, BLACK));
    canvas_free(&canvas);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_ink_of_a_line_is_its_length_times_its_width),
        cmocka_unit_test(the_ink_of_a_disc_is_its_area),
        cmocka_unit_test(a_line_drawn_backwards_is_the_same),
        cmocka_unit_test(see_through_lines_let_the_ground_shine),
        cmocka_unit_test(shapes_are_cut_at_the_edges),
        cmocka_unit_test(nothing_is_written_outside_the_canvas),
        cmocka_unit_test(a_line_of_no_length_is_nothing),
        cmocka_unit_test(a_canvas_takes_another_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
