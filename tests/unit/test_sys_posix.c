/* What POSIX has beside that: links, locks against other processes, programs that inherit. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/wait.h>

#include "base/sys_file.h"
#include "scratch.h"

static int make_scene(void **state)
{
    *state = malloc(sizeof(Path));
    assert_non_null(*state);
    scratch_make(*state);
    return 0;
}

static int free_scene(void **state)
{
    scratch_free(*state);
    free(*state);
    return 0;
}

/* Whether another process may have the lock: 0 yes, 1 another has it. */
static int ask_elsewhere(const char *path, SysLock lock)
{
    int status;
    pid_t other = fork();
    assert_true(other >= 0);
    if (other == 0) {
        int fd = sys_open(path, SYS_CHANGE);
        _exit(sys_lock(fd, lock) ? 0 : errno == EWOULDBLOCK ? 1 : 2);
    }
    assert_int_equal(waitpid(other, &status, 0), other);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void a_lock_keeps_other_processes_out_until_it_is_closed(void **state)
{
    Path path = scratch_path(*state, "lock");
    int fd = sys_open(path.text, SYS_CHANGE), again = sys_open(path.text, SYS_CHANGE);
    assert_true(sys_lock(fd, SYS_LOCK_ALONE));
    assert_int_equal(ask_elsewhere(path.text, SYS_LOCK_ALONE), 1);
    assert_int_equal(ask_elsewhere(path.text, SYS_LOCK_SHARED), 1);
    assert_false(sys_lock(again, SYS_LOCK_SHARED));
    assert_int_equal(errno, EWOULDBLOCK);
    sys_close(fd);
    assert_true(sys_lock(again, SYS_LOCK_SHARED));
    assert_int_equal(ask_elsewhere(path.text, SYS_LOCK_SHARED), 0);
    assert_int_equal(ask_elsewhere(path.text, SYS_LOCK_ALONE), 1);
    sys_close(again);
    assert_int_equal(ask_elsewhere(path.text, SYS_LOCK_ALONE), 0);
}

static void no_program_inherits_what_is_open(void **state)
{
    Path path = scratch_path(*state, "file");
    int fd = sys_open(path.text, SYS_NEW);
    assert_true(fd >= 0);
    assert_true(fcntl(fd, F_GETFD) & FD_CLOEXEC);
    sys_close(fd);
}

/* Windows knows of such files, too, but wine does not tell. */
static void what_is_removed_while_it_is_open_has_no_name(void **state)
{
    Path path = scratch_path(*state, "file");
    SysInfo info;
    scratch_write(path.text, "12345", 5);
    int fd = sys_open(path.text, SYS_READ);
    assert_true(sys_remove(path.text));
    assert_true(sys_info_of(fd, &info));
    assert_false(info.is_named);
    sys_close(fd);
}

static void a_link_is_not_what_it_leads_to(void **state)
{
    Path path = scratch_path(*state, "file"), link = scratch_path(*state, "link");
    scratch_write(path.text, "abc", 3);
    assert_int_equal(symlink(path.text, link.text), 0);
    assert_int_equal(sys_open(link.text, SYS_FOUND), -1);
    int fd = sys_open(path.text, SYS_FOUND);
    assert_true(fd >= 0);
    sys_close(fd);
}

static void a_real_path_follows_links(void **state)
{
    Path *folder = *state, file = scratch_path(folder, "file"), link = scratch_path(folder, "link");
    scratch_write(file.text, "", 0);
    assert_int_equal(symlink("file", link.text), 0);
    char *real = sys_real_path(link.text), *same = sys_real_path(file.text);
    assert_non_null(real);
    assert_string_equal(real, same);
    assert_true(sys_is_absolute(real));
    assert_false(sys_is_absolute("file"));
    assert_null(sys_real_path(scratch_path(folder, "none").text));
    free(real);
    free(same);
}

#define SCENE_TEST(test) cmocka_unit_test_setup_teardown(test, make_scene, free_scene)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SCENE_TEST(a_lock_keeps_other_processes_out_until_it_is_closed),
        SCENE_TEST(no_program_inherits_what_is_open),
        SCENE_TEST(what_is_removed_while_it_is_open_has_no_name),
        SCENE_TEST(a_link_is_not_what_it_leads_to),
        SCENE_TEST(a_real_path_follows_links),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
