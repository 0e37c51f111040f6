/* Characters of text that is UTF-8. */
#include "base/utf8.h"

#include <stdbool.h>

enum { NONE = 0xfffd };

int utf8_read(const char *text, uint32_t *code)
{
    const uint8_t *at = (const uint8_t *)text;
    int length = *at >= 0xf0 && *at < 0xf5   ? 4
                 : *at >= 0xe0 && *at < 0xf0 ? 3
                 : *at >= 0xc2 && *at < 0xe0 ? 2
                 : *at > 0 && *at < 0x80     ? 1
                                             : 0;
    uint32_t found = length > 1 ? *at & (0xffu >> (length + 1)) : *at;
    *code = NONE;
    for (int i = 1; i < length; i++) {
        if ((at[i] & 0xc0u) != 0x80u) {
            return 0;
        }
        found = found << 6 | (at[i] & 0x3fu);
    }
    bool spare = (length == 3 && found < 0x800) || (length == 4 && found < 0x10000);
    if (length == 0 || spare || (found >= 0xd800 && found < 0xe000) || found > 0x10ffff) {
        return 0;
    }
    *code = found;
    return length;
}
