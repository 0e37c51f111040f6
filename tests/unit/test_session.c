/* What is kept from one start to the next. */
#include "app_fixture.h"
#include "session_fixture.h"

#include "lab/errand.h"
#include "lab/models.h"

/* Start with what is there; it must be a whole window with the network that ships. */
static void assert_starts_with_shipped(Fixture *f)
{
    App *app = &f->app;
    Err err;
    Net shipped;
    NetInfo info;
    Path path;
    assert_true(path_shipped("784-16-16-10.safetensors", &path, &err));
    assert_true(net_load(&shipped, &info, path.text, &err));
    fixture_start_again(f, f->data.text);
    assert_true(fixture_same_weights(&app->lab.model.net, &shipped));
    assert_false(app->lab.model.changed || app->lab.model.fresh);
    assert_string_equal(app->lab.model.path.text, "");
    assert_false(action_can(&app->shell, ACTION_PREVIOUS));
    net_free(&shipped);
}

static void the_first_start_has_the_shipped_network_and_an_empty_sheet(void **state)
{
    Fixture *f = *state;
    assert_starts_with_shipped(f);
    assert_true(drawing_is_empty(&f->app.lab.drawing));
    Settings first = session_facts_default().settings;
    assert_int_equal(f->app.lab.settings.tool, TOOL_PEN);
    assert_float_equal(f->app.lab.settings.brush_cell, first.brush_cell, 0.0f);
    assert_true(f->app.lab.settings.dark);
    assert_string_equal(f->app.shell.notice.text, "");
}

static void settings_come_back(void **state)
{
    Fixture *f = *state;
    session_make(f);
    fixture_start_again(f, f->data.text);
    const Settings *settings = &f->app.lab.settings;
    assert_int_equal(settings->tool, TOOL_ERASER);
    assert_float_equal(settings->brush_cell, 3.25f, 0.0f);
    assert_false(settings->dark || settings->full_screen);
    assert_float_equal(settings->zoom, 1.25f, 0.0f);
    assert_int_equal(f->app.lab.plan.cost, NET_COST_SQUARED);
    assert_int_equal(f->app.lab.plan.speed, 3);
    assert_int_equal(settings->window_w, 1000);
    assert_int_equal(settings->window_h, 700);
    assert_int_equal(f->app.lab.preparation, PREPARATION_RAW);
}

static void the_drawing_comes_back_to_the_cell(void **state)
{
    Fixture *f = *state;
    session_make(f);
    fixture_frame(f);
    int shown = f->app.lab.drawing.shown - drawing_first_shown(&f->app.lab.drawing);
    Sheet before = f->app.lab.sheet;
    fixture_start_again(f, f->data.text);
    assert_int_equal(f->app.lab.drawing.strokes, shown);
    assert_false(f->app.lab.drawing.pen_down);
    for (int i = 0; i < SHEET_CELLS; i++) {
        assert_true(abs(before.cell[i] - f->app.lab.sheet.cell[i]) <= 1);
    }
    assert_true(f->app.shell.chart.awake);
    fixture_key(f, SDLK_z, KMOD_LCTRL);
    assert_int_equal(f->app.lab.drawing.shown, shown - 1);
}

static void the_network_comes_back_with_what_is_known_of_it(void **state)
{
    Fixture *f = *state;
    Net kept;
    Err err;
    session_make(f);
    Path file = scratch_path(&f->home, "mine.safetensors");
    assert_true(models_save(&f->app.lab, file.text, &err));
    fixture_keep(f);
    assert_true(net_make(&kept, &f->app.lab.model.net.shape, &err));
    net_copy(&kept, &f->app.lab.model.net);
    bool fresh = f->app.lab.model.fresh;
    fixture_start_again(f, f->data.text);
    assert_true(fixture_same_weights(&f->app.lab.model.net, &kept));
    assert_int_equal(f->app.lab.model.fresh, fresh);
    assert_false(f->app.lab.model.changed);
    assert_string_equal(f->app.lab.model.path.text, file.text);
    net_free(&kept);
}

static void a_changed_network_is_still_changed_after_a_start(void **state)
{
    Fixture *f = *state;
    session_make(f);
    fixture_start_again(f, f->data.text);
    assert_true(f->app.lab.model.changed && f->app.lab.model.fresh);
}

static void what_was_undone_does_not_come_back(void **state)
{
    Fixture *f = *state;
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 4.5f);
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 14.5f, 24.5f, 14.5f);
    fixture_key(f, SDLK_z, KMOD_LCTRL);
    fixture_keep(f);
    fixture_start_again(f, f->data.text);
    assert_int_equal(f->app.lab.drawing.strokes, 1);
    assert_int_equal(fixture_ink(f, 14, 14), 0);
}

/* With the file that is named, also where the disk takes its time. */
static void start_with(Fixture *f, const char *file)
{
    Err err;
    app_free(&f->app);
    assert_true(app_make(&f->app, NULL, &f->board.paint, f->data.text, file, &err));
    while (f->app.lab.errands.errand) {
        SDL_Delay(1);
        fixture_frame(f);
    }
}

static void a_network_named_on_the_command_line_is_opened_over_the_session(void **state)
{
    Fixture *f = *state;
    Err err;
    Path file = scratch_path(&f->home, "mine.safetensors");
    assert_true(models_save(&f->app.lab, file.text, &err));
    session_make(f);
    uint64_t seed = f->app.lab.model.info.seed;
    f->app.lab.model.fresh = false;
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 4.5f);
    fixture_keep(f);
    start_with(f, file.text);
    assert_string_equal(f->app.lab.model.path.text, file.text);
    assert_int_equal(fixture_previous(f)->info.seed, seed); /* the session's is one step away */
    start_with(f, "/nowhere");
    assert_int_equal(f->app.lab.model.info.seed, seed);
    assert_string_equal(f->app.lab.model.path.text, "");
    assert_non_null(strstr(f->app.shell.notice.text, "/nowhere"));
}

/* A second window on the same home; released with close_window(). */
static App *open_window(Fixture *f)
{
    Err err = {0};
    App *app = aligned_alloc(_Alignof(App), sizeof *app);
    assert_non_null(app);
    memset(app, 0, sizeof *app);
    if (!app_make(app, NULL, &f->board.paint, f->data.text, NULL, &err)) {
        fail_msg("%s", err.text);
    }
    shell_resize(&app->shell, FIXTURE_W, FIXTURE_H, 1.0f);
    app_update(app);
    return app;
}

static void close_window(App *app, bool keep)
{
    session_hurry(&app->lab);
    for (app_update(app); keep && !fixture_is_kept(app); app_update(app)) {
        SDL_Delay(1);
    }
    app_free(app);
    free(app);
}

static void draw_down(App *app, float x_cell)
{
    Err err;
    assert_true(drawing_pen_down(&app->lab.drawing, TOOL_PEN, 2.0f, (Point){x_cell, 4.0f}, &err));
    assert_true(drawing_pen_to(&app->lab.drawing, (Point){x_cell, 24.0f}, &err));
    drawing_pen_up(&app->lab.drawing);
    lab_drawing_changed(&app->lab);
}

static float first_x(const App *app)
{
    assert_int_equal(app->lab.drawing.strokes, 1);
    return app->lab.drawing.point[0].x_cell;
}

static void a_second_window_says_so_and_has_a_session_of_its_own(void **state)
{
    Fixture *f = *state;
    f->app.lab.settings.dark = false;
    f->app.lab.settings.tour_step = 2;
    f->app.lab.settings.tour_done = 3;
    draw_down(&f->app, 7.0f);
    fixture_keep(f);
    App *second = open_window(f);
    assert_non_null(strstr(second->shell.notice.text, "a session of its own"));
    assert_false(second->shell.notice.bad);
    assert_false(second->lab.settings.dark); /* it looks as the first one */
    assert_true(drawing_is_empty(&second->lab.drawing));
    assert_int_equal(second->lab.settings.tour_step, 0);
    assert_int_equal(second->lab.settings.tour_done, 0);
    draw_down(second, 21.0f);
    close_window(second, true);
    fixture_start_again(f, f->data.text);
    assert_float_equal(first_x(&f->app), 7.0f, 0.0f);
    assert_int_equal(f->app.lab.settings.tour_step, 2);
    assert_null(strstr(f->app.shell.notice.text, "session"));
    second = open_window(f);
    assert_float_equal(first_x(second), 21.0f, 0.0f);
    close_window(second, false);
}

static void the_place_of_a_window_that_ended_is_taken_again(void **state)
{
    Fixture *f = *state;
    draw_down(&f->app, 7.0f);
    fixture_keep(f);
    App *second = open_window(f);
    draw_down(second, 21.0f);
    session_hurry(&second->lab);
    app_free(&f->app);
    fixture_start(f, f->data.text); /* the second window is still open */
    assert_float_equal(first_x(&f->app), 7.0f, 0.0f);
    close_window(second, true);
}

static void what_changes_is_saved_without_being_asked(void **state)
{
    Fixture *f = *state;
    fixture_keep(f);
    assert_int_equal(session_sleep_ms(&f->app.lab), -1);
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 4.5f);
    assert_in_range(session_sleep_ms(&f->app.lab), 0, 1000);
    Uint64 end_ms = SDL_GetTicks64() + FIXTURE_GUARD_MS;
    while (!fixture_is_kept(&f->app)) {
        assert_true(SDL_GetTicks64() < end_ms);
        SDL_Delay((Uint32)SDL_max(session_sleep_ms(&f->app.lab), 1));
        fixture_frame(f);
    }
    assert_int_equal(session_sleep_ms(&f->app.lab), -1);
    fixture_start_again(f, f->data.text);
    assert_int_equal(f->app.lab.drawing.strokes, 1);
}

static void each_kind_of_change_is_noticed(void **state)
{
    static const struct {
        SDL_Keycode key;
        int mod;
    } CHANGE[] = {{SDLK_d, KMOD_LCTRL}, {SDLK_e, 0},
                  {SDLK_f, 0},          {SDLK_RIGHTBRACKET, 0},
                  {SDLK_2, KMOD_LCTRL}, {SDLK_6, KMOD_LCTRL},
                  {SDLK_COMMA, 0},      {SDLK_PLUS, KMOD_LCTRL},
                  {SDLK_n, KMOD_LCTRL}, {SDLK_b, KMOD_LCTRL},
                  {SDLK_z, KMOD_LCTRL}, {SDLK_t, KMOD_LCTRL | KMOD_LSHIFT}};
    Fixture *f = *state;
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 4.5f);
    fixture_keep(f);
    for (size_t i = 0; i < sizeof CHANGE / sizeof CHANGE[0]; i++) {
        fixture_key(f, CHANGE[i].key, CHANGE[i].mod);
        if (session_sleep_ms(&f->app.lab) < 0 && fixture_is_kept(&f->app)) {
            fail_msg("change %zu is not noticed", i);
        }
        fixture_keep(f);
    }
}

static void a_network_that_did_not_change_is_not_written_again(void **state)
{
    Fixture *f = *state;
    fixture_keep(f);
    Path before = session_network(f);
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 4.5f);
    fixture_keep(f);
    assert_string_equal(session_network(f).text, before.text);
    fixture_key(f, SDLK_n, KMOD_LCTRL);
    fixture_keep(f);
    assert_string_not_equal(session_network(f).text, before.text);
    assert_int_equal(session_files(f, "session-"), 2); /* and the old one on the shelf */
}

static void an_old_session_is_read(void **state)
{
    static const char OLD[] = "{\"brush\":3.5,\"network\":\"/a.safetensors\",\"changed\":true}";
    Fixture *f = *state;
    session_make(f);
    Net kept = session_weights(f);
    Path network = session_network(f);
    Path old = scratch_path(&f->home, "inkling/session.safetensors");
    assert_int_equal(rename(network.text, old.text), 0);
    session_start_with(f, scratch_path(&f->home, SETTINGS_FILE).text, OLD, sizeof OLD - 1);
    assert_true(fixture_same_weights(&f->app.lab.model.net, &kept));
    assert_string_equal(f->app.lab.model.path.text, "/a.safetensors");
    assert_true(f->app.lab.model.changed);
    assert_string_equal(f->app.shell.notice.text, "");
    fixture_key(f, SDLK_e, 0);
    fixture_keep(f);
    fixture_start_again(f, f->data.text);
    assert_true(fixture_same_weights(&f->app.lab.model.net, &kept));
    net_free(&kept);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(the_first_start_has_the_shipped_network_and_an_empty_sheet),
        APP_TEST(settings_come_back),
        APP_TEST(the_drawing_comes_back_to_the_cell),
        APP_TEST(the_network_comes_back_with_what_is_known_of_it),
        APP_TEST(a_changed_network_is_still_changed_after_a_start),
        APP_TEST(what_was_undone_does_not_come_back),
        APP_TEST(a_network_named_on_the_command_line_is_opened_over_the_session),
        APP_TEST(a_second_window_says_so_and_has_a_session_of_its_own),
        APP_TEST(the_place_of_a_window_that_ended_is_taken_again),
        APP_TEST(what_changes_is_saved_without_being_asked),
        APP_TEST(each_kind_of_change_is_noticed),
        APP_TEST(a_network_that_did_not_change_is_not_written_again),
        APP_TEST(an_old_session_is_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
