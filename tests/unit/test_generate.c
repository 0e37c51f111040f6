/* Generated digits: every form on the sheet, and data sets that depend on their seed alone. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <math.h>
#include <string.h>

#include "train/generate.h"

enum { LABELS = NET_NO_DIGIT + 1 };

static void check_drawing(const Drawing *drawing)
{
    float low = SHEET_SIDE, high = 0.0f, left = SHEET_SIDE, right = 0.0f;
    assert_in_range(drawing->shown, 1, 6);
    assert_false(drawing->pen_down);
    for (int i = 0; i < drawing->points; i++) {
        Point at = drawing->point[i];
        assert_true(at.x_cell >= 0.0f && at.x_cell <= SHEET_SIDE); /* also that it is a number */
        assert_true(at.y_cell >= 0.0f && at.y_cell <= SHEET_SIDE);
        low = fminf(low, at.y_cell);
        high = fmaxf(high, at.y_cell);
        left = fminf(left, at.x_cell);
        right = fmaxf(right, at.x_cell);
    }
    assert_true(fmaxf(high - low, right - left) >= 0.34f * SHEET_SIDE);
}

static void every_form_is_drawn_on_the_sheet(void **state)
{
    (void)state;
    enum { TIMES = 300 };
    Err err;
    Rng rng;
    rng_init(&rng, 1);
    for (int label = 0; label < LABELS; label++) {
        for (int form = 0; form < generate_forms(label); form++) {
            for (int i = 0; i < TIMES; i++) {
                Drawing drawing;
                assert_true(generate_drawing(&drawing, label, form, &rng, &err));
                check_drawing(&drawing);
                drawing_free(&drawing);
            }
        }
    }
}

static void every_digit_has_several_forms_each_with_a_name_of_its_own(void **state)
{
    (void)state;
    for (int label = 0; label < LABELS; label++) {
        assert_true(generate_forms(label) >= 10);
        for (int form = 0; form < generate_forms(label); form++) {
            const char *name = generate_form_name(label, form);
            assert_true(strlen(name) > 0);
            for (int other = 0; other < form; other++) {
                assert_string_not_equal(name, generate_form_name(label, other));
            }
        }
    }
}

static void draw(Drawing *drawing, uint64_t seed)
{
    Err err;
    Rng rng;
    rng_init(&rng, seed);
    assert_true(generate_drawing(drawing, 8, 0, &rng, &err));
}

static void the_same_seed_draws_the_same_digit(void **state)
{
    (void)state;
    Drawing one, same, other;
    draw(&one, 1);
    draw(&same, 1);
    draw(&other, 2);
    assert_int_equal(one.points, same.points);
    assert_memory_equal(one.point, same.point, (size_t)one.points * sizeof *one.point);
    int fewer = one.points < other.points ? one.points : other.points;
    assert_memory_not_equal(one.point, other.point, (size_t)fewer * sizeof *one.point);
    drawing_free(&one);
    drawing_free(&same);
    drawing_free(&other);
}

static void make(Dataset *data, int images, float no_digit, uint64_t seed, int threads)
{
    Err err;
    assert_true(generate_dataset(data, images, no_digit, PREPARATION_FITTED, seed, threads, &err));
    assert_int_equal(data->images, images);
}

/* Whether labels and images are the same. */
static bool equal(const Dataset *a, const Dataset *b)
{
    size_t images = (size_t)a->images, entries = a->start[images];
    return a->images == b->images && memcmp(a->label, b->label, images) == 0 &&
           memcmp(a->start, b->start, (images + 1) * sizeof *a->start) == 0 &&
           memcmp(a->cell, b->cell, entries * sizeof *a->cell) == 0 &&
           memcmp(a->level, b->level, entries) == 0;
}

static void a_data_set_does_not_depend_on_the_threads(void **state)
{
    (void)state;
    enum { IMAGES = 301 };
    Dataset one, several, other;
    make(&one, IMAGES, 0.1f, 1, 1);
    for (int threads = 2; threads <= 7; threads++) {
        /* Others first, so that an image nobody makes is not found where it was left. */
        make(&other, IMAGES, 0.1f, 2, 1);
        dataset_free(&other);
        make(&several, IMAGES, 0.1f, 1, threads);
        assert_true(equal(&one, &several));
        dataset_free(&several);
    }
    dataset_free(&one);
}

static void neighbouring_seeds_share_no_image(void **state)
{
    (void)state;
    enum { IMAGES = 50 };
    Dataset one, other;
    uint8_t level[2][NET_INPUTS];
    make(&one, IMAGES, 1.0f, 1, 1);
    make(&other, IMAGES, 1.0f, 2, 1);
    for (int i = 0; i < IMAGES; i++) {
        dataset_levels(&one, i, level[0]);
        for (int k = 0; k < IMAGES; k++) {
            dataset_levels(&other, k, level[1]);
            assert_memory_not_equal(level[0], level[1], NET_INPUTS);
        }
    }
    dataset_free(&one);
    dataset_free(&other);
}

static void labels_come_equally_often_in_random_order(void **state)
{
    (void)state;
    enum { IMAGES = 2000, DIGITS = 1500, PART = 500 };
    Dataset data;
    make(&data, IMAGES, 0.25f, 3, 2);
    int all[LABELS] = {0}, part[LABELS] = {0};
    for (int i = 0; i < IMAGES; i++) {
        all[data.label[i]]++;
        part[data.label[i]] += i < PART;
    }
    assert_int_equal(all[NET_NO_DIGIT], IMAGES - DIGITS);
    assert_in_range(part[NET_NO_DIGIT], 90, 160);
    for (int d = 0; d < NET_OUTPUTS; d++) {
        assert_int_equal(all[d], DIGITS / NET_OUTPUTS);
        assert_in_range(part[d], 15, 60);
    }
    dataset_free(&data);
}

static void the_smallest_data_sets_can_be_made(void **state)
{
    (void)state;
    Dataset data;
    make(&data, 1, 0.0f, 1, 4);
    assert_in_range(data.label[0], 0, 9);
    dataset_free(&data);
    make(&data, 1, 1.0f, 1, 1);
    assert_int_equal(data.label[0], NET_NO_DIGIT);
    dataset_free(&data);
}

static void images_are_prepared_as_asked(void **state)
{
    (void)state;
    enum { IMAGES = 200 };
    Dataset data[PREPARATIONS];
    Err err;
    for (int p = 0; p < PREPARATIONS; p++) {
        assert_true(generate_dataset(&data[p], IMAGES, 0.0f, (Preparation)p, 1, 1, &err));
        for (int i = 0; i < IMAGES; i++) {
            assert_true(dataset_input(&data[p], i).count > 0);
        }
        for (int other = 0; other < p; other++) {
            assert_memory_equal(data[p].label, data[other].label, IMAGES);
            assert_false(equal(&data[p], &data[other]));
        }
    }
    for (int p = 0; p < PREPARATIONS; p++) {
        dataset_free(&data[p]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_form_is_drawn_on_the_sheet),
        cmocka_unit_test(every_digit_has_several_forms_each_with_a_name_of_its_own),
        cmocka_unit_test(the_same_seed_draws_the_same_digit),
        cmocka_unit_test(a_data_set_does_not_depend_on_the_threads),
        cmocka_unit_test(neighbouring_seeds_share_no_image),
        cmocka_unit_test(labels_come_equally_often_in_random_order),
        cmocka_unit_test(the_smallest_data_sets_can_be_made),
        cmocka_unit_test(images_are_prepared_as_asked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
