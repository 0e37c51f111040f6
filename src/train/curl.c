/* Running curl with pipes for what it writes. */
#include "train/curl.h"

#include <arpa/inet.h>
#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/process.h"

enum {
    SAID_MAX = 512,
    WORD_MAX = 32,
    HOST_MAX = 64,
    NO_SUCH_PROTOCOL = 1, /* exit status of curl */
};

static bool is_loopback(const char *host)
{
    struct in_addr address;
    return strcasecmp(host, "localhost") == 0 || strcmp(host, "[::1]") == 0 ||
           (inet_pton(AF_INET, host, &address) == 1 &&
            ntohl(address.s_addr) >> 24 == IN_LOOPBACKNET);
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
    return is_loopback(host);
}

bool curl_may_use(const char *url)
{
    return strncasecmp(url, "https://", 8) == 0 ||
           (strncasecmp(url, "http://", 7) == 0 && is_here(url + 7));
}

static int spawn_curl(Curl *curl, const char *url, long bytes, const CurlPatience *patience,
                      int out, int said)
{
    char most[WORD_MAX], rate[WORD_MAX], slow[WORD_MAX], whole[WORD_MAX];
    snprintf(most, sizeof most, "%ld", bytes);
    snprintf(rate, sizeof rate, "%d", patience->least_rate);
    snprintf(slow, sizeof slow, "%d", patience->slow_s);
    snprintf(whole, sizeof whole, "%d", patience->whole_s);
    bool secure = strncasecmp(url, "https:", 6) == 0;
    /* Unbuffered it notices with the next bytes that nobody reads them. */
    const char *words[] = {"curl",
                           "--fail",
                           "--location",
                           "--silent",
                           "--show-error",
                           "--globoff",
                           "--no-buffer",
                           "--proto",
                           secure ? "=https" : "=http,https",
                           "--proto-redir",
                           "=https",
                           "--connect-timeout",
                           "20",
                           "--speed-limit",
                           rate,
                           "--speed-time",
                           slow,
                           "--max-time",
                           whole,
                           "--max-filesize",
                           most,
                           "--output",
                           "-",
                           "--url",
                           url,
                           NULL};
    return process_start(&curl->process, words, 0, out, said);
}

bool curl_start(Curl *curl, const char *url, long bytes, const CurlPatience *patience, Err *err)
{
    int out = 0, said = 0, code = 0;
    assert(curl_may_use(url));
    *curl = (Curl){0};
    if (!process_pipe(&curl->body, &out) || !process_pipe(&curl->said, &said)) {
        code = errno;
    } else {
        code = spawn_curl(curl, url, bytes, patience, out, said);
    }
    /* What it writes to is its own alone: so its end is seen here. */
    process_close(&out);
    process_close(&said);
    if (code != 0) {
        curl->process = 0;
        curl_stop(curl);
        return err_set_code(err, err_code_of(code),
                            "The program curl, which downloads, does not start: %s.",
                            strerror(code));
    }
    return true;
}

ssize_t curl_read(Curl *curl, void *data, size_t room, bool *ended)
{
    *ended = false;
    ssize_t got = curl->body ? read(curl->body, data, room) : 0;
    if (got < 0 && (errno == EAGAIN || errno == EINTR)) {
        return 0;
    }
    if (got != 0) {
        return got;
    }
    process_close(&curl->body);
    if (curl->process > 0 && waitpid(curl->process, &curl->status, WNOHANG) != 0) {
        curl->process = 0;
    }
    *ended = curl->process == 0;
    return 0;
}

bool curl_failed(Curl *curl, char *reason, size_t room)
{
    char text[SAID_MAX] = "";
    assert(curl->process == 0);
    if (WIFEXITED(curl->status) && WEXITSTATUS(curl->status) == 0) {
        return false;
    }
    if (WIFEXITED(curl->status) && WEXITSTATUS(curl->status) == NO_SUCH_PROTOCOL) {
        snprintf(reason, room, "its address leads to one without https, which is not followed");
        return true;
    }
    ssize_t got = read(curl->said, text, sizeof text - 1);
    text[got > 0 ? got : 0] = 0;
    text[strcspn(text, "\r\n")] = 0;
    const char *words = strncmp(text, "curl: (", 7) == 0 ? strstr(text, ") ") : NULL;
    snprintf(reason, room, "%s", words ? words + 2 : *text ? text : "curl gave up");
    return true;
}

void curl_stop(Curl *curl)
{
    process_kill(&curl->process);
    process_close(&curl->body);
    process_close(&curl->said);
    *curl = (Curl){0};
}
