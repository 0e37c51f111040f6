/* The list of recent files: the newest first, each once, so many. */
#include "lab/recent.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <stdio.h>
#include <string.h>

static void the_newest_comes_first_and_each_file_once(void **state)
{
    (void)state;
    static RecentFiles recent;
    recent_clear(&recent);
    recent_add(&recent, "/a");
    recent_add(&recent, "/b");
    recent_add(&recent, "/c");
    recent_add(&recent, "/a");
    assert_int_equal(recent.count, 3);
    assert_string_equal(recent.file[0].text, "/a");
    assert_string_equal(recent.file[1].text, "/c");
    assert_string_equal(recent.file[2].text, "/b");
    int revision = recent.revision;
    recent_add(&recent, "/a");
    assert_int_equal(recent.revision, revision); /* nothing has changed */
}

static void the_oldest_makes_room(void **state)
{
    (void)state;
    static RecentFiles recent;
    recent_clear(&recent);
    for (int i = 0; i <= RECENT_MOST; i++) {
        char path[16];
        snprintf(path, sizeof path, "/%d", i);
        recent_add(&recent, path);
    }
    assert_int_equal(recent.count, RECENT_MOST);
    assert_string_equal(recent.file[0].text, "/8");
    assert_string_equal(recent.file[RECENT_MOST - 1].text, "/1");
}

static void what_is_forgotten_is_gone(void **state)
{
    (void)state;
    static RecentFiles recent;
    char long_path[PATH_TEXT_MAX + 1];
    recent_clear(&recent);
    recent_add(&recent, "/a");
    recent_add(&recent, "/b");
    recent_forget(&recent, "/a");
    recent_forget(&recent, "/not there");
    assert_int_equal(recent.count, 1);
    assert_string_equal(recent.file[0].text, "/b");
    memset(long_path, 'x', PATH_TEXT_MAX);
    long_path[PATH_TEXT_MAX] = 0;
    recent_add(&recent, long_path);
    assert_int_equal(recent.count, 1);
    recent_clear(&recent);
    assert_int_equal(recent.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_newest_comes_first_and_each_file_once),
        cmocka_unit_test(the_oldest_makes_room),
        cmocka_unit_test(what_is_forgotten_is_gone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
