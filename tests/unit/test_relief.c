/* The cost as a picture: shades, contour lines, the map, and the ground with its depths. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <math.h>

#include "ui/relief_ground.h"

enum { W = 194, H = 190 };

static const ReliefTurn TURN = {-0.6f, 0.6f};

/* A bowl whose lowest point is at (0.7, 0.4) of the way across. */
static float bowl(float u, float v)
{
    return 0.05f + 6.0f * (u - 0.7f) * (u - 0.7f) + 3.0f * (v - 0.4f) * (v - 0.4f);
}

static void make(Relief *relief, int side)
{
    static float height[RELIEF_SIDE * RELIEF_SIDE];
    for (int y = 0; y < RELIEF_SIDE; y++) {
        for (int x = 0; x < RELIEF_SIDE; x++) {
            height[y * RELIEF_SIDE + x] =
                bowl((float)x / (RELIEF_SIDE - 1), (float)y / (RELIEF_SIDE - 1));
        }
    }
    relief_make(relief, height, side, RELIEF_SIDE, (RELIEF_SIDE - 1) / (side - 1));
    for (int k = 0; k < 2; k++) {
        relief->low[k] = -10.0;
        relief->high[k] = 30.0;
    }
}

static void heights_between_points_are_near_the_true_ones(void **state)
{
    Relief relief;
    (void)state;
    make(&relief, RELIEF_SIDE);
    for (int i = 0; i < 50; i++) {
        float u = 0.02f * (float)i, v = fmodf(0.37f * (float)i, 1.0f);
        assert_true(fabsf(relief_log_at(&relief, u, v) - logf(bowl(u, v))) < 0.02f);
    }
    assert_true(fabsf(relief_share(&relief, 0, 0.0) - 0.25f) < 1e-6f);
    for (int y = 0; y < RELIEF_SIDE; y += 12) { /* and at the points exactly those */
        for (int x = 0; x < RELIEF_SIDE; x += 12) {
            double at[] = {-10.0 + 40.0 * x / (RELIEF_SIDE - 1),
                           -10.0 + 40.0 * y / (RELIEF_SIDE - 1)};
            double cost = exp((double)relief.log_cost[y * RELIEF_SIDE + x]);
            assert_true(fabs(relief_cost_at(&relief, at) - cost) < 1e-3 * cost);
        }
    }
}

/* Lines are counted from below all that there is. */
static void the_first_line_is_below_the_ground(void **state)
{
    Relief relief;
    float cost[RELIEF_LINES];
    (void)state;
    make(&relief, RELIEF_SIDE);
    float first = relief_first_line(&relief);
    assert_true(first * relief.ratio < relief.lowest);
    assert_true(relief_lines(&relief, cost) > 0);
    float above = logf(cost[0]) / relief.ratio - first; /* a whole number of lines */
    assert_true(fabsf(above - roundf(above)) < 1e-3f && above >= 2.0f && above < 4.0f);
}

static void contour_lines_are_few_and_rise_by_one_factor(void **state)
{
    Relief relief;
    float cost[RELIEF_LINES];
    (void)state;
    make(&relief, RELIEF_SIDE);
    int lines = relief_lines(&relief, cost);
    assert_in_range(lines, 4, RELIEF_LINES - 1);
    for (int i = 1; i < lines; i++) {
        assert_true(fabsf(cost[i] / cost[i - 1] - expf(relief.ratio)) < 1e-3f);
    }
    assert_true(logf(cost[0]) >= relief.lowest - 1e-4f);
    assert_true(logf(cost[lines - 1]) <= relief.highest + 1e-4f);
}

/* Flat ground, and ground of no cost, are pictures, too. */
static void odd_heights_are_drawn(void **state)
{
    static const float LEVEL[] = {0.0f, 0.3f, 1000.0f};
    ReliefImage image = {0};
    Uint32 shade[RELIEF_SHADES];
    (void)state;
    relief_shades(theme_get(true)->ground, shade);
    assert_true(relief_image_fit(&image, W, H, true));
    for (size_t i = 0; i < 3; i++) {
        static float height[RELIEF_SIDE * RELIEF_SIDE];
        Relief relief;
        for (int k = 0; k < RELIEF_SIDE * RELIEF_SIDE; k++) {
            height[k] = LEVEL[i];
        }
        relief_make(&relief, height, 13, RELIEF_SIDE, 8);
        relief_map_rows(&image, &relief, shade, 0, H);
        relief_ground_draw(&image, &relief, shade, TURN, (SDL_Color){1, 2, 3, 255});
        height[0] = 1e9f; /* a peak */
        relief_make(&relief, height, RELIEF_SIDE, RELIEF_SIDE, 1);
        relief_map_rows(&image, &relief, shade, 0, H);
        relief_ground_draw(&image, &relief, shade, TURN, (SDL_Color){1, 2, 3, 255});
    }
    relief_image_free(&image);
    assert_null(image.pixel);
}

static int brightness(Uint32 pixel)
{
    return (int)((pixel >> 16 & 255) + (pixel >> 8 & 255) + (pixel & 255));
}

/* The map has the shade of the band that each of its pixels is in; the darkest one is lowest. */
static void the_map_is_dark_where_the_cost_is_low(void **state)
{
    Relief relief;
    ReliefImage image = {0}, part = {0};
    Uint32 shade[RELIEF_SHADES];
    (void)state;
    make(&relief, RELIEF_SIDE);
    relief_shades(theme_get(true)->ground, shade);
    assert_true(relief_image_fit(&image, W, H, false) && relief_image_fit(&part, W, H, false));
    relief_map_rows(&image, &relief, shade, 0, H);
    for (int i = 0; i < 400; i++) {
        int x = i * 31 % W, y = i * 17 % H;
        float u = ((float)x + 0.5f) / W, v = 1.0f - ((float)y + 0.5f) / H;
        float band = logf(bowl(u, v)) / relief.ratio;
        if (fabsf(band - nearbyintf(band)) > 0.3f) { /* not near a line */
            float level = relief_level(&relief, (floorf(band) + 0.5f) * relief.ratio);
            assert_int_equal(image.pixel[y * W + x], shade[(int)(level * (RELIEF_SHADES - 1))]);
        }
    }
    for (int y = 0; y < H; y += 10) { /* a part at a time it is the same map */
        relief_map_rows(&part, &relief, shade, y, SDL_min(y + 10, H));
    }
    assert_memory_equal(part.pixel, image.pixel, sizeof *image.pixel * W * H);
    int lowest = (int)(0.6f * H) * W + (int)(0.7f * W);
    assert_true(brightness(image.pixel[lowest]) < brightness(image.pixel[0]));
    relief_image_free(&image);
    relief_image_free(&part);
}

/* The ground around a pixel that is nearest. */
static float nearest(const ReliefImage *image, int x, int y)
{
    float depth = HUGE_VALF;
    for (int i = 0; i < 9; i++) {
        depth = fminf(depth, image->depth[(y + i / 3 - 1) * W + x + i % 3 - 1]);
    }
    return depth;
}

/* What is picked where a point of the ground shows is that point, or ground before it. */
static void the_ground_is_picked_where_it_shows(void **state)
{
    Relief relief;
    ReliefImage image = {0};
    Uint32 shade[RELIEF_SHADES];
    int met = 0;
    (void)state;
    make(&relief, RELIEF_SIDE);
    relief_shades(theme_get(true)->ground, shade);
    assert_true(relief_image_fit(&image, W, H, true));
    relief_ground_draw(&image, &relief, shade, TURN, (SDL_Color){1, 2, 3, 255});
    for (int i = 0; i < 81; i++) {
        float share[] = {0.1f + 0.1f * (float)(i % 9), 0.1f + 0.1f * (float)(i / 9)}, at[3], got[2];
        relief_ground_project(TURN, W, H, share,
                              relief_level(&relief, relief_log_at(&relief, share[0], share[1])),
                              at);
        assert_true(at[0] > 0.0f && at[0] < W && at[1] > 0.0f && at[1] < H);
        float depth = nearest(&image, (int)at[0], (int)at[1]);
        assert_true(depth < at[2] + 0.03f); /* there is ground, here or before it */
        assert_true(relief_ground_pick(&relief, TURN, W, H, at, 3.0f, got));
        if (depth > at[2] - 0.03f) {
            met += hypotf(got[0] - share[0], got[1] - share[1]) < 0.08f;
        }
    }
    assert_true(met > 40);
    assert_false(
        relief_ground_pick(&relief, TURN, W, H, (float[]){1.0f, 1.0f}, 3.0f, (float[2]){0}));
    assert_int_equal(image.pixel[0], 0xff010203);
    relief_image_free(&image);
}

static void higher_is_further_up(void **state)
{
    float low[3], high[3], share[] = {0.5f, 0.5f};
    (void)state;
    relief_ground_project(TURN, W, H, share, 0.0f, low);
    relief_ground_project(TURN, W, H, share, 1.0f, high);
    assert_true(high[1] < low[1] - 20.0f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(heights_between_points_are_near_the_true_ones),
        cmocka_unit_test(the_first_line_is_below_the_ground),
        cmocka_unit_test(contour_lines_are_few_and_rise_by_one_factor),
        cmocka_unit_test(odd_heights_are_drawn),
        cmocka_unit_test(the_map_is_dark_where_the_cost_is_low),
        cmocka_unit_test(the_ground_is_picked_where_it_shows),
        cmocka_unit_test(higher_is_further_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
