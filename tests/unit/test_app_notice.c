/* Notices: toasts that go by themselves, and those that stay, over the view. */
#include "app_fixture.h"

#include "shell/notice.h"
#include "shell/tell.h"

static void a_frame_at(Fixture *f, Uint64 now_ms)
{
    shell_tick(&f->app.shell, now_ms);
    fixture_frame(f);
}

static bool is_up(const Fixture *f)
{
    return *f->app.shell.notice.text != '\0';
}

static void a_toast_goes_after_four_seconds(void **state)
{
    Fixture *f = *state;
    a_frame_at(f, 1000);
    tell(&f->app.shell, false, ACTION_NONE, "News.");
    a_frame_at(f, 2000); /* seen from here on */
    assert_int_equal(notice_sleep_ms(&f->app.shell), 4000);
    a_frame_at(f, 5000);
    assert_int_equal(notice_sleep_ms(&f->app.shell), 1000);
    a_frame_at(f, 5999);
    assert_true(is_up(f));
    a_frame_at(f, 6000);
    assert_false(is_up(f));
    assert_true(SDL_RectEmpty(&f->app.shell.notice_box));
    assert_int_equal(notice_sleep_ms(&f->app.shell), -1);
}

static void the_loop_wakes_to_take_it_away(void **state)
{
    Fixture *f = *state;
    fixture_keep(f);
    tell(&f->app.shell, false, ACTION_NONE, "News.");
    a_frame_at(f, 0);
    int ms = app_sleep_ms(&f->app);
    assert_true(ms >= 0 && ms <= 4000);
}

static void a_newer_toast_has_its_own_time(void **state)
{
    Fixture *f = *state;
    tell(&f->app.shell, false, ACTION_NONE, "News.");
    a_frame_at(f, 0);
    a_frame_at(f, 3000);
    tell(&f->app.shell, false, ACTION_NONE, "More.");
    a_frame_at(f, 3500);
    a_frame_at(f, 7000);
    assert_string_equal(f->app.shell.notice.text, "More.");
    a_frame_at(f, 7500);
    assert_false(is_up(f));
}

static void a_toast_under_a_page_waits(void **state)
{
    Fixture *f = *state;
    tell(&f->app.shell, false, ACTION_NONE, "News.");
    fixture_key(f, SDLK_F1, 0);
    a_frame_at(f, 9000);
    assert_int_equal(notice_sleep_ms(&f->app.shell), -1);
    fixture_key(f, SDLK_ESCAPE, 0);
    a_frame_at(f, 12999);
    assert_true(is_up(f));
    a_frame_at(f, 13000);
    assert_false(is_up(f));
}

static void what_waits_is_told_once_the_other_is_gone(void **state)
{
    Fixture *f = *state;
    News *news = &f->app.lab.news;
    news_say(news, OFFER_NONE, "A network of another program.");
    news_say_after(news, "Strokes are left out.");
    tell_news(&f->app.shell);
    assert_string_equal(f->app.shell.notice.text, "A network of another program.");
    a_frame_at(f, 0);
    a_frame_at(f, 4000);
    assert_string_equal(f->app.shell.notice.text, "Strokes are left out.");
    fixture_key(f, SDLK_ESCAPE, 0);
    assert_false(is_up(f));
    news_say_after(news, "Strokes are left out."); /* where nothing is told, at once */
    tell_news(&f->app.shell);
    assert_string_equal(f->app.shell.notice.text, "Strokes are left out.");
}

static void strokes_that_are_left_out_hide_nothing(void **state)
{
    Fixture *f = *state;
    Err err;
    app_free(&f->app);
    assert_true(app_make(&f->app, NULL, &f->board.paint, f->data.text, NULL, &err));
    shell_resize(&f->app.shell, FIXTURE_W, FIXTURE_H, 1.0f);
    tell(&f->app.shell, false, ACTION_NONE, "A network of another program.");
    fixture_wait(f, fixture_is_loaded); /* images that are not MNIST's */
    fixture_frame(f);
    assert_string_equal(f->app.shell.notice.text, "A network of another program.");
    notice_close(&f->app.shell);
    assert_non_null(strstr(f->app.shell.notice.text, "left out"));
}

static void failures_and_offers_stay(void **state)
{
    Fixture *f = *state;
    tell(&f->app.shell, true, ACTION_NONE, "Nothing works.");
    a_frame_at(f, 0);
    a_frame_at(f, 100000);
    assert_true(is_up(f));
    assert_int_equal(notice_sleep_ms(&f->app.shell), -1);
    tell(&f->app.shell, false, ACTION_TRAIN, "There is something to train on.");
    a_frame_at(f, 200000);
    a_frame_at(f, 300000);
    assert_true(is_up(f));
}

static void a_press_closes_a_toast(void **state)
{
    Fixture *f = *state;
    tell(&f->app.shell, false, ACTION_NONE, "News.");
    fixture_draw(f);
    assert_int_equal(f->app.shell.noticed, 0);
    fixture_click(f, fixture_middle(f->app.shell.notice_box));
    assert_false(is_up(f));
}

/* Press whatever of the view lies under the notice, in its middle; returns how much that is. */
static int press_below(Fixture *f)
{
    int found = 0;
    const Shell *shell = &f->app.shell;
    for (int i = shell->noticed; i < shell->widgets; i++) {
        SDL_Point at = fixture_middle(shell->widget[i].box);
        if (!notice_covers(shell, (float)at.x, (float)at.y)) {
            continue;
        }
        found++;
        fixture_press(f, at, SDL_BUTTON_LEFT);
        assert_int_equal(shell->hold, HOLD_NOTHING);
        fixture_release(f, at, SDL_BUTTON_LEFT);
        fixture_frame(f);
    }
    return found;
}

static void what_lies_under_a_notice_is_out_of_reach(void **state)
{
    static const char LONG[] = "One line,\nand more of them,\nand more of them,\nand more of them.";
    Fixture *f = *state;
    int found = 0;
    tell(&f->app.shell, true, ACTION_NONE, LONG);
    for (int view = 0; view < VIEWS; view++) {
        fixture_key(f, SDLK_F2 + view, 0);
        fixture_draw(f);
        found += press_below(f);
    }
    assert_true(found > 0);
    assert_int_equal(f->app.shell.noticed, 1);
    fixture_click(f, fixture_widget(f, ACTION_CLOSE_NOTICE));
    assert_false(is_up(f));
}

static int digits(const Fixture *f)
{
    return f->app.lab.mine.own.digits.digits;
}

static void draw(Fixture *f, float from_cell)
{
    fixture_stroke(f, SDL_BUTTON_LEFT, from_cell, 4.5f, 14.5f, 22.5f);
}

static void a_toast_says_what_was_kept_and_takes_it_back(void **state)
{
    Fixture *f = *state;
    draw(f, 4.5f);
    fixture_key(f, SDLK_8, 0);
    assert_string_equal(f->app.shell.notice.text, "Kept as an 8 in my digits. Undo takes it back.");
    fixture_draw(f);
    fixture_click(f, fixture_widget(f, ACTION_UNDO_LABEL));
    assert_int_equal(digits(f), 0);
    assert_false(raster_is_blank(&f->app.lab.sheet)); /* the drawing is no label */
    assert_string_equal(f->app.shell.notice.text, "");
}

static void what_was_kept_is_said_no_longer_once_undo_means_something_else(void **state)
{
    Fixture *f = *state;
    draw(f, 4.5f);
    fixture_key(f, SDLK_4, 0);
    draw(f, 6.5f);
    assert_string_equal(f->app.shell.notice.text, "");
    fixture_key(f, SDLK_4, 0);
    assert_non_null(strstr(f->app.shell.notice.text, "Kept as a 4"));
    fixture_key(f, SDLK_DELETE, 0);
    assert_string_equal(f->app.shell.notice.text, "");
    assert_int_equal(digits(f), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(a_toast_goes_after_four_seconds),
        APP_TEST(the_loop_wakes_to_take_it_away),
        APP_TEST(a_newer_toast_has_its_own_time),
        APP_TEST(a_toast_under_a_page_waits),
        APP_TEST(what_waits_is_told_once_the_other_is_gone),
        APP_TEST(strokes_that_are_left_out_hide_nothing),
        APP_TEST(failures_and_offers_stay),
        APP_TEST(a_press_closes_a_toast),
        APP_TEST(a_toast_says_what_was_kept_and_takes_it_back),
        APP_TEST(what_was_kept_is_said_no_longer_once_undo_means_something_else),
        APP_TEST(what_lies_under_a_notice_is_out_of_reach),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
