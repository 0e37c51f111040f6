/* The first start: the large sheet, the ghost on it, and how both go away. */
#include "app_fixture.h"

#include "shell/first_start.h"
#include "shell/panes.h"
#include "shell/present.h"

/* A frame at that time. */
static void frame_at(Fixture *f, Uint64 ms)
{
    shell_tick(&f->app.shell, ms);
    app_update(&f->app);
}

/* As on the first start, at the time 1000, with all that moves. */
static Layout begin(Fixture *f)
{
    fixture_frame(f);
    Layout usual = f->app.shell.layout;
    f->app.lab.settings.has_drawn = f->app.lab.settings.less_motion = false;
    f->app.shell.redraw = true;
    frame_at(f, 1000);
    return usual;
}

static bool is_large(const Fixture *f, const Layout *usual)
{
    return f->app.shell.layout.sheet.w > usual->sheet.w;
}

static void press_at(Fixture *f, float x_cell, float y_cell)
{
    fixture_press(f, fixture_cell(f, x_cell, y_cell), SDL_BUTTON_LEFT);
    frame_at(f, f->app.shell.now_ms);
}

static void release_at(Fixture *f, float x_cell, float y_cell)
{
    fixture_release(f, fixture_cell(f, x_cell, y_cell), SDL_BUTTON_LEFT);
    frame_at(f, f->app.shell.now_ms);
}

static void the_sheet_is_large_and_nothing_is_around_it(void **state)
{
    Fixture *f = *state;
    Layout usual = begin(f);
    const Layout *at = &f->app.shell.layout;
    assert_true(at->sheet.w % SHEET_SIDE == 0 && is_large(f, &usual));
    assert_true(at->sheet.h >= at->layers.h - SHEET_SIDE);
    assert_true(SDL_RectEquals(&at->layers, &usual.layers));
    assert_true(SDL_RectEquals(&at->chart, &usual.chart));
    assert_int_equal(at->input.w + at->inputs.w + at->pen.w + at->modes.w + at->sheet_label.w, 0);
    assert_false(SDL_HasIntersection(&at->sheet, &at->view));
    static const int GONE[] = {ACTION_PEN, ACTION_CLEAR, ACTION_FIT, ACTION_VIEW_BACKPROP,
                               VIEW_FIRST_ACTION + 1};
    for (size_t i = 0; i < sizeof GONE / sizeof GONE[0]; i++) {
        assert_int_equal(widgets_box(&f->app.shell, GONE[i]).w, 0);
    }
    assert_true(widgets_box(&f->app.shell, ACTION_SCRATCH).w > 0);
    assert_true(widgets_box(&f->app.shell, ACTION_VIEW_LEARNING).w > 0);
}

static void it_reaches_up_to_the_layers_in_every_window(void **state)
{
    static const SDL_Point SIZE[] = {
        {900, 600}, {1024, 768}, {1920, 600}, {900, 1400}, {1920, 1080}};
    Fixture *f = *state;
    for (size_t i = 0; i < sizeof SIZE / sizeof SIZE[0]; i++) {
        f->app.lab.settings.has_drawn = true;
        fixture_resize(f, SIZE[i].x, SIZE[i].y, 1.0f);
        Layout usual = begin(f);
        const Layout *at = &f->app.shell.layout;
        assert_true(at->sheet.w % SHEET_SIDE == 0 && at->sheet.w >= usual.sheet.w);
        assert_true(at->sheet.x + at->sheet.w <= at->layers.x);
        assert_true(SDL_RectEquals(&at->layers, &usual.layers));
    }
}

static void the_ghost_writes_and_rests_and_writes_again(void **state)
{
    Fixture *f = *state;
    Shell *shell = &f->app.shell;
    begin(f);
    assert_true(first_start_has_ghost(shell));
    assert_float_equal(first_start_written(shell), 0.0f, 0.0f);
    shell_take_redraw(shell);
    frame_at(f, 2200);
    assert_float_equal(first_start_written(shell), 0.5f, 1e-6f);
    assert_true(shell_take_redraw(shell));
    assert_int_equal(first_start_sleep_ms(shell), MOTION_CALM_FRAME_MS);
    frame_at(f, 3400);
    assert_float_equal(first_start_written(shell), 1.0f, 0.0f);
    assert_true(shell_take_redraw(shell));
    frame_at(f, 4000); /* it rests, and so does the window */
    assert_false(shell_take_redraw(shell));
    assert_int_equal(first_start_sleep_ms(shell), 600);
    frame_at(f, 4600);
    assert_float_equal(first_start_written(shell), 0.0f, 0.0f);
    assert_true(shell_take_redraw(shell));
}

static void with_less_motion_the_ghost_is_still(void **state)
{
    Fixture *f = *state;
    begin(f);
    f->app.lab.settings.less_motion = true;
    frame_at(f, 1100);
    shell_take_redraw(&f->app.shell);
    frame_at(f, 2000);
    assert_true(first_start_has_ghost(&f->app.shell));
    assert_float_equal(first_start_written(&f->app.shell), 1.0f, 0.0f);
    assert_false(f->app.shell.redraw);
    assert_int_equal(first_start_sleep_ms(&f->app.shell), -1);
}

static void the_first_touch_ends_the_ghost_and_the_first_stroke_the_rest(void **state)
{
    Fixture *f = *state;
    Layout usual = begin(f);
    const Layout *at = &f->app.shell.layout;
    SDL_Rect large = at->sheet;
    press_at(f, 14.5f, 6.5f);
    assert_false(first_start_has_ghost(&f->app.shell));
    assert_int_equal(fixture_ink(f, 14, 6), 255); /* where the pen is on the large sheet */
    assert_true(SDL_RectEquals(&at->sheet, &large));
    frame_at(f, 2000);
    release_at(f, 14.5f, 6.5f);
    assert_true(f->app.lab.settings.has_drawn);
    int last = large.w;
    for (Uint64 ms = 2100; ms < 2400; ms += 100) {
        frame_at(f, ms);
        assert_true(at->sheet.w < last && at->sheet.w > usual.sheet.w);
        assert_true(at->input.w > 0 && at->inputs.w > 0 && at->input.x > at->sheet.x + at->sheet.w);
        assert_true(SDL_RectEquals(&at->layers, &usual.layers));
        last = at->sheet.w;
    }
    frame_at(f, 2400);
    assert_true(SDL_RectEquals(&at->sheet, &usual.sheet));
    assert_true(at->pen.w > 0 && at->modes.w > 0);
    assert_int_equal(motion_sleep_ms(&f->app.shell.motion, false), -1);
}

static void a_stroke_on_the_shrinking_sheet_lies_where_it_was_drawn(void **state)
{
    Fixture *f = *state;
    begin(f);
    press_at(f, 4.5f, 4.5f);
    release_at(f, 4.5f, 4.5f);
    frame_at(f, 1100);
    SDL_Rect sheet = f->app.shell.layout.sheet;
    press_at(f, 20.5f, 20.5f);
    frame_at(f, 1300);
    assert_true(SDL_RectEquals(&f->app.shell.layout.sheet, &sheet));
    fixture_move(f, fixture_cell(f, 22.5f, 20.5f));
    release_at(f, 22.5f, 20.5f);
    assert_int_equal(fixture_ink(f, 21, 20), 255);
    frame_at(f, 1400);
    assert_true(f->app.shell.layout.sheet.w < sheet.w);
}

static void the_keyboard_draws_the_first_stroke_too(void **state)
{
    Fixture *f = *state;
    Layout usual = begin(f);
    shell_focus(&f->app.shell, ACTION_SHEET);
    fixture_key(f, SDLK_RIGHT, 0);
    assert_true(first_start_has_ghost(&f->app.shell));
    fixture_key(f, SDLK_SPACE, 0);
    assert_false(first_start_has_ghost(&f->app.shell));
    assert_true(is_large(f, &usual));
    fixture_key(f, SDLK_SPACE, 0);
    frame_at(f, 1400);
    assert_false(is_large(f, &usual));
}

static void with_less_motion_all_is_there_at_once(void **state)
{
    Fixture *f = *state;
    Layout usual = begin(f);
    f->app.lab.settings.less_motion = true;
    fixture_stroke(f, SDL_BUTTON_LEFT, 14.5f, 4.5f, 14.5f, 24.5f);
    assert_true(SDL_RectEquals(&f->app.shell.layout.sheet, &usual.sheet));
}

static void it_comes_again_where_it_is_asked_for(void **state)
{
    Fixture *f = *state;
    Layout usual = begin(f);
    fixture_stroke(f, SDL_BUTTON_LEFT, 14.5f, 4.5f, 14.5f, 24.5f);
    frame_at(f, 1500);
    fixture_key(f, SDLK_DELETE, 0);
    assert_false(first_start_shows(&f->app.shell)); /* an empty sheet is not asked enough */
    fixture_key(f, SDLK_z, KMOD_LCTRL);
    panes_show(&f->app.shell, VIEW_LEARNING);
    present_toggle(&f->app.shell);
    action_do(&f->app.shell, ACTION_FIRST_START);
    frame_at(f, 1600);
    assert_true(first_start_has_ghost(&f->app.shell) && is_large(f, &usual));
    assert_true(raster_is_blank(&f->app.lab.sheet));
    fixture_key(f, SDLK_z, KMOD_LCTRL); /* what was drawn is not lost */
    assert_int_equal(fixture_ink(f, 14, 14), 255);
    assert_false(first_start_shows(&f->app.shell));
}

static void an_image_on_the_sheet_ends_it(void **state)
{
    static const uint8_t LEVEL[SHEET_CELLS] = {[SHEET_CELLS / 2] = 255};
    Fixture *f = *state;
    Layout usual = begin(f);
    panes_show(&f->app.shell, VIEW_DATA);
    assert_false(first_start_shows(&f->app.shell));
    lab_exhibit(&f->app.lab, LEVEL, 3, "a test image");
    frame_at(f, 1100);
    panes_show(&f->app.shell, VIEW_NETWORK);
    frame_at(f, 1200);
    assert_false(is_large(f, &usual));
}

static void only_the_network_as_one_finds_it_shows_it(void **state)
{
    Fixture *f = *state;
    begin(f);
    present_toggle(&f->app.shell);
    assert_false(first_start_shows(&f->app.shell));
    present_toggle(&f->app.shell);
    f->app.shell.card.up = true;
    assert_false(first_start_shows(&f->app.shell));
    f->app.shell.card.up = false;
    assert_true(first_start_shows(&f->app.shell));
}

/* Start with such a session, and with nothing that the fixture would set. */
static bool starts_for_the_first_time(Fixture *f, const char *session)
{
    Err err = {0};
    Path path = scratch_path(&f->home, "inkling/session.json");
    app_free(&f->app);
    remove(path.text);
    if (session) {
        scratch_write(path.text, session, strlen(session));
    }
    if (!app_make(&f->app, NULL, &f->board.paint, f->data.text, NULL, &err)) {
        fail_msg("%s", err.text);
    }
    return first_start_shows(&f->app.shell);
}

static void a_session_tells_that_it_was_not_the_first(void **state)
{
    Fixture *f = *state;
    fixture_keep(f);
    assert_true(starts_for_the_first_time(f, NULL));
    assert_true(starts_for_the_first_time(f, "{\"version\":1,\"has_drawn\":false}"));
    assert_false(starts_for_the_first_time(f, "{\"version\":1,\"has_drawn\":true}"));
    assert_false(starts_for_the_first_time(f, "{\"version\":1}")); /* of an older Inkling */
    assert_false(starts_for_the_first_time(f, "damaged"));
}

static void who_reads_is_chosen_with_one_press(void **state)
{
    Fixture *f = *state;
    begin(f);
    SDL_Rect large = widgets_box(&f->app.shell, ACTION_LARGE_NETWORK);
    assert_true(large.y >= f->app.shell.layout.sheet.y + f->app.shell.layout.sheet.h);
    assert_true(large.y + large.h <= f->app.shell.layout.strip.y);
    assert_true(action_chosen(&f->app.shell, ACTION_DEFAULT_NETWORK));
    fixture_click(f, (SDL_Point){large.x + large.w / 2, large.y + large.h / 2});
    frame_at(f, 1100);
    assert_true(action_chosen(&f->app.shell, ACTION_LARGE_NETWORK));
    assert_true(first_start_has_ghost(&f->app.shell));
    press_at(f, 14, 5);
    release_at(f, 14, 20);
    frame_at(f, 1200);
    assert_int_equal(widgets_box(&f->app.shell, ACTION_LARGE_NETWORK).w, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(the_sheet_is_large_and_nothing_is_around_it),
        APP_TEST(it_reaches_up_to_the_layers_in_every_window),
        APP_TEST(the_ghost_writes_and_rests_and_writes_again),
        APP_TEST(with_less_motion_the_ghost_is_still),
        APP_TEST(the_first_touch_ends_the_ghost_and_the_first_stroke_the_rest),
        APP_TEST(a_stroke_on_the_shrinking_sheet_lies_where_it_was_drawn),
        APP_TEST(the_keyboard_draws_the_first_stroke_too),
        APP_TEST(with_less_motion_all_is_there_at_once),
        APP_TEST(it_comes_again_where_it_is_asked_for),
        APP_TEST(an_image_on_the_sheet_ends_it),
        APP_TEST(only_the_network_as_one_finds_it_shows_it),
        APP_TEST(a_session_tells_that_it_was_not_the_first),
        APP_TEST(who_reads_is_chosen_with_one_press),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
