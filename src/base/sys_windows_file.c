/* Files, folders and locks by Windows. What is open may be renamed and removed meanwhile, as
 * elsewhere: everything is opened so that it may. */
#include "base/sys_file.h"

#include <errno.h>
#include <fcntl.h>
#include <io.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

#include "base/path.h"
#include "base/sys_windows_text.h"

enum { SHARE_ALL = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE };

/* Where locks are: a byte that no file has, as Windows keeps others from reading what is locked. */
static const OVERLAPPED LOCK_AT = {.Offset = 0, .OffsetHigh = 0x7ffffff0};

/* Whether its folder is a file, which Windows tells from no folder nowhere. */
static bool is_below_file(const char *path)
{
    Path folder;
    path_folder(path, &folder);
    wchar_t *wide = strlen(path) < sizeof folder.text ? sys_wide(folder.text) : NULL;
    DWORD attributes = wide ? GetFileAttributesW(wide) : INVALID_FILE_ATTRIBUTES;
    free(wide);
    return attributes != INVALID_FILE_ATTRIBUTES && !(attributes & FILE_ATTRIBUTE_DIRECTORY);
}

/* CreateFileW(), which takes a folder only where that is asked for. */
static HANDLE open_handle(const char *path, DWORD access, DWORD creation, DWORD flags)
{
    wchar_t *wide = sys_wide(path);
    HANDLE handle = INVALID_HANDLE_VALUE;
    if (wide) {
        handle = CreateFileW(wide, access, SHARE_ALL, NULL, creation, flags, NULL);
        if (handle == INVALID_HANDLE_VALUE && !sys_fail() && is_below_file(path)) {
            errno = ENOTDIR;
        }
        free(wide);
    }
    return handle;
}

static HANDLE handle_of(int fd)
{
    return (HANDLE)_get_osfhandle(fd);
}

static bool is_link(HANDLE handle)
{
    FILE_ATTRIBUTE_TAG_INFO tag;
    return GetFileInformationByHandleEx(handle, FileAttributeTagInfo, &tag, sizeof tag) &&
           tag.FileAttributes & FILE_ATTRIBUTE_REPARSE_POINT;
}

int sys_open(const char *path, SysOpen how)
{
    static const struct {
        DWORD access, creation, flags;
        int mode;
    } HOW[] = {
        [SYS_READ] = {GENERIC_READ, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, _O_RDONLY},
        [SYS_READ_STREAM] = {GENERIC_READ, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, _O_RDONLY},
        [SYS_APPEND] = {GENERIC_READ | GENERIC_WRITE, OPEN_ALWAYS, 0, _O_RDWR | _O_APPEND},
        [SYS_CHANGE] = {GENERIC_READ | GENERIC_WRITE, OPEN_ALWAYS, 0, _O_RDWR},
        [SYS_FOUND] = {GENERIC_READ | GENERIC_WRITE, OPEN_EXISTING, FILE_FLAG_OPEN_REPARSE_POINT,
                       _O_RDWR},
        [SYS_NEW] = {GENERIC_READ | GENERIC_WRITE, CREATE_NEW, 0, _O_RDWR},
        /* What a folder gives its files is the user's own below his folders. */
        [SYS_NEW_PRIVATE] = {GENERIC_READ | GENERIC_WRITE, CREATE_NEW, 0, _O_RDWR},
    };
    HANDLE handle = open_handle(path, HOW[how].access, HOW[how].creation, HOW[how].flags);
    if (handle == INVALID_HANDLE_VALUE) {
        return -1;
    }
    if (how == SYS_FOUND && is_link(handle)) {
        CloseHandle(handle);
        errno = ELOOP;
        return -1;
    }
    int fd = _open_osfhandle((intptr_t)handle, HOW[how].mode | _O_BINARY | _O_NOINHERIT);
    if (fd < 0) {
        CloseHandle(handle);
    }
    return fd;
}

int sys_standard_input(void)
{
    int fd = _fileno(stdin);
    _setmode(fd, _O_BINARY);
    return fd;
}

void sys_close(int fd)
{
    _close(fd);
}

ptrdiff_t sys_read(int fd, void *data, size_t size)
{
    return _read(fd, data, size > INT_MAX ? INT_MAX : (unsigned)size);
}

bool sys_write(int fd, const void *data, size_t size)
{
    for (size_t done = 0; done < size;) {
        size_t left = size - done;
        int put = _write(fd, (const char *)data + done, left > INT_MAX ? INT_MAX : (unsigned)left);
        if (put <= 0) {
            errno = put == 0 ? ENOSPC : errno;
            return false;
        }
        done += (size_t)put;
    }
    return true;
}

bool sys_sync(int fd)
{
    return FlushFileBuffers(handle_of(fd)) || sys_fail();
}

bool sys_sync_folder(const char *path)
{
    (void)path; /* sys_rename() waits for the disk */
    return true;
}

bool sys_cut(int fd, uint64_t size)
{
    return _chsize_s(fd, (int64_t)size) == 0;
}

static bool read_info(HANDLE handle, SysInfo *info)
{
    BY_HANDLE_FILE_INFORMATION from;
    FILE_STANDARD_INFO more;
    if (GetFileType(handle) != FILE_TYPE_DISK) {
        *info = (SysInfo){.is_mine = true, .is_named = true};
        return true;
    }
    if (!GetFileInformationByHandle(handle, &from) ||
        !GetFileInformationByHandleEx(handle, FileStandardInfo, &more, sizeof more)) {
        return sys_fail();
    }
    bool is_folder = from.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY;
    *info = (SysInfo){
        .is_file = !is_folder,
        .is_folder = is_folder,
        .is_mine = true, /* who may not remove it is told so */
        .is_named = more.NumberOfLinks > 0 && !more.DeletePending,
        .is_protected = !is_folder && from.dwFileAttributes & FILE_ATTRIBUTE_READONLY,
        .rights = from.dwFileAttributes,
        .size = (uint64_t)from.nFileSizeHigh << 32 | from.nFileSizeLow,
        .device = from.dwVolumeSerialNumber,
        .number = (uint64_t)from.nFileIndexHigh << 32 | from.nFileIndexLow,
    };
    return true;
}

bool sys_info(const char *path, SysInfo *info)
{
    HANDLE handle =
        open_handle(path, FILE_READ_ATTRIBUTES, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS);
    bool ok = handle != INVALID_HANDLE_VALUE && read_info(handle, info);
    if (handle != INVALID_HANDLE_VALUE) {
        CloseHandle(handle);
    }
    return ok;
}

bool sys_info_of(int fd, SysInfo *info)
{
    return read_info(handle_of(fd), info);
}

bool sys_is_same(const SysInfo *a, const SysInfo *b)
{
    return a->device == b->device && a->number == b->number;
}

/* What calls of Windows that take one path say. */
static bool with_wide(const char *path, BOOL (*call)(const wchar_t *))
{
    wchar_t *wide = sys_wide(path);
    bool ok = wide && (call(wide) || sys_fail());
    free(wide);
    return ok;
}

static BOOL has_attributes(const wchar_t *path)
{
    return GetFileAttributesW(path) != INVALID_FILE_ATTRIBUTES;
}

static BOOL delete_file(const wchar_t *path)
{
    return DeleteFileW(path);
}

static BOOL delete_folder(const wchar_t *path)
{
    return RemoveDirectoryW(path);
}

static BOOL make_folder(const wchar_t *path)
{
    return CreateDirectoryW(path, NULL);
}

bool sys_is_there(const char *path)
{
    return with_wide(path, has_attributes);
}

/* Whether the system would open it so. */
static bool may_open(const char *path, DWORD access)
{
    HANDLE handle = open_handle(path, access, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS);
    if (handle != INVALID_HANDLE_VALUE) {
        CloseHandle(handle);
    }
    return handle != INVALID_HANDLE_VALUE;
}

bool sys_is_protected(const char *path, const SysInfo *info)
{
    return info->is_protected || (!may_open(path, FILE_WRITE_DATA) && errno == EACCES);
}

bool sys_give_rights(int fd, unsigned rights)
{
    (void)fd; /* the folder gives them */
    (void)rights;
    return true;
}

bool sys_may_read(const char *path)
{
    return may_open(path, GENERIC_READ);
}

bool sys_may_fill(const char *folder)
{
    return may_open(folder, FILE_ADD_FILE);
}

bool sys_lock(int fd, SysLock lock)
{
    OVERLAPPED at = LOCK_AT;
    DWORD alone = lock == SYS_LOCK_ALONE ? LOCKFILE_EXCLUSIVE_LOCK : 0;
    return LockFileEx(handle_of(fd), alone | LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &at) || sys_fail();
}

/* A folder cannot be locked. It is opened to add files, and so that nobody else opens it for that:
 * who makes files in it, or lists and removes them, does not. */
int sys_lock_folder(const char *path)
{
    wchar_t *wide = sys_wide(path);
    HANDLE handle = INVALID_HANDLE_VALUE;
    int fd = -1;
    if (wide) {
        handle = CreateFileW(wide, FILE_ADD_FILE, FILE_SHARE_READ | FILE_SHARE_DELETE, NULL,
                             OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, NULL);
    }
    if (handle != INVALID_HANDLE_VALUE) {
        fd = _open_osfhandle((intptr_t)handle, _O_NOINHERIT);
    } else if (wide && GetLastError() == ERROR_SHARING_VIOLATION) {
        errno = EWOULDBLOCK;
    } else if (wide) {
        sys_fail();
    }
    free(wide);
    return fd;
}

bool sys_remove(const char *path)
{
    return with_wide(path, delete_file);
}

bool sys_remove_folder(const char *path)
{
    return with_wide(path, delete_folder);
}

bool sys_make_folder(const char *path)
{
    return with_wide(path, make_folder);
}
