/* A session on a disk that is full, or in a memory that is. */
#include "app_fixture.h"
#include "session_fixture.h"

#include <cjson/cJSON.h>
#include <math.h>

#include "lab/models.h"
#include "lab/session_json.h"
#include "scratch_disk.h"

/* A drawing whose text is longer than the small network. */
static void draw_much(Fixture *f)
{
    Err err;
    for (int i = 0; i < 20000; i++) {
        Point at = {14.0f + 10.0f * sinf((float)i), 14.0f + 10.0f * cosf((float)i)};
        assert_true(i == 0 ? drawing_pen_down(&f->app.lab.drawing, TOOL_PEN, 2.0f, at, &err)
                           : drawing_pen_to(&f->app.lab.drawing, at, &err));
    }
    drawing_pen_up(&f->app.lab.drawing);
    lab_drawing_changed(&f->app.lab);
}

/* The network fits on the disk, and the text that is to name it does not. */
static void half_a_save_leaves_the_session_before_it(void **state)
{
    Fixture *f = *state;
    Err err;
    Path mine = scratch_path(&f->home, "mine.safetensors");
    fixture_key(f, SDLK_n, KMOD_LCTRL);
    assert_true(models_save(&f->app.lab, mine.text, &err));
    fixture_keep(f);
    Net kept = session_weights(f);
    action_do(&f->app.shell, ACTION_DEFAULT_NETWORK);
    draw_much(f);
    struct rlimit disk = scratch_fill_disk(100000);
    session_hurry(&f->app.lab);
    fixture_wait(f, session_has_failed);
    fixture_start_again(f, f->data.text);
    scratch_free_disk(disk);
    assert_string_equal(f->app.lab.model.path.text, mine.text);
    assert_true(fixture_same_weights(&f->app.lab.model.net, &kept));
    fixture_key(f, SDLK_n, KMOD_LCTRL);
    fixture_keep(f);
    assert_int_equal(session_files(f, "session-"), 2); /* what the failed one left is swept */
    net_free(&kept);
}

/* The network does not fit; what names it does. */
static void what_fits_on_the_disk_is_kept(void **state)
{
    Fixture *f = *state;
    Err err = {0};
    Path mine = scratch_path(&f->home, "mine.safetensors");
    fixture_key(f, SDLK_n, KMOD_LCTRL);
    assert_true(models_save(&f->app.lab, mine.text, &err));
    fixture_keep(f);
    Net kept = session_weights(f);
    struct rlimit disk = scratch_fill_disk(10000);
    action_do(&f->app.shell, ACTION_DEFAULT_NETWORK);
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 4.5f);
    session_hurry(&f->app.lab);
    fixture_wait(f, session_has_failed);
    session_news(&f->app.lab, &err);
    assert_non_null(strstr(err.text, "drawing and settings are kept"));
    fixture_start_again(f, f->data.text);
    assert_int_equal(f->app.lab.drawing.strokes, 1);
    assert_string_equal(f->app.lab.model.path.text, mine.text);
    assert_false(f->app.lab.model.changed);
    assert_true(fixture_same_weights(&f->app.lab.model.net, &kept));
    scratch_free_disk(disk);
    net_free(&kept);
}

static void a_full_disk_is_said_once_and_tried_again(void **state)
{
    Fixture *f = *state;
    fixture_keep(f);
    struct rlimit disk = scratch_fill_disk(100);
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 4.5f);
    while (!*f->app.shell.notice.text) {
        SDL_Delay((Uint32)SDL_max(session_sleep_ms(&f->app.lab), 1));
        fixture_frame(f);
    }
    assert_non_null(strstr(f->app.shell.notice.text, "session.json cannot be saved"));
    assert_true(session_sleep_ms(&f->app.lab) > 0);
    scratch_free_disk(disk);
    fixture_keep(f);
    assert_string_equal(f->app.shell.notice.text, ""); /* it is so no longer */
}

/* Each try has a file of another name. */
static void a_network_that_is_kept_at_last_is_complained_of_no_longer(void **state)
{
    Fixture *f = *state;
    fixture_keep(f);
    struct rlimit disk = scratch_fill_disk(10000);
    fixture_key(f, SDLK_n, KMOD_LCTRL);
    while (!strstr(f->app.shell.notice.text, "safetensors cannot be saved")) {
        SDL_Delay((Uint32)SDL_max(session_sleep_ms(&f->app.lab), 1));
        fixture_frame(f);
    }
    session_hurry(&f->app.lab);
    fixture_wait(f, session_has_failed);
    scratch_free_disk(disk);
    fixture_keep(f);
    assert_string_equal(f->app.shell.notice.text, "");
}

static void a_home_that_cannot_be_written_is_said(void **state)
{
    Fixture *f = *state;
    Err err = {0};
    app_free(&f->app);
    Path folder = scratch_path(&f->home, "inkling"), aside = scratch_path(&f->home, "aside");
    assert_int_equal(rename(folder.text, aside.text), 0);
    scratch_write(folder.text, "", 0); /* a file where the folder should be */
    fixture_start(f, f->data.text);
    session_hurry(&f->app.lab);
    fixture_wait(f, session_has_failed);
    session_news(&f->app.lab, &err);
    assert_non_null(strstr(err.text, folder.text));
}

/* Allocations of cJSON, of which the one with that number fails. */
static int allocations, failing;

static void *allocate(size_t size)
{
    return ++allocations == failing ? NULL : malloc(size);
}

static void fail_allocation(int number)
{
    allocations = 0;
    failing = number;
    cJSON_InitHooks(number < 0 ? NULL : &(cJSON_Hooks){allocate, free});
}

static void no_allocation_that_fails_leaves_a_part_of_the_text(void **state)
{
    Fixture *f = *state;
    SessionFacts facts;
    static SessionShelf shelf;
    static RecentFiles recent = {.file = {{"/one"}, {"/two"}}, .count = 2};
    session_make(f);
    session_facts_take(&f->app.lab, &facts);
    shelf.network[0] = shelf.network[1] = facts.network;
    shelf.count = 2;
    char *whole = session_print(&facts, &recent, &shelf, &f->app.lab.drawing);
    assert_non_null(whole);
    int failures = 0;
    for (int n = 1;; n++) {
        fail_allocation(n);
        char *text = session_print(&facts, &recent, &shelf, &f->app.lab.drawing);
        bool all = allocations < n;
        fail_allocation(-1);
        failures += text == NULL;
        assert_true(!text || strcmp(text, whole) == 0);
        cJSON_free(text);
        if (all) {
            break;
        }
    }
    assert_true(failures > 100);
    cJSON_free(whole);
}

static bool has_ended(const App *app)
{
    return session_has_failed(app) || fixture_is_kept(app);
}

static void a_save_without_memory_is_said_and_changes_nothing(void **state)
{
    Fixture *f = *state;
    Err err = {0};
    size_t size, size_now;
    int failures = 0;
    fixture_keep(f);
    Path path = scratch_path(&f->home, SETTINGS_FILE);
    uint8_t *before = session_file(path.text, &size);
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 4.5f);
    for (int n = 1;; n += 9) {
        fail_allocation(n);
        session_hurry(&f->app.lab);
        fixture_wait(f, has_ended);
        fail_allocation(-1);
        if (session_news(&f->app.lab, &err) == SESSION_KEPT) {
            break;
        }
        failures++;
        assert_non_null(strstr(err.text, "memory"));
        uint8_t *now = session_file(path.text, &size_now);
        assert_int_equal(size_now, size);
        assert_memory_equal(now, before, size);
        free(now);
    }
    assert_true(failures > 5);
    free(before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(half_a_save_leaves_the_session_before_it),
        APP_TEST(what_fits_on_the_disk_is_kept),
        APP_TEST(a_full_disk_is_said_once_and_tried_again),
        APP_TEST(a_network_that_is_kept_at_last_is_complained_of_no_longer),
        APP_TEST(a_home_that_cannot_be_written_is_said),
        APP_TEST(no_allocation_that_fails_leaves_a_part_of_the_text),
        APP_TEST(a_save_without_memory_is_said_and_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
