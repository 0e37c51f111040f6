/* Files, folders and locks as the system has them. What fails is false, or -1, and errno says why.
 * No program that is started gets what is opened here. Any thread. */
#ifndef BASE_SYS_FILE_H
#define BASE_SYS_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** How a file is opened: its bytes as they are. All but SYS_READ_STREAM never wait for others. */
typedef enum SysOpen {
    SYS_READ,
    SYS_READ_STREAM, /* waits until somebody writes to a pipe */
    SYS_APPEND,      /* to its end; made where it is missing */
    SYS_CHANGE,      /* to read and write; made where it is missing */
    SYS_FOUND,       /* likewise, but it is there, and is no link */
    SYS_NEW,         /* to write; it is not there yet */
    SYS_NEW_PRIVATE, /* likewise, and for the user alone */
} SysOpen;

/** Whose a lock is. */
typedef enum SysLock { SYS_LOCK_SHARED, SYS_LOCK_ALONE } SysLock;

/** What is known of something on the disk. */
typedef struct SysInfo {
    bool is_file, is_folder; /* a device or a pipe is neither */
    bool is_mine;            /* belongs to the user */
    bool is_named;           /* has not been removed since it was opened */
    bool is_protected;       /* its owner has said that it stays as it is */
    unsigned rights;         /* for sys_give_rights() */
    uint64_t size;           /* in bytes */
    uint64_t device, number; /* that nothing else has, see sys_is_same() */
} SysInfo;

/** The names in a folder, as they are read. */
typedef struct SysFolder SysFolder;

/** Open a file: its descriptor, or -1. */
int sys_open(const char *path, SysOpen how);

/** Standard input: its bytes as they are. It stays open. */
int sys_standard_input(void);

/** Close it, which gives its lock back. */
void sys_close(int fd);

/** Read some bytes, as soon as there are any: how many, 0 at the end, -1. */
ptrdiff_t sys_read(int fd, void *data, size_t size);

/** Write all of it. */
bool sys_write(int fd, const void *data, size_t size);

/** Make what was written last through a power cut. */
bool sys_sync(int fd);

/** Make the names in a folder last likewise, where its file system can and it may be read. */
bool sys_sync_folder(const char *path);

/** Cut off all behind the first `size` bytes. */
bool sys_cut(int fd, uint64_t size);

/** What a name stands for, links followed. */
bool sys_info(const char *path, SysInfo *info);

/** What is open. */
bool sys_info_of(int fd, SysInfo *info);

/** Whether both are one and the same. */
bool sys_is_same(const SysInfo *a, const SysInfo *b);

/** Whether there is something of that name, be it a link that leads nowhere. */
bool sys_is_there(const char *path);

/** Whether this user may not write to it, whatever the superuser may. */
bool sys_is_protected(const char *path, const SysInfo *info);

/** Give an open file the rights that another has. */
bool sys_give_rights(int fd, unsigned rights);

/** Whether something that can be read is there. */
bool sys_may_read(const char *path);

/** Whether files can be made in a folder. */
bool sys_may_fill(const char *folder);

/** Lock an open file against others that lock it, in this program, too, until it is closed. It
 * hinders nobody who does not ask. Errors: EWOULDBLOCK where another has it, anything else where
 * there are no locks. Never waits. */
bool sys_lock(int fd, SysLock lock);

/** Lock a folder alone, likewise: a descriptor to close, or -1. Where there are no locks, it is
 * taken for granted. */
int sys_lock_folder(const char *path);

/** A file or folder takes the name `to`, whole: what had it before is gone. */
bool sys_rename(const char *from, const char *to);

/** Remove a file. */
bool sys_remove(const char *path);

/** Remove a folder that is empty. */
bool sys_remove_folder(const char *path);

/** Make a folder, whose own folder is there. */
bool sys_make_folder(const char *path);

/** The path that means the same from every folder, links followed; the caller frees it. NULL where
 * nothing is there. */
char *sys_real_path(const char *path);

/** Whether a path means the same from every folder. */
bool sys_is_absolute(const char *path);

/** Whether it stands between the names of a path. */
bool sys_is_separator(char sign);

/** Begin to read the names in a folder; NULL where it cannot be read. */
SysFolder *sys_folder_open(const char *path);

/** The next name, in no order, "." and ".." among them; valid until the next call. NULL at the
 * end. */
const char *sys_folder_next(SysFolder *folder);

/** Release it. */
void sys_folder_close(SysFolder *folder);

#endif
