/* Seeded random numbers. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <math.h>
#include <stdbool.h>

#include "base/rng.h"

enum { DRAWS = 100000 };

/* The numbers are those that Rosetta Code lists for this generator. */
static void the_generator_is_splitmix64(void **state)
{
    (void)state;
    const uint64_t published[] = {6457827717110365317u, 3203168211198807973u, 9817491932198370423u,
                                  4593380528125082431u, 16408922859458223821u};
    Rng rng = {.state = 1234567};
    for (size_t i = 0; i < sizeof published / sizeof *published; i++) {
        assert_int_equal(rng_next(&rng), published[i]);
    }
}

static void a_seed_gives_the_same_numbers_on_every_machine(void **state)
{
    (void)state;
    Rng rng;
    rng_init(&rng, 1);
    assert_int_equal(rng_next(&rng), 6791897765849424158u);
    assert_int_equal(rng_next(&rng), 17405687883870564846u);
    assert_int_equal(rng_below(&rng, 1000), 45);
    assert_true(rng_unit(&rng) == 13043227 * 0x1p-24f);
    assert_true(rng_normal(&rng) == -0x1.2a81ep-3f);
}

static void starting_again_gives_the_same_numbers_again(void **state)
{
    (void)state;
    Rng a, b;
    rng_init(&a, 7);
    for (int i = 0; i < 10; i++) {
        rng_next(&a);
    }
    rng_init(&a, 7);
    rng_init(&b, 7);
    for (int i = 0; i < 10; i++) {
        assert_int_equal(rng_next(&a), rng_next(&b));
    }
}

static void numbers_ahead_are_those_that_come(void **state)
{
    (void)state;
    Rng ahead, rng;
    rng_init(&ahead, 7);
    rng = ahead;
    for (int i = 0; i < 100; i++) {
        assert_int_equal(rng_ahead(&ahead, i), rng_next(&rng));
    }
    rng_skip(&ahead, 100);
    assert_int_equal(rng_next(&ahead), rng_next(&rng));
}

/* Half of the 64 bits differ: the mean of a thousand pairs lies within 32 +- 1. */
static void neighbouring_seeds_have_nothing_in_common(void **state)
{
    (void)state;
    enum { SEEDS = 1000 };
    uint64_t first[SEEDS + 1];
    for (int seed = 0; seed <= SEEDS; seed++) {
        Rng rng;
        rng_init(&rng, (uint64_t)seed);
        first[seed] = rng_next(&rng);
    }
    int differing = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
        for (uint64_t bits = first[seed] ^ first[seed + 1]; bits; bits >>= 1) {
            differing += (int)(bits & 1);
        }
        /* Nor does one run after the other's numbers, a step behind. */
        Rng rng;
        rng_init(&rng, (uint64_t)seed);
        rng_next(&rng);
        assert_int_not_equal(rng_next(&rng), first[seed + 1]);
    }
    assert_in_range(differing, 31 * SEEDS, 33 * SEEDS);
}

static void every_number_below_a_limit_comes_up_as_often(void **state)
{
    (void)state;
    enum { LIMIT = 7 };
    int count[LIMIT] = {0};
    Rng rng;
    rng_init(&rng, 3);
    for (int i = 0; i < DRAWS; i++) {
        int number = rng_below(&rng, LIMIT);
        assert_in_range(number, 0, LIMIT - 1);
        count[number]++;
    }
    for (int i = 0; i < LIMIT; i++) { /* four standard deviations */
        assert_in_range(count[i], DRAWS / LIMIT - 450, DRAWS / LIMIT + 450);
    }
}

static void below_takes_the_smallest_and_the_largest_limit(void **state)
{
    (void)state;
    Rng rng;
    int largest = 0;
    rng_init(&rng, 4);
    for (int i = 0; i < 1000; i++) {
        assert_int_equal(rng_below(&rng, 1), 0);
        int number = rng_below(&rng, INT32_MAX);
        assert_in_range(number, 0, INT32_MAX - 1);
        largest = number > largest ? number : largest;
    }
    assert_in_range(largest, INT32_MAX / 100 * 98, INT32_MAX - 1);
}

static void units_fill_zero_to_one_evenly_and_never_reach_one(void **state)
{
    (void)state;
    int tenth[10] = {0};
    Rng rng;
    rng_init(&rng, 5);
    for (int i = 0; i < DRAWS; i++) {
        float share = rng_unit(&rng);
        assert_true(share >= 0.0f && share < 1.0f);
        assert_true(share * 0x1p24f == floorf(share * 0x1p24f));
        tenth[(int)(share * 10.0f)]++;
    }
    for (int i = 0; i < 10; i++) { /* four standard deviations */
        assert_in_range(tenth[i], DRAWS / 10 - 380, DRAWS / 10 + 380);
    }
}

static void normal_numbers_have_mean_zero_and_deviation_one(void **state)
{
    (void)state;
    double sum = 0, squares = 0;
    int within = 0;
    Rng rng;
    rng_init(&rng, 6);
    for (int i = 0; i < DRAWS; i++) {
        double number = (double)rng_normal(&rng);
        sum += number;
        squares += number * number;
        within += fabs(number) < 1.0;
    }
    assert_true(fabs(sum / DRAWS) < 0.013);           /* four standard deviations */
    assert_true(fabs(squares / DRAWS - 1.0) < 0.018); /* likewise */
    assert_in_range(within, DRAWS * 67 / 100, DRAWS * 70 / 100);
}

static void a_shuffle_keeps_every_number(void **state)
{
    (void)state;
    enum { COUNT = 1000 };
    int number[COUNT], moved = 0;
    bool seen[COUNT] = {false};
    Rng rng;
    rng_init(&rng, 8);
    for (int i = 0; i < COUNT; i++) {
        number[i] = i;
    }
    rng_shuffle(&rng, number, COUNT);
    for (int i = 0; i < COUNT; i++) {
        assert_in_range(number[i], 0, COUNT - 1);
        assert_false(seen[number[i]]);
        seen[number[i]] = true;
        moved += number[i] != i;
    }
    assert_in_range(moved, COUNT - 10, COUNT);
}

static void a_shuffle_makes_each_order_as_often(void **state)
{
    (void)state;
    int count[27] = {0}; /* of 0, 1, 2 in some order, read in base three */
    Rng rng;
    rng_init(&rng, 9);
    for (int i = 0; i < 6000; i++) {
        int number[] = {0, 1, 2};
        rng_shuffle(&rng, number, 3);
        count[9 * number[0] + 3 * number[1] + number[2]]++;
    }
    const int orders[] = {5, 7, 11, 15, 19, 21}; /* 012 021 102 120 201 210 */
    for (int i = 0; i < 6; i++) {                /* four standard deviations */
        assert_in_range(count[orders[i]], 1000 - 115, 1000 + 115);
    }
}

static void a_shuffle_of_one_or_none_does_nothing(void **state)
{
    (void)state;
    int number = 42;
    Rng rng;
    rng_init(&rng, 10);
    rng_shuffle(&rng, &number, 1);
    rng_shuffle(&rng, &number, 0);
    assert_int_equal(number, 42);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_generator_is_splitmix64),
        cmocka_unit_test(a_seed_gives_the_same_numbers_on_every_machine),
        cmocka_unit_test(starting_again_gives_the_same_numbers_again),
        cmocka_unit_test(numbers_ahead_are_those_that_come),
        cmocka_unit_test(neighbouring_seeds_have_nothing_in_common),
        cmocka_unit_test(every_number_below_a_limit_comes_up_as_often),
        cmocka_unit_test(below_takes_the_smallest_and_the_largest_limit),
        cmocka_unit_test(units_fill_zero_to_one_evenly_and_never_reach_one),
        cmocka_unit_test(normal_numbers_have_mean_zero_and_deviation_one),
        cmocka_unit_test(a_shuffle_keeps_every_number),
        cmocka_unit_test(a_shuffle_makes_each_order_as_often),
        cmocka_unit_test(a_shuffle_of_one_or_none_does_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
