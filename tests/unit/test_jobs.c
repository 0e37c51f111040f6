/* Work on a thread of its own: in order, handed back, and left alone where it never ends. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <pthread.h>
#include <stdlib.h>

#include "train/jobs.h"

enum { WHILE_MS = 60000, JOBS = 8 };

/* A door that jobs wait at, a bell that rings after each, and who came through in which order. */
typedef struct Scene {
    Jobs *jobs;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    /* Guarded by lock. */
    bool open;
    int rings, waiting, came, order[JOBS], left;
} Scene;

typedef struct Errand {
    Job job;
    Scene *scene;
    int number;
} Errand;

static void ring(void *context)
{
    Scene *scene = context;
    pthread_mutex_lock(&scene->lock);
    scene->rings++;
    pthread_cond_broadcast(&scene->changed);
    pthread_mutex_unlock(&scene->lock);
}

static int make_scene(void **state)
{
    Err err = {0};
    Scene *scene = calloc(1, sizeof *scene);
    assert_non_null(scene);
    pthread_mutex_init(&scene->lock, NULL);
    pthread_cond_init(&scene->changed, NULL);
    scene->jobs = jobs_create(ring, scene, &err);
    assert_non_null(scene->jobs);
    *state = scene;
    return 0;
}

static int free_scene(void **state)
{
    Scene *scene = *state;
    assert_true(jobs_destroy(scene->jobs, WHILE_MS));
    pthread_cond_destroy(&scene->changed);
    pthread_mutex_destroy(&scene->lock);
    free(scene);
    return 0;
}

static void wait_at_the_door(Job *job)
{
    Errand *errand = (Errand *)job;
    Scene *scene = errand->scene;
    pthread_mutex_lock(&scene->lock);
    scene->waiting++;
    pthread_cond_broadcast(&scene->changed);
    while (!scene->open) {
        pthread_cond_wait(&scene->changed, &scene->lock);
    }
    scene->order[scene->came++] = errand->number;
    pthread_cond_broadcast(&scene->changed);
    pthread_mutex_unlock(&scene->lock);
}

/* As wait_at_the_door(), but leaves when told so. */
static void try_the_door(Job *job)
{
    Scene *scene = ((Errand *)job)->scene;
    while (!job_unwanted(job)) {
    }
    pthread_mutex_lock(&scene->lock);
    scene->left++;
    pthread_mutex_unlock(&scene->lock);
}

static void wait_for(Scene *scene, const int *number)
{
    pthread_mutex_lock(&scene->lock);
    while (*number == 0) {
        pthread_cond_wait(&scene->changed, &scene->lock);
    }
    pthread_mutex_unlock(&scene->lock);
}

static void set_open(Scene *scene, bool open)
{
    pthread_mutex_lock(&scene->lock);
    scene->open = open;
    pthread_cond_broadcast(&scene->changed);
    pthread_mutex_unlock(&scene->lock);
}

static void start(Scene *scene, Errand errand[], int count)
{
    for (int i = 0; i < count; i++) {
        errand[i] = (Errand){.job.run = wait_at_the_door, .scene = scene, .number = i};
        jobs_start(scene->jobs, &errand[i].job);
    }
}

static void jobs_are_done_in_order(void **state)
{
    Scene *scene = *state;
    Errand errand[JOBS];
    start(scene, errand, JOBS);
    assert_false(jobs_done(scene->jobs, &errand[0].job, 0));
    assert_false(jobs_done(scene->jobs, &errand[0].job, 1));
    set_open(scene, true);
    for (int i = JOBS - 1; i >= 0; i--) {
        assert_true(jobs_done(scene->jobs, &errand[i].job, WHILE_MS));
        assert_int_equal(scene->order[i], i);
    }
}

static void each_job_rings_the_bell(void **state)
{
    Scene *scene = *state;
    Errand errand[JOBS];
    set_open(scene, true);
    start(scene, errand, JOBS);
    pthread_mutex_lock(&scene->lock);
    while (scene->rings < JOBS) {
        pthread_cond_wait(&scene->changed, &scene->lock);
    }
    pthread_mutex_unlock(&scene->lock);
}

static void the_end_waits_for_all_that_is_queued(void **state)
{
    Scene *scene = *state;
    Errand errand[JOBS];
    Err err = {0};
    set_open(scene, true);
    start(scene, errand, JOBS);
    assert_true(jobs_destroy(scene->jobs, WHILE_MS));
    assert_int_equal(scene->came, JOBS);
    assert_int_equal(scene->rings, JOBS);
    scene->jobs = jobs_create(ring, scene, &err);
    assert_non_null(scene->jobs);
}

static void a_job_that_can_give_up_does_so_at_the_end(void **state)
{
    Scene *scene = *state;
    Err err = {0};
    Errand errand = {.job.run = try_the_door, .scene = scene};
    jobs_start(scene->jobs, &errand.job);
    assert_false(jobs_done(scene->jobs, &errand.job, 0));
    assert_true(jobs_destroy(scene->jobs, WHILE_MS));
    assert_int_equal(scene->left, 1);
    scene->jobs = jobs_create(ring, scene, &err);
    assert_non_null(scene->jobs);
}

static void what_waits_for_ever_is_left_alone(void **state)
{
    Scene *scene = *state;
    Err err = {0};
    static Errand errand[2]; /* outlives this function, as a job that is left alone needs it */
    start(scene, errand, 2);
    wait_for(scene, &scene->waiting);
    assert_false(jobs_destroy(scene->jobs, 1));
    scene->jobs = jobs_create(ring, scene, &err);
    assert_non_null(scene->jobs);
    set_open(scene, true);
    wait_for(scene, &scene->came);
    pthread_mutex_lock(&scene->lock);
    assert_int_equal(scene->rings, 0);
    pthread_mutex_unlock(&scene->lock);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(jobs_are_done_in_order, make_scene, free_scene),
        cmocka_unit_test_setup_teardown(each_job_rings_the_bell, make_scene, free_scene),
        cmocka_unit_test_setup_teardown(the_end_waits_for_all_that_is_queued, make_scene,
                                        free_scene),
        cmocka_unit_test_setup_teardown(a_job_that_can_give_up_does_so_at_the_end, make_scene,
                                        free_scene),
        cmocka_unit_test_setup_teardown(what_waits_for_ever_is_left_alone, make_scene, free_scene),
    };
    return cmocka_run_group_tests_name("jobs", tests, NULL, NULL);
}
