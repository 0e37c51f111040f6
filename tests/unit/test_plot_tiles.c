/* The wall of tiles: every weight of the first layer in its place and colour. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <math.h>
#include <png.h>
#include <stdlib.h>
#include <string.h>

#include "cli/plot_tiles.h"
#include "net_fixture.h"

static void tiles_fit_the_page_for_every_number_of_neurons(void **state)
{
    (void)state;
    for (int neurons = 1; neurons <= NET_MAX_WIDTH; neurons++) {
        PlotTiles at = plot_tiles_place(neurons);
        assert_true(at.w >= 28 && at.w <= 958 && at.h >= 28 && at.h <= 958);
        assert_true(at.columns * at.rows >= neurons && at.columns * (at.rows - 1) < neurons);
    }
}

static void colours_run_from_negative_over_the_panel_to_positive(void **state)
{
    (void)state;
    for (int dark = 0; dark < 2; dark++) {
        const PlotTheme *theme = plot_theme_get(dark);
        assert_int_equal(plot_theme_weight(theme, 0), theme->panel);
        assert_int_equal(plot_theme_weight(theme, 1), theme->positive);
        assert_int_equal(plot_theme_weight(theme, 9), theme->positive);
        assert_int_equal(plot_theme_weight(theme, -1), theme->negative);
        assert_int_equal(plot_theme_weight(theme, -9), theme->negative);
    }
}

static int digit_of(char c)
{
    static const char DIGIT[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    return (int)(strchr(DIGIT, c) - DIGIT);
}

/* The picture within the text. */
static uint8_t *pixels_of(const char *svg, int *w)
{
    const char *at = strstr(svg, "base64,") + 7;
    size_t size = 0;
    uint8_t *png = malloc(strlen(svg));
    assert_non_null(png);
    for (; *at != '"'; at += 4) {
        int four = digit_of(at[0]) << 18 | digit_of(at[1]) << 12 |
                   (at[2] == '=' ? 0 : digit_of(at[2])) << 6 | (at[3] == '=' ? 0 : digit_of(at[3]));
        png[size++] = (uint8_t)(four >> 16);
        png[size++] = (uint8_t)(four >> 8);
        png[size++] = (uint8_t)four;
    }
    png_image image = {.version = PNG_IMAGE_VERSION};
    assert_true(png_image_begin_read_from_memory(&image, png, size));
    image.format = PNG_FORMAT_RGB;
    uint8_t *rgb = malloc(PNG_IMAGE_SIZE(image));
    assert_non_null(rgb);
    assert_true(png_image_finish_read(&image, NULL, rgb, 0, NULL));
    *w = (int)image.width;
    free(png);
    return rgb;
}

static void every_weight_is_in_its_place(void **state)
{
    (void)state;
    enum { NEURONS = 11 };
    const PlotTheme *theme = plot_theme_get(false);
    Net net;
    Err err;
    char *text;
    size_t size;
    fixture_net(&net, "11", 5);
    FILE *out = open_memstream(&text, &size);
    assert_non_null(out);
    assert_true(plot_tiles_write(out, &net, 0, 0, theme, &err));
    assert_int_equal(fclose(out), 0);
    PlotTiles at = plot_tiles_place(NEURONS);
    float full = plot_tiles_scale(&net);
    int w, pitch = 28 * at.cell + at.gap;
    uint8_t *rgb = pixels_of(text, &w);
    assert_int_equal(w, at.w);
    for (int n = 0; n < NEURONS; n++) {
        for (int i = 0; i < NET_INPUTS; i++) {
            int x = n % at.columns * pitch + i % 28 * at.cell + at.cell - 1;
            int y = n / at.columns * pitch + i / 28 * at.cell;
            const uint8_t *pixel = rgb + 3 * (y * w + x);
            float weight = net.weight[0][i * net.stride[0] + n];
            uint32_t seen = (uint32_t)pixel[0] << 16 | (uint32_t)pixel[1] << 8 | pixel[2];
            assert_int_equal(seen, plot_theme_weight(theme, weight / full));
        }
    }
    free(rgb);
    free(text);
    net_free(&net);
}

static void the_scale_is_three_root_mean_squares_or_the_largest_weight(void **state)
{
    (void)state;
    Net net;
    fixture_net(&net, "1", 5);
    float *weight = net.weight[0];
    for (int i = 0; i < NET_INPUTS; i++) {
        weight[i * net.stride[0]] = i % 2 ? 0.5f : -0.5f;
    }
    assert_float_equal(plot_tiles_scale(&net), 0.5f, 1e-6f);
    weight[0] = -100;
    assert_float_equal(plot_tiles_scale(&net), 3 * sqrtf((10000 + 783 * 0.25f) / 784), 1e-3f);
    for (int i = 0; i < NET_INPUTS; i++) {
        weight[i * net.stride[0]] = 0;
    }
    assert_float_equal(plot_tiles_scale(&net), 0, 0);
    net_free(&net);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tiles_fit_the_page_for_every_number_of_neurons),
        cmocka_unit_test(colours_run_from_negative_over_the_panel_to_positive),
        cmocka_unit_test(every_weight_is_in_its_place),
        cmocka_unit_test(the_scale_is_three_root_mean_squares_or_the_largest_weight),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
