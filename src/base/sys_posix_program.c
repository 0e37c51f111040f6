/* The running program itself: each system has its own way to tell where its file is. */
#if defined __linux__
#define _GNU_SOURCE /* program_invocation_name */
#elif defined __FreeBSD__
#define __BSD_VISIBLE 1 /* sysctl() */
#endif
#include "base/sys.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#if defined __APPLE__
#include <mach-o/dyld.h>
#elif defined __FreeBSD__
#include <sys/sysctl.h>
#endif

enum { NAME_MAX_BYTES = 4096 };

#if defined __linux__

/* Where /proc is not mounted, the path that it was started by, if that is one. */
static const char *name_file(char *name, size_t room)
{
    ssize_t length = readlink("/proc/self/exe", name, room - 1);
    if (length > 0) {
        name[length] = 0;
        return name;
    }
    return strchr(program_invocation_name, '/') ? program_invocation_name : NULL;
}

#elif defined __APPLE__

static const char *name_file(char *name, size_t room)
{
    uint32_t size = (uint32_t)room;
    return _NSGetExecutablePath(name, &size) == 0 ? name : NULL;
}

#elif defined __FreeBSD__

static const char *name_file(char *name, size_t room)
{
    int what[] = {CTL_KERN, KERN_PROC, KERN_PROC_PATHNAME, -1};
    return sysctl(what, sizeof what / sizeof *what, name, &room, NULL, 0) == 0 ? name : NULL;
}

#else

static const char *name_file(char *name, size_t room)
{
    (void)name;
    (void)room;
    return NULL;
}

#endif

bool sys_program_file(char *path, size_t room)
{
    char name[NAME_MAX_BYTES];
    const char *named = name_file(name, sizeof name);
    char *file = named ? realpath(named, NULL) : NULL;
    bool found = file && strlen(file) < room;
    snprintf(path, room, "%s", found ? file : "");
    free(file);
    return found;
}
