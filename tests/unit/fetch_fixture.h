/* A download into a folder of the test's own, from mirrors of its own. Included after cmocka.h. */
#ifndef UNIT_FETCH_FIXTURE_H
#define UNIT_FETCH_FIXTURE_H

#include <time.h>

#include "mirror.h"
#include "scratch.h"
#include "train/fetch.h"

enum { MIRRORS_MAX = 2 };

/* The folder of a download, and the mirrors it comes from. */
typedef struct Scene {
    Path scratch, folder;
    pid_t mirror[MIRRORS_MAX];
    int mirrors;
    char addresses[256];
} Scene;

static inline void add_address(Scene *scene, int port)
{
    size_t used = strlen(scene->addresses);
    snprintf(scene->addresses + used, sizeof scene->addresses - used,
             "%shttp://127.0.0.1:%d/mnist/", used > 0 ? " " : "", port);
}

static inline void start_mirror(Scene *scene, MirrorManner manner)
{
    int port;
    assert_true(scene->mirrors < MIRRORS_MAX);
    scene->mirror[scene->mirrors++] = mirror_start(manner, &port);
    add_address(scene, port);
}

static inline void stop_mirrors(Scene *scene)
{
    while (scene->mirrors > 0) {
        mirror_stop(scene->mirror[--scene->mirrors]);
    }
}

static inline int make_scene(void **state)
{
    Scene *scene = calloc(1, sizeof *scene);
    assert_non_null(scene);
    scratch_make(&scene->scratch);
    scene->folder = scratch_path(&scene->scratch, "mnist");
    setenv("no_proxy", "127.0.0.1", 1);
    unsetenv("INKLING_MIRROR");
    *state = scene;
    return 0;
}

static inline int free_scene(void **state)
{
    Scene *scene = *state;
    stop_mirrors(scene);
    scratch_free(&scene->scratch);
    free(scene);
    return 0;
}

static inline Fetch *start(const Scene *scene)
{
    Err err = {0};
    Fetch *fetch = fetch_create(scene->folder.text, scene->addresses, &err);
    if (!fetch) {
        fail_msg("%s", err.text);
    }
    return fetch;
}

static inline void rest(void)
{
    nanosleep(&(struct timespec){.tv_nsec = 2000000}, NULL);
}

/* Poll until there is an outcome. */
static inline FetchPhase finish(Fetch *fetch, Err *err)
{
    double share;
    FetchPhase phase = fetch_poll(fetch, &share, err);
    while (phase == FETCH_RUNNING) {
        assert_true(share >= 0 && share <= 1);
        rest();
        phase = fetch_poll(fetch, &share, err);
    }
    assert_true(phase == FETCH_FAILED || share == 1);
    return phase;
}

/* Wait until something of the file under way has arrived. */
static inline void wait_for_bytes(Fetch *fetch)
{
    double share = 0;
    Err err = {0};
    while (share == 0) {
        if (fetch_poll(fetch, &share, &err) != FETCH_RUNNING) {
            fail_msg("%s", err.text);
        }
        rest();
    }
}

/* The download fails with `words`, and leaves no folder. */
static inline void check_fails(const Scene *scene, const char *words)
{
    Err err = {0}, again = {0};
    double share;
    Fetch *fetch = start(scene);
    assert_int_equal(finish(fetch, &err), FETCH_FAILED);
    if (!strstr(err.text, words) || !strstr(err.text, "idx")) {
        fail_msg("\"%s\" does not say \"%s\"", err.text, words);
    }
    assert_false(path_exists(scene->folder.text));
    assert_int_equal(fetch_poll(fetch, &share, &again), FETCH_FAILED);
    assert_string_equal(again.text, err.text);
    fetch_destroy(fetch);
}

#define SCENE_TEST(test) cmocka_unit_test_setup_teardown(test, make_scene, free_scene)

#endif
