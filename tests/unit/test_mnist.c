/* MNIST is found where it may lie, in any of its spellings, and the real one is what it should be.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <sys/stat.h>

#include "base/config.h"
#include "scratch.h"
#include "train/mnist.h"
#include "train/unpack.h"

enum { TRAIN = 12, TEST = 7 };

/* INKLING_DATA as it was at first: tests change it. */
static char real[PATH_TEXT_MAX];

static const char *const BASES[MNIST_FILES] = {"train-images", "train-labels", "t10k-images",
                                               "t10k-labels"};
static const char *const ENDS[MNIST_FILES] = {"idx3-ubyte", "idx1-ubyte", "idx3-ubyte",
                                              "idx1-ubyte"};

/* An empty folder, and no place set in the environment. */
static int make_folder(void **state)
{
    Path *folder = malloc(sizeof *folder);
    assert_non_null(folder);
    scratch_make(folder);
    unsetenv("INKLING_DATA");
    setenv("XDG_DATA_HOME", scratch_path(folder, "nothing-here").text, 1);
    *state = folder;
    return 0;
}

static int free_folder(void **state)
{
    scratch_free(*state);
    free(*state);
    return 0;
}

/* The file of the small MNIST takes the spelling base, mark, end, suffix; `nested` in a folder of
 * its own name. */
static void put(const Path *folder, int file, char mark, bool packed, bool nested)
{
    char name[64], inner[192];
    uint8_t bytes[IDX_IMAGES_HEADER + TRAIN * IDX_IMAGE_BYTES];
    int count = file < 2 ? TRAIN : TEST;
    size_t size = file % 2 == 0 ? idx_images(bytes, count) : idx_labels(bytes, count);
    snprintf(name, sizeof name, "%s%c%s", BASES[file], mark, ENDS[file]);
    if (nested) {
        assert_int_equal(mkdir(scratch_path(folder, name).text, 0700), 0);
        snprintf(inner, sizeof inner, "%s/%s%s", name, name, packed ? ".gz" : "");
    } else {
        snprintf(inner, sizeof inner, "%s%s", name, packed ? ".gz" : "");
    }
    if (packed) {
        scratch_pack(scratch_path(folder, inner).text, bytes, size);
    } else {
        scratch_write(scratch_path(folder, inner).text, bytes, size);
    }
}

static void check_loads(const Path *folder)
{
    Mnist mnist;
    Err err = {0};
    if (!mnist_load(&mnist, folder->text, &err)) {
        fail_msg("%s", err.text);
    }
    assert_int_equal(mnist.train.images, TRAIN);
    assert_int_equal(mnist.test.images, TEST);
    assert_int_equal(mnist.train.label[TRAIN - 1], (TRAIN - 1) % 10);
    assert_string_equal(mnist.folder.text, folder->text);
    mnist_free(&mnist);
    assert_int_equal(mnist.train.images, 0);
}

static void every_spelling_is_found(void **state)
{
    for (int spelling = 0; spelling < 8; spelling++) {
        Path folder = *(const Path *)*state;
        char name[16];
        snprintf(name, sizeof name, "%d", spelling);
        folder = scratch_path(&folder, name);
        assert_int_equal(mkdir(folder.text, 0700), 0);
        for (int file = 0; file < MNIST_FILES; file++) {
            put(&folder, file, spelling & 1 ? '.' : '-', spelling & 2, spelling & 4);
        }
        check_loads(&folder);
    }
}

static void spellings_may_be_mixed(void **state)
{
    const Path *folder = *state;
    put(folder, 0, '-', true, false);
    put(folder, 1, '.', false, false);
    put(folder, 2, '-', false, true);
    put(folder, 3, '.', true, true);
    check_loads(folder);
}

/* Each file twice: loose with a dot, and with dashes in a folder of its own name. */
static void the_layout_of_the_kaggle_copy_is_found(void **state)
{
    const Path *folder = *state;
    for (int file = 0; file < MNIST_FILES; file++) {
        put(folder, file, '.', false, false);
        put(folder, file, '-', false, true);
    }
    check_loads(folder);
}

static void a_folder_with_the_name_of_a_file_is_not_that_file(void **state)
{
    const Path *folder = *state;
    Path found;
    Err err;
    for (int file = 0; file < MNIST_FILES; file++) {
        assert_int_equal(mkdir(scratch_path(folder, mnist_files()[file].name).text, 0700), 0);
    }
    assert_false(mnist_find(folder->text, &found, &err));
    assert_string_equal(found.text, "");
}

static void a_download_goes_before_a_plain_file(void **state)
{
    const Path *folder = *state;
    scratch_mnist(folder, TRAIN, TEST);
    scratch_write(scratch_path(folder, "train-images-idx3-ubyte").text, "damaged", 7);
    check_loads(folder);
}

static void the_missing_file_is_named(void **state)
{
    const Path *folder = *state;
    for (int file = 0; file < MNIST_FILES; file++) {
        Path found, path = scratch_path(folder, mnist_files()[file].name);
        Err err = {0};
        scratch_mnist(folder, TRAIN, TEST);
        unlink(path.text);
        assert_false(mnist_find(folder->text, &found, &err));
        assert_int_equal(err.code, ERR_MISSING);
        assert_non_null(strstr(err.text, mnist_files()[file].name));
        assert_non_null(strstr(err.text, folder->text));
    }
}

static void a_chosen_folder_is_the_only_one_searched(void **state)
{
    const Path *folder = *state;
    Path nowhere = scratch_path(folder, "nowhere"), found;
    Err err = {0};
    scratch_mnist(folder, TRAIN, TEST);
    setenv("INKLING_DATA", folder->text, 1);
    assert_false(mnist_find(nowhere.text, &found, &err));
    assert_non_null(strstr(err.text, nowhere.text));
    setenv("INKLING_DATA", nowhere.text, 1);
    assert_true(mnist_find(folder->text, &found, &err));
    assert_string_equal(found.text, folder->text);
}

static void the_environment_names_the_only_one_searched(void **state)
{
    const Path *folder = *state;
    Path nowhere = scratch_path(folder, "nowhere"), user = scratch_path(folder, "inkling/mnist");
    Path found;
    Err err = {0};
    assert_true(path_make_folder(user.text, &err));
    scratch_mnist(&user, TRAIN, TEST);
    setenv("XDG_DATA_HOME", folder->text, 1);
    setenv("INKLING_DATA", nowhere.text, 1);
    assert_false(mnist_find(NULL, &found, &err));
    assert_non_null(strstr(err.text, nowhere.text));
    scratch_mnist(folder, TRAIN, TEST);
    setenv("INKLING_DATA", folder->text, 1);
    assert_true(mnist_find(NULL, &found, &err));
    assert_string_equal(found.text, folder->text);
}

/* Whether MNIST is in the source tree or installed, where it would go before or hide what a test
 * sets up. */
static bool found_without_the_user(void)
{
    Path found;
    Err err;
    bool there = mnist_find(NULL, &found, &err);
    if (there) {
        print_message("MNIST is in %s, so the other places cannot be tested.\n", found.text);
    }
    return there;
}

static void the_folder_of_the_user_is_searched(void **state)
{
    const Path *folder = *state;
    Path user = scratch_path(folder, "inkling/mnist"), found;
    Err err = {0};
    if (found_without_the_user()) {
        skip();
    }
    assert_true(path_make_folder(user.text, &err));
    scratch_mnist(&user, TRAIN, TEST);
    setenv("XDG_DATA_HOME", folder->text, 1);
    setenv("INKLING_DATA", "", 1); /* empty counts as not set */
    assert_true(mnist_find(NULL, &found, &err));
    assert_string_equal(found.text, user.text);
}

static void a_failed_search_says_where_it_looked_and_what_helps(void **state)
{
    const Path *folder = *state;
    Path found, user = scratch_path(folder, "inkling/mnist");
    Err err = {0};
    if (found_without_the_user()) {
        skip();
    }
    setenv("XDG_DATA_HOME", folder->text, 1);
    assert_false(mnist_find(NULL, &found, &err));
    assert_int_equal(err.code, ERR_MISSING);
    Path in_tree;
    assert_true(path_join(&in_tree, getenv("INKLING_SOURCE"), "data/mnist"));
    const char *tree = strstr(err.text, in_tree.text);
    const char *own = strstr(err.text, user.text);
    const char *installed = strstr(err.text, INKLING_DATA_DIR "/mnist");
    assert_true(tree && own && installed && tree < own && own < installed);
    assert_non_null(strstr(err.text, "Get MNIST"));
    assert_non_null(strstr(err.text, "--data"));
}

static void damage_leaves_nothing_loaded(void **state)
{
    const Path *folder = *state;
    Path labels = scratch_path(folder, "t10k-labels-idx1-ubyte.gz");
    Mnist mnist;
    Err err = {0};
    scratch_mnist(folder, TRAIN, TEST);
    scratch_write(labels.text, "damaged", 7);
    assert_false(mnist_load(&mnist, folder->text, &err));
    assert_non_null(strstr(err.text, labels.text));
    assert_int_equal(err.code, ERR_FOREIGN);
    assert_int_equal(mnist.train.images, 0);
    assert_null(mnist.train.label);
}

/* The real one, packed or not, is told from what has its names. */
static void check_is_other(const Path *folder, bool other)
{
    Mnist mnist;
    Err err = {0};
    if (!mnist_load(&mnist, folder->text, &err)) {
        fail_msg("%s", err.text);
    }
    assert_int_equal(mnist.other, other);
    assert_string_equal(mnist_name(mnist.other), other ? "other data" : "MNIST");
    mnist_free(&mnist);
}

static void what_only_has_the_names_of_mnist_is_other_data(void **state)
{
    const Path *folder = *state;
    scratch_mnist(folder, TRAIN, TEST);
    check_is_other(folder, true);
}

/* Every file in turn, with one bit changed in its last byte. */
static void check_changed_are_other(const Path *folder, int file, uint8_t *bytes, size_t size)
{
    char name[64];
    snprintf(name, sizeof name, "%s-%s", BASES[file], ENDS[file]);
    bytes[size - 1] ^= 1;
    scratch_write(scratch_path(folder, name).text, bytes, size);
    check_is_other(folder, true);
    bytes[size - 1] ^= 1;
    scratch_write(scratch_path(folder, name).text, bytes, size);
    check_is_other(folder, false);
}

static void the_real_mnist_is_known_packed_and_unpacked(void **state)
{
    const Path *folder = *state;
    uint8_t *bytes[MNIST_FILES];
    size_t size[MNIST_FILES];
    Err err = {0};
    if (!*real) {
        print_message("INKLING_DATA is not set, so the real MNIST is not tested.\n");
        skip();
    }
    Path packed;
    assert_true(path_join(&packed, real, ""));
    check_is_other(&packed, false);
    for (int file = 0; file < MNIST_FILES; file++) {
        Path from;
        char name[64];
        assert_true(path_join(&from, real, mnist_files()[file].name));
        assert_true(unpack_file(from.text, 1 << 26, &bytes[file], &size[file], NULL, &err));
        snprintf(name, sizeof name, "%s-%s", BASES[file], ENDS[file]);
        scratch_write(scratch_path(folder, name).text, bytes[file], size[file]);
    }
    check_is_other(folder, false);
    for (int file = 0; file < MNIST_FILES; file++) {
        check_changed_are_other(folder, file, bytes[file], size[file]);
        free(bytes[file]);
    }
}

static void check_labels(const Dataset *data, const int expected[10])
{
    int count[10] = {0};
    for (int i = 0; i < data->images; i++) {
        count[data->label[i]]++;
    }
    for (int digit = 0; digit < 10; digit++) {
        assert_int_equal(count[digit], expected[digit]);
    }
}

static void the_real_mnist_has_its_images_and_labels(void **state)
{
    static const int train[] = {5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949};
    static const int test[] = {980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009};
    Mnist mnist;
    Err err = {0};
    (void)state;
    const char *folder = getenv("INKLING_DATA");
    if (!folder || !*folder) {
        print_message("INKLING_DATA is not set, so the real MNIST is not tested.\n");
        skip();
    }
    if (!mnist_load(&mnist, folder, &err)) {
        fail_msg("%s", err.text);
    }
    assert_int_equal(mnist.train.images, 60000);
    assert_int_equal(mnist.test.images, 10000);
    assert_int_equal(mnist.train.label[0], 5);
    assert_int_equal(mnist.test.label[0], 7);
    check_labels(&mnist.train, train);
    check_labels(&mnist.test, test);
    mnist_free(&mnist);
}

#define FOLDER_TEST(test) cmocka_unit_test_setup_teardown(test, make_folder, free_folder)

int main(void)
{
    const char *folder = getenv("INKLING_DATA");
    snprintf(real, sizeof real, "%s", folder ? folder : "");
    const struct CMUnitTest tests[] = {
        /* First, for the others change the environment. */
        cmocka_unit_test(the_real_mnist_has_its_images_and_labels),
        FOLDER_TEST(what_only_has_the_names_of_mnist_is_other_data),
        FOLDER_TEST(the_real_mnist_is_known_packed_and_unpacked),
        FOLDER_TEST(every_spelling_is_found),
        FOLDER_TEST(spellings_may_be_mixed),
        FOLDER_TEST(the_layout_of_the_kaggle_copy_is_found),
        FOLDER_TEST(a_folder_with_the_name_of_a_file_is_not_that_file),
        FOLDER_TEST(a_download_goes_before_a_plain_file),
        FOLDER_TEST(the_missing_file_is_named),
        FOLDER_TEST(a_chosen_folder_is_the_only_one_searched),
        FOLDER_TEST(the_environment_names_the_only_one_searched),
        FOLDER_TEST(the_folder_of_the_user_is_searched),
        FOLDER_TEST(a_failed_search_says_where_it_looked_and_what_helps),
        FOLDER_TEST(damage_leaves_nothing_loaded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
