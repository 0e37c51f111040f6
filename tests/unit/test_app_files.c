/* Networks opened and saved from the window, files that are dropped, notices. */
#include "files_fixture.h"

#include <unistd.h>

static void a_dropped_network_opens(void **state)
{
    Fixture *f = *state;
    Path path = files_save_network(f, "five.safetensors", "5");
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 20.5f);
    Chart before = f->app.shell.chart;
    files_drop(f, path.text);
    assert_int_equal(files_hidden_neurons(f), 5);
    assert_string_equal(f->app.lab.model.path.text, path.text);
    assert_false(f->app.lab.model.changed);
    assert_memory_not_equal(before.activation, f->app.shell.chart.activation,
                            sizeof before.activation);
    assert_true(action_can(&f->app.shell, ACTION_PREVIOUS));
}

static void a_damaged_file_says_so_and_the_network_stays(void **state)
{
    Fixture *f = *state;
    Path path = scratch_path(&f->home, "damaged.safetensors");
    scratch_write(path.text, "\xff\xff\xff\xff\xff\xff\xff\x7f{", 9);
    const float *weights = f->app.lab.model.net.block;
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 20.5f);
    Chart before = f->app.shell.chart;
    files_drop(f, path.text);
    assert_true(f->app.shell.notice.bad);
    assert_non_null(strstr(f->app.shell.notice.text, path.text));
    assert_ptr_equal(f->app.lab.model.net.block, weights);
    assert_memory_equal(&before, &f->app.shell.chart, sizeof before);
    assert_false(action_can(&f->app.shell, ACTION_PREVIOUS));
    files_drop(f, f->home.text);
    assert_true(f->app.shell.notice.bad);
    files_drop(f, "/nowhere/at/all");
    assert_non_null(strstr(f->app.shell.notice.text, "/nowhere/at/all"));
    assert_ptr_equal(f->app.lab.model.net.block, weights);
}

static void a_notice_goes_when_a_network_opens_after_all(void **state)
{
    Fixture *f = *state;
    files_drop(f, "/nowhere");
    assert_true(f->app.shell.notice.bad);
    files_drop(f, files_save_network(f, "five.safetensors", "5").text);
    assert_string_equal(f->app.shell.notice.text, "");
}

static void a_path_is_kept_so_that_it_holds_from_every_folder(void **state)
{
    Fixture *f = *state;
    char here[PATH_TEXT_MAX];
    Path path = files_save_network(f, "five.safetensors", "5");
    assert_non_null(getcwd(here, sizeof here));
    assert_int_equal(chdir(f->home.text), 0);
    files_drop(f, "five.safetensors");
    assert_int_equal(chdir(here), 0);
    assert_string_equal(f->app.lab.model.path.text, path.text);
}

static void a_drop_of_no_file_is_nothing(void **state)
{
    Fixture *f = *state;
    SDL_Event event = {.drop = {.type = SDL_DROPFILE, .file = NULL}};
    app_handle(&f->app, &event);
    fixture_frame(f);
    assert_string_equal(f->app.shell.notice.text, "");
}

static void a_notice_is_closed_by_escape_or_its_button(void **state)
{
    Fixture *f = *state;
    files_drop(f, "/nowhere");
    fixture_key(f, SDLK_ESCAPE, 0);
    assert_string_equal(f->app.shell.notice.text, "");
    files_drop(f, "/nowhere");
    fixture_draw(f);
    fixture_click(f, fixture_widget(f, ACTION_CLOSE_NOTICE));
    assert_string_equal(f->app.shell.notice.text, "");
    assert_int_equal(widget_find(f->app.shell.widget, f->app.shell.widgets, ACTION_CLOSE_NOTICE),
                     -1);
}

static void a_name_is_typed_and_saved_under(void **state)
{
    Fixture *f = *state;
    Path path = scratch_path(&f->home, "mine.safetensors");
    files_begin(f, true);
    files_retype(f, scratch_path(&f->home, "mine").text); /* the ending is added */
    fixture_key(f, SDLK_RETURN, 0);
    assert_int_equal(f->app.shell.dialog, DIALOG_NONE);
    assert_true(path_exists(path.text));
    assert_string_equal(f->app.lab.model.path.text, path.text);
    assert_false(f->app.lab.model.changed);
    assert_false(f->app.shell.notice.bad);
    assert_non_null(strstr(f->app.shell.notice.text, path.text));
    Net saved;
    NetInfo info;
    Err err;
    assert_true(net_load(&saved, &info, path.text, &err));
    assert_true(fixture_same_weights(&saved, &f->app.lab.model.net));
    assert_float_equal(info.test_accuracy, f->app.lab.model.info.test_accuracy, 1e-9);
    net_free(&saved);
}

static void save_asks_for_a_name_once(void **state)
{
    Fixture *f = *state;
    Path path = files_save_network(f, "five.safetensors", "5");
    fixture_key(f, SDLK_s, KMOD_LCTRL); /* the network that ships is never written over */
    assert_int_equal(f->app.shell.dialog, DIALOG_FILES);
    assert_int_equal(f->app.shell.files.purpose, FILES_SAVE);
    fixture_key(f, SDLK_ESCAPE, 0);
    files_drop(f, path.text);
    assert_int_equal(unlink(path.text), 0);
    fixture_key(f, SDLK_s, KMOD_LCTRL);
    assert_int_equal(f->app.shell.dialog, DIALOG_NONE);
    assert_true(path_exists(path.text));
}

/* Without a format in its metadata it is another program's. */
static void what_another_program_saved_is_told_of_and_not_written_over(void **state)
{
    Fixture *f = *state;
    Path path = scratch_path(&f->home, "theirs.safetensors");
    Net net;
    NetShape shape;
    Err err;
    assert_true(net_shape_parse("7", &shape, &err) && net_make(&net, &shape, &err));
    assert_true(net_file_save(&net, &(NetMeta){0}, path.text, &err));
    net_free(&net);
    files_drop(f, path.text);
    assert_int_equal(files_hidden_neurons(f), 7);
    const Notice *notice = &f->app.shell.notice;
    assert_false(notice->bad);
    assert_ptr_equal(strstr(notice->text, "theirs.safetensors does not say which activation"),
                     notice->text);
    fixture_key(f, SDLK_s, KMOD_LCTRL);
    assert_int_equal(f->app.shell.dialog, DIALOG_FILES);
    files_retype(f, "ours");
    fixture_key(f, SDLK_RETURN, 0);
    assert_true(path_exists(scratch_path(&f->home, "ours.safetensors").text));
    fixture_key(f, SDLK_s, KMOD_LCTRL); /* to that one from now on */
    assert_int_equal(f->app.shell.dialog, DIALOG_NONE);
}

static void overwriting_asks_first(void **state)
{
    Fixture *f = *state;
    Path path = scratch_path(&f->home, "other.safetensors");
    scratch_write(path.text, "old", 3);
    files_drop(f, files_save_network(f, "five.safetensors", "5").text);
    files_begin(f, true);
    files_retype(f, "other");
    fixture_key(f, SDLK_RETURN, 0);
    assert_int_equal(f->app.shell.dialog, DIALOG_FILES);
    assert_non_null(strstr(f->app.shell.files.message, "replace"));
    fixture_draw(f);
    fixture_type(f, "x"); /* another name, another question */
    assert_string_equal(f->app.shell.files.message, "");
    fixture_key(f, SDLK_BACKSPACE, 0);
    fixture_key(f, SDLK_RETURN, 0);
    assert_int_equal(f->app.shell.dialog, DIALOG_FILES);
    fixture_key(f, SDLK_RETURN, 0);
    assert_int_equal(f->app.shell.dialog, DIALOG_NONE);
    assert_string_equal(f->app.lab.model.path.text, path.text);
}

static void escape_cancels_and_changes_nothing(void **state)
{
    Fixture *f = *state;
    Path path = scratch_path(&f->home, "other.safetensors");
    scratch_write(path.text, "old", 3);
    files_drop(f, files_save_network(f, "five.safetensors", "5").text);
    files_begin(f, true);
    files_retype(f, "other");
    fixture_key(f, SDLK_RETURN, 0);
    fixture_key(f, SDLK_ESCAPE, 0);
    assert_int_equal(f->app.shell.dialog, DIALOG_NONE);
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
    files_begin(f, true);
    files_retype(f, "/nowhere/at/all.safetensors");
    fixture_key(f, SDLK_RETURN, 0);
    assert_int_equal(f->app.shell.dialog, DIALOG_FILES);
    assert_non_null(strstr(f->app.shell.files.message, "/nowhere"));
    assert_string_equal(f->app.lab.model.path.text, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(a_dropped_network_opens),
        APP_TEST(a_damaged_file_says_so_and_the_network_stays),
        APP_TEST(a_notice_goes_when_a_network_opens_after_all),
        APP_TEST(a_path_is_kept_so_that_it_holds_from_every_folder),
        APP_TEST(a_drop_of_no_file_is_nothing),
        APP_TEST(a_notice_is_closed_by_escape_or_its_button),
        APP_TEST(a_name_is_typed_and_saved_under),
        APP_TEST(save_asks_for_a_name_once),
        APP_TEST(what_another_program_saved_is_told_of_and_not_written_over),
        APP_TEST(overwriting_asks_first),
        APP_TEST(escape_cancels_and_changes_nothing),
        APP_TEST(a_folder_that_cannot_be_written_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
