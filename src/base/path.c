/* Where files are: the user's own folder, the folders that come with the program. */
#include "base/path.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/config.h"
#include "base/sys.h"
#include "base/sys_file.h"

bool path_join(Path *path, const char *folder, const char *name)
{
    const char *slash =
        *name && *folder && !sys_is_separator(folder[strlen(folder) - 1]) ? "/" : "";
    int length = snprintf(path->text, sizeof path->text, "%s%s%s", folder, slash, name);
    if (length < 0 || (size_t)length >= sizeof path->text) {
        path->text[0] = 0;
        return false;
    }
    return true;
}

bool path_exists(const char *path)
{
    return sys_may_read(path);
}

bool path_is_folder(const char *path)
{
    SysInfo info;
    return sys_info(path, &info) && info.is_folder;
}

bool path_ends_with(const char *path, const char *ending)
{
    size_t length = strlen(path), size = strlen(ending);
    return length > size && strcasecmp(path + length - size, ending) == 0;
}

const char *path_name(const char *path)
{
    const char *name = path;
    for (const char *at = path; *at; at++) {
        name = sys_is_separator(*at) ? at + 1 : name;
    }
    return name;
}

void path_folder(const char *path, Path *folder)
{
    int length = (int)(path_name(path) - path);
    while (length > 1 && sys_is_separator(path[length - 1])) {
        length--;
    }
    snprintf(folder->text, sizeof folder->text, "%.*s", length > 0 ? length : 1,
             length > 0 ? path : ".");
}

bool path_user(const char *name, Path *path, Err *err)
{
    Path all, folder;
    path->text[0] = 0;
    return sys_user_folder(&all, err) &&
           ((path_join(&folder, all.text, "inkling") && path_join(path, folder.text, name)) ||
            err_set_code(
                err, ERR_VALUE,
                "The folder for your files has too long a name, %.80s...: choose a shorter "
                "one.",
                all.text));
}

bool path_make_folder(const char *path, Err *err)
{
    Path part;
    if (!path_join(&part, path, "")) {
        return err_set_code(err, ERR_VALUE,
                            "The folder %.80s... cannot be made: the name is too long; choose a "
                            "shorter one.",
                            path);
    }
    for (char *at = part.text + 1;; at++) {
        if (*at && !sys_is_separator(*at)) {
            continue;
        }
        char kept = *at;
        *at = 0;
        int reason = sys_make_folder(part.text) ? 0 : errno; /* looking changes errno */
        if (reason && !path_is_folder(part.text)) {
            return err_unmade(err, part.text, reason);
        }
        *at = kept;
        if (!kept) {
            return true;
        }
    }
}

/* In the source tree, or else beside the program: as it is installed, or all in one folder. */
static bool path_beside(const char *in_source, const char *name, Path *path)
{
    const char *source = getenv("INKLING_SOURCE");
    Path program, folder, above, share;
    if (source && *source) {
        return path_join(path, source, in_source);
    }
    if (!sys_program_file(program.text, sizeof program.text)) {
        return false;
    }
    path_folder(program.text, &folder);
    path_folder(folder.text, &above);
    bool installed = path_join(&share, above.text, "share/inkling") && path_is_folder(share.text);
    return path_join(path, installed ? share.text : folder.text, name);
}

int path_places(const char *in_source, const char *name, Path place[PATH_PLACES])
{
    int count = path_beside(in_source, name, &place[0]);
    bool more = path_join(&place[count], INKLING_DATA_DIR, name);
    return count + (more && (count == 0 || strcmp(place[0].text, place[1].text) != 0));
}

bool path_shipped(const char *name, Path *path, Err *err)
{
    Path in_source, place[PATH_PLACES];
    path_join(&in_source, "assets", name);
    int count = path_places(in_source.text, name, place);
    for (int i = 0; i < count; i++) {
        if (path_exists(place[i].text)) {
            *path = place[i];
            return true;
        }
    }
    path->text[0] = 0;
    return err_set_code(err, ERR_MISSING,
                        "%s is missing: install Inkling again, or start it with ./run.", name);
}
