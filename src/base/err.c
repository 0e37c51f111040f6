/* A failure, as one sentence for the user. */
#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>

bool err_set(Err *err, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    vsnprintf(err->text, sizeof err->text, format, args);
    va_end(args);
    return false;
}
