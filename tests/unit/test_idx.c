/* IDX files, whole and damaged in every way: never a crash, always a sentence. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <sys/stat.h>

#include "base/file.h"
#include "scratch.h"
#include "train/idx.h"

enum { IMAGES = 12, FILE_MAX = IDX_IMAGES_HEADER + (IMAGES + 1) * IDX_IMAGE_BYTES };

/* A pair of files on the disk, and their bytes. */
typedef struct Pair {
    Path folder, images, labels;
    uint8_t image_bytes[FILE_MAX], label_bytes[FILE_MAX];
    size_t image_size, label_size;
} Pair;

static void write_pair(const Pair *pair)
{
    scratch_write(pair->images.text, pair->image_bytes, pair->image_size);
    scratch_write(pair->labels.text, pair->label_bytes, pair->label_size);
}

static int make_pair(void **state)
{
    Pair *pair = calloc(1, sizeof *pair);
    assert_non_null(pair);
    scratch_make(&pair->folder);
    pair->images = scratch_path(&pair->folder, "some-images");
    pair->labels = scratch_path(&pair->folder, "some-labels");
    pair->image_size = idx_images(pair->image_bytes, IMAGES);
    pair->label_size = idx_labels(pair->label_bytes, IMAGES);
    write_pair(pair);
    *state = pair;
    return 0;
}

static int free_pair(void **state)
{
    Pair *pair = *state;
    scratch_free(&pair->folder);
    free(pair);
    return 0;
}

/* What was read is what was written. */
static void check_contents(const Pair *pair, const Dataset *data)
{
    uint8_t level[NET_INPUTS];
    assert_int_equal(data->images, IMAGES);
    for (int i = 0; i < IMAGES; i++) {
        dataset_levels(data, i, level);
        assert_memory_equal(level, pair->image_bytes + IDX_IMAGES_HEADER + i * NET_INPUTS,
                            NET_INPUTS);
        assert_int_equal(data->label[i], i % 10);
    }
}

static void check_loads(const Pair *pair)
{
    Dataset data = {0};
    Err err = {0};
    if (!idx_load(&data, pair->images.text, pair->labels.text, NULL, &err)) {
        fail_msg("%s", err.text);
    }
    check_contents(pair, &data);
    dataset_free(&data);
}

/* Loading fails with a sentence that names the file and has `words` in it; the code is returned. */
static ErrCode check_fails(const Pair *pair, const Path *file, const char *words)
{
    Dataset data = {0};
    Err err = {0};
    assert_false(idx_load(&data, pair->images.text, pair->labels.text, NULL, &err));
    assert_int_equal(data.images, 0);
    assert_null(data.label);
    assert_null(data.cell);
    size_t length = strlen(err.text);
    if (!strstr(err.text, file->text) || !strstr(err.text, words) || err.text[length - 1] != '.') {
        fail_msg("\"%s\" does not say \"%s\" of %s", err.text, words, file->text);
    }
    return err.code;
}

static void plain_files_come_back_as_they_were_written(void **state)
{
    check_loads(*state);
}

static void packed_files_come_back_as_they_were_written(void **state)
{
    Pair *pair = *state;
    scratch_pack(pair->images.text, pair->image_bytes, pair->image_size);
    check_loads(pair); /* one packed, one not */
    scratch_pack(pair->labels.text, pair->label_bytes, pair->label_size);
    check_loads(pair);
}

static void a_missing_file_is_named(void **state)
{
    Pair *pair = *state;
    unlink(pair->labels.text);
    assert_int_equal(check_fails(pair, &pair->labels, "cannot be opened"), ERR_MISSING);
    unlink(pair->images.text);
    assert_int_equal(check_fails(pair, &pair->images, "cannot be opened"), ERR_MISSING);
}

static void a_folder_or_a_pipe_is_not_a_file(void **state)
{
    Pair *pair = *state;
    unlink(pair->labels.text);
    assert_int_equal(mkfifo(pair->labels.text, 0600), 0);
    assert_int_equal(check_fails(pair, &pair->labels, "is not a file"), ERR_FOREIGN);
    unlink(pair->images.text);
    assert_int_equal(mkdir(pair->images.text, 0700), 0);
    assert_int_equal(check_fails(pair, &pair->images, "is not a file"), ERR_FOREIGN);
}

static void an_empty_file_ends_too_early(void **state)
{
    Pair *pair = *state;
    scratch_write(pair->labels.text, "", 0);
    assert_int_equal(check_fails(pair, &pair->labels, "ends too early"), ERR_DAMAGED);
}

static void other_kinds_of_file_are_refused(void **state)
{
    Pair *pair = *state;
    const char picture[] = "P5 28 28 255 and so on, and so on";
    scratch_write(pair->images.text, picture, sizeof picture);
    assert_int_equal(check_fails(pair, &pair->images, "begins with 50352032"), ERR_FOREIGN);
    pair->image_bytes[2] = 0x0D; /* floats */
    write_pair(pair);
    assert_int_equal(check_fails(pair, &pair->images, "begins with 00000d03"), ERR_FOREIGN);
}

static void swapped_files_are_refused(void **state)
{
    Pair *pair = *state;
    Path images = pair->images;
    pair->images = pair->labels;
    pair->labels = images;
    assert_int_equal(check_fails(pair, &pair->images, "has 1 dimensions, but images have 3"),
                     ERR_FOREIGN);
    pair->images = images;
    assert_int_equal(check_fails(pair, &pair->labels, "has 3 dimensions, but labels have 1"),
                     ERR_FOREIGN);
}

static void other_sizes_than_28x28_are_refused(void **state)
{
    Pair *pair = *state;
    idx_number(pair->image_bytes + 12, 32);
    write_pair(pair);
    assert_int_equal(check_fails(pair, &pair->images, "32x28 pixels"), ERR_FOREIGN);
    idx_number(pair->image_bytes + 8, 14); /* the same number of cells */
    idx_number(pair->image_bytes + 12, 56);
    write_pair(pair);
    assert_int_equal(check_fails(pair, &pair->images, "56x14 pixels"), ERR_FOREIGN);
    idx_number(pair->image_bytes + 8, UINT32_MAX);
    idx_number(pair->image_bytes + 12, UINT32_MAX);
    write_pair(pair);
    assert_int_equal(check_fails(pair, &pair->images, "4294967295x4294967295 pixels"), ERR_FOREIGN);
}

static void absurd_counts_are_refused(void **state)
{
    static const uint32_t counts[] = {0, 1000001, 0x7FFFFFFF, 0x80000000, UINT32_MAX};
    Pair *pair = *state;
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        idx_number(pair->image_bytes + 4, counts[i]);
        idx_number(pair->label_bytes + 4, counts[i]);
        write_pair(pair);
        assert_int_equal(check_fails(pair, &pair->images, "1 to 1000000 make sense"), ERR_FOREIGN);
    }
    idx_number(pair->image_bytes + 4, IMAGES);
    write_pair(pair);
    assert_int_equal(check_fails(pair, &pair->labels, "1 to 1000000 make sense"), ERR_FOREIGN);
}

static void different_counts_are_refused(void **state)
{
    Pair *pair = *state;
    pair->label_size = idx_labels(pair->label_bytes, IMAGES + 1);
    write_pair(pair);
    assert_int_equal(check_fails(pair, &pair->images, "has 12 images"), ERR_DAMAGED);
    assert_int_equal(check_fails(pair, &pair->labels, "has 13 labels"), ERR_DAMAGED);
}

static void a_count_beyond_the_contents_ends_too_early(void **state)
{
    Pair *pair = *state;
    idx_number(pair->image_bytes + 4, 1000000);
    idx_number(pair->label_bytes + 4, 1000000);
    write_pair(pair);
    assert_int_equal(check_fails(pair, &pair->images, "ends too early"), ERR_DAMAGED);
}

static void surplus_bytes_are_refused(void **state)
{
    Pair *pair = *state;
    pair->label_size++;
    write_pair(pair);
    assert_int_equal(check_fails(pair, &pair->labels, "more bytes than its 12 labels need"),
                     ERR_DAMAGED);
    pair->image_size += IDX_IMAGE_BYTES;
    write_pair(pair);
    assert_int_equal(check_fails(pair, &pair->images, "more bytes than its 12 images need"),
                     ERR_DAMAGED);
    scratch_pack(pair->images.text, pair->image_bytes, pair->image_size);
    assert_int_equal(check_fails(pair, &pair->images, "more bytes than its 12 images need"),
                     ERR_DAMAGED);
}

static void labels_above_9_are_refused(void **state)
{
    Pair *pair = *state;
    pair->label_bytes[IDX_LABELS_HEADER + 4] = 10;
    write_pair(pair);
    assert_int_equal(check_fails(pair, &pair->labels, "label 5 is 10"), ERR_DAMAGED);
    pair->label_bytes[IDX_LABELS_HEADER + 4] = 255;
    write_pair(pair);
    assert_int_equal(check_fails(pair, &pair->labels, "label 5 is 255"), ERR_DAMAGED);
}

/* Cut at every byte of the beginning and the end, and at every 100th between. */
static void check_cuts(const Pair *pair, const Path *file)
{
    uint8_t *whole;
    size_t size;
    Err err;
    assert_true(file_read(file->text, 1 << 20, &whole, &size, &err));
    for (size_t cut = 0; cut < size; cut++) {
        if (cut < 40 || cut + 40 > size || cut % 100 == 0) {
            scratch_write(file->text, whole, cut);
            check_fails(pair, file, "");
        }
    }
    scratch_write(file->text, whole, size);
    free(whole);
    check_loads(pair);
}

static void cut_files_are_refused(void **state)
{
    Pair *pair = *state;
    check_cuts(pair, &pair->images);
    check_cuts(pair, &pair->labels);
    scratch_pack(pair->images.text, pair->image_bytes, pair->image_size);
    scratch_pack(pair->labels.text, pair->label_bytes, pair->label_size);
    check_cuts(pair, &pair->images);
    check_cuts(pair, &pair->labels);
}

/* A gzip file has a checksum: with any bit flipped it is refused, or is none the worse for it
 * (the time in its header, say). */
static void flipped_bits_of_a_packed_file_never_change_the_images(void **state)
{
    Pair *pair = *state;
    uint8_t *whole;
    size_t size;
    int refused = 0;
    Err err;
    scratch_pack(pair->images.text, pair->image_bytes, pair->image_size);
    assert_true(file_read(pair->images.text, 1 << 20, &whole, &size, &err));
    for (size_t i = 0; i < size; i++) {
        Dataset data = {0};
        uint8_t flip = (uint8_t)(1 << (i % 8));
        whole[i] ^= flip;
        scratch_write(pair->images.text, whole, size);
        whole[i] ^= flip;
        if (idx_load(&data, pair->images.text, pair->labels.text, NULL, &err)) {
            check_contents(pair, &data);
        } else {
            assert_non_null(strstr(err.text, pair->images.text));
            refused++;
        }
        dataset_free(&data);
    }
    assert_true(refused > (int)size * 9 / 10);
    free(whole);
}

static void flipped_bits_of_a_plain_header_are_refused(void **state)
{
    Pair *pair = *state;
    for (int i = 0; i < IDX_IMAGES_HEADER; i++) {
        for (int bit = 0; bit < 8; bit++) {
            pair->image_bytes[i] ^= (uint8_t)(1 << bit);
            write_pair(pair);
            pair->image_bytes[i] ^= (uint8_t)(1 << bit);
            check_fails(pair, &pair->images, "");
        }
    }
    for (int i = 0; i < IDX_LABELS_HEADER; i++) {
        for (int bit = 0; bit < 8; bit++) {
            pair->label_bytes[i] ^= (uint8_t)(1 << bit);
            write_pair(pair);
            pair->label_bytes[i] ^= (uint8_t)(1 << bit);
            check_fails(pair, &pair->labels, "");
        }
    }
}

#define PAIR_TEST(test) cmocka_unit_test_setup_teardown(test, make_pair, free_pair)

int main(void)
{
    const struct CMUnitTest tests[] = {
        PAIR_TEST(plain_files_come_back_as_they_were_written),
        PAIR_TEST(packed_files_come_back_as_they_were_written),
        PAIR_TEST(a_missing_file_is_named),
        PAIR_TEST(a_folder_or_a_pipe_is_not_a_file),
        PAIR_TEST(an_empty_file_ends_too_early),
        PAIR_TEST(other_kinds_of_file_are_refused),
        PAIR_TEST(swapped_files_are_refused),
        PAIR_TEST(other_sizes_than_28x28_are_refused),
        PAIR_TEST(absurd_counts_are_refused),
        PAIR_TEST(different_counts_are_refused),
        PAIR_TEST(a_count_beyond_the_contents_ends_too_early),
        PAIR_TEST(surplus_bytes_are_refused),
        PAIR_TEST(labels_above_9_are_refused),
        PAIR_TEST(cut_files_are_refused),
        PAIR_TEST(flipped_bits_of_a_packed_file_never_change_the_images),
        PAIR_TEST(flipped_bits_of_a_plain_header_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
