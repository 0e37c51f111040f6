/* For the tests of network files: bytes that must not open. */
#ifndef REFUSED_H
#define REFUSED_H

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <string.h>

#include "nn/net_file.h"

/* Refused, with that code and a sentence that names the file and has `says` in it, and nothing left
 * behind. */
static inline void refused(const uint8_t *bytes, size_t size, ErrCode code, const char *says)
{
    Net net;
    NetInfo info;
    Err err = {0};
    if (net_load_bytes(&net, &info, bytes, size, "some.safetensors", &err)) {
        net_free(&net);
        fail_msg("opened, where it should have said: %s", says);
    }
    assert_null(net.block);
    assert_int_equal(info.epochs, 0);
    assert_int_equal(err.code, code);
    assert_ptr_equal(strstr(err.text, "some.safetensors"), err.text);
    assert_int_equal(err.text[strlen(err.text) - 1], '.');
    if (!strstr(err.text, says)) {
        fail_msg("\"%s\" does not say \"%s\"", err.text, says);
    }
}

#endif
