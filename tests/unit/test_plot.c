/* Plots: curves that are where their figures are. */
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

/* A plot of one run. */
static Plot one_run(const PlotRun *run)
{
    return (Plot){.title = "Cost",
                  .train = "train",
                  .test = "test",
                  .end = 8.0f,
                  .high = 1.0f,
                  .run = run,
                  .runs = 1,
                  .crossed = -1};
}

static void curves_are_where_their_figures_are(void **state)
{
    static const float TRAIN[] = {0.0f, 0.25f, 0.5f, 0.75f, 1.0f};
    static const float TEST[] = {0.9f, 0.9f};
    const PlotRun run = {.train = {"train", TRAIN, 1, 5}, .test = {"test", TEST, 0, 2}};
    (void)state;
    Board board = {0};
    board_make(&board, 300, 180);
    SDL_Color colour = board.paint.theme->run[0];
    Plot plot = one_run(&run);
    plot_draw(&board.paint, &plot, PAINT_COST, BOX);
    assert_true(is_near(&board, colour, 0.5f / 8.0f, 0.1f));
    assert_false(is_near(&board, colour, 1.5f / 8.0f, 0.1f));
    board_free(&board);
}

static void figures_beyond_the_axis_stay_in_the_box(void **state)
{
    static const float WILD[] = {-5.0f, 1e30f, NAN, 0.5f, -INFINITY, 2.0f};
    const PlotRun run = {.train = {"train", WILD, 0, 6}, .test = {"test", WILD, 0, 6}};
    (void)state;
    Board board = {0};
    board_make(&board, 300, 180);
    Plot plot = one_run(&run);
    plot.low = 0.8f;
    plot.percent = true;
    Uint32 ground = board_pixel(&board, BOX.x + BOX.w + 3, BOX.y + 5);
    plot_draw(&board.paint, &plot, PAINT_COST, BOX);
    for (int y = BOX.y; y < BOX.y + BOX.h; y++) {
        assert_int_equal(board_pixel(&board, BOX.x + BOX.w + 3, y), ground);
    }
    board_free(&board);
}

static void one_figure_is_a_dot_and_none_is_nothing(void **state)
{
    static const float ONLY[] = {0.5f};
    PlotRun run = {.train = {"train", NULL, 1, 0}, .test = {"test", ONLY, 0, 1}};
    (void)state;
    Board board = {0};
    board_make(&board, 300, 180);
    Plot plot = one_run(&run);
    plot_draw(&board.paint, &plot, PAINT_COST, BOX);
    assert_true(is_near(&board, board.paint.theme->run[0], 0.0f, 0.5f));
    run.test = (PlotLine){"test", NULL, 0, 0};
    plot_draw(&board.paint, &plot, PAINT_COST, BOX);
    assert_false(is_near(&board, board.paint.theme->run[0], 0.0f, 0.5f));
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
    Plot plot = {.end = 4.0f};
    assert_int_equal(plot_epoch_at(&plot, BOX, BOX.x), 0);
    assert_int_equal(plot_epoch_at(&plot, BOX, BOX.x + 24), 0);
    assert_int_equal(plot_epoch_at(&plot, BOX, BOX.x + 26), 1);
    assert_int_equal(plot_epoch_at(&plot, BOX, BOX.x + 100), 2);
    assert_int_equal(plot_epoch_at(&plot, BOX, BOX.x + 199), 4);
    assert_int_equal(plot_epoch_at(&plot, BOX, BOX.x - 50), 0);
    assert_int_equal(plot_epoch_at(&plot, BOX, BOX.x + 500), 4);
    plot.end = 0.7f; /* no epoch is over yet */
    assert_int_equal(plot_epoch_at(&plot, BOX, BOX.x + 199), 0);
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
    Plot plot = one_run(run);
    plot.end = 4.0f;
    plot.runs = 2;
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

/* As nothing else is to be told apart then. */
static void a_run_alone_has_two_colours_and_its_minibatches_behind_it(void **state)
{
    static const float HALF[] = {0.5f, 0.5f, 0.5f}, TENTH[] = {0.1f, 0.1f, 0.1f};
    static const PlotPoint SMOOTH[] = {{0.0f, 0.7f}, {2.0f, 0.7f}},
                           RAW[] = {{0.0f, 0.9f}, {2.0f, 0.9f}};
    PlotRun run = {.train = {"train", HALF, 0, 3},
                   .test = {"test", TENTH, 0, 3},
                   .live = SMOOTH,
                   .points = 2,
                   .style = 2};
    (void)state;
    Board board = {0};
    board_make(&board, 300, 180);
    const Theme *theme = board.paint.theme;
    Plot plot = one_run(&run);
    plot.end = 2.0f;
    plot.alone = true;
    plot_draw(&board.paint, &plot, PAINT_LEARNING_COST, BOX);
    int x = BOX.x + BOX.w / 3, y = BOX.y + BOX.h / 10;
    Uint32 without = board_pixel(&board, x, y);
    run.raw = RAW;
    plot_draw(&board.paint, &plot, PAINT_LEARNING_COST, BOX);
    assert_int_not_equal(board_pixel(&board, x, y), without);
    plot.run = &(PlotRun){.test = {"test", TENTH, 0, 3}, .style = THEME_RUNS - 1};
    plot_draw(&board.paint, &plot, PAINT_LEARNING_COST, BOX);
    assert_true(is_near(&board, theme->run[0], 0.5f, 0.9f)); /* after the last style the first */
    board_free(&board);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(curves_are_where_their_figures_are),
        cmocka_unit_test(figures_beyond_the_axis_stay_in_the_box),
        cmocka_unit_test(one_figure_is_a_dot_and_none_is_nothing),
        cmocka_unit_test(a_log_axis_gives_each_power_of_ten_the_same_height),
        cmocka_unit_test(the_epoch_is_the_one_nearest_to_the_pointer),
        cmocka_unit_test(runs_are_drawn_in_their_colours_with_a_dot_where_they_are_crossed),
        cmocka_unit_test(a_run_alone_has_two_colours_and_its_minibatches_behind_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
