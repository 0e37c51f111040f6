/* Finding the functions of libcurl. */
#include "train/curl_calls.h"

#ifdef CURL_LINKED

bool curl_calls_find(CurlCalls *curl, Err *err)
{
    (void)err;
#define CALL(name) curl->name = curl_##name;
    CURL_CALLS(CALL)
#undef CALL
    return true;
}

#else

#include "base/sys.h"

enum { VERSION = 4 }; /* of its binary interface, since 2006 */

bool curl_calls_find(CurlCalls *curl, Err *err)
{
    void *library = sys_library("curl", VERSION);
    if (!library) {
        library = sys_library("curl-gnutls", VERSION); /* Debian's other one */
    }
    bool found = library != NULL;
#define CALL(name)                                                                                 \
    curl->name =                                                                                   \
        found ? (__typeof__(curl_##name) *)sys_library_call(library, "curl_" #name) : NULL;        \
    found = curl->name != NULL;
    CURL_CALLS(CALL)
#undef CALL
    return found || err_set_code(err, ERR_MISSING,
                                 "The library libcurl, which downloads, cannot be loaded: "
                                 "install it.");
}

#endif
