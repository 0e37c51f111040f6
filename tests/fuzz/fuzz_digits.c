/* Pen digits: what was read is printed and reads the same, and can be drawn for the network. */
#include <assert.h>
#include <stdlib.h>

#include "fuzz.h"
#include "ink/digits.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Digits digits = {0}, again = {0};
    Err err = {0};
    Sheet input;
    size_t length;
    bool ok = digits_parse(&digits, (const char *)data, size, "it", &err);
    assert(ok || (err.text[0] && digits.digits == 0));
    if (digits.digits > 0) {
        char *line = digits_line(&digits, 0, &length, &err);
        assert(line && digits_parse(&again, line, length, "it", &err) && again.digits == 1);
        assert(again.strokes == digits.digit[0].count);
        free(line);
        assert(digits_input(&digits, 0, PREPARATION_STRAIGHTENED, &input, &err));
    }
    digits_free(&again);
    digits_free(&digits);
    return 0;
}
