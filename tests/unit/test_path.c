/* Where files are. */
#include "faults.h"
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <sys/stat.h>

#include "base/config.h"
#include "base/path.h"
#include "base/sys.h"
#include "scratch.h"

static void set(const char *name, const char *value)
{
    assert_int_equal(value ? setenv(name, value, 1) : unsetenv(name), 0);
}

static void check_user(const char *data, const char *home, const char *name, const char *place)
{
    Path path;
    Err err = {0};
    set("XDG_DATA_HOME", data);
    set("HOME", home);
    if (!path_user(name, &path, &err)) {
        fail_msg("%s", err.text);
    }
    assert_string_equal(path.text, place);
}

static void a_path_is_joined_with_one_slash(void **state)
{
    (void)state;
    Path path;
    assert_true(path_join(&path, "folder", "name"));
    assert_string_equal(path.text, "folder/name");
    assert_true(path_join(&path, "folder/", "name"));
    assert_string_equal(path.text, "folder/name");
    assert_true(path_join(&path, "/", "name"));
    assert_string_equal(path.text, "/name");
    assert_true(path_join(&path, "", "name"));
    assert_string_equal(path.text, "name");
    assert_true(path_join(&path, "folder", ""));
    assert_string_equal(path.text, "folder");
}

static void endings_may_be_in_large_letters(void **state)
{
    (void)state;
    assert_true(path_ends_with("a/DSC01.JPG", ".jpg"));
    assert_true(path_ends_with("a.jpg", ".jpg"));
    assert_false(path_ends_with("a.jpeg", ".jpg"));
    assert_false(path_ends_with(".JPG", ".jpg"));
}

static void a_path_that_does_not_fit_is_empty(void **state)
{
    (void)state;
    char name[PATH_TEXT_MAX];
    Path path;
    memset(name, 'x', sizeof name - 1);
    name[sizeof name - 1] = 0;
    assert_true(path_join(&path, name, ""));
    assert_string_equal(path.text, name);
    assert_false(path_join(&path, name, "y"));
    assert_string_equal(path.text, "");
    name[sizeof name - 2] = 0; /* one too many, with the slash */
    assert_false(path_join(&path, name, "y"));
    name[sizeof name - 3] = 0;
    assert_true(path_join(&path, name, "y"));
    assert_int_equal(strlen(path.text), PATH_TEXT_MAX - 1);
}

static void a_name_is_what_follows_the_last_slash(void **state)
{
    (void)state;
    assert_string_equal(path_name("/a/b.txt"), "b.txt");
    assert_string_equal(path_name("b.txt"), "b.txt");
    assert_string_equal(path_name("/a/"), "");
    assert_string_equal(path_name(""), "");
}

static void check_folder(const char *path, const char *folder)
{
    Path found;
    path_folder(path, &found);
    assert_string_equal(found.text, folder);
}

static void a_folder_is_what_stands_before_the_name(void **state)
{
    (void)state;
    check_folder("/a/b.txt", "/a");
    check_folder("a//b.txt", "a");
    check_folder("/b.txt", "/");
    check_folder("//b.txt", "/");
    check_folder("/", "/");
    check_folder("b.txt", ".");
    check_folder("", ".");
}

static void files_folders_and_nothing_are_told_apart(void **state)
{
    (void)state;
    Path folder;
    scratch_make(&folder);
    Path file = scratch_path(&folder, "file"), missing = scratch_path(&folder, "missing");
    scratch_write(file.text, "", 0);
    assert_true(path_exists(folder.text) && path_is_folder(folder.text));
    assert_true(path_exists(file.text) && !path_is_folder(file.text));
    assert_false(path_exists(missing.text) || path_is_folder(missing.text));
    scratch_free(&folder);
}

static void the_users_folder_is_where_the_variables_say(void **state)
{
    (void)state;
    check_user("/data", "/users/ada", "mnist", "/data/inkling/mnist");
    check_user(NULL, "/users/ada", "mnist", "/users/ada/.local/share/inkling/mnist");
    check_user(NULL, "/users/ada", "", "/users/ada/.local/share/inkling");
}

static void an_empty_or_relative_data_folder_does_not_count(void **state)
{
    (void)state;
    check_user("", "/users/ada", "x", "/users/ada/.local/share/inkling/x");
    check_user("data", "/users/ada", "x", "/users/ada/.local/share/inkling/x");
    check_user("./data", "/users/ada", "x", "/users/ada/.local/share/inkling/x");
}

static void without_a_place_for_the_user_the_sentence_says_what_to_set(void **state)
{
    (void)state;
    const char *homes[] = {NULL, ""};
    for (int i = 0; i < 2; i++) {
        Path path = {"old"};
        Err err = {0};
        set("XDG_DATA_HOME", NULL);
        set("HOME", homes[i]);
        assert_false(path_user("x", &path, &err));
        assert_string_equal(path.text, "");
        assert_non_null(strstr(err.text, "HOME"));
    }
}

static void a_folder_is_made_with_those_above_it(void **state)
{
    (void)state;
    Path folder;
    Err err = {0};
    scratch_make(&folder);
    Path deep = scratch_path(&folder, "a/b/c"), again = scratch_path(&folder, "a/b/c/d/");
    assert_true(path_make_folder(deep.text, &err));
    assert_true(path_is_folder(deep.text));
    assert_true(path_make_folder(deep.text, &err));
    assert_true(path_make_folder(again.text, &err));
    assert_true(path_is_folder(again.text));
    scratch_free(&folder);
}

static void a_folder_whose_name_is_too_long_is_not_made(void **state)
{
    (void)state;
    char name[PATH_TEXT_MAX + 10];
    Err err = {0};
    memset(name, 'x', sizeof name - 1);
    name[sizeof name - 1] = 0;
    assert_false(path_make_folder(name, &err));
    assert_non_null(strstr(err.text, "too long"));
}

static void a_folder_is_not_made_below_a_file(void **state)
{
    (void)state;
    Path folder;
    Err err = {0};
    scratch_make(&folder);
    Path file = scratch_path(&folder, "file"), below = scratch_path(&folder, "file/x");
    scratch_write(file.text, "", 0);
    assert_false(path_make_folder(file.text, &err));
    assert_non_null(strstr(err.text, file.text));
    assert_false(path_make_folder(below.text, &err));
    assert_non_null(strstr(err.text, file.text));
    scratch_free(&folder);
}

static void a_folder_that_is_not_made_has_the_reason_for_it(void **state)
{
    (void)state;
    Path folder;
    Err err = {0};
    scratch_make(&folder);
    Path deep = scratch_path(&folder, "a/b");
    fault_set(FAULT_MKDIR, FAULT_EVERY, EROFS);
    assert_false(path_make_folder(deep.text, &err));
    assert_true(path_make_folder(folder.text, &err)); /* it is there */
    fault_clear();
    assert_non_null(strstr(err.text, "/a cannot be made: Read-only file system; allow writing"));
    scratch_free(&folder);
}

static void what_ships_is_beside_the_program_or_where_it_is_installed(void **state)
{
    (void)state;
    Path place[PATH_PLACES], program, folder;
    char *tree = strdup(getenv("INKLING_SOURCE"));
    unsetenv("INKLING_SOURCE");
    assert_true(sys_program_file(program.text, sizeof program.text));
    path_folder(program.text, &folder);
    assert_int_equal(path_places("in/tree", "name", place), 2);
    assert_string_equal(place[0].text, scratch_path(&folder, "name").text);
    assert_string_equal(place[1].text, INKLING_DATA_DIR "/name");
    setenv("INKLING_SOURCE", "", 1); /* empty counts as not set */
    assert_int_equal(path_places("in/tree", "name", place), 2);
    assert_string_equal(place[0].text, scratch_path(&folder, "name").text);
    setenv("INKLING_SOURCE", "/the tree", 1);
    assert_int_equal(path_places("in/tree", "name", place), 2);
    assert_string_equal(place[0].text, "/the tree/in/tree");
    setenv("INKLING_SOURCE", INKLING_DATA_DIR, 1);
    assert_int_equal(path_places("name", "name", place), 1); /* no place twice */
    setenv("INKLING_SOURCE", tree, 1);
    free(tree);
}

static void what_ships_is_found_in_the_source_tree(void **state)
{
    (void)state;
    Path path = {""}, tree;
    Err err = {0};
    assert_true(path_join(&tree, getenv("INKLING_SOURCE"), "assets/inkling.svg"));
    assert_true(path_shipped("inkling.svg", &path, &err));
    assert_string_equal(path.text, tree.text);
    assert_false(path_shipped("no such thing", &path, &err));
    assert_string_equal(path.text, "");
    assert_non_null(strstr(err.text, "no such thing is missing"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_path_is_joined_with_one_slash),
        cmocka_unit_test(endings_may_be_in_large_letters),
        cmocka_unit_test(a_path_that_does_not_fit_is_empty),
        cmocka_unit_test(a_name_is_what_follows_the_last_slash),
        cmocka_unit_test(a_folder_is_what_stands_before_the_name),
        cmocka_unit_test(files_folders_and_nothing_are_told_apart),
        cmocka_unit_test(the_users_folder_is_where_the_variables_say),
        cmocka_unit_test(an_empty_or_relative_data_folder_does_not_count),
        cmocka_unit_test(without_a_place_for_the_user_the_sentence_says_what_to_set),
        cmocka_unit_test(a_folder_is_made_with_those_above_it),
        cmocka_unit_test(a_folder_whose_name_is_too_long_is_not_made),
        cmocka_unit_test(a_folder_is_not_made_below_a_file),
        cmocka_unit_test(a_folder_that_is_not_made_has_the_reason_for_it),
        cmocka_unit_test(what_ships_is_beside_the_program_or_where_it_is_installed),
        cmocka_unit_test(what_ships_is_found_in_the_source_tree),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
