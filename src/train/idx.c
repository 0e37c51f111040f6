/* IDX files of images and labels: read whole, held against what they say of themselves, listed. */
#include "train/idx.h"

#include <assert.h>
#include <stdlib.h>

#include "train/unpack.h"

enum {
    SIDE = 28,
    COUNT_MAX = 1000000,
    TYPE_BYTE = 0x08, /* unsigned bytes */
    MAGIC_BYTES = 4,
    HEADER_MAX = 16,
    FILE_MAX = HEADER_MAX + COUNT_MAX * NET_INPUTS,
};

/* A file and what its header says. */
typedef struct Idx {
    const char *path;
    const char *things; /* "images", "labels" */
    uint8_t *file;
    size_t size;
    uint32_t crc; /* of the contents, unpacked */
    uint32_t count;
    const uint8_t *contents; /* behind the header; borrowed from `file` */
} Idx;

static uint32_t big_endian(const uint8_t *bytes)
{
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static bool check_long_enough(const Idx *in, size_t size, Err *err)
{
    return in->size >= size ||
           err_set_code(err, ERR_DAMAGED, "%s ends too early: get the file again.", in->path);
}

/* The magic number: 00 00 08 and how many dimensions there are. */
static bool check_magic(const Idx *in, uint8_t dimensions, Err *err)
{
    if (!check_long_enough(in, MAGIC_BYTES, err)) {
        return false;
    }
    if (in->file[0] != 0 || in->file[1] != 0 || in->file[2] != TYPE_BYTE) {
        return err_set_code(err, ERR_FOREIGN,
                            "%s is not an IDX file of bytes: it begins with %08x.", in->path,
                            big_endian(in->file));
    }
    return in->file[3] == dimensions ||
           err_set_code(err, ERR_FOREIGN, "%s has %d dimensions, but %s have %d.", in->path,
                        in->file[3], in->things, dimensions);
}

/* After the magic number comes the size of each dimension, the first of them the count. */
static bool read_header(Idx *in, uint8_t dimensions, Err *err)
{
    size_t header = MAGIC_BYTES + 4u * dimensions, thing = dimensions == 3 ? NET_INPUTS : 1;
    static_assert(NET_INPUTS == SIDE * SIDE, "an image is what the network takes");
    if (!check_magic(in, dimensions, err) || !check_long_enough(in, header, err)) {
        return false;
    }
    in->count = big_endian(in->file + 4);
    if (in->count < 1 || in->count > COUNT_MAX) {
        return err_set_code(err, ERR_FOREIGN,
                            "%s says that it has %u %s, but 1 to %d make sense here.", in->path,
                            in->count, in->things, COUNT_MAX);
    }
    if (dimensions == 3 &&
        (big_endian(in->file + 8) != SIDE || big_endian(in->file + 12) != SIDE)) {
        return err_set_code(err, ERR_FOREIGN,
                            "%s has images of %ux%u pixels, but they must have %dx%d.", in->path,
                            big_endian(in->file + 12), big_endian(in->file + 8), SIDE, SIDE);
    }
    if (!check_long_enough(in, header + in->count * thing, err)) {
        return false;
    }
    if (in->size > header + in->count * thing) {
        return err_set_code(err, ERR_DAMAGED,
                            "%s has more bytes than its %u %s need: get the file again.", in->path,
                            in->count, in->things);
    }
    in->contents = in->file + header;
    return true;
}

static bool read_file(Idx *in, uint8_t dimensions, Err *err)
{
    return unpack_file(in->path, FILE_MAX, &in->file, &in->size, &in->crc, err) &&
           read_header(in, dimensions, err);
}

static bool check_labels(const Idx *labels, Err *err)
{
    for (uint32_t i = 0; i < labels->count; i++) {
        if (labels->contents[i] >= NET_OUTPUTS) {
            return err_set_code(
                err, ERR_DAMAGED,
                "%s is damaged, label %u is %d but must be 0 to 9: get the file again.",
                labels->path, i + 1, labels->contents[i]);
        }
    }
    return true;
}

bool idx_load(Dataset *data, const char *images_path, const char *labels_path, IdxSums *sums,
              Err *err)
{
    Idx images = {.path = images_path, .things = "images"};
    Idx labels = {.path = labels_path, .things = "labels"};
    bool ok = false;
    *data = (Dataset){0};
    if (!read_file(&images, 3, err) || !read_file(&labels, 1, err) || !check_labels(&labels, err)) {
        goto done;
    }
    if (images.count != labels.count) {
        err_set_code(err, ERR_DAMAGED, "%s has %u images, but %s has %u labels.", images_path,
                     images.count, labels_path, labels.count);
        goto done;
    }
    if (sums) {
        *sums = (IdxSums){images.crc, labels.crc};
    }
    ok = dataset_make(data, (int)images.count, images.contents, labels.contents, err);
done:
    free(labels.file);
    free(images.file);
    return ok;
}
