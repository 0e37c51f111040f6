/* What a name in the file dialog stands for. */
#include "shell/listing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/sys_file.h"

/* How long a name is without the ending of another format that pictures and films come in: it would
 * say what the file is not. */
static size_t bare_length(const char *path)
{
    static const char *const OTHER[] = {".gif", ".apng", ".jpg", ".jpeg", ".webp",
                                        ".mp4", ".webm", ".mov", ".avi"};
    size_t length = strlen(path);
    for (size_t i = 0; i < sizeof OTHER / sizeof OTHER[0]; i++) {
        if (path_ends_with(path_name(path), OTHER[i])) {
            return length - strlen(OTHER[i]);
        }
    }
    return length;
}

/* Whether a name ends as the files of a dialog do. */
static bool fits(const char *const ending[FILES_ENDINGS], const char *name)
{
    for (int i = 0; i < FILES_ENDINGS && ending[i]; i++) {
        if (path_ends_with(name, ending[i])) {
            return true;
        }
    }
    return false;
}

/* Folders first, then by name. */
static int compare(const void *a, const void *b)
{
    const FileEntry *x = a, *y = b;
    return x->folder != y->folder ? y->folder - x->folder : strcmp(x->name, y->name);
}

static bool make_room(Listing *listing, int *room)
{
    if (listing->entries < *room) {
        return true;
    }
    int more = SDL_max(2 * *room, 64);
    FileEntry *entry = realloc(listing->entry, (size_t)more * sizeof *entry);
    if (!entry) {
        return false;
    }
    listing->entry = entry;
    *room = more;
    return true;
}

/* False without memory. */
static bool list_entry(Listing *listing, int *room, const char *folder, const char *name)
{
    Path path;
    bool hidden = name[0] == '.' && strcmp(name, "..") != 0;
    if (hidden || strlen(name) >= FILES_NAME_MAX || !path_join(&path, folder, name)) {
        return true;
    }
    FileEntry entry = {.folder = path_is_folder(path.text)};
    snprintf(entry.name, sizeof entry.name, "%s", name);
    if (!entry.folder && !fits(listing->ending, name)) {
        return true;
    }
    if (!make_room(listing, room)) {
        return false;
    }
    listing->entry[listing->entries++] = entry;
    return true;
}

static void list_folder(Listing *listing, const char *path)
{
    SysFolder *folder = sys_folder_open(path);
    int room = 0;
    listing->readable = folder != NULL;
    for (const char *name; listing->readable && (name = sys_folder_next(folder));) {
        listing->readable = list_entry(listing, &room, path, name);
    }
    sys_folder_close(folder);
    if (listing->entries > 0) {
        qsort(listing->entry, (size_t)listing->entries, sizeof *listing->entry, compare);
    }
}

bool listing_find(Errand *errand)
{
    Listing *listing = errand->more;
    char *path = errand->path.text;
    if (!listing->accept || path_is_folder(path)) {
        char *real = sys_real_path(path);
        if (real) {
            path_join(&errand->path, real, "");
        }
        free(real);
        listing->folder = true;
        list_folder(listing, path);
        return true;
    }
    if (listing->exists && !fits(listing->ending, path_name(path))) {
        size_t length = bare_length(path); /* there is room: the dialog has seen to it */
        snprintf(path + length, sizeof errand->path.text - length, "%s", listing->ending[0]);
    }
    listing->is_there = listing->exists && listing->exists(path);
    return true;
}

void listing_free(void *listing)
{
    free(((Listing *)listing)->entry);
    free(listing);
}
