/* The user's own digits exported from the window. */
#include "files_fixture.h"

enum { DIGITS = 3 };

static void draw_digits(Fixture *f)
{
    for (int i = 0; i < DIGITS; i++) {
        fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 8.5f + (float)i);
        fixture_key(f, SDLK_7 + i, 0);
    }
    assert_int_equal(f->app.lab.mine.own.digits.digits, DIGITS);
}

/* Export under that name, in the home. */
static Path export_as(Fixture *f, const char *name)
{
    fixture_key(f, SDLK_e, KMOD_LCTRL);
    assert_int_equal(f->app.shell.dialog, DIALOG_FILES);
    assert_int_equal(f->app.shell.files.purpose, FILES_EXPORT);
    fixture_draw(f);
    files_retype(f, scratch_path(&f->home, name).text);
    fixture_key(f, SDLK_RETURN, 0);
    return scratch_path(&f->home, name);
}

static long size_of(const Path *path)
{
    struct stat found;
    return stat(path->text, &found) == 0 ? (long)found.st_size : -1;
}

static void the_ending_says_how_digits_are_exported(void **state)
{
    Fixture *f = *state;
    draw_digits(f);
    export_as(f, "a.idx");
    assert_int_equal(f->app.shell.dialog, DIALOG_NONE);
    assert_false(f->app.shell.notice.bad);
    Path images = scratch_path(&f->home, "a-images-idx3-ubyte");
    Path labels = scratch_path(&f->home, "a-labels-idx1-ubyte");
    assert_int_equal(size_of(&images), 16 + DIGITS * 784);
    assert_int_equal(size_of(&labels), 8 + DIGITS);
    Path csv = export_as(f, "b.csv"), strokes = export_as(f, "c.txt");
    assert_true(size_of(&csv) > DIGITS * 784 * 2);
    Path kept = scratch_path(&f->home, "inkling/digits");
    assert_int_equal(size_of(&strokes), size_of(&kept));
    export_as(f, "d");
    Path added = scratch_path(&f->home, "d.csv");
    assert_int_equal(size_of(&added), size_of(&csv));
}

static void exporting_over_something_asks_first(void **state)
{
    static const char *const NAME[] = {"a.idx", "b.csv"};
    Fixture *f = *state;
    draw_digits(f);
    for (int i = 0; i < 2; i++) {
        export_as(f, NAME[i]);
        assert_int_equal(f->app.shell.dialog, DIALOG_NONE);
        export_as(f, NAME[i]);
        assert_int_equal(f->app.shell.dialog, DIALOG_FILES);
        assert_non_null(strstr(f->app.shell.files.message, "again"));
        fixture_key(f, SDLK_RETURN, 0);
        assert_int_equal(f->app.shell.dialog, DIALOG_NONE);
    }
}

static void nothing_is_exported_where_there_is_nothing(void **state)
{
    Fixture *f = *state;
    fixture_key(f, SDLK_e, KMOD_LCTRL);
    assert_int_equal(f->app.shell.dialog, DIALOG_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(the_ending_says_how_digits_are_exported),
        APP_TEST(exporting_over_something_asks_first),
        APP_TEST(nothing_is_exported_where_there_is_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
