/* Data in the forms that people have are loaded: CSV, archives, mirrored images, rows of labels. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <sys/stat.h>

#include "base/zip.h"
#include "scratch.h"
#include "train/mix.h"
#include "train/mnist.h"

enum { TRAIN = 21, TEST = 7, ROOM = IDX_IMAGES_HEADER + TRAIN * IDX_IMAGE_BYTES };

static int make_folder(void **state)
{
    Path *folder = malloc(sizeof *folder);
    assert_non_null(folder);
    scratch_make(folder);
    unsetenv("INKLING_DATA");
    *state = folder;
    return 0;
}

static int free_folder(void **state)
{
    scratch_free(*state);
    free(*state);
    return 0;
}

/* The same images as idx_images() makes, with or without idx_labels(). */
static char *make_csv(int count, bool labelled, size_t *size)
{
    static uint8_t bytes[ROOM];
    char *text = malloc((size_t)count * 4000 + 10000), *at = text;
    assert_non_null(text);
    idx_images(bytes, count);
    at += sprintf(at, "%s", labelled ? "label" : "pixel0");
    for (int k = labelled ? 0 : 1; k < IDX_IMAGE_BYTES; k++) {
        at += sprintf(at, ",pixel%d", k);
    }
    at += sprintf(at, "\n");
    for (int i = 0; i < count; i++) {
        at += labelled ? sprintf(at, "%d,", i % 10) : 0;
        for (int k = 0; k < IDX_IMAGE_BYTES; k++) {
            at += sprintf(at, "%s%d", k ? "," : "",
                          bytes[IDX_IMAGES_HEADER + i * IDX_IMAGE_BYTES + k]);
        }
        at += sprintf(at, "\n");
    }
    *size = (size_t)(at - text);
    return text;
}

static void put_csv(const Path *folder, const char *name, int count, bool labelled)
{
    size_t size;
    char *text = make_csv(count, labelled, &size);
    scratch_write(scratch_path(folder, name).text, text, size);
    free(text);
}

static void load(Mnist *mnist, const char *path)
{
    Err err = {0};
    if (!mnist_load(mnist, path, &err)) {
        fail_msg("%s", err.text);
    }
}

/* Images as idx_images() has them, from number `first` on. */
static void check_images(const Dataset *data, int count)
{
    static uint8_t bytes[ROOM];
    uint8_t level[IDX_IMAGE_BYTES];
    idx_images(bytes, count);
    assert_int_equal(data->images, count);
    for (int i = 0; i < count; i++) {
        dataset_levels(data, i, level);
        assert_memory_equal(level, bytes + IDX_IMAGES_HEADER + i * IDX_IMAGE_BYTES,
                            IDX_IMAGE_BYTES);
        assert_int_equal(data->label[i], i % 10);
    }
}

static void check_refused(const char *path, ErrCode code, const char *says)
{
    Mnist mnist;
    Err err = {0};
    assert_false(mnist_load(&mnist, path, &err));
    assert_int_equal(mnist.train.images, 0);
    assert_int_equal(err.code, code);
    assert_non_null(strstr(err.text, path));
    if (!strstr(err.text, says)) {
        fail_msg("\"%s\" does not say \"%s\"", err.text, says);
    }
}

static void csv_is_loaded_as_a_folder_and_as_a_file(void **state)
{
    const Path *folder = *state;
    Mnist mnist;
    put_csv(folder, "train.csv", TRAIN, true);
    put_csv(folder, "test.csv", TEST, true);
    load(&mnist, folder->text);
    check_images(&mnist.train, TRAIN);
    check_images(&mnist.test, TEST);
    assert_true(mnist.other);
    mnist_free(&mnist);
    load(&mnist, scratch_path(folder, "train.csv").text);
    check_images(&mnist.train, TRAIN);
    assert_int_equal(mnist.test.images, 0);
    mnist_free(&mnist);
    load(&mnist, scratch_path(folder, "test.csv").text); /* all that was named */
    check_images(&mnist.train, TEST);
    mnist_free(&mnist);
}

static void without_test_labels_every_seventh_image_is_the_tests(void **state)
{
    const Path *folder = *state;
    Mnist mnist;
    Err err = {0};
    put_csv(folder, "train.csv", TRAIN, true);
    put_csv(folder, "test.csv", TEST, false);
    load(&mnist, folder->text);
    check_images(&mnist.train, TRAIN);
    assert_int_equal(mnist.test.images, 0);
    assert_true(mnist_part(&mnist, &err));
    assert_int_equal(mnist.train.images, TRAIN - 3);
    assert_int_equal(mnist.test.images, 3);
    assert_int_equal(mnist.test.label[0], 6);
    assert_int_equal(mnist.test.label[2], 0);
    assert_int_equal(mnist.train.label[6], 7);
    mnist_free(&mnist);
    MixConfig config = mix_config_default();
    Mix mix;
    assert_true(mix_load(&mix, &config, folder->text, NULL, &err));
    assert_true(mix.parted && mix.left_out);
    assert_int_equal(mix.test.images, 3);
    mix_free(&mix);
    check_refused(scratch_path(folder, "test.csv").text, ERR_FOREIGN, "has no labels");
    put_csv(folder, "train.csv", 6, true);
    load(&mnist, folder->text);
    assert_false(mnist_part(&mnist, &err));
    assert_non_null(strstr(err.text, "too few"));
    mnist_free(&mnist);
}

/* An archive of four IDX files, in a folder. */
static void put_archive(const Path *folder, const char *name)
{
    static uint8_t bytes[4][ROOM];
    size_t size[4] = {idx_images(bytes[0], TRAIN), idx_labels(bytes[1], TRAIN),
                      idx_images(bytes[2], TEST), idx_labels(bytes[3], TEST)},
           zip_size;
    ZipFile file[] = {{"mnist/train-images-idx3-ubyte/train-images.idx3-ubyte", bytes[0], size[0]},
                      {"mnist/train-labels-idx1-ubyte", bytes[1], size[1]},
                      {"mnist/t10k-images.idx3-ubyte", bytes[2], size[2]},
                      {"mnist/t10k-labels.idx1-ubyte", bytes[3], size[3]}};
    uint8_t *zip = zip_make(file, 4, &zip_size);
    scratch_write(scratch_path(folder, name).text, zip, zip_size);
    free(zip);
}

static void an_archive_is_loaded_where_it_lies(void **state)
{
    const Path *folder = *state;
    Mnist mnist;
    size_t size, zip_size;
    put_archive(folder, "archive.zip");
    for (int named = 0; named < 2; named++) {
        load(&mnist, named ? scratch_path(folder, "archive.zip").text : folder->text);
        check_images(&mnist.train, TRAIN);
        check_images(&mnist.test, TEST);
        mnist_free(&mnist);
    }
    char *text = make_csv(TRAIN, true, &size);
    uint8_t *zip = zip_make(&(ZipFile){"train.csv", (uint8_t *)text, size}, 1, &zip_size);
    Path path = scratch_path(folder, "csv.zip");
    scratch_write(path.text, zip, zip_size);
    load(&mnist, path.text);
    check_images(&mnist.train, TRAIN);
    mnist_free(&mnist);
    scratch_write(path.text, zip, zip_size - 1);
    check_refused(path.text, ERR_DAMAGED, "cut short");
    zip[60] ^= 1;
    scratch_write(path.text, zip, zip_size);
    check_refused(path.text, ERR_DAMAGED, "train.csv in");
    free(zip);
    zip = zip_make(&(ZipFile){"a/readme.txt", (uint8_t *)text, 9}, 1, &zip_size);
    scratch_write(path.text, zip, zip_size);
    check_refused(path.text, ERR_MISSING, "there is a/readme.txt");
    free(zip);
    free(text);
}

/* Images that EMNIST's names say are mirrored, and are: ones lie, twos stand. */
static void put_mirrored(const Path *folder, bool lies)
{
    static const char *const BASE[] = {"train-images-idx3", "train-labels-idx1", "test-images-idx3",
                                       "test-labels-idx1"};
    static uint8_t bytes[ROOM];
    for (int file = 0; file < 4; file++) {
        char name[64];
        size_t size = file % 2 ? idx_labels(bytes, TEST) : idx_images(bytes, TEST);
        for (int i = 0; file % 2 == 0 && i < TEST; i++) {
            uint8_t *level = bytes + IDX_IMAGES_HEADER + i * IDX_IMAGE_BYTES;
            memset(level, 0, IDX_IMAGE_BYTES);
            for (int k = 4; k < 24; k++) {
                level[(i == 1) == lies ? 14 * 28 + k : k * 28 + 14] = 200;
            }
        }
        snprintf(name, sizeof name, "emnist-digits-%s-ubyte", BASE[file]);
        scratch_write(scratch_path(folder, name).text, bytes, size);
    }
}

static void mirrored_images_are_turned(void **state)
{
    const Path *folder = *state;
    for (int lies = 0; lies < 2; lies++) {
        Mnist mnist;
        uint8_t level[IDX_IMAGE_BYTES];
        put_mirrored(folder, lies);
        load(&mnist, folder->text);
        dataset_levels(&mnist.test, 1, level);
        assert_int_equal(level[4 * 28 + 14], 200); /* a one stands, turned or not */
        assert_int_equal(level[14 * 28 + 4], 0);
        dataset_levels(&mnist.train, 2, level);
        assert_int_equal(level[14 * 28 + 4], 200);
        mnist_free(&mnist);
    }
}

/* QMNIST's: eight whole numbers a label, of which the first is the digit. */
static size_t idx_rows(uint8_t *bytes, int count)
{
    idx_number(bytes, 0x00000c02);
    idx_number(bytes + 4, (uint32_t)count);
    idx_number(bytes + 8, 8);
    for (int i = 0; i < 8 * count; i++) {
        idx_number(bytes + 12 + 4 * i, i % 8 == 0 ? (uint32_t)(i / 8 % 10) : 70000u);
    }
    return 12 + 32 * (size_t)count;
}

static void rows_of_labels_are_read(void **state)
{
    const Path *folder = *state;
    static uint8_t bytes[ROOM];
    Mnist mnist;
    static const char *const PART[] = {"train", "test"};
    Path labels;
    for (int part = 0; part < 2; part++) {
        char name[64];
        int count = part ? TEST : TRAIN;
        snprintf(name, sizeof name, "qmnist-%s-images-idx3-ubyte.gz", PART[part]);
        scratch_pack(scratch_path(folder, name).text, bytes, idx_images(bytes, count));
        snprintf(name, sizeof name, "qmnist-%s-labels-idx2-int.gz", PART[part]);
        labels = scratch_path(folder, name);
        scratch_pack(labels.text, bytes, idx_rows(bytes, count));
    }
    load(&mnist, folder->text);
    check_images(&mnist.train, TRAIN);
    check_images(&mnist.test, TEST);
    mnist_free(&mnist);
    size_t size = idx_rows(bytes, TEST);
    scratch_write(labels.text, bytes, size - 1);
    check_refused(folder->text, ERR_DAMAGED, "ends too early");
    idx_number(bytes + 8, 0);
    scratch_write(labels.text, bytes, size);
    check_refused(folder->text, ERR_FOREIGN, "0 numbers a label");
    idx_rows(bytes, TEST);
    idx_number(bytes + 12, 10);
    scratch_write(labels.text, bytes, size);
    check_refused(folder->text, ERR_DAMAGED, "label 1 is 10");
}

static void what_lies_in_the_folder_is_told(void **state)
{
    const Path *folder = *state;
    static const char *const NAME[] = {"a.txt", "b.png", "inner/c", "inner/d", "inner/.hidden"};
    check_refused(folder->text, ERR_MISSING, "there is nothing.");
    assert_int_equal(mkdir(scratch_path(folder, "inner").text, 0700), 0);
    for (int i = 0; i < 5; i++) {
        scratch_write(scratch_path(folder, NAME[i]).text, "x", 1);
    }
    check_refused(folder->text, ERR_MISSING, "there is a.txt, b.png, inner/c and 1 more.");
    check_refused(scratch_path(folder, "a.txt").text, ERR_FOREIGN, "no CSV file and no zip");
    check_refused(scratch_path(folder, "none.csv").text, ERR_MISSING, "no folder or file");
}

#define FOLDER_TEST(test) cmocka_unit_test_setup_teardown(test, make_folder, free_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        FOLDER_TEST(csv_is_loaded_as_a_folder_and_as_a_file),
        FOLDER_TEST(without_test_labels_every_seventh_image_is_the_tests),
        FOLDER_TEST(an_archive_is_loaded_where_it_lies),
        FOLDER_TEST(mirrored_images_are_turned),
        FOLDER_TEST(rows_of_labels_are_read),
        FOLDER_TEST(what_lies_in_the_folder_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
