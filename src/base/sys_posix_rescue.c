/* The second life of a program that a graphics driver has ended. */
#include "base/sys_rescue.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A driver that needs longer than that never comes back. Loading one takes less than a second. */
enum { PATIENCE_S = 20 };

enum { SIGNALS = 6 };

static const int SIGNAL[SIGNALS] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGALRM};

static const char NO_WAY[] =
    "inkling: The graphics driver of this machine ends what draws with it: mend it, or set "
    "SDL_VIDEODRIVER=x11 and SDL_RENDER_DRIVER=software.\n";

extern char **environ;

/* Hidden state, as handlers of signals and of exit() are given no other. All is made ready before
 * they can be called: there they may do next to nothing. */
static struct {
    volatile sig_atomic_t armed;
    bool registered;
    char **argv, **env; /* of the second life; env is NULL where nothing else could draw */
    int said;           /* the true standard error */
    struct sigaction before[SIGNALS];
} rescue;

static void begin_anew(void)
{
    rescue.armed = 0;
    alarm(0);
    dup2(rescue.said, STDERR_FILENO);
    if (rescue.env) {
        execve("/proc/self/exe", rescue.argv, rescue.env);
    }
    (void)!write(STDERR_FILENO, NO_WAY, sizeof NO_WAY - 1);
    _exit(EXIT_FAILURE);
}

static void on_signal(int number)
{
    (void)number;
    begin_anew();
}

/* Xlib answers an error of X by exit(). */
static void on_exit_call(void)
{
    if (rescue.armed) {
        begin_anew();
    }
}

/* SDL itself draws on X11 alone. */
static char **second_environment(void)
{
    size_t count = 0, added = 0;
    while (environ[count]) {
        count++;
    }
    char **env = getenv("DISPLAY") ? calloc(count + 3, sizeof *env) : NULL;
    if (env) {
        env[added++] = "SDL_RENDER_DRIVER=software";
        if (!getenv("SDL_VIDEODRIVER")) {
            env[added++] = "SDL_VIDEODRIVER=x11";
        }
        memcpy(env + added, environ, count * sizeof *env);
    }
    return env;
}

static void point_standard_error(int to)
{
    if (to >= 0) {
        dup2(to, STDERR_FILENO);
        close(to);
    }
}

void sys_rescue_begin(char **argv)
{
    if (getenv("SDL_RENDER_DRIVER")) {
        return;
    }
    rescue.argv = argv;
    rescue.env = second_environment();
    rescue.said = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    point_standard_error(open("/dev/null", O_WRONLY | O_CLOEXEC));
    rescue.registered = rescue.registered || atexit(on_exit_call) == 0;
    rescue.armed = 1;
    /* The second life must not begin with its signals blocked. */
    struct sigaction act = {.sa_handler = on_signal, .sa_flags = SA_NODEFER};
    for (int i = 0; i < SIGNALS; i++) {
        sigaction(SIGNAL[i], &act, &rescue.before[i]);
    }
    alarm(PATIENCE_S);
}

void sys_rescue_end(void)
{
    if (!rescue.armed) {
        return;
    }
    rescue.armed = 0;
    alarm(0);
    for (int i = 0; i < SIGNALS; i++) {
        sigaction(SIGNAL[i], &rescue.before[i], NULL);
    }
    point_standard_error(rescue.said);
    free(rescue.env);
    rescue.env = NULL;
}
