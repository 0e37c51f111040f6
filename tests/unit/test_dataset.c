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
    enum { IMAGES = 301 };
    static uint8_t level[IMAGES][NET_INPUTS], label[IMAGES];
    uint8_t back[NET_INPUTS];
    Dataset data;
    Err err;
    Rng rng;
    rng_init(&rng, 1);
    for (int i = 0; i < IMAGES; i++) {
        scribble(&rng, level[i]);
        label[i] = (uint8_t)(i % 11); /* NET_NO_DIGIT too */
    }
    for (int images = 1; images <= IMAGES; images += 100) {
        assert_true(dataset_make(&data, images, level[0], label, &err));
        assert_int_equal(data.images, images);
        for (int i = 0; i < images; i++) {
            memset(back, 0xAA, sizeof back);
            dataset_levels(&data, i, back);
            assert_memory_equal(back, level[i], NET_INPUTS);
            assert_int_equal(data.label[i], i % 11);
        }
        dataset_free(&data);
    }
}

static void an_input_lists_the_inked_cells_in_rising_order(void **state)
{
    (void)state;
    static uint8_t level[2][NET_INPUTS];
    static const uint8_t label[] = {3, 7};
    Dataset data;
    Err err;
    level[1][0] = 1;
    level[1][400] = 255;
    level[1][783] = 128;
    assert_true(dataset_make(&data, 2, level[0], label, &err));
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
    static uint8_t level[3][NET_INPUTS];
    static const uint8_t label[] = {0, 9, 1};
    uint8_t back[NET_INPUTS];
    Dataset data;
    Err err;
    memset(level[1], 255, NET_INPUTS);
    assert_true(dataset_make(&data, 3, level[0], label, &err));
    assert_int_equal(dataset_input(&data, 0).count, 0);
    assert_int_equal(dataset_input(&data, 1).count, NET_INPUTS);
    assert_int_equal(dataset_input(&data, 2).count, 0);
    dataset_levels(&data, 1, back);
    assert_memory_equal(back, level[1], NET_INPUTS);
    dataset_free(&data);
    assert_true(dataset_make(&data, 1, level[0], label, &err)); /* nothing but paper */
    assert_int_equal(dataset_input(&data, 0).count, 0);
    dataset_free(&data);
}

static void a_freed_data_set_is_empty_and_may_be_freed_again(void **state)
{
    (void)state;
    static const uint8_t level[NET_INPUTS] = {1}, label[] = {0};
    Dataset data;
    Err err;
    assert_true(dataset_make(&data, 1, level, label, &err));
    dataset_free(&data);
    assert_int_equal(data.images, 0);
    assert_null(data.label);
    assert_null(data.cell);
    dataset_free(&data);
}

static void every_image_is_prepared_whatever_the_threads(void **state)
{
    (void)state;
    enum { IMAGES = 23 };
    static Sheet image[IMAGES];
    uint8_t label[IMAGES];
    Dataset data, prepared;
    Err err;
    Rng rng;
    rng_init(&rng, 4);
    for (int i = 0; i < IMAGES; i++) {
        scribble(&rng, image[i].cell);
        label[i] = (uint8_t)(i % 10);
    }
    assert_true(dataset_make(&data, IMAGES, image[0].cell, label, &err));
    for (int threads = 1; threads <= 3; threads++) {
        for (int preparation = 0; preparation < PREPARATIONS; preparation++) {
            assert_true(dataset_prepare(&prepared, &data, (Preparation)preparation, threads, &err));
            assert_int_equal(prepared.images, IMAGES);
            for (int i = 0; i < IMAGES; i++) {
                Sheet expected, input;
                normalise_image(&image[i], (Preparation)preparation, &expected);
                dataset_levels(&prepared, i, input.cell);
                assert_memory_equal(&input, &expected, sizeof input);
                assert_int_equal(prepared.label[i], label[i]);
            }
            dataset_free(&prepared);
        }
    }
    dataset_free(&data);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(images_come_back_as_they_were),
        cmocka_unit_test(an_input_lists_the_inked_cells_in_rising_order),
        cmocka_unit_test(paper_and_full_sheets_are_images_too),
        cmocka_unit_test(a_freed_data_set_is_empty_and_may_be_freed_again),
        cmocka_unit_test(every_image_is_prepared_whatever_the_threads),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
