/* What is used of libcurl. It is loaded when the first download begins: with all the libraries that
 * it takes along, the program would need nearly twice as long to start. Where it is linked, as in a
 * static program (CURL_LINKED), its functions are there already. */
#ifndef TRAIN_CURL_CALLS_H
#define TRAIN_CURL_CALLS_H

/* The masks of protocols: what takes their place is missing where libcurl is older than 7.85. */
#define CURL_DISABLE_DEPRECATION

#include "base/err.h"

#include <curl/curl.h>

/** All of them: CALL(name) for each curl_name(). */
#define CURL_CALLS(CALL)                                                                           \
    CALL(global_init)                                                                              \
    CALL(easy_init)                                                                                \
    CALL(easy_setopt)                                                                              \
    CALL(easy_reset)                                                                               \
    CALL(easy_strerror)                                                                            \
    CALL(easy_cleanup)                                                                             \
    CALL(multi_init)                                                                               \
    CALL(multi_add_handle)                                                                         \
    CALL(multi_remove_handle)                                                                      \
    CALL(multi_perform)                                                                            \
    CALL(multi_info_read)                                                                          \
    CALL(multi_cleanup)

/** Each by its name, without curl_ before it. */
typedef struct CurlCalls {
#define CALL(name) __typeof__(curl_##name) *name;
    CURL_CALLS(CALL)
#undef CALL
} CurlCalls;

/** Find them; the library stays. Errors: there is none that can be loaded. */
bool curl_calls_find(CurlCalls *curl, Err *err);

#endif
