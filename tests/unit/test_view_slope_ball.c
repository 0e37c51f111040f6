/* The balls of the view Slope: how they step, roll and are put, by mouse and keys. */
#include "slope_fixture.h"

#include "views/slope/slope_picture.h"

static double cost_under(const SlopeView *view)
{
    return view->ball[BALL_ALL].cost[view->steps];
}

static void both_balls_step_by_rate_times_slope(void **state)
{
    Fixture *f = *state;
    begin(f);
    const SlopeView *view = view_of(f);
    const Component *it = &view->choice[view->chosen];
    int apart = 0;
    for (int i = 0; i < 5; i++) {
        SlopeBall before[SLOPE_BALLS] = {view->ball[0], view->ball[1]};
        double rise =
            (reference(f, it, before[0].at + 0.02) - reference(f, it, before[0].at - 0.02)) / 0.04;
        assert_true(fabs(before[0].slope - rise) < 1e-3 + 0.02 * fabs(rise));
        assert_true(fabs(cost_under(view) - reference(f, it, before[0].at)) < 1e-4);
        click_on(f, SLOPE_DO_STEP);
        for (int ball = 0; ball < SLOPE_BALLS; ball++) {
            double expected = before[ball].at - view->rate * before[ball].slope;
            assert_true(fabs(view->ball[ball].at - expected) < 1e-9);
            assert_true(view->ball[ball].path[view->steps] == view->ball[ball].at);
        }
        apart += fabs(view->ball[0].at - view->ball[1].at) > 1e-6;
    }
    assert_int_equal(view->steps, 5);
    assert_true(apart > 0); /* a minibatch says something else */
    click_on(f, SLOPE_DO_BACK);
    assert_int_equal(view->steps, 0);
    assert_true(view->ball[0].at == view->ball[0].path[0] && view->ball[1].at == view->ball[0].at);
}

/* Steps with a rate, until the ball is beyond the picture. @return how many were within it */
static int roll(Fixture *f, SlopeRate which, int steps, int *crossed)
{
    const SlopeView *view = view_of(f);
    const SlopeCurve *curve = &view->curve;
    int within = 0;
    *crossed = 0;
    click_on(f, SLOPE_DO_SMALL + (int)which);
    for (int i = 0; i < steps; i++) {
        double before = view->ball[0].at - curve->lowest;
        click_on(f, SLOPE_DO_STEP);
        if (view->ball[0].at < curve->low || view->ball[0].at > curve->high) {
            break;
        }
        within++;
        *crossed += (view->ball[0].at - curve->lowest) * before < 0.0;
    }
    return within;
}

/* What a person sees of the three rates. */
static void check_rates(Fixture *f)
{
    const SlopeView *view = view_of(f);
    int crossed;
    assert_int_equal(roll(f, RATE_RIGHT, 8, &crossed), 8);
    double begin = view->ball[0].cost[0] - view->curve.least;
    assert_non_null(strstr(view->said[2], "Right"));
    assert_true(begin > 0.0 && cost_under(view) - view->curve.least < 0.1 * begin);
    for (int i = 0; i < 8; i++) {
        assert_true(view->ball[0].cost[i + 1] <= view->ball[0].cost[i] + 1e-6);
    }
    assert_int_equal(PANE_OF_SLOPE.did(view, VIEW_THING_CLIMB), 0);
    assert_int_equal(roll(f, RATE_SMALL, 8, &crossed), 8);
    assert_true(view->ball[0].cost[0] - view->curve.least == begin); /* they are compared */
    assert_true(cost_under(view) - view->curve.least > 0.3 * begin);
    assert_non_null(strstr(view->said[2], "Small"));
    assert_true(roll(f, RATE_LARGE, 6, &crossed) >= 3 && crossed >= 2);
    assert_non_null(strstr(view->said[2], "arge")); /* also once it is lost */
    assert_int_equal(PANE_OF_SLOPE.did(view, VIEW_THING_CLIMB), 1);
}

static void rates_do_what_they_are_called(void **state)
{
    Fixture *f = *state;
    begin(f); /* a trained network */
    click_on(f, SLOPE_DO_UPHILL);
    check_rates(f);
    action_do(&f->app.shell, ACTION_RESET);
    fixture_frame(f);
    assert_true(f->app.lab.model.fresh);
    click_on(f, SLOPE_DO_UPHILL);
    fixture_key(f, SDLK_F5, KMOD_LCTRL);
    settle(f);
    check_rates(f);
    click_on(f, SLOPE_DO_UPHILL);
    check_rates(f);
}

/* It stumbles where a minibatch says something else. */
static void two_that_say_the_same_do_not_stumble(void **state)
{
    char said[SLOPE_SAYS][SLOPE_SENTENCE];
    Fixture *f = *state;
    begin(f);
    SlopeView *view = view_of(f);
    view->ball[BALL_MINIBATCH].slope = 2.0 * view->ball[BALL_ALL].slope;
    slope_say(view, said);
    assert_non_null(strstr(said[1], "stumbles"));
    view->ball[BALL_MINIBATCH].slope = view->ball[BALL_ALL].slope;
    slope_say(view, said);
    assert_null(strstr(said[1], "stumbles"));
    assert_non_null(strstr(said[1], "the same"));
}

static void the_slider_is_around_the_right_rate(void **state)
{
    Fixture *f = *state;
    begin(f);
    const SlopeView *view = view_of(f);
    double right = view->rate;
    tab_to(f, SLOPE_DO_RATE);
    fixture_key(f, SDLK_LEFT, 0);
    assert_true(view->rate < right);
    assert_int_equal(view->which, SLOPE_RATES);
    fixture_key_often(f, SDLK_LEFT, 60);
    assert_true(view->rate < right / 50.0);
}

static void a_hand_puts_the_ball_anywhere(void **state)
{
    Fixture *f = *state;
    begin(f);
    const SlopeView *view = view_of(f);
    click_on(f, SLOPE_DO_STEP);
    SDL_Rect plot = view->places.plot;
    fixture_press(f, (SDL_Point){plot.x + plot.w / 4, plot.y + 5}, SDL_BUTTON_LEFT);
    settle(f);
    assert_int_equal(view->steps, 0);
    double quarter = view->curve.low + (view->curve.high - view->curve.low) / 4.0;
    assert_true(fabs(view->ball[0].at - quarter) < 0.02);
    fixture_move(f, (SDL_Point){plot.x + plot.w / 2, plot.y + 500});
    settle(f);
    assert_true(fabs(view->ball[0].at - (view->curve.low + view->curve.high) / 2.0) < 0.02);
    assert_true(fabs(cost_under(view) - slope_curve_height(&view->curve, view->ball[0].at)) < 1e-3);
    fixture_release(f, (SDL_Point){plot.x, plot.y}, SDL_BUTTON_LEFT);
    SDL_Point ball = slope_picture_ball(view, BALL_ALL);
    assert_in_range(ball.x, plot.x + plot.w / 2 - 3, plot.x + plot.w / 2 + 3);
    tab_to(f, SLOPE_DO_AREA);
    double at = view->ball[0].at;
    fixture_key(f, SDLK_RIGHT, 0);
    settle(f);
    assert_true(fabs(view->ball[0].at - at - 0.01 * (view->curve.high - view->curve.low)) < 1e-9);
    fixture_key_often(f, SDLK_LEFT, 200);
    settle(f);
    assert_true(view->ball[0].at == view->curve.low);
}

static void keys_alone_do_all_of_it(void **state)
{
    Fixture *f = *state;
    begin(f);
    const SlopeView *view = view_of(f);
    tab_to(f, SLOPE_DO_AREA);
    fixture_key(f, SDLK_DOWN, 0);
    settle(f);
    assert_int_equal(view->chosen, 1);
    fixture_key(f, SDLK_UP, 0);
    settle(f);
    fixture_key(f, SDLK_UP, 0); /* there is none before */
    settle(f);
    assert_int_equal(view->chosen, 0);
    fixture_key(f, SDLK_n, 0);
    settle(f);
    assert_int_equal(view->steps, 1);
    fixture_key(f, SDLK_HOME, 0);
    settle(f);
    assert_int_equal(view->steps, 0);
    fixture_key(f, SDLK_SPACE, 0);
    assert_true(view->playing);
    fixture_key(f, SDLK_SPACE, 0);
    assert_false(view->playing);
}

static void it_rolls_by_itself_to_the_end_and_rests(void **state)
{
    Fixture *f = *state;
    begin(f);
    const SlopeView *view = view_of(f);
    Uint64 now_ms = 1000;
    shell_tick(&f->app.shell, now_ms);
    action_do(&f->app.shell, action(SLOPE_DO_PLAY));
    for (int i = 0; i < 100000 && view->playing; i++) {
        assert_true(app_sleep_ms(&f->app) >= 0);
        shell_tick(&f->app.shell, now_ms += 50);
        fixture_frame(f);
    }
    assert_false(view->playing);
    assert_int_equal(view->steps, SLOPE_STEPS);
    settle(f);
    assert_int_equal(panes_sleep_ms(&f->app.shell), -1);
    assert_false(action_can(&f->app.shell, action(SLOPE_DO_PLAY)));
    assert_true(action_can(&f->app.shell, action(SLOPE_DO_BACK)));
}

static void a_step_is_seen_on_its_way(void **state)
{
    Fixture *f = *state;
    f->app.lab.settings.less_motion = false;
    begin(f);
    const SlopeView *view = view_of(f);
    shell_tick(&f->app.shell, 5000);
    double from = view->ball[0].at;
    action_do(&f->app.shell, action(SLOPE_DO_STEP));
    fixture_frame(f);
    double to = view->ball[0].at;
    assert_true(slope_roll_place(view, BALL_ALL) == from && to != from);
    shell_tick(&f->app.shell, 5000 + MOTION_STEP_MS / 4);
    double shown = slope_roll_place(view, BALL_ALL);
    assert_true((shown - from) * (to - shown) > 0.0); /* between the two */
    shell_tick(&f->app.shell, 5001 + MOTION_STEP_MS);
    assert_true(fabs(slope_roll_place(view, BALL_ALL) - to) < 1e-9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(both_balls_step_by_rate_times_slope),
        APP_TEST(rates_do_what_they_are_called),
        APP_TEST(the_slider_is_around_the_right_rate),
        APP_TEST(two_that_say_the_same_do_not_stumble),
        APP_TEST(a_hand_puts_the_ball_anywhere),
        APP_TEST(keys_alone_do_all_of_it),
        APP_TEST(it_rolls_by_itself_to_the_end_and_rests),
        APP_TEST(a_step_is_seen_on_its_way),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
