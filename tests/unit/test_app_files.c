/* Networks opened and saved from the window: the dialog, files that are dropped, notices. */
#include "app_fixture.h"

#include <unistd.h>

#include "app/models.h"

static bool same_weights(const Net *a, const Net *b)
{
    return net_shape_equal(&a->shape, &b->shape) &&
           memcmp(a->block, b->block, a->floats * sizeof *a->block) == 0;
}

/* Save a network of that shape under a name in the home. */
static Path save_network(const Fixture *f, const char *name, const char *hidden)
{
    Path path = scratch_path(&f->home, name);
    NetInfo info = {.preparation = "fitted"};
    NetShape shape;
    Net net;
    Rng rng;
    Err err;
    rng_init(&rng, 7);
    assert_true(net_shape_parse(hidden, &shape, &err) && net_make(&net, &shape, &err));
    net_randomise(&net, &rng);
    assert_true(net_save(&net, &info, path.text, &err));
    net_free(&net);
    return path;
}

static int hidden_neurons(const Fixture *f)
{
    return f->app.model.net.shape.size[1];
}

static void drop(Fixture *f, const char *path)
{
    SDL_Event event = {.drop = {.type = SDL_DROPFILE, .file = SDL_strdup(path)}};
    app_handle(&f->app, &event);
    fixture_frame(f);
}

/* Open the dialog in the home. */
static void begin(Fixture *f, bool saving)
{
    fixture_key(f, saving ? SDLK_s : SDLK_o, saving ? KMOD_LCTRL | KMOD_LSHIFT : KMOD_LCTRL);
    assert_int_equal(f->app.dialog, DIALOG_FILES);
    assert_int_equal(f->app.files.saving, saving);
}

static void press_often(Fixture *f, SDL_Keycode key, int times)
{
    for (int i = 0; i < times; i++) {
        fixture_key(f, key, 0);
    }
}

/* Put another text in the place of the name. */
static void retype(Fixture *f, const char *name)
{
    while (f->app.files.focus != FILES_NAME) {
        fixture_key(f, SDLK_TAB, 0);
    }
    fixture_key(f, SDLK_END, 0);
    press_often(f, SDLK_BACKSPACE, (int)strlen(f->app.files.name));
    fixture_type(f, name);
    assert_string_equal(f->app.files.name, name);
}

/* The place of a name in the list. */
static int listed(const Fixture *f, const char *name)
{
    for (int i = 0; i < f->app.files.entries; i++) {
        if (strcmp(f->app.files.entry[i].name, name) == 0) {
            return i;
        }
    }
    return -1;
}

static void a_dropped_network_opens(void **state)
{
    Fixture *f = *state;
    Path path = save_network(f, "five.safetensors", "5");
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 20.5f);
    Chart before = f->app.chart;
    drop(f, path.text);
    assert_int_equal(hidden_neurons(f), 5);
    assert_string_equal(f->app.model.path.text, path.text);
    assert_false(f->app.model.changed);
    assert_memory_not_equal(before.activation, f->app.chart.activation, sizeof before.activation);
    assert_true(app_can(&f->app, ACTION_PREVIOUS));
}

static void a_damaged_file_says_so_and_the_network_stays(void **state)
{
    Fixture *f = *state;
    Path path = scratch_path(&f->home, "damaged.safetensors");
    scratch_write(path.text, "\xff\xff\xff\xff\xff\xff\xff\x7f{", 9);
    const float *weights = f->app.model.net.block;
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 20.5f);
    Chart before = f->app.chart;
    drop(f, path.text);
    assert_true(f->app.notice.bad);
    assert_non_null(strstr(f->app.notice.text, path.text));
    assert_ptr_equal(f->app.model.net.block, weights);
    assert_memory_equal(&before, &f->app.chart, sizeof before);
    assert_false(app_can(&f->app, ACTION_PREVIOUS));
    drop(f, f->home.text);
    assert_true(f->app.notice.bad);
    drop(f, "/nowhere/at/all");
    assert_non_null(strstr(f->app.notice.text, "/nowhere/at/all"));
    assert_ptr_equal(f->app.model.net.block, weights);
}

static void a_drop_of_no_file_is_nothing(void **state)
{
    Fixture *f = *state;
    SDL_Event event = {.drop = {.type = SDL_DROPFILE, .file = NULL}};
    app_handle(&f->app, &event);
    fixture_frame(f);
    assert_string_equal(f->app.notice.text, "");
}

static void a_notice_is_closed_by_escape_or_its_button(void **state)
{
    Fixture *f = *state;
    drop(f, "/nowhere");
    fixture_key(f, SDLK_ESCAPE, 0);
    assert_string_equal(f->app.notice.text, "");
    drop(f, "/nowhere");
    fixture_draw(f);
    fixture_click(f, fixture_widget(f, ACTION_CLOSE_NOTICE));
    assert_string_equal(f->app.notice.text, "");
    assert_int_equal(widget_find(f->app.widget, f->app.widgets, ACTION_CLOSE_NOTICE), -1);
}

static void a_name_is_typed_and_saved_under(void **state)
{
    Fixture *f = *state;
    Path path = scratch_path(&f->home, "mine.safetensors");
    begin(f, true);
    retype(f, scratch_path(&f->home, "mine").text); /* the ending is added */
    fixture_key(f, SDLK_RETURN, 0);
    assert_int_equal(f->app.dialog, DIALOG_NONE);
    assert_true(path_exists(path.text));
    assert_string_equal(f->app.model.path.text, path.text);
    assert_false(f->app.model.changed);
    assert_false(f->app.notice.bad);
    assert_non_null(strstr(f->app.notice.text, path.text));
    Net saved;
    NetInfo info;
    Err err;
    assert_true(net_load(&saved, &info, path.text, &err));
    assert_true(same_weights(&saved, &f->app.model.net));
    assert_float_equal(info.test_accuracy, f->app.model.info.test_accuracy, 1e-9);
    net_free(&saved);
}

static void save_asks_for_a_name_once(void **state)
{
    Fixture *f = *state;
    Path path = save_network(f, "five.safetensors", "5");
    fixture_key(f, SDLK_s, KMOD_LCTRL); /* the network that ships is never written over */
    assert_int_equal(f->app.dialog, DIALOG_FILES);
    assert_true(f->app.files.saving);
    fixture_key(f, SDLK_ESCAPE, 0);
    drop(f, path.text);
    assert_int_equal(unlink(path.text), 0);
    fixture_key(f, SDLK_s, KMOD_LCTRL);
    assert_int_equal(f->app.dialog, DIALOG_NONE);
    assert_true(path_exists(path.text));
}

static void overwriting_asks_first(void **state)
{
    Fixture *f = *state;
    Path path = scratch_path(&f->home, "other.safetensors");
    scratch_write(path.text, "old", 3);
    drop(f, save_network(f, "five.safetensors", "5").text);
    begin(f, true);
    retype(f, "other");
    fixture_key(f, SDLK_RETURN, 0);
    assert_int_equal(f->app.dialog, DIALOG_FILES);
    assert_non_null(strstr(f->app.files.message, "replace"));
    fixture_draw(f);
    fixture_type(f, "x"); /* another name, another question */
    assert_string_equal(f->app.files.message, "");
    fixture_key(f, SDLK_BACKSPACE, 0);
    fixture_key(f, SDLK_RETURN, 0);
    assert_int_equal(f->app.dialog, DIALOG_FILES);
    fixture_key(f, SDLK_RETURN, 0);
    assert_int_equal(f->app.dialog, DIALOG_NONE);
    assert_string_equal(f->app.model.path.text, path.text);
}

static void escape_cancels_and_changes_nothing(void **state)
{
    Fixture *f = *state;
    Path path = scratch_path(&f->home, "other.safetensors");
    scratch_write(path.text, "old", 3);
    drop(f, save_network(f, "five.safetensors", "5").text);
    begin(f, true);
    retype(f, "other");
    fixture_key(f, SDLK_RETURN, 0);
    fixture_key(f, SDLK_ESCAPE, 0);
    assert_int_equal(f->app.dialog, DIALOG_NONE);
    FILE *file = fopen(path.text, "rb");
    assert_non_null(file);
    char old[8] = "";
    assert_int_equal(fread(old, 1, sizeof old, file), 3);
    fclose(file);
    assert_string_equal(old, "old");
}

static void a_folder_that_cannot_be_written_is_said(void **state)
{
    Fixture *f = *state;
    begin(f, true);
    retype(f, "/nowhere/at/all.safetensors");
    fixture_key(f, SDLK_RETURN, 0);
    assert_int_equal(f->app.dialog, DIALOG_FILES);
    assert_non_null(strstr(f->app.files.message, "/nowhere"));
    assert_string_equal(f->app.model.path.text, "");
}

static void the_list_shows_networks_and_folders_alone(void **state)
{
    Fixture *f = *state;
    drop(f, save_network(f, "b.safetensors", "5").text);
    save_network(f, "a.safetensors", "6");
    scratch_write(scratch_path(&f->home, "notes.txt").text, "", 0);
    scratch_write(scratch_path(&f->home, ".hidden.safetensors").text, "", 0);
    begin(f, false);
    assert_int_equal(f->app.files.focus, FILES_LIST);
    assert_string_equal(f->app.files.folder.text, f->home.text);
    assert_int_equal(f->app.files.entries, 4); /* "..", "images", two networks */
    assert_int_equal(listed(f, ".."), 0);
    assert_int_equal(listed(f, "images"), 1);
    assert_int_equal(listed(f, "a.safetensors"), 2);
    assert_int_equal(listed(f, "b.safetensors"), 3);
}

static void the_list_is_walked_by_keys(void **state)
{
    Fixture *f = *state;
    drop(f, save_network(f, "b.safetensors", "5").text);
    save_network(f, "a.safetensors", "6");
    begin(f, false);
    fixture_key(f, SDLK_END, 0);
    assert_int_equal(f->app.files.marked, 3);
    assert_string_equal(f->app.files.name, "b.safetensors");
    fixture_key(f, SDLK_UP, 0);
    fixture_draw(f);
    fixture_key(f, SDLK_RETURN, 0);
    assert_int_equal(f->app.dialog, DIALOG_NONE);
    assert_int_equal(hidden_neurons(f), 6);
}

static void folders_are_entered_and_left(void **state)
{
    Fixture *f = *state;
    drop(f, save_network(f, "b.safetensors", "5").text);
    begin(f, false);
    fixture_key(f, SDLK_HOME, 0);
    fixture_key(f, SDLK_DOWN, 0);
    fixture_key(f, SDLK_RETURN, 0);
    assert_string_equal(f->app.files.folder.text, f->data.text);
    assert_int_equal(listed(f, "b.safetensors"), -1);
    fixture_key(f, SDLK_BACKSPACE, 0);
    assert_string_equal(f->app.files.folder.text, f->home.text);
    press_often(f, SDLK_BACKSPACE, 30);
    assert_string_equal(f->app.files.folder.text, "/");
    fixture_draw(f);
}

static void a_typed_folder_is_entered_and_its_name_goes(void **state)
{
    Fixture *f = *state;
    drop(f, save_network(f, "b.safetensors", "5").text);
    begin(f, true);
    retype(f, "images");
    fixture_key(f, SDLK_RETURN, 0);
    assert_string_equal(f->app.files.folder.text, f->data.text);
    assert_string_not_equal(f->app.files.name, "images");
}

static void the_name_to_save_under_goes_along_into_another_folder(void **state)
{
    Fixture *f = *state;
    drop(f, save_network(f, "b.safetensors", "5").text);
    begin(f, true);
    retype(f, "mine");
    while (f->app.files.focus != FILES_LIST) {
        fixture_key(f, SDLK_TAB, 0);
    }
    fixture_key(f, SDLK_HOME, 0);
    fixture_key(f, SDLK_DOWN, 0);
    fixture_key(f, SDLK_RETURN, 0);
    assert_string_equal(f->app.files.folder.text, f->data.text);
    assert_string_equal(f->app.files.name, "mine");
}

static void the_name_is_edited_by_whole_characters(void **state)
{
    Fixture *f = *state;
    begin(f, true);
    retype(f, "año");
    fixture_key(f, SDLK_LEFT, 0);
    fixture_key(f, SDLK_BACKSPACE, 0);
    assert_string_equal(f->app.files.name, "ao");
    fixture_key(f, SDLK_HOME, 0);
    fixture_type(f, "ü");
    fixture_key(f, SDLK_DELETE, 0);
    assert_string_equal(f->app.files.name, "üo");
    fixture_key(f, SDLK_LEFT, 0);
    fixture_key(f, SDLK_LEFT, 0);
    fixture_key(f, SDLK_BACKSPACE, 0);
    fixture_key(f, SDLK_RIGHT, 0);
    fixture_type(f, "n");
    assert_string_equal(f->app.files.name, "üno");
}

static void a_name_without_end_is_cut_off(void **state)
{
    Fixture *f = *state;
    begin(f, true);
    retype(f, "");
    for (int i = 0; i < 60; i++) {
        fixture_type(f, "0123456789");
    }
    assert_int_equal(strlen(f->app.files.name), 250);
    fixture_draw(f);
    fixture_key(f, SDLK_RETURN, 0);
    assert_int_equal(f->app.dialog, DIALOG_FILES); /* no file system takes 262 bytes */
    assert_string_not_equal(f->app.files.message, "");
    fixture_draw(f);
    retype(f, "");
    fixture_key(f, SDLK_RETURN, 0);
    assert_int_equal(f->app.dialog, DIALOG_FILES);
}

static void tab_goes_around_the_dialog(void **state)
{
    static const FilesFocus ORDER[] = {FILES_NAME, FILES_CANCEL, FILES_OK, FILES_LIST};
    Fixture *f = *state;
    begin(f, false);
    for (int i = 0; i < 4; i++) {
        fixture_key(f, SDLK_TAB, 0);
        assert_int_equal(f->app.files.focus, ORDER[i]);
        fixture_draw(f);
    }
    fixture_key(f, SDLK_TAB, KMOD_LSHIFT);
    assert_int_equal(f->app.files.focus, FILES_OK);
    fixture_key(f, SDLK_TAB, KMOD_LSHIFT);
    fixture_key(f, SDLK_SPACE, 0);
    assert_int_equal(f->app.dialog, DIALOG_NONE);
}

static void the_dialog_is_used_by_mouse(void **state)
{
    Fixture *f = *state;
    FilesPlaces at;
    drop(f, save_network(f, "b.safetensors", "5").text);
    save_network(f, "a.safetensors", "6");
    begin(f, false);
    files_place(&at, &f->board.paint, f->app.layout.window);
    fixture_click(f, (SDL_Point){at.list.x + 40, at.list.y + 2 * at.row_h + at.row_h / 2});
    assert_string_equal(f->app.files.name, "a.safetensors");
    fixture_click(f, fixture_middle(at.ok));
    assert_int_equal(hidden_neurons(f), 6);
    assert_int_equal(f->app.dialog, DIALOG_NONE);
    begin(f, true);
    fixture_click(f, fixture_middle(at.list));
    fixture_click(f, fixture_middle(at.name));
    assert_int_equal(f->app.files.focus, FILES_NAME);
    fixture_click(f, fixture_middle(at.cancel));
    assert_int_equal(f->app.dialog, DIALOG_NONE);
    assert_true(drawing_is_empty(&f->app.drawing));
}

static void a_long_list_scrolls(void **state)
{
    Fixture *f = *state;
    drop(f, save_network(f, "b.safetensors", "5").text);
    for (int i = 0; i < 40; i++) {
        char name[32];
        snprintf(name, sizeof name, "n%02d.safetensors", i);
        scratch_write(scratch_path(&f->home, name).text, "", 0);
    }
    FilesPlaces at;
    begin(f, false);
    files_place(&at, &f->board.paint, f->app.layout.window);
    fixture_wheel(f, 0.0f, -100.0f);
    assert_int_equal(f->app.files.top, f->app.files.entries - at.rows);
    fixture_wheel(f, 0.0f, 100.0f);
    assert_int_equal(f->app.files.top, 0);
    fixture_key(f, SDLK_END, 0);
    assert_int_equal(f->app.files.top, f->app.files.entries - at.rows);
    fixture_key(f, SDLK_PAGEUP, 0);
    fixture_key(f, SDLK_HOME, 0);
    assert_int_equal(f->app.files.top, 0);
    fixture_draw(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(a_dropped_network_opens),
        APP_TEST(a_damaged_file_says_so_and_the_network_stays),
        APP_TEST(a_drop_of_no_file_is_nothing),
        APP_TEST(a_notice_is_closed_by_escape_or_its_button),
        APP_TEST(a_name_is_typed_and_saved_under),
        APP_TEST(save_asks_for_a_name_once),
        APP_TEST(overwriting_asks_first),
        APP_TEST(escape_cancels_and_changes_nothing),
        APP_TEST(a_folder_that_cannot_be_written_is_said),
        APP_TEST(the_list_shows_networks_and_folders_alone),
        APP_TEST(the_list_is_walked_by_keys),
        APP_TEST(folders_are_entered_and_left),
        APP_TEST(a_typed_folder_is_entered_and_its_name_goes),
        APP_TEST(the_name_to_save_under_goes_along_into_another_folder),
        APP_TEST(the_name_is_edited_by_whole_characters),
        APP_TEST(a_name_without_end_is_cut_off),
        APP_TEST(tab_goes_around_the_dialog),
        APP_TEST(the_dialog_is_used_by_mouse),
        APP_TEST(a_long_list_scrolls),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
