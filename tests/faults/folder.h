/* A folder's files, kept in memory and put back. */
#ifndef FAULTS_FOLDER_H
#define FAULTS_FOLDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { FOLDER_FILES_MAX = 32 };

/** The files in a folder and those below it. */
typedef struct Folder {
    int files;
    char *name[FOLDER_FILES_MAX]; /* below the folder, sorted */
    uint8_t *data[FOLDER_FILES_MAX];
    size_t size[FOLDER_FILES_MAX];
} Folder;

/** A new empty folder, in memory where the machine has a place for that. The name is on the heap.
 */
char *folder_make(void);
void folder_remove(const char *path);

Folder folder_read(const char *path);
void folder_free(Folder *folder);

/** Make the folder at `path` the same as `folder`. */
void folder_restore(const char *path, const Folder *folder);

/** Whether the files at `path` are those, to the byte. */
bool folder_is(const char *path, const Folder *folder);

/** The names of all files at `path`, sorted, a space behind each, but for `other`, which may be
 * NULL; on the heap. */
char *folder_names(const char *path, const char *other);

/** A whole file, on the heap; false where there is none. */
bool folder_read_file(const char *path, uint8_t **data, size_t *size);

#endif
