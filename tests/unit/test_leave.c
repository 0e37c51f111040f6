/* Leaving with a disk that takes nothing: the window stays and asks, a signal ends it. */
#include "app_fixture.h"
#include "scratch_disk.h"

static bool asks(const App *app)
{
    return app->shell.dialog == DIALOG_LEAVE;
}

/* A drawing that the disk does not take, and the wish to quit. */
static struct rlimit quit_in_vain(Fixture *f)
{
    fixture_keep(f);
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 4.5f);
    struct rlimit kept = scratch_fill_disk(100);
    fixture_key(f, SDLK_q, KMOD_LCTRL);
    fixture_wait(f, asks);
    assert_false(f->app.shell.quit);
    assert_non_null(strstr(f->app.shell.leave.err.text, "session.json cannot be saved"));
    return kept;
}

static void a_full_disk_keeps_the_window_open(void **state)
{
    Fixture *f = *state;
    struct rlimit kept = quit_in_vain(f);
    for (int i = 0; i < 3; i++) { /* asked again it is no trap */
        fixture_key(f, SDLK_q, KMOD_LCTRL);
        fixture_window_event(f, SDL_WINDOWEVENT_CLOSE);
        fixture_frame(f);
        assert_true(asks(&f->app) && !f->app.shell.quit);
    }
    fixture_key(f, SDLK_ESCAPE, 0);
    assert_int_equal(f->app.shell.dialog, DIALOG_NONE);
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 14.5f, 24.5f, 14.5f); /* on it goes */
    assert_int_equal(f->app.lab.drawing.shown, 2);
    scratch_free_disk(kept);
    fixture_key(f, SDLK_q, KMOD_LCTRL);
    fixture_wait(f, fixture_has_quit);
    fixture_start_again(f, f->data.text);
    assert_int_equal(f->app.lab.drawing.shown, 2);
}

static void trying_again_ends_once_there_is_room(void **state)
{
    Fixture *f = *state;
    struct rlimit kept = quit_in_vain(f);
    scratch_free_disk(kept);
    fixture_key(f, SDLK_RETURN, 0); /* it has the keyboard */
    fixture_wait(f, fixture_has_quit);
    assert_string_equal(f->app.shell.leave.err.text, "");
    fixture_start_again(f, f->data.text);
    assert_int_equal(f->app.lab.drawing.shown, 1);
}

static void quitting_without_saving_is_a_press_away(void **state)
{
    Fixture *f = *state;
    struct rlimit kept = quit_in_vain(f);
    fixture_click(f, (SDL_Point){5, 5}); /* beside it: nothing */
    assert_true(asks(&f->app) && !f->app.shell.quit);
    fixture_click(f, fixture_widget(f, ACTION_LEAVE_LOSE));
    assert_true(f->app.shell.quit);
    scratch_free_disk(kept);
}

static void saving_elsewhere_comes_back_to_the_question(void **state)
{
    Fixture *f = *state;
    struct rlimit kept = quit_in_vain(f);
    scratch_free_disk(kept); /* elsewhere there is room */
    fixture_click(f, fixture_widget(f, ACTION_SAVE_AS));
    assert_int_equal(f->app.shell.dialog, DIALOG_FILES);
    fixture_key(f, SDLK_ESCAPE, 0);
    assert_true(asks(&f->app));
    fixture_click(f, fixture_widget(f, ACTION_SAVE_AS));
    Path file = scratch_path(&f->home, "mine.safetensors");
    for (int i = 0; i < 30; i++) {
        fixture_key(f, SDLK_BACKSPACE, 0);
    }
    fixture_type(f, file.text);
    fixture_key(f, SDLK_RETURN, 0);
    fixture_frame(f);
    assert_true(path_exists(file.text));
    assert_true(asks(&f->app) && !f->app.shell.quit);
    fixture_click(f, fixture_widget(f, ACTION_EXPORT_DRAWING));
    assert_int_equal(f->app.shell.dialog, DIALOG_FILES);
    fixture_key(f, SDLK_ESCAPE, 0);
    fixture_click(f, fixture_widget(f, ACTION_LEAVE_BACK));
    assert_int_equal(f->app.shell.dialog, DIALOG_NONE);
    fixture_key(f, SDLK_F1, 0); /* a page that closes does not ask any more */
    fixture_key(f, SDLK_ESCAPE, 0);
    assert_int_equal(f->app.shell.dialog, DIALOG_NONE);
}

static void a_signal_asks_nobody(void **state)
{
    Fixture *f = *state;
    SDL_Event event = {.type = SDL_QUIT};
    struct rlimit kept = quit_in_vain(f);
    app_handle(&f->app, &event); /* while the question is open */
    fixture_wait(f, fixture_has_quit);
    assert_non_null(strstr(f->app.shell.leave.err.text, "session.json cannot be saved"));
    fixture_start_again(f, f->data.text);
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 4.5f);
    app_handle(&f->app, &event);
    fixture_wait(f, fixture_has_quit);
    assert_int_equal(f->app.shell.dialog, DIALOG_NONE);
    assert_string_not_equal(f->app.shell.leave.err.text, "");
    scratch_free_disk(kept);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(a_full_disk_keeps_the_window_open),
        APP_TEST(trying_again_ends_once_there_is_room),
        APP_TEST(quitting_without_saving_is_a_press_away),
        APP_TEST(saving_elsewhere_comes_back_to_the_question),
        APP_TEST(a_signal_asks_nobody),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
