/* Where files are: the user's own folder, the folders that come with the program. */
#ifndef BASE_PATH_H
#define BASE_PATH_H

#include "base/err.h"

/** Bytes of a path, its final 0 included. */
enum { PATH_TEXT_MAX = 4096 };

/** Places at most that what comes with the program may lie in. */
enum { PATH_PLACES = 2 };

/** A path, always ended by a 0. */
typedef struct Path {
    char text[PATH_TEXT_MAX];
} Path;

/** `folder`/`name` into [out] path; false, and an empty path, where it does not fit. */
bool path_join(Path *path, const char *folder, const char *name);

/** Whether something that can be read is there. */
bool path_exists(const char *path);

/** Whether a folder is there. */
bool path_is_folder(const char *path);

/** Whether it ends with `ending`, in large or small letters, and more is before that. */
bool path_ends_with(const char *path, const char *ending);

/** The part after the last '/'; points into `path`. */
const char *path_name(const char *path);

/** The folder that it is in: "." where it names none. `path` is at most as long as a Path. */
void path_folder(const char *path, Path *folder);

/**
 * A place in the user's data folder, $XDG_DATA_HOME/inkling or ~/.local/share/inkling.
 *
 * @param name       below that folder; "" for the folder itself
 * @param[out] path  the place; nothing is created
 *
 * Errors: neither variable is set.
 */
bool path_user(const char *name, Path *path, Err *err);

/** Make a folder and those above it. It may be there already. */
bool path_make_folder(const char *path, Err *err);

/**
 * Where a file or folder that comes with the program may lie: in the source tree, where
 * $INKLING_SOURCE names it, or else beside the running program, in ../share/inkling or, where there
 * is none, in its own folder; then in share/inkling of the prefix that it was built for. So a
 * program may be moved together with its share/inkling.
 *
 * @param in_source   what it is called below the source tree
 * @param name        what it is called below share/inkling
 * @param[out] place  the first to look in first
 *
 * @return how many there are
 */
int path_places(const char *in_source, const char *name, Path place[PATH_PLACES]);

/**
 * A file that comes with the program, `name` below the source tree's assets/ or below
 * share/inkling, as path_places() has it.
 *
 * Errors: it is in none of the places.
 */
bool path_shipped(const char *name, Path *path, Err *err);

#endif
