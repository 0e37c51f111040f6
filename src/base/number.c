/* A count as it is read. */
#include "base/number.h"

#include <math.h>
#include <stdio.h>

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
