/* Downloads from mirrors of the test's own on the loopback address: whole, wrong, stalled. */
#define _GNU_SOURCE 1 /* RTLD_NEXT */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <dlfcn.h>
#include <sys/stat.h>

#include "fetch_fixture.h"
#include "train/mnist.h"

static void wrong_contents_are_not_kept(void **state)
{
    start_mirror(*state, SEND_WRONG);
    check_fails(*state, "wrong contents");
}

static void a_file_that_is_not_there_is_a_sentence(void **state)
{
    start_mirror(*state, SEND_404);
    check_fails(*state, "404");
}

static void a_broken_connection_is_a_sentence(void **state)
{
    start_mirror(*state, SEND_LESS);
    check_fails(*state, "cannot be downloaded from http://127.0.0.1:");
}

static void too_long_a_file_is_not_kept(void **state)
{
    start_mirror(*state, SEND_MORE);
    check_fails(*state, "cannot be downloaded");
}

static void an_endless_file_is_not_kept(void **state)
{
    start_mirror(*state, SEND_ENDLESS);
    check_fails(*state, "wrong contents");
}

static void no_server_is_a_sentence(void **state)
{
    Scene *scene = *state;
    int port, fd = mirror_open_port(&port); /* bound, but nobody listens */
    add_address(scene, port);
    check_fails(scene, "onnect");
    close(fd);
}

static void the_next_mirror_is_tried(void **state)
{
    Scene *scene = *state;
    start_mirror(scene, SEND_WRONG);
    start_mirror(scene, SEND_404);
    check_fails(scene, "404");
}

static void the_environment_names_the_mirror(void **state)
{
    Scene *scene = *state;
    Err err = {0};
    start_mirror(scene, SEND_404);
    setenv("INKLING_MIRROR", scene->addresses, 1);
    Fetch *fetch = fetch_create(scene->folder.text, NULL, &err);
    assert_non_null(fetch);
    assert_int_equal(finish(fetch, &err), FETCH_FAILED);
    assert_non_null(strstr(err.text, scene->addresses));
    fetch_destroy(fetch);
}

static void a_cancelled_download_leaves_nothing(void **state)
{
    Scene *scene = *state;
    start_mirror(scene, SEND_AND_STALL);
    Fetch *fetch = start(scene);
    wait_for_bytes(fetch);
    assert_true(path_exists(scene->folder.text));
    fetch_destroy(fetch);
    assert_false(path_exists(scene->folder.text));
    fetch_destroy(NULL);
}

static void what_was_in_the_folder_stays(void **state)
{
    Scene *scene = *state;
    Path own = scratch_path(&scene->folder, "notes.txt");
    Err err = {0};
    assert_true(path_make_folder(scene->folder.text, &err));
    scratch_write(own.text, "own", 3);
    start_mirror(scene, SEND_WRONG);
    Fetch *fetch = start(scene);
    assert_int_equal(finish(fetch, &err), FETCH_FAILED);
    fetch_destroy(fetch);
    unlink(own.text);
    assert_int_equal(rmdir(scene->folder.text), 0); /* so there was nothing else */
}

static void what_a_killed_program_left_is_removed(void **state)
{
    Scene *scene = *state;
    Path part = scratch_path(&scene->folder, ".download");
    Err err = {0};
    assert_true(path_make_folder(part.text, &err));
    scratch_write(scratch_path(&part, mnist_files()[2].name).text, "old", 3);
    start_mirror(scene, SEND_AND_STALL);
    fetch_destroy(start(scene));
    assert_int_equal(rmdir(scene->folder.text), 0);
}

static void two_downloads_do_not_share_a_folder(void **state)
{
    Scene *scene = *state;
    Err err = {0};
    start_mirror(scene, SEND_AND_STALL);
    Fetch *fetch = start(scene);
    wait_for_bytes(fetch);
    assert_null(fetch_create(scene->folder.text, scene->addresses, &err));
    assert_non_null(strstr(err.text, "already"));
    assert_int_equal(err.code, ERR_BUSY);
    double share;
    assert_int_equal(fetch_poll(fetch, &share, &err), FETCH_RUNNING);
    assert_true(share > 0);
    fetch_destroy(fetch);
}

/* In place of the C library's. */
static bool without_libraries;

void *dlopen(const char *name, int flags)
{
    void *(*next)(const char *, int) = (void *(*)(const char *, int))dlsym(RTLD_NEXT, "dlopen");
    return without_libraries ? NULL : next(name, flags);
}

static void a_missing_libcurl_is_a_sentence(void **state)
{
    Scene *scene = *state;
    Err err = {0};
    without_libraries = true;
    assert_null(fetch_create(scene->folder.text, "http://127.0.0.1:1/", &err));
    without_libraries = false;
    assert_non_null(strstr(err.text, "libcurl"));
    assert_int_equal(err.code, ERR_MISSING);
    assert_false(path_exists(scene->folder.text));
}

static void a_folder_that_cannot_be_made_is_a_sentence(void **state)
{
    Scene *scene = *state;
    Err err = {0};
    scratch_write(scene->folder.text, "a file", 6);
    assert_null(fetch_create(scene->folder.text, "http://127.0.0.1:1/", &err));
    assert_non_null(strstr(err.text, scene->folder.text));
}

static void need_real_files(void)
{
    const char *real = getenv("INKLING_DATA");
    if (!real || !*real) {
        print_message("INKLING_DATA is not set, so no whole download is tested.\n");
        skip();
    }
}

static void all_four_files_take_their_places(void **state)
{
    Scene *scene = *state;
    Err err = {0};
    need_real_files();
    start_mirror(scene, SEND_404);
    start_mirror(scene, SEND_REAL);
    Fetch *fetch = start(scene);
    if (finish(fetch, &err) != FETCH_DONE) {
        fail_msg("%s", err.text);
    }
    fetch_destroy(fetch);
    for (int i = 0; i < MNIST_FILES; i++) {
        struct stat info;
        Path path = scratch_path(&scene->folder, mnist_files()[i].name);
        assert_int_equal(stat(path.text, &info), 0);
        assert_int_equal(info.st_size, mnist_files()[i].bytes);
        unlink(path.text);
    }
    assert_int_equal(rmdir(scene->folder.text), 0); /* so there was nothing else */
}

static void one_wrong_file_keeps_all_from_their_places(void **state)
{
    need_real_files();
    start_mirror(*state, SEND_LAST_WRONG);
    check_fails(*state, "t10k-labels-idx1-ubyte.gz");
}

static void a_place_that_is_taken_keeps_all_from_theirs(void **state)
{
    Scene *scene = *state;
    Path taken = scratch_path(&scene->folder, mnist_files()[3].name);
    Err err = {0};
    need_real_files();
    assert_true(path_make_folder(taken.text, &err));
    start_mirror(scene, SEND_REAL);
    Fetch *fetch = start(scene);
    assert_int_equal(finish(fetch, &err), FETCH_FAILED);
    assert_non_null(strstr(err.text, taken.text));
    fetch_destroy(fetch);
    assert_int_equal(rmdir(taken.text), 0);
    assert_int_equal(rmdir(scene->folder.text), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SCENE_TEST(wrong_contents_are_not_kept),
        SCENE_TEST(a_file_that_is_not_there_is_a_sentence),
        SCENE_TEST(a_broken_connection_is_a_sentence),
        SCENE_TEST(too_long_a_file_is_not_kept),
        SCENE_TEST(an_endless_file_is_not_kept),
        SCENE_TEST(no_server_is_a_sentence),
        SCENE_TEST(the_next_mirror_is_tried),
        SCENE_TEST(the_environment_names_the_mirror),
        SCENE_TEST(a_cancelled_download_leaves_nothing),
        SCENE_TEST(what_was_in_the_folder_stays),
        SCENE_TEST(what_a_killed_program_left_is_removed),
        SCENE_TEST(two_downloads_do_not_share_a_folder),
        SCENE_TEST(a_missing_libcurl_is_a_sentence),
        SCENE_TEST(a_folder_that_cannot_be_made_is_a_sentence),
        SCENE_TEST(all_four_files_take_their_places),
        SCENE_TEST(one_wrong_file_keeps_all_from_their_places),
        SCENE_TEST(a_place_that_is_taken_keeps_all_from_theirs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
