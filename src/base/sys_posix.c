/* What differs by platform, by POSIX. No macro asks for POSIX here, nor anywhere: it would hide
 * what the BSDs have beside it (flock(), madvise()), which show all of it where nothing is asked
 * for. glibc and musl do so for _DEFAULT_SOURCE, which the build defines. */
#include "base/sys.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

enum { HUGE_PAGE = 2 * 1024 * 1024 };

void sys_start(int *argc, char ***argv)
{
    (void)argc; /* all of it is so already */
    (void)argv;
}

void *sys_alloc_aligned(size_t bytes)
{
    return aligned_alloc(SYS_ALIGNMENT, bytes);
}

void sys_free_aligned(void *room)
{
    free(room);
}

void *sys_alloc_large(size_t bytes)
{
    size_t whole = bytes / HUGE_PAGE * HUGE_PAGE;
    if (whole == 0) {
        return malloc(bytes);
    }
    void *room = aligned_alloc(HUGE_PAGE, whole + HUGE_PAGE);
#ifdef MADV_HUGEPAGE
    if (room) {
        madvise(room, whole, MADV_HUGEPAGE); /* where it fails the pages are small ones */
    }
#endif
    return room;
}

FILE *sys_open_text(char **text, size_t *size)
{
    *text = NULL;
    *size = 0;
    return open_memstream(text, size);
}

bool sys_flush_text(FILE *stream, char **text, size_t *size)
{
    (void)text; /* open_memstream() was told both */
    (void)size;
    return fflush(stream) == 0;
}

bool sys_close_text(FILE *stream, char **text, size_t *size)
{
    (void)text;
    (void)size;
    bool whole = !ferror(stream);
    return fclose(stream) == 0 && whole;
}

int64_t sys_time_ns(SysClock clock)
{
    static const clockid_t CLOCK[] = {[SYS_STEADY] = CLOCK_MONOTONIC,
                                      [SYS_DATE] = CLOCK_REALTIME,
                                      [SYS_THREAD] = CLOCK_THREAD_CPUTIME_ID};
    struct timespec now;
    clock_gettime(CLOCK[clock], &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

void sys_sleep_ms(int time_ms)
{
    struct timespec time = {time_ms / 1000, time_ms % 1000 * 1000000L};
    nanosleep(&time, NULL);
}

int sys_processors(void)
{
    long online = sysconf(_SC_NPROCESSORS_ONLN);
    return online < 1 ? 1 : (int)online;
}

uint64_t sys_unlike(void)
{
    return (uint64_t)sys_time_ns(SYS_DATE) + 7919u * (uint64_t)getpid();
}

void *sys_library(const char *name, int version)
{
    char file[NAME_MAX];
#ifdef __APPLE__
    snprintf(file, sizeof file, "lib%s.%d.dylib", name, version);
#else
    snprintf(file, sizeof file, "lib%s.so.%d", name, version);
#endif
    return dlopen(file, RTLD_NOW | RTLD_LOCAL);
}

void (*sys_library_call(void *library, const char *name))(void)
{
    void (*call)(void);
    *(void **)&call = dlsym(library, name); /* as POSIX has it */
    return call;
}

bool sys_keep_private(intptr_t socket)
{
    return fcntl((int)socket, F_SETFD, FD_CLOEXEC) == 0;
}

bool sys_is_terminal(FILE *stream)
{
    return isatty(fileno(stream));
}

bool sys_has_display(void)
{
#ifdef __APPLE__
    return true;
#else
    static const char *const SAID_BY[] = {"DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"};
    for (size_t i = 0; i < sizeof SAID_BY / sizeof *SAID_BY; i++) {
        const char *text = getenv(SAID_BY[i]);
        if (text && *text) {
            return true;
        }
    }
    return false;
#endif
}

bool sys_user_folder(Path *folder, Err *err)
{
    const char *data = getenv("XDG_DATA_HOME");
    const char *home = getenv("HOME");
    bool ok = data && *data == '/' ? path_join(folder, data, "")
                                   : home && *home && path_join(folder, home, ".local/share");
    return ok || err_set_code(err, ERR_MISSING,
                              "There is no folder for your files: set HOME or XDG_DATA_HOME.");
}

void sys_hold_ends(void)
{
    const int ends[] = {SIGINT, SIGTERM, SIGHUP, SIGPIPE};
    sigset_t held;
    sigemptyset(&held);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        struct sigaction action;
        if (sigaction(ends[i], NULL, &action) == 0 && action.sa_handler != SIG_IGN) {
            sigaddset(&held, ends[i]);
        }
    }
    sigprocmask(SIG_BLOCK, &held, NULL);
}

bool sys_end_asked(void)
{
    sigset_t waiting;
    sigpending(&waiting);
    return sigismember(&waiting, SIGINT) || sigismember(&waiting, SIGTERM) ||
           sigismember(&waiting, SIGHUP);
}

static void terminate(int hangup)
{
    (void)hangup;
    raise(SIGTERM);
}

void sys_end_at_hangup(void)
{
    struct sigaction hangup;
    if (sigaction(SIGHUP, NULL, &hangup) == 0 && hangup.sa_handler == SIG_DFL) {
        hangup.sa_handler = terminate;
        sigaction(SIGHUP, &hangup, NULL);
    }
}
