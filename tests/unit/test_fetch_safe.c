/* Downloads that must do no harm: endless, cut, sent elsewhere, killed, without room on the disk.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <math.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "fetch_fixture.h"
#include "scratch_disk.h"
#include "train/mnist.h"

static void a_file_that_is_cut_short_is_not_kept(void **state)
{
    start_mirror(*state, SEND_CUT);
    check_fails(*state, "wrong contents");
}

static void an_address_that_leads_to_one_without_https_is_not_followed(void **state)
{
    start_mirror(*state, SEND_ELSEWHERE);
    check_fails(*state, "without https");
}

/* Of a file without an end there is never more on the disk than was counted and held against its
 * size. */
static void what_is_on_the_disk_is_what_was_counted(void **state)
{
    Scene *scene = *state;
    Path part = scratch_path(&scene->folder, ".download");
    Path file = scratch_path(&part, mnist_files()[0].name);
    double share, all = 0;
    Err err = {0};
    for (int i = 0; i < MNIST_FILES; i++) {
        all += (double)mnist_files()[i].bytes;
    }
    start_mirror(scene, SEND_ENDLESS);
    Fetch *fetch = start(scene);
    for (int polls = 0; fetch_poll(fetch, &share, &err) == FETCH_RUNNING; polls++) {
        struct stat info;
        rest();
        assert_int_equal(stat(file.text, &info), 0);
        assert_true(info.st_size <= mnist_files()[0].bytes);
        assert_int_equal(info.st_size, lround(share * all));
    }
    fetch_destroy(fetch);
}

static void a_mirror_without_https_is_refused(void **state)
{
    Scene *scene = *state;
    static const char *const LISTS[] = {
        "http://example.com/mnist/",
        "ftp://127.0.0.1/mnist/",
        "file:///mnist/",
        "example.com",
        "https://example.com/ http://example.com/ https://example.com/",
    };
    for (size_t i = 0; i < sizeof LISTS / sizeof *LISTS; i++) {
        Err err = {0};
        assert_null(fetch_create(scene->folder.text, LISTS[i], &err));
        assert_non_null(strstr(err.text, "https"));
        assert_int_equal(err.code, ERR_VALUE);
        assert_false(path_exists(scene->folder.text));
    }
}

/* The process is killed as it downloads; the mirror, which sends on, is told that nobody wants it.
 */
static void a_killed_program_leaves_no_connection(void **state)
{
    Scene *scene = *state;
    int ready[2], status;
    char byte;
    start_mirror(scene, SEND_SLOWLY);
    assert_int_equal(pipe(ready), 0);
    pid_t program = fork();
    assert_true(program >= 0);
    if (program == 0) {
        Fetch *fetch = start(scene);
        wait_for_bytes(fetch);
        _exit(write(ready[1], "", 1) == 1 && pause() ? 0 : 1);
    }
    close(ready[1]);
    assert_int_equal(read(ready[0], &byte, 1), 1);
    close(ready[0]);
    kill(program, SIGKILL);
    assert_int_equal(waitpid(program, NULL, 0), program);
    assert_int_equal(waitpid(scene->mirror[0], &status, 0), scene->mirror[0]);
    scene->mirrors = 0;
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), MIRROR_LEFT);
}

static void what_cannot_be_written_is_a_sentence(void **state)
{
    Scene *scene = *state;
    start_mirror(scene, SEND_WRONG);
    start_mirror(scene, SEND_404); /* is not asked: it could not help */
    struct rlimit kept = scratch_fill_disk(MIRROR_LITTLE);
    check_fails(scene, "cannot be saved: ");
    scratch_free_disk(kept);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SCENE_TEST(a_file_that_is_cut_short_is_not_kept),
        SCENE_TEST(an_address_that_leads_to_one_without_https_is_not_followed),
        SCENE_TEST(what_is_on_the_disk_is_what_was_counted),
        SCENE_TEST(a_mirror_without_https_is_refused),
        SCENE_TEST(a_killed_program_leaves_no_connection),
        SCENE_TEST(what_cannot_be_written_is_a_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
