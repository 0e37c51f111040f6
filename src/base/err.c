/* A failure: one sentence for the user, and a code for the program. */
#include "base/err.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { PATH_SHOWN_MAX = 400 }; /* bytes of a path, so that the rest of the sentence has room */

__attribute__((format(printf, 3, 0))) static void say_it(Err *err, ErrCode code, const char *format,
                                                         va_list args)
{
    vsnprintf(err->text, sizeof err->text, format, args);
    for (char *at = err->text; *at; at++) {
        if ((unsigned char)*at < ' ' || *at == 0x7f) {
            *at = '?';
        }
    }
    err->code = code;
}

bool err_set(Err *err, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    say_it(err, ERR_OTHER, format, args);
    va_end(args);
    return false;
}

bool err_set_code(Err *err, ErrCode code, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    say_it(err, code, format, args);
    va_end(args);
    return false;
}

ErrCode err_code_of(int reason)
{
    switch (reason) {
    case ENOENT:
    case ENOTDIR:
        return ERR_MISSING;
    case EACCES:
    case EPERM:
    case EROFS:
        return ERR_DENIED;
    case ENOSPC:
#ifdef EDQUOT /* which Windows has not */
    case EDQUOT:
#endif
    case EFBIG:
        return ERR_NO_ROOM;
    case ENOMEM:
    case EMFILE:
    case ENFILE:
    case EAGAIN:
        return ERR_NO_MEMORY;
    case ENAMETOOLONG:
        return ERR_VALUE;
    default:
        return ERR_OTHER;
    }
}

static const char *what_helps_to_save(int reason)
{
    switch (reason) {
    case ENOSPC:
#ifdef EDQUOT /* which Windows has not */
    case EDQUOT:
#endif
        return "make room on that disk, or choose another one";
    case EFBIG:
        return "choose a disk that takes larger files";
    case EACCES:
    case EPERM:
    case EROFS:
        return "allow writing there, or choose another folder";
    case ENOENT:
    case ENOTDIR:
        return "make its folder first, or choose another one";
    case EEXIST:
        return "rename what has its name";
    case ENAMETOOLONG:
        return "choose a shorter name";
    case ENOMEM:
    case EMFILE:
    case ENFILE:
        return "close other programs and try again";
    default:
        return "try again, or choose another disk";
    }
}

static const char *what_helps_to_open(int reason)
{
    switch (reason) {
    case EACCES:
    case EPERM:
        return "allow reading it";
    case ENOENT:
    case ENOTDIR:
    case ENAMETOOLONG:
        return "check its name and folder";
    case ENOMEM:
    case EMFILE:
    case ENFILE:
        return "close other programs and try again";
    default:
        return "try again, or use a copy of it";
    }
}

/* Of a long path the end, which tells more than its beginning. */
static bool say(Err *err, const char *before, const char *path, const char *cannot, int reason,
                const char *helps)
{
    size_t length = strlen(path);
    bool cut = length > PATH_SHOWN_MAX;
    return err_set_code(err, err_code_of(reason), "%s%s%s cannot be %s: %s; %s.", before,
                        cut ? "..." : "", cut ? path + length - PATH_SHOWN_MAX : path, cannot,
                        strerror(reason), helps);
}

bool err_unsaved(Err *err, const char *path, int reason)
{
    return say(err, "", path, "saved", reason, what_helps_to_save(reason));
}

bool err_unopened(Err *err, const char *path, int reason)
{
    return say(err, "", path, "opened", reason, what_helps_to_open(reason));
}

bool err_unmade(Err *err, const char *folder, int reason)
{
    return say(err, "The folder ", folder, "made", reason, what_helps_to_save(reason));
}
