/* The way back to a trained network, while one that is not as good is on show. */
#include "app_fixture.h"
#include "lab/models.h"

static bool has_learned(const App *app)
{
    return app->lab.stats.images >= 100;
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
    assert_false(fixture_same_weights(&trained.net, &f->app.lab.previous.net));
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
    Err err;
    assert_true(models_keep(lab, &err));
    lab->previous.info.tested = lab->model.info.tested = true;
    lab->previous.info.test_accuracy = 0.97f;
    lab->model.info.test_accuracy = 0.95f;
    assert_true(models_was_better(lab));
    lab->model.info.test_accuracy = 0.98f;
    assert_false(models_was_better(lab));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(random_weights_do_not_push_it_out_of_reach),
        APP_TEST(it_stays_in_sight_while_another_one_learns),
        APP_TEST(a_small_window_and_a_presenter_have_it_where_there_is_room),
        APP_TEST(a_worse_one_has_it_and_a_better_one_does_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
