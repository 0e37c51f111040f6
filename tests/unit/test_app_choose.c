/* The file dialog: its list, its name field, its focus. */
#include "files_fixture.h"

static void the_list_shows_networks_and_folders_alone(void **state)
{
    Fixture *f = *state;
    files_drop(f, files_save_network(f, "b.safetensors", "5").text);
    files_save_network(f, "a.safetensors", "6");
    scratch_write(scratch_path(&f->home, "notes.txt").text, "", 0);
    scratch_write(scratch_path(&f->home, ".hidden.safetensors").text, "", 0);
    files_begin(f, false);
    assert_int_equal(f->app.shell.files.focus, FILES_LIST);
    assert_string_equal(f->app.shell.files.folder.text, f->home.text);
    assert_int_equal(f->app.shell.files.entries, 5); /* "..", "images", "inkling", two networks */
    assert_int_equal(files_listed(f, ".."), 0);
    assert_int_equal(files_listed(f, "images"), 1);
    assert_int_equal(files_listed(f, "inkling"), 2);
    assert_int_equal(files_listed(f, "a.safetensors"), 3);
    assert_int_equal(files_listed(f, "b.safetensors"), 4);
}

static void the_list_is_walked_by_keys(void **state)
{
    Fixture *f = *state;
    files_drop(f, files_save_network(f, "b.safetensors", "5").text);
    files_save_network(f, "a.safetensors", "6");
    files_begin(f, false);
    fixture_key(f, SDLK_END, 0);
    assert_int_equal(f->app.shell.files.marked, 4);
    assert_string_equal(f->app.shell.files.name, "b.safetensors");
    fixture_key(f, SDLK_UP, 0);
    fixture_draw(f);
    fixture_key(f, SDLK_RETURN, 0);
    assert_int_equal(f->app.shell.dialog, DIALOG_NONE);
    assert_int_equal(files_hidden_neurons(f), 6);
}

static void folders_are_entered_and_left(void **state)
{
    Fixture *f = *state;
    files_drop(f, files_save_network(f, "b.safetensors", "5").text);
    files_begin(f, false);
    fixture_key(f, SDLK_HOME, 0);
    fixture_key(f, SDLK_DOWN, 0);
    fixture_key(f, SDLK_RETURN, 0);
    assert_string_equal(f->app.shell.files.folder.text, f->data.text);
    assert_int_equal(files_listed(f, "b.safetensors"), -1);
    fixture_key(f, SDLK_BACKSPACE, 0);
    assert_string_equal(f->app.shell.files.folder.text, f->home.text);
    fixture_key_often(f, SDLK_BACKSPACE, 30);
    assert_string_equal(f->app.shell.files.folder.text, "/");
    fixture_draw(f);
}

static void a_typed_folder_is_entered_and_its_name_goes(void **state)
{
    Fixture *f = *state;
    files_drop(f, files_save_network(f, "b.safetensors", "5").text);
    files_begin(f, true);
    files_retype(f, "images");
    fixture_key(f, SDLK_RETURN, 0);
    assert_string_equal(f->app.shell.files.folder.text, f->data.text);
    assert_string_not_equal(f->app.shell.files.name, "images");
}

static void the_name_to_save_under_goes_along_into_another_folder(void **state)
{
    Fixture *f = *state;
    files_drop(f, files_save_network(f, "b.safetensors", "5").text);
    files_begin(f, true);
    files_retype(f, "mine");
    while (f->app.shell.files.focus != FILES_LIST) {
        fixture_key(f, SDLK_TAB, 0);
    }
    fixture_key(f, SDLK_HOME, 0);
    fixture_key(f, SDLK_DOWN, 0);
    fixture_key(f, SDLK_RETURN, 0);
    assert_string_equal(f->app.shell.files.folder.text, f->data.text);
    assert_string_equal(f->app.shell.files.name, "mine");
}

static void the_name_is_edited_by_whole_characters(void **state)
{
    Fixture *f = *state;
    files_begin(f, true);
    files_retype(f, "año");
    fixture_key(f, SDLK_LEFT, 0);
    fixture_key(f, SDLK_BACKSPACE, 0);
    assert_string_equal(f->app.shell.files.name, "ao");
    fixture_key(f, SDLK_HOME, 0);
    fixture_type(f, "ü");
    fixture_key(f, SDLK_DELETE, 0);
    assert_string_equal(f->app.shell.files.name, "üo");
    fixture_key(f, SDLK_LEFT, 0);
    fixture_key(f, SDLK_LEFT, 0);
    fixture_key(f, SDLK_BACKSPACE, 0);
    fixture_key(f, SDLK_RIGHT, 0);
    fixture_type(f, "n");
    assert_string_equal(f->app.shell.files.name, "üno");
}

static void a_name_without_end_is_refused(void **state)
{
    Fixture *f = *state;
    files_begin(f, true);
    files_retype(f, "");
    for (int i = 0; i < 110; i++) {
        fixture_type(f, "0123456789");
    }
    assert_int_equal(strlen(f->app.shell.files.name), 1020);
    fixture_draw(f);
    fixture_key(f, SDLK_RETURN, 0);
    assert_int_equal(f->app.shell.dialog, DIALOG_FILES); /* no file system takes as much */
    assert_string_not_equal(f->app.shell.files.message, "");
    fixture_draw(f);
    files_retype(f, "");
    fixture_key(f, SDLK_RETURN, 0);
    assert_int_equal(f->app.shell.dialog, DIALOG_FILES);
}

static void tab_goes_around_the_dialog(void **state)
{
    static const FilesFocus ORDER[] = {FILES_NAME, FILES_CANCEL, FILES_OK, FILES_LIST};
    Fixture *f = *state;
    files_begin(f, false);
    for (int i = 0; i < 4; i++) {
        fixture_key(f, SDLK_TAB, 0);
        assert_int_equal(f->app.shell.files.focus, ORDER[i]);
        fixture_draw(f);
    }
    fixture_key(f, SDLK_TAB, KMOD_LSHIFT);
    assert_int_equal(f->app.shell.files.focus, FILES_OK);
    fixture_key(f, SDLK_TAB, KMOD_LSHIFT);
    fixture_key(f, SDLK_SPACE, 0);
    assert_int_equal(f->app.shell.dialog, DIALOG_NONE);
}

static void the_dialog_is_used_by_mouse(void **state)
{
    Fixture *f = *state;
    FilesPlaces at;
    files_drop(f, files_save_network(f, "b.safetensors", "5").text);
    files_save_network(f, "a.safetensors", "6");
    files_begin(f, false);
    files_place(&at, &f->board.paint, &f->app.shell.files, f->app.shell.layout.window);
    fixture_click(f, (SDL_Point){at.list.x + 40, at.list.y + 3 * at.row_h + at.row_h / 2});
    assert_string_equal(f->app.shell.files.name, "a.safetensors");
    fixture_click(f, fixture_middle(at.ok));
    assert_int_equal(files_hidden_neurons(f), 6);
    assert_int_equal(f->app.shell.dialog, DIALOG_NONE);
    files_begin(f, true);
    fixture_click(f, fixture_middle(at.list));
    fixture_click(f, fixture_middle(at.name));
    assert_int_equal(f->app.shell.files.focus, FILES_NAME);
    fixture_click(f, fixture_middle(at.cancel));
    assert_int_equal(f->app.shell.dialog, DIALOG_NONE);
    assert_true(drawing_is_empty(&f->app.lab.drawing));
}

static void a_long_list_scrolls(void **state)
{
    Fixture *f = *state;
    files_drop(f, files_save_network(f, "b.safetensors", "5").text);
    for (int i = 0; i < 40; i++) {
        char name[32];
        snprintf(name, sizeof name, "n%02d.safetensors", i);
        scratch_write(scratch_path(&f->home, name).text, "", 0);
    }
    FilesPlaces at;
    files_begin(f, false);
    files_place(&at, &f->board.paint, &f->app.shell.files, f->app.shell.layout.window);
    fixture_wheel(f, 0.0f, -100.0f);
    assert_int_equal(f->app.shell.files.top, f->app.shell.files.entries - at.rows);
    fixture_wheel(f, 0.0f, 100.0f);
    assert_int_equal(f->app.shell.files.top, 0);
    fixture_key(f, SDLK_END, 0);
    assert_int_equal(f->app.shell.files.top, f->app.shell.files.entries - at.rows);
    fixture_key(f, SDLK_PAGEUP, 0);
    fixture_key(f, SDLK_HOME, 0);
    assert_int_equal(f->app.shell.files.top, 0);
    fixture_draw(f);
}

static void a_folder_that_is_gone_keeps_its_name(void **state)
{
    Fixture *f = *state;
    Path folder = scratch_path(&f->home, "lost");
    assert_int_equal(mkdir(folder.text, 0700), 0);
    Path file = files_save_network(f, "lost/a.safetensors", "5");
    files_drop(f, file.text);
    assert_int_equal(unlink(file.text), 0);
    assert_int_equal(rmdir(folder.text), 0);
    files_begin(f, true);
    assert_string_equal(f->app.shell.files.folder.text, folder.text);
    assert_non_null(strstr(f->app.shell.files.message, "cannot be read"));
    fixture_key(f, SDLK_RETURN, 0);
    assert_int_equal(f->app.shell.dialog, DIALOG_FILES);
    assert_non_null(strstr(f->app.shell.files.message, "lost/a.safetensors cannot be saved"));
}

static void click_twice(Fixture *f, SDL_Point at)
{
    fixture_click(f, at);
    SDL_Event event = {.button = {.type = SDL_MOUSEBUTTONDOWN,
                                  .button = SDL_BUTTON_LEFT,
                                  .state = SDL_PRESSED,
                                  .clicks = 2,
                                  .x = at.x,
                                  .y = at.y}};
    app_handle(&f->app, &event);
    fixture_release(f, at, SDL_BUTTON_LEFT);
    fixture_frame(f);
}

static void a_double_click_enters_one_folder(void **state)
{
    Fixture *f = *state;
    FilesPlaces at;
    files_drop(f, files_save_network(f, "b.safetensors", "5").text);
    Path inner = scratch_path(&f->home, "images/1");
    assert_int_equal(mkdir(inner.text, 0700), 0); /* where the folder was that is entered */
    files_begin(f, false);
    files_place(&at, &f->board.paint, &f->app.shell.files, f->app.shell.layout.window);
    click_twice(f, (SDL_Point){at.list.x + 40, at.list.y + at.row_h + at.row_h / 2});
    assert_string_equal(f->app.shell.files.folder.text, f->data.text);
    click_twice(f, (SDL_Point){at.list.x + 40, at.list.y + at.row_h / 2}); /* ".." */
    assert_string_equal(f->app.shell.files.folder.text, f->home.text);
}

static void a_folder_of_thousands_is_listed_whole(void **state)
{
    Fixture *f = *state;
    files_drop(f, files_save_network(f, "b.safetensors", "5").text);
    for (int i = 0; i < 2000; i++) {
        char name[32];
        snprintf(name, sizeof name, "n%04d.safetensors", i);
        scratch_write(scratch_path(&f->home, name).text, "", 0);
    }
    files_begin(f, false);
    assert_int_equal(f->app.shell.files.entries, 2000 + 4);
    assert_true(files_listed(f, "n1999.safetensors") > files_listed(f, "b.safetensors"));
}

static void a_long_message_has_its_room(void **state)
{
    Fixture *f = *state;
    FilesPlaces at;
    char name[241];
    memset(name, 'n', sizeof name - 1);
    name[sizeof name - 1] = 0;
    files_drop(f, files_save_network(f, "b.safetensors", "5").text);
    fixture_resize(f, 640, 420, 1.0f);
    files_begin(f, false);
    files_retype(f, name);
    fixture_key(f, SDLK_RETURN, 0);
    files_place(&at, &f->board.paint, &f->app.shell.files, f->app.shell.layout.window);
    int text_h = paint_lines(&f->board.paint, at.message, f->app.shell.files.message, PAINT_LABEL,
                             (SDL_Color){0}, true);
    assert_true(text_h > 0 && text_h <= at.message.h);
    assert_true(at.message.y + at.message.h <= at.ok.y && at.rows >= 2);
    assert_true(at.list.y + at.list.h <= at.name.y);
    fixture_draw(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(the_list_shows_networks_and_folders_alone),
        APP_TEST(the_list_is_walked_by_keys),
        APP_TEST(folders_are_entered_and_left),
        APP_TEST(a_typed_folder_is_entered_and_its_name_goes),
        APP_TEST(the_name_to_save_under_goes_along_into_another_folder),
        APP_TEST(the_name_is_edited_by_whole_characters),
        APP_TEST(a_name_without_end_is_refused),
        APP_TEST(tab_goes_around_the_dialog),
        APP_TEST(the_dialog_is_used_by_mouse),
        APP_TEST(a_long_list_scrolls),
        APP_TEST(a_folder_that_is_gone_keeps_its_name),
        APP_TEST(a_double_click_enters_one_folder),
        APP_TEST(a_folder_of_thousands_is_listed_whole),
        APP_TEST(a_long_message_has_its_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
