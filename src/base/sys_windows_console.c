/* The console by Windows: what the program is told and says there, and how it is ended there. */
#include "base/sys.h"

#include <fcntl.h>
#include <io.h>
#include <signal.h>
#include <stdlib.h>
#include <windows.h>

#include "base/sys_windows_text.h"

#include <shellapi.h>

/* Hidden state, as what Windows calls at such an end, on a thread of its own, is given no other. */
static volatile LONG end_asked;

void sys_start(int *argc, char ***argv)
{
    int count = 0;
    wchar_t **wide = CommandLineToArgvW(GetCommandLineW(), &count);
    char **words = wide ? calloc((size_t)count + 1, sizeof *words) : NULL;
    bool whole = words != NULL;
    for (int i = 0; whole && i < count; i++) {
        words[i] = sys_narrow(wide[i]);
        whole = words[i] != NULL;
    }
    if (whole) {
        *argc = count;
        *argv = words; /* as long as the program runs */
    }
    LocalFree(wide);
    SetConsoleOutputCP(CP_UTF8); /* where there is one */
    FILE *const said[] = {stdout, stderr};
    for (int i = 0; i < 2; i++) {
        if (_fileno(said[i]) >= 0) { /* a program of the desktop may have none */
            _setmode(_fileno(said[i]), _O_BINARY);
        }
    }
}

bool sys_is_terminal(FILE *stream)
{
    DWORD mode;
    return GetConsoleMode((HANDLE)_get_osfhandle(_fileno(stream)), &mode);
}

/* Windows ends the program when this comes back, or after some seconds: it does not come back from
 * an end that cannot be put off, so that the time is there to save what is to be saved. */
static BOOL WINAPI hold_end(DWORD kind)
{
    InterlockedExchange(&end_asked, 1);
    if (kind != CTRL_C_EVENT && kind != CTRL_BREAK_EVENT) {
        Sleep(INFINITE);
    }
    return TRUE;
}

void sys_hold_ends(void)
{
    SetConsoleCtrlHandler(hold_end, TRUE);
}

bool sys_end_asked(void)
{
    return InterlockedCompareExchange(&end_asked, 0, 0) != 0;
}

static BOOL WINAPI end_for_good(DWORD kind)
{
    bool closed = kind != CTRL_C_EVENT && kind != CTRL_BREAK_EVENT;
    if (closed) {
        raise(SIGTERM);
        Sleep(INFINITE);
    }
    return closed;
}

void sys_end_at_hangup(void)
{
    SetConsoleCtrlHandler(end_for_good, TRUE);
}
