/* Starting programs by Windows, and waiting for them, but not for ever. */
#include "base/sys_process.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

#include "base/stream.h"
#include "base/sys.h"
#include "base/sys_windows_text.h"

enum {
    LINE_MAX = 32767, /* of a command, as Windows has it */
    LOOK_MS = 5,      /* between two looks whether something came */
};

/* One word of the command as a program of the C library reads it back: where it has to be, in
 * quotes, with a backslash before each quote in it, and those before a quote doubled. Returns how
 * long the line is then. */
static size_t add_word(char *line, size_t used, size_t room, const char *word)
{
    bool quoted = !*word || strpbrk(word, " \t\"");
    size_t slashes = 0;
    if (used + 2 * strlen(word) + 4 > room) {
        return room;
    }
    if (used > 0) {
        line[used++] = ' ';
    }
    if (quoted) {
        line[used++] = '"';
    }
    for (const char *at = word; *at; at++) {
        for (size_t i = 0; *at == '"' && i < slashes + 1; i++) {
            line[used++] = '\\';
        }
        slashes = *at == '\\' ? slashes + 1 : 0;
        line[used++] = *at;
    }
    for (size_t i = 0; quoted && i < slashes; i++) {
        line[used++] = '\\';
    }
    if (quoted) {
        line[used++] = '"';
    }
    line[used] = 0;
    return used;
}

static wchar_t *line_of(const char *const *words)
{
    char *line = malloc(LINE_MAX);
    size_t used = 0;
    for (size_t i = 0; line && words[i] && used < LINE_MAX; i++) {
        used = add_word(line, used, LINE_MAX, words[i]);
    }
    wchar_t *wide = line && used < LINE_MAX ? sys_wide(line) : NULL;
    free(line);
    return wide;
}

static HANDLE open_nothing(void)
{
    SECURITY_ATTRIBUTES given = {.nLength = sizeof given, .bInheritHandle = TRUE};
    return CreateFileW(L"NUL", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE,
                       &given, OPEN_EXISTING, 0, NULL);
}

/* Starts a program, which is looked for as a shell does, and reads and writes these, or nothing
 * where they are NULL. What it says of errors goes nowhere. NULL, and errno, where it fails. */
static HANDLE start(const char *const *words, HANDLE in, HANDLE out)
{
    HANDLE nothing = open_nothing();
    STARTUPINFOW how = {.cb = sizeof how,
                        .dwFlags = STARTF_USESTDHANDLES,
                        .hStdInput = in ? in : nothing,
                        .hStdOutput = out ? out : nothing,
                        .hStdError = nothing};
    PROCESS_INFORMATION process = {0};
    wchar_t *line = line_of(words);
    if (!line || !CreateProcessW(NULL, line, NULL, NULL, TRUE, CREATE_NO_WINDOW, NULL, NULL, &how,
                                 &process)) {
        errno = line ? 0 : ENOMEM;
        bool said = line && sys_fail();
        (void)said;
        process.hProcess = NULL;
    } else {
        CloseHandle(process.hThread);
    }
    int reason = errno;
    free(line);
    CloseHandle(nothing);
    errno = reason;
    return process.hProcess;
}

static void close_end(HANDLE *end)
{
    if (*end) {
        CloseHandle(*end);
        *end = NULL;
    }
}

/* Ends it, at once, unless it has ended. */
static void end_now(HANDLE *process)
{
    if (*process) {
        TerminateProcess(*process, EXIT_FAILURE); /* it has nothing of its own to tidy up */
        WaitForSingleObject(*process, INFINITE);
        close_end(process);
    }
}

static bool say_unstarted(const char *program, int code, Err *err)
{
    return err_set_code(err, err_code_of(code), "The program %s does not start: %s.", program,
                        strerror(code));
}

static bool say_late(const char *program, Err *err)
{
    return err_set_code(err, ERR_BUSY, "The program %s does not answer.", program);
}

static int64_t now_ms(void)
{
    return sys_time_ns(SYS_STEADY) / 1000000;
}

/* Waits until it ends by itself. */
static bool wait_for(HANDLE process, const char *program, int64_t end_ms, Err *err)
{
    DWORD status = EXIT_FAILURE;
    int64_t left_ms = end_ms - now_ms();
    if (WaitForSingleObject(process, left_ms > 0 ? (DWORD)left_ms : 0) != WAIT_OBJECT_0) {
        return say_late(program, err);
    }
    bool ok = GetExitCodeProcess(process, &status) && status == EXIT_SUCCESS;
    return ok || err_set(err, "The program %s has failed.", program);
}

/* Takes what comes until it ends. */
static bool read_pipe(HANDLE from, const char *program, int64_t end_ms, size_t max, uint8_t **data,
                      size_t *size, Err *err)
{
    size_t room = 0;
    for (*size = 0; *size <= max;) {
        DWORD waiting = 0, got = 0;
        if (!stream_room(data, &room, *size, max)) {
            return err_set_code(err, ERR_NO_MEMORY, "There is not enough memory for what %s gives.",
                                program);
        }
        if (!PeekNamedPipe(from, NULL, 0, NULL, &waiting, NULL)) {
            return GetLastError() == ERROR_BROKEN_PIPE || say_late(program, err);
        }
        size_t most = room - *size < waiting ? room - *size : waiting;
        if (most > 0 && ReadFile(from, *data + *size, (DWORD)most, &got, NULL)) {
            *size += got;
        } else if (now_ms() >= end_ms) {
            return say_late(program, err);
        } else {
            Sleep(LOOK_MS);
        }
    }
    return err_set(err, "The program %s gives too much: at most %zu bytes make sense here.",
                   program, max);
}

bool sys_process_read(const char *const *words, int wait_ms, size_t max, uint8_t **data,
                      size_t *size, Err *err)
{
    SECURITY_ATTRIBUTES given = {.nLength = sizeof given, .bInheritHandle = TRUE};
    HANDLE from = NULL, to = NULL, process = NULL;
    int64_t end_ms = now_ms() + wait_ms;
    *data = NULL;
    *size = 0;
    if (CreatePipe(&from, &to, &given, 0)) {
        SetHandleInformation(from, HANDLE_FLAG_INHERIT, 0);
        process = start(words, NULL, to);
    } else {
        sys_fail();
    }
    int code = errno;
    close_end(&to); /* so its end is seen here */
    bool ok = process ? read_pipe(from, words[0], end_ms, max, data, size, err) &&
                            wait_for(process, words[0], end_ms, err)
                      : say_unstarted(words[0], code, err);
    end_now(&process);
    close_end(&from);
    if (!ok) {
        free(*data);
        *data = NULL;
        *size = 0;
    }
    return ok;
}

/* A file that only the program to be started reads, and that goes when it is closed. */
static HANDLE make_file(const uint8_t *data, size_t size)
{
    SECURITY_ATTRIBUTES given = {.nLength = sizeof given, .bInheritHandle = TRUE};
    wchar_t folder[MAX_PATH + 1], name[MAX_PATH + 1];
    DWORD put = 0;
    if (!GetTempPathW(MAX_PATH, folder) || !GetTempFileNameW(folder, L"ink", 0, name)) {
        sys_fail();
        return NULL;
    }
    HANDLE file =
        CreateFileW(name, GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ, &given, CREATE_ALWAYS,
                    FILE_ATTRIBUTE_TEMPORARY | FILE_FLAG_DELETE_ON_CLOSE, NULL);
    bool ok = file != INVALID_HANDLE_VALUE && WriteFile(file, data, (DWORD)size, &put, NULL) &&
              put == size && SetFilePointer(file, 0, NULL, FILE_BEGIN) != INVALID_SET_FILE_POINTER;
    if (!ok) {
        sys_fail();
    }
    if (!ok && file != INVALID_HANDLE_VALUE) {
        CloseHandle(file);
    }
    return ok ? file : NULL;
}

bool sys_process_write(const char *const *words, int wait_ms, const uint8_t *data, size_t size,
                       Err *err)
{
    int64_t end_ms = now_ms() + wait_ms;
    HANDLE file = make_file(data, size), process = NULL;
    bool ok = false;
    if (!file) {
        err_set_code(err, err_code_of(errno), "A file for %s cannot be written: %s.", words[0],
                     strerror(errno));
    } else {
        process = start(words, file, NULL);
        ok = process ? wait_for(process, words[0], end_ms, err)
                     : say_unstarted(words[0], errno, err);
    }
    end_now(&process);
    close_end(&file);
    return ok;
}
