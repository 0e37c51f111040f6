/* The two switches: how drawings are prepared, and what the network sees of them. */
#include "app_fixture.h"

#include "lab/models.h"
#include "sheets.h"

/* Open a network that was trained on images so prepared. */
static void open_trained_on(Fixture *f, Preparation preparation)
{
    Err err;
    NetInfo info = f->app.lab.model.info;
    Path file = scratch_path(&f->home, preparation_name(preparation));
    snprintf(info.preparation, sizeof info.preparation, "%s", preparation_name(preparation));
    assert_true(net_save(&f->app.lab.model.net, &info, file.text, &err));
    assert_true(models_open(&f->app.lab, file.text, &err));
    fixture_frame(f);
}

static bool is_on(const Fixture *f, int action)
{
    int i = widget_find(f->app.shell.widget, f->app.shell.widgets, action);
    assert_true(i >= 0);
    return f->app.shell.widget[i].on;
}

static void assert_prepared(const Fixture *f, Preparation preparation)
{
    assert_int_equal(is_on(f, ACTION_FIT), preparation != PREPARATION_RAW);
    assert_int_equal(is_on(f, ACTION_STRAIGHTEN), preparation_straightens(preparation));
    assert_int_equal(f->app.lab.preparation, preparation);
}

static void the_switches_show_how_the_network_was_trained(void **state)
{
    Fixture *f = *state;
    for (int preparation = 0; preparation < PREPARATIONS; preparation++) {
        open_trained_on(f, (Preparation)preparation);
        assert_prepared(f, (Preparation)preparation);
    }
}

static void each_switch_can_be_turned_by_mouse_and_key(void **state)
{
    Fixture *f = *state;
    open_trained_on(f, PREPARATION_FITTED);
    fixture_click(f, fixture_widget(f, ACTION_STRAIGHTEN));
    assert_prepared(f, PREPARATION_UPRIGHT);
    fixture_key(f, SDLK_g, 0);
    assert_prepared(f, PREPARATION_FITTED);
    fixture_click(f, fixture_widget(f, ACTION_FIT));
    assert_prepared(f, PREPARATION_RAW);
    fixture_key(f, SDLK_f, 0);
    assert_prepared(f, PREPARATION_FITTED);
}

static void straightening_does_not_go_without_fitting(void **state)
{
    Fixture *f = *state;
    open_trained_on(f, PREPARATION_RAW);
    fixture_key(f, SDLK_g, 0);
    assert_prepared(f, PREPARATION_UPRIGHT);
    fixture_key(f, SDLK_f, 0);
    assert_prepared(f, PREPARATION_RAW);
}

/* Older networks were trained on images that were straightened in another way. */
static void a_network_is_straightened_for_in_its_own_way(void **state)
{
    Fixture *f = *state;
    for (int i = 0; i < 2; i++) {
        Preparation trained = i ? PREPARATION_STRAIGHTENED : PREPARATION_UPRIGHT;
        open_trained_on(f, trained);
        fixture_key(f, SDLK_g, 0);
        assert_prepared(f, PREPARATION_FITTED);
        fixture_key(f, SDLK_g, 0);
        assert_prepared(f, trained);
        fixture_key(f, SDLK_f, 0);
        fixture_key(f, SDLK_f, 0);
        assert_prepared(f, trained);
    }
}

static void what_the_network_sees_changes_at_once(void **state)
{
    Fixture *f = *state;
    Err err;
    Sheet expected;
    open_trained_on(f, PREPARATION_FITTED);
    fixture_stroke(f, SDL_BUTTON_LEFT, 16.5f, 4.5f, 10.5f, 20.5f);
    assert_true(lean(&f->app.lab.input) < -0.3);
    fixture_key(f, SDLK_g, 0);
    assert_true(fabs(lean(&f->app.lab.input)) < 0.05);
    assert_true(normalise_drawing(&f->app.lab.drawing, PREPARATION_UPRIGHT, &expected, &err));
    assert_memory_equal(&f->app.lab.input, &expected, sizeof expected);
    fixture_key(f, SDLK_f, 0);
    assert_memory_equal(&f->app.lab.input, &f->app.lab.sheet, sizeof expected);
}

static void the_previous_network_brings_its_own_preparation_back(void **state)
{
    Fixture *f = *state;
    open_trained_on(f, PREPARATION_STRAIGHTENED);
    open_trained_on(f, PREPARATION_RAW);
    fixture_key(f, SDLK_b, KMOD_LCTRL);
    assert_prepared(f, PREPARATION_STRAIGHTENED);
    fixture_key(f, SDLK_b, KMOD_LCTRL);
    assert_prepared(f, PREPARATION_RAW);
}

static void a_new_network_leaves_the_switches_as_they_are(void **state)
{
    Fixture *f = *state;
    for (int preparation = 0; preparation < PREPARATIONS; preparation++) {
        f->app.lab.preparation = (Preparation)preparation;
        fixture_key(f, SDLK_n, KMOD_LCTRL);
        assert_int_equal(f->app.lab.preparation, preparation);
        assert_string_equal(f->app.lab.model.info.preparation,
                            preparation_name((Preparation)preparation));
    }
}

static void the_switches_are_kept_to_the_next_start(void **state)
{
    Fixture *f = *state;
    open_trained_on(f, PREPARATION_STRAIGHTENED);
    fixture_key(f, SDLK_f, 0);
    fixture_keep(f);
    fixture_start_again(f, f->data.text);
    assert_prepared(f, PREPARATION_RAW);
    assert_string_equal(f->app.lab.model.info.preparation, "straightened");
}

static void a_network_of_the_older_way_keeps_it_to_the_next_start(void **state)
{
    Fixture *f = *state;
    open_trained_on(f, PREPARATION_STRAIGHTENED);
    fixture_stroke(f, SDL_BUTTON_LEFT, 8.5f, 4.5f, 18.5f, 4.5f);
    fixture_stroke(f, SDL_BUTTON_LEFT, 18.5f, 4.5f, 18.5f, 22.5f);
    Sheet before = f->app.lab.input, upright;
    Err err;
    assert_true(normalise_drawing(&f->app.lab.drawing, PREPARATION_UPRIGHT, &upright, &err));
    assert_true(share_moved(&before, &upright) > 0.5);
    fixture_keep(f);
    fixture_start_again(f, f->data.text);
    assert_prepared(f, PREPARATION_STRAIGHTENED);
    assert_memory_equal(&f->app.lab.input, &before, sizeof before);
}

static void a_session_that_does_not_say_goes_by_its_network(void **state)
{
    Fixture *f = *state;
    Path file = scratch_path(&f->home, "inkling/session.json");
    open_trained_on(f, PREPARATION_STRAIGHTENED);
    fixture_keep(f);
    app_free(&f->app);
    scratch_write(file.text, "{\"version\":1}", 13);
    fixture_start(f, f->data.text);
    assert_prepared(f, PREPARATION_STRAIGHTENED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(the_switches_show_how_the_network_was_trained),
        APP_TEST(each_switch_can_be_turned_by_mouse_and_key),
        APP_TEST(a_network_is_straightened_for_in_its_own_way),
        APP_TEST(straightening_does_not_go_without_fitting),
        APP_TEST(what_the_network_sees_changes_at_once),
        APP_TEST(the_previous_network_brings_its_own_preparation_back),
        APP_TEST(a_new_network_leaves_the_switches_as_they_are),
        APP_TEST(the_switches_are_kept_to_the_next_start),
        APP_TEST(a_network_of_the_older_way_keeps_it_to_the_next_start),
        APP_TEST(a_session_that_does_not_say_goes_by_its_network),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
