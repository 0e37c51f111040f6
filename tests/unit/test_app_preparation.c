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

static void assert_switches(const Fixture *f, bool fit, bool straighten)
{
    assert_int_equal(is_on(f, ACTION_FIT), fit);
    assert_int_equal(is_on(f, ACTION_STRAIGHTEN), straighten);
    assert_int_equal(f->app.lab.preparation, straighten ? PREPARATION_STRAIGHTENED
                                             : fit      ? PREPARATION_FITTED
                                                        : PREPARATION_RAW);
}

static void the_switches_show_how_the_network_was_trained(void **state)
{
    Fixture *f = *state;
    open_trained_on(f, PREPARATION_STRAIGHTENED);
    assert_switches(f, true, true);
    open_trained_on(f, PREPARATION_RAW);
    assert_switches(f, false, false);
    open_trained_on(f, PREPARATION_FITTED);
    assert_switches(f, true, false);
}

static void each_switch_can_be_turned_by_mouse_and_key(void **state)
{
    Fixture *f = *state;
    open_trained_on(f, PREPARATION_FITTED);
    fixture_click(f, fixture_widget(f, ACTION_STRAIGHTEN));
    assert_switches(f, true, true);
    fixture_key(f, SDLK_g, 0);
    assert_switches(f, true, false);
    fixture_click(f, fixture_widget(f, ACTION_FIT));
    assert_switches(f, false, false);
    fixture_key(f, SDLK_f, 0);
    assert_switches(f, true, false);
}

static void straightening_does_not_go_without_fitting(void **state)
{
    Fixture *f = *state;
    open_trained_on(f, PREPARATION_RAW);
    fixture_key(f, SDLK_g, 0);
    assert_switches(f, true, true);
    fixture_key(f, SDLK_f, 0);
    assert_switches(f, false, false);
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
    assert_true(normalise_drawing(&f->app.lab.drawing, PREPARATION_STRAIGHTENED, &expected, &err));
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
    assert_switches(f, true, true);
    fixture_key(f, SDLK_b, KMOD_LCTRL);
    assert_switches(f, false, false);
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
    assert_switches(f, false, false);
    assert_string_equal(f->app.lab.model.info.preparation, "straightened");
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
    assert_switches(f, true, true);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(the_switches_show_how_the_network_was_trained),
        APP_TEST(each_switch_can_be_turned_by_mouse_and_key),
        APP_TEST(straightening_does_not_go_without_fitting),
        APP_TEST(what_the_network_sees_changes_at_once),
        APP_TEST(the_previous_network_brings_its_own_preparation_back),
        APP_TEST(a_new_network_leaves_the_switches_as_they_are),
        APP_TEST(the_switches_are_kept_to_the_next_start),
        APP_TEST(a_session_that_does_not_say_goes_by_its_network),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
