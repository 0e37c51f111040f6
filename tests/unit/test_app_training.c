/* Training from the window: what the menu's actions do to the run, the network and the bars. */
#include "app_fixture.h"

#include "lab/models.h"
#include "lab/moment.h"
#include "lab/training.h"

enum { ENDLESS = 10000 };

static bool is_idle(const App *app)
{
    return app->lab.stats.phase == TRAIN_IDLE;
}

static bool has_learned(const App *app)
{
    return app->lab.stats.images >= 100 && app->lab.curves.count > 3;
}

static bool has_begun_curves(const App *app)
{
    return app->lab.curves.count > 0;
}

static bool has_stepped(const App *app)
{
    return app->lab.stats.images > 0;
}

static void keep_weights(Net *kept, const App *app)
{
    Err err;
    assert_true(net_make(kept, &app->lab.model.net.shape, &err));
    net_copy(kept, &app->lab.model.net);
}

/* A network that takes long to train, with random weights. */
static void take_large_network(Fixture *f)
{
    fixture_key(f, SDLK_n, KMOD_LCTRL | KMOD_LSHIFT);
    assert_int_equal(f->app.lab.model.net.shape.size[1], 128);
    f->app.lab.recipe.epochs = ENDLESS;
}

static void choose(Fixture *f, int action)
{
    action_do(&f->app.shell, action);
    fixture_frame(f);
}

static void a_run_goes_from_first_to_last_epoch(void **state)
{
    Fixture *f = *state;
    Net shipped;
    keep_weights(&shipped, &f->app);
    f->app.lab.recipe.epochs = 5;
    choose(f, ACTION_TRAIN);
    assert_false(f->app.lab.model.fresh);
    assert_true(f->app.lab.model.changed);
    fixture_wait(f, is_idle);
    assert_true(f->app.lab.stats.finished);
    assert_int_equal(f->app.lab.curves.count, 6);
    assert_int_equal(f->app.lab.curves.last.epoch, 5);
    assert_int_equal(f->app.lab.stats.images, 5 * (FIXTURE_TRAIN + FIXTURE_TRAIN / 2));
    assert_string_equal(f->app.lab.model.info.data, "other data + strokes");
    assert_int_equal(f->app.lab.model.info.epochs, 5);
    assert_true(f->app.lab.model.info.tested);
    assert_false(fixture_same_weights(&f->app.lab.model.net, &shipped));
    assert_true(fixture_same_weights(&fixture_previous(f)->net, &shipped));
    net_free(&shipped);
}

static void the_bars_move_while_the_network_learns(void **state)
{
    Fixture *f = *state;
    take_large_network(f);
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 20.5f);
    Chart before = f->app.shell.chart;
    choose(f, ACTION_TRAIN);
    fixture_wait(f, has_learned);
    assert_memory_not_equal(before.activation, f->app.shell.chart.activation,
                            sizeof before.activation);
    float outputs[NET_OUTPUTS];
    acts_outputs_of(&f->app.lab.model.net, f->app.lab.input.cell, outputs);
    assert_memory_equal(f->app.shell.chart.activation, outputs, sizeof outputs);
}

static void one_can_draw_while_it_learns(void **state)
{
    Fixture *f = *state;
    take_large_network(f);
    choose(f, ACTION_TRAIN);
    fixture_wait(f, has_begun_curves);
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 4.5f);
    assert_int_equal(fixture_ink(f, 14, 4), 255);
    assert_true(f->app.shell.chart.awake);
    fixture_draw(f);
    assert_int_equal(f->app.lab.stats.phase, TRAIN_RUNNING);
}

/* Until the trainer has come to that phase, and has nothing more to say. */
static void wait_for_phase(Trainer *trainer, TrainPhase phase)
{
    Net net = {0};
    TrainStats stats = {0};
    while (!trainer_poll(trainer, &net, &stats) || stats.phase != phase) {
        trainer_wait(trainer, FIXTURE_GUARD_MS);
    }
    net_free(&net);
}

static void it_pauses_and_resumes(void **state)
{
    Fixture *f = *state;
    take_large_network(f);
    fixture_key(f, SDLK_t, KMOD_LCTRL);
    fixture_wait(f, has_begun_curves);
    fixture_key(f, SDLK_t, KMOD_LCTRL);
    wait_for_phase(f->app.lab.trainer, TRAIN_PAUSED);
    fixture_frame(f);
    assert_int_equal(f->app.lab.stats.phase, TRAIN_PAUSED);
    int64_t images = f->app.lab.stats.images;
    int run = f->app.lab.stats.run;
    fixture_key(f, SDLK_t, KMOD_LCTRL);
    while (f->app.lab.stats.images == images) {
        fixture_turn(f);
    }
    assert_int_equal(f->app.lab.stats.phase, TRAIN_RUNNING);
    assert_int_equal(f->app.lab.stats.run, run);
}

static void the_button_stays_as_pressed_whatever_news_is_on_its_way(void **state)
{
    Fixture *f = *state;
    take_large_network(f);
    fixture_key(f, SDLK_t, KMOD_LCTRL);
    for (int i = 0; i < 20; i++) {
        trainer_wait(f->app.lab.trainer, FIXTURE_GUARD_MS); /* news of a run that goes on */
        fixture_key(f, SDLK_t, KMOD_LCTRL);
        assert_string_equal(action_label(&f->app.shell, ACTION_TRAIN), "Resume");
        fixture_key(f, SDLK_t, KMOD_LCTRL);
        assert_string_equal(action_label(&f->app.shell, ACTION_TRAIN), "Pause");
    }
}

static void a_step_trains_one_minibatch(void **state)
{
    Fixture *f = *state;
    f->app.lab.recipe.minibatch = 7;
    fixture_key(f, SDLK_t, KMOD_LCTRL | KMOD_LSHIFT);
    fixture_wait(f, has_stepped);
    assert_int_equal(f->app.lab.stats.images, 7);
    assert_int_equal(f->app.lab.stats.phase, TRAIN_PAUSED);
    assert_true(action_can(&f->app.shell, ACTION_PREVIOUS));
    assert_false(fixture_same_weights(&f->app.lab.model.net, &fixture_previous(f)->net));
}

static void stop_keeps_the_weights(void **state)
{
    Fixture *f = *state;
    take_large_network(f);
    choose(f, ACTION_TRAIN);
    fixture_wait(f, has_learned);
    fixture_key(f, SDLK_PERIOD, KMOD_LCTRL);
    fixture_wait(f, is_idle);
    assert_false(f->app.lab.stats.finished);
    Net kept;
    keep_weights(&kept, &f->app);
    fixture_frame(f);
    assert_true(fixture_same_weights(&kept, &f->app.lab.model.net));
    assert_string_equal(action_label(&f->app.shell, ACTION_TRAIN), "Train from scratch");
    assert_true(f->app.lab.curves.count > 0);
    net_free(&kept);
}

static void reset_begins_again_with_random_weights(void **state)
{
    Fixture *f = *state;
    take_large_network(f);
    Net first;
    keep_weights(&first, &f->app);
    choose(f, ACTION_TRAIN);
    fixture_wait(f, has_learned);
    fixture_key(f, SDLK_r, KMOD_LCTRL);
    assert_true(f->app.lab.model.fresh);
    assert_int_equal(f->app.lab.stats.phase, TRAIN_IDLE);
    assert_int_equal(f->app.lab.curves.count, 0);
    assert_true(fixture_same_weights(&first, &f->app.lab.model.net)); /* the same seed */
    assert_false(f->app.lab.model.info.tested);
    net_free(&first);
}

static void the_last_words_of_a_run_that_was_left_change_nothing(void **state)
{
    Fixture *f = *state;
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 20.5f);
    for (int i = 0; i < 5; i++) {
        take_large_network(f);
        choose(f, ACTION_TRAIN);
        fixture_wait(f, has_begun_curves);
        choose(f, ACTION_DEFAULT_NETWORK);
        Net shipped;
        keep_weights(&shipped, &f->app);
        wait_for_phase(f->app.lab.trainer, TRAIN_IDLE);
        fixture_frame(f);
        assert_true(fixture_same_weights(&shipped, &f->app.lab.model.net));
        assert_int_equal(f->app.lab.stats.phase, TRAIN_IDLE);
        assert_int_equal(f->app.lab.curves.count, 0);
        net_free(&shipped);
    }
}

static void training_further_on_other_data_ends_the_run_first(void **state)
{
    Fixture *f = *state;
    f->app.lab.recipe.epochs = ENDLESS;
    choose(f, ACTION_TRAIN);
    fixture_wait(f, has_begun_curves);
    action_do(&f->app.shell, ACTION_DATA_STROKES);
    action_do(&f->app.shell, ACTION_TRAIN_FURTHER);
    assert_non_null(f->app.lab.loader);
    action_do(&f->app.shell, ACTION_TRAIN); /* before the images are there */
    action_do(&f->app.shell, ACTION_STOP);
    fixture_wait(f, has_begun_curves);
    assert_string_equal(f->app.lab.mix.name, "other data");
}

static void train_begins_from_random_weights_and_further_from_those_on_show(void **state)
{
    Fixture *f = *state;
    NetShape shape = f->app.lab.model.net.shape;
    Net shipped, first;
    Err err;
    Rng rng;
    keep_weights(&shipped, &f->app);
    assert_true(net_make(&first, &shape, &err));
    rng_init(&rng, f->app.lab.recipe.seed);
    net_randomise(&first, &rng);
    f->app.lab.recipe.epochs = ENDLESS;
    choose(f, ACTION_TRAIN_FURTHER);
    assert_true(fixture_same_weights(&fixture_previous(f)->net, &shipped));
    fixture_wait(f, has_begun_curves);
    double further = (double)f->app.lab.curves.test_cost[0];
    choose(f, ACTION_TRAIN);
    choose(f, ACTION_STOP);
    fixture_wait(f, is_idle);
    choose(f, ACTION_RESET);
    assert_true(fixture_same_weights(&f->app.lab.model.net, &first));
    choose(f, ACTION_TRAIN);
    fixture_wait(f, has_begun_curves);
    assert_true(further > (double)f->app.lab.curves.test_cost[0] + 0.01 ||
                further < (double)f->app.lab.curves.test_cost[0] - 0.01);
    net_free(&shipped);
    net_free(&first);
}

static void the_previous_network_comes_back_and_goes_again(void **state)
{
    Fixture *f = *state;
    Net shipped, random;
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 20.5f);
    Chart before = f->app.shell.chart;
    keep_weights(&shipped, &f->app);
    fixture_key(f, SDLK_n, KMOD_LCTRL);
    keep_weights(&random, &f->app);
    fixture_key(f, SDLK_b, KMOD_LCTRL);
    assert_true(fixture_same_weights(&shipped, &f->app.lab.model.net));
    assert_memory_equal(before.activation, f->app.shell.chart.activation, sizeof before.activation);
    fixture_key(f, SDLK_b, KMOD_LCTRL);
    assert_true(fixture_same_weights(&random, &f->app.lab.model.net));
    assert_memory_not_equal(before.activation, f->app.shell.chart.activation,
                            sizeof before.activation);
    net_free(&shipped);
    net_free(&random);
}

static void the_cost_is_chosen_for_the_next_run(void **state)
{
    Fixture *f = *state;
    choose(f, ACTION_COST_SQUARED);
    f->app.lab.recipe.epochs = 2;
    choose(f, ACTION_TRAIN);
    fixture_wait(f, is_idle);
    assert_int_equal(f->app.lab.model.info.cost, NET_COST_SQUARED);
    choose(f, ACTION_COST_CROSS_ENTROPY);
    choose(f, ACTION_TRAIN);
    fixture_wait(f, is_idle);
    assert_int_equal(f->app.lab.model.info.cost, NET_COST_CROSS_ENTROPY);
}

static void the_speed_is_taken_up_by_the_run_under_way(void **state)
{
    Fixture *f = *state;
    f->app.lab.recipe.epochs = ENDLESS;
    f->app.lab.recipe.minibatch = FIXTURE_TRAIN;
    for (int i = 0; i < 20; i++) {
        fixture_key(f, SDLK_COMMA, 0);
    }
    assert_int_equal(f->app.lab.plan.speed, 0);
    choose(f, ACTION_TRAIN);
    fixture_wait(f, has_stepped);
    assert_in_range(f->app.lab.stats.images, 1, 10 * FIXTURE_TRAIN); /* one step a second */
    for (int i = 0; i < 20; i++) {
        fixture_key(f, SDLK_PERIOD, 0);
    }
    fixture_wait(f, has_learned);
    assert_int_equal(f->app.lab.plan.speed, PLAN_SPEEDS - 1);
}

static void what_is_known_of_a_network_is_true_of_its_weights(void **state)
{
    Fixture *f = *state;
    choose(f, ACTION_STRAIGHTEN);
    assert_string_equal(f->app.lab.model.info.preparation, "upright");
    int before = f->app.lab.model.info.epochs;
    choose(f, ACTION_TRAIN_FURTHER);
    fixture_wait(f, has_begun_curves);
    fixture_wait(f, is_idle);
    assert_string_equal(f->app.lab.model.info.preparation, "fitted"); /* as the switches were */
    assert_int_equal(f->app.lab.model.info.epochs, before + train_config_further().epochs);
    assert_true(moment_info(&f->app.lab).tested);
    f->app.lab.recipe.minibatch = 7; /* a third of the images */
    choose(f, ACTION_RESET);
    choose(f, ACTION_STEP);
    fixture_wait(f, has_stepped);
    assert_true(f->app.lab.config.rate == f->app.lab.recipe.rate);
    assert_false(moment_info(&f->app.lab).tested); /* the figure is that of the epoch before */
}

static void a_step_of_a_trained_network_is_a_small_one(void **state)
{
    Fixture *f = *state;
    f->app.lab.recipe.rate = 3.0f;
    choose(f, ACTION_STEP);
    fixture_wait(f, has_stepped);
    assert_true(f->app.lab.config.rate == train_config_further().rate);
}

static void weights_without_end_are_said_and_taken_back(void **state)
{
    Fixture *f = *state;
    f->app.lab.recipe.rate = 100.0f;
    f->app.lab.recipe.decay = 1.0f; /* each step makes the weights 99 times larger */
    choose(f, ACTION_TRAIN);
    fixture_wait(f, is_idle);
    assert_true(f->app.lab.stats.failed);
    assert_true(f->app.shell.notice.bad);
    assert_string_equal(f->app.shell.notice.text, f->app.lab.stats.why.text);
    assert_true(net_is_finite(&f->app.lab.model.net));
}

static void impossible_settings_are_refused_in_a_sentence(void **state)
{
    Fixture *f = *state;
    f->app.lab.recipe.rate = -1.0f;
    choose(f, ACTION_TRAIN);
    assert_int_equal(f->app.lab.stats.phase, TRAIN_IDLE);
    assert_non_null(strstr(f->app.shell.notice.text, "learning rate"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(a_run_goes_from_first_to_last_epoch),
        APP_TEST(the_bars_move_while_the_network_learns),
        APP_TEST(one_can_draw_while_it_learns),
        APP_TEST(it_pauses_and_resumes),
        APP_TEST(the_button_stays_as_pressed_whatever_news_is_on_its_way),
        APP_TEST(a_step_trains_one_minibatch),
        APP_TEST(stop_keeps_the_weights),
        APP_TEST(reset_begins_again_with_random_weights),
        APP_TEST(the_last_words_of_a_run_that_was_left_change_nothing),
        APP_TEST(training_further_on_other_data_ends_the_run_first),
        APP_TEST(train_begins_from_random_weights_and_further_from_those_on_show),
        APP_TEST(the_previous_network_comes_back_and_goes_again),
        APP_TEST(the_cost_is_chosen_for_the_next_run),
        APP_TEST(the_speed_is_taken_up_by_the_run_under_way),
        APP_TEST(what_is_known_of_a_network_is_true_of_its_weights),
        APP_TEST(a_step_of_a_trained_network_is_a_small_one),
        APP_TEST(weights_without_end_are_said_and_taken_back),
        APP_TEST(impossible_settings_are_refused_in_a_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
