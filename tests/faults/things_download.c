/* The download of MNIST, from a mirror on this machine. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <time.h>

#include "folder.h"
#include "sweep.h"
#include "train/curl_calls.h"
#include "train/fetch.h"

/* What the mirror takes for granted. */
#define assert_true MUST
#define assert_int_equal(a, b) MUST((a) == (b))
#include "../unit/mirror.h"

static char mirror[64];

/* Once for all trials. What libraries do as they are loaded without memory is theirs. */
static void load_libcurl(void)
{
    CurlCalls curl;
    Err err;
    MUST(curl_calls_find(&curl, &err) && curl.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK);
}

/* A mirror that ends with this program. */
static void start_mirror(const char *folder)
{
    int port;
    (void)folder;
    if (*mirror) {
        return;
    }
    load_libcurl();
    int fd = mirror_open_port(&port);
    MUST(listen(fd, 16) == 0);
    snprintf(mirror, sizeof mirror, "http://127.0.0.1:%d/", port);
    pid_t child = fork();
    MUST(child >= 0);
    while (child == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        int to = accept(fd, NULL, NULL);
        mirror_answer(to, SEND_REAL);
        close(to);
    }
    close(fd);
}

static bool download(const char *folder, Err *err)
{
    char to[PATH_TEXT_MAX];
    double share;
    snprintf(to, sizeof to, "%s/mnist", folder);
    Fetch *fetch = fetch_create(to, mirror, err);
    if (!fetch) {
        return false;
    }
    FetchPhase phase;
    while ((phase = fetch_poll(fetch, &share, err)) == FETCH_RUNNING) {
        nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
    }
    fetch_destroy(fetch);
    return phase == FETCH_DONE;
}

/* A sum of the file that is part `part`. */
static char *look(const char *folder, int part)
{
    char path[PATH_TEXT_MAX], *text = malloc(64);
    uint8_t *data;
    size_t size;
    uint64_t sum = 0;
    MUST(text);
    snprintf(path, sizeof path, "%s/mnist/%s", folder, mnist_files()[part].name);
    if (!folder_read_file(path, &data, &size)) {
        strcpy(text, "none");
        return text;
    }
    for (size_t i = 0; i < size; i++) {
        sum = (sum ^ data[i]) * 1099511628211u;
    }
    snprintf(text, 64, "%zu bytes %llx", size, (unsigned long long)sum);
    free(data);
    return text;
}

static const char *const WORDS[] = {"MNIST",   "mnist", "-ubyte.gz", "memory to download",
                                    "libcurl", NULL};
const Thing THING_DOWNLOAD = {.name = "download",
                              .needs = "INKLING_DATA",
                              .make_old = start_mirror,
                              .save = download,
                              .look = look,
                              .parts = MNIST_FILES,
                              .words = WORDS,
                              .streams = true};
