/* Files from the web, one at a time, by libcurl on the calling thread: what arrives is handed on as
 * it comes, and nothing waits. */
#ifndef TRAIN_DOWNLOAD_H
#define TRAIN_DOWNLOAD_H

#include "base/err.h"

#include <stddef.h>

/** How slow is too slow. */
typedef struct DownloadPatience {
    int least_rate; /* bytes a second, the mean over slow_s */
    int slow_s;
    int whole_s; /* for the whole file */
} DownloadPatience;

/** Takes the next bytes that have arrived; false for no more of them. */
typedef bool DownloadTake(void *context, const void *data, size_t size);

/** What files come by; one thread at a time uses it. */
typedef struct Download Download;

/** Whether an address is one that files are fetched from: https, or http on this machine. */
bool download_may_use(const char *url);

/** Make ready. Errors: libcurl cannot be loaded, memory; NULL then. */
Download *download_create(Err *err);

/**
 * Begin with a file, and leave off what is under way.
 *
 * @param url    see download_may_use(); redirections are followed to https alone. Proxies are those
 *               of the environment (http_proxy, no_proxy)
 * @param bytes  of the file; one that says it is larger is refused
 * @param take   gets its bytes, in download_poll(); `context` is borrowed until download_stop()
 *
 * Errors: memory.
 */
bool download_start(Download *download, const char *url, long bytes,
                    const DownloadPatience *patience, DownloadTake *take, void *context, Err *err);

/** Hand on what has arrived, a piece of the file at most. Never waits. False where there will be no
 * more, and download_failed() knows why. */
bool download_poll(Download *download);

/**
 * Whether a file that has ended has not come whole.
 *
 * @param[out] reason  why, in libcurl's words, without a full stop; what does not fit is cut off
 */
bool download_failed(const Download *download, char *reason, size_t room);

/** Leave off what is under way, at once. */
void download_stop(Download *download);

/** Release it, which leaves off what is under way. */
void download_destroy(Download *download);

#endif
