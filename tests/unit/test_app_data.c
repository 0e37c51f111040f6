/* The window and MNIST: loading, waiting for it, doing without it. */
#include "app_fixture.h"

static bool has_begun_curves(const App *app)
{
    return app->lab.curves.count > 0;
}

static bool is_running(const App *app)
{
    return app->lab.stats.phase == TRAIN_RUNNING;
}

static void train_waits_for_the_data(void **state)
{
    Fixture *f = *state;
    Err err;
    app_free(&f->app);
    assert_true(app_make(&f->app, NULL, &f->board.paint, f->data.text, NULL, &err));
    f->app.lab.plan.data_asked = true;
    f->app.lab.recipe.epochs = 2;
    action_do(&f->app.shell, ACTION_TRAIN);
    assert_non_null(f->app.lab.loader);
    assert_int_equal(f->app.lab.start_when_ready, START_TRAIN);
    fixture_resize(f, FIXTURE_W, FIXTURE_H, 1.0f);
    fixture_wait(f, has_begun_curves);
    assert_string_equal(f->app.shell.notice.text, "");
    assert_string_equal(f->app.lab.mix.name, "other data + strokes");
}

static void without_mnist_the_strokes_are_trained_on(void **state)
{
    Fixture *f = *state;
    Path nowhere = scratch_path(&f->home, "nowhere");
    fixture_start_again(f, nowhere.text);
    assert_string_equal(f->app.lab.mix.name, "strokes");
    f->app.lab.recipe.epochs = 2;
    fixture_key(f, SDLK_t, KMOD_LCTRL);
    assert_int_equal(f->app.lab.stats.phase, TRAIN_RUNNING);
    fixture_wait(f, has_begun_curves);
}

static void missing_images_are_offered_for_download(void **state)
{
    Fixture *f = *state;
    Path nowhere = scratch_path(&f->home, "nowhere");
    fixture_start_again(f, nowhere.text);
    assert_non_null(strstr(f->app.shell.notice.text, "MNIST is not on this machine"));
    assert_false(f->app.shell.notice.bad);
    assert_int_equal(f->app.shell.notice.action, ACTION_GET_MNIST);
    fixture_draw(f);
    fixture_click(f, fixture_widget(f, ACTION_GET_MNIST)); /* from the mirror of the fixture */
    assert_non_null(strstr(f->app.shell.notice.text, "https"));
    assert_null(f->app.lab.fetch);
}

static void what_lies_where_images_were_looked_for_is_told(void **state)
{
    Fixture *f = *state;
    Path other = scratch_path(&f->home, "other");
    assert_int_equal(mkdir(other.text, 0700), 0);
    scratch_write(scratch_path(&other, "notes.txt").text, "x", 1);
    fixture_start_again(f, other.text);
    assert_true(f->app.shell.notice.bad);
    assert_non_null(strstr(f->app.shell.notice.text, "notes.txt"));
    assert_string_equal(f->app.lab.mix.name, "strokes");
}

static void a_damaged_image_file_is_named(void **state)
{
    Fixture *f = *state;
    Path images = scratch_path(&f->data, "train-images-idx3-ubyte.gz");
    scratch_write(images.text, "no images", 9);
    fixture_start_again(f, f->data.text);
    assert_non_null(strstr(f->app.shell.notice.text, images.text));
    assert_true(f->app.shell.notice.bad);
    assert_int_equal(f->app.shell.notice.action, ACTION_GET_MNIST);
    fixture_wait(f, fixture_is_loaded);
    assert_string_equal(f->app.lab.mix.name, "strokes");
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 20.5f);
    assert_true(f->app.shell.chart.awake);
}

static void other_sources_are_loaded_when_they_are_chosen(void **state)
{
    Fixture *f = *state;
    action_do(&f->app.shell, ACTION_DATA_STROKES);
    fixture_frame(f);
    assert_non_null(f->app.lab.loader);
    fixture_wait(f, fixture_is_loaded);
    assert_string_equal(f->app.lab.mix.name, "other data");
    assert_string_equal(action_label(&f->app.shell, ACTION_DATA_MNIST), "Train on other data");
    assert_int_equal(f->app.lab.mix.train.images, FIXTURE_TRAIN);
}

/* Digits among the images of something else would only disturb. */
static void strokes_go_with_other_data_only_when_they_are_asked_for(void **state)
{
    Fixture *f = *state;
    Err err;
    app_free(&f->app);
    unlink(scratch_path(&f->home, "inkling/session.json").text);
    assert_true(app_make(&f->app, NULL, &f->board.paint, f->data.text, NULL, &err));
    fixture_resize(f, FIXTURE_W, FIXTURE_H, 1.0f);
    fixture_wait(f, fixture_is_loaded);
    assert_string_equal(f->app.lab.mix.name, "other data");
    assert_int_equal(f->app.lab.mix.train.images, FIXTURE_TRAIN);
    assert_false(f->app.lab.plan.data_strokes);
    assert_non_null(strstr(f->app.shell.notice.text, "other data than MNIST"));
    assert_false(f->app.shell.notice.bad);
    action_do(&f->app.shell, ACTION_DATA_STROKES);
    fixture_frame(f);
    fixture_wait(f, fixture_is_loaded);
    assert_string_equal(f->app.lab.mix.name, "other data + strokes");
    fixture_start_again(f, f->data.text); /* it is remembered */
    assert_string_equal(f->app.lab.mix.name, "other data + strokes");
}

static void another_preparation_is_loaded_when_training_begins(void **state)
{
    Fixture *f = *state;
    Preparation before = f->app.lab.loaded.preparation;
    action_do(&f->app.shell, ACTION_FIT);
    fixture_frame(f);
    assert_null(f->app.lab.loader);
    assert_int_equal(f->app.lab.loaded.preparation, before);
    f->app.lab.recipe.epochs = 1;
    action_do(&f->app.shell, ACTION_TRAIN);
    fixture_wait(f, is_running);
    assert_int_equal(f->app.lab.loaded.preparation, PREPARATION_RAW);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(train_waits_for_the_data),
        APP_TEST(without_mnist_the_strokes_are_trained_on),
        APP_TEST(missing_images_are_offered_for_download),
        APP_TEST(what_lies_where_images_were_looked_for_is_told),
        APP_TEST(a_damaged_image_file_is_named),
        APP_TEST(other_sources_are_loaded_when_they_are_chosen),
        APP_TEST(strokes_go_with_other_data_only_when_they_are_asked_for),
        APP_TEST(another_preparation_is_loaded_when_training_begins),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
