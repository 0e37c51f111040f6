/* The second life of a program that a graphics driver has ended, by Windows. */
#include "base/sys_rescue.h"

#include <stdlib.h>
#include <windows.h>

/* A driver that needs longer than that never comes back. Loading one takes less than a second. */
enum { PATIENCE_MS = 20000 };

static const wchar_t DRAWN_BY[] = L"SDL_RENDER_DRIVER";

/* Hidden state, as what Windows calls is given no other. */
static struct {
    volatile LONG armed;
    HANDLE done; /* set at the end */
    LPTOP_LEVEL_EXCEPTION_FILTER before;
} driver;

/* The second life is a program of its own, which gets the same words. */
static void begin_anew(void)
{
    STARTUPINFOW start = {.cb = sizeof start};
    PROCESS_INFORMATION process;
    if (InterlockedExchange(&driver.armed, 0) == 0) {
        return;
    }
    SetEnvironmentVariableW(DRAWN_BY, L"software");
    BOOL begun =
        CreateProcessW(NULL, GetCommandLineW(), NULL, NULL, TRUE, 0, NULL, NULL, &start, &process);
    TerminateProcess(GetCurrentProcess(), begun ? EXIT_SUCCESS : EXIT_FAILURE);
}

static LONG WINAPI on_crash(EXCEPTION_POINTERS *what)
{
    (void)what;
    begin_anew();
    return EXCEPTION_CONTINUE_SEARCH;
}

static DWORD WINAPI wait_for_driver(void *done)
{
    if (WaitForSingleObject(done, PATIENCE_MS) == WAIT_TIMEOUT) {
        begin_anew();
    }
    CloseHandle(done);
    return 0;
}

void sys_rescue_begin(char **argv)
{
    (void)argv; /* Windows remembers them */
    if (_wgetenv(DRAWN_BY)) {
        return;
    }
    driver.armed = 1;
    driver.before = SetUnhandledExceptionFilter(on_crash);
    driver.done = CreateEventW(NULL, TRUE, FALSE, NULL);
    HANDLE waits =
        driver.done ? CreateThread(NULL, 0, wait_for_driver, driver.done, 0, NULL) : NULL;
    if (waits) {
        CloseHandle(waits);
    }
}

void sys_rescue_end(void)
{
    if (InterlockedExchange(&driver.armed, 0) == 0) {
        return;
    }
    SetUnhandledExceptionFilter(driver.before);
    if (driver.done) {
        SetEvent(driver.done); /* the thread that waits closes it */
    }
}
