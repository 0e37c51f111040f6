/* Files of pen strokes of any format. */
#include <assert.h>
#include <stdlib.h>

#include "fuzz.h"
#include "ink/strokes.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Digits digits = {0};
    Err err = {0};
    char *text = fuzz_text(data, size);
    bool ok = strokes_parse(&digits, text, size, "it", &err);
    assert(ok || err.text[0]);
    for (int i = 0; i < digits.points; i++) {
        assert(digits.point[i].x >= 0 && digits.point[i].x <= DIGITS_SIDE);
        assert(digits.point[i].y >= 0 && digits.point[i].y <= DIGITS_SIDE);
    }
    digits_free(&digits);
    free(text);
    return 0;
}
