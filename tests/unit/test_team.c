/* The team of workers. */
#include "train/team.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

enum { MOST = 64 };

/* Each worker counts in a place of its own, so only a wrong team makes this a race. */
static void count(void *context, int worker)
{
    int *counts = context;
    counts[worker]++;
}

static void every_worker_does_every_job_once(void **state)
{
    (void)state;
    for (int workers = 1; workers <= 5; workers++) {
        Err err;
        Team *team = team_create(workers, false, &err);
        assert_non_null(team);
        assert_int_equal(team_workers(team), workers);
        int counts[MOST] = {0};
        for (int jobs = 1; jobs <= 200; jobs++) {
            team_run(team, count, counts);
            for (int w = 0; w < MOST; w++) {
                assert_int_equal(counts[w], w < workers ? jobs : 0);
            }
        }
        team_destroy(team);
    }
}

static void a_team_that_never_worked_ends(void **state)
{
    (void)state;
    Err err;
    Team *team = team_create(MOST, true, &err);
    assert_non_null(team);
    team_destroy(team);
    team_destroy(NULL);
}

/* How often it was done; each of two has its own. */
static void *count_one(void *count)
{
    (*(int *)count)++;
    return NULL;
}

static void both_of_two_jobs_are_done(void **state)
{
    (void)state;
    int a = 0, b = 0;
    for (int jobs = 1; jobs <= 200; jobs++) {
        team_both(count_one, &a, &b);
        assert_int_equal(a, jobs);
        assert_int_equal(b, jobs);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_worker_does_every_job_once),
        cmocka_unit_test(a_team_that_never_worked_ends),
        cmocka_unit_test(both_of_two_jobs_are_done),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
