/* Loading in the background: the data arrive, once, or a sentence does. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <pthread.h>

#include "scratch.h"
#include "train/loader.h"

enum { TRAIN = 12, TEST = 7 };

/* A folder with a small MNIST, and a bell that the loader rings. */
typedef struct Scene {
    Path folder;
    pthread_mutex_t lock;
    pthread_cond_t rung;
    int rings; /* guarded by lock */
} Scene;

static int make_scene(void **state)
{
    Scene *scene = calloc(1, sizeof *scene);
    assert_non_null(scene);
    scratch_make(&scene->folder);
    scratch_mnist(&scene->folder, TRAIN, TEST);
    pthread_mutex_init(&scene->lock, NULL);
    pthread_cond_init(&scene->rung, NULL);
    *state = scene;
    return 0;
}

static int free_scene(void **state)
{
    Scene *scene = *state;
    scratch_free(&scene->folder);
    pthread_cond_destroy(&scene->rung);
    pthread_mutex_destroy(&scene->lock);
    free(scene);
    return 0;
}

static void ring(void *context)
{
    Scene *scene = context;
    pthread_mutex_lock(&scene->lock);
    scene->rings++;
    pthread_cond_signal(&scene->rung);
    pthread_mutex_unlock(&scene->lock);
}

static void wait_for_ring(Scene *scene)
{
    pthread_mutex_lock(&scene->lock);
    while (scene->rings == 0) {
        pthread_cond_wait(&scene->rung, &scene->lock);
    }
    pthread_mutex_unlock(&scene->lock);
}

static Loader *start(Scene *scene, const char *folder)
{
    Err err = {0};
    MixConfig config = {.mnist = true, .preparation = PREPARATION_FITTED, .threads = 2};
    Loader *loader = loader_create(&config, folder, NULL, ring, scene, &err);
    if (!loader) {
        fail_msg("%s", err.text);
    }
    return loader;
}

static void the_data_arrive_with_the_word(void **state)
{
    Scene *scene = *state;
    Mix mix = {0};
    Err err = {0};
    Loader *loader = start(scene, scene->folder.text);
    wait_for_ring(scene);
    assert_int_equal(loader_poll(loader, &mix, &err), LOAD_DONE);
    assert_int_equal(mix.train.images, TRAIN);
    assert_int_equal(mix.test.images, TEST);
    assert_string_equal(mix.name, "other data");
    loader_destroy(loader);
    assert_int_equal(scene->rings, 1);
    assert_int_equal(mix.train.label[1], 1); /* the caller's, whatever became of the loader */
    mix_free(&mix);
}

static void the_data_move_only_once(void **state)
{
    Scene *scene = *state;
    Mix mix = {0}, second = {0};
    Err err = {0};
    Loader *loader = start(scene, scene->folder.text);
    wait_for_ring(scene);
    assert_int_equal(loader_poll(loader, &mix, &err), LOAD_DONE);
    assert_int_equal(loader_poll(loader, &second, &err), LOAD_DONE);
    assert_int_equal(second.train.images, 0);
    loader_destroy(loader);
    mix_free(&mix);
}

static void polling_without_waiting_gets_there_too(void **state)
{
    Scene *scene = *state;
    Mix mix = {0};
    Err err = {0};
    Loader *loader = start(scene, scene->folder.text);
    LoadPhase phase = LOAD_RUNNING;
    while (phase == LOAD_RUNNING) {
        phase = loader_poll(loader, &mix, &err);
    }
    assert_int_equal(phase, LOAD_DONE);
    assert_int_equal(mix.train.images, TRAIN);
    mix_free(&mix);
    loader_destroy(loader);
}

static void the_name_of_the_folder_is_copied(void **state)
{
    Scene *scene = *state;
    Mix mix = {0};
    Err err = {0};
    char *chosen = strdup(scene->folder.text);
    assert_non_null(chosen);
    Loader *loader = start(scene, chosen);
    memset(chosen, 'x', strlen(chosen));
    free(chosen);
    wait_for_ring(scene);
    assert_int_equal(loader_poll(loader, &mix, &err), LOAD_DONE);
    mix_free(&mix);
    loader_destroy(loader);
}

static void a_failure_arrives_as_a_sentence(void **state)
{
    Scene *scene = *state;
    Mix mix = {0};
    Path nowhere = scratch_path(&scene->folder, "nowhere");
    Loader *loader = start(scene, nowhere.text);
    wait_for_ring(scene);
    for (int i = 0; i < 2; i++) { /* as often as one asks */
        Err err = {0};
        assert_int_equal(loader_poll(loader, &mix, &err), LOAD_FAILED);
        assert_non_null(strstr(err.text, nowhere.text));
        assert_int_equal(mix.train.images, 0);
    }
    loader_destroy(loader);
}

static void data_that_nobody_took_are_released(void **state)
{
    Scene *scene = *state;
    Loader *loader = start(scene, scene->folder.text);
    wait_for_ring(scene);
    loader_destroy(loader);
    loader_destroy(NULL);
}

static void destroying_waits_for_the_thread(void **state)
{
    Scene *scene = *state;
    for (int i = 1; i <= 20; i++) {
        loader_destroy(start(scene, scene->folder.text));
        assert_int_equal(scene->rings, i);
    }
}

#define SCENE_TEST(test) cmocka_unit_test_setup_teardown(test, make_scene, free_scene)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SCENE_TEST(the_data_arrive_with_the_word),
        SCENE_TEST(the_data_move_only_once),
        SCENE_TEST(polling_without_waiting_gets_there_too),
        SCENE_TEST(the_name_of_the_folder_is_copied),
        SCENE_TEST(a_failure_arrives_as_a_sentence),
        SCENE_TEST(data_that_nobody_took_are_released),
        SCENE_TEST(destroying_waits_for_the_thread),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
