/* Files read whole, plain or gzip: libdeflate unpacks in one go, over twice as fast as zlib. */
#include "train/unpack.h"

#include <libdeflate.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/large.h"

/* A gzip file ends with the CRC-32 of what it unpacks to, and the size of it. */
enum { GZIP_ID1 = 0x1F, GZIP_ID2 = 0x8B, GZIP_SIZE_BYTES = 4, GZIP_END_BYTES = 8 };

static bool is_gzip(const uint8_t *file, size_t size)
{
    return size >= GZIP_SIZE_BYTES && file[0] == GZIP_ID1 && file[1] == GZIP_ID2;
}

static uint32_t little_endian(const uint8_t *bytes)
{
    return (uint32_t)bytes[3] << 24 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[1] << 8 | bytes[0];
}

/* A wrong claim takes no more memory than what the data really unpack to: the rest of the room is
 * never written to. */
static bool unpack(const char *path, size_t max, const uint8_t *file, size_t file_size,
                   uint8_t **data, size_t *size, Err *err)
{
    bool ok = false;
    size_t used = 0, claim = little_endian(file + file_size - GZIP_SIZE_BYTES);
    uint8_t *room = claim <= max ? large_alloc(claim + 1) : NULL;
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

bool unpack_file(const char *path, size_t max, uint8_t **data, size_t *size, uint32_t *crc,
                 Err *err)
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
        if (crc) {
            *crc = libdeflate_crc32(0, file, file_size);
        }
        return true;
    }
    bool ok = unpack(path, max, file, file_size, data, size, err);
    if (ok && crc) { /* which the contents have been held against */
        *crc = little_endian(file + file_size - GZIP_END_BYTES);
    }
    free(file);
    return ok;
}
