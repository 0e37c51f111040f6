/* The first bytes of a file. */
#include "base/head.h"

#include "base/sys_file.h"

size_t head_read(const char *path, uint8_t *head, size_t room)
{
    SysInfo info;
    int fd = sys_open(path, SYS_READ);
    bool is_file = fd >= 0 && sys_info_of(fd, &info) && info.is_file;
    ptrdiff_t got = is_file ? sys_read(fd, head, room) : 0;
    if (fd >= 0) {
        sys_close(fd);
    }
    return got > 0 ? (size_t)got : 0;
}
