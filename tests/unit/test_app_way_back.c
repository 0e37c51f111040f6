/* The way back to a trained network, while one that is not as good is on show. */
#include "app_fixture.h"
#include "lab/models.h"
#include "lab/scrub.h"
#include "lab/training.h"
#include "lab/weights.h"

static bool has_learned(const App *app)
{
    return app->lab.stats.images >= 100;
}

static bool is_idle(const App *app)
{
    return app->lab.stats.phase == TRAIN_IDLE;
}

static void choose(Fixture *f, int action)
{
    action_do(&f->app.shell, action);
    fixture_frame(f);
}

/* Press the way back, which is there. */
static void go_back(Fixture *f)
{
    fixture_draw(f);
    SDL_Rect box = widgets_box(&f->app.shell, ACTION_PREVIOUS);
    assert_false(SDL_RectEmpty(&box));
    fixture_click(f, fixture_middle(box));
}

static void assert_no_way_back(Fixture *f)
{
    fixture_draw(f);
    SDL_Rect box = widgets_box(&f->app.shell, ACTION_PREVIOUS);
    assert_true(SDL_RectEmpty(&box));
}

static void random_weights_do_not_push_it_out_of_reach(void **state)
{
    Fixture *f = *state;
    Model trained;
    Err err;
    assert_no_way_back(f);
    assert_true(model_copy(&trained, &f->app.lab.model, &err));
    choose(f, ACTION_RESET);
    choose(f, ACTION_RESET);
    choose(f, ACTION_NEW_LARGE);
    go_back(f);
    assert_true(fixture_same_weights(&trained.net, &f->app.lab.model.net));
    assert_no_way_back(f);
    model_free(&trained);
}

static void it_stays_in_sight_while_another_one_learns(void **state)
{
    Fixture *f = *state;
    Model trained;
    Err err;
    assert_true(model_copy(&trained, &f->app.lab.model, &err));
    choose(f, ACTION_TRAIN);
    fixture_wait(f, has_learned);
    go_back(f);
    assert_true(fixture_same_weights(&trained.net, &f->app.lab.model.net));
    assert_false(fixture_same_weights(&trained.net, &fixture_previous(f)->net));
    model_free(&trained);
}

static void a_small_window_and_a_presenter_have_it_where_there_is_room(void **state)
{
    Fixture *f = *state;
    choose(f, ACTION_RESET);
    fixture_resize(f, 900, 600, 1.0f);
    fixture_draw(f);
    SDL_Rect box = widgets_box(&f->app.shell, ACTION_PREVIOUS);
    assert_false(SDL_RectEmpty(&box));
    assert_false(SDL_HasIntersection(&box, &f->app.shell.layout.modes));
    assert_false(SDL_HasIntersection(&box, &f->app.shell.layout.sheet_label));
    choose(f, ACTION_PRESENT);
    assert_no_way_back(f);
}

static void a_worse_one_has_it_and_a_better_one_does_not(void **state)
{
    Fixture *f = *state;
    Lab *lab = &f->app.lab;
    assert_true(lab->model.info.tested);
    choose(f, ACTION_RESET);
    lab->model.fresh = false;
    lab->model.info.tested = true;
    lab->model.info.test_accuracy = 0.95;
    assert_true(models_was_better(lab));
    lab->model.info.test_accuracy = 0.98;
    assert_false(models_was_better(lab));
}

/* What a person may press after the network that ships, until it is far away. */

static void change_a_weight(Fixture *f)
{
    Err err;
    assert_true(weights_keep(&f->app.lab, "weight", &err));
    f->app.lab.model.net.block[3] += 1.0f;
    weights_changed(&f->app.lab);
    fixture_frame(f);
}

static void weights_changed_by_hand_have_it_random_ones_too(void **state)
{
    Fixture *f = *state;
    Model trained;
    Err err;
    assert_true(model_copy(&trained, &f->app.lab.model, &err));
    change_a_weight(f);
    go_back(f);
    assert_true(fixture_same_weights(&trained.net, &f->app.lab.model.net));
    choose(f, ACTION_RESET);
    change_a_weight(f);
    go_back(f);
    assert_true(fixture_same_weights(&trained.net, &f->app.lab.model.net));
    model_free(&trained);
}

static void train_a_little(Fixture *f)
{
    fixture_half_train(f);
    choose(f, ACTION_STOP);
    fixture_wait(f, is_idle);
}

static void stop(Fixture *f)
{
    train_a_little(f);
}

static void stop_and_train(Fixture *f)
{
    train_a_little(f);
    fixture_half_train(f);
}

static void stop_and_reset(Fixture *f)
{
    train_a_little(f);
    choose(f, ACTION_RESET);
}

static void stop_and_make_anew(Fixture *f)
{
    train_a_little(f);
    choose(f, ACTION_NEW_SMALL);
    choose(f, ACTION_NEW_LARGE);
}

static void stop_and_train_further(Fixture *f)
{
    train_a_little(f);
    choose(f, ACTION_TRAIN_FURTHER);
    fixture_wait(f, fixture_has_begun);
}

static void stop_and_step(Fixture *f)
{
    train_a_little(f);
    choose(f, ACTION_STEP);
    choose(f, ACTION_STEP);
}

static void reset_in_mid_run(Fixture *f)
{
    fixture_half_train(f);
    choose(f, ACTION_RESET);
    fixture_half_train(f);
    choose(f, ACTION_RESET);
}

static void experiment_in_mid_run(Fixture *f)
{
    fixture_half_train(f);
    training_experiment(&f->app.lab, EXPERIMENT_EQUAL);
    fixture_wait(f, fixture_has_begun);
    training_experiment(&f->app.lab, EXPERIMENT_LARGE_RATE);
    fixture_wait(f, fixture_has_begun);
}

static void change_by_hand_and_reset(Fixture *f)
{
    Err err;
    assert_true(weights_keep(&f->app.lab, "one weight", &err));
    f->app.lab.model.net.weight[1][3] += 1.0f;
    weights_changed(&f->app.lab);
    choose(f, ACTION_RESET);
    fixture_half_train(f);
}

static void no_press_loses_the_trained_network(void **state)
{
    static void (*const PRESSES[])(Fixture * f) = {stop,
                                                   stop_and_train,
                                                   stop_and_reset,
                                                   stop_and_make_anew,
                                                   stop_and_train_further,
                                                   stop_and_step,
                                                   reset_in_mid_run,
                                                   experiment_in_mid_run,
                                                   change_by_hand_and_reset};
    Fixture *f = *state;
    Model trained;
    Err err;
    assert_true(model_copy(&trained, &f->app.lab.model, &err));
    for (size_t i = 0; i < sizeof PRESSES / sizeof PRESSES[0]; i++) {
        PRESSES[i](f);
        go_back(f);
        if (!fixture_same_weights(&trained.net, &f->app.lab.model.net)) {
            fail_msg("presses %zu lose it", i);
        }
        assert_int_equal(f->app.lab.model.shipped, SHIPPED_DEFAULT);
        assert_no_way_back(f);
    }
    model_free(&trained);
}

/* The weights at the end of a run that has its own seed. */
static Net finish_run(Fixture *f, uint64_t seed)
{
    Net weights;
    Err err;
    f->app.lab.recipe.seed = seed;
    f->app.lab.recipe.epochs = 2;
    choose(f, ACTION_TRAIN);
    fixture_wait(f, is_idle);
    assert_true(f->app.lab.stats.finished);
    assert_true(net_make(&weights, &f->app.lab.model.net.shape, &err));
    net_copy(&weights, &f->app.lab.model.net);
    return weights;
}

static bool is_on_shelf(const Fixture *f, const Net *net)
{
    bool found = false;
    for (int i = 0; i < f->app.lab.shelf.count; i++) {
        found |= fixture_same_weights(&f->app.lab.shelf.entry[i].model.net, net);
    }
    return found;
}

static void runs_that_ended_are_still_there_after_a_third(void **state)
{
    Fixture *f = *state;
    Net first = finish_run(f, 1), second = finish_run(f, 2);
    fixture_half_train(f);
    choose(f, ACTION_RESET);
    assert_true(is_on_shelf(f, &first));
    assert_true(is_on_shelf(f, &second));
    assert_int_equal(f->app.lab.shelf.count, 4);
    for (int i = 0; i < 4; i++) {
        assert_int_equal(f->app.lab.shelf.entry[i].model.broken_off, i == 0);
    }
    net_free(&first);
    net_free(&second);
}

/* While an early moment of it is on show. */
static void the_end_of_a_run_is_not_lost(void **state)
{
    Fixture *f = *state;
    for (int way = 0; way < 5; way++) {
        Err err;
        Net end = finish_run(f, 10 + (uint64_t)way);
        scrub_to(&f->app.lab, 0);
        assert_false(fixture_same_weights(&f->app.lab.model.net, &end));
        if (way == 4) {
            assert_true(weights_keep(&f->app.lab, "one weight", &err));
        } else {
            static const int ACTION[] = {ACTION_RESET, ACTION_RESUME_FRAME, ACTION_TRAIN_FURTHER,
                                         ACTION_PREVIOUS};
            choose(f, ACTION[way]);
        }
        assert_true(way != 3 || f->app.lab.model.shipped == SHIPPED_DEFAULT);
        if (!is_on_shelf(f, &end)) {
            fail_msg("way %d loses it", way);
        }
        choose(f, ACTION_RESET);
        net_free(&end);
    }
}

static void going_back_and_forth_is_one_key(void **state)
{
    Fixture *f = *state;
    Net first = finish_run(f, 1);
    f->app.lab.model.info.test_accuracy = 0.98;
    for (int i = 0; i < 4; i++) {
        fixture_key(f, SDLK_b, KMOD_LCTRL);
        assert_int_equal(fixture_same_weights(&f->app.lab.model.net, &first), i % 2);
        assert_int_equal(f->app.lab.shelf.count, 1);
    }
    net_free(&first);
}

static void the_key_says_where_it_leads(void **state)
{
    Fixture *f = *state;
    choose(f, ACTION_LARGE_NETWORK);
    assert_string_equal(action_label(&f->app.shell, ACTION_PREVIOUS), "Previous network");
    choose(f, ACTION_RESET);
    assert_string_equal(action_label(&f->app.shell, ACTION_PREVIOUS),
                        "Back to the trained network");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(random_weights_do_not_push_it_out_of_reach),
        APP_TEST(it_stays_in_sight_while_another_one_learns),
        APP_TEST(a_small_window_and_a_presenter_have_it_where_there_is_room),
        APP_TEST(a_worse_one_has_it_and_a_better_one_does_not),
        APP_TEST(weights_changed_by_hand_have_it_random_ones_too),
        APP_TEST(no_press_loses_the_trained_network),
        APP_TEST(runs_that_ended_are_still_there_after_a_third),
        APP_TEST(the_end_of_a_run_is_not_lost),
        APP_TEST(going_back_and_forth_is_one_key),
        APP_TEST(the_key_says_where_it_leads),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
