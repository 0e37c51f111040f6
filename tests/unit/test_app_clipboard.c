/* The clipboard: pictures and paths of files come in, the drawing goes out. What SDL lacks a
 * program does; here a script has its name. */
#include "picture_fixture.h"

#include "base/picture.h"
#include "shell/clipboard.h"

/* A program of that name, the only one that is found: the fixture has made PATH so. */
static void make_program(const Fixture *f, const char *name, const char *script)
{
    Path path = scratch_path(&f->home, name);
    scratch_write(path.text, script, strlen(script));
    assert_int_equal(chmod(path.text, 0700), 0);
}

static void paste(Fixture *f)
{
    fixture_key(f, SDLK_v, KMOD_LCTRL);
}

static void check_path(const char *text, const char *wanted)
{
    Path path;
    assert_int_equal(clipboard_path(text, &path), wanted != NULL);
    if (wanted) {
        assert_string_equal(path.text, wanted);
    }
}

static void texts_that_name_a_file_are_paths(void **state)
{
    char longest[PATH_TEXT_MAX + 20];
    (void)state;
    check_path("/a/b c.png", "/a/b c.png");
    check_path(" file:///a/b%20c%C3%A9.png\r\nfile:///other", "/a/b c\xC3\xA9.png");
    check_path("file://localhost/a.png\n", "/a.png");
    check_path("/a%20b", "/a%20b");
    check_path("file:///a%2", "/a%2");
    check_path("file:///a%00b", NULL);
    check_path("file://host", NULL);
    check_path("https://example.org/a.png", NULL);
    check_path("some words", NULL);
    check_path("", NULL);
    memset(longest, 'x', sizeof longest);
    longest[0] = '/';
    longest[sizeof longest - 1] = 0;
    check_path(longest, NULL);
}

static void a_path_that_was_copied_opens(void **state)
{
    Fixture *f = *state;
    char text[PATH_TEXT_MAX + 8];
    snprintf(text, sizeof text, "file://%s\n", picture_save(f, "a.pgm", true).text);
    SDL_SetClipboardText(text);
    paste(f);
    assert_true(picture_is_shown(f));
    assert_string_equal(f->app.lab.exhibit.name, "a.pgm");
    SDL_SetClipboardText(files_save_network(f, "five.safetensors", "5").text);
    paste(f);
    assert_int_equal(files_hidden_neurons(f), 5);
    SDL_SetClipboardText("/nowhere/at/all.png");
    paste(f);
    assert_true(f->app.shell.notice.bad);
    assert_non_null(strstr(f->app.shell.notice.text, "/nowhere/at/all.png"));
    SDL_SetClipboardText("");
}

/* The script reads with what the shell itself has: it finds no other program. */
static void a_picture_that_was_copied_is_pasted(void **state)
{
    Fixture *f = *state;
    picture_save(f, "a.pgm", true);
    make_program(f, "xclip",
                 "#!/bin/sh\n[ \"$*\" = '-selection clipboard -target image/png -out' ] || exit 1\n"
                 "exec /bin/cat \"${0%/*}/a.pgm\"\n");
    paste(f);
    assert_string_equal(f->app.shell.notice.text, "");
    assert_true(picture_is_shown(f));
    fixture_key(f, SDLK_z, KMOD_LCTRL);
    assert_false(f->app.lab.exhibit.shown);
}

static void what_cannot_be_pasted_is_said(void **state)
{
    Fixture *f = *state;
    const Notice *notice = &f->app.shell.notice;
    paste(f);
    assert_true(notice->bad);
    assert_non_null(strstr(notice->text, "package xclip"));
    make_program(f, "xclip", "#!/bin/sh\nexit 1\n");
    SDL_SetClipboardText("some words");
    paste(f);
    assert_non_null(strstr(notice->text, "no picture in the clipboard"));
    SDL_SetClipboardText("");
    make_program(f, "xclip", "#!/bin/sh\necho 'not a picture'\n");
    paste(f);
    assert_non_null(strstr(notice->text, "no picture in the clipboard"));
    make_program(f, "xclip", "#!/bin/sh\necho 'P5 90 90 255 cut'\n");
    paste(f);
    assert_non_null(strstr(notice->text, "The clipboard cannot be read as a picture"));
    assert_false(f->app.lab.exhibit.shown);
}

static void the_drawing_is_copied_as_a_picture(void **state)
{
    Fixture *f = *state;
    Picture picture;
    Err err;
    assert_false(action_can(&f->app.shell, ACTION_COPY)); /* nothing is drawn */
    fixture_stroke(f, SDL_BUTTON_LEFT, 14.5f, 4.5f, 14.5f, 24.5f);
    fixture_key(f, SDLK_c, KMOD_LCTRL);
    assert_true(f->app.shell.notice.bad);
    assert_non_null(strstr(f->app.shell.notice.text, "package xclip"));
    make_program(f, "xclip", "#!/bin/sh\nexec /bin/cat >\"${0%/*}/copied\"\n");
    fixture_key(f, SDLK_c, KMOD_LCTRL);
    assert_false(f->app.shell.notice.bad);
    assert_non_null(strstr(f->app.shell.notice.text, "in the clipboard"));
    assert_true(picture_load(&picture, scratch_path(&f->home, "copied").text, &err));
    assert_int_equal(picture.width, picture.height);
    int side = picture.width;
    const uint8_t *middle = picture.rgba + 4 * (side / 2 * side + side / 2);
    assert_memory_not_equal(middle, picture.rgba, 3); /* ink, and paper in the corner */
    picture_free(&picture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_that_name_a_file_are_paths), APP_TEST(a_path_that_was_copied_opens),
        APP_TEST(a_picture_that_was_copied_is_pasted),      APP_TEST(what_cannot_be_pasted_is_said),
        APP_TEST(the_drawing_is_copied_as_a_picture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
