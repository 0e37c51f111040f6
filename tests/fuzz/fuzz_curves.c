/* The learning curves in the metadata of a network: what was read is printed and reads the same. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"
#include "nn/net_curves.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    NetCurves curves, again;
    char *text = fuzz_text(data, size);
    if (net_curves_parse(&curves, text)) {
        char *printed = net_curves_print(&curves);
        assert(printed && net_curves_parse(&again, printed) && again.points == curves.points);
        free(printed);
    }
    free(text);
    return 0;
}
