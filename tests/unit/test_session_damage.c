/* What becomes of a session that is damaged, or of a newer version. */
#include "app_fixture.h"
#include "session_fixture.h"

#include <math.h>

#include "lab/session_json.h"

enum { CUT_STEP = 100 };

/* The window says that there is a file of that name, and it holds just these bytes. */
static void assert_kept_aside(const Fixture *f, const char *name, const void *bytes, size_t size)
{
    size_t kept_size;
    char where[64];
    snprintf(where, sizeof where, "inkling/%s", name);
    uint8_t *kept = session_file(scratch_path(&f->home, where).text, &kept_size);
    assert_int_equal(kept_size, size);
    assert_memory_equal(kept, bytes, size);
    free(kept);
    assert_true(f->app.shell.notice.bad);
    if (!strstr(f->app.shell.notice.text, name)) {
        fail_msg("%s is not in: %s", name, f->app.shell.notice.text);
    }
}

static void session_json_cut_anywhere_is_read_up_to_there_and_kept(void **state)
{
    Fixture *f = *state;
    size_t size;
    session_make(f);
    Net weights = session_weights(f);
    int strokes = f->app.lab.drawing.shown - drawing_first_shown(&f->app.lab.drawing), least = 0,
        kept = 0;
    Path path = scratch_path(&f->home, SETTINGS_FILE);
    uint8_t *whole = session_file(path.text, &size);
    assert_true(size > 5 * CUT_STEP);
    for (size_t cut = 0; cut < size; cut += CUT_STEP) {
        char name[64];
        session_start_with(f, path.text, whole, cut);
        fixture_frame(f);
        snprintf(name, sizeof name, "session.json.damaged-%d", ++kept);
        assert_kept_aside(f, name, whole, cut);
        assert_true(fixture_same_weights(&f->app.lab.model.net, &weights));
        assert_in_range(f->app.lab.drawing.strokes, least, strokes);
        least = f->app.lab.drawing.strokes;
    }
    assert_true(least > 0);
    free(whole);
    net_free(&weights);
}

static void a_session_network_that_is_damaged_is_kept(void **state)
{
    Fixture *f = *state;
    size_t size;
    session_make(f);
    Path path = session_network(f), settings = scratch_path(&f->home, SETTINGS_FILE);
    size_t json_size;
    uint8_t *json = session_file(settings.text, &json_size),
            *whole = session_file(path.text, &size);
    const size_t CUT[] = {0, 7, 300, size / 2, size - 1};
    for (size_t i = 0; i < sizeof CUT / sizeof CUT[0]; i++) {
        char name[64];
        app_free(&f->app);
        scratch_write(settings.text, json, json_size);
        session_start_with(f, path.text, whole, CUT[i]);
        fixture_frame(f);
        snprintf(name, sizeof name, "%s.damaged-%zu", path_name(path.text), i + 1);
        assert_kept_aside(f, name, whole, CUT[i]);
        assert_int_equal(f->app.lab.model.shipped, SHIPPED_DEFAULT);
        assert_string_equal(f->app.lab.model.path.text, "");
        assert_int_equal(f->app.lab.settings.tool, TOOL_ERASER); /* the rest is not lost */
        assert_false(drawing_is_empty(&f->app.lab.drawing));
    }
    assert_int_equal(session_files(f, "session.json."), 0); /* that is whole */
    free(json);
    free(whole);
}

static void a_network_that_is_missing_is_said(void **state)
{
    Fixture *f = *state;
    session_make(f);
    Path path = session_network(f);
    app_free(&f->app);
    assert_int_equal(unlink(path.text), 0);
    fixture_start(f, f->data.text);
    assert_non_null(strstr(f->app.shell.notice.text, path_name(path.text)));
    assert_int_equal(f->app.lab.model.shipped, SHIPPED_DEFAULT);
    fixture_keep(f); /* under another name: the session on the disk names that one */
    assert_string_not_equal(session_network(f).text, path.text);
}

static void garbage_starts_with_what_makes_sense(void **state)
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
        "{\"network_file\": \"../../a\"}",
        "{\"tool\": [], \"fit\": 0, \"dark\": \"no\", \"network\": 7, \"changed\": 1}",
        "{\"version\": \"x\"}",
    };
    Fixture *f = *state;
    Path path = scratch_path(&f->home, SETTINGS_FILE);
    for (int i = 0; i < (int)(sizeof GARBAGE / sizeof GARBAGE[0]); i++) {
        char name[64];
        session_start_with(f, path.text, GARBAGE[i], strlen(GARBAGE[i]));
        fixture_frame(f);
        snprintf(name, sizeof name, "session.json.damaged-%d", i + 1);
        assert_kept_aside(f, name, GARBAGE[i], strlen(GARBAGE[i]));
        const Settings *settings = &f->app.lab.settings;
        assert_true(settings->brush_cell >= BRUSH_MIN_CELL && settings->brush_cell <= 8.0f);
        assert_true(settings->zoom >= 0.5f && settings->zoom <= 4.0f);
        assert_in_range(f->app.lab.plan.speed, 0, 10);
        assert_true(settings->window_w == 0 || settings->window_w >= 200);
        assert_true(settings->window_h == 0 || settings->window_h >= 200);
        fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 4.5f);
        assert_true(f->app.shell.chart.awake);
    }
}

static void a_damaged_stroke_takes_no_other_with_it(void **state)
{
    static const char DAMAGED[] = "{\"version\": 1, \"brush\": 99, \"zoom\": 1.5, \"strokes\": ["
                                  "{\"points\": [4, 4, 20, 20]}, {\"points\": [8, 8, \"x\", 3]},"
                                  "{\"points\": [5, 24, 20, 4]}]}";
    Fixture *f = *state;
    Path path = scratch_path(&f->home, SETTINGS_FILE);
    session_start_with(f, path.text, DAMAGED, sizeof DAMAGED - 1);
    fixture_frame(f);
    assert_kept_aside(f, "session.json.damaged-1", DAMAGED, sizeof DAMAGED - 1);
    assert_int_equal(f->app.lab.drawing.strokes, 2);
    assert_float_equal(f->app.lab.drawing.point[2].y_cell, 24.0f, 0.0f);
    assert_float_equal(f->app.lab.settings.brush_cell, BRUSH_DEFAULT_CELL, 0.0f);
    assert_float_equal(f->app.lab.settings.zoom, 1.5f, 0.0f);
}

static void the_same_damage_is_kept_once(void **state)
{
    Fixture *f = *state;
    Path path = scratch_path(&f->home, SETTINGS_FILE);
    for (int i = 0; i < 3; i++) {
        session_start_with(f, path.text, "{\"brush\"", 8);
        fixture_frame(f);
        assert_kept_aside(f, "session.json.damaged-1", "{\"brush\"", 8);
    }
    assert_int_equal(session_files(f, "session.json.damaged"), 1);
    session_start_with(f, path.text, "{\"zoom\"", 7);
    fixture_frame(f);
    assert_kept_aside(f, "session.json.damaged-2", "{\"zoom\"", 7);
}

static void what_a_newer_version_kept_stays(void **state)
{
    Fixture *f = *state;
    char json[256];
    size_t size;
    session_make(f);
    Path path = scratch_path(&f->home, SETTINGS_FILE), network = session_network(f);
    uint8_t *weights = session_file(network.text, &size);
    int length = snprintf(json, sizeof json,
                          "{\"version\":7,\"network_file\":\"%s\",\"brush\":{\"wide\":3},"
                          "\"zoom\":1.75,\"strokes\":[{\"points\":[4,4,20,20]}]}",
                          path_name(network.text));
    session_start_with(f, path.text, json, (size_t)length);
    fixture_frame(f);
    assert_kept_aside(f, "session.json.newer-1", json, (size_t)length);
    assert_non_null(strstr(f->app.shell.notice.text, "newer"));
    assert_float_equal(f->app.lab.settings.zoom, 1.75f, 0.0f);
    assert_int_equal(f->app.lab.drawing.strokes, 1);
    for (int i = 0; i < 3; i++) {
        fixture_key(f, SDLK_n, KMOD_LCTRL);
        fixture_keep(f);
    }
    size_t size_now;
    uint8_t *now = session_file(network.text, &size_now);
    assert_int_equal(size_now, size);
    assert_memory_equal(now, weights, size);
    assert_int_equal(session_files(f, "session-"), 3); /* that one, and two of this one */
    free(now);
    free(weights);
}

static void random_bytes_do_no_harm(void **state)
{
    Fixture *f = *state;
    size_t size;
    Rng rng;
    rng_init(&rng, 1);
    session_make(f);
    uint8_t *whole = session_file(scratch_path(&f->home, SETTINGS_FILE).text, &size);
    uint8_t *broken = malloc(size + 1);
    assert_non_null(broken);
    for (int round = 0; round < 2000; round++) {
        SessionFacts facts;
        Drawing drawing = {0};
        bool named;
        session_facts_take(&f->app.lab, &facts);
        memcpy(broken, whole, size + 1);
        for (int i = 0; i < 5; i++) {
            broken[rng_below(&rng, (int)size)] = (uint8_t)rng_below(&rng, 256);
        }
        session_parse((const char *)broken, size, &facts, NULL, NULL, &drawing, &named);
        assert_true(facts.settings.brush_cell >= BRUSH_MIN_CELL);
        assert_null(strchr(facts.network.file, '/'));
        for (int i = 0; i < drawing.points; i++) {
            assert_true(isfinite(drawing.point[i].x_cell));
        }
        drawing_free(&drawing);
    }
    free(whole);
    free(broken);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(session_json_cut_anywhere_is_read_up_to_there_and_kept),
        APP_TEST(a_session_network_that_is_damaged_is_kept),
        APP_TEST(a_network_that_is_missing_is_said),
        APP_TEST(garbage_starts_with_what_makes_sense),
        APP_TEST(a_damaged_stroke_takes_no_other_with_it),
        APP_TEST(the_same_damage_is_kept_once),
        APP_TEST(what_a_newer_version_kept_stays),
        APP_TEST(random_bytes_do_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
