/* The sizes of hidden layers, as typed and as kept in a session. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"
#include "nn/net.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    NetShape shape;
    Err err = {0};
    char *text = fuzz_text(data, size), printed[64];
    if (net_shape_parse(text, &shape, &err)) {
        net_shape_print(&shape, printed, sizeof printed);
        assert(shape.layers >= 2 && shape.layers <= NET_MAX_LAYERS && strchr(printed, '-'));
    } else {
        assert(err.text[0]);
    }
    free(text);
    return 0;
}
