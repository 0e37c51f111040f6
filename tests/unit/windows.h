/* What POSIX has and Windows has not, as far as the tests that run there ask for it. The build puts
 * it before all else. */
#ifndef UNIT_WINDOWS_H
#define UNIT_WINDOWS_H

#include <direct.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/sys.h"
#include "base/sys_file.h"

/** As POSIX has it; the folder of the user's files has another name here. */
static inline int setenv(const char *name, const char *value, int anew)
{
    (void)anew;
    return _putenv_s(strcmp(name, "XDG_DATA_HOME") == 0 ? "APPDATA" : name, value);
}

/** As POSIX has it. */
static inline int unsetenv(const char *name)
{
    return setenv(name, "", 1);
}

/** As POSIX has it. */
static inline char *mkdtemp(char *path)
{
    for (int i = 0; i < 100; i++) {
        snprintf(path + strlen(path) - 6, 7, "%06u",
                 (unsigned)((sys_unlike() / 100 + (unsigned)i) % 1000000));
        if (sys_make_folder(path)) {
            return path;
        }
    }
    return NULL;
}

/** As POSIX has it, but for the rights. */
#define mkdir(path, rights) _mkdir(path)

#endif
