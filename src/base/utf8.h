/* Characters of text that is UTF-8. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdint.h>

/**
 * The character at the beginning of a text, which a 0 ends.
 *
 * @param[out] code  its code point; 0xfffd, the sign for it, where the bytes are no character
 *
 * @return how many bytes it has, 1 to 4; 0 where the bytes are no character, or at the end
 */
int utf8_read(const char *text, uint32_t *code);

#endif
