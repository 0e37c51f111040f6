/* A mirror of MNIST on the loopback address, a process of its own, that does as it is told.
 * Included after cmocka.h. */
#ifndef UNIT_MIRROR_H
#define UNIT_MIRROR_H

#include <arpa/inet.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/path.h"
#include "train/mnist.h"

/* What the server does with a request for one of the four files. */
typedef enum MirrorManner {
    SEND_REAL,       /* the file of $INKLING_DATA */
    SEND_WRONG,      /* as many bytes, all of them 0 */
    SEND_LAST_WRONG, /* the real files, but the last one wrong */
    SEND_LESS,       /* half of what it says */
    SEND_CUT,        /* half of the file, and does not say how long it is */
    SEND_MORE,       /* it says that it is longer */
    SEND_ENDLESS,    /* it says nothing, and does not stop */
    SEND_404,
    SEND_AND_STALL, /* a little, then nothing */
    SEND_SLOWLY,    /* two bytes a second; exits with MIRROR_LEFT when nobody wants them any more */
    SEND_ELSEWHERE, /* to an address that is on this machine, but not https */
} MirrorManner;

enum { MIRROR_LITTLE = 5000, MIRROR_LIFE_S = 300, MIRROR_LEFT = 7 };

static inline bool mirror_send_all(int to, const void *data, size_t size)
{
    for (size_t done = 0; done < size;) {
        ssize_t put = send(to, (const char *)data + done, size - done, MSG_NOSIGNAL);
        if (put <= 0) {
            return false;
        }
        done += (size_t)put;
    }
    return true;
}

static inline void mirror_send_head(int to, const char *status, long length)
{
    char head[128];
    int size = snprintf(head, sizeof head, "HTTP/1.0 %s\r\n", status);
    if (length >= 0) {
        size +=
            snprintf(head + size, sizeof head - (size_t)size, "Content-Length: %ld\r\n", length);
    }
    size += snprintf(head + size, sizeof head - (size_t)size, "\r\n");
    mirror_send_all(to, head, (size_t)size);
}

static inline void mirror_send_zeros(int to, long count)
{
    static const uint8_t zeros[1 << 16];
    while (count > 0) {
        size_t size = count < (long)sizeof zeros ? (size_t)count : sizeof zeros;
        if (!mirror_send_all(to, zeros, size)) {
            return;
        }
        count -= (long)size;
    }
}

static inline void mirror_send_slowly(int to)
{
    mirror_send_head(to, "200 OK", -1);
    while (mirror_send_all(to, "\0", 2)) {
        sleep(1);
    }
    _exit(MIRROR_LEFT);
}

static inline void mirror_send_real(int to, const char *name)
{
    Path path;
    uint8_t *data;
    size_t size;
    Err err;
    if (path_join(&path, getenv("INKLING_DATA"), name) &&
        file_read(path.text, 1 << 24, &data, &size, &err)) {
        mirror_send_head(to, "200 OK", (long)size);
        mirror_send_all(to, data, size);
        free(data);
    }
}

static inline void mirror_send_file(int to, MirrorManner manner, int file)
{
    const MnistFile *wanted = &mnist_files()[file];
    bool last = file == MNIST_FILES - 1;
    if (manner == SEND_REAL || (manner == SEND_LAST_WRONG && !last)) {
        mirror_send_real(to, wanted->name);
    } else if (manner == SEND_404) {
        mirror_send_head(to, "404 Not Found", 0);
    } else if (manner == SEND_ELSEWHERE) {
        mirror_send_head(to, "302 Found\r\nLocation: http://127.0.0.1:1/", 0);
    } else if (manner == SEND_SLOWLY) {
        mirror_send_slowly(to);
    } else if (manner == SEND_CUT) {
        mirror_send_head(to, "200 OK", -1);
        mirror_send_zeros(to, wanted->bytes / 2);
    } else if (manner == SEND_ENDLESS) {
        mirror_send_head(to, "200 OK", -1);
        mirror_send_zeros(to, LONG_MAX);
    } else {
        mirror_send_head(to, "200 OK", manner == SEND_MORE ? wanted->bytes + 1 : wanted->bytes);
        mirror_send_zeros(to, manner == SEND_LESS        ? wanted->bytes / 2
                              : manner == SEND_AND_STALL ? MIRROR_LITTLE
                                                         : wanted->bytes);
    }
    if (manner == SEND_AND_STALL) {
        pause();
    }
}

static inline void mirror_answer(int to, MirrorManner manner)
{
    char request[4096] = "";
    size_t size = 0;
    while (!strstr(request, "\r\n\r\n") && size < sizeof request - 1) {
        ssize_t got = recv(to, request + size, sizeof request - 1 - size, 0);
        if (got <= 0) {
            return;
        }
        size += (size_t)got;
        request[size] = 0;
    }
    for (int file = 0; file < MNIST_FILES; file++) {
        if (strstr(request, mnist_files()[file].name)) {
            mirror_send_file(to, manner, file);
        }
    }
}

/* A socket on a free port of the loopback address. */
static inline int mirror_open_port(int *port)
{
    struct sockaddr_in address = {.sin_family = AF_INET};
    socklen_t size = sizeof address;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    assert_true(fd >= 0);
    assert_int_equal(bind(fd, (struct sockaddr *)&address, sizeof address), 0);
    assert_int_equal(getsockname(fd, (struct sockaddr *)&address, &size), 0);
    *port = ntohs(address.sin_port);
    return fd;
}

/** Start one; returns its process and [out] its port. */
static inline pid_t mirror_start(MirrorManner manner, int *port)
{
    int fd = mirror_open_port(port);
    assert_int_equal(listen(fd, 4), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        alarm(MIRROR_LIFE_S); /* it does not outlive a test that was killed by much */
        for (;;) {
            int to = accept(fd, NULL, NULL);
            mirror_answer(to, manner);
            close(to);
        }
    }
    close(fd);
    return child;
}

static inline void mirror_stop(pid_t mirror)
{
    kill(mirror, SIGKILL);
    assert_int_equal(waitpid(mirror, NULL, 0), mirror);
}

#endif
