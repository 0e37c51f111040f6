/* What is kept from one start to the next, and what becomes of it when it is damaged. */
#include "app_fixture.h"

#include <math.h>

#include "app/models.h"
#include "app/session.h"
#include "app/settings.h"
#include "app/training.h"
#include "base/file.h"

enum { CUT_STEP = 100 };

static const char SETTINGS_FILE[] = "inkling/session.json";
static const char NETWORK_FILE[] = "inkling/session.safetensors";

static void save(const Fixture *f)
{
    Err err = {{0}};
    if (!session_save(&f->app, &err)) {
        fail_msg("%s", err.text);
    }
}

static Path write_file(const Fixture *f, const char *name, const void *data, size_t size)
{
    Err err;
    Path path = scratch_path(&f->home, name), folder = scratch_path(&f->home, "inkling");
    assert_true(path_make_folder(folder.text, &err));
    scratch_write(path.text, data, size);
    return path;
}

/* A session that differs from the first start in everything: a network of its own, a drawing. */
static void make_session(Fixture *f)
{
    fixture_key(f, SDLK_n, KMOD_LCTRL);
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 4.5f);
    fixture_key(f, SDLK_DELETE, 0);
    for (int i = 0; i < 12; i++) {
        float y = 3.25f + (float)i * 2.0f;
        fixture_stroke(f, i % 3 == 2 ? SDL_BUTTON_RIGHT : SDL_BUTTON_LEFT, 4.123f, y, 24.5f,
                       y + 1.7f);
        fixture_wheel(f, 0.0f, 1.0f);
    }
    f->app.settings = (Settings){.tool = TOOL_ERASER,
                                 .brush_cell = 3.25f,
                                 .zoom = 1.25f,
                                 .cost = NET_COST_SQUARED,
                                 .speed = 3,
                                 .window_w = 1000,
                                 .window_h = 700};
    f->app.preparation = PREPARATION_RAW;
    save(f);
}

/* Start with what is there; it must be a whole window with the network that ships. */
static void assert_starts_with_shipped(Fixture *f)
{
    App *app = &f->app;
    Err err;
    Net shipped;
    NetInfo info;
    Path path;
    assert_true(path_shipped("assets", "784-16-16-10.safetensors", &path, &err));
    assert_true(net_load(&shipped, &info, path.text, &err));
    fixture_start_again(f, f->data.text);
    assert_true(fixture_same_weights(&app->model.net, &shipped));
    assert_false(app->model.changed || app->model.fresh);
    assert_string_equal(app->model.path.text, "");
    assert_false(app_can(app, ACTION_PREVIOUS));
    net_free(&shipped);
}

static void the_first_start_has_the_shipped_network_and_an_empty_sheet(void **state)
{
    Fixture *f = *state;
    assert_starts_with_shipped(f);
    assert_true(drawing_is_empty(&f->app.drawing));
    Settings first = settings_default();
    assert_int_equal(f->app.settings.tool, TOOL_PEN);
    assert_float_equal(f->app.settings.brush_cell, first.brush_cell, 0.0f);
    assert_true(f->app.settings.dark);
    assert_string_equal(f->app.notice.text, "");
}

static void settings_come_back(void **state)
{
    Fixture *f = *state;
    make_session(f);
    fixture_start_again(f, f->data.text);
    const Settings *settings = &f->app.settings;
    assert_int_equal(settings->tool, TOOL_ERASER);
    assert_float_equal(settings->brush_cell, 3.25f, 0.0f);
    assert_false(settings->dark || settings->full_screen);
    assert_float_equal(settings->zoom, 1.25f, 0.0f);
    assert_int_equal(settings->cost, NET_COST_SQUARED);
    assert_int_equal(settings->speed, 3);
    assert_int_equal(settings->window_w, 1000);
    assert_int_equal(settings->window_h, 700);
    assert_int_equal(f->app.preparation, PREPARATION_RAW);
}

static void the_drawing_comes_back_to_the_cell(void **state)
{
    Fixture *f = *state;
    make_session(f);
    fixture_frame(f);
    int shown = f->app.drawing.shown - drawing_first_shown(&f->app.drawing);
    Sheet before = f->app.sheet;
    fixture_start_again(f, f->data.text);
    assert_int_equal(f->app.drawing.strokes, shown);
    assert_false(f->app.drawing.pen_down);
    for (int i = 0; i < SHEET_CELLS; i++) {
        assert_true(abs(before.cell[i] - f->app.sheet.cell[i]) <= 1);
    }
    assert_true(f->app.chart.awake);
    fixture_key(f, SDLK_z, KMOD_LCTRL);
    assert_int_equal(f->app.drawing.shown, shown - 1);
}

static void the_network_comes_back_with_what_is_known_of_it(void **state)
{
    Fixture *f = *state;
    Net kept;
    Err err;
    make_session(f);
    Path file = scratch_path(&f->home, "mine.safetensors");
    assert_true(models_save(&f->app, file.text, &err));
    save(f);
    assert_true(net_make(&kept, &f->app.model.net.shape, &err));
    net_copy(&kept, &f->app.model.net);
    bool fresh = f->app.model.fresh;
    fixture_start_again(f, f->data.text);
    assert_true(fixture_same_weights(&f->app.model.net, &kept));
    assert_int_equal(f->app.model.fresh, fresh);
    assert_false(f->app.model.changed);
    assert_string_equal(f->app.model.path.text, file.text);
    net_free(&kept);
}

static void a_changed_network_is_still_changed_after_a_start(void **state)
{
    Fixture *f = *state;
    make_session(f);
    fixture_start_again(f, f->data.text);
    assert_true(f->app.model.changed && f->app.model.fresh);
}

static void what_was_undone_does_not_come_back(void **state)
{
    Fixture *f = *state;
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 4.5f);
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 14.5f, 24.5f, 14.5f);
    fixture_key(f, SDLK_z, KMOD_LCTRL);
    save(f);
    fixture_start_again(f, f->data.text);
    assert_int_equal(f->app.drawing.strokes, 1);
    assert_int_equal(fixture_ink(f, 14, 14), 0);
}

static void a_network_named_on_the_command_line_is_opened_over_the_session(void **state)
{
    Fixture *f = *state;
    Err err;
    Path file = scratch_path(&f->home, "mine.safetensors");
    assert_true(models_save(&f->app, file.text, &err));
    make_session(f);
    app_free(&f->app);
    assert_true(app_make(&f->app, NULL, &f->board.paint, f->data.text, file.text, &err));
    assert_string_equal(f->app.model.path.text, file.text);
    assert_true(f->app.previous.fresh); /* the session's is one step away */
    app_free(&f->app);
    assert_true(app_make(&f->app, NULL, &f->board.paint, f->data.text, "/nowhere", &err));
    assert_true(f->app.model.fresh);
    assert_non_null(strstr(f->app.notice.text, "/nowhere"));
}

static void session_json_cut_anywhere_starts_with_the_shipped_network(void **state)
{
    Fixture *f = *state;
    uint8_t *whole;
    size_t size;
    Err err;
    make_session(f);
    Path path = scratch_path(&f->home, SETTINGS_FILE);
    assert_true(file_read(path.text, 1 << 20, &whole, &size, &err));
    assert_true(size > 5 * CUT_STEP);
    for (size_t cut = 0; cut < size; cut += CUT_STEP) {
        scratch_write(path.text, whole, cut);
        assert_starts_with_shipped(f);
        assert_true(drawing_is_empty(&f->app.drawing));
    }
    free(whole);
}

static void session_network_cut_anywhere_starts_with_the_shipped_network(void **state)
{
    Fixture *f = *state;
    uint8_t *whole;
    size_t size;
    Err err;
    make_session(f);
    Path path = scratch_path(&f->home, NETWORK_FILE);
    assert_true(file_read(path.text, 1 << 20, &whole, &size, &err));
    for (size_t cut = 0; cut < size; cut += CUT_STEP) {
        App app = {.settings = settings_default()};
        scratch_write(path.text, whole, cut);
        assert_false(session_load(&app));
        assert_null(app.model.net.block);
        assert_int_equal(app.settings.tool, TOOL_ERASER); /* the settings are not lost */
        drawing_free(&app.drawing);
    }
    assert_starts_with_shipped(f);
    assert_false(drawing_is_empty(&f->app.drawing));
    free(whole);
}

static void garbage_starts_with_the_shipped_network(void **state)
{
    static const char *const GARBAGE[] = {
        "",
        "null",
        "[]",
        "{\"strokes\": 3}",
        "{\"strokes\": [null, 1, \"x\", {}, []]}",
        "{\"strokes\": [{\"points\": [1]}]}",
        "{\"strokes\": [{\"points\": [1, 2, \"x\", 3]}]}",
        "{\"strokes\": [{\"points\": [1e999, 2]}]}",
        "{\"strokes\": [{\"points\": [-1e38, 1e38, 5, 5], \"width\": -3}]}",
        "{\"strokes\": [{\"points\": {\"x\": 1}}]}",
        "{\"brush\": 1e300, \"zoom\": -1, \"window_w\": 0.5, \"window_h\": 1e12, \"cost\": 3}",
        "{\"speed\": 11, \"dark\": 2}",
        "{\"speed\": -1}",
        "{\"tool\": [], \"fit\": 0, \"dark\": \"no\", \"network\": 7, \"changed\": 1}",
    };
    Fixture *f = *state;
    write_file(f, NETWORK_FILE, "garbage", 7);
    for (size_t i = 0; i < sizeof GARBAGE / sizeof GARBAGE[0]; i++) {
        write_file(f, SETTINGS_FILE, GARBAGE[i], strlen(GARBAGE[i]));
        assert_starts_with_shipped(f);
        const Settings *settings = &f->app.settings;
        assert_true(settings->brush_cell >= BRUSH_MIN_CELL && settings->brush_cell <= 8.0f);
        assert_true(settings->zoom >= 0.5f && settings->zoom <= 4.0f);
        assert_in_range(settings->speed, 0, TRAINING_SPEEDS - 1);
        assert_true(settings->window_w == 0 || settings->window_w >= 200);
        assert_in_range(settings->window_w, 0, 16384);
        assert_true(settings->window_h == 0 || settings->window_h >= 200);
        assert_in_range(settings->window_h, 0, 16384);
        fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 4.5f);
        assert_true(f->app.chart.awake);
    }
}

static void of_a_drawing_with_a_damaged_stroke_nothing_is_shown(void **state)
{
    static const char DAMAGED[] = "{\"strokes\": [{\"points\": [4, 4, 20, 20]},"
                                  " {\"points\": [8, 8, \"x\", 3]}]}";
    Fixture *f = *state;
    write_file(f, SETTINGS_FILE, DAMAGED, strlen(DAMAGED));
    fixture_start_again(f, f->data.text);
    assert_true(drawing_is_empty(&f->app.drawing));
    assert_false(f->app.drawing.pen_down);
    assert_false(f->app.chart.awake);
}

static void random_bytes_do_no_harm(void **state)
{
    Fixture *f = *state;
    uint8_t *whole, *broken;
    size_t size;
    Err err;
    Rng rng;
    rng_init(&rng, 1);
    make_session(f);
    Path path = scratch_path(&f->home, SETTINGS_FILE);
    assert_true(file_read(path.text, 1 << 20, &whole, &size, &err));
    broken = malloc(size);
    assert_non_null(broken);
    for (int round = 0; round < 200; round++) {
        App app = {.settings = settings_default()};
        memcpy(broken, whole, size);
        for (int i = 0; i < 5; i++) {
            broken[rng_below(&rng, (int)size)] = (uint8_t)rng_below(&rng, 256);
        }
        scratch_write(path.text, broken, size);
        session_load(&app);
        assert_true(app.settings.brush_cell >= BRUSH_MIN_CELL);
        for (int i = 0; i < app.drawing.points; i++) {
            assert_true(isfinite(app.drawing.point[i].x_cell));
        }
        drawing_free(&app.drawing);
        net_free(&app.model.net);
    }
    free(whole);
    free(broken);
}

static void a_home_that_cannot_be_written_is_said(void **state)
{
    Fixture *f = *state;
    Err err = {{0}};
    Path file = scratch_path(&f->home, "inkling"); /* a file where the folder should be */
    scratch_write(file.text, "", 0);
    assert_false(session_save(&f->app, &err));
    assert_non_null(strstr(err.text, file.text));
    assert_starts_with_shipped(f);
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
        APP_TEST(session_json_cut_anywhere_starts_with_the_shipped_network),
        APP_TEST(session_network_cut_anywhere_starts_with_the_shipped_network),
        APP_TEST(garbage_starts_with_the_shipped_network),
        APP_TEST(of_a_drawing_with_a_damaged_stroke_nothing_is_shown),
        APP_TEST(random_bytes_do_no_harm),
        APP_TEST(a_home_that_cannot_be_written_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
