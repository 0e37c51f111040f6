/* In front of the C library: a disk whose fsync() does not come back while the file is there that
 * STALL names. */
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { LOOK_AGAIN_US = 20000 };

int fsync(int fd)
{
    const char *flag = getenv("STALL");
    while (flag && access(flag, F_OK) == 0) {
        usleep(LOOK_AGAIN_US);
    }
    return (int)syscall(SYS_fsync, fd);
}
