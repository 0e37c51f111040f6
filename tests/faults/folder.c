/* A folder's files, kept in memory and put back. */
#include "folder.h"

#include <errno.h>
#include <fts.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/path.h"
#include "sweep.h"

char *folder_make(void)
{
    const char *base = getenv("TMPDIR");
    char *path = malloc(PATH_TEXT_MAX);
    MUST(path);
    base = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : base && *base ? base : "/tmp";
    snprintf(path, PATH_TEXT_MAX, "%s/inkling-faults-XXXXXX", base);
    MUST(mkdtemp(path));
    return path;
}

static int by_name(const FTSENT **a, const FTSENT **b)
{
    return strcmp((*a)->fts_name, (*b)->fts_name);
}

static FTS *walk(const char *path)
{
    char *roots[] = {(char *)path, NULL};
    FTS *tree = fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR, by_name);
    MUST(tree);
    return tree;
}

/* Empties a folder, which stays. */
static void empty(const char *path)
{
    FTS *tree = walk(path);
    for (FTSENT *at = fts_read(tree); at; at = fts_read(tree)) {
        if (at->fts_level > 0 && at->fts_info != FTS_D) {
            remove(at->fts_accpath);
        }
    }
    fts_close(tree);
}

void folder_remove(const char *path)
{
    empty(path);
    rmdir(path);
}

bool folder_read_file(const char *path, uint8_t **data, size_t *size)
{
    struct stat info;
    FILE *in = fopen(path, "rb");
    if (!in) {
        return false;
    }
    MUST(fstat(fileno(in), &info) == 0);
    *size = (size_t)info.st_size;
    *data = malloc(*size + 1);
    MUST(*data && fread(*data, 1, *size, in) == *size);
    fclose(in);
    return true;
}

Folder folder_read(const char *path)
{
    Folder folder = {0};
    FTS *tree = walk(path);
    for (FTSENT *at = fts_read(tree); at; at = fts_read(tree)) {
        if (at->fts_info == FTS_F) {
            int i = folder.files++;
            MUST(i < FOLDER_FILES_MAX);
            folder.name[i] = strdup(at->fts_path + strlen(path) + 1);
            MUST(folder_read_file(at->fts_path, &folder.data[i], &folder.size[i]));
        }
    }
    fts_close(tree);
    return folder;
}

void folder_free(Folder *folder)
{
    for (int i = 0; i < folder->files; i++) {
        free(folder->name[i]);
        free(folder->data[i]);
    }
    *folder = (Folder){0};
}

/* The folders on the way to a file. */
static void make_way(char *path)
{
    for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = 0;
        MUST(mkdir(path, 0700) == 0 || errno == EEXIST);
        *slash = '/';
    }
}

void folder_restore(const char *path, const Folder *folder)
{
    empty(path);
    for (int i = 0; i < folder->files; i++) {
        Path file;
        MUST(path_join(&file, path, folder->name[i]));
        make_way(file.text);
        FILE *out = fopen(file.text, "wb");
        MUST(out && fwrite(folder->data[i], 1, folder->size[i], out) == folder->size[i]);
        MUST(fclose(out) == 0);
    }
}

bool folder_is(const char *path, const Folder *folder)
{
    Folder now = folder_read(path);
    bool same = now.files == folder->files;
    for (int i = 0; same && i < now.files; i++) {
        same = strcmp(now.name[i], folder->name[i]) == 0 && now.size[i] == folder->size[i] &&
               memcmp(now.data[i], folder->data[i], now.size[i]) == 0;
    }
    folder_free(&now);
    return same;
}

/* Adds a name, its numbers as #. */
static char *add_name(char *end, const char *name)
{
    for (; *name; name++) {
        bool digit = *name >= '0' && *name <= '9';
        if (!digit || end[-1] != '#') {
            *end++ = digit ? '#' : *name;
        }
    }
    *end++ = ' ';
    return end;
}

char *folder_names(const char *path, const char *other)
{
    Folder now = folder_read(path);
    size_t room = 2;
    for (int i = 0; i < now.files; i++) {
        room += strlen(now.name[i]) + 1;
    }
    char *names = calloc(room, 1), *end = names;
    MUST(names);
    *end++ = ' ';
    for (int i = 0; i < now.files; i++) {
        if (!other || strcmp(now.name[i], other) != 0) {
            end = add_name(end, now.name[i]);
        }
    }
    folder_free(&now);
    return names;
}
