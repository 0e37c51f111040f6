/* The networks that ship, and the data that one is trained on: chosen, named, kept. */
#include "files_fixture.h"

#include "dreams_fixture.h"
#include "lab/choices.h"
#include "lab/models.h"
#include "lab/moment.h"
#include "lab/training.h"

static void assert_name(const Fixture *f, const char *expected)
{
    char name[FILES_NAME_MAX];
    model_print_name(&f->app.lab.model, name, sizeof name);
    assert_string_equal(name, expected);
}

static void start_again_with_the_session(Fixture *f)
{
    fixture_keep(f);
    fixture_start_again(f, f->data.text);
}

static void both_networks_that_ship_can_be_chosen(void **state)
{
    Fixture *f = *state;
    assert_name(f, "Default network");
    assert_true(action_chosen(&f->app.shell, ACTION_DEFAULT_NETWORK));
    fixture_key(f, SDLK_l, KMOD_LCTRL | KMOD_LSHIFT);
    assert_string_equal(f->app.shell.notice.text, "");
    assert_int_equal(files_hidden_neurons(f), 256);
    assert_name(f, "Large network");
    assert_true(action_chosen(&f->app.shell, ACTION_LARGE_NETWORK));
    assert_false(action_chosen(&f->app.shell, ACTION_DEFAULT_NETWORK));
    fixture_key(f, SDLK_b, KMOD_LCTRL | KMOD_LSHIFT);
    assert_int_equal(files_hidden_neurons(f), 16);
    assert_name(f, "Default network");
    fixture_key(f, SDLK_b, KMOD_LCTRL);
    assert_name(f, "Large network");
}

static void a_network_that_ships_is_known_at_the_next_start(void **state)
{
    Fixture *f = *state;
    start_again_with_the_session(f);
    assert_name(f, "Default network");
    assert_true(action_chosen(&f->app.shell, ACTION_DEFAULT_NETWORK));
}

static void it_is_another_network_once_it_is_saved(void **state)
{
    Fixture *f = *state;
    Err err;
    assert_true(models_save(&f->app.lab, scratch_path(&f->home, "mine.safetensors").text, &err));
    assert_name(f, "mine.safetensors");
    assert_false(action_chosen(&f->app.shell, ACTION_DEFAULT_NETWORK));
}

static bool has_learned(const App *app)
{
    return app->lab.stats.images > 0;
}

static void it_is_another_network_once_it_is_trained(void **state)
{
    Fixture *f = *state;
    action_do(&f->app.shell, ACTION_TRAIN_FURTHER);
    fixture_wait(f, has_learned);
    assert_name(f, "784-16-16-10");
    assert_false(action_chosen(&f->app.shell, ACTION_DEFAULT_NETWORK));
    fixture_key(f, SDLK_b, KMOD_LCTRL);
    assert_name(f, "Default network");
}

static void a_new_network_goes_by_its_shape(void **state)
{
    Fixture *f = *state;
    fixture_key(f, SDLK_n, KMOD_LCTRL);
    assert_name(f, "784-16-16-10");
    assert_false(action_chosen(&f->app.shell, ACTION_DEFAULT_NETWORK));
}

static void training_data_are_chosen_in_any_mix(void **state)
{
    Fixture *f = *state;
    Plan *plan = &f->app.lab.plan;
    plan->data_mnist = true;
    plan->data_strokes = plan->data_own = false;
    fixture_key(f, SDLK_4, KMOD_LCTRL);
    assert_string_equal(f->app.shell.notice.text, "");
    fixture_key(f, SDLK_5, KMOD_LCTRL);
    assert_non_null(strstr(f->app.shell.notice.text, "no digits of yours yet"));
    fixture_key(f, SDLK_3, KMOD_LCTRL);
    assert_false(plan->data_mnist);
    assert_true(plan->data_strokes && plan->data_own);
    assert_true(action_chosen(&f->app.shell, ACTION_DATA_STROKES));
    assert_true(action_chosen(&f->app.shell, ACTION_DATA_OWN));
    assert_false(action_chosen(&f->app.shell, ACTION_DATA_MNIST));
}

static void the_last_data_stay_chosen(void **state)
{
    Fixture *f = *state;
    f->app.lab.plan.data_mnist = true;
    f->app.lab.plan.data_strokes = f->app.lab.plan.data_own = false;
    fixture_key(f, SDLK_3, KMOD_LCTRL);
    assert_true(f->app.lab.plan.data_mnist);
    assert_string_not_equal(f->app.shell.notice.text, "");
    assert_false(f->app.shell.notice.bad);
}

static void augmentation_is_switched(void **state)
{
    Fixture *f = *state;
    bool before = f->app.lab.plan.augment;
    fixture_key(f, SDLK_6, KMOD_LCTRL);
    assert_int_equal(f->app.lab.plan.augment, !before);
    assert_int_equal(action_chosen(&f->app.shell, ACTION_AUGMENT), !before);
}

/* The settings that the next start would have. */
static Plan kept_plan(Fixture *f)
{
    start_again_with_the_session(f);
    return f->app.lab.plan;
}

static void what_is_trained_on_comes_back(void **state)
{
    Fixture *f = *state;
    for (int mix = 0; mix < 16; mix++) {
        f->app.lab.plan.data_mnist = mix & 1;
        f->app.lab.plan.data_strokes = mix & 2;
        f->app.lab.plan.data_own = mix & 4;
        f->app.lab.plan.augment = mix & 8;
        Plan kept = kept_plan(f);
        bool none = (mix & 7) == 0; /* of a damaged session */
        assert_int_equal(kept.data_mnist, (mix & 1) != 0 || none);
        assert_int_equal(kept.data_strokes, (mix & 2) != 0);
        assert_int_equal(kept.data_own, (mix & 4) != 0);
        assert_int_equal(kept.augment, (mix & 8) != 0);
    }
}

static void a_network_left_amid_an_epoch_comes_back_untested(void **state)
{
    Fixture *f = *state;
    f->app.lab.recipe.minibatch = 5;
    fixture_key(f, SDLK_t, KMOD_LCTRL | KMOD_LSHIFT);
    fixture_wait(f, has_learned);
    assert_true(moment_is_mid_epoch(&f->app.lab));
    fixture_key(f, SDLK_n, KMOD_LCTRL);
    models_choose(&f->app.lab, 0);
    assert_false(f->app.lab.model.fresh);
    assert_false(f->app.lab.model.info.tested);
    assert_true(f->app.lab.model.broken_off);
}

/* Opened on the other thread, and taken in between two frames. */
static void open_slowly(Fixture *f, const char *hidden)
{
    Err err;
    NetShape shape;
    Model model;
    Path path = scratch_path(&f->home, "slow.safetensors");
    assert_true(net_shape_parse(hidden, &shape, &err));
    assert_true(model_make_random(&model, &shape, 7, PREPARATION_FITTED, &err));
    assert_true(model_save(&model, path.text, &err));
    f->app.lab.errands.patience_ms = 0;
    assert_true(models_open(&f->app.lab, path.text, &err));
    int frames = 0;
    do {
        assert_true(frames++ < FIXTURE_GUARD_MS);
        SDL_Delay(1);
        shell_redraw(&f->app.shell);
        fixture_draw(f);
    } while (!net_shape_equal(&f->app.lab.model.net.shape, &shape));
    assert_memory_equal(f->app.shell.chart.activation,
                        net_outputs(&f->app.lab.model.net, &f->app.lab.acts),
                        sizeof f->app.shell.chart.activation);
    model_free(&model);
}

static void views_follow_a_slow_file_of_another_shape(void **state)
{
    Fixture *f = *state;
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 24.5f);
    dreams_open(f, DREAMS_COMPARE);
    dreams_click(f, DREAMS_KEEP);
    for (int view = 0; view < VIEWS + DREAMS_PAGES; view++) {
        panes_show(&f->app.shell, (ViewId)SDL_min(view, (int)VIEW_DREAMS));
        f->app.dreams_view.page = (DreamsPageId)SDL_max(view - VIEWS, 0);
        f->app.backprop_view.page = (BackpropPage)(view % BACKPROP_PAGES);
        open_slowly(f, "32,24,16,12");
        open_slowly(f, "16,16");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(both_networks_that_ship_can_be_chosen),
        APP_TEST(a_network_that_ships_is_known_at_the_next_start),
        APP_TEST(it_is_another_network_once_it_is_saved),
        APP_TEST(it_is_another_network_once_it_is_trained),
        APP_TEST(a_new_network_goes_by_its_shape),
        APP_TEST(training_data_are_chosen_in_any_mix),
        APP_TEST(the_last_data_stay_chosen),
        APP_TEST(augmentation_is_switched),
        APP_TEST(what_is_trained_on_comes_back),
        APP_TEST(a_network_left_amid_an_epoch_comes_back_untested),
        APP_TEST(views_follow_a_slow_file_of_another_shape),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
