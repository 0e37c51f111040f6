/* One file from the web, fetched by the program curl. Its bytes come through a pipe: none reaches
 * the disk unseen, and curl ends by itself when whoever reads them is gone. */
#ifndef TRAIN_CURL_H
#define TRAIN_CURL_H

#include "base/err.h"

#include <sys/types.h>

/** How slow is too slow. */
typedef struct CurlPatience {
    int least_rate; /* bytes a second, the mean over slow_s; also what ends a curl of a program that
                       was killed where the server says nothing */
    int slow_s;
    int whole_s; /* for the whole file */
} CurlPatience;

/** A curl at work; a zeroed one is none. Its descriptors are never below 3, so 0 stands for none.
 */
typedef struct Curl {
    pid_t process;  /* 0 where it has ended, or none was started */
    int body, said; /* the reading ends of what it fetches, and of what it says */
    int status;     /* as waitpid() has it */
} Curl;

/** Whether an address is one that files are fetched from: https, or http on this machine. */
bool curl_may_use(const char *url);

/**
 * Start it.
 *
 * @param url    see curl_may_use(); redirections are followed to https alone
 * @param bytes  of the file; one that says it is larger is refused
 *
 * Errors: there is no program curl, or no more processes or descriptors; curl is zeroed then.
 */
bool curl_start(Curl *curl, const char *url, long bytes, const CurlPatience *patience, Err *err);

/**
 * Read some of what has arrived. Never waits.
 *
 * @param[out] ended  there will be no more, and curl_failed() knows why
 *
 * @return the bytes read, 0 where there are none now, -1 with errno on errors
 */
ssize_t curl_read(Curl *curl, void *data, size_t room, bool *ended);

/**
 * Whether a curl that has ended did not fetch its file whole.
 *
 * @param[out] reason  why, in curl's words, without a full stop; what does not fit is cut off
 */
bool curl_failed(Curl *curl, char *reason, size_t room);

/** End it, at once, and release it. */
void curl_stop(Curl *curl);

#endif
