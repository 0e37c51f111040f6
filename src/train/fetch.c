/* Downloading MNIST with curl into a folder of its own inside the target; polled, no thread. */
#include "train/fetch.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <nettle/sha2.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/path.h"
#include "train/mnist.h"

extern char **environ;

static const char MIRRORS[] = "https://ossci-datasets.s3.amazonaws.com/mnist/ "
                              "https://storage.googleapis.com/cvdf-datasets/mnist/";
static const char PART[] = ".download";
static const char LOG[] = "curl.log";

enum {
    BLOCK_BYTES = 1 << 16,
    POLL_BYTES = 1 << 20,   /* hashed in one poll: about 4 ms where the processor cannot help */
    CURL_CANNOT_WRITE = 23, /* exit status */
    REASON_MAX = 256,
};

struct Fetch {
    FetchPhase phase;
    Err why; /* why it failed */
    Path folder, part;
    bool made_folder;
    int part_fd;   /* the part folder, locked while this download uses it; -1 where there is none */
    char *mirrors; /* the addresses, cut apart where they are used up */
    char *mirrors_left; /* strtok_r()'s place in them */
    const char *mirror; /* the one in use */
    int file;           /* the one under way; those before it are whole and right */
    pid_t curl;         /* 0 where it does not run */
    int curl_status;    /* how it ended */
    int in;             /* the file under way, -1 where nothing has arrived */
    long hashed;        /* bytes of it */
    struct sha256_ctx sum;
};

static const MnistFile *current(const Fetch *fetch)
{
    return &mnist_files()[fetch->file];
}

/* curl has nothing of its own to tidy up, so it may be killed. */
static void stop_curl(Fetch *fetch)
{
    if (fetch->curl > 0) {
        kill(fetch->curl, SIGKILL);
        while (waitpid(fetch->curl, NULL, 0) < 0 && errno == EINTR) {
        }
        fetch->curl = 0;
    }
    if (fetch->in >= 0) {
        close(fetch->in);
        fetch->in = -1;
    }
    fetch->hashed = 0;
}

/* Remove all but the files that are in their places. */
static void tidy(Fetch *fetch)
{
    stop_curl(fetch);
    if (fetch->part_fd >= 0) {
        for (int i = 0; i < MNIST_FILES; i++) {
            unlinkat(fetch->part_fd, mnist_files()[i].name, 0);
        }
        unlinkat(fetch->part_fd, LOG, 0);
        rmdir(fetch->part.text);
        close(fetch->part_fd);
        fetch->part_fd = -1;
    }
    if (fetch->made_folder) {
        rmdir(fetch->folder.text); /* fails where it is in use, as it should */
    }
}

/* Take the part folder, also one that a killed program has left, but not from a running one. */
static bool take_part(Fetch *fetch, Err *err)
{
    if (!path_join(&fetch->part, fetch->folder.text, PART)) {
        return err_set(err, "The name of the folder %.80s... is too long.", fetch->folder.text);
    }
    if (!path_make_folder(fetch->part.text, err)) {
        return false;
    }
    int fd = open(fetch->part.text, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) {
        return err_set(err, "The folder %s cannot be opened: %s.", fetch->part.text,
                       strerror(errno));
    }
    if (flock(fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
        close(fd);
        return err_set(err, "MNIST is being downloaded to %s already.", fetch->folder.text);
    }
    fetch->part_fd = fd;
    return true;
}

static int spawn_curl(Fetch *fetch, const char *url, const char *out, const char *log)
{
    char max[32];
    snprintf(max, sizeof max, "%ld", current(fetch)->bytes);
    /* A server that says nothing for half a minute is given up. */
    const char *words[] = {"curl",
                           "--fail",
                           "--location",
                           "--silent",
                           "--show-error",
                           "--globoff",
                           "--connect-timeout",
                           "20",
                           "--speed-limit",
                           "1",
                           "--speed-time",
                           "30",
                           "--max-filesize",
                           max,
                           "--output",
                           out,
                           "--url",
                           url,
                           NULL};
    posix_spawn_file_actions_t files;
    int code = posix_spawn_file_actions_init(&files);
    if (code != 0) {
        return code;
    }
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, log, O_WRONLY | O_CREAT | O_TRUNC,
                                     0600);
    code = posix_spawnp(&fetch->curl, words[0], &files, NULL, (char *const *)words, environ);
    posix_spawn_file_actions_destroy(&files);
    return code;
}

/* Start on the current file, from its beginning. */
static bool start_curl(Fetch *fetch, Err *err)
{
    Path url, out, log;
    const char *name = current(fetch)->name;
    assert(fetch->curl == 0 && fetch->in < 0 && fetch->hashed == 0);
    unlinkat(fetch->part_fd, name, 0);
    sha256_init(&fetch->sum);
    fetch->curl_status = 0;
    if (!path_join(&url, fetch->mirror, name) || !path_join(&out, fetch->part.text, name) ||
        !path_join(&log, fetch->part.text, LOG)) {
        return err_set(err, "The name of the folder %.80s... is too long.", fetch->folder.text);
    }
    int code = spawn_curl(fetch, url.text, out.text, log.text);
    if (code != 0) {
        fetch->curl = 0;
        return err_set(err, "MNIST cannot be downloaded, the program curl does not start: %s.",
                       strerror(code));
    }
    return true;
}

/* Hash a piece of what has arrived. `at_end`: there is no more of it now. */
static bool hash_some(Fetch *fetch, bool *at_end, Err *err)
{
    uint8_t block[BLOCK_BYTES];
    *at_end = false;
    if (fetch->in < 0) {
        fetch->in = openat(fetch->part_fd, current(fetch)->name, O_RDONLY | O_CLOEXEC);
        *at_end = fetch->in < 0;
    }
    for (int done = 0; done < POLL_BYTES && !*at_end; done += BLOCK_BYTES) {
        ssize_t got = read(fetch->in, block, sizeof block);
        if (got < 0) {
            return err_set(err, "%s cannot be read again: %s.", current(fetch)->name,
                           strerror(errno));
        }
        sha256_update(&fetch->sum, (size_t)got, block);
        fetch->hashed += got;
        *at_end = got == 0;
    }
    return true;
}

static bool is_right(Fetch *fetch)
{
    uint8_t digest[SHA256_DIGEST_SIZE];
    char hex[2 * SHA256_DIGEST_SIZE + 1];
    sha256_digest(&fetch->sum, sizeof digest, digest);
    for (size_t i = 0; i < sizeof digest; i++) {
        snprintf(hex + 2 * i, 3, "%02x", digest[i]);
    }
    return strcmp(hex, current(fetch)->sha256) == 0;
}

/* What curl said, without its own name and a line's end. */
static void read_reason(const Fetch *fetch, char reason[REASON_MAX])
{
    char text[REASON_MAX] = "";
    int fd = openat(fetch->part_fd, LOG, O_RDONLY | O_CLOEXEC);
    if (fd >= 0) {
        ssize_t got = read(fd, text, sizeof text - 1);
        text[got > 0 ? got : 0] = 0;
        close(fd);
    }
    text[strcspn(text, "\r\n")] = 0;
    const char *said = strncmp(text, "curl: (", 7) == 0 ? strstr(text, ") ") : NULL;
    snprintf(reason, REASON_MAX, "%s", said ? said + 2 : *text ? text : "curl gave up");
}

static bool fail_curl(const Fetch *fetch, Err *err)
{
    char reason[REASON_MAX];
    if (WIFEXITED(fetch->curl_status) && WEXITSTATUS(fetch->curl_status) == CURL_CANNOT_WRITE) {
        return err_set(err, "%s cannot be written to %s: is the disk full?", current(fetch)->name,
                       fetch->folder.text);
    }
    read_reason(fetch, reason);
    return err_set(err, "%s cannot be downloaded from %s: %s.", current(fetch)->name, fetch->mirror,
                   reason);
}

/* A piece of work with the mirror in use; false where that one is no good. */
static bool step(Fetch *fetch, Err *err)
{
    bool at_end;
    /* First this, then the reading: what curl wrote before it ended is then all there. */
    if (fetch->curl > 0 && waitpid(fetch->curl, &fetch->curl_status, WNOHANG) != 0) {
        fetch->curl = 0;
    }
    if (!hash_some(fetch, &at_end, err)) {
        return false;
    }
    bool too_long = fetch->hashed > current(fetch)->bytes;
    if (!too_long && (fetch->curl > 0 || !at_end)) {
        return true;
    }
    if (!too_long && fetch->curl_status != 0) {
        return fail_curl(fetch, err);
    }
    if (too_long || !is_right(fetch)) {
        return err_set(err, "%s from %s has the wrong contents, so it was not kept.",
                       current(fetch)->name, fetch->mirror);
    }
    stop_curl(fetch);
    fetch->file++;
    return fetch->file == MNIST_FILES || start_curl(fetch, err);
}

static bool next_mirror(Fetch *fetch, Err *err)
{
    stop_curl(fetch);
    fetch->mirror = strtok_r(NULL, " ", &fetch->mirrors_left);
    return fetch->mirror && start_curl(fetch, err);
}

/* Give all four files their places, or none. */
static bool move_files(Fetch *fetch, Err *err)
{
    Path from[MNIST_FILES], to[MNIST_FILES];
    for (int i = 0; i < MNIST_FILES; i++) {
        const char *name = mnist_files()[i].name;
        if (!path_join(&from[i], fetch->part.text, name) ||
            !path_join(&to[i], fetch->folder.text, name)) {
            return err_set(err, "The name of the folder %.80s... is too long.", fetch->folder.text);
        }
    }
    for (int i = 0; i < MNIST_FILES; i++) {
        if (rename(from[i].text, to[i].text) != 0) {
            err_set(err, "%s cannot take its place: %s.", to[i].text, strerror(errno));
            while (i-- > 0) {
                unlink(to[i].text);
            }
            return false;
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
        err_set(err, "There is not enough memory to download MNIST: close other programs.");
        free(mirrors);
        free(fetch);
        return NULL;
    }
    fetch->part_fd = fetch->in = -1;
    fetch->mirrors = mirrors;
    fetch->mirror = strtok_r(mirrors, " ", &fetch->mirrors_left);
    fetch->made_folder = !path_is_folder(folder);
    if (!fetch->mirror || !path_join(&fetch->folder, folder, "")) {
        err_set(err, "MNIST cannot be downloaded to %.80s: a name is missing or too long.", folder);
        goto fail;
    }
    if (!take_part(fetch, err) || !start_curl(fetch, err)) {
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
    long have = fetch->hashed, sum = 0;
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
        free(fetch->mirrors);
        free(fetch);
    }
}
