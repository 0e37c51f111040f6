/* The file of the user's own digits is held by another program, or does not take what is made: the
 * window goes on, and what was made follows. */
#include "app_fixture.h"

#include <fcntl.h>
#include <sys/file.h>

#include "base/file.h"
#include "lab/mine.h"
#include "shell/panel.h"

static const char LINES[] = "7 me 0,0 500,0;200,1000\n1 me 0,0 0,1000\n";

static Path file_of(const Fixture *f)
{
    return scratch_path(&f->home, "inkling/digits");
}

/* As another program would: a lock of a file that is open for a second time. */
static int hold(const Fixture *f)
{
    mkdir(scratch_path(&f->home, "inkling").text, 0755);
    int fd = open(file_of(f).text, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    assert_true(fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0);
    return fd;
}

static void check_file(const Fixture *f, const char *labels)
{
    Own own;
    Err err;
    assert_true(own_load(&own, file_of(f).text, NULL, &err));
    assert_int_equal(own.digits.digits, strlen(labels));
    for (int i = 0; labels[i]; i++) {
        assert_int_equal(own.digits.digit[i].label, labels[i] - '0');
    }
    own_free(&own);
}

static void draw(Fixture *f, int which)
{
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 4.3f + (float)which);
}

static void check_note(const Fixture *f, const char *wanted)
{
    char note[64];
    mine_print_note(&f->app.lab, note, sizeof note);
    assert_string_equal(note, wanted);
}

/* As the loop has it, which sleeps no longer than what is waited for allows. */
static void turn(Fixture *f)
{
    SDL_Event event;
    int sleep_ms = app_sleep_ms(&f->app);
    int got = SDL_WaitEventTimeout(&event, sleep_ms < 0 ? FIXTURE_GUARD_MS : sleep_ms);
    assert_true(got || sleep_ms >= 0);
    for (; got; got = SDL_PollEvent(&event)) {
        app_handle(&f->app, &event);
    }
    fixture_frame(f);
}

static void until_level(Fixture *f)
{
    while (mine_pending(&f->app.lab)) {
        turn(f);
    }
}

static void a_label_waits_for_a_file_that_is_held_and_follows(void **state)
{
    Fixture *f = *state;
    int fd = hold(f);
    draw(f, 0);
    fixture_key(f, SDLK_7, 0);
    assert_true(mine_pending(&f->app.lab));
    check_note(f, "A 7, not kept yet");
    draw(f, 1); /* the pen goes on */
    assert_false(drawing_is_empty(&f->app.lab.drawing));
    while (!*f->app.shell.notice.text) {
        turn(f);
    }
    assert_string_equal(f->app.shell.notice.text,
                        "Your digits are in use by another program; what you "
                        "changed is kept here and follows.");
    assert_true(mine_pending(&f->app.lab));
    close(fd);
    until_level(f);
    assert_string_equal(f->app.shell.notice.text, "");
    check_file(f, "7");
    assert_int_equal(f->app.lab.mine.own.digits.digits, 1);
}

static void a_label_that_waits_keeps_the_window_open(void **state)
{
    Fixture *f = *state;
    fixture_keep(f);
    int fd = hold(f);
    draw(f, 0);
    fixture_key(f, SDLK_7, 0);
    fixture_key(f, SDLK_q, KMOD_LCTRL);
    while (f->app.shell.dialog != DIALOG_LEAVE) {
        turn(f);
        assert_false(f->app.shell.quit);
    }
    assert_non_null(strstr(f->app.shell.leave.err.text, "another program holds their file"));
    close(fd);
    while (!f->app.shell.quit) {
        turn(f);
    }
    check_file(f, "7");
}

static void changes_to_a_file_that_is_held_follow_in_their_order(void **state)
{
    Fixture *f = *state;
    int fd = hold(f);
    draw(f, 0);
    fixture_key(f, SDLK_7, 0);
    fixture_key(f, SDLK_3, 0); /* another label for it */
    draw(f, 1);
    fixture_key(f, SDLK_8, 0);
    draw(f, 2);
    fixture_key(f, SDLK_4, 0);
    fixture_key(f, SDLK_z, KMOD_CTRL);
    assert_int_equal(f->app.lab.mine.own.digits.digits, 2);
    check_note(f, "Teach: this was a … press 0 to 9");
    assert_int_equal(write(fd, LINES, sizeof LINES - 1), sizeof LINES - 1); /* it adds its own */
    close(fd);
    until_level(f);
    check_file(f, "7138");
    assert_int_equal(f->app.lab.mine.own.digits.digits, 4);
    assert_string_equal(f->app.shell.notice.text, "");
    fixture_key(f, SDLK_5, 0);
    check_file(f, "71385");
}

static void what_the_file_refuses_later_is_taken_back_and_said(void **state)
{
    Fixture *f = *state;
    int fd = hold(f);
    draw(f, 0);
    fixture_key(f, SDLK_7, 0);
    assert_int_equal(fchmod(fd, 0444), 0);
    close(fd);
    until_level(f);
    assert_non_null(strstr(f->app.shell.notice.text,
                           "inkling/digits cannot be saved: it is protected "
                           "against writing; "));
    assert_true(f->app.shell.notice.bad);
    assert_int_equal(f->app.lab.mine.own.digits.digits, 0);
    check_note(f, "Teach: this was a … press 0 to 9");
    assert_false(own_can_undo(&f->app.lab.mine.own));
    check_file(f, "");
}

static void a_window_opens_while_the_file_is_held_and_reads_it_later(void **state)
{
    Fixture *f = *state;
    int fd = hold(f);
    assert_int_equal(write(fd, LINES, sizeof LINES - 1), sizeof LINES - 1);
    fixture_start_again(f, f->data.text);
    assert_int_equal(f->app.lab.mine.own.digits.digits, 0);
    f->app.shell.notice = (Notice){0};
    while (!*f->app.shell.notice.text) {
        turn(f);
    }
    assert_string_equal(f->app.shell.notice.text,
                        "Your digits are in use by another program; they are "
                        "read as soon as it is done.");
    draw(f, 0);
    fixture_key(f, SDLK_9, 0);
    close(fd);
    until_level(f);
    assert_int_equal(f->app.lab.mine.own.digits.digits, 3);
    assert_int_equal(mine_on_sheet(&f->app.lab), 2);
    check_file(f, "719");
}

static void the_panel_follows_what_was_waited_for(void **state)
{
    Fixture *f = *state;
    int fd = hold(f);
    action_do(&f->app.shell, ACTION_MINE);
    assert_int_equal(f->app.shell.panel.wall.tiles, 0);
    assert_int_equal(write(fd, LINES, sizeof LINES - 1), sizeof LINES - 1);
    close(fd);
    while (f->app.shell.panel.wall.tiles == 0) {
        turn(f);
    }
    assert_int_equal(f->app.shell.panel.wall.tiles, 2);
    fd = hold(f);
    fixture_key(f, SDLK_DELETE, 0);
    assert_int_equal(f->app.shell.panel.wall.tiles, 1);
    assert_true(mine_pending(&f->app.lab));
    close(fd);
    until_level(f);
    check_file(f, "1");
}

/* The program ends at once: what can still be kept is. */
static void the_end_waits_a_moment_for_the_file(void **state)
{
    Fixture *f = *state;
    int fd = hold(f);
    draw(f, 0);
    fixture_key(f, SDLK_7, 0);
    assert_true(mine_pending(&f->app.lab));
    close(fd);
    fixture_start_again(f, f->data.text);
    check_file(f, "7");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(a_label_waits_for_a_file_that_is_held_and_follows),
        APP_TEST(a_label_that_waits_keeps_the_window_open),
        APP_TEST(changes_to_a_file_that_is_held_follow_in_their_order),
        APP_TEST(what_the_file_refuses_later_is_taken_back_and_said),
        APP_TEST(a_window_opens_while_the_file_is_held_and_reads_it_later),
        APP_TEST(the_panel_follows_what_was_waited_for),
        APP_TEST(the_end_waits_a_moment_for_the_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
