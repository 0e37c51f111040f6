/* The view Slope: its curve held to the network's own functions, its choices, and that the network
 * on show stays as it is. */
#include "slope_fixture.h"

#include "lab/models.h"
#include "lab/weights.h"

static void the_curve_is_the_cost_along_that_weight(void **state)
{
    Fixture *f = *state;
    begin(f);
    const SlopeView *view = view_of(f);
    assert_true(view->curve.whole);
    for (int chosen = 0; chosen < 3; chosen++) {
        const Component *it = &view->choice[view->chosen];
        for (int i = 0; i < SLOPE_POINTS; i += 7) {
            double place = slope_curve_place(&view->curve, i);
            double expected = reference(f, it, place);
            assert_true(fabs(view->curve.cost[i] - expected) < 1e-4 * (1.0 + expected));
            assert_true(fabs(slope_curve_height(&view->curve, place) - view->curve.cost[i]) < 1e-9);
        }
        click_on(f, SLOPE_DO_MORE);
        assert_int_equal(view->chosen, chosen + 1);
    }
    assert_true(fabs(view->choice[0].value) >= fabs(view->choice[1].value));
}

static void uphill_all_weights_go_at_once(void **state)
{
    Fixture *f = *state;
    char line[160];
    begin(f);
    const SlopeView *view = view_of(f);
    double one = view->curve.cost[0];
    click_on(f, SLOPE_DO_UPHILL);
    assert_int_equal(view->chosen, -1);
    assert_true(fabs(view->curve.cost[0] - one) > 1e-6);
    double now = slope_curve_height(&view->curve, 0.0);
    assert_true(fabs(now - reference(f, &view->choice[0], 0.0)) < 1e-3 * now);
    assert_true(slope_curve_height(&view->curve, 0.2) > now); /* uphill */
    assert_true(slope_say_value(view, 2.0) == 2.0);
    slope_say_line(view, line, sizeof line);
    assert_non_null(strstr(line, "gradient"));
    click_on(f, SLOPE_DO_UPHILL);
    assert_int_equal(view->chosen, 0);
    assert_true(fabs(view->curve.cost[0] - one) < 1e-9);
}

static void the_network_on_show_stays_as_it_is(void **state)
{
    Fixture *f = *state;
    Err err;
    Net before = {0};
    assert_true(net_make(&before, &f->app.lab.model.net.shape, &err));
    net_copy(&before, &f->app.lab.model.net);
    begin(f);
    click_on(f, SLOPE_DO_SMALL + RATE_LARGE);
    for (int i = 0; i < 10; i++) {
        click_on(f, SLOPE_DO_STEP);
    }
    click_on(f, SLOPE_DO_UPHILL);
    click_on(f, SLOPE_DO_STEP);
    assert_true(fixture_same_weights(&before, &f->app.lab.model.net));
    assert_int_equal(weights_kept(&f->app.lab), 0);
    assert_false(f->app.lab.model.changed);
    net_free(&before);
}

static void change_network(Fixture *f)
{
    f->app.lab.model.net.bias[2][3] += 1.0f;
    f->app.lab.net_version++;
    f->app.shell.redraw = true;
    fixture_frame(f);
}

static void another_network_is_measured_unless_a_ball_rolls(void **state)
{
    Fixture *f = *state;
    begin(f);
    const SlopeView *view = view_of(f);
    change_network(f);
    settle(f);
    assert_false(slope_roll_is_stale(view));
    double now = view->curve.cost[SLOPE_POINTS / 2];
    double place = slope_curve_place(&view->curve, SLOPE_POINTS / 2);
    assert_true(fabs(now - reference(f, &view->choice[0], place)) < 1e-4);
    assert_int_equal(widgets_box(&f->app.shell, action(SLOPE_DO_RENEW)).w, 0);
    click_on(f, SLOPE_DO_STEP);
    assert_string_equal(slope_say_when(view), "as it is");
    change_network(f);
    settle(f);
    assert_int_equal(view->steps, 1);
    assert_true(slope_roll_is_stale(view));
    assert_string_equal(slope_say_when(view), "as it was");
    click_on(f, SLOPE_DO_RENEW);
    assert_false(slope_roll_is_stale(view));
    assert_int_equal(view->steps, 0);
    fixture_key(f, SDLK_2, KMOD_LCTRL); /* another cost */
    fixture_key(f, SDLK_1, KMOD_LCTRL);
    settle(f);
    assert_int_equal(view->slope.kind, f->app.lab.plan.cost);
}

/* Of a network that is gone, nothing stays, whatever rolls there. */
static void a_network_that_is_gone_takes_its_curve_along(void **state)
{
    static const int OTHER[] = {ACTION_RESET, ACTION_NEW_LARGE, ACTION_PREVIOUS};
    Fixture *f = *state;
    begin(f);
    const SlopeView *view = view_of(f);
    for (int i = 0; i < 3; i++) {
        click_on(f, SLOPE_DO_STEP);
        action_do(&f->app.shell, action(SLOPE_DO_PLAY));
        assert_true(view->playing && view->steps == 1);
        action_do(&f->app.shell, OTHER[i]);
        fixture_frame(f);
        fixture_key(f, SDLK_F5, KMOD_LCTRL);
        settle(f);
        assert_true(!view->playing && view->steps == 0);
        assert_true(fixture_same_weights(&view->slope.origin, &f->app.lab.model.net));
    }
}

/* The curve of a run's network stays while it is new, or a ball rolls on it. */
static void in_training_a_curve_stays_a_while(void **state)
{
    Fixture *f = *state;
    begin(f);
    const SlopeView *view = view_of(f);
    fixture_half_train(f);
    fixture_key(f, SDLK_F5, KMOD_LCTRL);
    shell_tick(&f->app.shell, 10000);
    settle(f);
    shell_tick(&f->app.shell, 20000);
    change_network(f);
    settle(f); /* of the run's weights */
    int version = view->net_version;
    change_network(f);
    shell_tick(&f->app.shell, 22000);
    fixture_frame(f);
    assert_int_equal(view->phase, SLOPE_READY);
    assert_int_equal(view->net_version, version);
    shell_tick(&f->app.shell, 25000);
    fixture_frame(f);
    assert_true(view->net_version > version);
    settle(f);
    click_on(f, SLOPE_DO_STEP);
    change_network(f);
    version = view->net_version;
    shell_tick(&f->app.shell, 60000);
    fixture_frame(f);
    settle(f);
    assert_int_equal(view->net_version, version);
    assert_int_equal(view->steps, 1);
}

static void a_larger_network_has_another_shape(void **state)
{
    Fixture *f = *state;
    begin(f);
    action_do(&f->app.shell, ACTION_NEW_LARGE);
    fixture_frame(f);
    fixture_key(f, SDLK_F5, KMOD_LCTRL);
    settle(f);
    assert_true(net_shape_equal(&view_of(f)->slope.origin.shape, &f->app.lab.model.net.shape));
    assert_true(view_of(f)->curve.whole);
}

static void the_curve_says_what_it_is_along(void **state)
{
    static const char *const WHAT[] = {"weight", "bias"};
    Fixture *f = *state;
    char expected[40];
    begin(f);
    SlopeView *view = view_of(f);
    SDL_Point at = fixture_middle(view->places.plot);
    for (int bias = 0; bias < 2; bias++) {
        Hint hint = {{0}, {0}, {0}};
        view->choice[view->chosen].from = bias ? COMPONENT_BIAS : 0;
        PANE_OF_SLOPE.explain(view, 0, at, &hint);
        snprintf(expected, sizeof expected, "The cost where the %s is", WHAT[bias]);
        assert_non_null(strstr(hint.title, expected));
    }
    click_on(f, SLOPE_DO_UPHILL);
    Hint hint = {{0}, {0}, {0}};
    PANE_OF_SLOPE.explain(view, 0, at, &hint);
    assert_non_null(strstr(hint.title, "The cost where the distance is"));
}

static void its_table_has_the_curve_and_the_paths(void **state)
{
    Fixture *f = *state;
    char line[160];
    int curve = 0, all = 0, some = 0, number;
    double place, cost;
    begin(f);
    const SlopeView *view = view_of(f);
    click_on(f, SLOPE_DO_STEP);
    click_on(f, SLOPE_DO_STEP);
    FILE *out = tmpfile();
    assert_non_null(out);
    assert_true(PANE_OF_SLOPE.table(view, out));
    rewind(out);
    while (fgets(line, sizeof line, out)) {
        if (sscanf(line, "curve,%d,%lf,%lf", &number, &place, &cost) == 3) {
            assert_true(fabs(cost - view->curve.cost[number]) < 1e-7);
            curve++;
        } else if (sscanf(line, "all images,%d,%lf", &number, &place) == 2) {
            double expected = slope_say_value(view, view->ball[BALL_ALL].path[number]);
            assert_true(fabs(place - expected) < 1e-6);
            all++;
        }
        some += strncmp(line, "minibatches", 11) == 0;
    }
    assert_int_equal(curve, SLOPE_POINTS);
    assert_int_equal(all, 3);
    assert_int_equal(some, 3);
    fclose(out);
}

static void everything_has_its_place_in_every_window(void **state)
{
    static const SDL_Point SIZE[] = {{900, 600}, {1280, 800}, {2560, 1440}};
    Fixture *f = *state;
    begin(f);
    for (size_t k = 0; k < sizeof SIZE / sizeof SIZE[0]; k++) {
        fixture_resize(f, SIZE[k].x, SIZE[k].y, 1.0f);
        for (int open = 0; open < 2; open++) {
            f->app.lab.settings.strip_open = open;
            settle(f);
            const SlopePlaces *at = &view_of(f)->places;
            SDL_Rect box = f->app.shell.layout.view, sum;
            const SDL_Rect PART[] = {at->plot,
                                     at->said[SLOPE_SAY_STEP],
                                     at->said[SLOPE_SAY_RATE],
                                     at->play,
                                     at->rate,
                                     at->rates[2],
                                     at->back,
                                     at->title};
            for (int i = 0; i < 8; i++) {
                SDL_UnionRect(&PART[i], &box, &sum);
                assert_true(SDL_RectEquals(&sum, &box) && PART[i].w > 20 && PART[i].h > 10);
                for (int j = 0; j < i; j++) {
                    assert_false(SDL_HasIntersection(&PART[i], &PART[j]));
                }
            }
            assert_true(at->plot.h > 60 && !SDL_HasIntersection(&at->plot, &at->paths));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(the_curve_is_the_cost_along_that_weight),
        APP_TEST(uphill_all_weights_go_at_once),
        APP_TEST(the_network_on_show_stays_as_it_is),
        APP_TEST(another_network_is_measured_unless_a_ball_rolls),
        APP_TEST(a_network_that_is_gone_takes_its_curve_along),
        APP_TEST(in_training_a_curve_stays_a_while),
        APP_TEST(a_larger_network_has_another_shape),
        APP_TEST(the_curve_says_what_it_is_along),
        APP_TEST(its_table_has_the_curve_and_the_paths),
        APP_TEST(everything_has_its_place_in_every_window),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
