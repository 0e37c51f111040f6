/* Files of pen strokes, whichever format they have. */
#include "ink/strokes.h"

#include <string.h>

#include "ink/inkml.h"
#include "ink/unipen.h"

/* The first letter of a text; 0 where it has none. */
static char first_letter(const char *text, size_t size)
{
    size_t at = size >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    while (at < size && strchr(" \t\r\n", text[at])) {
        at++;
    }
    return at < size ? text[at] : 0;
}

bool strokes_parse(Digits *digits, const char *text, size_t size, const char *name, Err *err)
{
    switch (first_letter(text, size)) {
    case '<':
        return inkml_parse(digits, text, size, name, err);
    case '.':
        return unipen_parse(digits, text, size, name, err);
    default:
        return digits_parse(digits, text, size, name, err);
    }
}
