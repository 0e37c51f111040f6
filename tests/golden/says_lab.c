/* What the views Learning, Slope, Data and Dreams say. */
#include "say.h"

#include "lab/recipe.h"
#include "shell/seat.h"
#include "views/data/data_controls.h"
#include "views/dreams/dreams_page.h"

static void bring_up(Fixture *f, ViewId view, bool small)
{
    hold_start_afresh(f);
    hold_bring_up(f, view, small ? 900 : 1280, small ? 600 : 800, 1.0f, true);
    hold_settle(f);
}

static void click(Fixture *f, ViewId view, int command)
{
    fixture_click(f, fixture_widget(f, view_action(view, command)));
    fixture_move(f, (SDL_Point){-1, -1});
    hold_settle(f);
}

/* A run that has ended, and one under way, which goes worse. */
static void second_run(Fixture *f)
{
    Runs *runs = &f->app.lab.runs;
    runs_end(runs, &f->app.lab.curves);
    f->app.lab.config.rate = 3.0f;
    RunRecipe recipe = {
        .config = f->app.lab.config, .shape = f->app.lab.model.net.shape, .data = "MNIST"};
    runs_begin(runs, &recipe);
    for (int i = 0; i <= 10; i++) {
        double left = 1.0 / (1.0 + 0.4 * i);
        TrainEpoch epoch = {.epoch = i,
                            .train_cost = 0.1 + left,
                            .test_cost = 0.12 + left,
                            .train_accuracy = 0.9 - 0.8 * left,
                            .test_accuracy = 0.89 - 0.8 * left};
        assert_true(curves_add(&f->app.lab.curves, &epoch));
    }
    hold_settle(f);
}

/* In a small window the settings are opened, and one plot gives way. */
static void open_settings(Fixture *f)
{
    if (f->app.learning_view.side.w > 0) {
        return;
    }
    click(f, VIEW_LEARNING, LEARNING_SETTINGS);
    say(f, "the settings opened", SAY_HINTS);
    click(f, VIEW_LEARNING, LEARNING_WHICH);
    say(f, "the other plot", SAY_TEXTS);
    click(f, VIEW_LEARNING, LEARNING_WHICH);
}

/* Those that fit, and in a small window the others. */
static void other_settings(Fixture *f)
{
    recipe_turn(&f->app.lab, KNOB_RATE, 3);
    recipe_add_layers(&f->app.lab, 1);
    hold_settle(f);
    say(f, "other settings", SAY_HINTS);
    if (f->app.learning_view.panel.last_first > 0) {
        click(f, VIEW_LEARNING, LEARNING_MORE);
        say(f, "more of them", SAY_HINTS);
    }
}

static void learning_pages(Fixture *f)
{
    say(f, "as it comes up", SAY_HINTS);
    click(f, VIEW_LEARNING, LEARNING_LOG);
    say(f, "not logarithmic", SAY_HINTS);
    fixture_move(f, fixture_middle(f->app.learning_view.cost_box));
    say(f, "the pointer is on an epoch", SAY_TEXTS);
    fixture_move(f, (SDL_Point){-1, -1});
    f->app.learning_view.held = 8;
    hold_settle(f);
    say(f, "an epoch is held", SAY_TEXTS);
    f->app.learning_view.held = 0;
    second_run(f);
    say(f, "two runs", SAY_HINTS);
    click(f, VIEW_LEARNING, LEARNING_SHOW + f->app.learning_view.top);
    say(f, "one of them hidden", SAY_TEXTS);
    open_settings(f);
    other_settings(f);
    click(f, VIEW_LEARNING, LEARNING_EXPERIMENTS);
    say(f, "experiments", SAY_HINTS);
    f->app.lab.series = (Series){.which = EXPERIMENT_RATES, .seen = "Rate 3 ended lowest."};
    f->app.lab.stats.phase = TRAIN_IDLE;
    hold_settle(f);
    say(f, "what an experiment came to", SAY_TEXTS);
}

static void the_view_learning(void **state)
{
    Fixture *f = *state;
    say_begin("learning");
    hold_begin(f, 1280, 800, 1.0f, true);
    fixture_key(f, SDLK_F5, 0);
    hold_settle(f);
    say(f, "no run", SAY_HINTS);
    bring_up(f, VIEW_LEARNING, false);
    learning_pages(f);
    say_end(f);
    say_begin("learning-small");
    bring_up(f, VIEW_LEARNING, true);
    learning_pages(f);
    say_end(f);
}

static void data_pages(Fixture *f)
{
    say(f, "as it comes up", SAY_HINTS);
    click(f, VIEW_DATA, DATA_COMMAND_MATRIX);
    say(f, "confusion", SAY_HINTS);
    click(f, VIEW_DATA, DATA_COMMAND_MATRIX);
    click(f, VIEW_DATA, DATA_COMMAND_DIGIT + 3);
    say(f, "threes", SAY_HINTS);
    click(f, VIEW_DATA, DATA_COMMAND_DIGIT + NET_OUTPUTS);
    click(f, VIEW_DATA, DATA_COMMAND_MISTAKES);
    say(f, "mistakes", SAY_HINTS);
    click(f, VIEW_DATA, DATA_COMMAND_MISTAKES);
    click(f, VIEW_DATA, DATA_COMMAND_DOUBT);
    say(f, "doubt", SAY_HINTS);
    click(f, VIEW_DATA, DATA_COMMAND_DOUBT);
    click(f, VIEW_DATA, DATA_COMMAND_ORDER);
    say(f, "in another order", SAY_TEXTS);
    for (int source = IMAGES_TRAIN; source < IMAGE_SOURCES; source++) {
        char name[32];
        click(f, VIEW_DATA, DATA_COMMAND_SOURCE + source);
        snprintf(name, sizeof name, "source %d", source + 1);
        say(f, name, SAY_TEXTS);
        click(f, VIEW_DATA, DATA_COMMAND_MATRIX);
        snprintf(name, sizeof name, "confusion of source %d", source + 1);
        say(f, name, SAY_TEXTS);
        click(f, VIEW_DATA, DATA_COMMAND_MATRIX);
    }
}

static void the_view_data(void **state)
{
    Fixture *f = *state;
    say_begin("data");
    bring_up(f, VIEW_DATA, false);
    data_pages(f);
    say_end(f);
    say_begin("data-small");
    bring_up(f, VIEW_DATA, true);
    data_pages(f);
    say_end(f);
}

/* A page with a digit chosen, with another drawing, and with none. */
static void dreams_page(Fixture *f, int page)
{
    static const char *const PAGE[DREAMS_PAGES] = {"pixels", "dream", "noise", "change", "compare"};
    static const int DO[DREAMS_PAGES] = {DREAMS_ON_INK, DREAMS_STEP, DREAMS_PUT_NOISE,
                                         DREAMS_PUT_CHANGED, DREAMS_KEEP};
    char name[64];
    click(f, VIEW_DREAMS, DREAMS_SHOW_PAGE + page);
    say(f, PAGE[page], SAY_HINTS);
    if (page != DREAMS_COMPARE && page != DREAMS_NOISE) {
        click(f, VIEW_DREAMS, DREAMS_DIGIT + 5);
        snprintf(name, sizeof name, "%s of 5", PAGE[page]);
        say(f, name, SAY_HINTS);
    }
    click(f, VIEW_DREAMS, DO[page]);
    if (page == DREAMS_COMPARE) {
        fixture_stroke(f, SDL_BUTTON_LEFT, 9.5f, 6.5f, 9.5f, 20.5f);
        fixture_move(f, (SDL_Point){-1, -1});
        hold_settle(f);
    }
    snprintf(name, sizeof name, "%s after its main button", PAGE[page]);
    say(f, name, SAY_HINTS);
    fixture_key(f, SDLK_DELETE, 0);
    hold_settle(f);
    snprintf(name, sizeof name, "%s of no drawing", PAGE[page]);
    say(f, name, SAY_HINTS);
}

static void the_view_dreams(void **state)
{
    Fixture *f = *state;
    for (int small = 0; small < 2; small++) {
        say_begin(small ? "dreams-small" : "dreams");
        for (int page = 0; page < DREAMS_PAGES; page++) {
            bring_up(f, VIEW_DREAMS, small);
            dreams_page(f, page);
        }
        say_end(f);
    }
}

static void slope_pages(Fixture *f)
{
    say(f, "as it comes up", SAY_HINTS);
    for (int rate = 0; rate < SLOPE_RATES; rate++) {
        char name[32];
        click(f, VIEW_SLOPE, SLOPE_DO_SMALL + rate);
        snprintf(name, sizeof name, "rate %d", rate);
        say(f, name, SAY_TEXTS);
    }
    click(f, VIEW_SLOPE, SLOPE_DO_STEP);
    say(f, "a step", SAY_HINTS);
    click(f, VIEW_SLOPE, SLOPE_DO_MORE);
    say(f, "another weight", SAY_TEXTS);
    click(f, VIEW_SLOPE, SLOPE_DO_UPHILL);
    say(f, "along the gradient", SAY_HINTS);
}

static void the_view_slope(void **state)
{
    Fixture *f = *state;
    say_begin("slope");
    bring_up(f, VIEW_SLOPE, false);
    slope_pages(f);
    say_end(f);
    say_begin("slope-small");
    bring_up(f, VIEW_SLOPE, true);
    slope_pages(f);
    say_end(f);
}

static void measure_the_ground(Fixture *f)
{
    do {
        fixture_draw(f);
    } while (f->app.landscape_view.landscape.known < SURVEY_SIDE ||
             panes_sleep_ms(&f->app.shell) >= 0);
}

static void landscape_pages(Fixture *f)
{
    measure_the_ground(f);
    say(f, "as it comes up", SAY_HINTS);
    fixture_key(f, SDLK_UP, KMOD_LSHIFT);
    measure_the_ground(f);
    say(f, "the ball is dragged", SAY_TEXTS);
    click(f, VIEW_LANDSCAPE, LANDSCAPE_RETURN);
    click(f, VIEW_LANDSCAPE, LANDSCAPE_ACROSS);
    measure_the_ground(f);
    say(f, "along another direction", SAY_TEXTS);
}

static void the_view_landscape(void **state)
{
    Fixture *f = *state;
    say_begin("landscape");
    bring_up(f, VIEW_LANDSCAPE, false);
    landscape_pages(f);
    say_end(f);
    say_begin("landscape-small");
    bring_up(f, VIEW_LANDSCAPE, true);
    landscape_pages(f);
    say_end(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {APP_TEST(the_view_learning), APP_TEST(the_view_landscape),
                                       APP_TEST(the_view_slope), APP_TEST(the_view_data),
                                       APP_TEST(the_view_dreams)};
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    say_print_counts();
    return failed;
}
