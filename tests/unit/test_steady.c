/* The large answer while a digit is drawn: it does not flicker, and is not stale at rest. */
#include "app_fixture.h"

#include "shell/steady.h"

static Answer come(Steady *steady, float three, float eight)
{
    float outputs[NET_OUTPUTS] = {[3] = three, [8] = eight};
    Answer answer = answer_of(outputs);
    steady_follow(steady, &answer, outputs);
    return steady->shown;
}

static void an_answer_for_one_point_does_not_show(void **state)
{
    (void)state;
    Steady steady = {0};
    assert_int_equal(come(&steady, 1.0f, 0.0f).digit, 3);
    assert_int_equal(come(&steady, 0.1f, 0.9f).digit, 3);
    assert_int_equal(come(&steady, 0.95f, 0.1f).digit, 3);
    assert_int_equal(steady.held, 0);
    assert_int_equal(come(&steady, 0.5f, 0.6f).kind, ANSWER_SURE); /* nor does its doubt */
    assert_int_equal(come(&steady, 0.1f, 0.95f).digit, 3);         /* which is another answer */
}

static void an_answer_that_holds_or_is_clear_shows(void **state)
{
    (void)state;
    Steady steady = {0};
    come(&steady, 1.0f, 0.0f);
    assert_int_equal(come(&steady, 0.1f, 0.9f).digit, 3);
    assert_int_equal(come(&steady, 0.2f, 0.9f).digit, 8);
    assert_int_equal(come(&steady, 0.99f, 0.01f).digit, 3);
}

/* The pen comes down, and the answer of its first point is another one than is shown. */
static void hold_one_back(Fixture *f)
{
    fixture_press(f, fixture_cell(f, 14.5f, 4.5f), SDL_BUTTON_LEFT);
    fixture_frame(f);
    f->app.shell.steady = (Steady){.shown = {.digit = (f->app.lab.answer.digit + 1) % 10},
                                   .next = f->app.lab.answer,
                                   .held = 1};
    fixture_frame(f);
    assert_int_equal(f->app.shell.steady.held, 1);
}

static void it_shows_when_the_pen_is_lifted(void **state)
{
    Fixture *f = *state;
    hold_one_back(f);
    fixture_release(f, fixture_cell(f, 14.5f, 4.5f), SDL_BUTTON_LEFT);
    fixture_frame(f);
    assert_int_equal(f->app.shell.steady.held, 0);
    assert_memory_equal(&f->app.shell.steady.shown, &f->app.lab.answer, sizeof(Answer));
}

static void it_shows_when_the_pen_rests(void **state)
{
    Fixture *f = *state;
    hold_one_back(f);
    int ms = app_sleep_ms(&f->app);
    assert_true(ms >= 0 && ms <= STEADY_MS);
    shell_tick(&f->app.shell, STEADY_MS);
    fixture_frame(f);
    assert_true(f->app.lab.drawing.pen_down);
    assert_memory_equal(&f->app.shell.steady.shown, &f->app.lab.answer, sizeof(Answer));
}

static void at_rest_it_is_what_the_network_says(void **state)
{
    Fixture *f = *state;
    fixture_stroke(f, SDL_BUTTON_LEFT, 8.5f, 6.5f, 20.5f, 6.5f);
    fixture_stroke(f, SDL_BUTTON_LEFT, 20.5f, 6.5f, 12.5f, 24.5f);
    assert_memory_equal(&f->app.shell.steady.shown, &f->app.lab.answer, sizeof(Answer));
    fixture_key(f, SDLK_z, KMOD_LCTRL);
    assert_memory_equal(&f->app.shell.steady.shown, &f->app.lab.answer, sizeof(Answer));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_answer_for_one_point_does_not_show),
        cmocka_unit_test(an_answer_that_holds_or_is_clear_shows),
        APP_TEST(it_shows_when_the_pen_is_lifted),
        APP_TEST(it_shows_when_the_pen_rests),
        APP_TEST(at_rest_it_is_what_the_network_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
