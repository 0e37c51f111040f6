/* The window and MNIST: loading, waiting for it, doing without it. */
#include "app_fixture.h"

static bool has_begun_curves(const App *app)
{
    return app->curves.count > 0;
}

static void train_waits_for_the_data(void **state)
{
    Fixture *f = *state;
    Err err;
    app_free(&f->app);
    assert_true(app_make(&f->app, NULL, &f->board.paint, f->data.text, NULL, &err));
    f->app.config.epochs = 2;
    app_do(&f->app, ACTION_TRAIN);
    assert_true(f->app.loader && f->app.train_when_ready);
    fixture_resize(f, FIXTURE_W, FIXTURE_H, 1.0f);
    fixture_wait(f, has_begun_curves);
    assert_string_equal(f->app.notice.text, "");
}

static void a_wish_to_train_ends_with_the_load_that_failed(void **state)
{
    Fixture *f = *state;
    Err err;
    app_free(&f->app);
    assert_true(app_make(&f->app, NULL, &f->board.paint, "/nowhere", NULL, &err));
    app_do(&f->app, ACTION_TRAIN);
    fixture_resize(f, FIXTURE_W, FIXTURE_H, 1.0f);
    fixture_wait(f, fixture_is_loaded);
    assert_false(f->app.train_when_ready);
}

static void missing_images_are_offered_for_download(void **state)
{
    Fixture *f = *state;
    Path nowhere = scratch_path(&f->home, "nowhere");
    fixture_start_again(f, nowhere.text);
    assert_non_null(strstr(f->app.notice.text, nowhere.text));
    assert_true(f->app.notice.bad);
    assert_int_equal(f->app.notice.action, ACTION_GET_MNIST);
    fixture_draw(f);
    fixture_key(f, SDLK_ESCAPE, 0);
    assert_string_equal(f->app.notice.text, "");
    fixture_key(f, SDLK_t, KMOD_LCTRL);
    assert_int_equal(f->app.notice.action, ACTION_GET_MNIST);
    assert_int_equal(f->app.stats.phase, TRAIN_IDLE);
    fixture_click(f, fixture_widget(f, ACTION_GET_MNIST)); /* there is no curl in this home */
    assert_non_null(strstr(f->app.notice.text, "curl"));
    assert_null(f->app.fetch);
}

static void a_damaged_image_file_is_named(void **state)
{
    Fixture *f = *state;
    Path images = scratch_path(&f->data, "train-images-idx3-ubyte.gz");
    scratch_write(images.text, "no images", 9);
    fixture_start_again(f, f->data.text);
    assert_non_null(strstr(f->app.notice.text, images.text));
    assert_true(f->app.notice.bad);
    assert_null(f->app.trainer);
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 20.5f);
    assert_true(f->app.chart.awake);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(train_waits_for_the_data),
        APP_TEST(a_wish_to_train_ends_with_the_load_that_failed),
        APP_TEST(missing_images_are_offered_for_download),
        APP_TEST(a_damaged_image_file_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
