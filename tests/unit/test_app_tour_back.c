/* The guided walk puts back what it has changed, and has what its steps are about. */
#include "tour_fixture.h"

#include "lab/choices.h"
#include "lab/moment.h"
#include "lab/recipe.h"
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
        APP_TEST(who_has_drawn_nothing_is_lent_an_image),
        APP_TEST(a_drawing_is_left_alone),
        APP_TEST(the_strip_is_folded_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
