/* Other programs, run for what they write, or to take something. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/sys_process.h"
#include "place.h"

enum { LONG_MS = 30000, SHORT_MS = 50, ROOM = 1000000 };

static bool run(const char *script, int wait_ms, size_t max, uint8_t **data, size_t *size, Err *err)
{
    const char *const words[] = {"sh", "-c", script, NULL};
    return sys_process_read(words, wait_ms, max, data, size, err);
}

static void what_it_writes_is_read_whole(void **state)
{
    uint8_t *data;
    size_t size;
    Err err;
    (void)state;
    assert_true(run("printf 'a\\0b'; echo said >&2", LONG_MS, ROOM, &data, &size, &err));
    assert_int_equal(size, 3);
    assert_memory_equal(data, "a\0b", 3);
    free(data);
    assert_true(run("head -c 300000 /dev/zero", LONG_MS, ROOM, &data, &size, &err));
    assert_int_equal(size, 300000);
    free(data);
    assert_true(run("cat", LONG_MS, ROOM, &data, &size, &err)); /* there is nothing to read */
    assert_int_equal(size, 0);
    free(data);
}

static void one_that_fails_is_an_error(void **state)
{
    uint8_t *data;
    size_t size;
    Err err;
    (void)state;
    assert_false(run("echo half; exit 3", LONG_MS, ROOM, &data, &size, &err));
    assert_null(data);
    assert_int_equal(size, 0);
    assert_int_equal(err.code, ERR_OTHER);
    const char *const words[] = {"no-such-program-at-all", NULL};
    assert_false(sys_process_read(words, LONG_MS, ROOM, &data, &size, &err));
    assert_int_equal(err.code, ERR_MISSING);
    assert_non_null(strstr(err.text, "no-such-program-at-all"));
    assert_false(run("head -c 101 /dev/zero", LONG_MS, 100, &data, &size, &err));
    assert_null(data);
}

static void one_that_takes_too_long_is_ended(void **state)
{
    uint8_t *data;
    size_t size;
    Err err;
    (void)state;
    assert_false(run("exec sleep 100", SHORT_MS, ROOM, &data, &size, &err));
    assert_int_equal(err.code, ERR_BUSY);
    assert_null(data);
    assert_false(run("exec >&-; exec sleep 100", SHORT_MS, ROOM, &data, &size, &err));
    assert_int_equal(err.code, ERR_BUSY);
}

static void what_it_is_given_it_reads_whole(void **state)
{
    Place *place = *state;
    static uint8_t given[300000];
    uint8_t *data;
    size_t size;
    Err err;
    memset(given, 'x', sizeof given);
    const char *const words[] = {"sh", "-c", "cat >\"$0\"", place->file.text, NULL};
    assert_true(sys_process_write(words, LONG_MS, given, sizeof given, &err));
    assert_true(file_read(place->file.text, sizeof given, &data, &size, &err));
    assert_int_equal(size, sizeof given);
    assert_memory_equal(data, given, size);
    free(data);
    const char *const deaf[] = {"sh", "-c", "exit 0", NULL};
    assert_true(sys_process_write(deaf, LONG_MS, given, sizeof given, &err));
    const char *const failing[] = {"false", NULL};
    assert_false(sys_process_write(failing, LONG_MS, given, sizeof given, &err));
    const char *const slow[] = {"sleep", "100", NULL};
    assert_false(sys_process_write(slow, SHORT_MS, given, sizeof given, &err));
    assert_int_equal(err.code, ERR_BUSY);
}

/* One that goes on in the background, as what serves a clipboard does, is not waited for. */
static void what_it_leaves_behind_is_not_waited_for(void **state)
{
    const char *const words[] = {"sh", "-c", "sleep 1 & exit 0", NULL};
    Err err;
    (void)state;
    assert_true(sys_process_write(words, LONG_MS, (const uint8_t *)"x", 1, &err));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_it_writes_is_read_whole),
        cmocka_unit_test(one_that_fails_is_an_error),
        cmocka_unit_test(one_that_takes_too_long_is_ended),
        PLACE_TEST(what_it_is_given_it_reads_whole),
        cmocka_unit_test(what_it_leaves_behind_is_not_waited_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
