/* Names on the disk by Windows: which stand for the same, and which are in a folder. */
#include "base/sys_file.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

#include "base/path.h"
#include "base/sys_windows_text.h"

struct SysFolder {
    HANDLE find;
    WIN32_FIND_DATAW found;
    bool has_found; /* and its name was not yet given */
    char *name;
};

/* A path as it is shown: without what Windows puts before those that may be long. */
static char *shown(const wchar_t *path)
{
    static const wchar_t LONG_SHARE[] = L"\\\\?\\UNC\\", LONG_PATH[] = L"\\\\?\\";
    size_t share = wcslen(LONG_SHARE), plain = wcslen(LONG_PATH);
    if (wcsncmp(path, LONG_SHARE, share) == 0) {
        char *rest = sys_narrow(path + share), *whole = rest ? malloc(strlen(rest) + 3) : NULL;
        if (whole) {
            memcpy(whole, "\\\\", 2);
            memcpy(whole + 2, rest, strlen(rest) + 1);
        }
        free(rest);
        return whole;
    }
    return sys_narrow(wcsncmp(path, LONG_PATH, plain) == 0 ? path + plain : path);
}

char *sys_real_path(const char *path)
{
    wchar_t *wide = sys_wide(path), real[PATH_TEXT_MAX];
    HANDLE handle =
        wide ? CreateFileW(wide, 0, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL,
                           OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, NULL)
             : INVALID_HANDLE_VALUE;
    free(wide);
    if (handle == INVALID_HANDLE_VALUE) {
        sys_fail();
        return NULL;
    }
    DWORD length = GetFinalPathNameByHandleW(handle, real, PATH_TEXT_MAX, 0);
    if (length == 0) {
        sys_fail();
    }
    CloseHandle(handle);
    return length > 0 && length < PATH_TEXT_MAX ? shown(real) : NULL;
}

bool sys_is_absolute(const char *path)
{
    bool has_drive = isalpha((unsigned char)path[0]) && path[1] == ':' && sys_is_separator(path[2]);
    return has_drive || (sys_is_separator(path[0]) && sys_is_separator(path[1]));
}

bool sys_is_separator(char sign)
{
    return sign == '/' || sign == '\\';
}

SysFolder *sys_folder_open(const char *path)
{
    Path all;
    if (!path_join(&all, path, "*")) {
        errno = ENAMETOOLONG;
        return NULL;
    }
    wchar_t *wide = sys_wide(all.text);
    SysFolder *folder = calloc(1, sizeof *folder);
    if (wide && folder) {
        folder->find = FindFirstFileW(wide, &folder->found);
        folder->has_found = folder->find != INVALID_HANDLE_VALUE;
    }
    free(wide);
    if (folder && !folder->has_found) {
        sys_fail();
        free(folder);
        folder = NULL;
    }
    return folder;
}

const char *sys_folder_next(SysFolder *folder)
{
    if (!folder->has_found && !FindNextFileW(folder->find, &folder->found)) {
        return NULL;
    }
    folder->has_found = false;
    free(folder->name);
    folder->name = sys_narrow(folder->found.cFileName);
    return folder->name;
}

void sys_folder_close(SysFolder *folder)
{
    if (folder) {
        FindClose(folder->find);
        free(folder->name);
        free(folder);
    }
}
