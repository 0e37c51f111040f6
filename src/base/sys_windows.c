/* What differs by platform, by Windows: memory, time, threads' places, libraries, the user's
 * folder. */
#include "base/sys.h"

#include <errno.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

#include "base/sys_place.h"
#include "base/sys_windows_text.h"

enum { NAME_UNITS = 260 };

void *sys_alloc_aligned(size_t bytes)
{
    return _aligned_malloc(bytes, SYS_ALIGNMENT);
}

void sys_free_aligned(void *room)
{
    _aligned_free(room);
}

void *sys_alloc_large(size_t bytes)
{
    return malloc(bytes); /* large pages need a right that nobody has who does not ask for it */
}

/* No stream of the C library writes to memory here: a file does that is never put on the disk while
 * there is room, and goes when it is closed. */
FILE *sys_open_text(char **text, size_t *size)
{
    wchar_t folder[NAME_UNITS], name[NAME_UNITS];
    *text = NULL;
    *size = 0;
    if (!GetTempPathW(NAME_UNITS, folder) || !GetTempFileNameW(folder, L"ink", 0, name)) {
        sys_fail();
        return NULL;
    }
    return _wfopen(name, L"w+bDT");
}

bool sys_flush_text(FILE *stream, char **text, size_t *size)
{
    if (ferror(stream) || fflush(stream) != 0) {
        return false;
    }
    int64_t length = _ftelli64(stream);
    char *room = length >= 0 ? realloc(*text, (size_t)length + 1) : NULL;
    if (!room) {
        return false;
    }
    *text = room;
    bool whole = fseek(stream, 0, SEEK_SET) == 0 &&
                 fread(room, 1, (size_t)length, stream) == (size_t)length &&
                 fseek(stream, 0, SEEK_END) == 0;
    room[whole ? length : 0] = 0;
    *size = whole ? (size_t)length : 0;
    return whole;
}

bool sys_close_text(FILE *stream, char **text, size_t *size)
{
    bool whole = sys_flush_text(stream, text, size);
    return fclose(stream) == 0 && whole;
}

/* A time of Windows counts tenths of a microsecond. */
static int64_t units_of(FILETIME time)
{
    return (int64_t)((uint64_t)time.dwHighDateTime << 32 | time.dwLowDateTime);
}

static int64_t steady_ns(void)
{
    LARGE_INTEGER now, per_second;
    QueryPerformanceCounter(&now);
    QueryPerformanceFrequency(&per_second);
    int64_t whole_s = now.QuadPart / per_second.QuadPart;
    int64_t rest = now.QuadPart % per_second.QuadPart;
    return whole_s * 1000000000 + rest * 1000000000 / per_second.QuadPart;
}

int64_t sys_time_ns(SysClock clock)
{
    static const int64_t UNITS_TO_1970 = 116444736000000000; /* from 1601 */
    FILETIME now, begun, ended, system;
    if (clock == SYS_STEADY) {
        return steady_ns();
    }
    if (clock == SYS_DATE) {
        GetSystemTimePreciseAsFileTime(&now);
        return (units_of(now) - UNITS_TO_1970) * 100;
    }
    return GetThreadTimes(GetCurrentThread(), &begun, &ended, &system, &now)
               ? (units_of(system) + units_of(now)) * 100
               : 0;
}

void sys_sleep_ms(int time_ms)
{
    Sleep((DWORD)time_ms);
}

int sys_processors(void)
{
    SYSTEM_INFO info;
    GetSystemInfo(&info);
    return info.dwNumberOfProcessors < 1 ? 1 : (int)info.dwNumberOfProcessors;
}

uint64_t sys_unlike(void)
{
    return (uint64_t)sys_time_ns(SYS_DATE) + 7919u * (uint64_t)GetCurrentProcessId();
}

bool sys_program_file(char *path, size_t room)
{
    wchar_t wide[PATH_TEXT_MAX];
    DWORD length = GetModuleFileNameW(NULL, wide, PATH_TEXT_MAX);
    char *file = length > 0 && length < PATH_TEXT_MAX ? sys_narrow(wide) : NULL;
    bool found = file && strlen(file) < room;
    snprintf(path, room, "%s", found ? file : "");
    free(file);
    return found;
}

void *sys_library(const char *name, int version)
{
    char file[NAME_UNITS];
    snprintf(file, sizeof file, "lib%s-%d.dll", name, version);
    return LoadLibraryA(file);
}

void (*sys_library_call(void *library, const char *name))(void)
{
    return (void (*)(void))GetProcAddress(library, name);
}

bool sys_keep_private(intptr_t socket)
{
    return SetHandleInformation((HANDLE)socket, HANDLE_FLAG_INHERIT, 0);
}

bool sys_has_display(void)
{
    return true;
}

bool sys_user_folder(Path *folder, Err *err)
{
    const wchar_t *data = _wgetenv(L"APPDATA");
    char *name = data && *data ? sys_narrow(data) : NULL;
    bool ok = name && path_join(folder, name, "");
    free(name);
    return ok || err_set_code(err, ERR_MISSING, "There is no folder for your files: set APPDATA.");
}

void sys_place_worker(int worker, int workers)
{
    (void)worker; /* Windows spreads threads that are woken by itself */
    (void)workers;
}

void sys_place_anywhere(void)
{
}

void sys_place_behind_all(void)
{
    SetThreadPriority(GetCurrentThread(), THREAD_PRIORITY_LOWEST); /* a refusal does no harm */
}
