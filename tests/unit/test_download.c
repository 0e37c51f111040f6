/* One file from the web: where it may come from, what is too slow, and that it ends when nobody
 * wants it any more. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <fcntl.h>
#include <time.h>

#include "mirror.h"
#include "train/download.h"

#define FILE_WANTED (&mnist_files()[1])

enum { REASON_MAX = 256, URL_MAX = 256, DESCRIPTORS = 64 };

static const DownloadPatience PATIENT = {1, 300, 600};

typedef struct Scene {
    pid_t mirror;
    char url[URL_MAX];
    Download *download;
    long taken, most; /* bytes, and how many are wanted */
} Scene;

static int make_scene(void **state)
{
    Err err = {0};
    Scene *scene = calloc(1, sizeof *scene);
    *state = scene;
    setenv("no_proxy", "127.0.0.1", 1);
    if (!scene) {
        return -1;
    }
    scene->most = LONG_MAX;
    scene->download = download_create(&err);
    return scene->download ? 0 : -1;
}

static int free_scene(void **state)
{
    Scene *scene = *state;
    download_destroy(scene->download);
    if (scene->mirror > 0) {
        mirror_stop(scene->mirror);
    }
    free(scene);
    return 0;
}

static bool take(void *context, const void *data, size_t size)
{
    Scene *scene = context;
    assert_non_null(data);
    scene->taken += (long)size;
    return scene->taken <= scene->most;
}

static void begin(Scene *scene, const DownloadPatience *patience)
{
    Err err = {0};
    scene->taken = 0;
    if (!download_start(scene->download, scene->url, FILE_WANTED->bytes, patience, take, scene,
                        &err)) {
        fail_msg("%s", err.text);
    }
}

static void start(Scene *scene, MirrorManner manner, const DownloadPatience *patience)
{
    int port;
    scene->mirror = mirror_start(manner, &port);
    snprintf(scene->url, sizeof scene->url, "http://127.0.0.1:%d/%s", port, FILE_WANTED->name);
    begin(scene, patience);
}

static void rest(void)
{
    nanosleep(&(struct timespec){.tv_nsec = 2000000}, NULL);
}

static void finish(Scene *scene)
{
    while (download_poll(scene->download)) {
        rest();
    }
}

static void wait_for_bytes(Scene *scene)
{
    while (scene->taken == 0) {
        assert_true(download_poll(scene->download));
        rest();
    }
}

/* The file does not come, and the reason has this word. */
static void check_fails(Scene *scene, const char *word)
{
    char reason[REASON_MAX];
    finish(scene);
    assert_true(download_failed(scene->download, reason, sizeof reason));
    if (!strstr(reason, word)) {
        fail_msg("\"%s\" does not say \"%s\"", reason, word);
    }
}

static void files_come_over_https_or_from_this_machine(void **state)
{
    (void)state;
    static const char *const GOOD[] = {
        "https://example.com/a",
        "HTTPS://example.com",
        "http://127.0.0.1/a",
        "http://127.1.2.3:8000/a",
        "HTTP://LocalHost:8000/a/",
        "http://[::1]:8000/a",
        "http://[::1]/",
        "http://localhost http://example.com",
    };
    static const char *const BAD[] = {
        "",
        "https:",
        "example.com/a",
        "ftp://localhost/a",
        "file:///etc/passwd",
        "http://example.com/a",
        "http://128.0.0.1/a",
        "http://127.0.0.1.example.com/a",
        "http://127.0.0.1@example.com/a",
        "http://127.0.0.1:80@example.com/a",
        "http://127.0.0.1?@example.com/a",
        "http://127.0.0.1#@example.com/a",
        "http://127.0.0.1\\@example.com/a",
        "http://localhost.example.com/a",
        "http://localhost:/a",
        "http:///a",
    };
    for (size_t i = 0; i < sizeof GOOD / sizeof *GOOD; i++) {
        assert_true(download_may_use(GOOD[i]));
    }
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++) {
        assert_false(download_may_use(BAD[i]));
    }
}

static void check_comes_whole(Scene *scene)
{
    char reason[REASON_MAX];
    finish(scene);
    assert_false(download_failed(scene->download, reason, sizeof reason));
    assert_int_equal(scene->taken, FILE_WANTED->bytes);
}

static void a_file_comes_whole(void **state)
{
    start(*state, SEND_WRONG, &PATIENT);
    check_comes_whole(*state);
}

static void another_file_comes_after_it(void **state)
{
    start(*state, SEND_WRONG, &PATIENT);
    finish(*state);
    begin(*state, &PATIENT);
    check_comes_whole(*state);
}

static void no_more_comes_than_is_taken(void **state)
{
    Scene *scene = *state;
    scene->most = MIRROR_LITTLE;
    start(scene, SEND_ENDLESS, &PATIENT);
    finish(scene);
    assert_true(scene->taken > scene->most);
    assert_true(scene->taken < 1 << 20);
}

static void a_trickle_is_given_up(void **state)
{
    start(*state, SEND_SLOWLY, &(DownloadPatience){1000, 1, 600});
    check_fails(*state, "slow");
}

static void silence_is_given_up(void **state)
{
    start(*state, SEND_AND_STALL, &(DownloadPatience){1000, 1, 600});
    check_fails(*state, "slow");
}

static void what_takes_too_long_in_all_is_given_up(void **state)
{
    start(*state, SEND_SLOWLY, &(DownloadPatience){1, 300, 1});
    check_fails(*state, "timed out");
}

/* The mirror, which sends on, is told that nobody wants it. */
static void what_is_left_off_ends_at_once(void **state)
{
    Scene *scene = *state;
    int status;
    start(scene, SEND_SLOWLY, &PATIENT);
    wait_for_bytes(scene);
    download_stop(scene->download);
    download_stop(scene->download);
    assert_int_equal(waitpid(scene->mirror, &status, 0), scene->mirror);
    scene->mirror = 0;
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), MIRROR_LEFT);
}

static void no_program_gets_the_connection(void **state)
{
    int sockets = 0;
    start(*state, SEND_AND_STALL, &PATIENT);
    wait_for_bytes(*state);
    for (int fd = 3; fd < DESCRIPTORS; fd++) {
        struct sockaddr_in with;
        socklen_t size = sizeof with;
        if (getpeername(fd, (struct sockaddr *)&with, &size) == 0 && with.sin_family == AF_INET) {
            sockets++;
            assert_true(fcntl(fd, F_GETFD) & FD_CLOEXEC);
        }
    }
    assert_int_equal(sockets, 1);
}

static void polling_never_waits(void **state)
{
    Scene *scene = *state;
    start(scene, SEND_AND_STALL, &PATIENT);
    wait_for_bytes(scene);
    for (int i = 0; i < 1000; i++) { /* what there is is taken soon */
        assert_true(download_poll(scene->download));
    }
    assert_int_equal(scene->taken, MIRROR_LITTLE);
}

/* So it is where a desktop starts it without them. */
static void a_program_without_standard_streams_fetches(void **state)
{
    Scene *scene = *state;
    int status;
    pid_t program = fork();
    assert_true(program >= 0);
    if (program == 0) {
        char reason[REASON_MAX];
        for (int fd = 0; fd < 3; fd++) {
            close(fd);
        }
        start(scene, SEND_WRONG, &PATIENT);
        finish(scene);
        bool whole = scene->taken == FILE_WANTED->bytes &&
                     !download_failed(scene->download, reason, sizeof reason);
        mirror_stop(scene->mirror);
        _exit(whole ? 0 : 1);
    }
    assert_int_equal(waitpid(program, &status, 0), program);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}

#define SCENE_TEST(test) cmocka_unit_test_setup_teardown(test, make_scene, free_scene)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_come_over_https_or_from_this_machine),
        SCENE_TEST(a_file_comes_whole),
        SCENE_TEST(another_file_comes_after_it),
        SCENE_TEST(no_more_comes_than_is_taken),
        SCENE_TEST(a_trickle_is_given_up),
        SCENE_TEST(silence_is_given_up),
        SCENE_TEST(what_takes_too_long_in_all_is_given_up),
        SCENE_TEST(what_is_left_off_ends_at_once),
        SCENE_TEST(no_program_gets_the_connection),
        SCENE_TEST(polling_never_waits),
        SCENE_TEST(a_program_without_standard_streams_fetches),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
