/* The guided walk's chapter of the ground knows when each step was done. */
#include "tour_fixture.h"

#include "views/landscape/landscape_pictures.h"
#include "views/slope/slope_roll.h"

static bool is_step_done(const App *app)
{
    return tour_is_done(&app->tour, app->lab.settings.tour_step);
}

static bool has_map(const App *app)
{
    return landscape_pictures_has(&app->landscape_view);
}

/* The ball is dragged until the drawing is read as another digit, and not before is it done. */
static void a_walk_uphill_is_seen(void **state)
{
    enum { PLACES = 64 };
    Fixture *f = *state;
    draw_one(f);
    go_to(f, "The cost as ground");
    fixture_wait(f, has_map);
    fixture_draw(f);
    int digit = f->app.lab.answer.digit;
    for (int i = 0; i < PLACES && f->app.lab.answer.digit == digit; i++) {
        SDL_Rect map = f->app.landscape_view.map;
        assert_false(is_done(f));
        fixture_click(f, (SDL_Point){map.x + (1 + i * 37 % PLACES) * map.w / (PLACES + 2),
                                     map.y + (1 + i * 23 % PLACES) * map.h / (PLACES + 2)});
        fixture_frame(f);
    }
    assert_int_not_equal(f->app.lab.answer.digit, digit);
    assert_true(is_done(f));
    go_to(f, "Down it goes");
    click(f, ACTION_SCRATCH); /* of so few images to go on with is no ten minibatches */
    fixture_wait(f, is_step_done);
}

static void settle_slope(Fixture *f)
{
    do {
        fixture_frame(f);
    } while (f->app.slope_view.phase != SLOPE_READY);
    f->app.shell.redraw = true;
    fixture_draw(f);
}

static void roll(Fixture *f, int rate, int steps)
{
    settle_slope(f);
    click(f, view_action(VIEW_SLOPE, SLOPE_DO_SMALL + rate));
    for (int i = 0; i < steps; i++) {
        settle_slope(f);
        click(f, view_action(VIEW_SLOPE, SLOPE_DO_STEP));
    }
    settle_slope(f);
}

static void balls_that_climb_and_stumble_are_seen(void **state)
{
    Fixture *f = *state;
    go_to(f, "A rate that climbs");
    settle_slope(f);
    click(f, view_action(VIEW_SLOPE, SLOPE_DO_UPHILL)); /* a valley, of so few images, too */
    roll(f, RATE_SMALL, 3);
    assert_false(is_done(f));
    roll(f, RATE_LARGE, 4);
    assert_true(is_done(f));
    go_to(f, "It stumbles, and gets there");
    roll(f, RATE_RIGHT, 4);
    assert_false(is_done(f));
    click(f, view_action(VIEW_SLOPE, SLOPE_DO_STEP));
    settle_slope(f);
    assert_true(is_done(f));
}

/* Balls that have climbed and stumbled before are no step of the walk. */
static void what_balls_did_before_does_not_count(void **state)
{
    Fixture *f = *state;
    const SlopeView *view = &f->app.slope_view;
    fixture_key(f, SDLK_F5, KMOD_LCTRL);
    settle_slope(f);
    click(f, view_action(VIEW_SLOPE, SLOPE_DO_UPHILL));
    roll(f, RATE_LARGE, 4);
    assert_int_equal(PANE_OF_SLOPE.did(view, VIEW_THING_CLIMB), 1);
    go_to(f, "A rate that climbs");
    settle_slope(f);
    assert_false(is_done(f));
    assert_int_equal(view->steps, 0);
    roll(f, RATE_RIGHT, 5);
    assert_int_equal(PANE_OF_SLOPE.did(view, VIEW_THING_STUMBLE), 5);
    go_to(f, "It stumbles, and gets there");
    settle_slope(f);
    assert_false(is_done(f));
    assert_int_equal(view->steps, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(a_walk_uphill_is_seen),
        APP_TEST(balls_that_climb_and_stumble_are_seen),
        APP_TEST(what_balls_did_before_does_not_count),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
