/* A data set is found among the names of files as people have them. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <string.h>

#include "train/digit_files.h"

enum { MOST = 24 };

/* Names, NULL behind the last, and those that are to be chosen, by role. */
typedef struct NameCase {
    const char *name[MOST], *chosen[DIGIT_ROLES];
    bool mirrored;
} NameCase;

static const NameCase WHOLE[] = {
    {{"t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz", "train-images-idx3-ubyte.gz",
      "train-labels-idx1-ubyte.gz"},
     {"train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz", "t10k-images-idx3-ubyte.gz",
      "t10k-labels-idx1-ubyte.gz"},
     false},
    /* torchvision's root, and what it leaves beside */
    {{"MNIST/raw/t10k-images-idx3-ubyte", "MNIST/raw/t10k-images-idx3-ubyte.gz",
      "MNIST/raw/t10k-labels-idx1-ubyte", "MNIST/raw/train-images-idx3-ubyte",
      "MNIST/raw/train-labels-idx1-ubyte", "MNIST/processed/test.pt"},
     {"MNIST/raw/train-images-idx3-ubyte", "MNIST/raw/train-labels-idx1-ubyte",
      "MNIST/raw/t10k-images-idx3-ubyte.gz", "MNIST/raw/t10k-labels-idx1-ubyte"},
     false},
    /* folders with dashes, files with dots */
    {{"t10k-images-idx3-ubyte/t10k-images.idx3-ubyte",
      "t10k-labels-idx1-ubyte/t10k-labels.idx1-ubyte",
      "train-images-idx3-ubyte/train-images.idx3-ubyte", "train-labels.idx1-ubyte"},
     {"train-images-idx3-ubyte/train-images.idx3-ubyte", "train-labels.idx1-ubyte",
      "t10k-images-idx3-ubyte/t10k-images.idx3-ubyte",
      "t10k-labels-idx1-ubyte/t10k-labels.idx1-ubyte"},
     false},
    /* of several sets of EMNIST that of digits, whatever comes first */
    {{"gzip/emnist-balanced-test-images-idx3-ubyte.gz",
      "gzip/emnist-balanced-test-labels-idx1-ubyte.gz",
      "gzip/emnist-balanced-train-images-idx3-ubyte.gz",
      "gzip/emnist-balanced-train-labels-idx1-ubyte.gz",
      "gzip/emnist-digits-test-images-idx3-ubyte.gz",
      "gzip/emnist-digits-test-labels-idx1-ubyte.gz",
      "gzip/emnist-digits-train-images-idx3-ubyte.gz",
      "gzip/emnist-digits-train-labels-idx1-ubyte.gz"},
     {"gzip/emnist-digits-train-images-idx3-ubyte.gz",
      "gzip/emnist-digits-train-labels-idx1-ubyte.gz",
      "gzip/emnist-digits-test-images-idx3-ubyte.gz",
      "gzip/emnist-digits-test-labels-idx1-ubyte.gz"},
     true},
    {{"qmnist-test-images-idx3-ubyte.gz", "qmnist-test-labels-idx2-int.gz",
      "qmnist-train-images-idx3-ubyte.gz", "qmnist-train-labels-idx2-int.gz"},
     {"qmnist-train-images-idx3-ubyte.gz", "qmnist-train-labels-idx2-int.gz",
      "qmnist-test-images-idx3-ubyte.gz", "qmnist-test-labels-idx2-int.gz"},
     false},
    {{"sample_submission.csv", "test.csv", "train.csv"},
     {[DIGIT_TRAIN_CSV] = "train.csv", [DIGIT_TEST_CSV] = "test.csv"},
     false},
    {{"mnist_test.csv/mnist_test.csv", "mnist_train.csv/mnist_train.csv", "other/test.csv"},
     {[DIGIT_TRAIN_CSV] = "mnist_train.csv/mnist_train.csv",
      [DIGIT_TEST_CSV] = "mnist_test.csv/mnist_test.csv"},
     false},
    {{"README", "mnist_784.csv"}, {[DIGIT_TRAIN_CSV] = "mnist_784.csv"}, false},
    {{"Emnist-Digits-Train.CSV"}, {[DIGIT_TRAIN_CSV] = "Emnist-Digits-Train.CSV"}, true},
    {{"test.csv"}, {[DIGIT_TEST_CSV] = "test.csv"}, false},
};

static int names_of(const NameCase *of)
{
    int names = 0;
    while (names < MOST && of->name[names]) {
        names++;
    }
    return names;
}

static void data_sets_are_chosen_by_their_names(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof WHOLE / sizeof *WHOLE; i++) {
        DigitFiles files;
        const NameCase *of = &WHOLE[i];
        assert_true(digit_files_choose(&files, (char *const *)of->name, names_of(of)));
        assert_int_equal(files.mirrored, of->mirrored);
        for (int r = 0; r < DIGIT_ROLES; r++) {
            const char *got = files.file[r] < 0 ? "none" : of->name[files.file[r]];
            assert_string_equal(got, of->chosen[r] ? of->chosen[r] : "none");
        }
    }
}

static void what_is_not_whole_is_not_chosen(void **state)
{
    (void)state;
    DigitFiles files;
    static const char *const PART[] = {"a.csv", "b.csv", "t10k-labels-idx1-ubyte",
                                       "train-images-idx3-ubyte", "train-labels-idx1-ubyte"};
    assert_false(digit_files_choose(&files, (char *const *)PART, 5));
    assert_int_equal(files.file[DIGIT_TRAIN_IMAGES], 3);
    assert_int_equal(files.file[DIGIT_TEST_IMAGES], -1);
    assert_int_equal(files.file[DIGIT_TEST_LABELS], 2);
    assert_false(digit_files_choose(&files, (char *const *)PART, 2)); /* which of the two? */
    assert_false(digit_files_choose(&files, NULL, 0));
    assert_int_equal(files.file[DIGIT_TRAIN_IMAGES], -1);
}

static void strange_names_do_no_harm(void **state)
{
    (void)state;
    DigitFiles files;
    static char longest[2][5000];
    memset(longest[0], 'a', sizeof longest[0] - 1);
    memset(longest[1], 'a', sizeof longest[1] - 1);
    memcpy(longest[1] + 4000, "/idx3/train.csv", sizeof "/idx3/train.csv");
    const char *const name[] = {
        "", "/", ".csv", ".gz", "csv/", "//train.csv//", "idx3/idx3/idx3", longest[0], longest[1]};
    digit_files_choose(&files, (char *const *)name, 9);
    assert_true(files.file[DIGIT_TRAIN_CSV] < 9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(data_sets_are_chosen_by_their_names),
        cmocka_unit_test(what_is_not_whole_is_not_chosen),
        cmocka_unit_test(strange_names_do_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
