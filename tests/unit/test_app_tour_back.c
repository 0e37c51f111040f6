/* The guided walk puts back what it has changed, and has what its steps are about. */
#include "tour_fixture.h"

#include "lab/choices.h"
#include "lab/moment.h"
#include "lab/recipe.h"
#include "lab/scrub.h"
#include "lab/weights.h"

/* Where everything was before it. */
static float weight_of_now(const Fixture *f)
{
    return f->app.lab.model.net.block[5];
}

static void a_way_of_preparing_is_put_back_with_the_next_step(void **state)
{
    Fixture *f = *state;
    Preparation before = f->app.lab.preparation;
    go_to(f, "What the network sees");
    click(f, ACTION_FIT);
    assert_int_not_equal(f->app.lab.preparation, before);
    click(f, ACTION_TOUR_NEXT);
    assert_int_equal(f->app.lab.preparation, before);
}

static void weights_changed_by_hand_are_put_back_without_a_trace(void **state)
{
    Fixture *f = *state;
    Err err;
    float before = weight_of_now(f);
    bool changed = f->app.lab.model.changed;
    go_to(f, "Weighted sum, bias, sigmoid");
    for (int i = 0; i < 3; i++) {
        assert_true(weights_keep(&f->app.lab, "weight", &err));
        f->app.lab.model.net.block[5] += 1.0f;
        weights_changed(&f->app.lab);
    }
    int shelf = f->app.lab.shelf.count;
    key(f, SDLK_ESCAPE);
    assert_true(weight_of_now(f) == before);
    assert_int_equal(f->app.lab.model.changed, changed);
    assert_int_equal(weights_kept(&f->app.lab), 0);
    assert_int_equal(f->app.lab.shelf.count, shelf);
}

static void what_was_changed_before_the_tour_stays_so(void **state)
{
    Fixture *f = *state;
    Err err;
    assert_true(weights_keep(&f->app.lab, "weight", &err));
    f->app.lab.model.net.block[5] += 1.0f;
    weights_changed(&f->app.lab);
    float before = weight_of_now(f);
    go_to(f, "Weighted sum, bias, sigmoid");
    key(f, SDLK_ESCAPE);
    assert_true(weight_of_now(f) == before);
    assert_int_equal(weights_kept(&f->app.lab), 1);
}

static bool has_a_run(const App *app)
{
    return app->lab.timeline.frames > 1;
}

/* By Next alone: each step has what it speaks of. */
static void the_network_is_sound_again_after_gradient_descent(void **state)
{
    Fixture *f = *state;
    float before = weight_of_now(f);
    go_to(f, "It begins with noise");
    assert_true(weight_of_now(f) == before);
    click(f, ACTION_TOUR_NEXT); /* ten small steps, from random weights */
    assert_true(f->app.lab.model.fresh);
    click(f, ACTION_TOUR_NEXT);
    click(f, ACTION_TOUR_NEXT); /* back in time: there is a run to look at */
    fixture_wait(f, has_a_run);
    assert_false(f->app.lab.model.fresh);
    click(f, ACTION_TOUR_BACK);
    assert_true(has_a_run(&f->app));
    click(f, ACTION_TOUR_NEXT);
    click(f, ACTION_TOUR_NEXT);
    float rate = recipe_share(&f->app.lab, KNOB_RATE);
    recipe_turn(&f->app.lab, KNOB_RATE, 2);
    assert_true(recipe_share(&f->app.lab, KNOB_RATE) > rate);
    int trained = f->app.lab.run;
    click(f, ACTION_TOUR_NEXT); /* images that it gets wrong */
    assert_true(weight_of_now(f) == before);
    assert_true(recipe_share(&f->app.lab, KNOB_RATE) == rate);
    assert_int_equal(f->app.lab.run, trained);
    assert_false(moment_is_of_run(&f->app.lab));
    assert_true(f->app.lab.shelf.count > 0); /* what was trained is not lost */
}

static void leaving_in_the_midst_of_training_brings_the_network_back(void **state)
{
    Fixture *f = *state;
    float before = weight_of_now(f);
    go_to(f, "Downhill, thousands of times");
    fixture_key(f, SDLK_t, KMOD_LCTRL);
    fixture_wait(f, has_a_run);
    assert_true(weight_of_now(f) != before);
    click(f, ACTION_TOUR_LEAVE);
    fixture_frame(f);
    assert_true(weight_of_now(f) == before);
    assert_false(f->app.lab.following);
}

static void a_run_of_before_the_tour_goes_on(void **state)
{
    Fixture *f = *state;
    fixture_key(f, SDLK_t, KMOD_LCTRL);
    fixture_wait(f, has_a_run);
    go_to(f, "A picture is 784 numbers");
    int run = f->app.lab.run;
    for (int step = 0; step < 6; step++) {
        click(f, ACTION_TOUR_NEXT); /* past the weighted sum */
    }
    key(f, SDLK_ESCAPE);
    assert_int_equal(f->app.lab.run, run);
    assert_true(f->app.lab.following);
    assert_true(has_a_run(&f->app));
}

static bool has_ended(const App *app)
{
    return has_a_run(app) && app->lab.stats.phase == TRAIN_IDLE && app->lab.stats.finished;
}

/* What a person sees of a run. */
typedef struct Seen {
    int frames, held, count, of_run, points, kept, id;
    double done, first_cost, moment;
    float weight;
} Seen;

static Seen see(const Lab *lab)
{
    Seen seen = {
        .frames = lab->timeline.frames,
        .held = lab->timeline.held,
        .count = lab->curves.count,
        .of_run = moment_is_of_run(lab),
        .points = lab->history.points,
        .kept = weights_kept(lab),
        .done = lab->stats.done,
        .first_cost = (double)lab->curves.test_cost[0],
        .moment = moment_epoch(lab),
        .weight = lab->model.net.block[5],
    };
    seen.id = lab->runs.open ? lab->runs.run[lab->runs.count - 1].id : 0;
    return seen;
}

static void assert_same(const Lab *lab, const Seen *before)
{
    Seen now = see(lab);
    assert_int_equal(now.frames, before->frames);
    assert_int_equal(now.held, before->held);
    assert_int_equal(now.count, before->count);
    assert_int_equal(now.of_run, before->of_run);
    assert_int_equal(now.points, before->points);
    assert_int_equal(now.kept, before->kept);
    assert_true(now.done == before->done && now.first_cost == before->first_cost);
    assert_true(now.moment == before->moment && now.weight == before->weight);
    assert_int_equal(now.id, before->id);
}

static void let_a_run_end(Fixture *f)
{
    f->app.lab.recipe.epochs = 3;
    fixture_key(f, SDLK_t, KMOD_LCTRL);
    fixture_wait(f, has_ended);
}

/* Another run in the walk, and then the one that the person had, whole. */
static void a_run_that_was_there_comes_back_whole(void **state)
{
    Fixture *f = *state;
    let_a_run_end(f);
    scrub_to(&f->app.lab, 0);
    fixture_frame(f);
    Seen before = see(&f->app.lab);
    assert_true(before.held != 0 && before.count == 4 && before.of_run);
    assert_true(f->app.lab.runs.open);
    int runs = f->app.lab.runs.count, run = f->app.lab.run;
    go_to(f, "It begins with noise");
    fixture_key(f, SDLK_r, KMOD_LCTRL);
    assert_true(f->app.lab.model.fresh);
    assert_int_equal(f->app.lab.timeline.frames, 0);
    fixture_key(f, SDLK_t, KMOD_LCTRL);
    fixture_wait(f, has_ended);
    key(f, SDLK_ESCAPE);
    fixture_frame(f);
    assert_same(&f->app.lab, &before);
    assert_int_equal(f->app.lab.runs.count, runs + 1); /* the walk's is among those to compare */
    assert_true(f->app.lab.run > run + 1); /* who has pictures of a run makes new ones */
    scrub_live(&f->app.lab);
    assert_true(moment_done(&f->app.lab) == 1.0);
    assert_true(moment_is_of_run(&f->app.lab));
    fixture_frame(f); /* nor do the last words of the other run come to this one */
    assert_true(f->app.lab.stats.finished && f->app.lab.curves.count == before.count);
}

/* It was stopped half way, and goes on from there. */
static void a_run_that_comes_back_can_be_continued(void **state)
{
    Fixture *f = *state;
    f->app.lab.recipe.epochs = 1000;
    fixture_key(f, SDLK_t, KMOD_LCTRL);
    fixture_wait(f, has_a_run);
    training_toggle(&f->app.lab);
    fixture_frame(f);
    go_to(f, "It begins with noise");
    Seen before = see(&f->app.lab);
    fixture_key(f, SDLK_r, KMOD_LCTRL);
    fixture_frame(f);
    key(f, SDLK_ESCAPE);
    fixture_frame(f);
    assert_same(&f->app.lab, &before);
    assert_int_equal(f->app.lab.stats.phase, TRAIN_IDLE);
    int64_t steps = f->app.lab.stats.steps;
    int run = f->app.lab.run;
    assert_true(training_can_continue(&f->app.lab));
    training_continue(&f->app.lab);
    assert_int_equal(f->app.lab.run, run + 1);
    while (f->app.lab.stats.steps <= steps) {
        fixture_turn(f);
    }
    assert_true(f->app.lab.timeline.frames >= before.frames);
}

/* Changes by hand, on the run's network, that undo takes back. */
static void changes_by_hand_since_the_run_come_back(void **state)
{
    Fixture *f = *state;
    Err err;
    let_a_run_end(f);
    assert_true(weights_keep(&f->app.lab, "weight", &err));
    f->app.lab.model.net.block[5] += 1.0f;
    weights_changed(&f->app.lab);
    Seen before = see(&f->app.lab);
    assert_int_equal(before.kept, 1);
    go_to(f, "It begins with noise");
    fixture_key(f, SDLK_r, KMOD_LCTRL);
    assert_int_equal(weights_kept(&f->app.lab), 0);
    key(f, SDLK_ESCAPE);
    assert_same(&f->app.lab, &before);
    weights_undo(&f->app.lab);
    assert_true(moment_is_of_run(&f->app.lab));
}

static void the_rate_of_backward_is_put_back(void **state)
{
    Fixture *f = *state;
    draw_one(f);
    go_to(f, "One step for this image");
    fixture_frame(f);
    BackpropView *view = &f->app.backprop_view;
    float rate = view->rate;
    view->rate *= 10.0f;
    view->cost = NET_COST_CROSS_ENTROPY;
    key(f, SDLK_ESCAPE);
    assert_true(view->rate == rate);
    assert_int_equal(view->cost, NET_COST_SQUARED);
}

static bool has_images(const App *app)
{
    return app->lab.mix.train.images > 10 && !app->lab.loader;
}

static void who_has_drawn_nothing_is_lent_an_image(void **state)
{
    Fixture *f = *state;
    fixture_wait(f, has_images);
    assert_false(f->app.lab.has_ink);
    go_to(f, "Ten wishes");
    assert_true(f->app.lab.exhibit.shown && f->app.lab.has_ink);
    click(f, ACTION_TOUR_NEXT);
    assert_true(f->app.lab.exhibit.shown); /* the steps go on from each other */
    key(f, SDLK_ESCAPE);
    assert_false(f->app.lab.exhibit.shown);
    assert_false(f->app.lab.has_ink);
}

static void a_drawing_is_left_alone(void **state)
{
    Fixture *f = *state;
    fixture_wait(f, has_images);
    draw_one(f);
    int points = f->app.lab.drawing.points;
    go_to(f, "Ten wishes");
    assert_false(f->app.lab.exhibit.shown);
    key(f, SDLK_ESCAPE);
    assert_int_equal(f->app.lab.drawing.points, points);
}

static void the_strip_is_folded_again(void **state)
{
    Fixture *f = *state;
    f->app.lab.settings.strip_open = false;
    go_to(f, "Downhill, thousands of times");
    fixture_key(f, SDLK_t, KMOD_LCTRL);
    fixture_wait(f, has_a_run);
    assert_true(f->app.lab.settings.strip_open);
    key(f, SDLK_ESCAPE);
    assert_false(f->app.lab.settings.strip_open);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(a_way_of_preparing_is_put_back_with_the_next_step),
        APP_TEST(weights_changed_by_hand_are_put_back_without_a_trace),
        APP_TEST(what_was_changed_before_the_tour_stays_so),
        APP_TEST(the_network_is_sound_again_after_gradient_descent),
        APP_TEST(leaving_in_the_midst_of_training_brings_the_network_back),
        APP_TEST(a_run_of_before_the_tour_goes_on),
        APP_TEST(a_run_that_was_there_comes_back_whole),
        APP_TEST(a_run_that_comes_back_can_be_continued),
        APP_TEST(changes_by_hand_since_the_run_come_back),
        APP_TEST(the_rate_of_backward_is_put_back),
        APP_TEST(who_has_drawn_nothing_is_lent_an_image),
        APP_TEST(a_drawing_is_left_alone),
        APP_TEST(the_strip_is_folded_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
