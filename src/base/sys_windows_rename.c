/* A name that passes from one file to another, by Windows: also where somebody has the old one
 * open, as whoever has locked it. */
#include "base/sys_file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

#include "base/sys_windows_text.h"

/* FileRenameInfoEx, as newer headers have it. */
static const FILE_INFO_BY_HANDLE_CLASS RENAME_AS_POSIX = (FILE_INFO_BY_HANDLE_CLASS)22;

static bool move(const wchar_t *from, const wchar_t *to, DWORD how)
{
    return MoveFileExW(from, to, how | MOVEFILE_WRITE_THROUGH);
}

/* At once, and whole, as everywhere else; since Windows 10. */
static bool replace_as_posix(const wchar_t *from, const wchar_t *to)
{
    size_t bytes = wcslen(to) * sizeof *to;
    FILE_RENAME_INFO *told = calloc(1, sizeof *told + bytes);
    HANDLE file = CreateFileW(from, GENERIC_WRITE | DELETE,
                              FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL,
                              OPEN_EXISTING, 0, NULL);
    bool ok = false;
    if (told && file != INVALID_HANDLE_VALUE) {
        told->Flags = FILE_RENAME_FLAG_REPLACE_IF_EXISTS | FILE_RENAME_FLAG_POSIX_SEMANTICS;
        told->FileNameLength = (DWORD)bytes;
        memcpy(told->FileName, to, bytes);
        ok = SetFileInformationByHandle(file, RENAME_AS_POSIX, told,
                                        (DWORD)(sizeof *told + bytes)) &&
             FlushFileBuffers(file);
    }
    if (file != INVALID_HANDLE_VALUE) {
        CloseHandle(file);
    }
    free(told);
    return ok;
}

/* In two steps, for an older Windows, and wine: the old file is put aside, as NAME.before, and
 * removed after that. Between the two it is there, but not by its name. */
static bool replace_aside(const wchar_t *from, const wchar_t *to)
{
    static const wchar_t ASIDE[] = L".before";
    size_t length = wcslen(to);
    wchar_t *aside = malloc(length * sizeof *aside + sizeof ASIDE);
    if (!aside) {
        return false;
    }
    memcpy(aside, to, length * sizeof *aside);
    memcpy(aside + length, ASIDE, sizeof ASIDE);
    bool ok = move(to, aside, MOVEFILE_REPLACE_EXISTING);
    if (ok && !move(from, to, 0)) {
        move(aside, to, 0);
        ok = false;
    }
    if (ok) {
        DeleteFileW(aside); /* goes when it is closed */
    }
    free(aside);
    return ok;
}

/* A folder takes the place of an empty one, as elsewhere. */
static bool replace(const wchar_t *from, const wchar_t *to)
{
    DWORD old = GetFileAttributesW(to), new = GetFileAttributesW(from);
    bool is_there = old != INVALID_FILE_ATTRIBUTES && new != INVALID_FILE_ATTRIBUTES;
    if (is_there && old & new &FILE_ATTRIBUTE_DIRECTORY) {
        RemoveDirectoryW(to);
    }
    if (move(from, to, MOVEFILE_REPLACE_EXISTING)) {
        return true;
    }
    DWORD error = GetLastError();
    if (is_there && !((old | new) & FILE_ATTRIBUTE_DIRECTORY) && !(old & FILE_ATTRIBUTE_READONLY) &&
        (replace_as_posix(from, to) || replace_aside(from, to))) {
        return true;
    }
    SetLastError(error);
    return false;
}

bool sys_rename(const char *from, const char *to)
{
    wchar_t *wide_from = sys_wide(from), *wide_to = sys_wide(to);
    bool ok = wide_from && wide_to && (replace(wide_from, wide_to) || sys_fail());
    free(wide_from);
    free(wide_to);
    return ok;
}
