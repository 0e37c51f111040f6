/* Files that belong together, by their names: those of a folder and its folders, of a zip archive,
 * or one alone. */
#ifndef TRAIN_BUNDLE_H
#define TRAIN_BUNDLE_H

#include "base/path.h"
#include "base/zip.h"

/** The bounds of a bundle: names that are listed, folders within folders, bytes of an archive. */
enum { BUNDLE_NAMES = 4096, BUNDLE_DEPTH = 3, BUNDLE_ARCHIVE_BYTES = 1 << 30 };

/** What is there. A zeroed one is empty; release it with bundle_free(). */
typedef struct Bundle {
    Path path;    /* of the folder, the archive or the file */
    char **name;  /* relative to it, in the order of their bytes; of a file alone, its own */
    int names;    /* more than BUNDLE_NAMES are passed over */
    bool folder;  /* it is one */
    uint8_t *zip; /* the archive's bytes, NULL where it is none */
    size_t zip_bytes;
} Bundle;

/** List what is there; hidden names are passed over. Any thread. Errors: it is missing or
 * unreadable, a damaged archive, out of memory; it is zeroed then. */
bool bundle_open(Bundle *bundle, const char *path, Err *err);

/** Release it; it is zeroed then. */
void bundle_free(Bundle *bundle);

/** What file i is called in sentences, into `text`: its path, or its name and the archive's. */
void bundle_print_name(const Bundle *bundle, int i, char *text, size_t room);

/**
 * Read file i, unpacked where it is gzip. Any number of threads may.
 *
 * @param max        bytes of it, packed and unpacked
 * @param[out] data  on the heap, the caller frees it; a 0 follows
 * @param[out] crc   CRC-32 of what was read
 *
 * Errors: as unpack_file() and zip_unpack(); data is NULL then.
 */
bool bundle_read(const Bundle *bundle, int i, size_t max, uint8_t **data, size_t *size,
                 uint32_t *crc, Err *err);

/** The first names, as "a, b, c and 12 more", into `text`; "nothing" for none. */
void bundle_print_names(const Bundle *bundle, char *text, size_t room);

#endif
