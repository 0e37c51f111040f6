/* The time line in the window: looking back at a run, returning, and going on from there. */
#include "app_fixture.h"

#include <math.h>

#include "lab/models.h"
#include "lab/moment.h"
#include "lab/scrub.h"
#include "lab/weights.h"

enum { STEPS = 8, MINIBATCH = 10, EPOCH_STEPS = 3, EPOCHS = 4, ENDLESS = 10000 };

static bool is_idle(const App *app)
{
    return app->lab.stats.phase == TRAIN_IDLE;
}

static bool has_frames(const App *app)
{
    return app->lab.timeline.frames > 6;
}

static void copy(Net *to, const Net *from)
{
    Err err;
    assert_true(net_make(to, &from->shape, &err));
    net_copy(to, from);
}

static bool is_on_show(const Fixture *f, const Net *net)
{
    return fixture_same_weights(&f->app.lab.model.net, net);
}

/* Take single steps of a run of random weights, and keep what the network was after each. */
static void take_steps(Fixture *f, Net after[STEPS + 1])
{
    f->app.lab.recipe.minibatch = MINIBATCH;
    f->app.lab.recipe.epochs = EPOCHS;
    action_do(&f->app.shell, ACTION_RESET);
    copy(&after[0], &f->app.lab.model.net);
    for (int step = 1; step <= STEPS; step++) {
        fixture_key(f, SDLK_t, KMOD_LCTRL | KMOD_LSHIFT);
        while (f->app.lab.stats.images < step * MINIBATCH ||
               f->app.lab.curves.count <= step / EPOCH_STEPS) {
            fixture_turn(f);
        }
        copy(&after[step], &f->app.lab.model.net);
    }
    assert_int_equal(f->app.lab.timeline.frames, STEPS + 1);
}

static void free_steps(Net after[STEPS + 1])
{
    for (int i = 0; i <= STEPS; i++) {
        net_free(&after[i]);
    }
}

/* A place on the time line. */
static SDL_Point moment_at(Fixture *f, float share)
{
    SDL_Point at = fixture_widget(f, ACTION_TIME);
    SDL_Rect box = f->app.shell.layout.time;
    double step = (double)share * (double)f->app.lab.stats.steps_planned;
    at.x = box.x + (int)lroundf(scrub_place(&f->app.lab, step) * (float)box.w);
    return at;
}

static void one_goes_back_and_forth_by_key_and_every_moment_is_as_it_was(void **state)
{
    Fixture *f = *state;
    Net after[STEPS + 1];
    take_steps(f, after);
    assert_int_equal(moment_frame(&f->app.lab), -1);
    for (int step = STEPS - 1; step >= 0; step--) {
        fixture_key(f, SDLK_LEFT, KMOD_LCTRL);
        assert_int_equal(moment_frame(&f->app.lab), step);
        assert_true(is_on_show(f, &after[step]));
    }
    fixture_key(f, SDLK_LEFT, KMOD_LCTRL);
    assert_true(is_on_show(f, &after[0]));
    for (int step = 1; step < STEPS; step++) {
        fixture_key(f, SDLK_RIGHT, KMOD_LCTRL);
        assert_true(is_on_show(f, &after[step]));
    }
    fixture_key(f, SDLK_RIGHT, KMOD_LCTRL);
    assert_int_equal(moment_frame(&f->app.lab), -1);
    assert_true(is_on_show(f, &after[STEPS]));
    fixture_key(f, SDLK_RIGHT, KMOD_LCTRL);
    assert_true(is_on_show(f, &after[STEPS]));
    free_steps(after);
}

static void the_mouse_drags_the_handle_and_its_right_end_is_live(void **state)
{
    Fixture *f = *state;
    Net after[STEPS + 1];
    take_steps(f, after);
    float step = 1.0f / (EPOCHS * EPOCH_STEPS);
    fixture_press(f, moment_at(f, 2.2f * step), SDL_BUTTON_LEFT);
    fixture_frame(f);
    assert_true(is_on_show(f, &after[2]));
    fixture_move(f, moment_at(f, 5.0f * step));
    fixture_frame(f);
    assert_true(is_on_show(f, &after[5]));
    assert_non_null(strstr(f->app.shell.strip.title, "epoch 1.67 of 4"));
    fixture_move(f, moment_at(f, 1.0f)); /* the run has not come so far */
    fixture_frame(f);
    fixture_release(f, moment_at(f, 1.0f), SDL_BUTTON_LEFT);
    fixture_frame(f);
    assert_int_equal(moment_frame(&f->app.lab), -1);
    assert_true(is_on_show(f, &after[STEPS]));
    free_steps(after);
}

static void the_keyboard_alone_reaches_the_time_line(void **state)
{
    Fixture *f = *state;
    Net after[STEPS + 1];
    take_steps(f, after);
    for (int i = 0; i < 100 && f->app.shell.focus != ACTION_TIME; i++) {
        fixture_key(f, SDLK_TAB, 0);
    }
    assert_int_equal(f->app.shell.focus, ACTION_TIME);
    fixture_key(f, SDLK_LEFT, 0);
    fixture_key(f, SDLK_LEFT, 0);
    assert_true(is_on_show(f, &after[STEPS - 2]));
    fixture_key(f, SDLK_RIGHT, 0);
    assert_true(is_on_show(f, &after[STEPS - 1]));
    fixture_key(f, SDLK_END, KMOD_LCTRL);
    assert_true(is_on_show(f, &after[STEPS]));
    free_steps(after);
}

static void the_drawing_is_read_by_the_network_of_the_moment(void **state)
{
    Fixture *f = *state;
    Net after[STEPS + 1];
    float outputs[NET_OUTPUTS];
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 20.5f);
    take_steps(f, after);
    scrub_to(&f->app.lab, 3);
    fixture_frame(f);
    acts_outputs_of(&after[3], f->app.lab.input.cell, outputs);
    assert_memory_equal(f->app.shell.chart.activation, outputs, sizeof outputs);
    free_steps(after);
}

static void what_is_saved_is_the_moment_on_show(void **state)
{
    Fixture *f = *state;
    Net after[STEPS + 1], loaded;
    NetInfo info;
    Err err;
    take_steps(f, after);
    Path path = scratch_path(&f->home, "moment");
    scrub_to(&f->app.lab, 4); /* inside the second epoch */
    assert_false(f->app.lab.model.info.tested);
    assert_true(models_save(&f->app.lab, path.text, &err));
    assert_true(net_load(&loaded, &info, path.text, &err));
    assert_true(fixture_same_weights(&loaded, &after[4]));
    assert_false(info.tested);
    assert_int_equal(info.epochs, 1);
    assert_int_equal(info.curves.points, 2); /* of epochs 0 and 1 */
    net_free(&loaded);
    scrub_to(&f->app.lab, EPOCH_STEPS); /* at its end */
    assert_string_equal(f->app.lab.model.path.text, "");
    assert_true(f->app.lab.model.changed);
    assert_true(models_save(&f->app.lab, path.text, &err));
    assert_true(net_load(&loaded, &info, path.text, &err));
    assert_true(info.tested);
    assert_float_equal(info.test_accuracy, f->app.lab.curves.test_accuracy[1], 1e-6);
    net_free(&loaded);
    free_steps(after);
}

static void news_of_the_run_leave_the_moment_on_show_alone(void **state)
{
    Fixture *f = *state;
    Net shown;
    f->app.lab.recipe.epochs = ENDLESS;
    action_do(&f->app.shell, ACTION_TRAIN);
    fixture_wait(f, has_frames);
    fixture_key(f, SDLK_LEFT, KMOD_LCTRL);
    copy(&shown, &f->app.lab.model.net);
    int held = f->app.lab.timeline.held;
    int64_t images = f->app.lab.stats.images;
    for (int news = 0; news < 400;) {
        fixture_turn(f);
        news += f->app.lab.stats.images > images;
        images = f->app.lab.stats.images;
    }
    assert_true(is_on_show(f, &shown));
    assert_int_equal(f->app.lab.timeline.held, held);
    assert_true(moment_frame(&f->app.lab) > 0);
    fixture_key(f, SDLK_END, KMOD_LCTRL);
    assert_true(is_on_show(f, &f->app.lab.trained));
    while (f->app.lab.stats.images == images) {
        fixture_turn(f);
    }
    assert_true(is_on_show(f, &f->app.lab.trained));
    net_free(&shown);
}

static void pausing_stays_and_stepping_or_resuming_is_live(void **state)
{
    Fixture *f = *state;
    f->app.lab.recipe.epochs = ENDLESS;
    action_do(&f->app.shell, ACTION_TRAIN);
    fixture_wait(f, has_frames);
    scrub_to(&f->app.lab, 2);
    action_do(&f->app.shell, ACTION_TRAIN);
    assert_int_equal(moment_frame(&f->app.lab), 2);
    action_do(&f->app.shell, ACTION_TRAIN);
    assert_int_equal(moment_frame(&f->app.lab), -1);
    action_do(&f->app.shell, ACTION_TRAIN);
    scrub_to(&f->app.lab, 2);
    action_do(&f->app.shell, ACTION_STEP);
    assert_int_equal(moment_frame(&f->app.lab), -1);
}

static void a_run_goes_on_from_any_moment_to_its_end(void **state)
{
    Fixture *f = *state;
    Net after[STEPS + 1];
    take_steps(f, after);
    assert_false(action_can(&f->app.shell, ACTION_RESUME_FRAME));
    scrub_to(&f->app.lab, 4);
    int run = f->app.lab.run;
    fixture_key(f, SDLK_g, KMOD_LCTRL);
    assert_int_equal(f->app.lab.run, run + 1);
    assert_int_equal(moment_frame(&f->app.lab), -1);
    assert_int_equal(f->app.lab.timeline.frames, 5);
    assert_int_equal(f->app.lab.curves.count, 2); /* of epochs 0 and 1 */
    assert_float_equal(f->app.lab.stats.done, 4.0f / (EPOCHS * EPOCH_STEPS), 1e-6);
    fixture_wait(f, is_idle);
    assert_true(f->app.lab.stats.finished);
    assert_int_equal(f->app.lab.stats.images, EPOCHS * EPOCH_STEPS * MINIBATCH);
    assert_int_equal(f->app.lab.curves.count, EPOCHS + 1);
    assert_int_equal(f->app.lab.curves.last.epoch, EPOCHS);
    assert_int_equal(f->app.lab.model.info.epochs, EPOCHS);
    assert_true(f->app.lab.timeline.frames > 5);
    scrub_to(&f->app.lab, 4);
    assert_true(is_on_show(f, &after[4]));
    for (int i = 1; i < f->app.lab.curves.count; i++) {
        assert_true(f->app.lab.curves.test_cost[i] > 0.0f);
    }
    const Runs *runs = &f->app.lab.runs;
    assert_int_equal(runs->count, 2); /* the run as it went is there to compare */
    assert_int_equal(runs->run[0].curves.count, 1 + STEPS / EPOCH_STEPS);
    assert_string_equal(runs->run[1].recipe.title, "from epoch 1.33");
    scrub_live(&f->app.lab);
    assert_int_equal(f->app.lab.model.info.curves.points, EPOCHS + 1);
    free_steps(after);
}

static void a_run_that_ended_goes_on_from_a_moment_too(void **state)
{
    Fixture *f = *state;
    f->app.lab.recipe.epochs = 30;
    action_do(&f->app.shell, ACTION_TRAIN);
    fixture_wait(f, is_idle);
    assert_true(scrub_can(&f->app.lab));
    scrub_to(&f->app.lab, f->app.lab.timeline.frames - 2);
    action_do(&f->app.shell, ACTION_RESUME_FRAME);
    assert_int_equal(f->app.lab.stats.phase, TRAIN_RUNNING);
    fixture_wait(f, is_idle);
    assert_int_equal(f->app.lab.curves.count, 31);
}

static bool has_loaded(const App *app)
{
    return !app->lab.loader && !strcmp(app->lab.mix.name, "other data");
}

static bool is_live_and_over(const App *app)
{
    return moment_frame(&app->lab) < 0 && app->lab.stats.finished;
}

static void a_run_goes_on_with_the_images_it_had(void **state)
{
    Fixture *f = *state;
    f->app.lab.recipe.epochs = 30;
    action_do(&f->app.shell, ACTION_TRAIN);
    fixture_wait(f, is_idle);
    action_do(&f->app.shell, ACTION_DATA_STROKES);
    fixture_wait(f, has_loaded);
    scrub_to(&f->app.lab, 0);
    action_do(&f->app.shell, ACTION_RESUME_FRAME);
    fixture_wait(f, is_live_and_over);
    assert_string_equal(f->app.lab.model.info.data, "other data + strokes");
    assert_int_equal(f->app.lab.stats.images, 30 * EPOCH_STEPS * MINIBATCH);
    assert_int_equal(f->app.lab.curves.count, 31);
}

static void another_network_or_run_has_no_old_moments(void **state)
{
    Fixture *f = *state;
    Net after[STEPS + 1];
    take_steps(f, after);
    scrub_to(&f->app.lab, 4);
    action_do(&f->app.shell, ACTION_DEFAULT_NETWORK);
    assert_false(scrub_can(&f->app.lab));
    assert_int_equal(moment_frame(&f->app.lab), -1);
    assert_true(fixture_same_weights(&fixture_previous(f)->net, &after[4]));
    fixture_frame(f);
    assert_int_equal(widget_find(f->app.shell.widget, f->app.shell.widgets, ACTION_TIME), -1);
    free_steps(after);
}

static void a_change_by_hand_is_not_lost_to_the_time_line(void **state)
{
    Fixture *f = *state;
    Err err;
    Net changed;
    f->app.lab.recipe.epochs = 30;
    action_do(&f->app.shell, ACTION_TRAIN);
    fixture_wait(f, is_idle);
    assert_true(weights_keep(&f->app.lab, "one weight", &err));
    f->app.lab.model.net.weight[1][3] += 1.0f;
    weights_changed(&f->app.lab);
    copy(&changed, &f->app.lab.model.net);
    scrub_to(&f->app.lab, 1);
    scrub_to(&f->app.lab, 0);
    assert_false(is_on_show(f, &changed));
    weights_undo(&f->app.lab);
    assert_true(is_on_show(f, &changed));
    assert_int_equal(moment_frame(&f->app.lab), -1);
    net_free(&changed);
}

static void a_change_by_hand_begins_at_the_moment_on_show(void **state)
{
    Fixture *f = *state;
    Net after[STEPS + 1];
    Err err;
    take_steps(f, after);
    scrub_to(&f->app.lab, 4);
    assert_true(weights_keep(&f->app.lab, "one weight", &err));
    assert_true(is_on_show(f, &after[4]));
    assert_int_equal(f->app.lab.model.info.epochs, 1);
    assert_int_equal(moment_frame(&f->app.lab), -1);
    assert_int_equal(f->app.lab.stats.phase, TRAIN_IDLE);
    free_steps(after);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(one_goes_back_and_forth_by_key_and_every_moment_is_as_it_was),
        APP_TEST(the_mouse_drags_the_handle_and_its_right_end_is_live),
        APP_TEST(the_keyboard_alone_reaches_the_time_line),
        APP_TEST(the_drawing_is_read_by_the_network_of_the_moment),
        APP_TEST(what_is_saved_is_the_moment_on_show),
        APP_TEST(news_of_the_run_leave_the_moment_on_show_alone),
        APP_TEST(pausing_stays_and_stepping_or_resuming_is_live),
        APP_TEST(a_run_goes_on_from_any_moment_to_its_end),
        APP_TEST(a_run_that_ended_goes_on_from_a_moment_too),
        APP_TEST(a_run_goes_on_with_the_images_it_had),
        APP_TEST(another_network_or_run_has_no_old_moments),
        APP_TEST(a_change_by_hand_is_not_lost_to_the_time_line),
        APP_TEST(a_change_by_hand_begins_at_the_moment_on_show),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
