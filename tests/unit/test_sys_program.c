/* The program finds its own file. */
#define _GNU_SOURCE 1 /* RTLD_NEXT */
#include "base/sys.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool without_proc;

/* In place of that of the C library. */
ssize_t readlink(const char *restrict path, char *restrict to, size_t room)
{
    if (without_proc && strncmp(path, "/proc/", 6) == 0) {
        errno = ENOENT;
        return -1;
    }
    ssize_t (*next)(const char *, char *, size_t) =
        (ssize_t(*)(const char *, char *, size_t))dlsym(RTLD_NEXT, __func__);
    return next(path, to, room);
}

static void check_is_here(void)
{
    char file[4096];
    assert_true(sys_program_file(file, sizeof file));
    assert_int_equal(file[0], '/');
    assert_int_equal(access(file, X_OK), 0);
    assert_non_null(strstr(file, "/test_sys_program"));
    assert_false(sys_program_file(file, 4)); /* no room */
    assert_string_equal(file, "");
}

static void the_system_tells_where_it_is(void **state)
{
    (void)state;
    check_is_here();
}

static void it_is_found_without_proc(void **state)
{
    (void)state;
#ifdef __linux__
    char *started = program_invocation_name;
    without_proc = true;
    check_is_here();
    program_invocation_name = "test_sys_program"; /* as a shell that has searched for it says it */
    char file[4096] = "/somewhere";
    assert_false(sys_program_file(file, sizeof file));
    assert_string_equal(file, "");
    program_invocation_name = started;
    without_proc = false;
#else
    skip();
#endif
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_system_tells_where_it_is),
        cmocka_unit_test(it_is_found_without_proc),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
