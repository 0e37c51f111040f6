/* Downloading MNIST: the four files come one after another, each is checked against its size and
 * SHA-256 while it arrives, and all take their places together. */
#ifndef TRAIN_FETCH_H
#define TRAIN_FETCH_H

#include "base/err.h"

/** A download; one thread at a time uses it. */
typedef struct Fetch Fetch;

/** How far a download is. */
typedef enum FetchPhase { FETCH_RUNNING, FETCH_DONE, FETCH_FAILED } FetchPhase;

/**
 * Start the download.
 *
 * @param folder  where the files go; made if missing
 * @param mirror  "https://.../", or several with spaces between, tried one after another; NULL for
 *                $INKLING_MIRROR or, where that is not set, the public mirrors; http is for mirrors
 *                on this machine alone
 *
 * Errors: libcurl is missing, a mirror is not https, the folder cannot be made or is being
 * downloaded to already, memory; NULL then.
 */
Fetch *fetch_create(const char *folder, const char *mirror, Err *err);

/**
 * Look how far it is, and do the next small piece of work (at most some milliseconds): keep what
 * has arrived, start the next file, move the files into place. Call it every 50 ms or so.
 *
 * @param[out] share  of all bytes, 0..1
 *
 * Errors (FETCH_FAILED): no connection, a slow one, wrong contents, no room; nothing is left behind
 * then.
 */
FetchPhase fetch_poll(Fetch *fetch, double *share, Err *err);

/** Release it. A download under way is cancelled, and leaves nothing behind. */
void fetch_destroy(Fetch *fetch);

#endif
