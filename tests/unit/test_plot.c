/* Plots: axis ends, and curves that are where their figures are. */
#include "ui/plot.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <math.h>

#include "board.h"

static const SDL_Rect BOX = {60, 40, 200, 100};

static void an_axis_ends_at_a_round_number(void **state)
{
    static const struct {
        float most, end;
    } CASE[] = {{1.0f, 1.0f},  {1.1f, 2.0f},   {2.0f, 2.0f},   {2.3f, 5.0f},
                {5.0f, 5.0f},  {5.1f, 10.0f},  {0.3f, 0.5f},   {0.1f, 0.1f},
                {0.07f, 0.1f}, {0.02f, 0.02f}, {34.0f, 50.0f}, {1234.0f, 2000.0f}};
    (void)state;
    for (size_t i = 0; i < sizeof CASE / sizeof CASE[0]; i++) {
        assert_float_equal(plot_round_up(CASE[i].most), CASE[i].end, 1e-4f * CASE[i].end);
    }
}

static void an_axis_end_is_not_below_the_figures_nor_far_above(void **state)
{
    (void)state;
    for (float most = 1e-4f; most < 1e5f; most *= 1.037f) {
        float end = plot_round_up(most);
        assert_true(end >= most * 0.999f); /* a thousandth is less than a line is wide */
        assert_true(end <= most * 2.51f);
        float lead = end / powf(10.0f, floorf(log10f(end * 1.0001f)));
        assert_true(fabsf(lead - 1.0f) < 1e-3f || fabsf(lead - 2.0f) < 1e-3f ||
                    fabsf(lead - 5.0f) < 1e-3f);
    }
}

static void an_axis_of_nothing_has_an_end_too(void **state)
{
    (void)state;
    assert_true(plot_round_up(0.0f) > 0.0f);
    assert_true(plot_round_up(-1.0f) > 0.0f);
    assert_true(isfinite(plot_round_up(NAN)));
}

/* Whether a colour is found near that share of the box, 0 at its left and its top. */
static bool is_near(const Board *board, SDL_Color colour, float x, float y)
{
    int left = BOX.x + (int)(x * (float)(BOX.w - 1)), top = BOX.y + (int)(y * (float)(BOX.h - 1));
    for (int row = SDL_max(top - 2, BOX.y); row <= SDL_min(top + 2, BOX.y + BOX.h - 1); row++) {
        if (board_pixel(board, left, row) == board_colour(colour)) {
            return true;
        }
    }
    return false;
}

static void curves_are_where_their_figures_are(void **state)
{
    static const float TRAIN[] = {0.0f, 0.25f, 0.5f, 0.75f, 1.0f};
    static const float TEST[] = {0.9f, 0.9f};
    (void)state;
    Board board = {0};
    board_make(&board, 300, 180);
    const Theme *theme = board.paint.theme;
    Plot plot = {
        .title = "Cost",
        .train = {"train", TRAIN, 1, 5},
        .test = {"test", TEST, 0, 2},
        .epochs = 8,
        .high = 1.0f,
    };
    plot_draw(&board.paint, &plot, PAINT_COST, BOX);
    assert_true(is_near(&board, theme->positive, 1.5f / 8.0f, 1.0f - 0.375f));
    assert_true(is_near(&board, theme->positive, 3.5f / 8.0f, 1.0f - 0.875f));
    assert_false(is_near(&board, theme->positive, 0.5f / 8.0f, 1.0f - 0.125f));
    assert_false(is_near(&board, theme->positive, 5.0f / 8.0f, 0.0f));
    assert_true(is_near(&board, theme->negative, 0.2f / 8.0f, 0.1f)); /* the first dash */
    assert_false(is_near(&board, theme->negative, 1.5f / 8.0f, 0.1f));
    board_free(&board);
}

static void figures_beyond_the_axis_stay_in_the_box(void **state)
{
    static const float WILD[] = {-5.0f, 1e30f, NAN, 0.5f, -INFINITY, 2.0f};
    (void)state;
    Board board = {0};
    board_make(&board, 300, 180);
    Plot plot = {
        .title = "Accuracy",
        .train = {"train", WILD, 0, 6},
        .test = {"test", WILD, 0, 6},
        .epochs = 5,
        .low = 0.8f,
        .high = 1.0f,
        .percent = true,
    };
    Uint32 ground = board_pixel(&board, BOX.x + BOX.w + 3, BOX.y + 5);
    plot_draw(&board.paint, &plot, PAINT_ACCURACY, BOX);
    for (int y = BOX.y; y < BOX.y + BOX.h; y++) {
        assert_int_equal(board_pixel(&board, BOX.x + BOX.w + 3, y), ground);
    }
    board_free(&board);
}

static void one_figure_is_a_dot_and_none_is_nothing(void **state)
{
    static const float ONLY[] = {0.5f};
    (void)state;
    Board board = {0};
    board_make(&board, 300, 180);
    const Theme *theme = board.paint.theme;
    Plot plot = {.title = "Cost",
                 .train = {"train", NULL, 1, 0},
                 .test = {"test", ONLY, 0, 1},
                 .epochs = 1,
                 .high = 1.0f};
    plot_draw(&board.paint, &plot, PAINT_COST, BOX);
    assert_true(is_near(&board, theme->negative, 0.0f, 0.5f));
    plot.test = (PlotLine){"test", NULL, 0, 0};
    plot_draw(&board.paint, &plot, PAINT_COST, BOX);
    assert_false(is_near(&board, theme->negative, 0.0f, 0.5f));
    board_free(&board);
}

static void a_log_axis_gives_each_power_of_ten_the_same_height(void **state)
{
    (void)state;
    Plot plot = {.low = 0.01f, .high = 10.0f, .log = true};
    assert_float_equal(plot_height(&plot, 0.01f), 0.0f, 1e-5f);
    assert_float_equal(plot_height(&plot, 0.1f), 1.0f / 3.0f, 1e-5f);
    assert_float_equal(plot_height(&plot, 1.0f), 2.0f / 3.0f, 1e-5f);
    assert_float_equal(plot_height(&plot, 10.0f), 1.0f, 1e-5f);
    assert_float_equal(plot_height(&plot, 99.0f), 1.0f, 0.0f);
    assert_float_equal(plot_height(&plot, 0.0f), 0.0f, 0.0f);
    assert_float_equal(plot_height(&plot, -1.0f), 0.0f, 0.0f);
    plot.log = false;
    assert_float_equal(plot_height(&plot, 1.009f), 0.1f, 1e-5f);
}

static void the_epoch_is_the_one_nearest_to_the_pointer(void **state)
{
    (void)state;
    Plot plot = {.epochs = 4};
    assert_int_equal(plot_epoch_at(&plot, BOX, BOX.x), 0);
    assert_int_equal(plot_epoch_at(&plot, BOX, BOX.x + 24), 0);
    assert_int_equal(plot_epoch_at(&plot, BOX, BOX.x + 26), 1);
    assert_int_equal(plot_epoch_at(&plot, BOX, BOX.x + 100), 2);
    assert_int_equal(plot_epoch_at(&plot, BOX, BOX.x + 199), 4);
    assert_int_equal(plot_epoch_at(&plot, BOX, BOX.x - 50), 0);
    assert_int_equal(plot_epoch_at(&plot, BOX, BOX.x + 500), 4);
}

static void runs_are_drawn_in_their_colours_with_a_dot_where_they_are_crossed(void **state)
{
    static const float HALF[] = {0.5f, 0.5f, 0.5f, 0.5f, 0.5f}, TENTH[] = {0.1f, 0.1f, 0.1f};
    (void)state;
    Board board = {0};
    board_make(&board, 300, 180);
    const Theme *theme = board.paint.theme;
    const PlotRun run[2] = {
        {.test = {"test", HALF, 0, 5}, .style = 0},
        {.test = {"test", TENTH, 0, 3}, .style = 3},
    };
    Plot plot = {.title = "Cost",
                 .train = {.name = "train"},
                 .test = {.name = "test"},
                 .epochs = 4,
                 .high = 1.0f,
                 .large = true,
                 .run = run,
                 .runs = 2,
                 .crossed = -1};
    plot_draw(&board.paint, &plot, PAINT_LEARNING_COST, BOX);
    assert_true(is_near(&board, theme->run[0], 0.6f, 0.5f));
    assert_true(is_near(&board, theme->run[3], 0.01f, 0.9f));
    assert_false(is_near(&board, theme->run[3], 0.8f, 0.9f)); /* it has no figure there */
    assert_false(is_near(&board, theme->secondary, 0.252f, 0.2f));
    plot.crossed = 1;
    plot_draw(&board.paint, &plot, PAINT_LEARNING_COST, BOX);
    assert_true(is_near(&board, theme->secondary, 0.252f, 0.2f));
    assert_true(is_near(&board, theme->run[3], 0.25f, 0.9f));
    board_free(&board);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_axis_ends_at_a_round_number),
        cmocka_unit_test(an_axis_end_is_not_below_the_figures_nor_far_above),
        cmocka_unit_test(an_axis_of_nothing_has_an_end_too),
        cmocka_unit_test(curves_are_where_their_figures_are),
        cmocka_unit_test(figures_beyond_the_axis_stay_in_the_box),
        cmocka_unit_test(one_figure_is_a_dot_and_none_is_nothing),
        cmocka_unit_test(a_log_axis_gives_each_power_of_ten_the_same_height),
        cmocka_unit_test(the_epoch_is_the_one_nearest_to_the_pointer),
        cmocka_unit_test(runs_are_drawn_in_their_colours_with_a_dot_where_they_are_crossed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
