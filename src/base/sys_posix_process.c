/* Starting programs, and waiting for them, but not for ever. */
#ifdef __linux__
#define _GNU_SOURCE /* F_SETPIPE_SZ */
#endif
#include "base/sys_process.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/stream.h"
#include "base/sys.h"

extern char **environ;

enum {
    PIPE_BYTES = 1 << 20, /* room for what arrives between two readings */
    FIRST_FREE = 3,       /* descriptor behind the three that every program has */
    LOOK_MS = 5,          /* between two looks whether a program has ended */
};

/* Closes a descriptor that is open, and makes it 0, which stands for none here. */
static void close_end(int *fd)
{
    if (*fd > 0) {
        close(*fd);
        *fd = 0;
    }
}

/* A descriptor that no other program gets, nor one of the first three: its own are put there. */
static int lift(int fd)
{
    int lifted = fcntl(fd, F_DUPFD_CLOEXEC, FIRST_FREE), code = errno;
    close(fd);
    errno = code;
    return lifted > 0 ? lifted : 0;
}

/* A pipe that no other program gets, its ends above the first three descriptors. Reading never
 * waits, writing does. */
static bool make_pipe(int *to_read, int *to_write)
{
    int end[2];
    *to_read = *to_write = 0;
    if (pipe(end) != 0) {
        return false;
    }
    *to_read = lift(end[0]);
    *to_write = lift(end[1]);
    if (!*to_read || !*to_write || fcntl(*to_read, F_SETFL, O_NONBLOCK) != 0) {
        close_end(to_read);
        close_end(to_write);
        return false;
    }
#ifdef F_SETPIPE_SZ
    fcntl(*to_read, F_SETPIPE_SZ, PIPE_BYTES); /* a refusal costs speed alone */
#endif
    return true;
}

static int give(posix_spawn_file_actions_t *files, int fd, int as)
{
    return fd > 0 ? posix_spawn_file_actions_adddup2(files, fd, as)
                  : posix_spawn_file_actions_addopen(files, as, "/dev/null",
                                                     as == STDIN_FILENO ? O_RDONLY : O_WRONLY, 0);
}

/* Starts a program, which is looked for as a shell does, and reads and writes these, or nothing
 * where they are 0. What it says of errors goes nowhere. Returns 0, or errno. */
static int start(pid_t *process, const char *const *words, int in, int out)
{
    posix_spawn_file_actions_t files;
    int code = posix_spawn_file_actions_init(&files);
    if (code != 0) {
        return code;
    }
    code = give(&files, in, STDIN_FILENO);
    code = code ? code : give(&files, out, STDOUT_FILENO);
    code = code ? code : give(&files, 0, STDERR_FILENO);
    code =
        code ? code : posix_spawnp(process, words[0], &files, NULL, (char *const *)words, environ);
    posix_spawn_file_actions_destroy(&files);
    return code;
}

/* Ends it, at once, unless there is none (0). */
static void end_now(pid_t *process)
{
    if (*process > 0) {
        kill(*process, SIGKILL); /* it has nothing of its own to tidy up */
        while (waitpid(*process, NULL, 0) < 0 && errno == EINTR) {
        }
    }
    *process = 0;
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
static bool wait_for(pid_t *process, const char *program, int64_t end_ms, Err *err)
{
    int status = 0;
    for (pid_t got; (got = waitpid(*process, &status, WNOHANG)) != *process;) {
        if ((got < 0 && errno != EINTR) || now_ms() >= end_ms) {
            return say_late(program, err);
        }
        poll(NULL, 0, LOOK_MS);
    }
    *process = 0;
    bool ok = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    return ok || err_set(err, "The program %s has failed.", program);
}

/* Takes what comes until it ends. */
static bool read_pipe(int fd, const char *program, int64_t end_ms, size_t max, uint8_t **data,
                      size_t *size, Err *err)
{
    size_t room = 0;
    for (*size = 0; *size <= max;) {
        int64_t left_ms = end_ms - now_ms();
        if (!stream_room(data, &room, *size, max)) {
            return err_set_code(err, ERR_NO_MEMORY, "There is not enough memory for what %s gives.",
                                program);
        }
        ssize_t got = read(fd, *data + *size, room - *size);
        if (got == 0) {
            return true;
        }
        if (got > 0) {
            *size += (size_t)got;
        } else if (left_ms <= 0 || (errno != EAGAIN && errno != EINTR)) {
            return say_late(program, err);
        } else {
            poll(&(struct pollfd){.fd = fd, .events = POLLIN}, 1, (int)left_ms);
        }
    }
    return err_set(err, "The program %s gives too much: at most %zu bytes make sense here.",
                   program, max);
}

bool sys_process_read(const char *const *words, int wait_ms, size_t max, uint8_t **data,
                      size_t *size, Err *err)
{
    int from = 0, to = 0;
    pid_t process = 0;
    int64_t end_ms = now_ms() + wait_ms;
    *data = NULL;
    *size = 0;
    int code = make_pipe(&from, &to) ? start(&process, words, 0, to) : errno;
    close_end(&to); /* so its end is seen here */
    process = code == 0 ? process : 0;
    bool ok = code == 0 ? read_pipe(from, words[0], end_ms, max, data, size, err) &&
                              wait_for(&process, words[0], end_ms, err)
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

bool sys_process_write(const char *const *words, int wait_ms, const uint8_t *data, size_t size,
                       Err *err)
{
    pid_t process = 0;
    int64_t end_ms = now_ms() + wait_ms;
    /* A file, and no pipe: writing it waits for nobody, whatever the program does. */
    FILE *file = tmpfile();
    bool ok = file && fcntl(fileno(file), F_SETFD, FD_CLOEXEC) == 0 &&
              fwrite(data, 1, size, file) == size && fflush(file) == 0 &&
              fseek(file, 0, SEEK_SET) == 0;
    if (!ok) {
        err_set_code(err, err_code_of(errno), "A file for %s cannot be written: %s.", words[0],
                     strerror(errno));
    } else {
        int code = start(&process, words, fileno(file), 0);
        process = code == 0 ? process : 0;
        ok = code == 0 ? wait_for(&process, words[0], end_ms, err)
                       : say_unstarted(words[0], code, err);
    }
    end_now(&process);
    if (file) {
        fclose(file);
    }
    return ok;
}
