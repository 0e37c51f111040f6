/* Files read whole, plain or gzip: libdeflate unpacks in one go, over twice as fast as zlib. */
#include "train/unpack.h"

#include <libdeflate.h>
#include <stdlib.h>

#include "base/file.h"

enum { GZIP_ID1 = 0x1F, GZIP_ID2 = 0x8B, GZIP_SIZE_BYTES = 4 };

static bool is_gzip(const uint8_t *file, size_t size)
{
    return size >= GZIP_SIZE_BYTES && file[0] == GZIP_ID1 && file[1] == GZIP_ID2;
}

/* How much a gzip file says that it unpacks to: its last four bytes, whatever they are. */
static size_t claimed_size(const uint8_t *file, size_t size)
{
    const uint8_t *claim = file + size - GZIP_SIZE_BYTES;
    return (size_t)claim[3] << 24 | (size_t)claim[2] << 16 | (size_t)claim[1] << 8 | claim[0];
}

/* A wrong claim takes no more memory than what the data really unpack to: the rest of the room is
 * never written to. */
static bool unpack(const char *path, size_t max, const uint8_t *file, size_t file_size,
                   uint8_t **data, size_t *size, Err *err)
{
    bool ok = false;
    size_t used = 0, claim = claimed_size(file, file_size);
    uint8_t *room = claim <= max ? malloc(claim + 1) : NULL;
    struct libdeflate_decompressor *inflater = libdeflate_alloc_decompressor();
    if (!inflater || (claim <= max && !room)) {
        err_set_code(err, ERR_NO_MEMORY, "%s cannot be read: there is not enough memory.", path);
        goto done;
    }
    /* Without a place for the size it fails unless that is the claim to the byte. */
    if (!room ||
        libdeflate_gzip_decompress_ex(inflater, file, file_size, room, claim, &used, NULL) !=
            LIBDEFLATE_SUCCESS ||
        used != file_size) {
        err_set_code(
            err, ERR_DAMAGED,
            "%s is damaged, cut short, or unpacks to more than %zu bytes: get the file again.",
            path, max);
        goto done;
    }
    room[claim] = 0;
    *data = room;
    *size = claim;
    room = NULL;
    ok = true;
done:
    libdeflate_free_decompressor(inflater);
    free(room);
    return ok;
}

bool unpack_file(const char *path, size_t max, uint8_t **data, size_t *size, Err *err)
{
    uint8_t *file;
    size_t file_size;
    *data = NULL;
    *size = 0;
    if (!file_read(path, max, &file, &file_size, err)) {
        return false;
    }
    if (!is_gzip(file, file_size)) {
        *data = file;
        *size = file_size;
        return true;
    }
    bool ok = unpack(path, max, file, file_size, data, size, err);
    free(file);
    return ok;
}
