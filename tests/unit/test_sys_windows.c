/* Other programs on Windows, run for what they write, or to take something. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <stdlib.h>
#include <string.h>

#include "base/sys_process.h"

enum { LONG_MS = 30000, SHORT_MS = 200, ROOM = 100000 };

static void what_it_writes_is_read_whole(void **state)
{
    const char *const words[] = {"cmd", "/c", "echo", "Z\xc3\xa4hl", NULL};
    uint8_t *data;
    size_t size;
    Err err = {0};
    (void)state;
    assert_true(sys_process_read(words, LONG_MS, ROOM, &data, &size, &err));
    assert_true(size > 2 && data[size - 1] == '\n');
    assert_non_null(memchr(data, 'Z', size));
    free(data);
    assert_false(sys_process_read(words, LONG_MS, 2, &data, &size, &err));
    assert_null(data);
    assert_non_null(strstr(err.text, "too much"));
}

static void one_that_fails_is_an_error(void **state)
{
    const char *const fails[] = {"cmd", "/c", "exit", "3", NULL};
    const char *const none[] = {"no-such-program-at-all", NULL};
    uint8_t *data;
    size_t size;
    Err err = {0};
    (void)state;
    assert_false(sys_process_read(fails, LONG_MS, ROOM, &data, &size, &err));
    assert_null(data);
    assert_int_equal(err.code, ERR_OTHER);
    assert_false(sys_process_read(none, LONG_MS, ROOM, &data, &size, &err));
    assert_int_equal(err.code, ERR_MISSING);
    assert_non_null(strstr(err.text, "no-such-program-at-all"));
    assert_false(sys_process_write(none, LONG_MS, (const uint8_t *)"a", 1, &err));
    assert_int_equal(err.code, ERR_MISSING);
}

static void one_that_takes_too_long_is_ended(void **state)
{
    const char *const waits[] = {"cmd", "/c", "for /l %i in (0,0,1) do rem", NULL};
    uint8_t *data;
    size_t size;
    Err err = {0};
    (void)state;
    assert_false(sys_process_read(waits, SHORT_MS, 1 << 30, &data, &size, &err));
    assert_int_equal(err.code, ERR_BUSY);
    assert_false(sys_process_write(waits, SHORT_MS, (const uint8_t *)"a", 1, &err));
    assert_int_equal(err.code, ERR_BUSY);
}

static void it_reads_what_it_is_given(void **state)
{
    const char *const takes[] = {"cmd", "/c", "set /p word= & if not defined word exit 1", NULL};
    Err err = {0};
    (void)state;
    assert_true(sys_process_write(takes, LONG_MS, (const uint8_t *)"abc\r\n", 5, &err));
    assert_false(sys_process_write(takes, LONG_MS, (const uint8_t *)"", 0, &err));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_it_writes_is_read_whole),
        cmocka_unit_test(one_that_fails_is_an_error),
        cmocka_unit_test(one_that_takes_too_long_is_ended),
        cmocka_unit_test(it_reads_what_it_is_given),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
