/* The shelf from one start to the next. */
#include "app_fixture.h"
#include "session_fixture.h"

#include <unistd.h>

#include "lab/models.h"
#include "lab/training.h"

static bool has_learned(const App *app)
{
    return app->lab.stats.images >= 100;
}

static bool is_idle(const App *app)
{
    return app->lab.stats.phase == TRAIN_IDLE;
}

static void start_again(Fixture *f)
{
    fixture_keep(f);
    fixture_start_again(f, f->data.text);
    fixture_frame(f);
}

static const Model *shelved(const Fixture *f, int entry)
{
    assert_in_range(entry, 0, f->app.lab.shelf.count - 1);
    return &f->app.lab.shelf.entry[entry].model;
}

/* The file of an entry that was kept. */
static Path file_of(const Fixture *f, int entry)
{
    char name[64];
    assert_true(f->app.lab.shelf.entry[entry].on_disk);
    snprintf(name, sizeof name, "inkling/session-%d.safetensors",
             f->app.lab.shelf.entry[entry].file);
    return scratch_path(&f->home, name);
}

static void quit_in_mid_run(Fixture *f)
{
    fixture_half_train(f);
    fixture_keep(f);
    app_free(&f->app);
    fixture_start(f, f->data.text);
    fixture_frame(f);
}

static void after_a_run_that_was_left_the_trained_network_is_one_press_away(void **state)
{
    Fixture *f = *state;
    Net trained = session_weights(f);
    for (int i = 0; i < 2; i++) {
        quit_in_mid_run(f);
        assert_true(f->app.lab.model.broken_off);
        assert_false(fixture_same_weights(&f->app.lab.model.net, &trained));
        assert_true(models_was_better(&f->app.lab));
    }
    assert_int_equal(f->app.lab.shelf.count, 2);
    fixture_key(f, SDLK_b, KMOD_LCTRL);
    assert_true(fixture_same_weights(&f->app.lab.model.net, &trained));
    assert_int_equal(model_shipped(&f->app.lab.model), SHIPPED_DEFAULT);
    assert_true(f->app.lab.model.info.tested);
    net_free(&trained);
}

static void all_of_it_comes_back_with_what_is_known(void **state)
{
    Fixture *f = *state;
    Err err;
    Path path = scratch_path(&f->home, "mine.safetensors");
    f->app.lab.recipe.epochs = 2;
    action_do(&f->app.shell, ACTION_TRAIN);
    fixture_wait(f, is_idle);
    Net first = session_weights(f);
    assert_true(models_save(&f->app.lab, path.text, &err));
    f->app.lab.recipe.seed++;
    training_experiment(&f->app.lab, EXPERIMENT_EQUAL);
    fixture_wait(f, is_idle);
    Net second = session_weights(f);
    double accuracy = f->app.lab.model.info.test_accuracy;
    int64_t trained_s = f->app.lab.model.trained_s;
    fixture_key(f, SDLK_n, KMOD_LCTRL);
    start_again(f);
    assert_string_equal(f->app.shell.notice.text, "");
    assert_int_equal(f->app.lab.shelf.count, 3);
    assert_true(fixture_same_weights(&shelved(f, 0)->net, &second));
    assert_string_equal(shelved(f, 0)->name, "Experiment: All weights equal");
    assert_float_equal(shelved(f, 0)->info.test_accuracy, accuracy, 1e-9);
    assert_true(shelved(f, 0)->trained_s == trained_s && trained_s > 0);
    assert_true(fixture_same_weights(&shelved(f, 1)->net, &first));
    assert_string_equal(shelved(f, 1)->path.text, path.text);
    assert_false(shelved(f, 1)->changed);
    assert_int_equal(model_shipped(shelved(f, 2)), SHIPPED_DEFAULT);
    net_free(&first);
    net_free(&second);
}

static void what_is_on_the_disk_is_not_written_again(void **state)
{
    Fixture *f = *state;
    fixture_key(f, SDLK_n, KMOD_LCTRL);
    fixture_keep(f);
    Path before = file_of(f, 0);
    fixture_key(f, SDLK_n, KMOD_LCTRL);
    fixture_keep(f);
    start_again(f);
    fixture_key(f, SDLK_l, KMOD_LCTRL | KMOD_LSHIFT);
    fixture_keep(f);
    assert_int_equal(f->app.lab.shelf.count, 1);
    assert_string_equal(file_of(f, 0).text, before.text);
    assert_true(path_exists(before.text));
}

static void what_left_the_shelf_leaves_the_disk(void **state)
{
    Fixture *f = *state;
    fixture_key(f, SDLK_n, KMOD_LCTRL);
    fixture_keep(f);
    assert_int_equal(session_files(f, "session-"), 2);
    Model taken = shelf_take(&f->app.lab.shelf, 0);
    fixture_keep(f);
    assert_int_equal(session_files(f, "session-"), 1);
    start_again(f);
    assert_int_equal(f->app.lab.shelf.count, 0);
    model_free(&taken);
}

static void open_three(Fixture *f)
{
    fixture_key(f, SDLK_l, KMOD_LCTRL | KMOD_LSHIFT);
    action_do(&f->app.shell, ACTION_TRAIN_FURTHER);
    fixture_wait(f, has_learned);
    fixture_key(f, SDLK_n, KMOD_LCTRL);
    fixture_keep(f);
    assert_int_equal(f->app.lab.shelf.count, 3);
}

static void one_that_is_missing_takes_no_other_with_it(void **state)
{
    Fixture *f = *state;
    open_three(f);
    Path missing = file_of(f, 1);
    app_free(&f->app);
    assert_int_equal(unlink(missing.text), 0);
    fixture_start(f, f->data.text);
    fixture_frame(f);
    assert_int_equal(f->app.lab.shelf.count, 2);
    assert_non_null(strstr(f->app.shell.notice.text, "1 of the networks on the shelf is"));
    assert_non_null(strstr(f->app.shell.notice.text, missing.text));
    start_again(f);
    assert_string_equal(f->app.shell.notice.text, "");
    assert_int_equal(f->app.lab.shelf.count, 2);
}

static void one_that_is_damaged_stays_under_another_name(void **state)
{
    Fixture *f = *state;
    size_t size;
    open_three(f);
    Path first = file_of(f, 0), last = file_of(f, 2);
    uint8_t *whole = session_file(first.text, &size);
    app_free(&f->app);
    scratch_write(last.text, "broken", 6);
    session_start_with(f, first.text, whole, size / 2);
    fixture_frame(f);
    free(whole);
    assert_int_equal(f->app.lab.shelf.count, 1);
    assert_int_equal(model_shipped(shelved(f, 0)), SHIPPED_LARGE);
    assert_non_null(strstr(f->app.shell.notice.text, "2 of the networks on the shelf are"));
    fixture_keep(f);
    for (int i = 0; i < 2; i++) {
        char kept[PATH_TEXT_MAX + 16];
        snprintf(kept, sizeof kept, "%s.damaged-1", i == 0 ? first.text : last.text);
        assert_true(path_exists(kept));
    }
}

static void a_session_without_a_shelf_opens(void **state)
{
    char json[256];
    Fixture *f = *state;
    fixture_keep(f);
    int length = snprintf(json, sizeof json, "{\"version\":1,\"network_file\":\"%s\"}",
                          path_name(session_network(f).text));
    session_start_with(f, scratch_path(&f->home, SETTINGS_FILE).text, json, (size_t)length);
    fixture_frame(f);
    assert_string_equal(f->app.shell.notice.text, "");
    assert_int_equal(f->app.lab.shelf.count, 0);
}

static void what_a_damaged_session_does_not_name_is_found(void **state)
{
    Fixture *f = *state;
    size_t size;
    open_three(f);
    Net shown = session_weights(f);
    Path path = scratch_path(&f->home, SETTINGS_FILE);
    uint8_t *whole = session_file(path.text, &size);
    session_start_with(f, path.text, whole, 200);
    fixture_frame(f);
    assert_true(fixture_same_weights(&f->app.lab.model.net, &shown));
    assert_int_equal(f->app.lab.shelf.count, 3);
    start_again(f);
    assert_int_equal(f->app.lab.shelf.count, 3);
    free(whole);
    net_free(&shown);
}

static void the_one_that_starts_comes_on_show(void **state)
{
    Fixture *f = *state;
    fixture_key(f, SDLK_l, KMOD_LCTRL | KMOD_LSHIFT);
    models_set_start(&f->app.lab, 0);
    start_again(f);
    assert_int_equal(model_shipped(&f->app.lab.model), SHIPPED_DEFAULT);
    assert_int_equal(model_shipped(shelved(f, 0)), SHIPPED_LARGE);
    models_set_start(&f->app.lab, -1); /* no longer */
    fixture_key(f, SDLK_b, KMOD_LCTRL);
    start_again(f);
    assert_int_equal(model_shipped(&f->app.lab.model), SHIPPED_LARGE);
    models_set_start(&f->app.lab, 0);
    models_set_start(&f->app.lab, -1);
    action_do(&f->app.shell, ACTION_TRAIN_FURTHER);
    fixture_wait(f, has_learned);
    assert_false(f->app.lab.model.starts);
    start_again(f);
    assert_int_equal(model_shipped(&f->app.lab.model), SHIPPED_LARGE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(after_a_run_that_was_left_the_trained_network_is_one_press_away),
        APP_TEST(all_of_it_comes_back_with_what_is_known),
        APP_TEST(what_is_on_the_disk_is_not_written_again),
        APP_TEST(what_left_the_shelf_leaves_the_disk),
        APP_TEST(one_that_is_missing_takes_no_other_with_it),
        APP_TEST(one_that_is_damaged_stays_under_another_name),
        APP_TEST(a_session_without_a_shelf_opens),
        APP_TEST(what_a_damaged_session_does_not_name_is_found),
        APP_TEST(the_one_that_starts_comes_on_show),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
