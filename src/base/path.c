/* Where files are: the user's own folder, the folders that come with the program. */
#include "base/path.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/config.h"
#include "base/program.h"

bool path_join(Path *path, const char *folder, const char *name)
{
    const char *slash = *name && *folder && folder[strlen(folder) - 1] != '/' ? "/" : "";
    int length = snprintf(path->text, sizeof path->text, "%s%s%s", folder, slash, name);
    if (length < 0 || (size_t)length >= sizeof path->text) {
        path->text[0] = 0;
        return false;
    }
    return true;
}

bool path_exists(const char *path)
{
    return access(path, R_OK) == 0;
}

bool path_is_folder(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

bool path_ends_with(const char *path, const char *ending)
{
    size_t length = strlen(path), size = strlen(ending);
    return length > size && strcasecmp(path + length - size, ending) == 0;
}

const char *path_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

void path_cut_name(Path *path)
{
    char *slash = strrchr(path->text, '/');
    if (slash) {
        slash[slash == path->text] = 0; /* the root has no folder above it */
    }
}

bool path_user(const char *name, Path *path, Err *err)
{
    const char *data = getenv("XDG_DATA_HOME");
    const char *home = getenv("HOME");
    Path folder;
    bool ok = data && *data == '/'
                  ? path_join(&folder, data, "inkling")
                  : home && *home && path_join(&folder, home, ".local/share/inkling");
    if (!ok || !path_join(path, folder.text, name)) {
        path->text[0] = 0;
        return err_set_code(err, ERR_MISSING,
                            "There is no folder for your files: set HOME or XDG_DATA_HOME.");
    }
    return true;
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
        if (*at && *at != '/') {
            continue;
        }
        char kept = *at;
        *at = 0;
        int reason = mkdir(part.text, 0777) == 0 ? 0 : errno; /* looking changes errno */
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
    Path folder, above, share;
    if (source && *source) {
        return path_join(path, source, in_source);
    }
    if (!program_file(folder.text, sizeof folder.text)) {
        return false;
    }
    path_cut_name(&folder);
    above = folder;
    path_cut_name(&above);
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
