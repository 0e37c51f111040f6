/* Files that belong together: of a folder, of a zip archive, or one alone. */
#include "train/bundle.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/sys_file.h"
#include "train/unpack.h"

enum { HEAD_BYTES = 64, TOLD_NAMES = 3, TOLD_BYTES = 60 };

static bool no_memory(const Bundle *bundle, Err *err)
{
    return err_unopened(err, bundle->path.text, ENOMEM);
}

static bool add_name(Bundle *bundle, const char *name, Err *err)
{
    char *copy = bundle->names < BUNDLE_NAMES ? strdup(name) : NULL;
    if (copy) {
        bundle->name[bundle->names++] = copy;
    }
    return copy || bundle->names == BUNDLE_NAMES || no_memory(bundle, err);
}

/* What is in the folder `inner` of the bundle's, "" for that itself. Folders that cannot be read
 * are empty. */
static bool list_folder(Bundle *bundle, const char *inner, int depth, Err *err)
{
    Path folder;
    bool ok = true;
    bool fits = path_join(&folder, bundle->path.text, inner);
    SysFolder *names = fits ? sys_folder_open(folder.text) : NULL;
    const char *file;
    while (ok && names && bundle->names < BUNDLE_NAMES && (file = sys_folder_next(names))) {
        Path path, name;
        SysInfo info;
        if (*file == '.' || !path_join(&path, folder.text, file) || !sys_info(path.text, &info)) {
            continue;
        }
        fits = *inner ? path_join(&name, inner, file)
                      : snprintf(name.text, sizeof name.text, "%s", file) > 0;
        if (fits && info.is_file) {
            ok = add_name(bundle, name.text, err);
        } else if (fits && info.is_folder && depth < BUNDLE_DEPTH) {
            ok = list_folder(bundle, name.text, depth + 1, err);
        }
    }
    sys_folder_close(names);
    return ok;
}

static bool list_archive(Bundle *bundle, Err *err)
{
    Zip zip;
    ZipEntry entry;
    bool ok = zip_open(&zip, bundle->zip, bundle->zip_bytes, bundle->path.text, err);
    while (ok && zip_next(&zip, &entry)) {
        ok = add_name(bundle, entry.name, err);
    }
    return ok;
}

/* Whether a file begins as an archive does. */
static bool is_archive(const char *path)
{
    uint8_t head[HEAD_BYTES];
    int fd = sys_open(path, SYS_READ);
    ptrdiff_t size = fd >= 0 ? sys_read(fd, head, sizeof head) : 0;
    if (fd >= 0) {
        sys_close(fd);
    }
    return size > 0 && zip_is(head, (size_t)size);
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool list(Bundle *bundle, Err *err)
{
    SysInfo info;
    if (!sys_info(bundle->path.text, &info)) {
        return err_unopened(err, bundle->path.text, errno);
    }
    bundle->folder = info.is_folder;
    if (bundle->folder) {
        return list_folder(bundle, "", 0, err);
    }
    if (info.is_file && is_archive(bundle->path.text)) {
        return file_read(bundle->path.text, BUNDLE_ARCHIVE_BYTES, &bundle->zip, &bundle->zip_bytes,
                         err) &&
               list_archive(bundle, err);
    }
    return add_name(bundle, path_name(bundle->path.text), err);
}

bool bundle_open(Bundle *bundle, const char *path, Err *err)
{
    *bundle = (Bundle){0};
    if (!path_join(&bundle->path, path, "")) {
        return err_set_code(err, ERR_VALUE, "The name %.80s... is too long: choose a shorter one.",
                            path);
    }
    bundle->name = malloc(BUNDLE_NAMES * sizeof *bundle->name);
    if (!bundle->name ? !no_memory(bundle, err) : !list(bundle, err)) {
        bundle_free(bundle);
        return false;
    }
    qsort(bundle->name, (size_t)bundle->names, sizeof *bundle->name, compare_names);
    return true;
}

void bundle_free(Bundle *bundle)
{
    for (int i = 0; i < bundle->names; i++) {
        free(bundle->name[i]);
    }
    free(bundle->name);
    free(bundle->zip);
    *bundle = (Bundle){0};
}

void bundle_print_name(const Bundle *bundle, int i, char *text, size_t room)
{
    if (bundle->zip) {
        snprintf(text, room, "%s in %s", bundle->name[i], bundle->path.text);
    } else if (bundle->folder) {
        snprintf(text, room, "%s/%s", bundle->path.text, bundle->name[i]);
    } else {
        snprintf(text, room, "%s", bundle->path.text);
    }
}

/* The entry of an archive by its name. */
static bool unpack_entry(const Bundle *bundle, const char *name, size_t max, uint8_t **data,
                         size_t *size, Err *err)
{
    Zip zip;
    ZipEntry entry;
    bool ok = zip_open(&zip, bundle->zip, bundle->zip_bytes, bundle->path.text, err);
    while (ok && zip_next(&zip, &entry)) {
        if (strcmp(entry.name, name) == 0) {
            *size = entry.size;
            return zip_unpack(&zip, &entry, max, data, err);
        }
    }
    return err_set_code(err, ERR_MISSING, "There is no %s in %s any more.", name,
                        bundle->path.text);
}

bool bundle_read(const Bundle *bundle, int i, size_t max, uint8_t **data, size_t *size,
                 uint32_t *crc, Err *err)
{
    char path[2 * PATH_TEXT_MAX];
    *data = NULL;
    bundle_print_name(bundle, i, path, sizeof path);
    if (!bundle->zip) {
        return unpack_file(path, max, data, size, crc, err);
    }
    uint8_t *packed;
    size_t packed_bytes = 0;
    return unpack_entry(bundle, bundle->name[i], max, &packed, &packed_bytes, err) &&
           unpack_bytes(path, max, packed, packed_bytes, data, size, crc, err);
}

void bundle_print_names(const Bundle *bundle, char *text, size_t room)
{
    int told = bundle->names < TOLD_NAMES ? bundle->names : TOLD_NAMES;
    size_t used = (size_t)snprintf(text, room, "%s", told == 0 ? "nothing" : "");
    for (int i = 0; i < told && used < room; i++) {
        const char *mark = i == 0 ? "" : i == bundle->names - 1 ? " and " : ", ";
        used +=
            (size_t)snprintf(text + used, room - used, "%s%.*s", mark, TOLD_BYTES, bundle->name[i]);
    }
    if (bundle->names > told && used < room) {
        snprintf(text + used, room - used, " and %d more", bundle->names - told);
    }
}
