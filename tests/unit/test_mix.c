/* What is trained on: sources chosen, prepared and shuffled together. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "nn/net_file.h"
#include "scratch.h"
#include "train/mix.h"
#include "train/mnist.h"

enum { TRAIN = 12, TEST = 7 };

static int make_folder(void **state)
{
    Path *folder = calloc(1, sizeof *folder);
    assert_non_null(folder);
    scratch_make(folder);
    scratch_mnist(folder, TRAIN, TEST);
    *state = folder;
    return 0;
}

static int free_folder(void **state)
{
    scratch_free(*state);
    free(*state);
    return 0;
}

static Mix load(const Path *folder, const MixConfig *config, const Digits *own)
{
    Mix mix;
    Err err = {0};
    if (!mix_load(&mix, config, folder->text, own, &err)) {
        fail_msg("%s", err.text);
    }
    return mix;
}

static Digits two_own_digits(void)
{
    static const char LINES[] = "3 me 0,0 500,200 0,500 500,800 0,1000\n"
                                "7 me 0,0 600,0 300,1000;150,500 500,500\n";
    Digits own = {0};
    Err err;
    assert_true(digits_parse(&own, LINES, sizeof LINES - 1, "lines", &err));
    return own;
}

static int labelled(const Dataset *data, int label)
{
    int count = 0;
    for (int i = 0; i < data->images; i++) {
        count += data->label[i] == label;
    }
    return count;
}

static void mnist_alone_stays_as_it_is(void **state)
{
    MixConfig config = {.mnist = true, .preparation = PREPARATION_FITTED, .threads = 2};
    Mix mix = load(*state, &config, NULL);
    Mnist mnist;
    Err err;
    assert_true(mnist_load(&mnist, ((Path *)*state)->text, &err));
    assert_int_equal(mix.train.images, TRAIN);
    assert_int_equal(mix.test.images, TEST);
    assert_string_equal(mix.name, "other data");
    for (int i = 0; i < TRAIN; i++) {
        uint8_t got[NET_INPUTS], wanted[NET_INPUTS];
        dataset_levels(&mix.train, i, got);
        dataset_levels(&mnist.train, i, wanted);
        assert_memory_equal(got, wanted, NET_INPUTS);
        assert_int_equal(mix.train.label[i], mnist.train.label[i]);
    }
    mnist_free(&mnist);
    mix_free(&mix);
}

static void strokes_are_a_third_beside_mnist(void **state)
{
    MixConfig config = {.mnist = true, .asked = true, .strokes = true, .threads = 1};
    Mix mix = load(*state, &config, NULL);
    assert_int_equal(mix.train.images, TRAIN + TRAIN / 2);
    assert_int_equal(mix.test.images, TEST); /* MNIST's alone */
    assert_string_equal(mix.name, "other data + strokes");
    mix_free(&mix);
}

/* Images with MNIST's names may be of anything. */
static void strokes_are_left_out_beside_other_data_unless_asked_for(void **state)
{
    MixConfig config = {.mnist = true, .strokes = true, .threads = 1};
    Mix mix = load(*state, &config, NULL);
    assert_int_equal(mix.train.images, TRAIN);
    assert_string_equal(mix.name, "other data");
    assert_true(mix.other && mix.left_out);
    mix_free(&mix);
    config.asked = true;
    mix = load(*state, &config, NULL);
    assert_int_equal(mix.train.images, TRAIN + TRAIN / 2);
    assert_true(mix.other && !mix.left_out);
    mix_free(&mix);
}

/* The defaults, with the real one where it is at hand. */
static void strokes_go_with_mnist_unasked(void **state)
{
    (void)state;
    const char *folder = getenv("INKLING_DATA");
    if (!folder || !*folder) {
        print_message("INKLING_DATA is not set, so the real MNIST is not tested.\n");
        skip();
    }
    Mix mix;
    Err err = {0};
    MixConfig config = mix_config_default();
    assert_true(mix_load(&mix, &config, folder, NULL, &err));
    assert_string_equal(mix.name, "MNIST + strokes");
    assert_int_equal(mix.train.images, 90000);
    assert_false(mix.other || mix.left_out);
    mix_free(&mix);
}

static void sources_lie_mixed(void **state)
{
    MixConfig config = {.mnist = true,
                        .asked = true,
                        .strokes = true,
                        .strokes_images = 300,
                        .no_digit = 1,
                        .threads = 1};
    Mix mix = load(*state, &config, NULL);
    int first_half = 0, half = mix.train.images / 2;
    for (int i = 0; i < half; i++) {
        first_half += mix.train.label[i] != NET_NO_DIGIT;
    }
    assert_int_equal(labelled(&mix.train, NET_NO_DIGIT), 300);
    assert_in_range(first_half, 1, TRAIN - 1);
    mix_free(&mix);
}

static void own_digits_are_repeated_to_a_twentieth(void **state)
{
    Digits own = two_own_digits();
    MixConfig config = {.strokes = true, .own = true, .strokes_images = 190, .threads = 1};
    Mix mix = load(*state, &config, &own);
    assert_int_equal(mix.train.images, 200);
    Mix without =
        load(*state, &(MixConfig){.strokes = true, .strokes_images = 190, .threads = 1}, NULL);
    assert_int_equal(labelled(&mix.train, 3), labelled(&without.train, 3) + 5);
    assert_int_equal(labelled(&mix.train, 7), labelled(&without.train, 7) + 5);
    assert_string_equal(mix.name, "strokes + my digits");
    mix_free(&without);
    mix_free(&mix);
    digits_free(&own);
}

static void one_own_digit_is_repeated_two_hundred_times_and_no_more(void **state)
{
    static const char LINE[] = "3 me 0,0 500,200 0,500 500,800 0,1000\n";
    Digits own = {0};
    Err err;
    assert_true(digits_parse(&own, LINE, sizeof LINE - 1, "line", &err));
    MixConfig config = {.strokes = true, .own = true, .strokes_images = 7600, .threads = 2};
    Mix mix = load(*state, &config, &own);
    assert_int_equal(mix.train.images, 7800); /* a twentieth would be 400 */
    mix_free(&mix);
    digits_free(&own);
}

static void own_digits_alone_are_their_own_test(void **state)
{
    Digits own = two_own_digits();
    MixConfig config = {.own = true, .preparation = PREPARATION_FITTED, .threads = 1};
    Mix mix = load(*state, &config, &own);
    assert_int_equal(mix.train.images, 2);
    assert_int_equal(mix.test.images, 2);
    assert_int_equal(mix.train.label[0], 3);
    mix_free(&mix);
    digits_free(&own);
}

static void the_same_seed_gives_the_same_mix(void **state)
{
    MixConfig config = {.mnist = true, .asked = true, .strokes = true, .seed = 5, .threads = 1};
    Mix one = load(*state, &config, NULL);
    config.threads = 2;
    Mix two = load(*state, &config, NULL);
    config.seed = 6;
    Mix other = load(*state, &config, NULL);
    int entries = (int)one.train.start[one.train.images];
    assert_int_equal(two.train.start[two.train.images], entries);
    assert_memory_equal(one.train.label, two.train.label, (size_t)one.train.images);
    assert_memory_equal(one.train.level, two.train.level, (size_t)entries);
    assert_true((int)other.train.start[other.train.images] != entries ||
                memcmp(one.train.level, other.train.level, (size_t)entries) != 0);
    mix_free(&one);
    mix_free(&two);
    mix_free(&other);
}

static void shuffled_labels_are_the_same_ones_elsewhere(void **state)
{
    MixConfig config = {
        .mnist = true, .asked = true, .strokes = true, .strokes_images = 200, .threads = 1};
    Mix plain = load(*state, &config, NULL);
    config.shuffled = true;
    Mix shuffled = load(*state, &config, NULL);
    int images = plain.train.images;
    assert_int_equal(shuffled.train.images, images);
    for (int label = 0; label <= NET_NO_DIGIT; label++) {
        assert_int_equal(labelled(&shuffled.train, label), labelled(&plain.train, label));
    }
    int moved = 0;
    for (int i = 0; i < images; i++) {
        moved += shuffled.train.label[i] != plain.train.label[i];
    }
    assert_in_range(moved, images / 2, images); /* nine of ten, by chance */
    assert_memory_equal(shuffled.train.level, plain.train.level, plain.train.start[images]);
    assert_string_equal(shuffled.name, "other data + strokes, labels shuffled");
    mix_free(&shuffled);
    mix_free(&plain);
}

static void shuffling_leaves_the_test_as_it_is(void **state)
{
    MixConfig config = {.mnist = true, .threads = 1};
    Mix plain = load(*state, &config, NULL);
    config.shuffled = true;
    Mix shuffled = load(*state, &config, NULL);
    assert_int_equal(shuffled.test.images, TEST);
    assert_memory_equal(shuffled.test.label, plain.test.label, TEST);
    mix_free(&shuffled);
    mix_free(&plain);
}

static void the_seed_says_how_labels_are_shuffled(void **state)
{
    MixConfig config = {.mnist = true, .shuffled = true, .seed = 5, .threads = 1};
    Mix one = load(*state, &config, NULL), two = load(*state, &config, NULL);
    config.seed = 6;
    Mix other = load(*state, &config, NULL);
    assert_memory_equal(one.train.label, two.train.label, TRAIN);
    assert_memory_not_equal(one.train.label, other.train.label, TRAIN);
    mix_free(&other);
    mix_free(&two);
    mix_free(&one);
}

static void the_first_images_of_a_mix_can_be_all_there_is(void **state)
{
    MixConfig config = {.mnist = true, .asked = true, .strokes = true, .threads = 1};
    Mix whole = load(*state, &config, NULL);
    config.most_images = 5;
    Mix part = load(*state, &config, NULL);
    assert_int_equal(part.train.images, 5);
    assert_memory_equal(part.train.label, whole.train.label, 5);
    assert_memory_equal(part.train.level, whole.train.level, part.train.start[5]);
    assert_int_equal(part.test.images, TEST);
    config.most_images = 1000; /* more than there are */
    Mix all = load(*state, &config, NULL);
    assert_int_equal(all.train.images, whole.train.images);
    mix_free(&all);
    mix_free(&part);
    mix_free(&whole);
}

static void a_mix_with_shuffled_labels_is_another_one(void **state)
{
    (void)state;
    MixConfig plain = mix_config_default(), shuffled = plain;
    shuffled.shuffled = true;
    assert_true(mix_config_equal(&plain, &plain));
    assert_false(mix_config_equal(&plain, &shuffled));
}

static void the_longest_name_fits_a_file(void **state)
{
    Digits own = two_own_digits();
    MixConfig config = {
        .mnist = true, .asked = true, .strokes = true, .own = true, .shuffled = true, .threads = 1};
    Mix mix = load(*state, &config, &own);
    assert_string_equal(mix.name, "other data + strokes + my digits, labels shuffled");
    NetInfo info;
    assert_true(strlen(mix.name) < sizeof info.data);
    mix_free(&mix);
    digits_free(&own);
}

static void nothing_chosen_is_refused(void **state)
{
    Mix mix;
    Err err = {0};
    MixConfig config = {.threads = 1};
    assert_false(mix_load(&mix, &config, ((Path *)*state)->text, NULL, &err));
    assert_non_null(strstr(err.text, "nothing to train on"));
    assert_int_equal(mix.train.images, 0);
}

static void own_digits_that_are_none_are_refused(void **state)
{
    Mix mix;
    Err err = {0};
    Digits none = {0};
    MixConfig config = {.mnist = true, .own = true, .threads = 1};
    assert_false(mix_load(&mix, &config, ((Path *)*state)->text, &none, &err));
    assert_non_null(strstr(err.text, "no digits of yours"));
    assert_int_equal(mix.train.images, 0);
}

static void too_few_images_to_hold_out_are_refused(void **state)
{
    Mix mix;
    Err err = {0};
    MixConfig config = {.mnist = true, .held_out = true, .threads = 1};
    assert_false(mix_load(&mix, &config, ((Path *)*state)->text, NULL, &err));
    assert_non_null(strstr(err.text, "too few training images"));
}

static void nothing_is_released_where_there_is_nothing(void **state)
{
    (void)state;
    Mix mix = {0};
    mix_free(&mix);
    mix_free(NULL);
    mnist_free(NULL);
    dataset_free(NULL);
    digits_free(NULL);
    assert_null(mix.train.label);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_released_where_there_is_nothing),
        cmocka_unit_test(mnist_alone_stays_as_it_is),
        cmocka_unit_test(strokes_are_a_third_beside_mnist),
        cmocka_unit_test(strokes_are_left_out_beside_other_data_unless_asked_for),
        cmocka_unit_test(strokes_go_with_mnist_unasked),
        cmocka_unit_test(sources_lie_mixed),
        cmocka_unit_test(own_digits_are_repeated_to_a_twentieth),
        cmocka_unit_test(one_own_digit_is_repeated_two_hundred_times_and_no_more),
        cmocka_unit_test(own_digits_alone_are_their_own_test),
        cmocka_unit_test(the_same_seed_gives_the_same_mix),
        cmocka_unit_test(shuffled_labels_are_the_same_ones_elsewhere),
        cmocka_unit_test(shuffling_leaves_the_test_as_it_is),
        cmocka_unit_test(the_seed_says_how_labels_are_shuffled),
        cmocka_unit_test(the_first_images_of_a_mix_can_be_all_there_is),
        cmocka_unit_test(a_mix_with_shuffled_labels_is_another_one),
        cmocka_unit_test(the_longest_name_fits_a_file),
        cmocka_unit_test(nothing_chosen_is_refused),
        cmocka_unit_test(own_digits_that_are_none_are_refused),
        cmocka_unit_test(too_few_images_to_hold_out_are_refused),
    };
    return cmocka_run_group_tests(tests, make_folder, free_folder);
}
