/* What moves after a stroke: bars and neurons on their way, a pulse, the large answer. */
#include "app_fixture.h"

static const uint64_t FNV_BEGIN = 14695981039346656037u, FNV_FACTOR = 1099511628211u;

/* A frame at that time. */
static void frame_at(Fixture *f, Uint64 ms)
{
    shell_tick(&f->app.shell, ms);
    app_update(&f->app);
}

/* Draw it; a number that another picture does not have. */
static uint64_t drawn_at(Fixture *f, Uint64 ms)
{
    const SDL_Surface *surface = f->board.surface;
    uint64_t sum = FNV_BEGIN;
    f->app.shell.redraw = true;
    frame_at(f, ms);
    app_draw(&f->app);
    SDL_RenderPresent(f->board.renderer);
    const Uint8 *byte = surface->pixels;
    for (int i = 0; i < surface->h * surface->pitch; i++) {
        sum = (sum ^ byte[i]) * FNV_FACTOR;
    }
    return sum;
}

/* At the time 1000 all moves, and the pen comes down at the top of a 1. */
static void begin(Fixture *f)
{
    f->app.lab.settings.less_motion = false;
    frame_at(f, 1000);
    fixture_press(f, fixture_cell(f, 14.5f, 4.5f), SDL_BUTTON_LEFT);
    frame_at(f, 1000);
}

static void draw_a_one(Fixture *f, Uint64 ms)
{
    fixture_move(f, fixture_cell(f, 14.5f, 24.5f));
    frame_at(f, ms);
}

static void lift(Fixture *f, Uint64 ms)
{
    fixture_release(f, fixture_cell(f, 14.5f, 24.5f), SDL_BUTTON_LEFT);
    frame_at(f, ms);
}

static float shown(const Fixture *f, int output)
{
    const Easing *easing = shell_easing(&f->app.shell);
    assert_non_null(easing);
    return easing->shown[f->app.lab.model.net.shape.layers - 1][output];
}

static void ink_and_numbers_are_there_at_once_and_bars_follow(void **state)
{
    Fixture *f = *state;
    begin(f);
    frame_at(f, 1200);
    float before = f->app.shell.chart.activation[1];
    draw_a_one(f, 1300);
    float to = f->app.shell.chart.activation[1];
    assert_int_equal(fixture_ink(f, 14, 20), 255);
    assert_true(to > before + 0.1f);
    assert_float_equal(to, net_outputs(&f->app.lab.model.net, &f->app.lab.acts)[1], 0.0f);
    assert_float_equal(shown(f, 1), before, 1e-6f);
    frame_at(f, 1360);
    assert_true(shown(f, 1) > before && shown(f, 1) < to);
    frame_at(f, 1420);
    assert_null(shell_easing(&f->app.shell)); /* then it is what the run has left */
}

static void the_next_point_takes_over_where_the_bars_are(void **state)
{
    Fixture *f = *state;
    begin(f);
    draw_a_one(f, 1010);
    frame_at(f, 1050);
    float there = shown(f, 1);
    fixture_move(f, fixture_cell(f, 24.5f, 24.5f));
    frame_at(f, 1050);
    assert_float_equal(shown(f, 1), there, 1e-6f);
}

static void a_pulse_runs_from_layer_to_layer_after_a_stroke(void **state)
{
    Fixture *f = *state;
    const Shell *shell = &f->app.shell;
    begin(f);
    draw_a_one(f, 1300);
    frame_at(f, 2000);
    assert_float_equal(shell_pulse(shell), 0.0f, 0.0f);
    uint64_t still = drawn_at(f, 2000);
    lift(f, 3000);
    for (int layer = 0; layer <= 3; layer++) {
        uint64_t moves = drawn_at(f, 3045 + MOTION_PULSE_MS * (Uint64)layer);
        assert_float_equal(shell_pulse(shell), (float)layer + 0.5f, 1e-4f);
        assert_true(layer == 3 || moves != still);
    }
    frame_at(f, 3400);
    assert_float_equal(shell_pulse(shell), 0.0f, 0.0f);
}

static void no_pulse_runs_where_no_stroke_has_ended(void **state)
{
    Fixture *f = *state;
    begin(f);
    frame_at(f, 2000);
    fixture_key(f, SDLK_z, KMOD_LCTRL); /* the stroke is gone */
    assert_float_equal(shell_pulse(&f->app.shell), 0.0f, 0.0f);
    assert_false(motion_goes_on(&f->app.shell.motion, MOTION_PULSE));
}

static void a_sure_answer_becomes_clear_once(void **state)
{
    Fixture *f = *state;
    const Motion *motion = &f->app.shell.motion;
    begin(f);
    draw_a_one(f, 1100);
    lift(f, 1200);
    assert_int_equal(f->app.shell.steady.shown.kind, ANSWER_SURE);
    assert_true(motion_goes_on(motion, MOTION_ANSWER));
    frame_at(f, 2000);
    assert_false(motion_goes_on(motion, MOTION_ANSWER));
    f->app.lab.answer_stale = true; /* the same again */
    frame_at(f, 2010);
    assert_true(motion_goes_on(motion, MOTION_EASE));
    assert_false(motion_goes_on(motion, MOTION_ANSWER));
}

static void at_rest_nothing_moves_and_all_is_as_without_motion(void **state)
{
    Fixture *f = *state;
    begin(f);
    draw_a_one(f, 1050);
    lift(f, 1100);
    frame_at(f, 1130);
    uint64_t on_its_way = drawn_at(f, 1140);
    frame_at(f, 3000);
    shell_take_redraw(&f->app.shell);
    frame_at(f, 3100);
    assert_false(f->app.shell.redraw);
    assert_int_equal(motion_sleep_ms(&f->app.shell.motion, false), -1);
    uint64_t at_rest = drawn_at(f, 3200);
    assert_true(on_its_way != at_rest);
    f->app.lab.settings.less_motion = true;
    fixture_key(f, SDLK_DELETE, 0);
    fixture_key(f, SDLK_z, KMOD_LCTRL);
    assert_int_equal(motion_sleep_ms(&f->app.shell.motion, false), -1);
    assert_true(drawn_at(f, 3200) == at_rest);
}

static void with_less_motion_nothing_moves(void **state)
{
    Fixture *f = *state;
    begin(f);
    frame_at(f, 2000);
    f->app.lab.settings.less_motion = true;
    draw_a_one(f, 2100);
    lift(f, 2100);
    assert_null(shell_easing(&f->app.shell));
    assert_float_equal(shell_pulse(&f->app.shell), 0.0f, 0.0f);
    assert_int_equal(motion_sleep_ms(&f->app.shell.motion, false), -1);
}

/* Bars become squares, a pulse goes back, a step is seen; and each ends as without motion. */
static void the_way_back_and_a_step_move_and_come_to_rest(void **state)
{
    Fixture *f = *state;
    const Motion *motion = &f->app.shell.motion;
    begin(f);
    draw_a_one(f, 1010);
    lift(f, 1020);
    frame_at(f, 4000);
    fixture_key(f, SDLK_F4, 0);
    frame_at(f, 4000);
    action_do(&f->app.shell, view_action(VIEW_BACKPROP, 1 + 7)); /* it should be a 7 */
    uint64_t first = drawn_at(f, 4000), growing = drawn_at(f, 4150), back = drawn_at(f, 4400),
             rests = drawn_at(f, 6000);
    assert_true(first != growing && growing != back && back != rests);
    assert_false(motion_goes_on(motion, MOTION_TURN));
    assert_true(drawn_at(f, 7000) == rests);
    f->app.backprop_view.rate = 100.0f;
    frame_at(f, 7000);
    fixture_key(f, SDLK_RETURN, 0); /* one step */
    frame_at(f, 7000);
    assert_true(motion_goes_on(motion, MOTION_STEP));
    uint64_t flash = drawn_at(f, 7050), shrinking = drawn_at(f, 7160), after = drawn_at(f, 8000);
    assert_true(flash != shrinking && shrinking != after);
    f->app.lab.settings.less_motion = true;
    fixture_key(f, SDLK_F2, 0);
    frame_at(f, 9000);
    fixture_key(f, SDLK_F4, 0);
    frame_at(f, 9000);
    assert_false(motion_goes_on(motion, MOTION_TURN));
    assert_true(drawn_at(f, 9000) == after);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(ink_and_numbers_are_there_at_once_and_bars_follow),
        APP_TEST(the_next_point_takes_over_where_the_bars_are),
        APP_TEST(a_pulse_runs_from_layer_to_layer_after_a_stroke),
        APP_TEST(no_pulse_runs_where_no_stroke_has_ended),
        APP_TEST(a_sure_answer_becomes_clear_once),
        APP_TEST(at_rest_nothing_moves_and_all_is_as_without_motion),
        APP_TEST(with_less_motion_nothing_moves),
        APP_TEST(the_way_back_and_a_step_move_and_come_to_rest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
