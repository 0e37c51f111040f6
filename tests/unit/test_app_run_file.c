/* A network saved with its run, and looked back at when it is opened again. */
#include "files_fixture.h"

#include "lab/moment.h"
#include "lab/scrub.h"
#include "scratch_disk.h"

enum { STEPS = 8, MINIBATCH = 10, EPOCH_STEPS = 3, EPOCHS = 4 };

/* A run of single steps, not at its end. */
static void take_steps(Fixture *f)
{
    f->app.lab.recipe.minibatch = MINIBATCH;
    f->app.lab.recipe.epochs = EPOCHS;
    action_do(&f->app.shell, ACTION_RESET);
    for (int step = 1; step <= STEPS; step++) {
        fixture_key(f, SDLK_t, KMOD_LCTRL | KMOD_LSHIFT);
        while (f->app.lab.stats.images < step * MINIBATCH ||
               f->app.lab.curves.count <= step / EPOCH_STEPS) {
            fixture_turn(f);
        }
    }
    assert_int_equal(f->app.lab.timeline.frames, STEPS + 1);
}

/* By the dialog. */
static Path save_with_run(Fixture *f, const char *name)
{
    Path path = scratch_path(&f->home, name);
    assert_true(action_can(&f->app.shell, ACTION_SAVE_RUN));
    action_do(&f->app.shell, ACTION_SAVE_RUN);
    fixture_frame(f);
    assert_int_equal(f->app.shell.files.purpose, FILES_SAVE_RUN);
    files_retype(f, path.text);
    fixture_key(f, SDLK_RETURN, 0);
    assert_int_equal(f->app.shell.dialog, DIALOG_NONE);
    assert_non_null(strstr(f->app.shell.notice.text, "Saved"));
    return path;
}

static void the_run_is_there_again_when_its_network_is_opened(void **state)
{
    Fixture *f = *state;
    Lab *lab = &f->app.lab;
    Timeline before = {0};
    char past[STEPS + 1][200], title[64];
    take_steps(f);
    for (int i = 0; i <= STEPS; i++) {
        assert_true(
            timeline_add(&before, lab->timeline.frame[i].done, &lab->timeline.frame[i].net));
        scrub_to(lab, i);
        fixture_frame(f);
        MomentFigures figures = moment_figures(lab);
        scrub_print_epoch(lab, title, sizeof title);
        snprintf(past[i], sizeof past[i], "%s %.4f %d %.4f %.4f", title, figures.cost,
                 figures.tested_epoch, figures.tested, (double)scrub_slider(lab));
    }
    Path path = save_with_run(f, "run");
    assert_true(path_join(&path, f->home.text, "run.safetensors"));
    fixture_start_again(f, f->data.text);
    assert_int_equal(lab->timeline.frames, 0);
    lab->recipe.rate *= 2.0f;
    assert_false(action_can(&f->app.shell, ACTION_SAVE_RUN));
    files_drop(f, path.text);
    assert_int_equal(lab->timeline.frames, STEPS + 1);
    assert_int_equal(moment_frame(lab), -1);
    assert_true(lab->model.with_run && !lab->model.changed);
    assert_true(lab->config.rate == 0.5f * lab->recipe.rate);
    for (int i = 0; i <= STEPS; i++) {
        scrub_to(lab, i);
        fixture_draw(f);
        assert_true(fixture_same_weights(&lab->model.net, &before.frame[i].net));
        MomentFigures figures = moment_figures(lab);
        char now[200];
        scrub_print_epoch(lab, title, sizeof title);
        snprintf(now, sizeof now, "%s %.4f %d %.4f %.4f", title, figures.cost, figures.tested_epoch,
                 figures.tested, (double)scrub_slider(lab));
        assert_string_equal(now, past[i]);
    }
    timeline_free(&before);
    assert_int_equal(lab->runs.count, 1);
    assert_true(action_can(&f->app.shell, ACTION_REPLAY));
}

static void an_earlier_moment_that_was_saved_is_the_one_on_show(void **state)
{
    Fixture *f = *state;
    Lab *lab = &f->app.lab;
    take_steps(f);
    scrub_to(lab, 4);
    fixture_frame(f);
    Path path = save_with_run(f, "fourth.safetensors");
    fixture_start_again(f, f->data.text);
    files_drop(f, path.text);
    assert_int_equal(moment_frame(lab), 4);
    assert_int_equal(lab->model.info.epochs, 1);
    action_do(&f->app.shell, ACTION_LIVE);
    fixture_frame(f);
    assert_int_equal(moment_frame(lab), -1);
    assert_int_equal(lab->model.info.epochs, 2);
    assert_int_equal(lab->curves.count, 3);
}

static void saving_it_again_asks_before_the_run_is_lost(void **state)
{
    Fixture *f = *state;
    take_steps(f);
    Path path = save_with_run(f, "run.safetensors");
    for (int again = 0; again < 3; again++) {
        fixture_key(f, SDLK_s, KMOD_LCTRL);
        assert_int_equal(f->app.shell.dialog, DIALOG_FILES);
        assert_string_equal(f->app.shell.files.name, "run.safetensors");
        fixture_key(f, SDLK_ESCAPE, 0);
        if (again == 0) {
            fixture_start_again(f, f->data.text);
            files_drop(f, path.text);
        } else if (again == 1) { /* the session knows it, too */
            fixture_keep(f);
            fixture_start_again(f, f->data.text);
        }
    }
    files_begin(f, true);
    files_retype(f, "alone.safetensors");
    fixture_key(f, SDLK_RETURN, 0);
    fixture_key(f, SDLK_s, KMOD_LCTRL); /* it has a file of its own now */
    assert_int_equal(f->app.shell.dialog, DIALOG_NONE);
}

static bool trains(const App *app)
{
    return app->lab.stats.images > 0 && app->lab.following;
}

static void training_from_there_begins_another_run(void **state)
{
    Fixture *f = *state;
    Lab *lab = &f->app.lab;
    take_steps(f);
    Path path = save_with_run(f, "run.safetensors");
    fixture_start_again(f, f->data.text);
    files_drop(f, path.text);
    scrub_to(lab, 3);
    fixture_frame(f);
    Net third;
    Err err;
    assert_true(net_make(&third, &lab->model.net.shape, &err));
    net_copy(&third, &lab->model.net);
    fixture_key(f, SDLK_g, KMOD_LCTRL);
    fixture_wait(f, trains);
    assert_false(lab->run_opened);
    assert_true(fixture_same_weights(&lab->timeline.frame[0].net, &third));
    assert_float_equal(lab->timeline.frame[0].done, 0.0, 0.0);
    net_free(&third);
    action_do(&f->app.shell, ACTION_STOP);
}

static void another_network_ends_the_look_back(void **state)
{
    Fixture *f = *state;
    Lab *lab = &f->app.lab;
    take_steps(f);
    Path path = save_with_run(f, "run.safetensors");
    Path other = files_save_network(f, "five.safetensors", "5");
    files_drop(f, path.text);
    assert_true(lab->run_opened && scrub_can(lab));
    files_drop(f, other.text);
    assert_false(lab->run_opened || scrub_can(lab));
    assert_false(action_can(&f->app.shell, ACTION_SAVE_RUN));
    fixture_draw(f);
}

static void a_run_whose_moments_lack_the_network_is_left_out(void **state)
{
    Fixture *f = *state;
    Lab *lab = &f->app.lab;
    NetMoments moments;
    Err err;
    take_steps(f);
    Path path = save_with_run(f, "run.safetensors");
    assert_true(net_moments_load(&moments, path.text, &err));
    Path other = scratch_path(&f->home, "other.safetensors");
    Net net;
    assert_true(net_make(&net, &moments.net[0].shape, &err));
    NetInfo info = {.preparation = "fitted"};
    assert_true(net_save_run(&net, &info, &moments, other.text, &err));
    net_moments_free(&moments);
    files_drop(f, other.text);
    assert_string_equal(f->app.shell.notice.text, "");
    assert_true(fixture_same_weights(&lab->model.net, &net));
    assert_false(lab->run_opened || scrub_can(lab) || lab->history.points > 0);
    net_free(&net);
}

static void a_full_disk_is_told_in_the_dialog(void **state)
{
    Fixture *f = *state;
    take_steps(f);
    action_do(&f->app.shell, ACTION_SAVE_RUN);
    fixture_frame(f);
    files_retype(f, scratch_path(&f->home, "full.safetensors").text);
    struct rlimit limit = scratch_fill_disk(200000);
    fixture_key(f, SDLK_RETURN, 0);
    scratch_free_disk(limit);
    assert_int_equal(f->app.shell.dialog, DIALOG_FILES);
    assert_non_null(strstr(f->app.shell.files.message, "cannot be saved"));
    assert_false(path_exists(scratch_path(&f->home, "full.safetensors").text));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(the_run_is_there_again_when_its_network_is_opened),
        APP_TEST(an_earlier_moment_that_was_saved_is_the_one_on_show),
        APP_TEST(saving_it_again_asks_before_the_run_is_lost),
        APP_TEST(training_from_there_begins_another_run),
        APP_TEST(another_network_ends_the_look_back),
        APP_TEST(a_run_whose_moments_lack_the_network_is_left_out),
        APP_TEST(a_full_disk_is_told_in_the_dialog),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
