/* Files from the web by libcurl's multi interface, which does what there is to do and returns. */
#include "train/download.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/sys.h"
#include "train/curl_calls.h"

enum {
    POLL_BYTES = 1 << 20, /* after so many it is the turn of others: some milliseconds */
    CONNECT_S = 20,
    REDIRECTIONS = 50,
    HOST_MAX = 64,
    BYTES_OF_ADDRESS = 4,
};

struct Download {
    CurlCalls curl;
    CURLM *multi; /* keeps the connection for the next file */
    CURL *easy;
    bool under_way;
    CURLcode result; /* of what has ended */
    size_t polled;   /* bytes in this call of download_poll() */
    DownloadTake *take;
    void *context;
    char said[CURL_ERROR_SIZE];
};

/* Whether it is a number of IPv4 that leads back to this machine: 127.0.0.0/8. */
static bool is_loopback_number(const char *host)
{
    int part[BYTES_OF_ADDRESS] = {0};
    for (int i = 0; i < BYTES_OF_ADDRESS; i++) {
        size_t digits = strspn(host, "0123456789");
        if (digits < 1 || digits > 3 || (digits > 1 && *host == '0')) {
            return false;
        }
        part[i] = atoi(host);
        host += digits;
        if (part[i] > 255 || *host != (i < BYTES_OF_ADDRESS - 1 ? '.' : 0)) {
            return false;
        }
        host += *host == '.';
    }
    return part[0] == 127;
}

/* Whether what stands before the first "/", or the end of the address, is this machine, with or
 * without a port. Anything else in it, as a name or a password, could lead elsewhere. */
static bool is_here(const char *authority)
{
    char host[HOST_MAX];
    size_t length = strcspn(authority, "/ ");
    snprintf(host, sizeof host, "%.*s", length < sizeof host ? (int)length : 0, authority);
    char *port = strrchr(host, ':');
    if (port && port[1] && port[1 + strspn(port + 1, "0123456789")] == 0) {
        *port = 0;
    }
    return strcasecmp(host, "localhost") == 0 || strcmp(host, "[::1]") == 0 ||
           is_loopback_number(host);
}

bool download_may_use(const char *url)
{
    return strncasecmp(url, "https://", 8) == 0 ||
           (strncasecmp(url, "http://", 7) == 0 && is_here(url + 7));
}

static bool no_memory(Err *err)
{
    return err_set_code(err, ERR_NO_MEMORY,
                        "There is not enough memory to download: close other programs.");
}

Download *download_create(Err *err)
{
    Download *download = calloc(1, sizeof *download);
    if (download && !curl_calls_find(&download->curl, err)) {
        free(download);
        return NULL;
    }
    /* libcurl counts these calls. None gives it back: the name of a server that is no longer wanted
     * may still be looked for on a thread of libcurl's. */
    if (download && download->curl.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK) {
        download->multi = download->curl.multi_init();
        download->easy = download->curl.easy_init();
    }
    if (!download || !download->multi || !download->easy) {
        no_memory(err);
        download_destroy(download);
        return NULL;
    }
    return download;
}

static size_t take(char *data, size_t size, size_t count, void *of)
{
    Download *download = of;
    size_t bytes = size * count;
    download->polled += bytes;
    return download->take(download->context, data, bytes) ? bytes : 0; /* which ends it */
}

/* A program that is started would keep the connection. */
static int keep_private(void *unused, curl_socket_t socket, curlsocktype purpose)
{
    (void)unused;
    (void)purpose;
    return sys_keep_private((intptr_t)socket) ? CURL_SOCKOPT_OK : CURL_SOCKOPT_ERROR;
}

/* What is asked for, and how patiently. */
static bool set_file(Download *download, const char *url, long bytes,
                     const DownloadPatience *patience)
{
    CURL *easy = download->easy;
    __typeof__(download->curl.easy_setopt) set = download->curl.easy_setopt;
    bool secure = strncasecmp(url, "https:", 6) == 0;
    long protocols = secure ? CURLPROTO_HTTPS : CURLPROTO_HTTP | CURLPROTO_HTTPS;
    return set(easy, CURLOPT_URL, url) == CURLE_OK &&
           set(easy, CURLOPT_PROTOCOLS, protocols) == CURLE_OK &&
           set(easy, CURLOPT_REDIR_PROTOCOLS, (long)CURLPROTO_HTTPS) == CURLE_OK &&
           set(easy, CURLOPT_FOLLOWLOCATION, 1L) == CURLE_OK &&
           set(easy, CURLOPT_MAXREDIRS, (long)REDIRECTIONS) == CURLE_OK &&
           set(easy, CURLOPT_FAILONERROR, 1L) == CURLE_OK &&
           set(easy, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)bytes) == CURLE_OK &&
           set(easy, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_S) == CURLE_OK &&
           set(easy, CURLOPT_LOW_SPEED_LIMIT, (long)patience->least_rate) == CURLE_OK &&
           set(easy, CURLOPT_LOW_SPEED_TIME, (long)patience->slow_s) == CURLE_OK &&
           set(easy, CURLOPT_TIMEOUT, (long)patience->whole_s) == CURLE_OK;
}

static bool set_callbacks(Download *download)
{
    CURL *easy = download->easy;
    __typeof__(download->curl.easy_setopt) set = download->curl.easy_setopt;
#if LIBCURL_VERSION_NUM >= 0x075700
    /* To leave off does not wait for the name of the server. */
    set(easy, CURLOPT_QUICK_EXIT, 1L);
#endif
    return set(easy, CURLOPT_WRITEFUNCTION, take) == CURLE_OK &&
           set(easy, CURLOPT_WRITEDATA, download) == CURLE_OK &&
           set(easy, CURLOPT_SOCKOPTFUNCTION, keep_private) == CURLE_OK &&
           set(easy, CURLOPT_ERRORBUFFER, download->said) == CURLE_OK;
}

bool download_start(Download *download, const char *url, long bytes,
                    const DownloadPatience *patience, DownloadTake *to, void *context, Err *err)
{
    assert(download_may_use(url));
    download_stop(download);
    download->take = to;
    download->context = context;
    download->result = CURLE_OUT_OF_MEMORY; /* where it ends and does not say why */
    download->said[0] = 0;
    download->curl.easy_reset(download->easy);
    download->under_way =
        set_file(download, url, bytes, patience) && set_callbacks(download) &&
        download->curl.multi_add_handle(download->multi, download->easy) == CURLM_OK;
    return download->under_way || no_memory(err);
}

bool download_poll(Download *download)
{
    int running = 0, left;
    size_t before;
    bool ok;
    download->polled = 0;
    do {
        before = download->polled;
        ok = download->curl.multi_perform(download->multi, &running) == CURLM_OK && running > 0;
    } while (ok && download->polled > before && download->polled < POLL_BYTES);
    for (CURLMsg *told; (told = download->curl.multi_info_read(download->multi, &left));) {
        if (told->msg == CURLMSG_DONE) {
            download->result = told->data.result;
        }
    }
    return ok;
}

bool download_failed(const Download *download, char *reason, size_t room)
{
    if (download->result == CURLE_OK) {
        return false;
    }
    snprintf(reason, room, "%s",
             download->result == CURLE_UNSUPPORTED_PROTOCOL
                 ? "its address leads to one without https, which is not followed"
             : *download->said ? download->said
                               : download->curl.easy_strerror(download->result));
    return true;
}

void download_stop(Download *download)
{
    if (download->under_way) {
        download->curl.multi_remove_handle(download->multi, download->easy);
        download->under_way = false;
    }
}

void download_destroy(Download *download)
{
    if (download) {
        if (download->multi) {
            download_stop(download);
        }
        download->curl.easy_cleanup(download->easy);
        download->curl.multi_cleanup(download->multi);
        free(download);
    }
}
