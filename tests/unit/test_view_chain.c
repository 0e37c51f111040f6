/* The view Chain: every knob by mouse, wheel and keys, what lights up, what it says, and its steps,
 * held to nn/chain. */
#include "chain_fixture.h"

static void a_knob_is_dragged_from_end_to_end(void **state)
{
    Fixture *f = *state;
    begin(f);
    for (int i = 0; i < CHAIN_SET; i++) {
        SDL_Rect line = view_of(f)->places.line[i];
        SDL_Point at = {line.x + line.w / 3, line.y + line.h / 2};
        fixture_press(f, at, SDL_BUTTON_LEFT);
        fixture_frame(f);
        double span = chain_most(i) - chain_least(i);
        assert_true(fabs(value_of(f, i) - (chain_least(i) + span / 3.0)) < span / 30.0);
        assert_int_equal(view_of(f)->selected, i);
        fixture_move(f, (SDL_Point){line.x + 2 * line.w, at.y});
        check(f);
        assert_true(value_of(f, i) == chain_most(i));
        fixture_move(f, (SDL_Point){line.x - line.w, at.y + 200});
        check(f);
        assert_true(value_of(f, i) == chain_least(i));
        fixture_release(f, at, SDL_BUTTON_LEFT);
        fixture_frame(f);
        fixture_move(f, (SDL_Point){line.x + line.w, at.y});
        fixture_frame(f);
        assert_true(value_of(f, i) == chain_least(i)); /* it was let go of */
        fixture_draw(f);
    }
}

static void the_middle_of_a_weights_line_is_nothing_at_all(void **state)
{
    Fixture *f = *state;
    begin(f);
    SDL_Rect line = view_of(f)->places.line[CHAIN_WEIGHT + 1];
    fixture_click(f, (SDL_Point){line.x + line.w / 2, line.y + line.h / 2});
    assert_true(value_of(f, CHAIN_WEIGHT + 1) == 0.0);
    assert_true(chain_gradient(&view_of(f)->chain, CHAIN_WEIGHT) == 0.0);
    check(f);
}

static void keys_turn_the_knob_that_tab_has_reached(void **state)
{
    Fixture *f = *state;
    begin(f);
    tab_to(f, CHAIN_DO_KNOB + CHAIN_BIAS + 1);
    assert_int_equal(view_of(f)->selected, CHAIN_BIAS + 1);
    double before = value_of(f, CHAIN_BIAS + 1);
    fixture_key(f, SDLK_UP, 0);
    fixture_key(f, SDLK_RIGHT, 0);
    assert_true(fabs(value_of(f, CHAIN_BIAS + 1) - before - 0.2) < 1e-9);
    fixture_key(f, SDLK_LEFT, KMOD_LSHIFT);
    assert_true(fabs(value_of(f, CHAIN_BIAS + 1) - before - 0.19) < 1e-9);
    fixture_key(f, SDLK_0, 0);
    assert_true(value_of(f, CHAIN_BIAS + 1) == 0.0);
    fixture_key(f, SDLK_END, 0);
    fixture_key(f, SDLK_RIGHT, 0);
    assert_true(value_of(f, CHAIN_BIAS + 1) == chain_most(CHAIN_BIAS + 1));
    tab_to(f, CHAIN_DO_KNOB + CHAIN_INPUT);
    fixture_key(f, SDLK_1, 0);
    assert_true(value_of(f, CHAIN_INPUT) == 1.0);
    fixture_key(f, SDLK_DOWN, 0);
    assert_true(fabs(value_of(f, CHAIN_INPUT) - 0.99) < 1e-9);
    fixture_key(f, SDLK_HOME, 0);
    assert_true(value_of(f, CHAIN_INPUT) == 0.0);
    check(f);
}

static void the_wheel_turns_the_knob_under_it(void **state)
{
    Fixture *f = *state;
    begin(f);
    double before = value_of(f, CHAIN_WEIGHT + 2), other = value_of(f, CHAIN_WEIGHT);
    fixture_move(f, fixture_middle(view_of(f)->places.node[CHAIN_WEIGHT + 2]));
    fixture_wheel(f, 0.0f, 3.0f);
    assert_true(fabs(value_of(f, CHAIN_WEIGHT + 2) - before - 0.3) < 1e-9);
    assert_int_equal(view_of(f)->selected, CHAIN_WEIGHT + 2);
    fixture_move(f, fixture_middle(view_of(f)->places.node[CHAIN_SUM]));
    fixture_wheel(f, 0.0f, 3.0f); /* no knob */
    assert_true(value_of(f, CHAIN_WEIGHT) == other);
    check(f);
}

static void what_is_pressed_lights_its_way_up(void **state)
{
    Fixture *f = *state;
    begin(f);
    for (int i = 0; i < CHAIN_COST; i++) {
        int path[CHAIN_PATH], lit = 0;
        fixture_click(f, fixture_middle(view_of(f)->places.node[i]));
        f->app.shell.redraw = true;
        fixture_draw(f);
        assert_int_equal(view_of(f)->selected, i);
        for (int k = 0; k < CHAIN_COST; k++) {
            lit += chain_is_on_path(i, k);
        }
        assert_int_equal(lit, chain_path(i, path));
        assert_int_equal(view_of(f)->places.factors, lit);
        assert_true(view_of(f)->places.factor[lit - 1].w > 0);
    }
    fixture_click(f, fixture_middle(view_of(f)->places.node[CHAIN_COST]));
    assert_int_equal(view_of(f)->selected, CHAIN_COST - 1); /* it is no nudge's */
}

static void arrows_reach_every_quantity(void **state)
{
    static const SDL_Keycode KEYS[] = {SDLK_LEFT, SDLK_RIGHT, SDLK_UP, SDLK_DOWN};
    Fixture *f = *state;
    unsigned seen = 0;
    Rng rng;
    begin(f);
    rng_init(&rng, 2);
    tab_to(f, CHAIN_DO_AREA);
    fixture_key(f, SDLK_RIGHT, 0);
    assert_int_equal(view_of(f)->selected, CHAIN_SUM);
    for (int i = 0; i < 500; i++) {
        fixture_key(f, KEYS[rng_below(&rng, 4)], 0);
        assert_in_range(view_of(f)->selected, 0, CHAIN_COST - 1);
        seen |= 1u << view_of(f)->selected;
    }
    assert_int_equal(seen, (1u << CHAIN_COST) - 1);
}

static void steps_go_down_the_gradient_and_leave_the_network_alone(void **state)
{
    Fixture *f = *state;
    Err err;
    Net before = {0};
    begin(f);
    assert_true(net_make(&before, &f->app.lab.model.net.shape, &err));
    net_copy(&before, &f->app.lab.model.net);
    Chain expected = view_of(f)->chain;
    double first = expected.value[CHAIN_COST];
    for (int i = 0; i < 20; i++) {
        click_on(f, CHAIN_DO_STEP);
        chain_step(&expected, (double)view_of(f)->rate);
        assert_memory_equal(&expected, &view_of(f)->chain, sizeof expected);
        check(f);
    }
    assert_true(view_of(f)->fell > 0 && value_of(f, CHAIN_COST) < first / 2.0);
    tab_to(f, CHAIN_DO_KNOB);
    fixture_key(f, SDLK_RETURN, 0);
    chain_step(&expected, (double)view_of(f)->rate);
    assert_memory_equal(&expected, &view_of(f)->chain, sizeof expected);
    assert_true(fixture_same_weights(&before, &f->app.lab.model.net));
    assert_int_equal(weights_kept(&f->app.lab), 0);
    net_free(&before);
}

/* However long the steps are, no weight goes where its knob cannot follow. */
static void steps_end_where_the_knobs_do(void **state)
{
    Fixture *f = *state;
    begin(f);
    tab_to(f, CHAIN_DO_RATE);
    fixture_key_often(f, SDLK_RIGHT, 60);
    bool ended = false;
    tab_to(f, CHAIN_DO_KNOB + CHAIN_BIAS + CHAIN_LINKS - 1);
    fixture_key(f, SDLK_HOME, 0);
    tab_to(f, CHAIN_DO_KNOB + CHAIN_WANTED); /* so the bias wants further down */
    fixture_key(f, SDLK_HOME, 0);
    for (int i = 0; i < 20; i++) {
        Chain after = chain_after(&view_of(f)->chain, (double)view_of(f)->rate);
        click_on(f, CHAIN_DO_STEP);
        assert_memory_equal(&after, &view_of(f)->chain, sizeof after); /* as the dashes said */
        check(f);
        for (int q = CHAIN_WEIGHT; q < CHAIN_WANTED; q++) {
            assert_true(value_of(f, q) >= chain_least(q) && value_of(f, q) <= chain_most(q));
            ended |= value_of(f, q) == chain_least(q) || value_of(f, q) == chain_most(q);
        }
        if (i % 10 == 9) {
            click_on(f, CHAIN_DO_RANDOM);
        }
    }
    assert_true(ended);
}

static void random_values_come_and_go(void **state)
{
    Fixture *f = *state;
    begin(f);
    Chain first = view_of(f)->chain;
    click_on(f, CHAIN_DO_RANDOM);
    Chain random = view_of(f)->chain;
    assert_memory_not_equal(&random, &first, sizeof first);
    check(f);
    tab_to(f, CHAIN_DO_AREA);
    fixture_key(f, SDLK_n, 0);
    assert_memory_not_equal(&view_of(f)->chain, &random, sizeof random);
    click_on(f, CHAIN_DO_RESET);
    assert_memory_equal(&view_of(f)->chain, &first, sizeof first);
    check(f);
}

static void the_rate_goes_from_end_to_end(void **state)
{
    Fixture *f = *state;
    begin(f);
    tab_to(f, CHAIN_DO_RATE);
    float before = view_of(f)->rate;
    fixture_key(f, SDLK_RIGHT, 0);
    assert_true(view_of(f)->rate > before);
    fixture_key_often(f, SDLK_LEFT, 60);
    assert_float_equal(view_of(f)->rate, 0.01f, 1e-6);
    fixture_key_often(f, SDLK_RIGHT, 60);
    assert_float_equal(view_of(f)->rate, 10.0f, 1e-3);
}

static void a_step_is_seen_on_its_way(void **state)
{
    Fixture *f = *state;
    f->app.lab.settings.less_motion = false;
    begin(f);
    shell_tick(&f->app.shell, 1000);
    double before = value_of(f, CHAIN_COST);
    action_do(&f->app.shell, view_action(VIEW_CHAIN, CHAIN_DO_STEP));
    double after = value_of(f, CHAIN_COST);
    fixture_frame(f);
    shell_tick(&f->app.shell, 1000 + MOTION_STEP_MS / 4);
    fixture_frame(f);
    double shown = view_of(f)->shown.value[CHAIN_COST];
    assert_true(after < shown && shown < before);
    assert_true(app_sleep_ms(&f->app) >= 0);
    shell_tick(&f->app.shell, 1000 + 2 * MOTION_STEP_MS);
    check(f);
    shell_tick(&f->app.shell, 1001 + 2 * MOTION_STEP_MS);
    fixture_frame(f);
    assert_int_equal(panes_sleep_ms(&f->app.shell), -1);
    assert_false(motion_goes_on(&f->app.shell.motion, MOTION_STEP));
}

static void its_table_has_a_line_for_each_quantity(void **state)
{
    char line[160];
    int lines = 0;
    Fixture *f = *state;
    begin(f);
    const Pane *pane = f->app.shell.pane[VIEW_CHAIN].pane;
    FILE *out = tmpfile();
    assert_non_null(out);
    assert_true(pane->table(view_of(f), out));
    rewind(out);
    while (fgets(line, sizeof line, out)) {
        double value, ratio, gradient;
        int i = lines++ - 1;
        if (i < 0 || i == CHAIN_COST) {
            continue;
        }
        assert_int_equal(sscanf(line, "%*[^,],%lf,%*[^,],%lf,%lf", &value, &ratio, &gradient), 3);
        assert_true(fabs(value - value_of(f, i)) < 1e-8);
        assert_true(fabs(ratio - chain_ratio(&view_of(f)->chain, i)) < 1e-8);
        assert_true(fabs(gradient - chain_gradient(&view_of(f)->chain, i)) < 1e-8);
    }
    assert_int_equal(lines, 1 + CHAIN_QUANTITIES);
    fclose(out);
}

/* Nothing lies over anything else, and all of it is in the window. */
static void everything_has_its_place_in_every_window(void **state)
{
    static const SDL_Point SIZE[] = {{900, 600}, {1280, 800}, {1100, 700}, {2560, 1440}};
    Fixture *f = *state;
    for (size_t k = 0; k < sizeof SIZE / sizeof SIZE[0]; k++) {
        fixture_resize(f, SIZE[k].x, SIZE[k].y, 1.0f);
        for (int open = 0; open < 2; open++) {
            f->app.lab.settings.strip_open = open;
            begin(f);
            f->app.shell.redraw = true;
            fixture_frame(f);
            const ChainPlaces *at = &view_of(f)->places;
            SDL_Rect box = f->app.shell.layout.view, sum;
            for (int i = 0; i < CHAIN_QUANTITIES; i++) {
                SDL_UnionRect(&at->node[i], &box, &sum);
                assert_true(SDL_RectEquals(&sum, &box));
                for (int j = 0; j < i; j++) {
                    assert_false(SDL_HasIntersection(&at->node[i], &at->node[j]));
                }
            }
            SDL_UnionRect(&at->product, &box, &sum);
            assert_true(SDL_RectEquals(&sum, &box));
            assert_true(at->result.x + at->result.w <= box.x + box.w);
            assert_true(at->result.w > 60 && at->step.w > 0 && at->reset.w > 40);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(a_knob_is_dragged_from_end_to_end),
        APP_TEST(the_middle_of_a_weights_line_is_nothing_at_all),
        APP_TEST(keys_turn_the_knob_that_tab_has_reached),
        APP_TEST(the_wheel_turns_the_knob_under_it),
        APP_TEST(what_is_pressed_lights_its_way_up),
        APP_TEST(arrows_reach_every_quantity),
        APP_TEST(steps_go_down_the_gradient_and_leave_the_network_alone),
        APP_TEST(steps_end_where_the_knobs_do),
        APP_TEST(random_values_come_and_go),
        APP_TEST(the_rate_goes_from_end_to_end),
        APP_TEST(a_step_is_seen_on_its_way),
        APP_TEST(its_table_has_a_line_for_each_quantity),
        APP_TEST(everything_has_its_place_in_every_window),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
