/* A folder for the files of a test, and small IDX files to put there. Included after cmocka.h. */
#ifndef UNIT_SCRATCH_H
#define UNIT_SCRATCH_H

#include <libdeflate.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/path.h"
#include "base/sys_file.h"

enum { IDX_IMAGE_BYTES = 784, IDX_IMAGES_HEADER = 16, IDX_LABELS_HEADER = 8 };

/** A new empty folder. */
static inline void scratch_make(Path *folder)
{
    const char *base = getenv("TMPDIR");
    assert_true(path_join(folder, base && *base ? base : "/tmp", "inkling-test-XXXXXX"));
    assert_non_null(mkdtemp(folder->text));
}

/** Remove the folder and all that is in it. */
static inline void scratch_free(Path *folder)
{
    SysFolder *names = sys_folder_open(folder->text);
    for (const char *name; names && (name = sys_folder_next(names));) {
        Path path;
        if (strcmp(name, ".") != 0 && strcmp(name, "..") != 0) {
            assert_true(path_join(&path, folder->text, name));
            if (!sys_remove(path.text)) { /* a folder, and no link to one */
                scratch_free(&path);
            }
        }
    }
    sys_folder_close(names);
    sys_remove_folder(folder->text);
}

/** `name` in the folder. */
static inline Path scratch_path(const Path *folder, const char *name)
{
    Path path;
    assert_true(path_join(&path, folder->text, name));
    return path;
}

static inline void scratch_write(const char *path, const void *data, size_t size)
{
    unlink(path); /* a file system may write one to the disk at once that replaces another */
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(data, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}

/** Write `data` as a gzip file. */
static inline void scratch_pack(const char *path, const void *data, size_t size)
{
    struct libdeflate_compressor *packer = libdeflate_alloc_compressor(1);
    size_t room = libdeflate_gzip_compress_bound(packer, size);
    void *packed = malloc(room);
    assert_non_null(packed);
    scratch_write(path, packed, libdeflate_gzip_compress(packer, data, size, packed, room));
    free(packed);
    libdeflate_free_compressor(packer);
}

static inline void idx_number(uint8_t *at, uint32_t number)
{
    for (int i = 0; i < 4; i++) {
        at[i] = (uint8_t)(number >> (24 - 8 * i));
    }
}

/** A file of `count` images into `bytes`: image i has (i + 1) * 10 inked cells. Returns its size.
 */
static inline size_t idx_images(uint8_t *bytes, int count)
{
    size_t size = IDX_IMAGES_HEADER + (size_t)count * IDX_IMAGE_BYTES;
    memset(bytes, 0, size);
    idx_number(bytes, 0x00000803);
    idx_number(bytes + 4, (uint32_t)count);
    idx_number(bytes + 8, 28);
    idx_number(bytes + 12, 28);
    for (int i = 0; i < count; i++) {
        uint8_t *level = bytes + IDX_IMAGES_HEADER + i * IDX_IMAGE_BYTES;
        for (int k = 0; k < (i + 1) * 10; k++) {
            level[(k * 31 + i) % IDX_IMAGE_BYTES] = (uint8_t)(255 - (k + i) % 250);
        }
    }
    return size;
}

/** A file of `count` labels 0, 1, ... 9, 0, ... into `bytes`. Returns its size. */
static inline size_t idx_labels(uint8_t *bytes, int count)
{
    idx_number(bytes, 0x00000801);
    idx_number(bytes + 4, (uint32_t)count);
    for (int i = 0; i < count; i++) {
        bytes[IDX_LABELS_HEADER + i] = (uint8_t)(i % 10);
    }
    return IDX_LABELS_HEADER + (size_t)count;
}

/** The four files of a small MNIST, packed, under the names of mnist_files(): `train` and `test`
 * images, 20 at most. */
static inline void scratch_mnist(const Path *folder, int train, int test)
{
    enum { MAX = 20 };
    static const char *const images[] = {"train-images-idx3-ubyte.gz", "t10k-images-idx3-ubyte.gz"};
    static const char *const labels[] = {"train-labels-idx1-ubyte.gz", "t10k-labels-idx1-ubyte.gz"};
    uint8_t bytes[IDX_IMAGES_HEADER + MAX * IDX_IMAGE_BYTES];
    assert_true(train <= MAX && test <= MAX);
    for (int i = 0; i < 2; i++) {
        int count = i == 0 ? train : test;
        size_t size = idx_images(bytes, count);
        scratch_pack(scratch_path(folder, images[i]).text, bytes, size);
        size = idx_labels(bytes, count);
        scratch_pack(scratch_path(folder, labels[i]).text, bytes, size);
    }
}

#endif
