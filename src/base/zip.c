/* Zip archives in memory. */
#include "base/zip.h"

#include <libdeflate.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/sys.h"

/* The records, by their signatures, and the bytes of each before its name. */
enum {
    LOCAL = 0x04034b50,
    LISTED = 0x02014b50,
    END = 0x06054b50,
    LOCAL_BYTES = 30,
    LISTED_BYTES = 46,
    END_BYTES = 22,
    COMMENT_MAX = 65535,
};

enum { STORED = 0, DEFLATED = 8, ENCRYPTED = 1, VERSION = 20, FIRST_OF_1980 = 33 };

/* What fields have where the value stands in a record of zip64. */
static const uint32_t ELSEWHERE = UINT32_MAX;

static uint32_t get16(const uint8_t *at)
{
    return (uint32_t)at[1] << 8 | at[0];
}

static uint32_t get32(const uint8_t *at)
{
    return get16(at + 2) << 16 | get16(at);
}

bool zip_is(const uint8_t *bytes, size_t size)
{
    return size >= END_BYTES && (get32(bytes) == LOCAL || get32(bytes) == END);
}

/* The record at the end, behind which there may be a comment; NULL for none. */
static const uint8_t *find_end(const uint8_t *bytes, size_t size)
{
    for (size_t comment = 0; comment <= COMMENT_MAX && comment + END_BYTES <= size; comment++) {
        const uint8_t *end = bytes + size - comment - END_BYTES;
        if (get32(end) == END && get16(end + 20) == comment) {
            return end;
        }
    }
    return NULL;
}

static bool refuse(const Zip *zip, Err *err)
{
    return err_set_code(err, ERR_DAMAGED, "%s is damaged or cut short: get the file again.",
                        zip->name);
}

static bool refuse_zip64(const Zip *zip, Err *err)
{
    return err_set_code(err, ERR_FOREIGN,
                        "%s is a zip64 archive, which Inkling does not read: unpack it first.",
                        zip->name);
}

/* The entry at zip->at; NULL where it does not fit. Moves on. */
static const uint8_t *take_listed(Zip *zip)
{
    const uint8_t *listed = zip->bytes + zip->at;
    if (zip->list_end - zip->at < LISTED_BYTES || get32(listed) != LISTED) {
        return NULL;
    }
    size_t length = LISTED_BYTES + get16(listed + 28) + get16(listed + 30) + get16(listed + 32);
    if (length > zip->list_end - zip->at) {
        return NULL;
    }
    zip->at += length;
    return listed;
}

/* All entries of the directory fit in it, and none is of zip64. */
static bool check_list(Zip *zip, Err *err)
{
    while (zip->at < zip->list_end) {
        const uint8_t *listed = take_listed(zip);
        if (!listed) {
            return refuse(zip, err);
        }
        if (get32(listed + 20) == ELSEWHERE || get32(listed + 24) == ELSEWHERE ||
            get32(listed + 42) == ELSEWHERE) {
            return refuse_zip64(zip, err);
        }
    }
    zip->at = zip->list;
    return true;
}

bool zip_open(Zip *zip, const uint8_t *bytes, size_t size, const char *name, Err *err)
{
    *zip = (Zip){.name = name, .bytes = bytes, .size = size};
    const uint8_t *end = find_end(bytes, size);
    if (!end) {
        return refuse(zip, err);
    }
    if (get32(end + 16) == ELSEWHERE || get16(end + 10) == UINT16_MAX) {
        return refuse_zip64(zip, err);
    }
    if (get16(end + 4) != 0 || get16(end + 6) != 0) {
        return err_set_code(err, ERR_FOREIGN,
                            "%s is a part of a zip archive of several: unpack it first.", name);
    }
    size_t length = get32(end + 12), before = (size_t)(end - bytes);
    zip->list = zip->at = get32(end + 16);
    if (zip->list > before || length > before - zip->list) {
        return refuse(zip, err);
    }
    zip->list_end = zip->list + length;
    return check_list(zip, err);
}

bool zip_next(Zip *zip, ZipEntry *entry)
{
    while (zip->at < zip->list_end) {
        const uint8_t *listed = take_listed(zip);
        if (!listed) {
            return false;
        }
        int length = (int)get16(listed + 28);
        snprintf(entry->name, sizeof entry->name, "%.*s", length,
                 (const char *)listed + LISTED_BYTES);
        entry->flags = (int)get16(listed + 8);
        entry->method = (int)get16(listed + 10);
        entry->crc = get32(listed + 16);
        entry->packed = get32(listed + 20);
        entry->size = get32(listed + 24);
        entry->header = get32(listed + 42);
        if (length > 0 && listed[LISTED_BYTES + length - 1] != '/') {
            return true;
        }
    }
    return false;
}

/* Where the data of an entry lie; NULL where they do not. */
static const uint8_t *data_of(const Zip *zip, const ZipEntry *entry)
{
    const uint8_t *local = zip->bytes + entry->header;
    if (entry->header > zip->list || zip->list - entry->header < LOCAL_BYTES ||
        get32(local) != LOCAL) {
        return NULL;
    }
    size_t begin = LOCAL_BYTES + get16(local + 26) + get16(local + 28);
    size_t room = zip->list - entry->header;
    return begin <= room && entry->packed <= room - begin ? local + begin : NULL;
}

static bool inflate(const ZipEntry *entry, const uint8_t *from, uint8_t *to)
{
    if (entry->method == STORED) {
        bool whole = entry->packed == entry->size;
        memcpy(to, from, whole ? entry->size : 0);
        return whole;
    }
    struct libdeflate_decompressor *inflater = libdeflate_alloc_decompressor();
    /* Without a place for the size it fails unless that is the claim to the byte. */
    bool ok = inflater && libdeflate_deflate_decompress(inflater, from, entry->packed, to,
                                                        entry->size, NULL) == LIBDEFLATE_SUCCESS;
    libdeflate_free_decompressor(inflater);
    return ok;
}

static bool check_entry(const Zip *zip, const ZipEntry *entry, size_t max, Err *err)
{
    if (entry->flags & ENCRYPTED) {
        return err_set_code(err, ERR_FOREIGN, "%s in %s is encrypted: unpack it first.",
                            entry->name, zip->name);
    }
    if (entry->method != STORED && entry->method != DEFLATED) {
        return err_set_code(err, ERR_FOREIGN,
                            "%s in %s is packed in a way that Inkling does not read (method %d): "
                            "unpack it first.",
                            entry->name, zip->name, entry->method);
    }
    return entry->size <= max ||
           err_set_code(err, ERR_FOREIGN, "%s in %s is too large: it has more than %zu bytes.",
                        entry->name, zip->name, max);
}

bool zip_unpack(const Zip *zip, const ZipEntry *entry, size_t max, uint8_t **data, Err *err)
{
    *data = NULL;
    if (!check_entry(zip, entry, max, err)) {
        return false;
    }
    const uint8_t *from = data_of(zip, entry);
    uint8_t *room = from ? sys_alloc_large(entry->size + 1) : NULL;
    if (from && !room) {
        return err_set_code(err, ERR_NO_MEMORY,
                            "%s in %s cannot be read: there is not enough memory.", entry->name,
                            zip->name);
    }
    if (!from || !inflate(entry, from, room) ||
        libdeflate_crc32(0, room, entry->size) != entry->crc) {
        free(room);
        return err_set_code(err, ERR_DAMAGED, "%s in %s is damaged: get the file again.",
                            entry->name, zip->name);
    }
    room[entry->size] = 0;
    *data = room;
    return true;
}

static uint8_t *put16(uint8_t *at, size_t value)
{
    *at++ = (uint8_t)value;
    *at++ = (uint8_t)(value >> 8);
    return at;
}

static uint8_t *put32(uint8_t *at, size_t value)
{
    return put16(put16(at, value), value >> 16);
}

/* What the record before a file and its entry in the directory have alike. */
static uint8_t *put_facts(uint8_t *at, const ZipFile *file)
{
    at = put16(put16(put16(at, VERSION), 0), STORED);
    at = put16(put16(at, 0), FIRST_OF_1980);
    at = put32(at, libdeflate_crc32(0, file->data, file->size));
    at = put32(put32(at, file->size), file->size);
    return put16(put16(at, strlen(file->name)), 0);
}

static uint8_t *put_bytes(uint8_t *at, const void *bytes, size_t size)
{
    memcpy(at, bytes, size);
    return at + size;
}

/* The directory, and the end. The files stand before it in their order. */
static void put_list(uint8_t *at, const ZipFile *file, int files, size_t list)
{
    const uint8_t *begin = at;
    size_t header = 0;
    for (int i = 0; i < files; i++) {
        size_t length = strlen(file[i].name);
        at = put_facts(put16(put32(at, LISTED), VERSION), &file[i]);
        at = put16(put16(put16(at, 0), 0), 0);
        at = put32(put32(at, 0), header);
        at = put_bytes(at, file[i].name, length);
        header += LOCAL_BYTES + length + file[i].size;
    }
    size_t bytes = (size_t)(at - begin);
    at = put16(put16(put32(at, END), 0), 0);
    at = put16(put16(at, (size_t)files), (size_t)files);
    put16(put32(put32(at, bytes), list), 0);
}

uint8_t *zip_make(const ZipFile *file, int files, size_t *size)
{
    size_t list = 0;
    *size = END_BYTES;
    for (int i = 0; i < files; i++) {
        list += LOCAL_BYTES + strlen(file[i].name) + file[i].size;
        *size += LISTED_BYTES + strlen(file[i].name);
    }
    *size += list;
    uint8_t *bytes = malloc(*size), *at = bytes;
    if (!bytes) {
        return NULL;
    }
    for (int i = 0; i < files; i++) {
        at = put_facts(put32(at, LOCAL), &file[i]);
        at = put_bytes(at, file[i].name, strlen(file[i].name));
        at = put_bytes(at, file[i].data, file[i].size);
    }
    put_list(at, file, files, list);
    return bytes;
}
