/* Zip archives in memory: of the entries, those that are stored or deflated. Source: PKWARE's
 * APPNOTE.TXT, 4.3 and 4.4. */
#ifndef BASE_ZIP_H
#define BASE_ZIP_H

#include "base/err.h"

#include <stddef.h>
#include <stdint.h>

/** Bytes of the name of an entry, its final 0 included; longer ones are cut. */
enum { ZIP_NAME_MAX = 256 };

/** An archive that is read, and where its list of entries is gone through. */
typedef struct Zip {
    const char *name;     /* stands in the sentences, borrowed */
    const uint8_t *bytes; /* all of it, borrowed */
    size_t size;
    size_t list, list_end; /* its directory */
    size_t at;             /* of the entry that zip_next() has next */
} Zip;

/** One of its files, as the directory has it. */
typedef struct ZipEntry {
    char name[ZIP_NAME_MAX]; /* with '/' between folders */
    int method, flags;
    uint32_t crc;
    size_t packed, size; /* bytes in the archive, and unpacked */
    size_t header;       /* where it begins */
} ZipEntry;

/** A file of an archive that is written. */
typedef struct ZipFile {
    const char *name; /* borrowed, as is its data */
    const uint8_t *data;
    size_t size;
} ZipFile;

/** Whether bytes are an archive: they begin as its first entry does, or as an empty one. */
bool zip_is(const uint8_t *bytes, size_t size);

/**
 * Open an archive. Nothing in it is trusted; all of its directory is held against its size.
 *
 * Errors: it is cut short or damaged, has several parts, or is a zip64 archive.
 */
bool zip_open(Zip *zip, const uint8_t *bytes, size_t size, const char *name, Err *err);

/** The next entry, folders left out; false where there are no more. */
bool zip_next(Zip *zip, ZipEntry *entry);

/**
 * Unpack an entry.
 *
 * @param max        it is refused where it has more bytes
 * @param[out] data  entry->size bytes on the heap and a 0 behind them, the caller frees them
 *
 * Errors: too large, encrypted, packed in another way, damaged, out of memory; data is NULL then.
 */
bool zip_unpack(const Zip *zip, const ZipEntry *entry, size_t max, uint8_t **data, Err *err);

/** An archive of files, stored as they are; the same files make the same bytes. On the heap, the
 * caller frees it; NULL without memory. */
uint8_t *zip_make(const ZipFile *file, int files, size_t *size);

#endif
