/* Where a session is kept. */
#include "lab/session_place.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/sys_file.h"

enum { PLACES = 100, ASIDE_MOST = 99, JSON_MAX_BYTES = 64 << 20 };

static const char NETWORK_ENDING[] = ".safetensors", OLD_NETWORK[] = "session.safetensors";

/* True where another window has it. */
static bool is_taken(SessionPlace *place)
{
    Path path;
    place->lock = -1;
    if (!session_place_path(place, ".lock", &path)) {
        return false;
    }
    int fd = sys_open(path.text, SYS_CHANGE);
    if (fd >= 0 && sys_lock(fd, SYS_LOCK_ALONE)) {
        place->lock = fd;
        return false;
    }
    bool taken = fd >= 0 && errno == EWOULDBLOCK;
    if (fd >= 0) {
        sys_close(fd);
    }
    return taken;
}

bool session_place_take(SessionPlace *place, Err *err)
{
    Err ignored; /* what cannot be made now is said when something is to be saved */
    *place = (SessionPlace){.lock = -1};
    if (!path_user("", &place->folder, err)) {
        return false;
    }
    path_make_folder(place->folder.text, &ignored);
    for (int i = 1; i <= PLACES; i++) {
        snprintf(place->stem, sizeof place->stem, i > 1 ? "session.%d" : "session", i);
        if (!is_taken(place)) {
            return true;
        }
    }
    place->stem[0] = 0;
    return err_set(err, "This window cannot be kept: %d others are open, close some of them.",
                   PLACES);
}

void session_place_free(SessionPlace *place)
{
    if (place->lock >= 0) {
        sys_close(place->lock);
    }
    *place = (SessionPlace){.lock = -1};
}

bool session_place_is_second(const SessionPlace *place)
{
    return strchr(place->stem, '.') != NULL;
}

bool session_place_path(const SessionPlace *place, const char *what, Path *path)
{
    char name[PATH_TEXT_MAX];
    snprintf(name, sizeof name, "%s%s", place->stem, what);
    return path_join(path, place->folder.text, name);
}

void session_place_network(const SessionPlace *place, int number, char *name, size_t room)
{
    if (number > 0) {
        snprintf(name, room, "%s-%d%s", place->stem, number, NETWORK_ENDING);
    } else {
        snprintf(name, room, "%s", session_place_is_second(place) ? "" : OLD_NETWORK);
    }
}

int session_place_number(const SessionPlace *place, const char *name)
{
    char same[PATH_TEXT_MAX];
    size_t stem = strlen(place->stem);
    if (strcmp(name, OLD_NETWORK) == 0 && !session_place_is_second(place)) {
        return 0;
    }
    if (strncmp(name, place->stem, stem) != 0 || name[stem] != '-') {
        return -1;
    }
    long number = strtol(name + stem + 1, NULL, 10);
    if (number < 1 || number >= INT_MAX) {
        return -1;
    }
    session_place_network(place, (int)number, same, sizeof same);
    return strcmp(name, same) == 0 ? (int)number : -1;
}

int session_place_newest(const SessionPlace *place, int below)
{
    int newest = 0;
    SysFolder *folder = sys_folder_open(place->folder.text);
    for (const char *file; folder && (file = sys_folder_next(folder));) {
        int number = session_place_number(place, file);
        newest = number > newest && number < below ? number : newest;
    }
    sys_folder_close(folder);
    return newest;
}

static bool is_missing(const char *path)
{
    return !sys_is_there(path) && errno == ENOENT;
}

static bool keeps_same(const char *path, const void *bytes, size_t size)
{
    Err err;
    uint8_t *other = NULL;
    size_t other_size;
    bool same = bytes && file_read(path, JSON_MAX_BYTES, &other, &other_size, &err) &&
                other_size == size && memcmp(other, bytes, size) == 0;
    free(other);
    return same;
}

bool session_keep_aside(const char *path, const char *why, const void *bytes, size_t size,
                        Path *kept, Err *err)
{
    char ending[32];
    for (int i = 1; i <= ASIDE_MOST; i++) {
        snprintf(ending, sizeof ending, ".%s-%d", why, i);
        char name[PATH_TEXT_MAX + sizeof ending];
        snprintf(name, sizeof name, "%s%s", path, ending);
        if (!path_join(kept, name, "")) {
            return err_set(err, "%.80s... cannot be kept: the name is too long.", path);
        }
        if (keeps_same(kept->text, bytes, size)) {
            return true;
        }
        if (!is_missing(kept->text)) {
            continue;
        }
        if (bytes) {
            return file_save(kept->text, bytes, size, err);
        }
        return sys_rename(path, kept->text) || err_set(err, "%s cannot be renamed to %s: %s.", path,
                                                       path_name(kept->text), strerror(errno));
    }
    return err_set(err, "%s cannot be kept: there are %d others beside it, move them away.", path,
                   ASIDE_MOST);
}

/* Whether a file has that name in it; so be it where it cannot be read. */
static bool file_names(const char *path, const char *name)
{
    Err err;
    uint8_t *text = NULL;
    size_t size, length = strlen(name);
    bool found = !path_is_folder(path) && !file_read(path, JSON_MAX_BYTES, &text, &size, &err);
    for (size_t i = 0; text && !found && i + length <= size; i++) {
        found = memcmp(text + i, name, length) == 0;
    }
    free(text);
    return found;
}

/* Whether a session's text names that network. One of an old version has no name for its own. */
static bool session_names(const char *path, const char *name)
{
    return file_names(path, name) ||
           (strcmp(name, OLD_NETWORK) == 0 && !file_names(path, "\"network_file\""));
}

/* Whether the session, or one that is kept aside, names it. */
static bool is_named(const SessionPlace *place, const char *name)
{
    char json[SESSION_STEM_MAX + sizeof ".json"];
    Path path;
    bool named = false;
    SysFolder *folder = sys_folder_open(place->folder.text);
    snprintf(json, sizeof json, "%s.json", place->stem);
    for (const char *file; folder && !named && (file = sys_folder_next(folder));) {
        named = strncmp(file, json, strlen(json)) == 0 &&
                path_join(&path, place->folder.text, file) && session_names(path.text, name);
    }
    sys_folder_close(folder);
    return named || !folder;
}

void session_place_sweep(const SessionPlace *place)
{
    Path path;
    SysFolder *folder = sys_folder_open(place->folder.text);
    for (const char *file; folder && (file = sys_folder_next(folder));) {
        if (session_place_number(place, file) >= 0 && !is_named(place, file) &&
            path_join(&path, place->folder.text, file)) {
            sys_remove(path.text);
        }
    }
    sys_folder_close(folder);
}
