/* Reading into a buffer that grows: how much comes is known at its end. */
#include "base/stream.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/sys_file.h"

enum { FIRST_ROOM = 1 << 16 };

bool stream_room(uint8_t **data, size_t *room, size_t size, size_t max)
{
    if (size < *room) {
        return true;
    }
    size_t more = *room == 0 ? FIRST_ROOM : *room * 2;
    more = more > max + 1 ? max + 1 : more;
    uint8_t *larger = realloc(*data, more);
    if (!larger) {
        errno = ENOMEM;
        return false;
    }
    *data = larger;
    *room = more;
    return true;
}

static bool read_all(int fd, size_t max, uint8_t **data, size_t *size)
{
    size_t room = 0;
    for (*size = 0; *size <= max;) {
        if (!stream_room(data, &room, *size, max)) {
            return false;
        }
        ptrdiff_t got = sys_read(fd, *data + *size, room - *size);
        if (got <= 0) {
            return got == 0;
        }
        *size += (size_t)got;
    }
    return true;
}

bool stream_read(const char *path, size_t max, uint8_t **data, size_t *size, Err *err)
{
    bool standard = strcmp(path, "-") == 0;
    int fd = standard ? sys_standard_input() : sys_open(path, SYS_READ_STREAM);
    *data = NULL;
    bool ok = fd >= 0 && read_all(fd, max, data, size);
    if (!ok) {
        err_unopened(err, standard ? "standard input" : path, errno);
    } else if (*size > max) {
        ok = err_set_code(err, ERR_FOREIGN,
                          "%s is too large: at most %zu bytes make sense here; choose another.",
                          standard ? "Standard input" : path, max);
    }
    if (!ok) {
        free(*data);
        *data = NULL;
        *size = 0;
    }
    if (fd >= 0 && !standard) {
        sys_close(fd);
    }
    return ok;
}
