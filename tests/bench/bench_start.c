/* Starting the program and waiting for the first line of its frame log. */
#include "bench_start.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { STARTS = 7, PATIENCE_MS = 10000 };

/* In the child: become the window. It has no session to read, and nowhere to keep one. */
static void become_window(const char *program, const char *data, int log)
{
    char name[32];
    snprintf(name, sizeof name, "/dev/fd/%d", log);
    setenv("INKLING_FRAME_LOG", name, 1);
    setenv("XDG_DATA_HOME", "/dev/null", 1);
    if (data) {
        setenv("INKLING_DATA", data, 1);
    }
    execl(program, "inkling", (char *)NULL);
    _exit(EXIT_FAILURE);
}

static bool time_start(const char *program, const char *data, double *ms, Err *err)
{
    int end[2];
    if (pipe(end) != 0) {
        return err_set(err, "The window cannot be started: there are too many open files.");
    }
    double start_ms = bench_time_now_ms();
    pid_t child = fork();
    if (child == 0) {
        become_window(program, data, end[1]);
    }
    close(end[1]);
    char first;
    struct pollfd wait = {.fd = end[0], .events = POLLIN};
    /* Where the window does not open, the pipe's other end is closed and there is nothing to read.
     */
    bool shown = child > 0 && poll(&wait, 1, PATIENCE_MS) == 1 && read(end[0], &first, 1) == 1;
    *ms = bench_time_now_ms() - start_ms;
    if (child > 0) {
        kill(child, SIGKILL);
        waitpid(child, NULL, 0);
    }
    close(end[0]);
    return shown || err_set(err, "The window does not open.");
}

static bool is_set(const char *name)
{
    const char *value = getenv(name);
    return value && *value;
}

bool bench_start_measure(const char *program, const char *data, BenchTime *ms, Err *err)
{
    if (!program || access(program, X_OK) != 0) {
        return err_set(err, "There is no program to start: name one with --program.");
    }
    if (!is_set("DISPLAY") && !is_set("WAYLAND_DISPLAY") && !is_set("SDL_VIDEODRIVER")) {
        return err_set(err, "There is no display to open a window on.");
    }
    double sample[STARTS];
    for (int i = -1; i < STARTS; i++) {
        if (!time_start(program, data, &sample[i < 0 ? 0 : i], err)) {
            return false;
        }
    }
    *ms = bench_time_of(sample, STARTS);
    return true;
}
