/* Networks in files, and the moments of their runs. */
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
    NetMoments moments;
    bool run = net_load_run_bytes(&net, &info, &moments, data, size, "it", &err);
    assert(run ? ok : !net.block && !moments.net);
    for (int i = 0; i < moments.count; i++) {
        assert(net_is_finite(&moments.net[i]) && moments.done[i] >= 0 && moments.done[i] <= 1);
        assert(i == 0 || moments.done[i] > moments.done[i - 1]);
    }
    net_moments_free(&moments);
    net_free(&net);
    return 0;
}
