/* Numbers as text. */
#include "base/number.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void number_print(char *text, size_t room, double count)
{
    int whole = (int)fmin(round(count), 1e6);
    if (count >= 1e6) {
        snprintf(text, room, "%.1f M", count / 1e6);
    } else if (whole >= 1000) {
        snprintf(text, room, "%d,%03d", whole / 1000, whole % 1000);
    } else {
        snprintf(text, room, "%d", whole);
    }
}

void number_print_share(char *text, size_t room, double share)
{
    double lost = 1e-4; /* in a float, of a thousand */
    snprintf(text, room, "%.1f %%", floor(1000.0 * share + 0.5 + lost) / 10.0);
}

void number_print_exact(char *text, size_t room, double number, bool single)
{
    double back = NAN;
    for (int digits = 1; digits <= 17 && back != number; digits++) {
        snprintf(text, room, "%.*g", digits, number);
        back = single ? (double)strtof(text, NULL) : strtod(text, NULL);
    }
}

bool number_take(const char **at, double most, char end, double *number)
{
    size_t length = strspn(*at, "0123456789.e+-");
    char *behind;
    *number = strtod(*at, &behind);
    bool ok =
        isdigit((unsigned char)**at) && behind == *at + length && *number <= most && *behind == end;
    *at = ok ? behind + 1 : behind;
    return ok;
}
