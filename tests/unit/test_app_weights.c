/* Changes to the weights by hand: kept before they are made, and taken back to the last bit. */
#include "app_fixture.h"

#include "lab/models.h"
#include "lab/weights.h"

static void change(Fixture *f, const char *what, float by)
{
    Err err;
    assert_true(weights_keep(&f->app.lab, what, &err));
    f->app.lab.model.net.weight[1][3] += by;
    weights_changed(&f->app.lab);
    fixture_frame(f);
}

static float weight(const Fixture *f)
{
    return f->app.lab.model.net.weight[1][3];
}

static void a_change_is_taken_back_to_the_last_bit(void **state)
{
    Fixture *f = *state;
    Err err;
    Net before;
    assert_true(net_make(&before, &f->app.lab.model.net.shape, &err));
    net_copy(&before, &f->app.lab.model.net);
    assert_false(weights_can_undo(&f->app.lab));
    change(f, "one weight", 0.3f);
    assert_false(fixture_same_weights(&before, &f->app.lab.model.net));
    assert_true(weights_can_undo(&f->app.lab));
    weights_undo(&f->app.lab);
    assert_true(fixture_same_weights(&before, &f->app.lab.model.net));
    assert_false(weights_can_undo(&f->app.lab));
    net_free(&before);
}

static void changes_are_taken_back_one_by_one(void **state)
{
    Fixture *f = *state;
    float first = weight(f);
    change(f, "painted weights", 1.0f);
    float second = weight(f);
    change(f, "step of backprop", 1.0f);
    assert_int_equal(weights_kept(&f->app.lab), 2);
    assert_string_equal(weights_last(&f->app.lab), "step of backprop");
    weights_undo(&f->app.lab);
    assert_float_equal(weight(f), second, 0.0f);
    assert_string_equal(weights_last(&f->app.lab), "painted weights");
    weights_undo(&f->app.lab);
    assert_float_equal(weight(f), first, 0.0f);
    assert_string_equal(weights_last(&f->app.lab), "");
}

static void answers_follow_a_change_and_its_undo(void **state)
{
    Fixture *f = *state;
    fixture_frame(f);
    float before = f->app.lab.acts.activation[1][3];
    change(f, "one weight", 5.0f);
    assert_true(f->app.lab.acts.activation[1][3] > before + 0.001f);
    weights_undo(&f->app.lab);
    fixture_frame(f);
    assert_float_equal(f->app.lab.acts.activation[1][3], before, 0.0f);
}

static void a_changed_network_is_no_longer_that_of_its_file(void **state)
{
    Fixture *f = *state;
    Err err;
    assert_true(models_save(&f->app.lab, scratch_path(&f->home, "mine.safetensors").text, &err));
    assert_true(f->app.lab.model.info.tested && !f->app.lab.model.changed);
    change(f, "one weight", 1.0f);
    assert_string_equal(f->app.lab.model.path.text, "");
    assert_true(f->app.lab.model.changed);
    assert_false(f->app.lab.model.info.tested);
    weights_undo(&f->app.lab);
    assert_string_equal(path_name(f->app.lab.model.path.text), "mine.safetensors");
    assert_false(f->app.lab.model.changed);
    assert_true(f->app.lab.model.info.tested);
}

static void a_changed_network_is_not_fresh(void **state)
{
    Fixture *f = *state;
    fixture_key(f, SDLK_n, KMOD_LCTRL);
    assert_true(f->app.lab.model.fresh);
    change(f, "one weight", 1.0f);
    assert_false(f->app.lab.model.fresh); /* or a run would begin from it as if it were random */
    weights_undo(&f->app.lab);
    assert_true(f->app.lab.model.fresh);
}

static bool has_stepped(const App *app)
{
    return app->lab.stats.images > 0;
}

static bool is_idle(const App *app)
{
    return app->lab.stats.phase == TRAIN_IDLE;
}

static void a_run_under_way_ends_before_the_change(void **state)
{
    Fixture *f = *state;
    f->app.lab.recipe.epochs = 10000;
    action_do(&f->app.shell, ACTION_TRAIN);
    fixture_wait(f, has_stepped);
    change(f, "one weight", 1.0f);
    assert_int_equal(f->app.lab.stats.phase, TRAIN_IDLE);
    float changed = weight(f);
    for (int i = 0; i < 20; i++) { /* its last words come and change nothing */
        SDL_Delay(5);
        fixture_frame(f);
    }
    assert_float_equal(weight(f), changed, 0.0f);
    weights_undo(&f->app.lab);
    assert_float_equal(weight(f), changed - 1.0f, 1e-5f);
}

static void a_run_that_is_over_keeps_its_curves(void **state)
{
    Fixture *f = *state;
    f->app.lab.recipe.epochs = 2;
    action_do(&f->app.shell, ACTION_TRAIN);
    fixture_wait(f, has_stepped);
    fixture_wait(f, is_idle);
    change(f, "one weight", 1.0f);
    assert_int_equal(f->app.lab.curves.count, 3);
    assert_false(f->app.lab.following);
}

static void another_network_forgets_the_changes(void **state)
{
    Fixture *f = *state;
    change(f, "one weight", 1.0f);
    fixture_key(f, SDLK_n, KMOD_LCTRL);
    assert_false(weights_can_undo(&f->app.lab));
    change(f, "one weight", 1.0f);
    models_go_back(&f->app.lab);
    assert_false(weights_can_undo(&f->app.lab));
}

static void a_run_forgets_the_changes_before_it(void **state)
{
    Fixture *f = *state;
    change(f, "one weight", 1.0f);
    action_do(&f->app.shell, ACTION_TRAIN_FURTHER);
    fixture_wait(f, has_stepped);
    assert_false(weights_can_undo(&f->app.lab));
}

static void the_oldest_changes_are_forgotten(void **state)
{
    Fixture *f = *state;
    size_t bytes = f->app.lab.model.net.floats * sizeof(float);
    int fit = (int)((16u << 20) / bytes);
    for (int i = 0; i < fit + 5; i++) {
        change(f, "one weight", 1.0f);
    }
    assert_int_equal(weights_kept(&f->app.lab), fit);
    float last = weight(f);
    weights_undo(&f->app.lab);
    assert_float_equal(weight(f), last - 1.0f, 1e-3f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(a_change_is_taken_back_to_the_last_bit),
        APP_TEST(changes_are_taken_back_one_by_one),
        APP_TEST(answers_follow_a_change_and_its_undo),
        APP_TEST(a_changed_network_is_no_longer_that_of_its_file),
        APP_TEST(a_changed_network_is_not_fresh),
        APP_TEST(a_run_under_way_ends_before_the_change),
        APP_TEST(a_run_that_is_over_keeps_its_curves),
        APP_TEST(another_network_forgets_the_changes),
        APP_TEST(a_run_forgets_the_changes_before_it),
        APP_TEST(the_oldest_changes_are_forgotten),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
