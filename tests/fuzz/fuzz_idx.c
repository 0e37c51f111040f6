/* IDX files: the first byte says how many bytes the file of labels has, the images follow it. */
#include <assert.h>

#include "fuzz.h"
#include "train/idx.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    size_t cut = size > 0 && data[0] < size ? data[0] + 1u : size;
    FuzzFile labels = fuzz_file_make(data + (cut > 0), cut - (cut > 0));
    FuzzFile images = fuzz_file_make(data + cut, size - cut);
    Dataset read;
    IdxSums sums;
    Err err = {0};
    bool ok = idx_load(&read, images.path, labels.path, &sums, &err);
    assert(ok ? read.images > 0 : err.text[0]);
    dataset_free(&read);
    fuzz_file_free(&images);
    fuzz_file_free(&labels);
    return 0;
}
