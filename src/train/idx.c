/* IDX files of images and labels: read whole, held against what they say of themselves, listed. */
#include "train/idx.h"

#include <assert.h>
#include <stdlib.h>

#include "train/turn.h"
#include "train/unpack.h"

enum {
    SIDE = 28,
    COUNT_MAX = 1000000,
    TYPE_BYTE = 0x08, /* unsigned bytes */
    TYPE_INT = 0x0c,  /* whole numbers of four bytes */
    MAGIC_BYTES = 4,
    NUMBERS_MAX = 64, /* beside a label */
};

/* A file and what its header says. */
typedef struct Idx {
    const char *path;
    const char *things; /* "images", "labels" */
    uint8_t *file;      /* borrowed */
    size_t size;
    uint32_t count;
    uint8_t *contents; /* behind the header; borrowed from `file` */
    size_t step;       /* bytes from one thing to the next */
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

static bool check_count(Idx *in, Err *err)
{
    in->count = big_endian(in->file + MAGIC_BYTES);
    return (in->count >= 1 && in->count <= COUNT_MAX) ||
           err_set_code(err, ERR_FOREIGN, "%s says that it has %u %s, but 1 to %d make sense here.",
                        in->path, in->count, in->things, COUNT_MAX);
}

/* As many things as it says, `step` bytes each behind so many bytes of header, and no more. */
static bool check_size(Idx *in, size_t header, Err *err)
{
    size_t whole = header + in->count * in->step;
    if (!check_long_enough(in, whole, err)) {
        return false;
    }
    in->contents = in->file + header;
    return in->size == whole ||
           err_set_code(err, ERR_DAMAGED,
                        "%s has more bytes than its %u %s need: get the file again.", in->path,
                        in->count, in->things);
}

/* After the magic number comes the size of each dimension, the first of them the count. */
static bool read_header(Idx *in, uint8_t dimensions, Err *err)
{
    size_t header = MAGIC_BYTES + 4u * dimensions;
    static_assert(NET_INPUTS == SIDE * SIDE, "an image is what the network takes");
    if (!check_magic(in, dimensions, err) || !check_long_enough(in, header, err) ||
        !check_count(in, err)) {
        return false;
    }
    if (dimensions == 3 &&
        (big_endian(in->file + 8) != SIDE || big_endian(in->file + 12) != SIDE)) {
        return err_set_code(err, ERR_FOREIGN,
                            "%s has images of %ux%u pixels, but they must have %dx%d.", in->path,
                            big_endian(in->file + 12), big_endian(in->file + 8), SIDE, SIDE);
    }
    in->step = dimensions == 3 ? NET_INPUTS : 1;
    return check_size(in, header, err);
}

/* Whether the labels are rows of whole numbers, the first of a row the label. */
static bool has_rows(const Idx *in)
{
    enum { HEADER = MAGIC_BYTES + 8 };
    return in->size >= HEADER && in->file[0] == 0 && in->file[1] == 0 && in->file[2] == TYPE_INT &&
           in->file[3] == 2;
}

/* Of these the labels are drawn together at the front of the contents, where those of MNIST are. */
static bool read_rows(Idx *in, Err *err)
{
    uint32_t numbers = big_endian(in->file + MAGIC_BYTES + 4);
    if (!check_count(in, err)) {
        return false;
    }
    if (numbers < 1 || numbers > NUMBERS_MAX) {
        return err_set_code(err, ERR_FOREIGN,
                            "%s says that it has %u numbers a label, but 1 to %d "
                            "make sense here.",
                            in->path, numbers, NUMBERS_MAX);
    }
    in->step = 4u * numbers;
    if (!check_size(in, MAGIC_BYTES + 8, err)) {
        return false;
    }
    for (size_t i = 0; i < in->count; i++) {
        uint32_t label = big_endian(in->contents + i * in->step);
        in->contents[i] = label < NET_OUTPUTS ? (uint8_t)label : NET_OUTPUTS;
    }
    return true;
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

bool idx_parse(Dataset *data, const IdxFile *images_file, const IdxFile *labels_file, bool mirrored,
               Err *err)
{
    Idx images = {images_file->name, "images", images_file->bytes, .size = images_file->size};
    Idx labels = {labels_file->name, "labels", labels_file->bytes, .size = labels_file->size};
    *data = (Dataset){0};
    if (!read_header(&images, 3, err) ||
        !(has_rows(&labels) ? read_rows(&labels, err) : read_header(&labels, 1, err)) ||
        !check_labels(&labels, err)) {
        return false;
    }
    if (images.count != labels.count) {
        return err_set_code(err, ERR_DAMAGED, "%s has %u images, but %s has %u labels.",
                            images.path, images.count, labels.path, labels.count);
    }
    int count = (int)images.count;
    if (mirrored && turn_is_due(images.contents, labels.contents, count)) {
        turn_images(images.contents, count);
    }
    return dataset_make(data, count, images.contents, labels.contents, err);
}

bool idx_load(Dataset *data, const char *images_path, const char *labels_path, IdxSums *sums,
              Err *err)
{
    IdxSums read;
    IdxFile images = {.name = images_path}, labels = {.name = labels_path};
    *data = (Dataset){0};
    bool ok =
        unpack_file(images_path, IDX_FILE_BYTES, &images.bytes, &images.size, &read.images, err) &&
        unpack_file(labels_path, IDX_FILE_BYTES, &labels.bytes, &labels.size, &read.labels, err) &&
        idx_parse(data, &images, &labels, false, err);
    if (ok && sums) {
        *sums = read;
    }
    free(labels.bytes);
    free(images.bytes);
    return ok;
}
