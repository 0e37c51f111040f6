/* Images as CSV. */
#include <assert.h>
#include <stdlib.h>

#include "fuzz.h"
#include "train/csv.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    CsvImages csv;
    Err err = {0};
    char *text = fuzz_text(data, size);
    bool ok = csv_parse(&csv, text, size, "it", &err);
    assert(ok ? csv.images > 0 && csv.level : err.text[0] && !csv.level && !csv.label);
    csv_free(&csv);
    free(text);
    return 0;
}
