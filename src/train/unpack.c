/* Files read whole, plain or gzip: libdeflate unpacks in one go, over twice as fast as zlib. */
#include "train/unpack.h"

#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/sys.h"

/* A member of gzip ends with the CRC-32 of what it unpacks to, and the size of it. */
enum { GZIP_ID1 = 0x1F, GZIP_ID2 = 0x8B, GZIP_SIZE_BYTES = 4, ROOM_LEAST = 1 << 16 };

/* A file being unpacked: `room` has `used` bytes of it. */
typedef struct Unpacking {
    struct libdeflate_decompressor *inflater;
    const uint8_t *at, *end; /* what is left of the file */
    uint8_t *room;
    size_t used, size;
} Unpacking;

static bool is_gzip(const uint8_t *file, size_t size)
{
    return size >= GZIP_SIZE_BYTES && file[0] == GZIP_ID1 && file[1] == GZIP_ID2;
}

static uint32_t little_endian(const uint8_t *bytes)
{
    return (uint32_t)bytes[3] << 24 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[1] << 8 | bytes[0];
}

/* The usual file: one member, whose claim of its size is the room. A wrong claim takes no more
 * memory than what the data really unpack to: the rest of the room is never written to. */
static bool unpack_one(Unpacking *in, size_t max, bool *no_memory)
{
    size_t used = 0, claim = little_endian(in->end - GZIP_SIZE_BYTES);
    in->room = claim <= max ? sys_alloc_large(claim + 1) : NULL;
    *no_memory = claim <= max && !in->room;
    /* Without a place for the size it fails unless that is the claim to the byte. */
    if (!in->room ||
        libdeflate_gzip_decompress_ex(in->inflater, in->at, (size_t)(in->end - in->at), in->room,
                                      claim, &used, NULL) != LIBDEFLATE_SUCCESS ||
        in->at + used != in->end) {
        return false;
    }
    in->used = claim;
    return true;
}

/* A larger room with what is there, up to one byte more than max; false where there is none. */
static bool make_room(Unpacking *in, size_t max, bool *no_memory)
{
    size_t size = in->size < ROOM_LEAST ? ROOM_LEAST : 4 * in->size;
    size = size > max + 1 ? max + 1 : size;
    uint8_t *room = size > in->size ? sys_alloc_large(size) : NULL;
    *no_memory = size > in->size && !room;
    if (room) {
        if (in->used > 0) {
            memcpy(room, in->room, in->used);
        }
        free(in->room);
        in->room = room;
        in->size = size;
    }
    return room != NULL;
}

/* Whether all that is left is zeros, as tapes and disks pad files with. */
static bool is_padding(const Unpacking *in)
{
    const uint8_t *at = in->at;
    while (at < in->end && *at == 0) {
        at++;
    }
    return at == in->end;
}

/* Members one behind the other, which say nothing of the whole: the room grows with them. */
static bool unpack_members(Unpacking *in, size_t max, bool *no_memory)
{
    if (!make_room(in, max, no_memory)) {
        return false;
    }
    do {
        size_t read = 0, written = 0;
        enum libdeflate_result result = libdeflate_gzip_decompress_ex(
            in->inflater, in->at, (size_t)(in->end - in->at), in->room + in->used,
            in->size - in->used - 1, &read, &written);
        if (result == LIBDEFLATE_INSUFFICIENT_SPACE && make_room(in, max, no_memory)) {
            continue;
        }
        if (result != LIBDEFLATE_SUCCESS) {
            return false;
        }
        in->used += written;
        in->at += read;
    } while (!is_padding(in));
    return true;
}

static bool unpack(const char *name, size_t max, Unpacking *in, Err *err)
{
    bool no_memory = false;
    in->inflater = libdeflate_alloc_decompressor();
    bool ok = in->inflater && unpack_one(in, max, &no_memory);
    if (in->inflater && !ok && !no_memory) {
        free(in->room);
        in->room = NULL;
        ok = unpack_members(in, max, &no_memory);
    }
    if (!in->inflater || no_memory) {
        err_set_code(err, ERR_NO_MEMORY, "%s cannot be read: there is not enough memory.", name);
    } else if (!ok) {
        err_set_code(
            err, ERR_DAMAGED,
            "%s is damaged, cut short, or unpacks to more than %zu bytes: get the file again.",
            name, max);
    } else {
        in->room[in->used] = 0;
    }
    libdeflate_free_decompressor(in->inflater);
    return ok;
}

bool unpack_bytes(const char *name, size_t max, uint8_t *bytes, size_t bytes_size, uint8_t **data,
                  size_t *size, uint32_t *crc, Err *err)
{
    Unpacking in = {.at = bytes, .end = bytes + bytes_size, .room = bytes, .used = bytes_size};
    *data = NULL;
    *size = 0;
    if (is_gzip(bytes, bytes_size)) {
        in.room = NULL;
        in.used = 0;
        bool ok = unpack(name, max, &in, err);
        free(bytes);
        if (!ok) {
            free(in.room);
            return false;
        }
    }
    if (crc) {
        *crc = libdeflate_crc32(0, in.room, in.used);
    }
    *data = in.room;
    *size = in.used;
    return true;
}

bool unpack_file(const char *path, size_t max, uint8_t **data, size_t *size, uint32_t *crc,
                 Err *err)
{
    uint8_t *file;
    size_t file_size;
    *data = NULL;
    *size = 0;
    return file_read(path, max, &file, &file_size, err) &&
           unpack_bytes(path, max, file, file_size, data, size, crc, err);
}
