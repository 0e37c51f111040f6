/* Networks in files. */
#include <assert.h>

#include "fuzz.h"
#include "nn/net_file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Net net;
    NetInfo info;
    Err err = {0};
    bool ok = net_load_bytes(&net, &info, data, size, "it", &err);
    assert(ok ? net_is_finite(&net) : err.text[0] && !net.block);
    net_free(&net);
    return 0;
}
