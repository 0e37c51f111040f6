/* Images that are read from other programs' files: CSV in a folder, and in a zip archive. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "sweep.h"
#include "train/bundle.h"
#include "train/csv.h"

enum { IMAGES = 3, LEVELS = 784, TEXT_MAX = IMAGES * (LEVELS + 1) * 4 + 1, READ_MAX = 1 << 20 };

static CsvImages images;

static int level_of(int image, int i)
{
    return (image * 31 + i * 7) % 256;
}

static size_t print_images(char text[TEXT_MAX])
{
    size_t used = 0;
    for (int image = 0; image < IMAGES; image++) {
        used += (size_t)snprintf(text + used, TEXT_MAX - used, "%d", image);
        for (int i = 0; i < LEVELS; i++) {
            used += (size_t)snprintf(text + used, TEXT_MAX - used, ",%d", level_of(image, i));
        }
        used += (size_t)snprintf(text + used, TEXT_MAX - used, "\n");
    }
    return used;
}

static void put(const char *folder, const char *name, const void *data, size_t size)
{
    Path path;
    Err err;
    MUST(path_join(&path, folder, name) && file_save(path.text, data, size, &err));
}

static void make_csv(const char *folder)
{
    char text[TEXT_MAX];
    put(folder, "a.csv", text, print_images(text));
}

static void make_archive(const char *folder)
{
    char text[TEXT_MAX];
    size_t size, length = print_images(text);
    uint8_t *zip = zip_make(&(ZipFile){"a.csv", (const uint8_t *)text, length}, 1, &size);
    MUST(zip);
    put(folder, "a.zip", zip, size);
    free(zip);
}

/* The one file of a bundle. */
static bool read_bundle(const char *path, Err *err)
{
    Bundle bundle;
    uint8_t *data = NULL;
    size_t size;
    uint32_t crc;
    char name[PATH_TEXT_MAX];
    if (!bundle_open(&bundle, path, err)) {
        return false;
    }
    bool ok = bundle.names == 1 || err_set(err, "%s has no files.", path);
    if (ok) {
        bundle_print_name(&bundle, 0, name, sizeof name);
        ok = bundle_read(&bundle, 0, READ_MAX, &data, &size, &crc, err) &&
             csv_parse(&images, (const char *)data, size, name, err);
    }
    free(data);
    bundle_free(&bundle);
    return ok;
}

static bool read_folder(const char *folder, Err *err)
{
    return read_bundle(folder, err);
}

static bool read_archive(const char *folder, Err *err)
{
    Path path;
    MUST(path_join(&path, folder, "a.zip"));
    return read_bundle(path.text, err);
}

static const char *check(const char *folder, bool read)
{
    (void)folder;
    if (!read) {
        return images.level || images.label || images.images ? "a part of the images" : NULL;
    }
    bool same = images.images == IMAGES && images.label;
    for (int i = 0; same && i < IMAGES * LEVELS; i++) {
        same = images.level[i] == level_of(i / LEVELS, i % LEVELS) &&
               images.label[i / LEVELS] == i / LEVELS;
    }
    return same ? NULL : "other images";
}

static char *look_csv(const char *folder, int part)
{
    (void)part;
    return sweep_read(folder, "a.csv");
}

static char *look_archive(const char *folder, int part)
{
    (void)part;
    return sweep_read(folder, "a.zip");
}

static const char *const CSV_WORDS[] = {"a.csv", "images", "/", NULL};
const Thing THING_READ_CSV = {.name = "reading CSV",
                              .make_old = make_csv,
                              .save = read_folder,
                              .check = check,
                              .look = look_csv,
                              .parts = 1,
                              .words = CSV_WORDS,
                              .reads = true};

static const char *const ARCHIVE_WORDS[] = {"a.zip", "images", NULL};
const Thing THING_READ_ARCHIVE = {.name = "reading an archive",
                                  .make_old = make_archive,
                                  .save = read_archive,
                                  .check = check,
                                  .look = look_archive,
                                  .parts = 1,
                                  .words = ARCHIVE_WORDS,
                                  .reads = true};
