/* IDX files of images and labels, read image by image; zlib reads plain and gzip files alike. */
#include "train/idx.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

enum {
    SIDE = 28,
    COUNT_MAX = 1000000,
    BLOCK_BYTES = 1 << 17, /* read from the disk at a time */
    TYPE_BYTE = 0x08,      /* unsigned bytes */
    HEADER_MAX = 16,
};

/* A file being read. */
typedef struct Idx {
    const char *path;
    const char *things; /* "images", "labels" */
    gzFile file;
    uint32_t count;
} Idx;

/* Why gzread() gave fewer bytes than asked for. */
static bool fail_short(const Idx *in, Err *err)
{
    int code = Z_OK;
    gzerror(in->file, &code);
    switch (code) {
    case Z_ERRNO:
        return err_set(err, "%s cannot be read: %s.", in->path, strerror(errno));
    case Z_MEM_ERROR:
        return err_set(err, "%s cannot be read: there is not enough memory.", in->path);
    case Z_OK:
    case Z_STREAM_END:
    case Z_BUF_ERROR:
        return err_set(err, "%s ends too early: get the file again.", in->path);
    default:
        return err_set(err, "%s is damaged, its gzip data is wrong: get the file again.", in->path);
    }
}

static bool take(const Idx *in, uint8_t *to, unsigned size, Err *err)
{
    return gzread(in->file, to, size) == (int)size || fail_short(in, err);
}

/* Also has zlib check the sum at the end of a gzip file. */
static bool check_end(const Idx *in, Err *err)
{
    uint8_t surplus;
    int code = Z_OK, got = gzread(in->file, &surplus, 1);
    if (got > 0) {
        return err_set(err, "%s has more bytes than its %u %s need: get the file again.", in->path,
                       in->count, in->things);
    }
    gzerror(in->file, &code);
    return (got == 0 && (code == Z_OK || code == Z_STREAM_END)) || fail_short(in, err);
}

static bool open_file(Idx *in, Err *err)
{
    struct stat info;
    int fd = open(in->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK); /* a pipe would block */
    if (fd < 0 || fstat(fd, &info) != 0) {
        err_set(err, "%s cannot be opened: %s.", in->path, strerror(errno));
        goto fail;
    }
    if (!S_ISREG(info.st_mode)) {
        err_set(err, "%s is not a file.", in->path);
        goto fail;
    }
    in->file = gzdopen(fd, "rb");
    if (!in->file) {
        err_set(err, "%s cannot be read: there is not enough memory.", in->path);
        goto fail;
    }
    gzbuffer(in->file, BLOCK_BYTES);
    return true;
fail:
    if (fd >= 0) {
        close(fd);
    }
    return false;
}

static uint32_t big_endian(const uint8_t *bytes)
{
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

/* The magic number 00 00 08 and the number of dimensions, then the size of each. */
static bool read_header(Idx *in, uint8_t dimensions, Err *err)
{
    uint8_t header[HEADER_MAX];
    if (!take(in, header, 4, err)) {
        return false;
    }
    if (header[0] != 0 || header[1] != 0 || header[2] != TYPE_BYTE) {
        return err_set(err, "%s is not an IDX file of bytes: it begins with %08x.", in->path,
                       big_endian(header));
    }
    if (header[3] != dimensions) {
        return err_set(err, "%s has %d dimensions, but %s have %d.", in->path, header[3],
                       in->things, dimensions);
    }
    if (!take(in, header + 4, 4u * dimensions, err)) {
        return false;
    }
    in->count = big_endian(header + 4);
    if (in->count < 1 || in->count > COUNT_MAX) {
        return err_set(err, "%s says that it has %u %s, but 1 to %d make sense here.", in->path,
                       in->count, in->things, COUNT_MAX);
    }
    if (dimensions == 3 && (big_endian(header + 8) != SIDE || big_endian(header + 12) != SIDE)) {
        return err_set(err, "%s has images of %ux%u pixels, but they must have %dx%d.", in->path,
                       big_endian(header + 12), big_endian(header + 8), SIDE, SIDE);
    }
    return true;
}

static bool read_image(Dataset *data, const Idx *images, const Idx *labels, Err *err)
{
    uint8_t level[NET_INPUTS], label;
    static_assert(NET_INPUTS == SIDE * SIDE, "an image is what the network takes");
    if (!take(images, level, NET_INPUTS, err) || !take(labels, &label, 1, err)) {
        return false;
    }
    if (label >= NET_OUTPUTS) {
        return err_set(err, "%s is damaged, label %d is %d but must be 0 to 9: get the file again.",
                       labels->path, data->images + 1, label);
    }
    return dataset_add(data, level, label, err);
}

bool idx_load(Dataset *data, const char *images_path, const char *labels_path, Err *err)
{
    Idx images = {.path = images_path, .things = "images"};
    Idx labels = {.path = labels_path, .things = "labels"};
    bool ok = false;
    assert(data->images == 0 && !data->label);
    if (!open_file(&images, err) || !open_file(&labels, err) || !read_header(&images, 3, err) ||
        !read_header(&labels, 1, err)) {
        goto done;
    }
    if (images.count != labels.count) {
        err_set(err, "%s has %u images, but %s has %u labels.", images_path, images.count,
                labels_path, labels.count);
        goto done;
    }
    for (uint32_t i = 0; i < images.count; i++) {
        if (!read_image(data, &images, &labels, err)) {
            goto done;
        }
    }
    ok = check_end(&images, err) && check_end(&labels, err);
done:
    if (!ok) {
        dataset_free(data);
    }
    gzclose(labels.file);
    gzclose(images.file);
    return ok;
}
