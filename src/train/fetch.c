/* Downloading MNIST into a folder of its own inside the target; polled, no thread. */
#include "train/fetch.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/path.h"
#include "base/sha256.h"
#include "base/sys_file.h"
#include "train/download.h"
#include "train/mnist.h"

static const char MIRRORS[] = "https://ossci-datasets.s3.amazonaws.com/mnist/ "
                              "https://storage.googleapis.com/cvdf-datasets/mnist/";
static const char PART[] = ".download";

enum {
    /* A modem is fast enough. */
    LEAST_RATE = 1000,
    SLOW_S = 15,
    LEAST_WHOLE_RATE = 4000,
    LEAST_WHOLE_S = 60,
    REASON_MAX = 256,
};

struct Fetch {
    FetchPhase phase;
    Err why; /* why it failed */
    Path folder, part;
    bool made_folder;
    int part_lock;      /* of the part folder while this download uses it; -1 where there is none */
    char *mirrors;      /* the addresses, cut apart where they are used up */
    char *mirrors_left; /* strtok_r()'s place in them */
    const char *mirror; /* the one in use */
    bool hopeless;      /* no other mirror can help */
    int file;           /* the one under way; those before it are whole and right */
    Download *download;
    int out;       /* the file under way, -1 where there is none */
    int unwritten; /* errno where what has arrived could not be written */
    long have;     /* bytes of it */
    Sha256 sum;
};

static const MnistFile *current(const Fetch *fetch)
{
    return &mnist_files()[fetch->file];
}

static void stop_file(Fetch *fetch)
{
    if (fetch->download) {
        download_stop(fetch->download);
    }
    if (fetch->out >= 0) {
        sys_close(fetch->out);
        fetch->out = -1;
    }
    fetch->have = 0;
    fetch->unwritten = 0;
}

/* Where a file is until all are there; false where that is too long a name. */
static bool find_part(const Fetch *fetch, int file, Path *path)
{
    return path_join(path, fetch->part.text, mnist_files()[file].name);
}

static bool too_long(const Fetch *fetch, Err *err)
{
    return err_set_code(err, ERR_VALUE,
                        "The name of the folder %.80s... is too long: choose a shorter one.",
                        fetch->folder.text);
}

/* Remove all but the files that are in their places. */
static void tidy(Fetch *fetch)
{
    stop_file(fetch);
    if (fetch->part_lock >= 0) {
        for (int i = 0; i < MNIST_FILES; i++) {
            Path file;
            if (find_part(fetch, i, &file)) {
                sys_remove(file.text);
            }
        }
        sys_remove_folder(fetch->part.text);
        sys_close(fetch->part_lock); /* and not before: it could be another's by then */
        fetch->part_lock = -1;
    }
    if (fetch->made_folder) {
        sys_remove_folder(fetch->folder.text); /* fails where it is in use, as it should */
    }
}

/* Take the part folder, also one that a killed program has left, but not from a running one. */
static bool take_part(Fetch *fetch, Err *err)
{
    if (!path_join(&fetch->part, fetch->folder.text, PART)) {
        return too_long(fetch, err);
    }
    if (!path_make_folder(fetch->part.text, err)) {
        return false;
    }
    fetch->part_lock = sys_lock_folder(fetch->part.text);
    if (fetch->part_lock < 0 && errno == EWOULDBLOCK) {
        return err_set_code(err, ERR_BUSY,
                            "MNIST is being downloaded to %s already: wait until it is there.",
                            fetch->folder.text);
    }
    return fetch->part_lock >= 0 || err_unopened(err, fetch->part.text, errno);
}

static bool not_written(const Fetch *fetch, int code, Err *err)
{
    Path file = {0};
    path_join(&file, fetch->folder.text, current(fetch)->name);
    return err_unsaved(err, file.text, code);
}

/* Hash and write a piece of what has arrived, and no byte more than the file has: the first one
 * more ends it. */
static bool take(void *context, const void *data, size_t size)
{
    Fetch *fetch = context;
    fetch->have += (long)size;
    if (fetch->have > current(fetch)->bytes) {
        return false;
    }
    if (!sys_write(fetch->out, data, size)) {
        fetch->unwritten = errno;
        return false;
    }
    sha256_add(&fetch->sum, data, size);
    return true;
}

/* Start on the current file, from its beginning. */
static bool start_file(Fetch *fetch, Err *err)
{
    Path url, to;
    const MnistFile *file = current(fetch);
    DownloadPatience patience = {LEAST_RATE, SLOW_S,
                                 LEAST_WHOLE_S + (int)(file->bytes / LEAST_WHOLE_RATE)};
    assert(fetch->out < 0 && fetch->have == 0);
    sha256_init(&fetch->sum);
    if (!path_join(&url, fetch->mirror, file->name)) {
        return err_set_code(err, ERR_VALUE,
                            "The address of the mirror %.80s... is too long: name another in "
                            "INKLING_MIRROR.",
                            fetch->mirror);
    }
    if (!find_part(fetch, fetch->file, &to)) {
        return too_long(fetch, err);
    }
    sys_remove(to.text); /* whatever it is */
    fetch->out = sys_open(to.text, SYS_NEW);
    if (fetch->out < 0) {
        fetch->hopeless = true;
        return not_written(fetch, errno, err);
    }
    return download_start(fetch->download, url.text, file->bytes, &patience, take, fetch, err);
}

static bool is_right(Fetch *fetch)
{
    char text[SHA256_TEXT];
    sha256_print(&fetch->sum, text);
    return strcmp(text, current(fetch)->sha256) == 0;
}

/* A piece of work with the mirror in use; false where that one is no good. */
static bool step(Fetch *fetch, Err *err)
{
    char reason[REASON_MAX];
    const MnistFile *file = current(fetch);
    bool more = download_poll(fetch->download);
    if (fetch->unwritten) {
        fetch->hopeless = true;
        return not_written(fetch, fetch->unwritten, err);
    }
    if (more) {
        return true;
    }
    bool too_large = fetch->have > file->bytes;
    if (!too_large && download_failed(fetch->download, reason, sizeof reason)) {
        return err_set(err, "%s cannot be downloaded from %s: %s; try again later.", file->name,
                       fetch->mirror, reason);
    }
    if (too_large || !is_right(fetch)) {
        return err_set_code(
            err, ERR_DAMAGED,
            "%s from %s has the wrong contents, so it was not kept; try again later.", file->name,
            fetch->mirror);
    }
    stop_file(fetch);
    fetch->file++;
    return fetch->file == MNIST_FILES || start_file(fetch, err);
}

static bool next_mirror(Fetch *fetch, Err *err)
{
    stop_file(fetch);
    fetch->mirror = fetch->hopeless ? NULL : strtok_r(NULL, " ", &fetch->mirrors_left);
    return fetch->mirror && start_file(fetch, err);
}

/* Give all four files their places, or none. */
static bool move_files(Fetch *fetch, Err *err)
{
    Path from[MNIST_FILES], to[MNIST_FILES];
    for (int i = 0; i < MNIST_FILES; i++) {
        if (!find_part(fetch, i, &from[i]) ||
            !path_join(&to[i], fetch->folder.text, mnist_files()[i].name)) {
            return too_long(fetch, err);
        }
    }
    for (int i = 0; i < MNIST_FILES; i++) {
        if (!sys_rename(from[i].text, to[i].text)) {
            err_unsaved(err, to[i].text, errno);
            while (i-- > 0) {
                sys_remove(to[i].text);
            }
            return false;
        }
    }
    return true;
}

/* All of them, before the first is asked. */
static bool check_mirrors(const char *mirrors, Err *err)
{
    for (const char *at = mirrors; *at; at += strcspn(at, " ")) {
        at += strspn(at, " ");
        if (*at && !download_may_use(at)) {
            return err_set_code(
                err, ERR_VALUE,
                "The mirror %.*s is not used, for its address is not https: name one "
                "that is, or one on this machine, in INKLING_MIRROR.",
                (int)strcspn(at, " "), at);
        }
    }
    return true;
}

Fetch *fetch_create(const char *folder, const char *mirror, Err *err)
{
    const char *set = getenv("INKLING_MIRROR");
    Fetch *fetch = calloc(1, sizeof *fetch);
    char *mirrors = strdup(mirror ? mirror : set && *set ? set : MIRRORS);
    if (!fetch || !mirrors) {
        err_set_code(err, ERR_NO_MEMORY,
                     "There is not enough memory to download MNIST: close other programs.");
        free(mirrors);
        free(fetch);
        return NULL;
    }
    fetch->part_lock = fetch->out = -1;
    fetch->mirrors = mirrors;
    fetch->made_folder = !path_is_folder(folder);
    if (!check_mirrors(mirrors, err)) {
        goto fail;
    }
    fetch->mirror = strtok_r(mirrors, " ", &fetch->mirrors_left);
    if (!fetch->mirror || !path_join(&fetch->folder, folder, "")) {
        err_set_code(err, ERR_VALUE,
                     "MNIST cannot be downloaded to %.80s: a name is missing or too long.", folder);
        goto fail;
    }
    fetch->download = download_create(err);
    if (!fetch->download || !take_part(fetch, err) || !start_file(fetch, err)) {
        goto fail;
    }
    return fetch;
fail:
    fetch_destroy(fetch);
    return NULL;
}

FetchPhase fetch_poll(Fetch *fetch, double *share, Err *err)
{
    if (fetch->phase == FETCH_RUNNING) {
        bool ok = step(fetch, &fetch->why) || next_mirror(fetch, &fetch->why);
        bool all = fetch->file == MNIST_FILES;
        ok = ok && (!all || move_files(fetch, &fetch->why));
        if (all || !ok) {
            fetch->phase = ok ? FETCH_DONE : FETCH_FAILED;
            tidy(fetch);
        }
    }
    long have = fetch->have, sum = 0;
    for (int i = 0; i < MNIST_FILES; i++) {
        have += i < fetch->file ? mnist_files()[i].bytes : 0;
        sum += mnist_files()[i].bytes;
    }
    *share = (double)have / (double)sum;
    if (fetch->phase == FETCH_FAILED) {
        *err = fetch->why;
    }
    return fetch->phase;
}

void fetch_destroy(Fetch *fetch)
{
    if (fetch) {
        tidy(fetch);
        download_destroy(fetch->download);
        free(fetch->mirrors);
        free(fetch);
    }
}
