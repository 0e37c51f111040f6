/* One curl: where it may fetch from, what is too slow, and that it ends with whoever reads it. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <errno.h>
#include <fcntl.h>
#include <time.h>

#include "mirror.h"
#include "train/curl.h"

#define FILE_WANTED (&mnist_files()[1])

enum { REASON_MAX = 256, URL_MAX = 256 };

static const CurlPatience PATIENT = {1, 300, 600};

typedef struct Scene {
    pid_t mirror;
    char url[URL_MAX];
    Curl curl;
} Scene;

static int make_scene(void **state)
{
    *state = calloc(1, sizeof(Scene));
    setenv("no_proxy", "127.0.0.1", 1);
    return *state ? 0 : -1;
}

static int free_scene(void **state)
{
    Scene *scene = *state;
    curl_stop(&scene->curl);
    if (scene->mirror > 0) {
        mirror_stop(scene->mirror);
    }
    free(scene);
    return 0;
}

/* Before any curl: a mirror would hold the pipes of those there are. */
static void start_mirror(Scene *scene, MirrorManner manner)
{
    int port;
    scene->mirror = mirror_start(manner, &port);
    snprintf(scene->url, sizeof scene->url, "http://127.0.0.1:%d/%s", port, FILE_WANTED->name);
}

static void start_curl(Scene *scene, const CurlPatience *patience)
{
    Err err = {0};
    if (!curl_start(&scene->curl, scene->url, FILE_WANTED->bytes, patience, &err)) {
        fail_msg("%s", err.text);
    }
}

static void start(Scene *scene, MirrorManner manner, const CurlPatience *patience)
{
    start_mirror(scene, manner);
    start_curl(scene, patience);
}

static void rest(void)
{
    nanosleep(&(struct timespec){.tv_nsec = 2000000}, NULL);
}

/* Read until there is something, or no more; returns how many bytes came. */
static long read_on(Scene *scene, bool to_the_end)
{
    char block[4096];
    long all = 0;
    for (bool ended = false; !ended && (to_the_end || all == 0);) {
        ssize_t got = curl_read(&scene->curl, block, sizeof block, &ended);
        assert_true(got >= 0);
        all += got;
        if (got == 0) {
            rest();
        }
    }
    return all;
}

/* The file does not come, and the reason has this word. */
static void check_fails(Scene *scene, const char *word)
{
    char reason[REASON_MAX];
    read_on(scene, true);
    assert_true(curl_failed(&scene->curl, reason, sizeof reason));
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
        assert_true(curl_may_use(GOOD[i]));
    }
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++) {
        assert_false(curl_may_use(BAD[i]));
    }
}

static void a_file_comes_whole(void **state)
{
    Scene *scene = *state;
    char reason[REASON_MAX];
    start(scene, SEND_WRONG, &PATIENT);
    assert_int_equal(read_on(scene, true), FILE_WANTED->bytes);
    assert_false(curl_failed(&scene->curl, reason, sizeof reason));
}

static void a_trickle_is_given_up(void **state)
{
    start(*state, SEND_SLOWLY, &(CurlPatience){1000, 1, 600});
    check_fails(*state, "slow");
}

static void silence_is_given_up(void **state)
{
    start(*state, SEND_AND_STALL, &(CurlPatience){1000, 1, 600});
    check_fails(*state, "slow");
}

static void what_takes_too_long_in_all_is_given_up(void **state)
{
    start(*state, SEND_SLOWLY, &(CurlPatience){1, 300, 1});
    check_fails(*state, "timed out");
}

/* Nor does another one that was started later keep its pipe open. */
static void curl_ends_when_nobody_reads_it(void **state)
{
    Scene *scene = *state, *other;
    void *made;
    assert_int_equal(make_scene(&made), 0);
    other = made;
    start_mirror(other, SEND_SLOWLY);
    start(scene, SEND_SLOWLY, &PATIENT);
    assert_int_equal(read_on(scene, false), 2);
    assert_true(fcntl(scene->curl.body, F_GETFD) & FD_CLOEXEC);
    assert_true(fcntl(scene->curl.said, F_GETFD) & FD_CLOEXEC);
    start_curl(other, &PATIENT);
    close(scene->curl.body);
    scene->curl.body = 0;
    assert_int_equal(waitpid(scene->curl.process, NULL, 0), scene->curl.process);
    scene->curl.process = 0;
    free_scene(&made);
}

static void reading_never_waits(void **state)
{
    Scene *scene = *state;
    char block[16];
    bool ended;
    start(scene, SEND_AND_STALL, &PATIENT);
    while (curl_read(&scene->curl, block, sizeof block, &ended) == 0) {
        rest();
    }
    for (int i = 0; i < 1000; i++) { /* what there is is read soon */
        assert_true(curl_read(&scene->curl, block, sizeof block, &ended) >= 0);
        assert_false(ended);
    }
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
        bool whole = read_on(scene, true) == FILE_WANTED->bytes &&
                     !curl_failed(&scene->curl, reason, sizeof reason);
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
        SCENE_TEST(a_trickle_is_given_up),
        SCENE_TEST(silence_is_given_up),
        SCENE_TEST(what_takes_too_long_in_all_is_given_up),
        SCENE_TEST(curl_ends_when_nobody_reads_it),
        SCENE_TEST(reading_never_waits),
        SCENE_TEST(a_program_without_standard_streams_fetches),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
