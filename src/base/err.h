/* A failure, as one sentence for the user. */
#ifndef BASE_ERR_H
#define BASE_ERR_H

#include <stdbool.h>

enum { ERR_TEXT_MAX = 1024 };

/** One sentence: which thing, what is wrong with it, what helps. Empty where nothing failed. */
typedef struct Err {
    char text[ERR_TEXT_MAX];
} Err;

/**
 * Write the sentence, as printf() does, cut to what fits. It is one line, whatever is in the names
 * of files: control characters become '?'.
 *
 * @return always false, so that a failure is one line: `return err_set(err, ...);`
 */
bool err_set(Err *err, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* What the system refused, errno as `reason`. Each returns false. */
bool err_unsaved(Err *err, const char *path, int reason);
bool err_unopened(Err *err, const char *path, int reason);
bool err_unmade(Err *err, const char *folder, int reason);

#endif
