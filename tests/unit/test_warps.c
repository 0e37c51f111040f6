/* The loops that change images: each instruction set of this machine against the one in C alone. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "train/warps.h"

enum { SIDE = 28, DRAWS = 1000 };

/* From next to nothing to all that there is: a change of little is among few rows of the image, one
 * of much comes from anywhere. */
static const Augment STRENGTHS[] = {
    {.turn_deg = 1e-6f},
    {.shift_cell = 3},
    {.elastic_cell = 7},
    {.width = 1},
    {.turn_deg = 45},
    {3, 0.04f, 0.03f, 0.2f, 0.4f, 0.2f},
    {8, 0.08f, 0.1f, 1, 1, 0.4f},
    {45, 0.25f, 1, 7, 7, 1},
};
enum { STRENGTHS_COUNT = sizeof STRENGTHS / sizeof *STRENGTHS };

typedef void Fill(uint8_t level[NET_INPUTS], Rng *rng);

static void fill_blank(uint8_t level[NET_INPUTS], Rng *rng)
{
    (void)level;
    (void)rng;
}

static void fill_all(uint8_t level[NET_INPUTS], Rng *rng)
{
    (void)rng;
    memset(level, 255, NET_INPUTS);
}

static void fill_speckles(uint8_t level[NET_INPUTS], Rng *rng)
{
    for (int i = 0; i < NET_INPUTS; i++) {
        level[i] = rng_below(rng, 3) == 0 ? (uint8_t)(1 + rng_below(rng, 255)) : 0;
    }
}

/* As wide as lines of digits are. */
static void fill_strokes(uint8_t level[NET_INPUTS], Rng *rng)
{
    for (int stroke = 0; stroke < 3; stroke++) {
        int x = 6 + rng_below(rng, 14), y = 6 + rng_below(rng, 14);
        for (int i = 0; i < 12; i++) {
            x += x > 1 && x < SIDE - 2 ? rng_below(rng, 3) - 1 : 0;
            y += y > 1 && y < SIDE - 2 ? rng_below(rng, 3) - 1 : 0;
            level[y * SIDE + x] = level[y * SIDE + x + 1] = 255;
        }
    }
}

static Fill *const FILLS[] = {fill_blank, fill_all, fill_speckles, fill_strokes};
enum { FILLS_COUNT = sizeof FILLS / sizeof *FILLS };

/* A changed image in a room that ends where its memory does: the sanitizers see who goes beyond. */
typedef struct Changed {
    NetInputRoom *room;
    NetInput image;
    Rng rng;
} Changed;

static Changed change(const Warps *set, const Augment *augment, const NetInput *image, Rng rng)
{
    Changed changed = {.room = malloc(sizeof *changed.room), .rng = rng};
    assert_non_null(changed.room);
    changed.image = set->change(augment, image, &changed.rng, changed.room);
    return changed;
}

static void same(const Warps *set, const Augment *augment, const NetInput *image, Rng rng)
{
    Changed expected = change(warps_nth(0), augment, image, rng);
    Changed got = change(set, augment, image, rng);
    size_t count = (size_t)expected.image.count;
    assert_int_equal(got.image.count, expected.image.count);
    assert_memory_equal(got.image.cell, expected.image.cell, count * sizeof *got.image.cell);
    assert_memory_equal(got.image.level, expected.image.level, count);
    assert_int_equal(got.rng.state, expected.rng.state);
    free(expected.room);
    free(got.room);
}

static void every_set_changes_images_alike_to_the_last_level(void **state)
{
    (void)state;
    Rng rng;
    rng_init(&rng, 1);
    for (int n = 1; warps_nth(n); n++) {
        for (int s = 0; s < STRENGTHS_COUNT; s++) {
            for (int i = 0; i < FILLS_COUNT * DRAWS; i++) {
                uint8_t level[NET_INPUTS] = {0};
                NetInputRoom room;
                FILLS[i % FILLS_COUNT](level, &rng);
                NetInput image = net_input(level, &room);
                same(warps_nth(n), &STRENGTHS[s], &image, rng);
                rng_next(&rng);
            }
        }
    }
}

/* An image and the next are changed in different ways, by every set. */
static void every_set_goes_on_drawing(void **state)
{
    (void)state;
    uint8_t level[NET_INPUTS] = {0};
    NetInputRoom room, first_room, second_room;
    Rng rng;
    rng_init(&rng, 2);
    fill_strokes(level, &rng);
    NetInput image = net_input(level, &room);
    for (int n = 0; warps_nth(n); n++) {
        const Augment *augment = &STRENGTHS[STRENGTHS_COUNT - 2];
        NetInput first = warps_nth(n)->change(augment, &image, &rng, &first_room);
        NetInput second = warps_nth(n)->change(augment, &image, &rng, &second_room);
        assert_true(first.count > 0 && second.count > 0);
        assert_true(first.count != second.count ||
                    memcmp(first.level, second.level, (size_t)first.count) != 0);
    }
}

static void the_fastest_set_is_one_of_those_that_this_machine_runs(void **state)
{
    (void)state;
    bool found = false;
    assert_non_null(warps_nth(0));
    assert_string_equal(warps_nth(0)->name, "baseline");
    for (int n = 0; warps_nth(n); n++) {
        found = found || warps_nth(n) == warps_best();
    }
    assert_true(found);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_set_changes_images_alike_to_the_last_level),
        cmocka_unit_test(every_set_goes_on_drawing),
        cmocka_unit_test(the_fastest_set_is_one_of_those_that_this_machine_runs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
