/* Images go into the data set and come back as they were. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <string.h>

#include "train/dataset.h"

/* About a fifth of the cells have ink, as in MNIST. */
static void scribble(Rng *rng, uint8_t level[NET_INPUTS])
{
    for (int i = 0; i < NET_INPUTS; i++) {
        level[i] = rng_below(rng, 5) == 0 ? (uint8_t)(1 + rng_below(rng, 255)) : 0;
    }
}

static void images_come_back_as_they_were(void **state)
{
    (void)state;
    enum { IMAGES = 3000 }; /* more than the first room, of images and of cells */
    Dataset data = {0};
    Err err;
    Rng rng;
    uint8_t level[NET_INPUTS], back[NET_INPUTS];
    rng_init(&rng, 1);
    for (int i = 0; i < IMAGES; i++) {
        scribble(&rng, level);
        assert_true(dataset_add(&data, level, i % 10, &err));
    }
    assert_int_equal(data.images, IMAGES);
    rng_init(&rng, 1);
    for (int i = 0; i < IMAGES; i++) {
        scribble(&rng, level);
        memset(back, 0xAA, sizeof back);
        dataset_levels(&data, i, back);
        assert_memory_equal(back, level, NET_INPUTS);
        assert_int_equal(data.label[i], i % 10);
    }
    dataset_free(&data);
}

static void an_input_lists_the_inked_cells_in_rising_order(void **state)
{
    (void)state;
    Dataset data = {0};
    Err err;
    uint8_t level[NET_INPUTS] = {0};
    assert_true(dataset_add(&data, level, 3, &err));
    level[0] = 1;
    level[400] = 255;
    level[783] = 128;
    assert_true(dataset_add(&data, level, 7, &err));
    NetInput input = dataset_input(&data, 1);
    assert_int_equal(input.count, 3);
    assert_int_equal(input.cell[0], 0);
    assert_int_equal(input.cell[1], 400);
    assert_int_equal(input.cell[2], 783);
    assert_int_equal(input.level[0], 1);
    assert_int_equal(input.level[1], 255);
    assert_int_equal(input.level[2], 128);
    dataset_free(&data);
}

static void paper_and_full_sheets_are_images_too(void **state)
{
    (void)state;
    Dataset data = {0};
    Err err;
    uint8_t paper[NET_INPUTS] = {0}, full[NET_INPUTS], back[NET_INPUTS];
    memset(full, 255, sizeof full);
    assert_true(dataset_add(&data, paper, 0, &err));
    assert_true(dataset_add(&data, full, 9, &err));
    assert_true(dataset_add(&data, paper, 1, &err));
    assert_int_equal(dataset_input(&data, 0).count, 0);
    assert_int_equal(dataset_input(&data, 1).count, NET_INPUTS);
    assert_int_equal(dataset_input(&data, 2).count, 0);
    dataset_levels(&data, 1, back);
    assert_memory_equal(back, full, NET_INPUTS);
    dataset_free(&data);
}

static void a_freed_data_set_is_empty_and_may_be_freed_again(void **state)
{
    (void)state;
    Dataset data = {0};
    Err err;
    uint8_t level[NET_INPUTS] = {1};
    assert_true(dataset_add(&data, level, 0, &err));
    dataset_free(&data);
    assert_int_equal(data.images, 0);
    assert_null(data.label);
    assert_int_equal(data.entry_room, 0);
    dataset_free(&data);
    assert_true(dataset_add(&data, level, 0, &err));
    assert_int_equal(data.images, 1);
    dataset_free(&data);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(images_come_back_as_they_were),
        cmocka_unit_test(an_input_lists_the_inked_cells_in_rising_order),
        cmocka_unit_test(paper_and_full_sheets_are_images_too),
        cmocka_unit_test(a_freed_data_set_is_empty_and_may_be_freed_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
