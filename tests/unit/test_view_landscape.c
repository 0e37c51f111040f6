/* The view Landscape: the map of a run, the ball that is dragged, and the way back. */
#include "landscape_fixture.h"

#include <math.h>

#include "lab/landscape_ball.h"
#include "lab/moment.h"
#include "lab/scrub.h"
#include "lab/weights.h"
#include "shell/explain.h"
#include "shell/panes.h"
#include "views/landscape/landscape_labels.h"
#include "views/landscape/landscape_pictures.h"

static double measured(Fixture *f)
{
    Err err;
    SgdRoom room;
    Score score = {0};
    const Lab *lab = &f->app.lab;
    int images = SDL_min(lab->mix.train.images, SURVEY_IMAGES);
    assert_true(sgd_room_make(&room, &lab->model.net, 32, &err));
    sgd_measure(&lab->model.net, &room, &lab->mix.train, 0, images, lab->model.info.cost, &score);
    sgd_room_free(&room);
    return score.cost / score.images;
}

static SDL_Point map_at(Fixture *f, float u, float v)
{
    SDL_Rect map = view_of(f)->map;
    return (SDL_Point){map.x + (int)(u * (float)map.w), map.y + (int)((1.0f - v) * (float)map.h)};
}

/* As a hand does: down, along, up. */
static void drag_to(Fixture *f, SDL_Point from, SDL_Point to)
{
    fixture_press(f, from, SDL_BUTTON_LEFT);
    fixture_frame(f);
    fixture_move(f, to);
    fixture_frame(f);
    fixture_release(f, to, SDL_BUTTON_LEFT);
    fixture_draw(f);
}

static bool is_walked(Fixture *f)
{
    return landscape_ball_is_walked(&view_of(f)->landscape, &f->app.lab);
}

static void the_run_crosses_its_map_and_the_ball_is_at_its_end(void **state)
{
    Fixture *f = *state;
    make_run(f);
    const Landscape *landscape = &view_of(f)->landscape;
    assert_int_equal(landscape->moments, f->app.lab.timeline.frames);
    assert_true(landscape_share(landscape) > 0.5);
    assert_true(fabs(landscape->ball.at[0]) < 1e-3 && fabs(landscape->ball.at[1]) < 1e-3);
    assert_true(fabs(landscape->ball.cost - measured(f)) < 1e-4);
    assert_true(fabs(landscape->ball.cost - landscape->ball.ground) < 1e-4);
    assert_non_null(strstr(view_of(f)->say, "% of the run's way"));
}

static void the_ball_follows_the_time_line_with_the_true_cost(void **state)
{
    Fixture *f = *state;
    make_run(f);
    const Landscape *landscape = &view_of(f)->landscape;
    for (int frame = 0; frame < f->app.lab.timeline.frames - 1; frame++) {
        scrub_to(&f->app.lab, frame);
        fixture_draw(f);
        for (int k = 0; k < PLANE_AXES; k++) {
            assert_true(fabs(landscape->ball.at[k] - landscape->moment[frame].at[k]) < 1e-6);
        }
        assert_true(fabs(landscape->ball.cost - measured(f)) < 1e-4);
    }
    assert_true(is_measured(&f->app)); /* it is the same map */
}

static void the_dragged_ball_puts_its_network_on_show(void **state)
{
    Fixture *f = *state;
    double at[PLANE_AXES];
    Net net;
    Err err;
    make_run(f);
    SDL_Point to = map_at(f, 0.05f, 0.95f);
    float before = f->app.shell.chart.activation[3];
    drag_to(f, map_at(f, 0.5f, 0.9f), to);
    assert_true(is_walked(f));
    landscape_pictures_place(view_of(f), to, at);
    assert_true(net_make(&net, &f->app.lab.model.net.shape, &err));
    plane_net(&view_of(f)->landscape.survey->plane, at, &net);
    assert_true(fixture_same_weights(&net, &f->app.lab.model.net));
    net_free(&net);
    assert_true(fabs(view_of(f)->landscape.ball.cost - measured(f)) < 1e-4);
    assert_true(fabsf(f->app.shell.chart.activation[3] - before) > 1e-4f);
    assert_int_equal(weights_kept(&f->app.lab), 1); /* a walk is one change */
    assert_true(f->app.lab.timeline.frames > 1);
    assert_non_null(strstr(view_of(f)->say, "Continue"));
}

static void the_ball_stays_on_the_map(void **state)
{
    Fixture *f = *state;
    const double FAR[PLANE_AXES] = {1e6, -1e6};
    Err err;
    make_run(f);
    Landscape *landscape = &view_of(f)->landscape;
    assert_true(landscape_ball_drag(landscape, &f->app.lab, FAR, &err));
    fixture_draw(f);
    assert_true(fabs(landscape->ball.at[0] - landscape->survey->high[0]) < 1e-3);
    assert_true(fabs(landscape->ball.at[1] - landscape->survey->low[1]) < 1e-3);
}

static void the_ball_lands_on_the_run_and_goes_back_to_it(void **state)
{
    Fixture *f = *state;
    make_run(f);
    const Landscape *landscape = &view_of(f)->landscape;
    const Relief *relief = &view_of(f)->pictures.relief;
    SDL_Point start = map_at(f, relief_share(relief, 0, landscape->moment[0].at[0]),
                             relief_share(relief, 1, landscape->moment[0].at[1]));
    drag_to(f, map_at(f, 0.9f, 0.9f), start);
    assert_false(is_walked(f));
    assert_true(fixture_same_weights(&f->app.lab.model.net, &f->app.lab.timeline.frame[0].net));
    assert_int_equal(weights_kept(&f->app.lab), 0);
    drag_to(f, start, map_at(f, 0.9f, 0.9f));
    assert_true(is_walked(f));
    fixture_click(f, fixture_widget(f, view_action(VIEW_LANDSCAPE, LANDSCAPE_RETURN)));
    fixture_draw(f);
    assert_false(is_walked(f));
    const Timeline *timeline = &f->app.lab.timeline;
    assert_true(
        fixture_same_weights(&f->app.lab.model.net, &timeline->frame[timeline->frames - 1].net));
}

static void arrows_move_the_ball_and_turn_the_ground(void **state)
{
    Fixture *f = *state;
    make_run(f);
    const LandscapeView *view = view_of(f);
    fixture_click(f, map_at(f, 0.3f, 0.8f));
    fixture_draw(f);
    double before = view->landscape.ball.at[0];
    fixture_key(f, SDLK_RIGHT, 0);
    fixture_draw(f);
    assert_true(view->landscape.ball.at[0] > before);
    fixture_key(f, SDLK_HOME, 0);
    fixture_draw(f);
    assert_false(is_walked(f));
    ReliefTurn turn = view->pictures.turn;
    SDL_Point ground = fixture_middle(view->ground);
    drag_to(f, ground, (SDL_Point){ground.x + 40, ground.y + 10});
    assert_true(view->pictures.turn.yaw < turn.yaw && view->pictures.turn.pitch > turn.pitch);
    fixture_key(f, SDLK_LEFT, 0);
    float yaw = view->pictures.turn.yaw;
    fixture_key(f, SDLK_HOME, 0);
    assert_true(view->pictures.turn.yaw > yaw);
    assert_true(fabsf(view->pictures.turn.yaw - turn.yaw) < 1e-6f);
}

static bool goes_on(const App *app)
{
    return app->lab.run > 1 && app->lab.timeline.frames > 1;
}

/* A run that is under way ends where the ball is dragged; the next one begins at the ball, and
 * crosses the same map. */
static void training_goes_on_from_the_ball(void **state)
{
    Fixture *f = *state;
    double at[PLANE_AXES];
    make_run(f);
    drag_to(f, map_at(f, 0.9f, 0.9f), map_at(f, 0.8f, 0.9f));
    memcpy(at, view_of(f)->landscape.walk_at, sizeof at);
    const Survey *survey = view_of(f)->landscape.survey;
    action_do(&f->app.shell, ACTION_CONTINUE);
    fixture_wait(f, goes_on);
    fixture_draw(f);
    if (view_of(f)->landscape.survey == survey) { /* the run is short, and may be over */
        const LandscapeMoment *first = &view_of(f)->landscape.moment[0];
        assert_true(view_of(f)->landscape.moments == 0 ||
                    hypot(first->at[0] - at[0], first->at[1] - at[1]) < 0.1);
    }
    fixture_wait(f, is_measured);
    assert_int_equal(view_of(f)->landscape.moments, f->app.lab.timeline.frames);
}

static void a_run_under_way_ends_at_the_ball_and_keeps_its_time_line(void **state)
{
    Fixture *f = *state;
    f->app.lab.recipe.epochs = ENDLESS;
    fixture_key(f, SDLK_t, KMOD_LCTRL);
    fixture_wait(f, has_begun);
    fixture_key(f, SDLK_F5, KMOD_LSHIFT);
    while (!landscape_pictures_has(view_of(f))) {
        fixture_turn(f);
    }
    fixture_draw(f);
    drag_to(f, map_at(f, 0.95f, 0.95f), map_at(f, 0.9f, 0.95f));
    assert_true(is_walked(f));
    assert_int_equal(f->app.lab.stats.phase, TRAIN_IDLE);
    assert_true(f->app.lab.timeline.frames > 1);
    fixture_key(f, SDLK_u, KMOD_LCTRL); /* take it back: the newest weights of the run */
    assert_true(moment_is_of_run(&f->app.lab));
}

static void a_network_alone_has_a_landscape(void **state)
{
    Fixture *f = *state;
    fixture_key(f, SDLK_F5, KMOD_LSHIFT);
    fixture_wait(f, is_measured);
    fixture_draw(f);
    const LandscapeView *view = view_of(f);
    assert_int_equal(view->landscape.survey->axis[0], SURVEY_GRADIENT);
    assert_int_equal(view->landscape.moments, 0);
    assert_true(fabs(view->landscape.ball.cost - measured(f)) < 1e-4);
    drag_to(f, map_at(f, 0.5f, 0.9f), map_at(f, 0.2f, 0.2f));
    assert_true(is_walked(f));
    fixture_key(f, SDLK_ESCAPE, 0);
    fixture_frame(f);
    assert_false(is_walked(f));
}

/* A network that nothing has trained has the cost that is set, as on the page Slope. */
static void random_weights_have_the_cost_that_is_set(void **state)
{
    Fixture *f = *state;
    assert_int_equal(f->app.lab.plan.cost, NET_COST_CROSS_ENTROPY);
    action_do(&f->app.shell, ACTION_RESET);
    fixture_key(f, SDLK_F5, KMOD_LSHIFT);
    fixture_wait(f, is_measured);
    assert_int_equal(view_of(f)->landscape.survey->cost, NET_COST_CROSS_ENTROPY);
    drag_to(f, map_at(f, 0.5f, 0.9f), map_at(f, 0.2f, 0.2f));
    fixture_wait(f, is_measured);
    assert_true(is_walked(f));
    assert_int_equal(view_of(f)->landscape.survey->cost, NET_COST_CROSS_ENTROPY);
}

static void axes_are_chosen_and_differ(void **state)
{
    Fixture *f = *state;
    make_run(f);
    for (int i = 0; i < 12; i++) {
        int command = i % 2 ? LANDSCAPE_UP : LANDSCAPE_ACROSS;
        fixture_click(f, fixture_widget(f, view_action(VIEW_LANDSCAPE, command)));
        fixture_wait(f, is_measured);
        fixture_draw(f);
        const Survey *survey = view_of(f)->landscape.survey;
        assert_true(survey->axis[0] != survey->axis[1] || survey->axis[0] == SURVEY_RANDOM);
        assert_true(fabs(plane_dot(&survey->plane.along[0], &survey->plane.along[1])) < 1e-3);
    }
}

static void the_table_has_every_point_and_moment(void **state)
{
    Fixture *f = *state;
    char line[128];
    int lines = 0;
    make_run(f);
    FILE *out = tmpfile();
    assert_non_null(out);
    assert_true(PANE_OF_LANDSCAPE.table(view_of(f), out));
    rewind(out);
    while (fgets(line, sizeof line, out)) {
        double u, v, cost;
        assert_true(lines == 0 ||
                    (sscanf(strchr(line, ','), ",%lf,%lf,%lf", &u, &v, &cost) == 3 && cost > 0.0));
        lines++;
    }
    fclose(out);
    assert_int_equal(lines, 1 + SURVEY_POINTS + f->app.lab.timeline.frames);
}

/* What keys are told of a box. */
static Hint asked(Fixture *f, SDL_Rect box)
{
    const Shell *shell = &f->app.shell;
    Hint hint = {{0}, {0}, {0}};
    for (int i = 0; i < shell->spots; i++) {
        if (SDL_RectEquals(&shell->spot[i].box, &box)) {
            explain_print(shell, &shell->spot[i], shell->spot[i].at, &hint);
        }
    }
    assert_true(*hint.title);
    return hint;
}

static void keys_ask_where_the_ball_is(void **state)
{
    Fixture *f = *state;
    double at[PLANE_AXES];
    char cost[64];
    make_run(f);
    drag_to(f, map_at(f, 0.5f, 0.9f), map_at(f, 0.05f, 0.95f));
    landscape_pictures_place(view_of(f), map_at(f, 0.05f, 0.95f), at);
    snprintf(cost, sizeof cost, "Cost here: %s",
             hint_short(relief_cost_at(&view_of(f)->pictures.relief, at)).text);
    assert_string_equal(asked(f, view_of(f)->map).title, cost);
}

/* The weights are no minibatch's while the ball is off the run. */
static void the_time_line_speaks_of_the_weights_on_show(void **state)
{
    Fixture *f = *state;
    make_run(f);
    SDL_Rect time = f->app.shell.layout.time;
    assert_non_null(strstr(asked(f, time).title, "weights on show: minibatch"));
    drag_to(f, map_at(f, 0.5f, 0.9f), map_at(f, 0.05f, 0.95f));
    Hint hint = asked(f, time);
    assert_null(strstr(hint.title, "minibatch"));
    assert_non_null(strstr(hint.formula, "none of its moments"));
}

static void the_dots_of_the_way_are_named(void **state)
{
    Fixture *f = *state;
    Hint hint = {{0}, {0}, {0}};
    make_run(f);
    const Relief *relief = &view_of(f)->pictures.relief;
    const double *start = view_of(f)->landscape.moment[0].at;
    SDL_Point at = map_at(f, relief_share(relief, 0, start[0]), relief_share(relief, 1, start[1]));
    PANE_OF_LANDSCAPE.explain(view_of(f), LANDSCAPE_MAP, at, &hint);
    assert_string_equal(hint.title, "The run at epoch 0.00, minibatch 0");
    assert_non_null(strstr(hint.unit, "epochs 1, 2, 5"));
    PANE_OF_LANDSCAPE.explain(view_of(f), LANDSCAPE_MAP, map_at(f, 0.05f, 0.95f), &hint);
    assert_non_null(strstr(hint.title, "Cost here"));
}

/* On ground that is nearly level, a ray crosses the same line again and again. */
static void no_contour_line_is_named_twice(void **state)
{
    Fixture *f = *state;
    float height[SURVEY_POINTS];
    LandscapeLabel label[RELIEF_LINES];
    make_run(f);
    Relief *relief = &view_of(f)->pictures.relief;
    for (int i = 0; i < SURVEY_POINTS; i++) {
        float u = (float)(i % SURVEY_SIDE) / SURVEY_SIDE,
              v = (float)(i / SURVEY_SIDE) / SURVEY_SIDE;
        height[i] = 1.0f + 0.2f * u + 0.3f * sinf(12.0f * u) * sinf(14.0f * v);
    }
    relief_make(relief, height, SURVEY_SIDE, SURVEY_SIDE, 1);
    int labels = landscape_labels_find(view_of(f), label);
    assert_in_range(labels, 2, RELIEF_LINES);
    for (int i = 0; i < labels; i++) {
        for (int k = 0; k < i; k++) {
            assert_int_not_equal(label[i].line, label[k].line);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(the_run_crosses_its_map_and_the_ball_is_at_its_end),
        APP_TEST(the_ball_follows_the_time_line_with_the_true_cost),
        APP_TEST(the_dragged_ball_puts_its_network_on_show),
        APP_TEST(the_ball_stays_on_the_map),
        APP_TEST(the_ball_lands_on_the_run_and_goes_back_to_it),
        APP_TEST(arrows_move_the_ball_and_turn_the_ground),
        APP_TEST(training_goes_on_from_the_ball),
        APP_TEST(a_run_under_way_ends_at_the_ball_and_keeps_its_time_line),
        APP_TEST(a_network_alone_has_a_landscape),
        APP_TEST(random_weights_have_the_cost_that_is_set),
        APP_TEST(axes_are_chosen_and_differ),
        APP_TEST(keys_ask_where_the_ball_is),
        APP_TEST(the_time_line_speaks_of_the_weights_on_show),
        APP_TEST(the_dots_of_the_way_are_named),
        APP_TEST(no_contour_line_is_named_twice),
        APP_TEST(the_table_has_every_point_and_moment),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
