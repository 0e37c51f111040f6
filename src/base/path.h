/* Where files are: the user's own folder, the folders that come with the program. */
#ifndef BASE_PATH_H
#define BASE_PATH_H

#include "base/err.h"

/** Bytes of a path, its final 0 included. */
enum { PATH_TEXT_MAX = 4096 };

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
 * A file or folder that comes with the program, `name` below the source tree's `part` (where the
 * program was built there and it still stands) or below the installed data folder.
 *
 * @param part  "assets" or "data"
 *
 * Errors: it is in neither.
 */
bool path_shipped(const char *part, const char *name, Path *path, Err *err);

#endif
